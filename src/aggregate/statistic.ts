import { PalauteError } from '../errors.js'
import type { Scale } from '../types.js'
import type { ScoreMetric } from './types.js'

/** A number read from a histogram: the mean of `scores` over the answers, times `factor` when shown. */
export interface Statistic {
  /** net: -1, 0, 1; share: 0, 1; mean: points of the scale. */
  kind: 'net' | 'share' | 'mean'
  /** Score of each class of the histogram. */
  scores: readonly number[]
  low: number
  high: number
  factor: number
}

export interface MetricReading {
  scale: Scale
  classes: number
  main: Statistic
  mean: Statistic | null
  topBox: Statistic | null
  /** Classes that the reader is told the shares of: name and points of the histogram. */
  groups: { name: string; from: number; to: number }[]
}

const usual: Record<ScoreMetric, Scale> = {
  nps: { min: 0, max: 10, best: 'high' },
  csat: { min: 1, max: 5, best: 'high' },
  ces: { min: 1, max: 7, best: 'high' },
  fcr: { min: 0, max: 2, best: 'high' },
  grade: { min: 4, max: 10, best: 'high' },
  likert: { min: 1, max: 5, best: 'high' },
}

const share = (classes: number, top: (i: number) => boolean): Statistic => ({
  kind: 'share',
  scores: Array.from({ length: classes }, (_, i) => (top(i) ? 1 : 0)),
  low: 0,
  high: 1,
  factor: 1,
})

/**
 * How a histogram of a metric is read. csat: share of the two best points, mean beside; ces, grade, likert:
 * mean, share of the two best points beside; fcr: yes / (no + partial + yes).
 */
export function metricReading(metric: ScoreMetric, declared?: Scale): MetricReading {
  if (!Object.hasOwn(usual, metric))
    throw new PalauteError(
      'bad_option',
      `metric must be one of ${Object.keys(usual).join(', ')}, got ${JSON.stringify(metric)}.`,
      { path: 'metric' },
    )
  const scale = declared ?? usual[metric]
  if (!(Number.isSafeInteger(scale.min) && Number.isSafeInteger(scale.max) && scale.min < scale.max))
    throw new PalauteError(
      'bad_option',
      `scale must have whole numbers min < max, got ${scale.min} and ${scale.max}.`,
      { path: 'scale' },
    )
  const classes = scale.max - scale.min + 1
  if (
    (metric === 'nps' && (scale.min !== 0 || scale.max !== 10 || scale.best !== 'high')) ||
    (metric === 'fcr' && classes !== 3)
  )
    throw new PalauteError(
      'bad_option',
      metric === 'nps'
        ? `NPS is defined on 0-10 with 10 best; the scale declared is ${scale.min}-${scale.max}. Use metric "csat" or "likert" for another scale.`
        : 'fcr has three classes: no, partial, yes.',
      { path: 'scale' },
    )
  if (metric === 'nps')
    return {
      scale,
      classes,
      main: {
        kind: 'net',
        scores: Array.from({ length: classes }, (_, i) => (i <= 6 ? -1 : i <= 8 ? 0 : 1)),
        low: -1,
        high: 1,
        factor: 100,
      },
      mean: null,
      topBox: null,
      groups: [
        { name: 'detractors', from: 0, to: 6 },
        { name: 'passives', from: 7, to: 8 },
        { name: 'promoters', from: 9, to: 10 },
      ],
    }
  if (metric === 'fcr')
    return {
      scale,
      classes,
      main: share(classes, (i) => i === 2),
      mean: null,
      topBox: null,
      groups: ['no', 'partial', 'yes'].map((name, i) => ({ name, from: i, to: i })),
    }
  const mean: Statistic = {
    kind: 'mean',
    scores: Array.from({ length: classes }, (_, i) => scale.min + i),
    low: scale.min,
    high: scale.max,
    factor: 1,
  }
  const top = share(classes, (i) => (scale.best === 'low' ? i <= 1 : i >= classes - 2))
  return {
    scale,
    classes,
    main: metric === 'csat' ? top : mean,
    mean: metric === 'csat' ? mean : null,
    topBox: metric === 'csat' ? null : top,
    groups: Array.from({ length: classes }, (_, i) => ({ name: String(scale.min + i), from: i, to: i })),
  }
}

/** Mean and sample variance (divisor n - 1; null for one answer) of a statistic over a histogram. */
export function moments(
  counts: readonly number[],
  statistic: Statistic,
): { n: number; mean: number; variance: number | null } {
  let n = 0
  let sum = 0
  counts.forEach((count, i) => {
    n += count
    sum += count * (statistic.scores[i] ?? 0)
  })
  if (n === 0) return { n, mean: 0, variance: null }
  const mean = sum / n
  let squares = 0
  counts.forEach((count, i) => {
    if (count > 0) squares += count * ((statistic.scores[i] ?? 0) - mean) ** 2
  })
  return { n, mean, variance: n > 1 ? squares / (n - 1) : null }
}
