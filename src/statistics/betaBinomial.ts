import { PalauteError } from '../errors.js'

/** ln Γ by Stirling's series from 12 up, with the recurrence below; 1e-14 relative for x > 0. */
function logGamma(x: number): number {
  let shift = 0
  let z = x
  while (z < 12) {
    shift += Math.log(z)
    z += 1
  }
  const r = 1 / (z * z)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / z
  return (z - 0.5) * Math.log(z) - z + 0.9189385332046727 + series - shift
}

/** Maximum of a function with one peak between two points, by golden sections. */
function peak(f: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [a, b] = [from, to]
  let c = b - ratio * (b - a)
  let d = a + ratio * (b - a)
  let [fc, fd] = [f(c), f(d)]
  for (let i = 0; i < 90; i += 1) {
    if (fc > fd) {
      ;[b, d, fd] = [d, c, fc]
      c = b - ratio * (b - a)
      fc = f(c)
    } else {
      ;[a, c, fc] = [c, d, fd]
      d = a + ratio * (b - a)
      fd = f(d)
    }
  }
  return (a + b) / 2
}

/**
 * Shares of units shrunk by a beta-binomial fitted by maximum likelihood: (k + α) / (n + α + β).
 *
 * @param k successes of each unit
 * @param n answers of each unit
 * @returns α and β (both Infinity where the units differ no more than chance: then all shares are the
 * pooled one), the kernel of the log likelihood and the shrunk shares
 * @throws PalauteError `bad_option` when a k is not between 0 and its n, or there is nothing to pool
 * Source: Griffiths 1973.
 * @example shrinkBetaBinomial([14, 44, 10], [30, 60, 12]).shrunk.length // 3
 */
export function shrinkBetaBinomial(
  k: readonly number[],
  n: readonly number[],
): { alpha: number; beta: number; logLikelihood: number; shrunk: number[] } {
  k.forEach((x, i) => {
    if (!(x >= 0 && x <= (n[i] ?? -1)))
      throw new PalauteError('bad_option', `k must be between 0 and n, got ${x} of ${n[i]}.`, {
        path: `k[${i}]`,
      })
  })
  const successes = k.reduce((sum, x) => sum + x, 0)
  const answers = n.reduce((sum, x) => sum + x, 0)
  if (!(answers > 0)) throw new PalauteError('bad_option', 'n must hold answers.', { path: 'n' })
  const pooled = successes / answers
  const binomial =
    successes === 0 || successes === answers
      ? 0
      : successes * Math.log(pooled) + (answers - successes) * Math.log(1 - pooled)
  const none = { alpha: Infinity, beta: Infinity, logLikelihood: binomial, shrunk: k.map(() => pooled) }
  if (successes === 0 || successes === answers) return none
  const kernel = (mean: number, size: number) => {
    const [a, b] = [mean * size, (1 - mean) * size]
    const own = logGamma(a) + logGamma(b) - logGamma(size)
    return k.reduce(
      (sum, x, i) =>
        sum + logGamma(x + a) + logGamma((n[i] ?? 0) - x + b) - logGamma((n[i] ?? 0) + size) - own,
      0,
    )
  }
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
  const meanAt = (size: number) => peak((x) => kernel(sigmoid(x), size), -15, 15)
  const logSize = peak((s) => kernel(sigmoid(meanAt(Math.exp(s))), Math.exp(s)), -6, 16)
  const size = Math.exp(logSize)
  const mean = sigmoid(meanAt(size))
  // At the end of the search the units agree: no prior size is large enough.
  if (logSize > 15.9 || kernel(mean, size) <= binomial) return none
  const [alpha, beta] = [mean * size, (1 - mean) * size]
  return {
    alpha,
    beta,
    logLikelihood: kernel(mean, size),
    shrunk: k.map((x, i) => (x + alpha) / ((n[i] ?? 0) + size)),
  }
}
