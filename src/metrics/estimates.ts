import { PalauteError } from '../errors.js'
import {
  clopperPearsonInterval,
  endsAdjustedInterval,
  jeffreysInterval,
  momentsOf,
  tInterval,
  wilsonInterval,
} from '../statistics/index.js'
import type { Scale } from '../types.js'
import type { Estimate } from './score.js'

const shareIntervals = {
  wilson: wilsonInterval,
  jeffreys: jeffreysInterval,
  'clopper-pearson': clopperPearsonInterval,
} as const

export type ShareIntervalMethod = keyof typeof shareIntervals

/** A share with its interval, on 0..1; Wilson's unless told. */
export function estimateShare(
  k: number,
  n: number,
  level: number,
  method: ShareIntervalMethod = 'wilson',
): Estimate | null {
  const interval = Object.hasOwn(shareIntervals, method) ? shareIntervals[method] : undefined
  if (!interval)
    throw new PalauteError('bad_option', `method must be one of ${Object.keys(shareIntervals).join(', ')}.`, {
      path: 'method',
    })
  if (n === 0) return null
  const limits = interval(k, n, level)
  const share = k / n
  return {
    value: share,
    interval: { ...limits, level, method },
    standardError: n < 2 ? null : Math.sqrt((share * (1 - share)) / (n - 1)),
  }
}

/** From here on a t interval holds its level even where answers crowd at the best end. */
const largeSample = 200

/** A mean on its own scale: the ends-adjusted interval below 200 answers, Student's t from there on. */
export function estimateMean(
  points: readonly number[],
  counts: readonly number[],
  scale: Scale,
  level: number,
): Estimate | null {
  const moments = momentsOf(points, counts)
  const { n, mean, squares } = moments
  if (n === 0) return null
  const large = n >= largeSample
  const limits = large
    ? tInterval(moments, level)
    : endsAdjustedInterval(moments, scale.min, scale.max, level)
  return {
    value: mean,
    interval: {
      low: Math.max(scale.min, limits.low),
      high: Math.min(scale.max, limits.high),
      level,
      method: large ? 't' : 'ends-adjusted',
    },
    standardError: n < 2 ? null : Math.sqrt(squares / (n - 1) / n),
  }
}
