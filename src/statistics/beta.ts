import { requireNumber, requirePositive, requireProbability } from './require.js'
import { logBeta, logBetaKernel } from './saddlePoint.js'
import { solveTail } from './tailRoot.js'
import type { Tail, Tails } from './tails.js'

/**
 * The continued fraction of Didonato & Morris 1992 (TOMS 708, eq. 9; the even part of DLMF 8.17.22), for
 * x <= a / (a + b). Written in lambda = a - (a + b) x, so that nothing cancels where x is near 1 and a is large.
 */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const n = a + b
  const lambda = a > b ? n * y - b : a - n * x
  let c = Infinity
  let d = (a + 1) / a / (lambda + 1)
  let h = d
  for (let m = 1; ; m += 1) {
    const at = a + 2 * m - 1
    const w = m * (b - m) * x
    const alpha = ((a + m - 1) / at) * ((n + m - 1) / at) * w * x
    const beta = m + w / at + ((a + m) / (at + 2)) * (lambda + 1 + m * (1 + y))
    d = 1 / (beta + alpha * d)
    c = beta + alpha / c
    const step = c * d
    h *= step
    if (Math.abs(step - 1) <= 2 ** -52) return h
  }
}

/** Both tails at x, with y = 1 - x given beside it so that neither end loses digits. */
export function betaTailsAt(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  if (x * b > y * a) {
    const mirrored = betaTailsAt(y, x, b, a)
    return { lower: mirrored.upper, upper: mirrored.lower }
  }
  const kernel = Math.exp(logBetaKernel(x, y, a, b))
  if (kernel === 0) return { lower: 0, upper: 1 }
  const lower = Math.min(1, kernel * continuedFraction(x, y, a, b))
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
  const target = Math.log(Math.min(p, other))
  // Far out a tail is the power x^a / (a B(a, b)) to the last digit; x itself may be too small for a double.
  const [own, away] = side === 'lower' ? [a, b] : [b, a]
  const far = (target + Math.log(own) + logBeta(a, b)) / own
  if (far < -40 - Math.log(own + away)) return side === 'lower' ? far : -far
  const at = (u: number) => [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))] as const
  return solveTail(
    Math.log(a / b),
    target,
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
