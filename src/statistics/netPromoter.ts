import { PalauteError } from '../errors.js'
import { bracketedRoot } from './bracketedRoot.js'
import { normalQuantile } from './normal.js'
import type { Limits } from './proportion.js'
import { requireCount, requireLevel } from './require.js'

/** Checks the counts of a net score; fractions are allowed, since effective counts are rarely whole. */
export function requireNetCounts(promoters: number, detractors: number, n: number): void {
  requireCount(promoters, 'promoters')
  requireCount(detractors, 'detractors')
  requireCount(n, 'n')
  // Effective counts are products: let them pass n by rounding only.
  if (promoters + detractors > n * (1 + 1e-12))
    throw new PalauteError(
      'bad_option',
      `promoters + detractors must not be above n, got ${promoters} + ${detractors} > ${n}.`,
      { path: 'n' },
    )
}

/**
 * Variance of one answer scored -1, 0 or 1: P + D - (P - D)², on 0..1 (scale -1..1 squared).
 *
 * @throws PalauteError `bad_option` when the counts are not counts, or n is 0
 * Source: multinomial moments; svymean and sd divide by n - 1 in the standard error, √(variance / (n - 1)).
 * @example npsVariance(70, 10, 100) // 0.44
 */
export function npsVariance(promoters: number, detractors: number, n: number): number {
  requireNetCounts(promoters, detractors, n)
  if (n === 0) throw new PalauteError('bad_option', 'n must be above 0.', { path: 'n' })
  const p = promoters / n
  const d = detractors / n
  return Math.max(0, p * (1 - p) + d * (1 - d) + 2 * p * d)
}

/** Variance of the net count under the null value t, with the restricted estimate of the detractors' share. */
function restrictedVariance(b: number, c: number, n: number, t: number): number {
  const linear = (2 * n - b + c) * t - b - c
  const constant = -c * t * (1 - t)
  const root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant))
  const share = linear > 0 ? (-2 * constant) / (linear + root) : (root - linear) / (4 * n)
  return n * Math.max(0, 2 * share + t * (1 - t))
}

/**
 * Score interval of the net promoter share, on -1..1. The net share is a paired difference of proportions,
 * so the limits are the t that solve (b - c - n t) / √(n (2 r + t (1 - t))) = ±z with b promoters,
 * c detractors and r the share of detractors that is likeliest given t. Never leaves -1..1 and always
 * holds the estimate; it is also right where every answer is the same.
 *
 * @param promoters may be fractional (effective counts)
 * @param detractors may be fractional
 * @param n all answers, passives too; 0 gives the whole range, since nothing is known
 * @param level confidence level, 0.95 unless told
 * @throws PalauteError `bad_option` when the counts are negative, not finite or do not fit in n
 * Source: Tango 1998, Statistics in Medicine 17:891.
 * @example npsScoreInterval(70, 10, 100) // {low: 0.45217, high: 0.71277}
 */
export function npsScoreInterval(promoters: number, detractors: number, n: number, level = 0.95): Limits {
  requireNetCounts(promoters, detractors, n)
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  if (n === 0) return { low: -1, high: 1 }
  const low = lowerLimit(promoters, detractors, n, z)
  return { low, high: 0 - lowerLimit(detractors, promoters, n, z) }
}

/** The upper limit is the lower one of the mirrored counts. */
function lowerLimit(b: number, c: number, n: number, z: number): number {
  if (c >= n) return -1
  const x = Math.min(1, Math.max(-1, (b - c) / n))
  // At t = x both terms may vanish (all answers alike), which is not the root sought: just below it f < 0.
  const f = (t: number) =>
    t === x ? -z * Math.sqrt(n) : n * (x - t) - z * Math.sqrt(restrictedVariance(b, c, n, t))
  return bracketedRoot(f, -1, x)
}

/**
 * Adjusted Wald interval of the net promoter share, on -1..1: `add` answers to promoters and to detractors and
 * `total` in all, then the plain normal interval, cut to -1..1.
 *
 * (3/4, 3) is Rocks' default; (1/2, 2) is Agresti-Min; (1, 2) is Bonett-Price; (3/8, 3/2) serves differences.
 * @throws PalauteError `bad_option` when the counts are negative, not finite or do not fit in n
 * Source: Rocks 2016 (arXiv 1601.07235); Agresti & Min 2005; Bonett & Price 2012.
 * @example npsAdjustedWaldInterval(70, 10, 100) // {low: 0.4527, high: 0.7124}
 */
export function npsAdjustedWaldInterval(
  promoters: number,
  detractors: number,
  n: number,
  level = 0.95,
  add = 0.75,
  total = 3,
): Limits {
  requireNetCounts(promoters, detractors, n)
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  const all = n + total
  if (all === 0) return { low: -1, high: 1 }
  const center = (promoters - detractors) / all
  const half = z * Math.sqrt(npsVariance(promoters + add, detractors + add, all) / all)
  return { low: Math.max(-1, center - half), high: Math.min(1, center + half) }
}
