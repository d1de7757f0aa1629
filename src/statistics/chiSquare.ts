import { gammaQuantile, gammaTails } from './gamma.js'
import { requireNumber, requirePositive } from './require.js'
import type { Tail, Tails } from './tails.js'

/**
 * Both tails of the chi-square distribution.
 *
 * @param x the point; below 0 gives `{lower: 0, upper: 1}`
 * @param df degrees of freedom, above 0, need not be whole
 * @throws PalauteError `bad_option` on NaN or df that is not positive
 * Source: gamma distribution with shape df/2 at x/2 (Abramowitz & Stegun 26.4.19).
 * @example chiSquareTails(3.84, 1).upper // 0.0500435212487052
 */
export function chiSquareTails(x: number, df: number): Tails {
  return gammaTails(requireNumber(x, 'x') / 2, requirePositive(df, 'df') / 2)
}

/**
 * Quantile of the chi-square distribution.
 *
 * @param p probability in the tail named, 0..1
 * @throws PalauteError `bad_option` when p is not a probability or df is not positive
 * @example chiSquareQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquareQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  return 2 * gammaQuantile(p, requirePositive(df, 'df') / 2, tail)
}
