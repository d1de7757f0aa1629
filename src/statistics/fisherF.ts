import { betaQuantileLogit, betaTailsAt } from './beta.js'
import { requireNumber, requirePositive } from './require.js'
import type { Tail, Tails } from './tails.js'

/**
 * Both tails of the F distribution.
 *
 * @param x the point; below 0 gives `{lower: 0, upper: 1}`
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 degrees of freedom of the denominator, above 0
 * @throws PalauteError `bad_option` on NaN or degrees of freedom that are not positive
 * Source: Abramowitz & Stegun 26.6.2, through the incomplete beta function.
 * @example fTails(4, 2, 10).upper // 0.0529
 */
export function fTails(x: number, df1: number, df2: number): Tails {
  requireNumber(x, 'x')
  requirePositive(df1, 'df1')
  requirePositive(df2, 'df2')
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const odds = (df1 / df2) * x
  return betaTailsAt(odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds), 1 / (1 + odds), df1 / 2, df2 / 2)
}

/**
 * Quantile of the F distribution.
 *
 * @param p probability in the tail named, 0..1
 * @throws PalauteError `bad_option` when p is not a probability or degrees of freedom are not positive
 * @example fQuantile(0.95, 2, 10) // 4.102821
 */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  requirePositive(df1, 'df1')
  requirePositive(df2, 'df2')
  return (df2 / df1) * Math.exp(betaQuantileLogit(p, df1 / 2, df2 / 2, tail))
}
