import { PalauteError } from '../errors.js'
import { normalQuantile } from './normal.js'
import type { Limits } from './proportion.js'
import { requireCount, requireLevel, requireNumber } from './require.js'
import { tQuantile } from './studentT.js'

/** What an interval of a mean needs to know of the answers. */
export interface Moments {
  n: number
  mean: number
  /** Sum of squared deviations from the mean. */
  squares: number
}

/**
 * Moments of answers given as counts per value, in two passes so that large counts do not cancel.
 *
 * @param values the values of the scale
 * @param counts how many answers have each value
 * @example momentsOf([1, 2, 3], [1, 0, 1]) // {n: 2, mean: 2, squares: 2}
 */
export function momentsOf(values: readonly number[], counts: readonly number[]): Moments {
  let n = 0
  let sum = 0
  values.forEach((value, i) => {
    n += counts[i] ?? 0
    sum += value * (counts[i] ?? 0)
  })
  const mean = n === 0 ? 0 : sum / n
  let squares = 0
  values.forEach((value, i) => {
    squares += (counts[i] ?? 0) * (value - mean) ** 2
  })
  return { n, mean, squares }
}

function requireMoments({ n, mean, squares }: Moments, least: number): void {
  requireCount(n, 'n')
  requireNumber(mean, 'mean')
  requireCount(squares, 'squares')
  if (n < least)
    throw new PalauteError('bad_option', `n must be at least ${least} for this interval, got ${n}.`, {
      path: 'n',
    })
}

/**
 * Student's t interval of a mean: mean ± t(n - 1) s / √n. Under-covers where answers crowd at one end of the
 * scale and n is below about 200; see {@link endsAdjustedInterval}.
 *
 * @throws PalauteError `bad_option` when n < 2
 * Source: Student 1908; equals R's t.test.
 * @example tInterval({n: 2, mean: 4, squares: 2}) // {low: -8.706, high: 16.706}
 */
export function tInterval(moments: Moments, level = 0.95): Limits {
  requireMoments(moments, 2)
  const { n, mean, squares } = moments
  const half = tQuantile((1 - requireLevel(level)) / 2, n - 1, 'upper') * Math.sqrt(squares / (n - 1) / n)
  return { low: mean - half, high: mean + half }
}

/**
 * Interval of a mean on a bounded scale: one pseudo-answer at each end of the scale, then mean ± z s / √(n + 2),
 * cut to the scale. Holds its level where a t interval falls to 88 % (means near the best end, n = 10..100).
 *
 * @param min lowest point of the scale
 * @param max highest point of the scale
 * @throws PalauteError `bad_option` when the ends are not in order, or the mean is outside them
 * Source: the pseudo-answer idea of Agresti & Coull 1998 carried to a bounded scale.
 * @example endsAdjustedInterval({n: 2, mean: 5, squares: 0}, 1, 5) // {low: 2.04, high: 5}
 */
export function endsAdjustedInterval(moments: Moments, min: number, max: number, level = 0.95): Limits {
  requireMoments(moments, 0)
  const { n, mean, squares } = moments
  if (!(min < max) || (n > 0 && (mean < min - 1e-9 || mean > max + 1e-9)))
    throw new PalauteError('bad_option', `The mean ${mean} must lie on the scale ${min}..${max}.`, {
      path: 'mean',
    })
  const all = n + 2
  const center = (n * mean + min + max) / all
  const spread = squares + n * (mean - center) ** 2 + (min - center) ** 2 + (max - center) ** 2
  const half = normalQuantile((1 - requireLevel(level)) / 2, 'upper') * Math.sqrt(spread / (all - 1) / all)
  return { low: Math.max(min, center - half), high: Math.min(max, center + half) }
}
