import { moverDifference } from './mover.js'
import { npsScoreInterval, npsVariance } from './netPromoter.js'
import { normalQuantile, normalTails } from './normal.js'
import type { Limits } from './proportion.js'
import { requireLevel } from './require.js'
import { tTails } from './studentT.js'

/** Answers of one sample by class. */
export interface NetCounts {
  promoters: number
  detractors: number
  n: number
}

export interface NpsTest {
  /** First minus second, on -2..2. */
  difference: number
  /** Of the default method: adjusted z from 10 answers in each sample, MOVER of score intervals below. */
  interval: Limits
  p: number
  method: 'adjusted-z' | 'mover-score'
}

export interface AdjustedNpsDifference {
  /** Difference of the adjusted net shares; the raw one is in the name of the caller. */
  difference: number
  standardError: number
  z: number
  p: number
  interval: Limits
}

/**
 * Adjusted z of the difference of two net promoter shares: 3/8 answers to promoters and detractors and 3/2 in
 * all are added to each sample. Error of the first kind at most 5.9 % from n = 10 on for equal samples.
 *
 * @throws PalauteError `bad_option` when the counts are negative, not finite or do not fit in n
 * Source: the adjusted Wald family of Agresti & Min 2005 with half its weight in each sample.
 * @example adjustedNpsDifference({promoters: 70, detractors: 10, n: 100}, {promoters: 55, detractors: 20, n: 100}).p
 * // 0.0166
 */
export function adjustedNpsDifference(
  first: NetCounts,
  second: NetCounts,
  level = 0.95,
): AdjustedNpsDifference {
  const adjusted = ({ promoters, detractors, n }: NetCounts) => {
    const all = n + 1.5
    return {
      net: (promoters - detractors) / all,
      variance: npsVariance(promoters + 0.375, detractors + 0.375, all) / all,
    }
  }
  const [a, b] = [adjusted(first), adjusted(second)]
  const difference = a.net - b.net
  const standardError = Math.sqrt(a.variance + b.variance)
  const z = difference / standardError
  const half = normalQuantile((1 - requireLevel(level)) / 2, 'upper') * standardError
  return {
    difference,
    standardError,
    z,
    p: Math.min(1, 2 * normalTails(Math.abs(z)).upper),
    interval: { low: difference - half, high: difference + half },
  }
}

/**
 * MOVER interval of the difference of two net promoter shares, from score or adjusted Wald limits.
 *
 * @throws PalauteError `bad_option` when the counts do not fit
 * Source: Zou & Donner 2008 with Tango's limits; error of the first kind at most 5.4 % below n = 10.
 */
export function moverNpsDifference(
  first: NetCounts,
  second: NetCounts,
  level = 0.95,
  limits: typeof npsScoreInterval = npsScoreInterval,
): Limits {
  const term = ({ promoters, detractors, n }: NetCounts) => ({
    value: n === 0 ? 0 : (promoters - detractors) / n,
    ...limits(promoters, detractors, n, level),
  })
  return moverDifference(term(first), term(second))
}

/**
 * Test of two independent net promoter shares; the default of the library.
 *
 * @throws PalauteError `bad_option` when the counts do not fit
 * @example npsDifference({promoters: 70, detractors: 10, n: 100}, {promoters: 55, detractors: 20, n: 100}).difference
 * // 0.25
 */
export function npsDifference(first: NetCounts, second: NetCounts, level = 0.95): NpsTest {
  const net = ({ promoters, detractors, n }: NetCounts) => (n === 0 ? 0 : (promoters - detractors) / n)
  const difference = net(first) - net(second)
  if (Math.min(first.n, second.n) >= 10) {
    const { interval, p } = adjustedNpsDifference(first, second, level)
    return { difference, interval, p, method: 'adjusted-z' }
  }
  return {
    difference,
    interval: moverNpsDifference(first, second, level),
    p: moverTestP(first, second),
    method: 'mover-score',
  }
}

/** The level at which the MOVER interval just touches zero, by bisection on the logarithm of 1 - level. */
function moverTestP(first: NetCounts, second: NetCounts): number {
  const excludes = (alpha: number) => {
    const { low, high } = moverNpsDifference(first, second, 1 - alpha)
    return low > 0 || high < 0
  }
  let low = Math.log(1e-15)
  let high = Math.log1p(-1e-9)
  if (!excludes(Math.exp(high))) return 1
  for (let i = 0; i < 60 && high - low > 1e-12; i += 1) {
    const middle = (low + high) / 2
    if (excludes(Math.exp(middle))) high = middle
    else low = middle
  }
  return Math.exp(high)
}

export interface WaldNpsDifference {
  difference: number
  standardError: number
  /** Null where neither sample has any spread. */
  z: number | null
  p: number | null
  t: number | null
  df: number | null
  tP: number | null
}

/**
 * Plain z and Welch's t for the difference of two net promoter shares, as other programs give them. Both flag
 * up to 30 % of equal pairs when a small sample meets a large one near the best end: for comparison only.
 *
 * @throws PalauteError `bad_option` when the counts do not fit, or a sample is empty
 * Source: CRAN package NPS, nps.test (z); Welch 1947 (t).
 */
export function waldNpsDifference(first: NetCounts, second: NetCounts): WaldNpsDifference {
  const v1 = npsVariance(first.promoters, first.detractors, first.n)
  const v2 = npsVariance(second.promoters, second.detractors, second.n)
  const difference =
    (first.promoters - first.detractors) / first.n - (second.promoters - second.detractors) / second.n
  const standardError = Math.sqrt(v1 / first.n + v2 / second.n)
  const none = { difference, standardError, z: null, p: null, t: null, df: null, tP: null }
  if (standardError === 0) return none
  const z = difference / standardError
  const withZ = { ...none, z, p: Math.min(1, 2 * normalTails(Math.abs(z)).upper) }
  if (first.n < 2 || second.n < 2) return withZ
  const [e1, e2] = [v1 / (first.n - 1), v2 / (second.n - 1)]
  const t = difference / Math.sqrt(e1 + e2)
  const df = (e1 + e2) ** 2 / (e1 ** 2 / (first.n - 1) + e2 ** 2 / (second.n - 1))
  return { ...withZ, t, df, tP: Math.min(1, 2 * tTails(Math.abs(t), df).upper) }
}
