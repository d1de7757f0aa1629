import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createAssessor } from '../../src/sentiment/assessor.js'
import { readIntentWords } from '../../src/sentiment/intentClasses.js'
import { INTENTS } from '../../src/sentiment/intentFeatures.js'
import { intentModel, noIntentWeights } from '../../src/sentiment/intentModel.js'
import { isFitting } from '../../src/sentiment/intents.js'
import { learntPart } from '../../src/sentiment/model.js'
import { readTables } from '../../src/sentiment/tables.js'
import type { Intent } from '../../src/types.js'
import { type PreparedIntents, prepareIntents, readIntentCorpus } from './intent-corpus.js'
import { type LearntIntents, learnIntents, scoresOf } from './intent-learn.js'
import { buildIntents } from './intents.js'
import { sentimentTexts } from './sentiment.js'
import { prepare, readCorpus } from './sentiment-corpus.js'
import { crossValidate, foldOf, quantize } from './train-sentiment.js'

const HEADS = INTENTS.length

/** Rows without a weight of this size are left out. */
const LEAST = 0.15

interface Figure {
  precision: number
  recall: number
  f1: number
  comments: number
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** How well scores above a threshold say an intent. */
export function figureOf(
  examples: readonly PreparedIntents[],
  scores: ReadonlyMap<PreparedIntents, number[]>,
  intent: Intent,
  threshold: number,
): Figure {
  const head = INTENTS.indexOf(intent)
  let right = 0
  let extra = 0
  let missed = 0
  for (const example of examples) {
    const said = isFitting(intent, example.label, (scores.get(example)?.[head] as number) >= threshold)
    const meant = example.intents.includes(intent)
    if (said && meant) right += 1
    else if (said) extra += 1
    else if (meant) missed += 1
  }
  return {
    precision: round(right / Math.max(1, right + extra)),
    recall: round(right / Math.max(1, right + missed)),
    f1: round((2 * right) / Math.max(1, 2 * right + extra + missed)),
    comments: right + missed,
  }
}

/** Scores of every comment by heads that learnt from the other files alone. */
export function crossScore(examples: readonly PreparedIntents[]): Map<PreparedIntents, number[]> {
  const scores = new Map<PreparedIntents, number[]>()
  for (const file of new Set(examples.map((example) => example.file))) {
    const learnt = learnIntents(examples.filter((example) => example.file !== file))
    for (const example of examples) if (example.file === file) scores.set(example, scoresOf(learnt, example))
  }
  return scores
}

/** For each intent the threshold with the best F1. */
export const tuneThresholds = (
  examples: readonly PreparedIntents[],
  scores: ReadonlyMap<PreparedIntents, number[]>,
): number[] =>
  INTENTS.map((intent) => {
    let best = 0
    let bestScore = -1
    for (let step = -30; step <= 30; step += 1) {
      const { f1 } = figureOf(examples, scores, intent, step / 10)
      if (f1 > bestScore) {
        best = step / 10
        bestScore = f1
      }
    }
    return best
  })

/** The weights as text, in tenths: bias and thresholds, signs in brackets, then names of words. */
function tableOf({ names, values, bias }: LearntIntents, thresholds: readonly number[]): string {
  const line = (name: string, cells: ArrayLike<number>): string =>
    [name, ...Array.from(cells, (cell) => String(Math.round(cell * 10) || ''))].join('\t').trimEnd()
  return [
    ['feature', ...INTENTS].join('\t'),
    line('(bias)', bias),
    line('(threshold)', thresholds),
    ...[...names]
      .map(([name, place]) => ({ name, cells: values.subarray(place * HEADS, (place + 1) * HEADS) }))
      .filter(({ cells }) => cells.some((cell) => Math.abs(cell) >= LEAST))
      .map(({ name, cells }) => line(name, cells)),
    '',
  ].join('\n')
}

/** Assessors whose polarity has not seen the text, for what is felt tells what is meant. */
export async function assessorsOf(folders: readonly string[]) {
  const { folds } = crossValidate(await prepare(readCorpus(folders).examples))
  const tables = readTables(sentimentTexts())
  const classes = readIntentWords(readFileSync('data/sentiment/intent-words.tsv', 'utf8'))
  const bare = intentModel(noIntentWeights(), classes)
  const assessors = folds.map((weights) => createAssessor(tables, learntPart(quantize(weights)), bare))
  return (text: string) => assessors[foldOf(text)] as (typeof assessors)[number]
}

/** Trains the heads of intents and writes data/models/intents.tsv with its sources and figures. */
export async function trainIntents(folders: readonly string[]): Promise<void> {
  const { examples, sources } = readIntentCorpus()
  process.stderr.write(`${examples.length} comments\n`)
  const all = await prepareIntents(examples, await assessorsOf(folders))
  const scores = crossScore(all)
  const thresholds = tuneThresholds(all, scores)
  const figures = (of: readonly PreparedIntents[]): Record<string, Figure> =>
    Object.fromEntries(
      INTENTS.map((intent, head) => [intent, figureOf(of, scores, intent, thresholds[head] as number)]),
    )
  const table = tableOf(learnIntents(all), thresholds)
  writeFileSync('data/models/intents.tsv', table)
  buildIntents()
  const card = {
    sha256: createHash('sha256').update(table).digest('hex'),
    bytes: Buffer.byteLength(table),
    leftOut: 'one file at a time',
    crossValidated: {
      all: figures(all),
      notWrittenForIntents: figures(all.filter(({ rare }) => !rare)),
      fi: figures(all.filter(({ language }) => language === 'fi')),
      sv: figures(all.filter(({ language }) => language === 'sv')),
      en: figures(all.filter(({ language }) => language === 'en')),
    },
    sources,
  }
  writeFileSync('data/models/intents.json', `${JSON.stringify(card, undefined, 2)}\n`)
  for (const [language, found] of Object.entries(card.crossValidated))
    for (const [intent, { precision, recall, comments }] of Object.entries(found))
      process.stderr.write(`${language}\t${intent}\t${precision}\t${recall}\t${comments}\n`)
}
