import { randomFrom } from '../../src/categories/fit.js'
import type { FeatureKind } from '../../src/sentiment/alertFeatures.js'
import { lengthFactor, WINDOW } from '../../src/sentiment/alertScorer.js'
import { ALERT_HEADS, type AlertThresholds, type AlertWeights } from '../../src/sentiment/alertWeights.js'
import { type FeatureName, type PreparedAlert, TUNED } from './alert-corpus.js'
import { shuffled } from './sentiment-learn.js'

export interface AlertLearning {
  rounds: number
  rate: number
  decay: number
  /** Most features kept. */
  kept: number
  /** Weights of fewer steps are dropped. */
  least: number
  strength: Record<FeatureKind, number>
}

/** What is sure in itself is let weigh more; pairs, of which there are very many, less. */
export const ALERT_LEARNING: AlertLearning = {
  rounds: 20,
  rate: 0.1,
  decay: 0.01,
  kept: 20000,
  least: 3,
  strength: { lemma: 1.5, form: 0.7, grammar: 0.7, denied: 1, concept: 1.5, pair: 0.28, event: 0.85 },
}

/** Of those written for alerts half call for one: ordinary ones beside them tell how seldom that is. */
const WEIGHT = { told: 1, ordinary: 1, care: 0.3 } as const
/** A miss costs more than a false alarm. */
const MISSED = 1.5
/** Comments that hold a feature at least. */
const OFTEN = 2
/** A word of every comment says little by itself. */
const COMMON = 0.2
/** Errors of less are not learnt from: most comments are plainly no alert. */
const SURE = 0.01

interface Window {
  features: Int32Array
  values: Float32Array
}

/** How strongly a feature is told: by its kind, and a word by how rare it is in ordinary comments. */
export function strengths(
  examples: readonly PreparedAlert[],
  names: ReadonlyMap<number, FeatureName>,
  { strength }: AlertLearning,
): (feature: number) => number {
  const ordinary = examples.filter(({ source }) => source === 'ordinary')
  const count = countOf(ordinary)
  const most = Math.log(ordinary.length / 4)
  return (feature) => {
    const { kind } = names.get(feature) as FeatureName
    if (kind !== 'lemma') return strength[kind]
    const rarity = Math.log((ordinary.length + 1) / ((count.get(feature) ?? 0) + 0.5)) / most
    return strength[kind] * Math.max(COMMON, Math.min(1, rarity))
  }
}

function countOf(examples: readonly PreparedAlert[]): Map<number, number> {
  const count = new Map<number, number>()
  for (const { features } of examples) {
    const own = new Set<number>()
    for (const sentence of features) for (const feature of sentence) own.add(feature)
    for (const feature of own) count.set(feature, (count.get(feature) ?? 0) + 1)
  }
  return count
}

/** Half of the comments that the table was tuned on are learnt from without its frames. */
const isHidden = ({ writer, text }: PreparedAlert): boolean =>
  writer === TUNED && (text.length + text.charCodeAt(0)) % 2 === 0

/**
 * Seven logistic heads by AdaGrad (Duchi et al. 2011) with decay, averaged over the later half of the rounds. Of a
 * long comment the stretch counts in which a head is highest, as in multiple-instance learning.
 */
export function learnAlerts(
  examples: readonly PreparedAlert[],
  names: ReadonlyMap<number, FeatureName>,
  options: AlertLearning = ALERT_LEARNING,
): AlertWeights {
  const strengthOf = strengths(examples, names, options)
  const index = new Map<number, number>()
  const counts = countOf(examples.filter(({ source }) => source !== 'care'))
  for (const [feature, count] of counts) if (count >= OFTEN) index.set(feature, index.size)
  const strength = Float32Array.from(index.keys(), strengthOf)
  const size = index.size
  // Of unlabeled comments those that the table flags may be alerts.
  const used = examples.filter(({ source, table }) => source !== 'care' || table === 0)
  const windows = used.map((example) => windowsOf(example, index, strength, names))
  const weights = new Float32Array(size * ALERT_HEADS)
  const squares = new Float32Array(size * ALERT_HEADS).fill(1e-2)
  const means = new Float32Array(size * ALERT_HEADS)
  const bias = new Float64Array(ALERT_HEADS).fill(-3)
  const biasSquares = new Float64Array(ALERT_HEADS).fill(1)
  const meanBias = new Float64Array(ALERT_HEADS)
  const random = randomFrom(7)
  const { rounds, rate, decay } = options
  let averaged = 0
  for (let round = 0; round < rounds; round += 1) {
    for (const at of shuffled(used.length, random)) {
      const { alerts, source } = used[at] as PreparedAlert
      const { best, most } = highest(windows[at] as Window[], weights)
      for (let head = 0; head < ALERT_HEADS; head += 1) {
        const wanted = (alerts >> head) & 1
        const odds = (most[head] as number) + (bias[head] as number)
        const error = (1 / (1 + Math.exp(-odds)) - wanted) * WEIGHT[source] * (wanted ? MISSED : 1)
        if (Math.abs(error) < SURE) continue
        const { features, values } = best[head] as Window
        for (let i = 0; i < features.length; i += 1) {
          const f = (features[i] as number) * ALERT_HEADS + head
          const slope = error * (values[i] as number) + decay * (weights[f] as number)
          const square = (squares[f] as number) + slope * slope
          squares[f] = square
          weights[f] = (weights[f] as number) - (rate * slope) / Math.sqrt(square)
        }
        biasSquares[head] = (biasSquares[head] as number) + error * error
        bias[head] = (bias[head] as number) - (rate * error) / Math.sqrt(biasSquares[head] as number)
      }
    }
    if (round < rounds / 2) continue
    averaged += 1
    for (let head = 0; head < ALERT_HEADS; head += 1)
      meanBias[head] = (meanBias[head] as number) + (bias[head] as number)
    for (let i = 0; i < means.length; i += 1) means[i] = (means[i] as number) + (weights[i] as number)
  }
  for (let i = 0; i < means.length; i += 1)
    means[i] = ((means[i] as number) * (strength[Math.floor(i / ALERT_HEADS)] as number)) / averaged
  const often = Float32Array.from(index.keys(), (feature) => Math.sqrt(counts.get(feature) as number))
  return pack(
    [...index.keys()],
    often,
    means,
    [...meanBias].map((sum) => sum / averaged),
    options,
  )
}

