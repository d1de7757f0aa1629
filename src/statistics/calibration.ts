export type Label = string | number

/** Classes that weights were calibrated on, and the weights before. */
export interface Calibration {
  /** One labelling of the records per margin. */
  margins: readonly (readonly Label[])[]
  baseWeights: readonly number[]
  weights: readonly number[]
}

/** Residuals of the linearized values on the calibration classes, each margin swept in turn. */
export function calibrationResiduals(
  values: readonly number[],
  calibration: Calibration,
  frequency: readonly number[],
): number[] {
  const { margins, weights, baseWeights } = calibration
  let scaled = values.map((value, i) => ((weights[i] ?? 0) > 0 ? value / (weights[i] ?? 1) : 0))
  // One margin: post-stratification, base weights count, one sweep is exact. Several: R's svyrecvar sweeps
  // unweighted class means ten times over the margins, and so the variance here is the same figure.
  const rounds = margins.length > 1 ? 10 : 1
  for (let round = 0; round < rounds; round += 1)
    for (const margin of margins) {
      const sums = new Map<Label, { sum: number; size: number }>()
      scaled.forEach((value, i) => {
        const of = (frequency[i] ?? 1) * (margins.length > 1 ? 1 : (baseWeights[i] ?? 1))
        const cell = sums.get(margin[i] ?? '') ?? { sum: 0, size: 0 }
        sums.set(margin[i] ?? '', { sum: cell.sum + value * of, size: cell.size + of })
      })
      scaled = scaled.map((value, i) => {
        const cell = sums.get(margin[i] ?? '')
        return cell === undefined || cell.size === 0 ? value : value - cell.sum / cell.size
      })
    }
  return scaled.map((value, i) => value * (weights[i] ?? 0))
}
