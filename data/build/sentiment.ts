import { readFileSync, writeFileSync } from 'node:fs'
import type { TableTexts } from '../../src/sentiment/tables.js'

/** Columns that the program reads; the rest of a table (examples, remarks) is for people and tests. */
const columns: Record<string, number> = {
  classes: 2,
  negators: 3,
  modifiers: 4,
  'short-answers': 5,
  intents: 4,
  alerts: 5,
  'valence-fi': 3,
  'valence-sv': 3,
  'valence-en': 3,
  'valence-symbols': 3,
}

const read = (name: string): string => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')

/** The tables of data/sentiment as they stand, with examples. */
export function sentimentTexts(shape: (name: string) => string = read): TableTexts {
  return {
    classes: shape('classes'),
    valence: { fi: shape('valence-fi'), sv: shape('valence-sv'), en: shape('valence-en') },
    symbols: shape('valence-symbols'),
    negators: shape('negators'),
    modifiers: shape('modifiers'),
    shortAnswers: shape('short-answers'),
    intents: shape('intents'),
    alerts: shape('alerts'),
  }
}

function packed(name: string): string {
  const kept = columns[name] ?? 99
  return read(name)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t').slice(0, kept).join('\t').trimEnd())
    .join('\n')
}

/** Packs data/sentiment/*.tsv into src/generated/sentiment.ts. */
export function buildSentiment(): void {
  const text = `// Made from data/sentiment by npm run build:data; not edited by hand.
import type { TableTexts } from '../sentiment/tables.js'

export const sentimentTables: TableTexts = ${JSON.stringify(sentimentTexts(packed), undefined, 1)}
`
  writeFileSync('src/generated/sentiment.ts', text)
}
