import { PalauteError } from '../errors.js'
import { betaQuantile } from './beta.js'
import { normalQuantile } from './normal.js'
import { requireCount, requireLevel } from './require.js'

export interface Limits {
  low: number
  high: number
}

export function requireShare(k: number, n: number, some = false): void {
  requireCount(k, 'k')
  requireCount(n, 'n')
  if (some && n === 0) throw new PalauteError('bad_option', 'n must be above 0.', { path: 'n' })
  if (k > n)
    throw new PalauteError('bad_option', `k must not be above n, got k = ${k} and n = ${n}.`, { path: 'k' })
}

/**
 * Wilson's score interval of a proportion, on 0..1.
 *
 * center = (k/n + z²/2n) / (1 + z²/n), half = z √(pq/n + z²/4n²) / (1 + z²/n)
 * @param k how many; fractions are allowed (effective counts)
 * @param n out of how many; 0 gives the whole range, since nothing is known
 * @param level confidence level, 0.95 unless told
 * @throws PalauteError `bad_option` when k > n or a count is negative or not finite
 * Source: Wilson 1927; equals R's prop.test(correct = FALSE).
 * @example wilsonInterval(8, 10) // {low: 0.4901625, high: 0.9433178}
 */
export function wilsonInterval(k: number, n: number, level = 0.95): Limits {
  requireShare(k, n)
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  if (n === 0) return { low: 0, high: 1 }
  const scale = 1 + (z * z) / n
  const center = (k / n + (z * z) / (2 * n)) / scale
  const half = (z * Math.sqrt(((k / n) * ((n - k) / n)) / n + (z * z) / (4 * n * n))) / scale
  return { low: k === 0 ? 0 : Math.max(0, center - half), high: k === n ? 1 : Math.min(1, center + half) }
}

/**
 * Jeffreys' interval: quantiles of the beta posterior with shapes k + 1/2 and n - k + 1/2, with 0 and 1 at the
 * ends where nothing or everything was counted.
 *
 * @throws PalauteError `bad_option` when k > n or a count is negative or not finite
 * Source: Brown, Cai & DasGupta 2001.
 * @example jeffreysInterval(7, 10) // {low: 0.39418, high: 0.90731}
 */
export function jeffreysInterval(k: number, n: number, level = 0.95): Limits {
  requireShare(k, n)
  const tail = (1 - requireLevel(level)) / 2
  if (n === 0) return { low: 0, high: 1 }
  const [a, b] = [k + 0.5, n - k + 0.5]
  return {
    low: k === 0 ? 0 : betaQuantile(tail, a, b),
    high: k === n ? 1 : betaQuantile(tail, a, b, 'upper'),
  }
}

/**
 * Clopper-Pearson interval: covers at least its level for every proportion, and is therefore wide.
 *
 * @throws PalauteError `bad_option` when k > n or a count is negative or not finite
 * Source: Clopper & Pearson 1934; equals R's binom.test.
 * @example clopperPearsonInterval(10, 10) // {low: 0.69150, high: 1}
 */
export function clopperPearsonInterval(k: number, n: number, level = 0.95): Limits {
  requireShare(k, n)
  const tail = (1 - requireLevel(level)) / 2
  if (n === 0) return { low: 0, high: 1 }
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(tail, k + 1, n - k, 'upper'),
  }
}
