import { requireNumber, requirePositive, requireProbability } from './require.js'
import { logGamma, logGammaKernel } from './saddlePoint.js'
import { solveTail } from './tailRoot.js'
import type { Tail, Tails } from './tails.js'

const epsilon = 2 ** -54

/** Sum of x^k / ((a+1)...(a+k)), k >= 0: the lower tail is the kernel times this over a. */
function series(x: number, a: number): number {
  let term = 1
  let sum = 1
  for (let at = a + 1; term > sum * epsilon; at += 1) {
    term *= x / at
    sum += term
  }
  return sum
}

/** Legendre's continued fraction of the upper tail by the modified Lentz method (DLMF 8.9.2). */
function continuedFraction(x: number, a: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let h = d
  for (let i = 1; ; i += 1) {
    const numerator = i * (a - i)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    const step = c * d
    h *= step
    if (Math.abs(step - 1) <= 2 ** -52) return h
  }
}

/**
 * Both tails of the gamma distribution with shape a and scale 1 (the regularized incomplete gamma pair).
 *
 * @param x the point; below 0 gives `{lower: 0, upper: 1}`
 * @param a shape, above 0
 * @throws PalauteError `bad_option` on NaN or a shape that is not positive
 * Source: DLMF 8.11.4 (series), 8.9.2 (continued fraction), with Loader's saddle-point kernel.
 * @example gammaTails(1, 1).upper // 0.36787944117144233
 */
export function gammaTails(x: number, a: number): Tails {
  requireNumber(x, 'x')
  requirePositive(a, 'shape')
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const kernel = Math.exp(logGammaKernel(x, a))
  if (x < a + 1) {
    if (kernel === 0) return x < a ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 }
    const lower = Math.min(1, (kernel / a) * series(x, a))
    return { lower, upper: 1 - lower }
  }
  if (kernel === 0) return { lower: 1, upper: 0 }
  const upper = Math.min(1, kernel * continuedFraction(x, a))
  return { lower: 1 - upper, upper }
}

/**
 * Quantile of the gamma distribution with shape a and scale 1.
 *
 * @param p probability in the tail named, 0..1
 * @throws PalauteError `bad_option` when p is not a probability or a is not positive
 * Source: Newton's method on the logarithm of the smaller tail as a function of log x. Either tail is
 * log-concave there, so the steps converge from any start.
 * @example gammaQuantile(0.5, 1) // 0.6931471805599453
 */
export function gammaQuantile(p: number, a: number, tail: Tail = 'lower'): number {
  requireProbability(p, 'p')
  requirePositive(a, 'shape')
  const other = 1 - p
  const lower = tail === 'lower' ? p : other
  if (lower === 0 && (tail === 'lower' || p === 1)) return 0
  if ((tail === 'lower' ? other : p) === 0) return Infinity
  const side: Tail = p <= 0.5 ? tail : tail === 'lower' ? 'upper' : 'lower'
  const target = Math.log(Math.min(p, other))
  // Small shapes put the lower quantile far below the mean: there the tail is x^a / Γ(a + 1).
  const start =
    side === 'lower' && a < 1 ? Math.min(Math.log(a), (target + logGamma(a + 1)) / a) : Math.log(a)
  if (Math.exp(start) === 0) return 0
  const root = solveTail(
    start,
    target,
    side === 'lower',
    (u) => gammaTails(Math.exp(u), a)[side],
    (u) => Math.exp(logGammaKernel(Math.exp(u), a)),
  )
  return Math.exp(root)
}
