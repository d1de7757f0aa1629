import { gammaTails } from './gamma.js'
import { requireNumber, requireProbability } from './require.js'
import type { Tail, Tails } from './tails.js'

/**
 * Both tails of the standard normal distribution, each with its own relative precision.
 *
 * @param x any number, also infinite
 * @returns `{lower: P(Z <= x), upper: P(Z > x)}`
 * @throws PalauteError `bad_option` on NaN
 * Source: P(|Z| > x) is the upper tail of a gamma(1/2) at x²/2 (Abramowitz & Stegun 26.4.21).
 * @example normalTails(10).upper // 7.619853024160531e-24
 */
export function normalTails(x: number): Tails {
  requireNumber(x, 'x')
  const { lower, upper } = gammaTails((x * x) / 2, 0.5)
  const far = upper / 2
  // Near zero the other half is built up from the small piece, not down from 1.
  const near = lower < upper ? 0.5 + lower / 2 : 1 - far
  return x >= 0 ? { lower: near, upper: far } : { lower: far, upper: near }
}

/** P(Z <= x) of the standard normal distribution; see {@link normalTails} for the upper tail. */
export function normalCdf(x: number): number {
  return normalTails(x).lower
}

/**
 * Quantile of the standard normal distribution.
 *
 * @param p probability in the tail named, 0..1; 0 and 1 give the infinities
 * @param tail `'upper'` when p is P(Z > x); this keeps precision where 1 - p would be 1
 * @throws PalauteError `bad_option` when p is not a probability
 * Source: Abramowitz & Stegun 26.2.23 as a start, then Halley's method; relative error about 1e-15.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  requireProbability(p, 'p')
  if (tail === 'upper') return p === 0.5 ? 0 : -normalQuantile(p)
  const q = Math.abs(p - 0.5)
  const small = p < 0.5 ? p : 1 - p
  const sign = p < 0.5 ? -1 : 1
  if (small === 0) return sign * Infinity
  if (q === 0) return 0
  const t = Math.sqrt(-2 * Math.log(small))
  // Right to 4.5e-4 (Hastings' approximation), and each step of Halley's method triples the digits.
  let x =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let i = 0; i < 3; i += 1) {
    const { lower, upper } = normalTails(x)
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
    // In the tail the steps run on the logarithm of the probability, which is nearly straight there.
    const near = q <= 0.425
    const step = near ? (lower - 0.5 - q) / density : (Math.log(small / upper) * upper) / density
    const bend = near ? x : x - density / upper
    x -= step / (1 + (step * bend) / 2)
  }
  return sign * x
}
