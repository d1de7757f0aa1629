import { BUCKETS } from '../../src/sentiment/features.js'
import { decide, predict, type Thresholds, type Weights } from '../../src/sentiment/model.js'
import type { Polarity } from '../../src/types.js'
import type { Prepared } from './sentiment-corpus.js'

export interface LearnOptions {
  rounds: number
  rate: number
  decay: number
}

export const LEARN: LearnOptions = { rounds: 4, rate: 0.1, decay: 1e-5 }

/** Mulberry32: the same seed gives the same weights anywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

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

/** Two logistic heads by AdaGrad (Duchi et al. 2011) with a little decay. */
export function learn(examples: readonly Prepared[], options: LearnOptions = LEARN): Weights {
  const values = new Float32Array(BUCKETS * 2)
  const squares = new Float32Array(BUCKETS * 2).fill(1e-3)
  const bias: [number, number] = [0, 0]
  const biasSquares: [number, number] = [1, 1]
  const random = randomFrom(7)
  for (let round = 0; round < options.rounds; round += 1) {
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as Prepared
      const { buckets, values: strengths, count } = example.features
      let p = bias[0]
      let n = bias[1]
      for (let i = 0; i < count; i += 1) {
        const at = (buckets[i] as number) * 2
        p += (values[at] as number) * (strengths[i] as number)
        n += (values[at + 1] as number) * (strengths[i] as number)
      }
      // The middle of a scale is half of each: neither sign is sure, neither is out.
      const goalP = example.middle ? 0.4 : example.label === 'positive' || example.label === 'mixed' ? 1 : 0
      const goalN = example.middle ? 0.4 : example.label === 'negative' || example.label === 'mixed' ? 1 : 0
      const gradP = (1 / (1 + Math.exp(-p)) - goalP) * example.weight
      const gradN = (1 / (1 + Math.exp(-n)) - goalN) * example.weight
      for (let i = 0; i < count; i += 1) {
        const at = (buckets[i] as number) * 2
        const strength = strengths[i] as number
        const dp = gradP * strength + options.decay * (values[at] as number)
        const dn = gradN * strength + options.decay * (values[at + 1] as number)
        squares[at] = (squares[at] as number) + dp * dp
        squares[at + 1] = (squares[at + 1] as number) + dn * dn
        values[at] = (values[at] as number) - (options.rate * dp) / Math.sqrt(squares[at] as number)
        values[at + 1] = (values[at + 1] as number) - (options.rate * dn) / Math.sqrt(squares[at + 1] as number)
      }
      biasSquares[0] += gradP * gradP
      biasSquares[1] += gradN * gradN
      bias[0] -= (options.rate * gradP) / Math.sqrt(biasSquares[0])
      bias[1] -= (options.rate * gradN) / Math.sqrt(biasSquares[1])
    }
  }
  const thresholds: Thresholds = { positive: 0.5, negative: 0.5, mixedPositive: 0.5, mixedNegative: 0.5 }
  return { values, scale: 1, bias, feedback: thresholds, other: thresholds }
}

export interface Judged {
  label: Polarity
  middle: boolean
  p: number
  n: number
}

export const judgeAll = (weights: Weights, examples: readonly Prepared[]): Judged[] =>
  examples.map(({ features, label, middle }) => {
    const { positive, negative } = predict(weights, features)
    return { label, middle, p: positive, n: negative }
  })

export const three = (label: Polarity): Polarity => (label === 'mixed' ? 'neutral' : label)

export function f1(pairs: readonly (readonly [Polarity, Polarity])[], labels: readonly Polarity[]): Record<string, number> {
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

/** Thresholds with the best macro F1 on held-out judgements, by a coarse search. */
export function tune(judged: readonly Judged[], labels: readonly Polarity[]): Thresholds {
  const grid = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]
  let best: Thresholds = { positive: 0.5, negative: 0.5, mixedPositive: 0.5, mixedNegative: 0.5 }
  let bestScore = -1
  const four = labels.length === 4
  const mixedGrid = four ? [0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6] : [0.5]
  for (const positive of grid)
    for (const negative of grid)
      for (const mixedPositive of mixedGrid)
        for (const mixedNegative of mixedGrid) {
          const thresholds = { positive, negative, mixedPositive, mixedNegative }
          const pairs = judged.map(({ label, p, n }) => {
            const guess = decide(p, n, thresholds)
            return four ? ([label, guess] as const) : ([three(label), three(guess)] as const)
          })
          const score = f1(pairs, labels).macro ?? 0
          if (score > bestScore + 1e-6) {
            bestScore = score
            best = thresholds
          }
        }
  return best
}
