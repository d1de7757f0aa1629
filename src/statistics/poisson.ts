import { gammaTails } from './gamma.js'
import { requireCount, requireNumber } from './require.js'
import type { Tails } from './tails.js'

/**
 * Both tails of the Poisson distribution: P(X <= k) and P(X > k).
 *
 * @param k any number; its whole part counts
 * @param mean 0 or more
 * @throws PalauteError `bad_option` on NaN or a negative mean
 * Source: DLMF 8.4.10, through the incomplete gamma function.
 * @example poissonTails(2, 3).lower // 0.42319008112684353
 */
export function poissonTails(k: number, mean: number): Tails {
  requireNumber(k, 'k')
  requireCount(mean, 'mean')
  if (k < 0) return { lower: 0, upper: 1 }
  const { lower, upper } = gammaTails(mean, Math.floor(k) + 1)
  return { lower: upper, upper: lower }
}
