import { readFileSync, writeFileSync } from 'node:fs'
import { NAMES } from '../../src/generated/names.js'
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

/** First names that are no other word, from the lists of names, as a class that the tables may use. */
function firstNames(): string {
  const names = NAMES.map((row) => row.split(' '))
    .filter(([flags]) => flags === 'f' || flags === 'fp' || flags === 'fs')
    .flatMap(([, ...found]) => found.map((name) => name.split('/')[0]))
  return `etunimi\t${names.join('|')}`
}

/**
 * `kipu <3> loppua` of a valence table stands for `kipu ~3 loppua` and `loppua ~3 kipu`, for Finnish orders words
 * freely; the program knows the second kind only.
 */
function inBothOrders(table: string): string {
  return table
    .split('\n')
    .flatMap((line) => {
      const [entry = '', ...rest] = line.split('\t')
      const [before, gap, after] = entry.split(/ <(\d)> /)
      if (gap === undefined) return [line]
      return [`${before} ~${gap} ${after}`, `${after} ~${gap} ${before}`].map((one) =>
        [one, ...rest].join('\t'),
      )
    })
    .join('\n')
}

/** Lemmas by their sense, in the order of senses.tsv. */
function senses(): string {
  const bySense = new Map<string, string[]>()
  const rows = (name: string): string[][] =>
    read(name)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  for (const [sense = ''] of rows('senses')) bySense.set(sense, [])
  for (const [lemma = '', sense = ''] of rows('senses-fi')) {
    const lemmas = bySense.get(sense)
    if (lemmas === undefined)
      throw new Error(`senses-fi.tsv: ${lemma} has the sense ${sense}, which senses.tsv has not`)
    lemmas.push(lemma)
  }
  return ['sense\tlemmas', ...[...bySense].map(([sense, lemmas]) => `${sense}\t${lemmas.join('|')}`)].join(
    '\n',
  )
}

/** The tables of data/sentiment as they stand, with examples, but for entries that hold in both orders. */
export function sentimentTexts(shape: (name: string) => string = read): TableTexts {
  return {
    classes: `${shape('classes').trimEnd()}\n${firstNames()}\n`,
    valence: {
      fi: inBothOrders(shape('valence-fi')),
      sv: inBothOrders(shape('valence-sv')),
      en: inBothOrders(shape('valence-en')),
    },
    symbols: shape('valence-symbols'),
    senses: senses(),
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
import { NAMES } from '../../src/generated/names.js'
import type { TableTexts } from '../sentiment/tables.js'

export const sentimentTables: TableTexts = ${JSON.stringify(sentimentTexts(packed), undefined, 1)}
`
  writeFileSync('src/generated/sentiment.ts', text)
}
