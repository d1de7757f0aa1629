import { PalauteError } from '../errors.js'
import { chiSquareTails } from './chiSquare.js'
import { normalTails } from './normal.js'
import { rank, tieSum } from './ranks.js'
import { requireNumber } from './require.js'

export interface WilcoxonTest {
  /** Pairs where the first is above the second, ties counted half. */
  w: number
  p: number
  exact: boolean
}

/**
 * P(W <= most) without ties: the ways to choose m of the ranks 1..m+n with so small a sum, over all ways.
 * Only additions, so that the smallest tails keep their digits.
 */
function exactTail(m: number, n: number, most: number): number {
  const width = most + 1
  // ways[k * width + w]: choices of k ranks so far whose sum is w above the smallest possible.
  const ways = new Float64Array((m + 1) * width)
  ways[0] = 1
  for (let value = 1; value <= m + n; value += 1)
    for (let k = Math.min(value, m); k >= Math.max(1, m - (m + n - value)); k -= 1)
      for (let w = most; w >= value - k; w -= 1) {
        const at = k * width + w
        ways[at] = (ways[at] ?? 0) + (ways[at - width - (value - k)] ?? 0)
      }
  let all = 1
  for (let i = 1; i <= m; i += 1) all *= (n + i) / i
  return ways.slice(m * width).reduce((sum, count) => sum + count / all, 0)
}

/** Largest m n that is worked out exactly; beyond it the normal approximation is as good. */
const mostExact = 10_000

/**
 * Wilcoxon's rank-sum test (Mann-Whitney) of two independent samples.
 *
 * @param options.exact true, false, or unless told: exact without ties when both have fewer than 50 values
 * @param options.correct continuity correction of the normal approximation, on unless told
 * @returns null where a sample is empty or all values are the same
 * @throws PalauteError `bad_option` when a value is NaN, or exact is asked with ties or more than 10,000 pairs
 * Source: Mann & Whitney 1947; tie correction Lehmann 1975; equals R's wilcox.test.
 * @example wilcoxonTest([1.1, 2.2, 3.3, 4.4, 9.9], [0.5, 0.7, 0.9, 8.5, 0.3, 1.5])?.p // 0.0822510822510823
 */
export function wilcoxonTest(
  first: readonly number[],
  second: readonly number[],
  options: { exact?: boolean; correct?: boolean } = {},
): WilcoxonTest | null {
  const [m, n] = [first.length, second.length]
  if (m === 0 || n === 0) return null
  const all = [...first, ...second].map((value, i) => requireNumber(value, `values[${i}]`))
  const { ranks, ties } = rank(all)
  const w = ranks.slice(0, m).reduce((sum, r) => sum + r, 0) - (m * (m + 1)) / 2
  const tied = ties.some((size) => size > 1)
  const exact = options.exact ?? (!tied && m < 50 && n < 50 && m * n <= mostExact)
  if (exact) {
    if (tied || m * n > mostExact)
      throw new PalauteError(
        'bad_option',
        `exact needs values without ties and at most ${mostExact} pairs.`,
        {
          path: 'exact',
        },
      )
    return { w, p: Math.min(1, 2 * exactTail(m, n, Math.min(w, m * n - w))), exact }
  }
  const total = m + n
  const variance = ((m * n) / 12) * (total + 1 - tieSum(ties) / (total * (total - 1)))
  if (!(variance > 0)) return null
  const distance = w - (m * n) / 2
  const corrected = distance - (options.correct === false ? 0 : Math.sign(distance) * 0.5)
  return { w, p: Math.min(1, 2 * normalTails(Math.abs(corrected / Math.sqrt(variance))).upper), exact }
}

export interface KruskalTest {
  h: number
  df: number
  p: number
}

/**
 * Kruskal-Wallis test of several independent samples, corrected for ties. Empty samples are left out.
 *
 * @returns null with fewer than two samples, or where all values are the same
 * @throws PalauteError `bad_option` when a value is NaN
 * Source: Kruskal & Wallis 1952; equals R's kruskal.test.
 * @example kruskalTest([[5, 4, 4], [3, 4, 2], [1, 2, 3]])?.df // 2
 */
export function kruskalTest(groups: readonly (readonly number[])[]): KruskalTest | null {
  const filled = groups.filter((group) => group.length > 0)
  const all = filled.flat().map((value, i) => requireNumber(value, `values[${i}]`))
  const n = all.length
  const { ranks, ties } = rank(all)
  const correction = 1 - tieSum(ties) / (n ** 3 - n)
  if (filled.length < 2 || !(correction > 0)) return null
  let at = 0
  const sum = filled.reduce((total, group) => {
    const own = ranks.slice(at, at + group.length).reduce((s, r) => s + r, 0)
    at += group.length
    return total + own ** 2 / group.length
  }, 0)
  const h = ((12 * sum) / (n * (n + 1)) - 3 * (n + 1)) / correction
  const df = filled.length - 1
  return { h, df, p: chiSquareTails(h, df).upper }
}
