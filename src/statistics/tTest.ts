import { PalauteError } from '../errors.js'
import type { Limits } from './proportion.js'
import { requireLevel, requireNumber } from './require.js'
import { tQuantile, tTails } from './studentT.js'

export interface TTest {
  t: number
  df: number
  p: number
  /** Of the mean, or of the difference of the means, first minus second. */
  interval: Limits
}

interface Sample {
  n: number
  mean: number
  /** s² / n */
  variance: number
}

function describe(values: readonly number[], name: string): Sample {
  const n = values.length
  const mean = values.reduce((sum, value, i) => sum + requireNumber(value, `${name}[${i}]`), 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { n, mean, variance: squares / (n - 1) / n }
}

function finish(difference: number, error: number, df: number, level: number, size: number): TTest | null {
  // The spread is rounding only: every answer is the same.
  if (!(error > 10 * Number.EPSILON * Math.abs(size))) return null
  const t = difference / error
  const half = tQuantile((1 - requireLevel(level)) / 2, df, 'upper') * error
  return {
    t,
    df,
    p: Math.min(1, 2 * tTails(Math.abs(t), df).upper),
    interval: { low: difference - half, high: difference + half },
  }
}

/**
 * Student's t test of one mean, or of paired answers given as their differences.
 *
 * @param mean the mean to test against, 0 unless told; the interval is of the mean itself
 * @returns null with fewer than two values or where all are the same
 * @throws PalauteError `bad_option` when a value is NaN
 * Source: Student 1908; equals R's t.test.
 * @example tTest([3, 5])?.p // 0.155958260754739
 */
export function tTest(values: readonly number[], mean = 0, level = 0.95): TTest | null {
  if (values.length < 2) return null
  const sample = describe(values, 'values')
  const error = Math.sqrt(sample.variance)
  const test = finish(sample.mean - mean, error, sample.n - 1, level, sample.mean)
  return test && { ...test, interval: { low: test.interval.low + mean, high: test.interval.high + mean } }
}

/**
 * t test of paired answers of the same respondents, first minus second.
 *
 * @throws PalauteError `bad_option` when the lists differ in length
 */
export function pairedTTest(first: readonly number[], second: readonly number[], level = 0.95): TTest | null {
  if (first.length !== second.length)
    throw new PalauteError('bad_option', 'Paired lists must be equally long.', { path: 'second' })
  return tTest(
    first.map((value, i) => value - (second[i] ?? Number.NaN)),
    0,
    level,
  )
}

/**
 * t test of two independent means, first minus second: Welch's unless equal variances are declared.
 *
 * @returns null where a sample is too small or nothing varies
 * @throws PalauteError `bad_option` when a value is NaN
 * Source: Welch 1947; equals R's t.test.
 * @example twoSampleTTest([5, 4, 5, 3], [3, 2, 4, 2])?.df // 6
 */
export function twoSampleTTest(
  first: readonly number[],
  second: readonly number[],
  { equalVariances = false, level = 0.95 }: { equalVariances?: boolean; level?: number } = {},
): TTest | null {
  if (first.length === 0 || second.length === 0 || first.length + second.length < 3) return null
  const [a, b] = [describe(first, 'first'), describe(second, 'second')]
  const size = Math.max(Math.abs(a.mean), Math.abs(b.mean))
  if (equalVariances) {
    const df = a.n + b.n - 2
    const squares = (s: Sample) => (s.n > 1 ? s.variance * s.n * (s.n - 1) : 0)
    const pooled = (squares(a) + squares(b)) / df
    return finish(a.mean - b.mean, Math.sqrt(pooled * (1 / a.n + 1 / b.n)), df, level, size)
  }
  if (a.n < 2 || b.n < 2) return null
  const sum = a.variance + b.variance
  const df = sum ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1))
  return finish(a.mean - b.mean, Math.sqrt(sum), df, level, size)
}
