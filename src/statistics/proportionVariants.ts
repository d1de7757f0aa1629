import { normalQuantile } from './normal.js'
import { type Limits, requireShare } from './proportion.js'
import { requireLevel } from './require.js'

/** Intervals kept for comparison with other programs; Wilson's is the one to use. */

const quantile = (level: number) => normalQuantile((1 - requireLevel(level)) / 2, 'upper')

/**
 * Wilson's interval with the continuity correction of min(1/2, |k - n/2|).
 *
 * @throws PalauteError `bad_option` when k > n or a count is negative or not finite
 * Source: Newcombe 1998 method 4 as R's prop.test(correct = TRUE) computes it.
 * @example wilsonCorrectedInterval(7, 10) // {low: 0.35367, high: 0.91905}
 */
export function wilsonCorrectedInterval(k: number, n: number, level = 0.95): Limits {
  requireShare(k, n)
  const z = quantile(level)
  if (n === 0) return { low: 0, high: 1 }
  const correction = Math.min(0.5, Math.abs(k - n / 2)) / n
  const limit = (share: number, sign: number) =>
    (share + (z * z) / (2 * n) + sign * z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) /
    (1 + (z * z) / n)
  const [below, above] = [k / n - correction, k / n + correction]
  return {
    low: below <= 0 ? 0 : Math.max(0, limit(below, -1)),
    high: above >= 1 ? 1 : Math.min(1, limit(above, 1)),
  }
}

/**
 * Agresti-Coull interval: z²/2 answers added to each side, then the normal interval; not cut to 0..1.
 *
 * @throws PalauteError `bad_option` when k > n or a count is negative or not finite
 * Source: Agresti & Coull 1998.
 * @example agrestiCoullInterval(7, 10) // {low: 0.39233, high: 0.89666}
 */
export function agrestiCoullInterval(k: number, n: number, level = 0.95): Limits {
  requireShare(k, n)
  const z = quantile(level)
  const all = n + z * z
  const center = (k + (z * z) / 2) / all
  const half = z * Math.sqrt((center * (1 - center)) / all)
  return { low: center - half, high: center + half }
}

/**
 * Wald interval k/n ± z √(pq/n), not cut to 0..1. Has no width where k is 0 or n: for comparison only.
 *
 * @throws PalauteError `bad_option` when k > n or a count is negative or not finite
 * @example waldInterval(7, 10) // {low: 0.41597, high: 0.98403}
 */
export function waldInterval(k: number, n: number, level = 0.95): Limits {
  requireShare(k, n)
  const z = quantile(level)
  if (n === 0) return { low: 0, high: 1 }
  const half = z * Math.sqrt(((k / n) * ((n - k) / n)) / n)
  return { low: k / n - half, high: k / n + half }
}
