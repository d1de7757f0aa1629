import { randomFrom } from '../../src/categories/fit.js'
import { judge, type Prediction, predict, type Thresholds, type Weights } from '../../src/sentiment/model.js'
import { BUCKETS } from '../../src/sentiment/wordFeatures.js'
import { HEADS } from '../../src/sentiment/wordSums.js'
import type { Polarity, SupportedLanguage } from '../../src/types.js'
import type { Prepared } from './sentiment-corpus.js'

export interface LearnOptions {
  rounds: number
  rate: number
  decay: number
}

export const LEARN: LearnOptions = { rounds: 5, rate: 0.3, decay: 1e-5 }

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
export function learn(examples: readonly Prepared[], options: LearnOptions = LEARN): Weights {
  const values = new Float32Array(BUCKETS * HEADS)
  const squares = new Float32Array(BUCKETS * HEADS).fill(1e-3)
  const bias: [number, number, number] = [0, 0, 0]
  const biasSquares = [1, 1, 1]
  const random = randomFrom(7)
  const { rate, decay } = options
  const sums = new Float32Array(BUCKETS * HEADS)
  const biasSums = [0, 0, 0]
  let snapshots = 0
  let seen = 0
  for (let round = 0; round < options.rounds; round += 1) {
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as Prepared
      const { buckets, values: strengths } = example.features
      const count = buckets.length
      for (let head = 0; head < HEADS; head += 1) {
        let sum = bias[head] as number
        for (let i = 0; i < count; i += 1)
          sum += (values[(buckets[i] as number) * HEADS + head] as number) * (strengths[i] as number)
        const error = (1 / (1 + Math.exp(-sum)) - goalOf(example, head)) * weightOf(example, head)
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
  const thresholds: Thresholds = { positive: 0.5, negative: 0.5, mixedPositive: 0.5, mixedNegative: 0.5 }
  return {
    values,
    scale: 1,
    bias,
    feedback: { fi: thresholds, sv: thresholds, en: thresholds },
    other: thresholds,
  }
}

/** The middle of a scale is nearly half of each: neither sign is sure, neither is out. */
const MIDDLE = 0.4

function goalOf({ source, label, middle }: Prepared, head: number): number {
  if (head === 2) return source === 'own' || source === 'pairs' || source === 'care' ? 1 : 0
  if (middle) return MIDDLE
  return label === 'mixed' || label === (head === 0 ? 'positive' : 'negative') ? 1 : 0
}

const weightOf = ({ source, weight }: Prepared, head: number): number =>
  head < 2 ? weight : source === 'own' || source === 'pairs' ? OWN : source === 'subtitles' ? 0.25 : 1

export interface Judged {
  label: Polarity
  asked: boolean
  language: SupportedLanguage
  size: number
  prediction: Prediction
  rules: { positive: number; negative: number }
}

export const judgeAll = (weights: Weights, examples: readonly Prepared[]): Judged[] =>
  examples.map(({ features, label, rules, question, language, size }) => ({
    label,
    asked: question !== 'general',
    language,
    size,
    prediction: predict(weights, features),
    rules,
  }))

export const labelBy = (judged: Judged, weights: Pick<Weights, 'feedback' | 'other'>): Polarity =>
  judge(judged.prediction, judged.rules, judged.asked, judged.language, judged.size, weights).label

export const three = (label: Polarity): Polarity => (label === 'mixed' ? 'neutral' : label)

export function f1(
  pairs: readonly (readonly [Polarity, Polarity])[],
  labels: readonly Polarity[],
): Record<string, number> {
  const out: Record<string, number> = {}
  let sum = 0
  for (const label of labels) {
    let hit = 0
    let gold = 0
    let said = 0
    for (const [truth, guess] of pairs) {
      if (truth === label) gold += 1
      if (guess === label) said += 1
      if (truth === label && guess === label) hit += 1
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

/** Thresholds further apart would let the weaker sign win. */
const APART = 0.15

/**
 * Thresholds with the best macro F1 on held-out judgements, by a coarse search. `sure`: all are taken for feedback
 * (or for other talk), so that each kind has thresholds of its own.
 */
export function tune(
  judged: readonly Judged[],
  labels: readonly Polarity[],
  sure: 'feedback' | 'other',
): Thresholds {
  const grid = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]
  const four = labels.length === 4
  const mixedGrid = four ? [0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6] : [0.5]
  const kept = judged.map((one) => ({
    ...one,
    asked: sure === 'feedback',
    prediction: { ...one.prediction, feedback: sure === 'feedback' ? 20 : -20 },
  }))
  let best: Thresholds = { positive: 0.5, negative: 0.5, mixedPositive: 0.5, mixedNegative: 0.5 }
  let bestScore = -1
  for (const positive of grid)
    for (const negative of grid) {
      if (Math.abs(positive - negative) > APART) continue
      for (const mixedPositive of mixedGrid)
        for (const mixedNegative of mixedGrid) {
          const thresholds = { positive, negative, mixedPositive, mixedNegative }
          const weights = { feedback: { fi: thresholds, sv: thresholds, en: thresholds }, other: thresholds }
          const pairs = kept.map((one) => {
            const guess = labelBy(one, weights)
            return four ? ([one.label, guess] as const) : ([three(one.label), three(guess)] as const)
          })
          const score = f1(pairs, labels).macro ?? 0
          if (score > bestScore + 1e-6) {
            bestScore = score
            best = thresholds
          }
        }
    }
  return best
}
