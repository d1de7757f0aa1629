import { chiSquareTails } from './chiSquare.js'
import { moverDifference } from './mover.js'
import { normalQuantile } from './normal.js'
import { type Limits, requireShare, wilsonInterval } from './proportion.js'
import { requireLevel } from './require.js'

export interface ProportionDifference {
  difference: number
  /** Newcombe's interval (method 10): MOVER of two Wilson intervals. */
  interval: Limits
  /** For comparison only. */
  wald: Limits
  /** Pearson's chi-square without and with Yates' correction; null where both samples are all alike. */
  chiSquare: number | null
  p: number | null
  pYates: number | null
}

/**
 * Difference of two independent proportions, first minus second.
 *
 * @throws PalauteError `bad_option` when k > n, a count is negative, or a sample is empty
 * Source: Newcombe 1998; R's prop.test.
 * @example proportionDifference(56, 70, 48, 80).interval // {low: 0.0524, high: 0.3339}
 */
export function proportionDifference(
  k1: number,
  n1: number,
  k2: number,
  n2: number,
  level = 0.95,
): ProportionDifference {
  requireShare(k1, n1, true)
  requireShare(k2, n2, true)
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  const p1 = k1 / n1
  const p2 = k2 / n2
  const difference = p1 - p2
  const half = z * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2)
  const pooled = (k1 + k2) / (n1 + n2)
  const spread = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
  const none = !(spread > 0)
  const yates = Math.min(0.5, Math.abs(difference) / (1 / n1 + 1 / n2))
  const chiSquare = none ? null : difference ** 2 / spread
  const corrected = (Math.abs(difference) - yates * (1 / n1 + 1 / n2)) ** 2 / spread
  return {
    difference,
    interval: moverDifference(
      { value: p1, ...wilsonInterval(k1, n1, level) },
      { value: p2, ...wilsonInterval(k2, n2, level) },
    ),
    wald: { low: difference - half, high: difference + half },
    chiSquare,
    p: chiSquare === null ? null : chiSquareTails(chiSquare, 1).upper,
    pYates: none ? null : chiSquareTails(corrected, 1).upper,
  }
}
