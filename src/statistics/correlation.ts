import { PalauteError } from '../errors.js'
import { normalQuantile, normalTails } from './normal.js'
import type { Limits } from './proportion.js'
import { exactKendallP, exactSpearmanP } from './rankCorrelationExact.js'
import { rank } from './ranks.js'
import { requireLevel, requireNumber } from './require.js'
import { tTails } from './studentT.js'

export interface Correlation {
  /** -1..1 */
  r: number
  /** t of Pearson, S = (n³ - n)(1 - r)/6 of Spearman, z of Kendall, or the concordant pairs where exact. */
  statistic: number | null
  /** Null with too few pairs. */
  p: number | null
  /** Only Pearson's, by Fisher's z, from four pairs on. */
  interval: Limits | null
}

function requirePairs(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length)
    throw new PalauteError('bad_option', 'x and y must be equally long.', { path: 'y' })
  x.forEach((value, i) => {
    requireNumber(value, `x[${i}]`)
    requireNumber(y[i] ?? Number.NaN, `y[${i}]`)
  })
}

function productMoment(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n
  const [mx, my] = [mean(x), mean(y)]
  let xx = 0
  let yy = 0
  let xy = 0
  x.forEach((value, i) => {
    const [dx, dy] = [value - mx, (y[i] ?? 0) - my]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  })
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null
}

function testByT(r: number, n: number): { statistic: number | null; p: number | null } {
  if (n < 3) return { statistic: null, p: null }
  const statistic = r * Math.sqrt((n - 2) / ((1 - r) * (1 + r)))
  return { statistic, p: Math.min(1, 2 * tTails(Math.abs(statistic), n - 2).upper) }
}

/**
 * Pearson's correlation, with the interval of Fisher's z.
 *
 * @returns null where either variable does not vary
 * @throws PalauteError `bad_option` when the lists differ in length or hold NaN
 * Source: Fisher 1921; equals R's cor.test.
 * @example pearsonCorrelation([1, 2, 3, 5], [1, 2, 2, 5])?.r // 0.9578
 */
export function pearsonCorrelation(
  x: readonly number[],
  y: readonly number[],
  level = 0.95,
): Correlation | null {
  requirePairs(x, y)
  const r = productMoment(x, y)
  if (r === null) return null
  const n = x.length
  const half = normalQuantile((1 - requireLevel(level)) / 2, 'upper') / Math.sqrt(n - 3)
  const interval =
    n > 3 ? { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) } : null
  return { r, ...testByT(r, n), interval }
}

/**
 * Spearman's rank correlation with mean ranks for ties.
 *
 * @param exact p by all orders (up to 9 pairs) or the Edgeworth series of AS 89 above; only without ties
 * @returns null where either variable does not vary
 * @throws PalauteError `bad_option` when the lists differ in length or hold NaN, or exact is asked with ties
 * Source: Spearman 1904; p by Student's t unless exact; equals R's cor.test.
 * @example spearmanCorrelation([1, 2, 3, 4], [1, 3, 2, 4])?.r // 0.8
 */
export function spearmanCorrelation(
  x: readonly number[],
  y: readonly number[],
  { exact = false }: { exact?: boolean } = {},
): Correlation | null {
  requirePairs(x, y)
  const [rx, ry] = [rank(x), rank(y)]
  const r = productMoment(rx.ranks, ry.ranks)
  if (r === null) return null
  const n = x.length
  const statistic = ((n ** 3 - n) * (1 - r)) / 6
  if (!exact) return { r, statistic, p: testByT(r, n).p, interval: null }
  requireNoTies([rx.ties, ry.ties])
  const squares = rx.ranks.reduce((sum, value, i) => sum + (value - (ry.ranks[i] ?? 0)) ** 2, 0)
  return { r, statistic, p: exactSpearmanP(squares, n), interval: null }
}

function requireNoTies(ties: readonly (readonly number[])[]): void {
  if (ties.some((sizes) => sizes.some((size) => size > 1)))
    throw new PalauteError('bad_option', 'exact needs values without ties.', { path: 'exact' })
}

/**
 * Kendall's tau-b.
 *
 * @param exact p by the number of orders with as many inversions; only without ties
 * @returns null where either variable does not vary
 * @throws PalauteError `bad_option` when the lists differ in length or hold NaN, or exact is asked with ties
 * Source: Kendall 1970 (variance with ties); equals R's cor.test.
 * @example kendallCorrelation([1, 2, 3, 4], [1, 3, 2, 4])?.r // 0.6667
 */
export function kendallCorrelation(
  x: readonly number[],
  y: readonly number[],
  { exact = false }: { exact?: boolean } = {},
): Correlation | null {
  requirePairs(x, y)
  const n = x.length
  let s = 0
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1)
      s += Math.sign((x[i] ?? 0) - (x[j] ?? 0)) * Math.sign((y[i] ?? 0) - (y[j] ?? 0))
  const [tx, ty] = [rank(x).ties, rank(y).ties]
  const sum = (ties: readonly number[], term: (t: number) => number) =>
    ties.reduce((total, t) => total + term(t), 0)
  const pairs = (t: number) => t * (t - 1)
  const all = pairs(n)
  const scale = Math.sqrt((all - sum(tx, pairs)) * (all - sum(ty, pairs)))
  if (!(scale > 0)) return null
  const r = (2 * s) / scale
  if (exact) {
    requireNoTies([tx, ty])
    const concordant = Math.round((all / 2 + s) / 2)
    return { r, statistic: concordant, p: exactKendallP(concordant, n), interval: null }
  }
  const cubic = (t: number) => pairs(t) * (2 * t + 5)
  const triples = (t: number) => pairs(t) * (t - 2)
  const variance =
    (cubic(n) - sum(tx, cubic) - sum(ty, cubic)) / 18 +
    (sum(tx, pairs) * sum(ty, pairs)) / (2 * all) +
    (n > 2 ? (sum(tx, triples) * sum(ty, triples)) / (9 * triples(n)) : 0)
  const statistic = s / Math.sqrt(variance)
  return { r, statistic, p: Math.min(1, 2 * normalTails(Math.abs(statistic)).upper), interval: null }
}
