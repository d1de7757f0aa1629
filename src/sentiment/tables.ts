import type { Intent, Polarity, SupportedLanguage } from '../types.js'
import { type AlertTable, readAlertTable } from './alertTable.js'
import type { Classes } from './atoms.js'
import { readSenses, type SenseTable } from './senses.js'

/** The tables of data/sentiment as text; the build packs them without their remarks. */
export interface TableTexts {
  classes: string
  valence: Record<SupportedLanguage, string>
  /** Emoji and smileys, for all languages. */
  symbols: string
  /** For each sense of a Finnish word its lemmas. */
  senses: string
  negators: string
  modifiers: string
  shortAnswers: string
  intents: string
  alerts: string
}

export type NegatorScope = 'clause' | 'next' | 'previous' | 'rare'
export type ModifierKind = 'strong' | 'weak' | 'slight' | 'excess' | 'wish'

export interface ValenceRow {
  entry: string
  grade: number
  /** Alternatives of which one must stand in the same clause. */
  near: string
  /** What the row decides, where its own words alone do not show it; for people and tests, not packed. */
  example: string
}

export interface NegatorRow {
  language: string
  pattern: string
  scope: NegatorScope
  example: string
}

export interface ModifierRow {
  language: string
  pattern: string
  kind: ModifierKind
  factor: number
  example: string
}

export interface ShortAnswerRow {
  language: string
  /** Forms of the whole answer, `|` between alternatives of one word; `[...]` may be absent. */
  pattern: string
  good: Polarity | '-'
  improve: Polarity | '-'
  general: Polarity | '-'
  example: string
}

export interface IntentRow {
  intent: Intent
  language: string
  pattern: string
  unless: string
  example: string
}

export interface Tables {
  classes: Classes
  valence: Record<SupportedLanguage, ValenceRow[]>
  senses: SenseTable
  negators: NegatorRow[]
  modifiers: ModifierRow[]
  shortAnswers: ShortAnswerRow[]
  intents: IntentRow[]
  alerts: AlertTable
}

function cells(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split('\n').slice(1)) if (line !== '') rows.push(line.split('\t'))
  return rows
}

/** Reads the tables; a field that is not there is an empty string. */
export function readTables(texts: TableTexts): Tables {
  const valence = (text: string): ValenceRow[] =>
    cells(text).map(([entry = '', grade = '0', near = '', example = '']) => ({
      entry,
      grade: Number(grade),
      near,
      example,
    }))
  const symbols = valence(texts.symbols)
  return {
    classes: new Map(cells(texts.classes).map(([name = '', words = '']) => [name, words.split('|')])),
    valence: {
      fi: [...valence(texts.valence.fi), ...symbols],
      sv: [...valence(texts.valence.sv), ...symbols],
      en: [...valence(texts.valence.en), ...symbols],
    },
    senses: readSenses(cells(texts.senses).map(([, lemmas = '']) => lemmas.split('|'))),
    negators: cells(texts.negators).map(([language = '', pattern = '', scope = '', example = '']) => ({
      language,
      pattern,
      scope: scope as NegatorScope,
      example,
    })),
    modifiers: cells(texts.modifiers).map(
      ([language = '', pattern = '', kind = '', factor = '1', example = '']) => ({
        language,
        pattern,
        kind: kind as ModifierKind,
        factor: Number(factor),
        example,
      }),
    ),
    shortAnswers: cells(texts.shortAnswers).map(
      ([language = '', pattern = '', good = '', improve = '', general = '', example = '']) => ({
        language,
        pattern,
        good: good as Polarity | '-',
        improve: improve as Polarity | '-',
        general: general as Polarity | '-',
        example,
      }),
    ),
    intents: cells(texts.intents).map(
      ([intent = '', language = '', pattern = '', unless = '', example = '']) => ({
        intent: intent as Intent,
        language,
        pattern,
        unless,
        example,
      }),
    ),
    alerts: readAlertTable(cells(texts.alerts)),
  }
}
