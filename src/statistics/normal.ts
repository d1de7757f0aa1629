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

// Wichura's PPND7, seven digits: pairs of numerator and denominator, highest power first.
const central = [
  [59.10937472, 159.29113202, 50.434271938, 3.3871327179],
  [67.1875636, 78.757757664, 17.895169469, 1],
] as const
const middle = [
  [0.17023821103, 1.3067284816, 2.75681539, 1.4234372777],
  [0.12021132975, 0.7370016425, 1],
] as const
const outer = [
  [0.017337203997, 0.42868294337, 3.081226386, 6.657905115],
  [0.012258202635, 0.24197894225, 1],
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
 * Source: Wichura 1988, algorithm AS 241 (PPND7), then one step of Halley's method; relative error about 1e-15.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  requireProbability(p, 'p')
  if (tail === 'upper') return p === 0.5 ? 0 : -normalQuantile(p)
  const q = p - 0.5
  const small = q < 0 ? p : 1 - p
  const r = Math.sqrt(-Math.log(small))
  if (r === Infinity) return q < 0 ? -Infinity : Infinity
  if (q === 0) return 0
  const near = Math.abs(q) <= 0.425
  const size = near
    ? Math.abs(q) * ratio(central, 0.180625 - q * q)
    : r <= 5
      ? ratio(middle, r - 1.6)
      : ratio(outer, r - 5)
  // One step of Halley's method triples the digits. In the tail it runs on the logarithm of the probability.
  const reached = normalTails(size)
  const density = Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI)
  const step = near
    ? (reached.lower - 0.5 - Math.abs(q)) / density
    : (Math.log(small / reached.upper) * reached.upper) / density
  const bend = near ? size : size - density / reached.upper
  const exact = size - step / (1 + (step * bend) / 2)
  return q < 0 ? -exact : exact
}
