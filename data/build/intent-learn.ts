import { randomFrom } from '../../src/categories/fit.js'
import { INTENTS } from '../../src/sentiment/intentFeatures.js'
import type { PreparedIntents, Sentence } from './intent-corpus.js'
import { shuffled } from './sentiment-learn.js'

const HEADS = INTENTS.length

export interface IntentOptions {
  rounds: number
  rate: number
  /** How strongly weights are drawn to nothing: of words, and of signs. */
  wordDecay: number
  signDecay: number
  /** Features in fewer comments are left out. */
  least: number
}

export const LEARN_INTENTS: IntentOptions = {
  rounds: 14,
  rate: 0.15,
  wordDecay: 3e-3,
  signDecay: 2e-3,
  least: 8,
}

/** What the table says of an intent is believed from the start. */
const TABLE = 2
const BIAS = -2.5

interface Row {
  at: Int32Array
  values: Float32Array
}

/** Weights by the name of each feature, heads side by side; `(bias)` among them. */
export interface LearntIntents {
  names: ReadonlyMap<string, number>
  values: Float32Array
  bias: Float32Array
}

const rowOf = (sentence: Sentence, names: ReadonlyMap<string, number>): Row => {
  const kept = sentence.filter(([name]) => names.has(name))
  return {
    at: Int32Array.from(kept, ([name]) => names.get(name) as number),
    values: Float32Array.from(kept, ([, value]) => value),
  }
}

function namesOf(examples: readonly PreparedIntents[], least: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { sentences } of examples)
    for (const name of new Set(sentences.flatMap((told) => told.map(([name]) => name))))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= least).map(([name]) => name)
  return new Map(kept.sort().map((name, place) => [name, place]))
}

const scoreOf = (
  { values, bias }: Pick<LearntIntents, 'values' | 'bias'>,
  row: Row,
  head: number,
): number => {
  let sum = bias[head] as number
  for (let i = 0; i < row.at.length; i += 1)
    sum += (values[(row.at[i] as number) * HEADS + head] as number) * (row.values[i] as number)
  return sum
}

/**
 * Logistic heads of which the clearest sentence speaks for its comment (multiple-instance learning with a soft
 * maximum: each sentence learns by its share of exp(score)), by AdaGrad; weights of the later rounds are averaged.
 */
export function learnIntents(
  examples: readonly PreparedIntents[],
  options: IntentOptions = LEARN_INTENTS,
): LearntIntents {
  const names = namesOf(examples, options.least)
  const values = new Float32Array(names.size * HEADS)
  const bias = new Float32Array(HEADS).fill(BIAS)
  INTENTS.forEach((intent, head) => {
    const row = names.get(`(table ${intent})`)
    if (row !== undefined) values[row * HEADS + head] = TABLE
  })
  const decays = new Float32Array(names.size).fill(options.wordDecay)
  for (const [name, place] of names) if (name.startsWith('(')) decays[place] = options.signDecay
  const rows = examples.map(({ sentences }) => sentences.map((told) => rowOf(told, names)))
  const goals = examples.map(({ intents }) => INTENTS.map((intent) => Number(intents.includes(intent))))
  const squares = new Float32Array(values.length).fill(0.1)
  const biasSquares = new Float32Array(HEADS).fill(1)
  const sums = new Float32Array(values.length)
  const biasSums = new Float32Array(HEADS)
  const random = randomFrom(11)
  let averaged = 0
  for (let round = 0; round < options.rounds; round += 1) {
    for (const index of shuffled(examples.length, random)) {
      const parts = rows[index] as Row[]
      if (parts.length === 0) continue
      for (let head = 0; head < HEADS; head += 1) {
        const scores = parts.map((part) => scoreOf({ values, bias }, part, head))
        const top = Math.max(...scores)
        const shares = scores.map((score) => Math.exp(score - top))
        const total = shares.reduce((sum, share) => sum + share, 0)
        const error = 1 / (1 + Math.exp(-top)) - (goals[index]?.[head] as number)
        parts.forEach(({ at, values: strengths }, p) => {
          const share = (shares[p] as number) / total
          for (let i = 0; i < at.length; i += 1) {
            const place = (at[i] as number) * HEADS + head
            const slope =
              error * share * (strengths[i] as number) +
              (decays[at[i] as number] as number) * (values[place] as number)
            squares[place] = (squares[place] as number) + slope * slope
            values[place] =
              (values[place] as number) - (options.rate * slope) / Math.sqrt(squares[place] as number)
          }
        })
        biasSquares[head] = (biasSquares[head] as number) + error * error
        bias[head] = (bias[head] as number) - (options.rate * error) / Math.sqrt(biasSquares[head] as number)
      }
    }
    if (round < options.rounds / 2) continue
    averaged += 1
    for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] as number) + (values[i] as number)
    for (let head = 0; head < HEADS; head += 1)
      biasSums[head] = (biasSums[head] as number) + (bias[head] as number)
  }
  return {
    names,
    values: sums.map((sum) => sum / averaged),
    bias: biasSums.map((sum) => sum / averaged),
  }
}

/** Log-odds of each intent: those of its clearest sentence. */
export const scoresOf = (learnt: LearntIntents, { sentences }: PreparedIntents): number[] => {
  const rows = sentences.map((told) => rowOf(told, learnt.names))
  return INTENTS.map((_, head) =>
    rows.reduce((top, row) => Math.max(top, scoreOf(learnt, row, head)), Number.NEGATIVE_INFINITY),
  )
}
