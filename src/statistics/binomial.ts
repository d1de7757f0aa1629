import { PalauteError } from '../errors.js'
import { betaTailsAt } from './beta.js'
import { requireNumber, requireProbability } from './require.js'
import { devianceTerm, stirlingError } from './saddlePoint.js'
import type { Tail, Tails } from './tails.js'

const logTwoPi = Math.log(2 * Math.PI)

export function requireWhole(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new PalauteError('bad_option', `${name} must be a whole number, 0 or more; got ${String(value)}.`, {
      path: name,
    })
  return value
}

/** log P(X = k) of n draws with probabilities p and q = 1 - p given side by side; k may be 0..n only. */
export function logBinomialMass(k: number, n: number, p: number, q: number): number {
  if (p === 0) return k === 0 ? 0 : -Infinity
  if (q === 0) return k === n ? 0 : -Infinity
  if (k === 0) return p < 0.1 ? -devianceTerm(n, n * q) - n * p : n * Math.log(q)
  if (k === n) return q < 0.1 ? -devianceTerm(n, n * p) - n * q : n * Math.log(p)
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    devianceTerm(k, n * p) -
    devianceTerm(n - k, n * q) -
    0.5 * (logTwoPi + Math.log(k) + Math.log1p(-k / n))
  )
}

/**
 * P(X = k) of the binomial distribution.
 *
 * @throws PalauteError `bad_option` when n is not a whole number or p not a probability
 * Source: Loader 2000 (saddle-point expansion).
 * @example binomialMass(5, 10, 0.5) // 0.24609375
 */
export function binomialMass(k: number, n: number, p: number): number {
  requireNumber(k, 'k')
  requireWhole(n, 'n')
  requireProbability(p, 'p')
  return k < 0 || k > n || !Number.isInteger(k) ? 0 : Math.exp(logBinomialMass(k, n, p, 1 - p))
}

/**
 * Both tails of the binomial distribution: P(X <= k) and P(X > k).
 *
 * @param k any number; its whole part counts
 * @throws PalauteError `bad_option` when n is not a whole number or p not a probability
 * Source: DLMF 8.17.5, through the incomplete beta function.
 * @example binomialTails(15, 20, 0.5).upper // 0.005908966064453125
 */
export function binomialTails(k: number, n: number, p: number): Tails {
  requireNumber(k, 'k')
  requireWhole(n, 'n')
  requireProbability(p, 'p')
  if (k < 0) return { lower: 0, upper: 1 }
  const whole = Math.floor(k)
  if (whole >= n) return { lower: 1, upper: 0 }
  const { lower, upper } = betaTailsAt(p, 1 - p, whole + 1, n - whole)
  return { lower: upper, upper: lower }
}

/** Smallest whole number from 0 to `most` where the lower tail reaches p (or the upper one falls to p). */
export function discreteQuantile(p: number, tail: Tail, most: number, tailsAt: (k: number) => Tails): number {
  requireProbability(p, 'p')
  // A hair of slack, so that a tail computed at k gives k back.
  const slack = 64 * Number.EPSILON
  const reached = (k: number) =>
    tail === 'lower' ? tailsAt(k).lower >= p * (1 - slack) : tailsAt(k).upper <= p * (1 + slack)
  let low = 0
  let high = most
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (reached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Quantile of the binomial distribution: the smallest k with P(X <= k) >= p.
 *
 * @param p probability in the tail named, 0..1
 * @throws PalauteError `bad_option` when n is not a whole number or a probability is not one
 * @example binomialQuantile(0.05, 23, 0.5) // 8
 */
export function binomialQuantile(p: number, n: number, probability: number, tail: Tail = 'lower'): number {
  return discreteQuantile(p, tail, requireWhole(n, 'n'), (k) => binomialTails(k, n, probability))
}
