import { cesScale, csatScale, gradeScale, likertScale, npsClasses, npsScale } from '../metrics/index.js'
import { requireScale } from '../metrics/scaleAnswers.js'
import type { Scale } from '../types.js'
import { badOption } from './badOption.js'
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
  /** Distance of the points of the histogram; quarters for school grades (8+, 8½, 9-). */
  step: number
  /** Points of the histogram. */
  classes: number
  /** Class of each point, where several points count as one (NPS). */
  classOf: (point: number) => number
  main: Statistic
  mean: Statistic | null
  topBox: Statistic | null
  /** Names of the classes, which are what is weighed and told the shares of. */
  names: readonly string[]
}

const usual: Record<ScoreMetric, Scale> = {
  nps: npsScale,
  csat: csatScale,
  ces: cesScale,
  fcr: { min: 0, max: 2, best: 'high' },
  grade: gradeScale,
  likert: likertScale,
}

/** The scale of a metric, checked: NPS and FCR have one only. */
function scaleOf(metric: ScoreMetric, declared: Scale | undefined): Scale {
  if (!Object.hasOwn(usual, metric))
    throw badOption(
      'metric',
      `metric must be one of ${Object.keys(usual).join(', ')}, got ${JSON.stringify(metric)}.`,
    )
  const { min, max, best } = usual[metric]
  const scale = requireScale({ ...usual[metric], ...declared })
  if (
    (metric === 'nps' || metric === 'fcr') &&
    (scale.min !== min || scale.max !== max || scale.best !== best)
  )
    throw badOption(
      'scale',
      `${metric} is counted on ${min}-${max}, ${max} best; count another scale as csat or grade.`,
    )
  return scale
}

/** The metric's share and mean over the points of its histogram, best points as in the scores of metrics/. */
function share(points: readonly number[], best: (point: number) => boolean): Statistic {
  return { kind: 'share', scores: points.map((point) => (best(point) ? 1 : 0)), low: 0, high: 1, factor: 1 }
}

/**
 * How a histogram of a metric is read. csat: share of the two best points, mean beside; ces, grade, likert:
 * mean, share of the two best points beside (the best one on scales of four points or fewer); fcr:
 * yes / (no + partial + yes).
 */
export function metricReading(metric: ScoreMetric, declared?: Scale, step = 1): MetricReading {
  const scale = scaleOf(metric, declared)
  const { min, max, best } = scale
  const points = Array.from({ length: (max - min) / step + 1 }, (_, i) => min + i * step)
  const base = {
    scale,
    step,
    classes: points.length,
    classOf: (point: number) => point,
    mean: null,
    topBox: null,
  }
  if (metric === 'nps')
    return {
      ...base,
      classOf: (point) => (point <= 6 ? 0 : point <= 8 ? 1 : 2),
      main: { kind: 'net', scores: [-1, 0, 1], low: -1, high: 1, factor: 100 },
      names: npsClasses,
    }
  if (metric === 'fcr')
    return { ...base, main: share(points, (point) => point === max), names: ['no', 'partial', 'yes'] }
  const width = max - min + 1 > 4 ? 2 : 1
  const mean: Statistic = { kind: 'mean', scores: points, low: min, high: max, factor: 1 }
  const topBox = share(points, (point) => (best === 'low' ? point < min + width : point > max - width))
  const names = points.map(String)
  return metric === 'csat' ? { ...base, main: topBox, mean, names } : { ...base, main: mean, topBox, names }
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
