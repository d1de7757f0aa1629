import type { FeatureVector } from './features.js'
import type { LinearModel } from './model.js'
import { rowFinder } from './model.js'

/** A comment to learn from: its features and the numbers of its labels. */
export interface Example {
  vector: FeatureVector
  labels: readonly number[]
  /** How much it counts; default 1. */
  weight?: number
  /** Labels that this example says nothing about (a source that knows only some of the labels). */
  silent?: ReadonlySet<number>
}

export interface FitOptions {
  /** Weights that learning starts from and is drawn back to, by feature hash. */
  prior?: ReadonlyMap<number, Float32Array | readonly number[]>
  priorBias?: readonly number[]
  epochs?: number
  rate?: number
  /** How strongly weights are drawn back to the prior each round. */
  decay?: number
  /** A positive counts so many times; above 1 favors recall of rare labels. */
  positive?: number
  /** Features in fewer comments are left out, unless the prior knows them. */
  leastComments?: number
  /** Rows kept in the end: those with the largest weights. */
  rows?: number
  seed?: number
}

/** Weights before quantization. */
export interface Fitted {
  hashes: Uint32Array
  weights: Float32Array
  bias: Float32Array
}

/**
 * Fits one-vs-rest logistic regressions together by AdaGrad (Duchi, Hazan & Singer 2011), averaging the weights
 * over the second half of the rounds. Deterministic: same examples, options and seed, same weights.
 */
export function fitLinear(examples: readonly Example[], width: number, options: FitOptions = {}): Fitted {
  const { prior = new Map(), priorBias, epochs = 16, rate = 0.25, decay = 0.02, positive = 1.5 } = options
  const { leastComments = 2, seed = 7 } = options
  const counts = new Map<number, number>()
  for (const { vector } of examples)
    for (const key of vector.keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const key of prior.keys()) counts.set(key, Number.POSITIVE_INFINITY)
  const hashes = Uint32Array.from(
    [...counts].filter(([, count]) => count >= leastComments).map(([key]) => key),
  ).sort()
  const find = rowFinder(hashes)
  const base = new Float32Array(hashes.length * width)
  for (const [key, row] of prior) base.set(row, find(key) * width)
  const weights = base.slice()
  const bias = Float32Array.from({ length: width }, (_, label) => priorBias?.[label] ?? -4)
  const squares = new Float32Array(weights.length).fill(0.1)
  const biasSquares = new Float32Array(width).fill(1)
  const rows = examples.map(({ vector }) => Int32Array.from(vector.keys, (key) => find(key)))
  const truths = examples.map(({ labels }) => {
    const truth = new Uint8Array(width)
    for (const label of labels) truth[label] = 1
    return truth
  })
  const order = Int32Array.from(examples, (_, index) => index)
  const random = randomFrom(seed)
  const scores = new Float32Array(width)
  const touched = new Int32Array(width)
  const mean = new Float64Array(weights.length)
  const meanBias = new Float64Array(width)
  let rounds = 0
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const index of order) {
      const { vector, silent, weight = 1 } = examples[index] as Example
      const truth = truths[index] as Uint8Array
      const mine = rows[index] as Int32Array
      scores.set(bias)
      for (let at = 0; at < mine.length; at += 1) {
        const row = mine[at] as number
        if (row < 0) continue
        const value = vector.values[at] as number
        const start = row * width
        for (let label = 0; label < width; label += 1)
          scores[label] = (scores[label] as number) + value * (weights[start + label] as number)
      }
      let count = 0
      for (let label = 0; label < width; label += 1) {
        const truthHere = truth[label] as number
        let error = 1 / (1 + Math.exp(-(scores[label] as number))) - truthHere
        if (truthHere === 1) error *= positive
        error *= weight
        // What is already certain teaches nothing; most labels of most comments are.
        if ((error < 0.01 && error > -0.01) || silent?.has(label)) continue
        scores[label] = error
        touched[count] = label
        count += 1
        const square = (biasSquares[label] as number) + error * error
        biasSquares[label] = square
        bias[label] = (bias[label] as number) - (0.5 * rate * error) / Math.sqrt(square)
      }
      for (let at = 0; at < mine.length; at += 1) {
        const row = mine[at] as number
        if (row < 0) continue
        const value = vector.values[at] as number
        const start = row * width
        for (let k = 0; k < count; k += 1) {
          const label = touched[k] as number
          const gradient = value * (scores[label] as number)
          const square = (squares[start + label] as number) + gradient * gradient
          squares[start + label] = square
          weights[start + label] = (weights[start + label] as number) - (rate * gradient) / Math.sqrt(square)
        }
      }
    }
    for (let at = 0; at < weights.length; at += 1)
      weights[at] = (weights[at] as number) + decay * ((base[at] as number) - (weights[at] as number))
    if (epoch >= epochs >> 1) {
      rounds += 1
      for (let at = 0; at < weights.length; at += 1) mean[at] = (mean[at] as number) + (weights[at] as number)
      for (let at = 0; at < width; at += 1) meanBias[at] = (meanBias[at] as number) + (bias[at] as number)
    }
  }
  return {
    hashes,
    weights: Float32Array.from(mean, (sum) => sum / rounds),
    bias: Float32Array.from(meanBias, (sum) => sum / rounds),
  }
}

/** Keeps the rows with the largest weights and quantizes each label to one byte. */
export function quantize(
  fitted: Fitted,
  labels: readonly string[],
  rows = Number.POSITIVE_INFINITY,
): LinearModel {
  const width = labels.length
  const norms = Float64Array.from(fitted.hashes, (_, row) => {
    let sum = 0
    for (let label = 0; label < width; label += 1) sum += (fitted.weights[row * width + label] as number) ** 2
    return sum
  })
  const kept = [...norms.keys()].sort((a, b) => (norms[b] as number) - (norms[a] as number)).slice(0, rows)
  kept.sort((a, b) => a - b)
  const scales = new Float32Array(width)
  for (const row of kept)
    for (let label = 0; label < width; label += 1)
      scales[label] = Math.max(
        scales[label] as number,
        Math.abs(fitted.weights[row * width + label] as number) / 127,
      )
  for (let label = 0; label < width; label += 1) if (scales[label] === 0) scales[label] = 1
  const weights = new Int8Array(kept.length * width)
  for (const [at, row] of kept.entries())
    for (let label = 0; label < width; label += 1)
      weights[at * width + label] = Math.round(
        (fitted.weights[row * width + label] as number) / (scales[label] as number),
      )
  return {
    labels,
    hashes: Uint32Array.from(kept, (row) => fitted.hashes[row] as number),
    weights,
    scales,
    bias: fitted.bias,
    thresholds: new Float32Array(width).fill(0.5),
    slope: 1,
    intercept: 0,
  }
}

/** Mulberry32: the same numbers on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle(order: Int32Array | number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] as number
    order[at] = order[other] as number
    order[other] = kept
  }
}
