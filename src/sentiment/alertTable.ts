import { PalauteError } from '../errors.js'
import type { AlertKey, SupportedLanguage } from '../types.js'

/** A named class of words; a word stands for its meaning in the frames, whatever its language. */
export interface ConceptRow {
  name: string
  language: SupportedLanguage | '*'
  members: string
}

/** A figure of speech: the words that it is made of carry no alert. */
export interface IdiomRow {
  language: SupportedLanguage | '*'
  members: string
  /** A comment that would raise an alert without the row. */
  example: string
}

/** A frame: concepts that together raise an alert. */
export interface AlertRow {
  key: AlertKey
  level: 'possible' | 'likely'
  frame: string
  /** Concepts of which one nearby takes the alert away; `praise` among them stands for a clause of praise. */
  unless: string
  example: string
  /** A comment that must not raise it. */
  counterexample: string
}

export interface AlertTable {
  concepts: ConceptRow[]
  idioms: IdiomRow[]
  rows: AlertRow[]
}

/**
 * Reads the table of alerts. Its lines are, by their first cell:
 * `concept<TAB>name<TAB>language<TAB>members`, `idiom<TAB><TAB>language<TAB>members<TAB><TAB>example`, or
 * `<key of an alert><TAB>level<TAB>language<TAB>frame<TAB>unless<TAB>example<TAB>counterexample`.
 */
export function readAlertTable(lines: readonly (readonly string[])[]): AlertTable {
  const table: AlertTable = { concepts: [], idioms: [], rows: [] }
  for (const line of lines) {
    const [first = '', second = '', language = '', text = '', unless = '', example = '', counter = ''] = line
    if (first.startsWith('# ')) continue
    if (first === 'concept')
      table.concepts.push({ name: second, language: language as ConceptRow['language'], members: text })
    else if (first === 'idiom')
      table.idioms.push({ language: language as IdiomRow['language'], members: text, example })
    else
      table.rows.push({
        key: first as AlertKey,
        level: second as AlertRow['level'],
        frame: text,
        unless,
        example,
        counterexample: counter,
      })
  }
  return table
}

export const badTable = (text: string): PalauteError =>
  new PalauteError('bad_option', `The table of alerts cannot be read at "${text}".`, { path: 'alerts' })
