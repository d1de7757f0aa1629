import type { FeatureVector } from './features.js'

/** One logistic regression a label over the same hashed features; weights quantized to one byte. */
export interface LinearModel {
  labels: readonly string[]
  /** Hashes of the features, ascending; row i of the weights belongs to hash i. */
  hashes: Uint32Array
  /** Row-major: `labels.length` weights a feature, in units of the label's scale. */
  weights: Int8Array
  scales: Float32Array
  bias: Float32Array
  /** Probability from which a label is given. */
  thresholds: Float32Array
  /** Calibration: probability = 1 / (1 + exp(-(slope * score + intercept))). */
  slope: number
  intercept: number
}

/** Where a feature's weights stand, or -1: an open-addressing table of the hashes. */
export type RowFinder = (hash: number) => number

export function rowFinder(hashes: Uint32Array): RowFinder {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const mask = size - 1
  const rows = new Int32Array(size).fill(-1)
  for (let row = 0; row < hashes.length; row += 1) {
    let at = (hashes[row] as number) & mask
    while ((rows[at] as number) >= 0) at = (at + 1) & mask
    rows[at] = row
  }
  return (hash) => {
    let at = hash & mask
    for (;;) {
      const row = rows[at] as number
      if (row < 0 || hashes[row] === hash) return row
      at = (at + 1) & mask
    }
  }
}

/** Log-odds of every label, before calibration. */
export function scoreLabels(
  model: LinearModel,
  find: RowFinder,
  { keys, values }: FeatureVector,
  into: Float32Array,
): void {
  const { weights, scales, bias } = model
  const width = scales.length
  into.fill(0)
  for (let at = 0; at < keys.length; at += 1) {
    const row = find(keys[at] as number)
    if (row < 0) continue
    const value = values[at] as number
    const start = row * width
    for (let label = 0; label < width; label += 1)
      into[label] = (into[label] as number) + value * (weights[start + label] as number)
  }
  for (let label = 0; label < width; label += 1)
    into[label] = (into[label] as number) * (scales[label] as number) + (bias[label] as number)
}

export function probability(model: LinearModel, score: number): number {
  return 1 / (1 + Math.exp(-(model.slope * score + model.intercept)))
}
