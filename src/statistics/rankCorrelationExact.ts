import { normalTails } from './normal.js'
import type { Tails } from './tails.js'

/** Share of the orders of n whose sum of squared rank differences is at least `squares`, by going through all. */
function shareAtLeast(squares: number, n: number): number {
  const taken = Array.from({ length: n }, () => false)
  let hits = 0
  let all = 0
  const place = (i: number, sum: number): void => {
    if (i === n) {
      all += 1
      if (sum >= squares) hits += 1
      return
    }
    for (let j = 0; j < n; j += 1)
      if (!taken[j]) {
        taken[j] = true
        place(i + 1, sum + (i - j) ** 2)
        taken[j] = false
      }
  }
  place(0, 0)
  return hits / all
}

/** Edgeworth series of algorithm AS 89 (Best & Roberts 1975): P(D < squares) and P(D >= squares). */
function edgeworthTails(squares: number, n: number): Tails {
  const b = 1 / n
  const x = ((6 * (squares - 1) * b) / (n * n - 1) - 1) * Math.sqrt(n - 1)
  const y = x * x
  const u =
    x *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y *
        (-0.0758 +
          b * (0.1033 + 0.3932 * b) -
          y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))))
  const correction = u / Math.exp(y / 2)
  const { lower, upper } = normalTails(x)
  const bounded = (p: number) => Math.min(1, Math.max(0, p))
  return { lower: bounded(lower - correction), upper: bounded(upper + correction) }
}

/** Two-sided p of Spearman's sum of squared rank differences, without ties. */
export function exactSpearmanP(squares: number, n: number): number {
  const half = (n ** 3 - n) / 6
  if (n <= 9) {
    // Differences are even sums: the next one up is two further.
    const tail = squares > half ? shareAtLeast(squares, n) : 1 - shareAtLeast(squares + 2, n)
    return Math.min(1, 2 * tail)
  }
  const tail = squares > half ? edgeworthTails(squares, n).upper : edgeworthTails(squares + 2, n).lower
  return Math.min(1, 2 * tail)
}

/** Two-sided p of Kendall's number of concordant pairs, without ties, by the Mahonian numbers. */
export function exactKendallP(concordant: number, n: number): number {
  const most = (n * (n - 1)) / 2
  const tail = Math.min(concordant, most - concordant)
  let shares = [1]
  for (let i = 2; i <= n; i += 1) {
    const next: number[] = []
    let window = 0
    for (let k = 0; k <= Math.min(tail, (i * (i - 1)) / 2); k += 1) {
      window += (shares[k] ?? 0) - (shares[k - i] ?? 0)
      next.push(window / i)
    }
    shares = next
  }
  return Math.min(1, 2 * shares.slice(0, tail + 1).reduce((sum, share) => sum + share, 0))
}
