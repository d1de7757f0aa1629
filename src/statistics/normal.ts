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

const central = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
] as const
const middle = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const
const outer = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
] as const

const horner = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

const ratio = ([top, bottom]: readonly [readonly number[], readonly number[]], x: number) =>
  horner(top, x) / horner(bottom, x)

/**
 * Quantile of the standard normal distribution.
 *
 * @param p probability in the tail named, 0..1; 0 and 1 give the infinities
 * @param tail `'upper'` when p is P(Z > x); this keeps precision where 1 - p would be 1
 * @throws PalauteError `bad_option` when p is not a probability
 * Source: Wichura 1988, algorithm AS 241 (PPND16), relative error about 1e-16.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  requireProbability(p, 'p')
  if (tail === 'upper') return p === 0.5 ? 0 : -normalQuantile(p)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q)
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  if (r === Infinity) return q < 0 ? -Infinity : Infinity
  const size = r <= 5 ? ratio(middle, r - 1.6) : ratio(outer, r - 5)
  return q < 0 ? -size : size
}
