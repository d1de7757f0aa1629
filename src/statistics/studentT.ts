import { betaQuantileLogit, betaTailsAt } from './beta.js'
import { normalQuantile, normalTails } from './normal.js'
import { requireNumber, requirePositive, requireProbability } from './require.js'
import type { Tail, Tails } from './tails.js'

// From here on t and normal agree to the last digit for every tail that a double can hold.
const normalFrom = 1e20

/**
 * Both tails of Student's t distribution.
 *
 * @param t the point, also infinite
 * @param df degrees of freedom, above 0, need not be whole; Infinity gives the normal distribution
 * @throws PalauteError `bad_option` on NaN or df that is not positive
 * Source: Abramowitz & Stegun 26.7.1 through the incomplete beta function.
 * @example tTails(2, 10).upper // 0.0366940173853702
 */
export function tTails(t: number, df: number): Tails {
  requireNumber(t, 't')
  requirePositive(df, 'df')
  if (df >= normalFrom) return normalTails(t)
  if (t < 0) {
    const mirrored = tTails(-t, df)
    return { lower: mirrored.upper, upper: mirrored.lower }
  }
  if (t === Infinity) return { lower: 1, upper: 0 }
  // t²/df may overflow long before the tail underflows (df = 1, t = 1e200), so scale by the larger one.
  const root = Math.sqrt(df)
  const y = t > root ? 1 / (1 + (root / t) ** 2) : (t / root) ** 2 / (1 + (t / root) ** 2)
  const x = t > root ? (root / t) ** 2 / (1 + (root / t) ** 2) : 1 / (1 + (t / root) ** 2)
  const { lower: outside, upper: inside } = betaTailsAt(x, y, df / 2, 0.5)
  return { lower: inside < outside ? 0.5 + inside / 2 : 1 - outside / 2, upper: outside / 2 }
}

/** P(T <= t) of Student's t distribution; see {@link tTails} for the upper tail. */
export function tCdf(t: number, df: number): number {
  return tTails(t, df).lower
}

/**
 * Quantile of Student's t distribution.
 *
 * @param p probability in the tail named, 0..1
 * @param df degrees of freedom, above 0; Infinity gives the normal quantile
 * @throws PalauteError `bad_option` when p is not a probability or df is not positive
 * Source: t²/(df + t²) is beta(1/2, df/2); see {@link betaQuantile}.
 * @example tQuantile(0.975, 4) // 2.776445105197794
 */
export function tQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  requireProbability(p, 'p')
  requirePositive(df, 'df')
  if (df >= normalFrom) return normalQuantile(p, tail)
  if (p === 0.5) return 0
  if (p > 0.5) return -tQuantile(1 - p, df, tail)
  const sign = tail === 'upper' ? 1 : -1
  if (p === 0) return sign * Infinity
  const logit =
    p < 0.25
      ? betaQuantileLogit(2 * p, 0.5, df / 2, 'upper')
      : betaQuantileLogit(1 - 2 * p, 0.5, df / 2, 'lower')
  return sign * Math.sqrt(df) * Math.exp(logit / 2)
}
