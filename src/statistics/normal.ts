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
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
] as const
const middle = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
] as const
const outer = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.1369298809227358053, 0.59983220655588793769, 1,
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