function windowsOf(
  example: PreparedAlert,
  index: ReadonlyMap<number, number>,
  strength: Float32Array,
  names: ReadonlyMap<number, FeatureName>,
): Window[] {
  const hidden = isHidden(example)
  const windows: Window[] = []
  const count = example.features.length
  for (let first = 0; first === 0 || first + WINDOW <= count; first += 1) {
    const last = Math.min(count, first + WINDOW)
    const features: number[] = []
    let length = 0
    for (let s = first; s < last; s += 1) {
      length += example.words[s] as number
      for (const feature of example.features[s] as Int32Array) {
        const at = index.get(feature)
        if (at !== undefined && !(hidden && names.get(feature)?.kind === 'event')) features.push(at)
      }
    }
    const factor = lengthFactor(length)
    windows.push({
      features: Int32Array.from(features),
      values: Float32Array.from(features, (at) => factor * (strength[at] as number)),
    })
  }
  return windows
}

/** For each head the stretch in which it is highest. */
function highest(
  windows: readonly Window[],
  weights: Float32Array,
): { best: readonly Window[]; most: Float64Array } {
  const most = new Float64Array(ALERT_HEADS).fill(Number.NEGATIVE_INFINITY)
  const best: Window[] = new Array(ALERT_HEADS)
  const sums = new Float64Array(ALERT_HEADS)
  for (const window of windows) {
    const { features, values } = window
    sums.fill(0)
    for (let i = 0; i < features.length; i += 1) {
      const at = (features[i] as number) * ALERT_HEADS
      const value = values[i] as number
      for (let head = 0; head < ALERT_HEADS; head += 1)
        sums[head] = (sums[head] as number) + (weights[at + head] as number) * value
    }
    for (let head = 0; head < ALERT_HEADS; head += 1)
      if ((sums[head] as number) > (most[head] as number)) {
        most[head] = sums[head] as number
        best[head] = window
      }
  }
  return { best, most }
}

/** Eight bits a weight: the few largest are cut, the rest keep the steps. */
const LARGEST = 0.9997
const NEVER: AlertThresholds = { learnt: 0, table: 0, likely: 0 }

/** Keeps the features that weigh most in all: by their largest weight and how often they come. */
function pack(
  features: readonly number[],
  often: Float32Array,
  means: Float32Array,
  bias: readonly number[],
  { kept, least }: AlertLearning,
): AlertWeights {
  const rowAt = (i: number): number[] => [...means.subarray(i * ALERT_HEADS, (i + 1) * ALERT_HEADS)]
  const sizeOf = (i: number): number => (often[i] as number) * Math.max(...rowAt(i).map(Math.abs))
  const sizes = features.map((_, i) => sizeOf(i))
  const order = features
    .map((_, i) => i)
    .sort(
      (x, y) =>
        (sizes[y] as number) - (sizes[x] as number) ||
        ((features[x] as number) >>> 0) - ((features[y] as number) >>> 0),
    )
    .slice(0, kept)
    .sort((x, y) => ((features[x] as number) >>> 0) - ((features[y] as number) >>> 0))
  const all = order.flatMap(rowAt)
  const sorted = all.map(Math.abs).sort((x, y) => x - y)
  const scale = (sorted[Math.floor(sorted.length * LARGEST)] || 1) / 127
  return {
    rowOf: new Map(order.map((i, row) => [features[i] as number, row])),
    values: Int8Array.from(all, (value) =>
      Math.abs(value) < least * scale ? 0 : Math.max(-127, Math.min(127, Math.round(value / scale))),
    ),
    scale,
    bias,
    thresholds: bias.map(() => NEVER),
    reach: Number.POSITIVE_INFINITY,
  }
}

/** Log-odds of a prepared comment, as `createAlertScorer` gives them. */
export function scoreAlerts(
  { rowOf, values, scale, bias }: AlertWeights,
  { features, words }: PreparedAlert,
): number[] {
  const sums = features.map((sentence) => {
    const own = new Array<number>(ALERT_HEADS).fill(0)
    for (const feature of sentence) {
      const row = rowOf.get(feature)
      if (row === undefined) continue
      for (let head = 0; head < ALERT_HEADS; head += 1)
        own[head] = (own[head] as number) + (values[row * ALERT_HEADS + head] as number)
    }
    return own
  })
  return bias.map((base, head) => {
    let best = Number.NEGATIVE_INFINITY
    for (let first = 0; first === 0 || first + WINDOW <= sums.length; first += 1) {
      const last = Math.min(sums.length, first + WINDOW)
      let sum = 0
      let length = 0
      for (let s = first; s < last; s += 1) {
        sum += sums[s]?.[head] as number
        length += words[s] as number
      }
      best = Math.max(best, base + scale * lengthFactor(length) * sum)
    }
    return best
  })
}
