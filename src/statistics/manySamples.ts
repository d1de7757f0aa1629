import { chiSquareTails } from './chiSquare.js'
import { fTails } from './fisherF.js'
import { npsVariance } from './netPromoter.js'
import type { NetCounts } from './netPromoterDifference.js'
import { requireNumber } from './require.js'

export interface HomogeneityTest {
  /** Weighted sum of squared distances from the common value, Σ w (x - x̄)². */
  q: number
  df: number
  p: number
}

/**
 * Are several net promoter shares the same? Each sample is given 3/8 answers in both outer classes and 3/2 in
 * all, as in the test of two; with two samples it is that test squared.
 *
 * @param samples independent; empty ones are left out
 * @returns null with fewer than two samples that have answers
 * @throws PalauteError `bad_option` when counts are negative, not finite or do not fit in n
 * Source: Cochran 1954 (Q), with the adjusted variances of {@link adjustedNpsDifference}.
 * @example npsHomogeneity([{promoters: 70, detractors: 10, n: 100}, {promoters: 55, detractors: 20, n: 100}])?.p
 * // 0.01662
 */
export function npsHomogeneity(samples: readonly NetCounts[]): HomogeneityTest | null {
  const adjusted = samples
    .filter(({ n }) => n > 0)
    .map(({ promoters, detractors, n }) => {
      const all = n + 1.5
      const variance = npsVariance(promoters + 0.375, detractors + 0.375, all) / all
      return { value: (promoters - detractors) / all, weight: 1 / variance }
    })
  if (adjusted.length < 2) return null
  const total = adjusted.reduce((sum, { weight }) => sum + weight, 0)
  const center = adjusted.reduce((sum, { value, weight }) => sum + weight * value, 0) / total
  const q = adjusted.reduce((sum, { value, weight }) => sum + weight * (value - center) ** 2, 0)
  const df = adjusted.length - 1
  return { q, df, p: chiSquareTails(q, df).upper }
}

export interface OneWayTest {
  f: number
  df1: number
  /** Need not be whole. */
  df2: number
  p: number
}

/**
 * Are several means the same, without assuming that the spreads are? Welch's analysis of variance.
 *
 * @param groups independent samples
 * @returns null with fewer than two groups, or where a group has one value or no spread
 * @throws PalauteError `bad_option` when a value is NaN
 * Source: Welch 1951; equals R's oneway.test.
 * @example oneWayTest([[5, 4, 4, 3], [3, 4, 2, 3], [1, 2, 3, 3]])?.f // 3.598
 */
export function oneWayTest(groups: readonly (readonly number[])[]): OneWayTest | null {
  const k = groups.length
  const parts = groups.map((group, g) => {
    const n = group.length
    const mean = group.reduce((sum, value, i) => sum + requireNumber(value, `groups[${g}][${i}]`), 0) / n
    const variance = group.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
    return { n, mean, weight: n / variance }
  })
  if (k < 2 || parts.some(({ weight }) => !(weight > 0 && weight < Infinity))) return null
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  const center = parts.reduce((sum, { mean, weight }) => sum + weight * mean, 0) / total
  const slack =
    parts.reduce((sum, { n, weight }) => sum + (1 - weight / total) ** 2 / (n - 1), 0) / (k * k - 1)
  const between = parts.reduce((sum, { mean, weight }) => sum + weight * (mean - center) ** 2, 0) / (k - 1)
  const f = between / (1 + 2 * (k - 2) * slack)
  const df2 = 1 / (3 * slack)
  return { f, df1: k - 1, df2, p: fTails(f, k - 1, df2).upper }
}
