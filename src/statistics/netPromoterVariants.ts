import { moverDifference } from './mover.js'
import { npsVariance } from './netPromoter.js'
import { normalQuantile } from './normal.js'
import { type Limits, wilsonInterval } from './proportion.js'
import { requireLevel } from './require.js'
import { tQuantile } from './studentT.js'

/**
 * Wald interval x ± z √(v/n), not cut to -1..1. Covers 64-84 % at n = 10: for comparison only.
 *
 * @throws PalauteError `bad_option` when the counts do not fit, or n is 0
 * Source: CRAN package NPS.
 * @example npsWaldInterval(70, 10, 100) // {low: 0.46999, high: 0.73001}
 */
export function npsWaldInterval(promoters: number, detractors: number, n: number, level = 0.95): Limits {
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  const half = z * Math.sqrt(npsVariance(promoters, detractors, n) / n)
  const x = (promoters - detractors) / n
  return { low: x - half, high: x + half }
}

/**
 * Student's t interval x ± t(n - 1) √(v/(n - 1)), not cut to -1..1; null for a single answer.
 *
 * @throws PalauteError `bad_option` when the counts do not fit, or n is 0
 * Source: t interval of the scores -1, 0, 1.
 */
export function npsTInterval(promoters: number, detractors: number, n: number, level = 0.95): Limits | null {
  const variance = npsVariance(promoters, detractors, n)
  requireLevel(level)
  if (n <= 1) return null
  const half = tQuantile((1 - level) / 2, n - 1, 'upper') * Math.sqrt(variance / (n - 1))
  const x = (promoters - detractors) / n
  return { low: x - half, high: x + half }
}

/**
 * Interval of the net share as the difference of two dependent proportions: MOVER of Wilson limits with the
 * correlation of promoters and detractors, cut to -1..1.
 *
 * @throws PalauteError `bad_option` when the counts do not fit, or n is 0
 * Source: Newcombe 1998 method 10 for paired data; Tang et al. 2010.
 * @example npsMoverInterval(70, 10, 100) // {low: 0.45176, high: 0.71077}
 */
export function npsMoverInterval(promoters: number, detractors: number, n: number, level = 0.95): Limits {
  npsVariance(promoters, detractors, n)
  const p = { value: promoters / n, ...wilsonInterval(promoters, n, level) }
  const d = { value: detractors / n, ...wilsonInterval(detractors, n, level) }
  const spread = Math.sqrt(p.value * (1 - p.value) * d.value * (1 - d.value))
  const correlation = spread > 0 ? -(p.value * d.value) / spread : 0
  if (correlation === 0) {
    const { low, high } = moverDifference(p, d)
    return { low: Math.max(-1, low), high: Math.min(1, high) }
  }
  const side = (a: number, b: number) => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b))
  const x = p.value - d.value
  return {
    low: Math.max(-1, x - side(p.value - p.low, d.high - d.value)),
    high: Math.min(1, x + side(p.high - p.value, d.value - d.low)),
  }
}
