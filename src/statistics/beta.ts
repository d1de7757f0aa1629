import { requireNumber, requirePositive, requireProbability } from './require.js'
import { logBetaKernel } from './saddlePoint.js'
import { solveTail } from './tailRoot.js'
import type { Tail, Tails } from './tails.js'

/** Continued fraction of I_x(a, b) by the modified Lentz method (DLMF 8.17.22); fast for x < (a+1)/(a+b+2). */
function continuedFraction(x: number, a: number, b: number): number {
  const n = a + b
  let c = 1
  let d = 1 / (1 - (n * x) / (a + 1))
  let h = d
  for (let m = 1; ; m += 1) {
    const at = a + 2 * m
    const even = (m * (b - m) * x) / ((at - 1) * at)
    d = 1 / (1 + even * d)
    c = 1 + even / c
    h *= d * c
    const odd = (-(a + m) * (n + m) * x) / (at * (at + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    const step = d * c
    h *= step
    if (Math.abs(step - 1) <= 2 ** -52) return h
  }
}

/** Both tails at x, with y = 1 - x given beside it so that neither end loses digits. */
export function betaTailsAt(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  if (x * (b + 1) > y * (a + 1)) {
    const mirrored = betaTailsAt(y, x, b, a)
    return { lower: mirrored.upper, upper: mirrored.lower }
  }
  const kernel = Math.exp(logBetaKernel(x, y, a, b))
  if (kernel === 0) return { lower: 0, upper: 1 }
  const lower = Math.min(1, (kernel / a) * continuedFraction(x, a, b))
  return { lower, upper: 1 - lower }
}

/**
 * Both tails of the beta distribution (the regularized incomplete beta pair).
 *
 * @param x the point; outside 0..1 the tails are 0 and 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @throws PalauteError `bad_option` on NaN or shapes that are not positive
 * Source: DLMF 8.17.22 (continued fraction) with Loader's saddle-point kernel.
 * @example betaTails(0.3, 2, 5).lower // 0.579825
 */
export function betaTails(x: number, a: number, b: number): Tails {
  requireNumber(x, 'x')
  requirePositive(a, 'a')
  requirePositive(b, 'b')
  return betaTailsAt(x, 1 - x, a, b)
}

/** log(x / (1 - x)) of the beta quantile: both ends of the unit interval keep all their digits here. */
export function betaQuantileLogit(p: number, a: number, b: number, tail: Tail): number {
  requireProbability(p, 'p')
  requirePositive(a, 'a')
  requirePositive(b, 'b')
  const other = 1 - p
  if (p === 0) return tail === 'lower' ? -Infinity : Infinity
  if (other === 0) return tail === 'lower' ? Infinity : -Infinity
  const side: Tail = p <= 0.5 ? tail : tail === 'lower' ? 'upper' : 'lower'
  const at = (u: number) => [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))] as const
  return solveTail(
    Math.log(a / b),
    Math.log(Math.min(p, other)),
    side === 'lower',
    (u) => betaTailsAt(...at(u), a, b)[side],
    (u) => Math.exp(logBetaKernel(...at(u), a, b)),
  )
}

/**
 * Quantile of the beta distribution.
 *
 * @param p probability in the tail named, 0..1
 * @throws PalauteError `bad_option` when p is not a probability or a shape is not positive
 * Source: Newton's method on the logarithm of the smaller tail as a function of log(x / (1 - x)).
 * @example betaQuantile(0.975, 1, 10) // 0.308497107818761
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  return 1 / (1 + Math.exp(-betaQuantileLogit(p, a, b, tail)))
}
