import { randomFrom } from '../../src/categories/fit.js'
import type { Prediction, Weights } from '../../src/sentiment/model.js'
import { ALL_BUCKETS } from '../../src/sentiment/wordFeatures.js'
import { HEADS } from '../../src/sentiment/wordSums.js'
import type { Polarity } from '../../src/types.js'
import type { Prepared } from './sentiment-corpus.js'

export interface LearnOptions {
  rounds: number
  rate: number
  decay: number
}

export const LEARN: LearnOptions = { rounds: 5, rate: 0.3, decay: 1e-5 }

/** The logistic heads of a model. */
export type Heads = Pick<Weights, 'values' | 'scale' | 'bias'>

export function shuffled(length: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i)
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] as number
    order[i] = order[j] as number
    order[j] = held
  }
  return order
}

/** How much our own comments count for telling feedback from other talk. */
const OWN = 4

/** Weights are averaged over snapshots after the first round (Polyak and Juditsky 1992). */
const SNAPSHOT = 4000

/** Logistic heads by AdaGrad (Duchi et al. 2011) with a little decay. */
export function learn(examples: readonly Prepared[], options: LearnOptions = LEARN): Heads {
  const values = new Float32Array(ALL_BUCKETS * HEADS)
  const squares = new Float32Array(ALL_BUCKETS * HEADS).fill(1e-3)
  const bias = new Array<number>(HEADS).fill(0)
  const biasSquares = new Array<number>(HEADS).fill(1)
  const random = randomFrom(7)
  const { rate, decay } = options
  const sums = new Float32Array(ALL_BUCKETS * HEADS)
  const biasSums = new Array<number>(HEADS).fill(0)
  let snapshots = 0
  let seen = 0
  for (let round = 0; round < options.rounds; round += 1) {
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as Prepared
      const { buckets, values: strengths } = example.features
      const count = buckets.length
      for (let head = 0; head < HEADS; head += 1) {
        const weight = weightOf(example, head)
        if (weight === 0) continue
        let sum = bias[head] as number
        for (let i = 0; i < count; i += 1)
          sum += (values[(buckets[i] as number) * HEADS + head] as number) * (strengths[i] as number)
        const error = (1 / (1 + Math.exp(-sum)) - goalOf(example, head)) * weight
        for (let i = 0; i < count; i += 1) {
          const at = (buckets[i] as number) * HEADS + head
          const slope = error * (strengths[i] as number) + decay * (values[at] as number)
          squares[at] = (squares[at] as number) + slope * slope
          values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number)
        }
        biasSquares[head] = (biasSquares[head] as number) + error * error
        bias[head] = (bias[head] as number) - (rate * error) / Math.sqrt(biasSquares[head] as number)
      }
      seen += 1
      if (round > 0 && seen % SNAPSHOT === 0) {
        for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] as number) + (values[i] as number)
        for (let head = 0; head < HEADS; head += 1)
          biasSums[head] = (biasSums[head] as number) + (bias[head] as number)
        snapshots += 1
      }
    }
  }
  if (snapshots > 0) {
    for (let i = 0; i < sums.length; i += 1) values[i] = (sums[i] as number) / snapshots
    for (let head = 0; head < HEADS; head += 1) bias[head] = (biasSums[head] as number) / snapshots
  }
  return { values, scale: 1, bias }
}

/** The middle of a scale is nearly half of each: neither sign is sure, neither is out. */
const MIDDLE = 0.4

const FEEDBACK = 4

function goalOf({ source, label, middle }: Prepared, head: number): number {
  if (head === FEEDBACK) return source === 'own' || source === 'pairs' || source === 'care' ? 1 : 0
  if (middle) return MIDDLE
  return label === 'mixed' || label === (head % 2 === 0 ? 'positive' : 'negative') ? 1 : 0
}

/**
 * The first two heads learn from what is ours, the next two from all else: English comments of patients to a ministry
 * share neither words nor ways with a Finnish forum, so that one pair of heads serves both.
 */
function weightOf({ source, weight }: Prepared, head: number): number {
  const ours = source === 'own' || source === 'pairs'
  if (head === FEEDBACK) return ours ? OWN : source === 'subtitles' ? 0.25 : 1
  return ours === head < 2 ? weight : 0
}

export const three = (label: Polarity): Polarity => (label === 'mixed' ? 'neutral' : label)

/** F1 of each label and their mean; `weigh` is how much a text counts by its true label. */
export function f1(
  pairs: readonly (readonly [Polarity, Polarity])[],
  labels: readonly Polarity[],
  weigh: (truth: Polarity) => number = () => 1,
): Record<string, number> {
  const out: Record<string, number> = {}
  let sum = 0
  for (const label of labels) {
    let hit = 0
    let gold = 0
    let said = 0
    for (const [truth, guess] of pairs) {
      const weight = weigh(truth)
      if (truth === label) gold += weight
      if (guess === label) said += weight
      if (truth === label && guess === label) hit += weight
    }
    const score = gold + said === 0 ? 0 : (2 * hit) / (gold + said)
    out[label] = Math.round(score * 1000) / 1000
    sum += score
  }
  out.macro = Math.round((sum / labels.length) * 1000) / 1000
  return out
}

export const THREE: readonly Polarity[] = ['positive', 'neutral', 'negative']
export const FOUR: readonly Polarity[] = [...THREE, 'mixed']

/** What the heads of a model that has not seen it say of a text. */
export interface Judged {
  example: Prepared
  prediction: Prediction
  /** What the words of each clause lean to. */
  leans: number[]
}
