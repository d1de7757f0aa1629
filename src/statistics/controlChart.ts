import { PalauteError } from '../errors.js'
import { binomialQuantile, requireWhole } from './binomial.js'
import { requireCount, requireNumber, requirePositive } from './require.js'

// d2 of two observations: the mean range of two standard normal values, 2/√π.
const meanRange = 2 / Math.sqrt(Math.PI)

export interface ProportionChart {
  center: number
  /** Standard error of each point at the center. */
  sigma: number[]
  z: number[]
  /** Laney's inflation for overdispersion: mean |z(t) - z(t-1)| / 1.128; null for a single point. */
  sigmaZ: number | null
  limits: { low: number[]; high: number[] }
  /** Limits of the p'-chart: with sigmaZ. */
  laney: { low: number[]; high: number[] } | null
}

/**
 * p-chart of shares over time with 3 sigma limits, and Laney's p'-chart for large and overdispersed samples.
 *
 * @param k hits per period
 * @param n answers per period, above 0
 * @returns null where every answer is the same: there is no spread to draw limits from
 * @throws PalauteError `bad_option` when the lists differ in length or counts do not fit
 * Source: Shewhart 1931; Laney 2002.
 * @example proportionChart([5, 8], [100, 120])?.center // 0.0591
 */
export function proportionChart(k: readonly number[], n: readonly number[]): ProportionChart | null {
  if (k.length !== n.length)
    throw new PalauteError('bad_option', 'k and n must be equally long.', { path: 'n' })
  let hits = 0
  let answers = 0
  k.forEach((count, i) => {
    const size = requirePositive(n[i] ?? Number.NaN, `n[${i}]`)
    if (requireCount(count, `k[${i}]`) > size)
      throw new PalauteError('bad_option', `k[${i}] must not be above n[${i}].`, { path: `k[${i}]` })
    hits += count
    answers += size
  })
  const center = hits / answers
  if (!(center > 0 && center < 1)) return null
  const sigma = n.map((size) => Math.sqrt((center * (1 - center)) / size))
  const z = k.map((count, i) => (count / (n[i] ?? 1) - center) / (sigma[i] ?? 1))
  const steps = z.slice(1).map((value, i) => Math.abs(value - (z[i] ?? 0)))
  const sigmaZ = steps.length ? steps.reduce((sum, step) => sum + step, 0) / steps.length / meanRange : null
  const limits = (factor: number) => ({
    low: sigma.map((s) => Math.max(0, center - 3 * factor * s)),
    high: sigma.map((s) => Math.min(1, center + 3 * factor * s)),
  })
  return { center, sigma, z, sigmaZ, limits: limits(1), laney: sigmaZ === null ? null : limits(sigmaZ) }
}

export interface Ewma {
  values: number[]
  /** 3 √(λ/(2 - λ) (1 - (1 - λ)^2t)), on both sides of 0. */
  limits: number[]
}

/**
 * Exponentially weighted moving average of standardized values with its exact limits.
 *
 * @param lambda weight of the newest value, above 0 and at most 1; 0.2 unless told
 * @throws PalauteError `bad_option` when lambda is out of its range or a value is NaN
 * Source: Roberts 1959; Lucas & Saccucci 1990.
 * @example ewma([1, 1]).values // [0.2, 0.36]
 */
export function ewma(z: readonly number[], lambda = 0.2): Ewma {
  if (!(lambda > 0 && lambda <= 1))
    throw new PalauteError('bad_option', `lambda must be above 0 and at most 1; got ${lambda}.`, {
      path: 'lambda',
    })
  let value = 0
  const values = z.map((next, i) => {
    value = lambda * requireNumber(next, `z[${i}]`) + (1 - lambda) * value
    return value
  })
  const limits = z.map((_, i) => 3 * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (i + 1)))))
  return { values, limits }
}

export interface Cusum {
  /** Sums of what passes target + k, and of what falls short of target - k, in standard errors. */
  above: number[]
  below: number[]
  /** First point where a sum passes h, 0-based; null where none does. */
  signal: number | null
}

/**
 * Tabular cumulative sums of standardized values.
 *
 * @param values one per period
 * @param standardErrors of each, above 0
 * @param k slack in standard errors, 0.5 unless told
 * @param h decision limit in standard errors, 4 unless told
 * @throws PalauteError `bad_option` when the lists differ in length or an error is not positive
 * Source: Page 1954; Montgomery 2009 (9.2).
 */
export function cusum(
  values: readonly number[],
  standardErrors: readonly number[],
  target: number,
  k = 0.5,
  h = 4,
): Cusum {
  if (values.length !== standardErrors.length)
    throw new PalauteError('bad_option', 'values and standardErrors must be equally long.', {
      path: 'standardErrors',
    })
  const above: number[] = []
  const below: number[] = []
  values.forEach((value, i) => {
    const error = requirePositive(standardErrors[i] ?? Number.NaN, `standardErrors[${i}]`)
    const z = (requireNumber(value, `values[${i}]`) - target) / error
    above.push(Math.max(0, (above.at(-1) ?? 0) + z - k))
    below.push(Math.max(0, (below.at(-1) ?? 0) - z - k))
  })
  const signal = above.findIndex((sum, i) => sum > h || (below[i] ?? 0) > h)
  return { above, below, signal: signal < 0 ? null : signal }
}

/**
 * Limits of the run rules: a run longer than `longestRun` or fewer crossings of the median than `fewestCrossings`
 * shows that something shifted. `points`: those not on the median itself.
 *
 * @throws PalauteError `bad_option` when points is not a whole number above 0
 * Source: Anhøj & Olesen 2014: round(log2(n) + 3), and the 5 % quantile of binomial(n - 1, 1/2).
 * @example runLimits(24) // {longestRun: 8, fewestCrossings: 8}
 */
export function runLimits(points: number): { longestRun: number; fewestCrossings: number } {
  requirePositive(requireWhole(points, 'points'), 'points')
  return {
    longestRun: Math.round(Math.log2(points) + 3),
    fewestCrossings: binomialQuantile(0.05, points - 1, 0.5),
  }
}
