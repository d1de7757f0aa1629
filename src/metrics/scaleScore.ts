import { PalauteError } from '../errors.js'
import { requireLevel } from '../statistics/require.js'
import type { Metric, Scale } from '../types.js'
import { sharesOf } from './counts.js'
import { estimateMean, estimateShare, type ShareIntervalMethod } from './estimates.js'
import { countAnswers, type ReadValue, reasonForNone, requireScale } from './scaleAnswers.js'
import type { Estimate, MetricInput, ScaleOptions, ScaleValue, Score, ScoreNote } from './score.js'

export interface BoxOptions extends ScaleOptions {
  /** How many of the best points make the top box: 2 unless told, 1 on scales of four points or fewer. */
  topBox?: number
  /** Interval of the shares: `wilson` unless told. */
  method?: ShareIntervalMethod
}

/** A share of the answers at one end of the scale, with the points that make it. */
export interface Box extends Estimate {
  count: number
  points: number[]
}

export interface ScaleScore extends Score {
  scale: Scale
  /** Answers per whole point, index 0 = the scale's lowest; null where an answer falls between them (8½). */
  histogram: number[] | null
  /** On the question's own scale: where 1 is best, low is good, and `notes` says so. */
  mean: Estimate | null
  /** Share of the best points, counted from the best end of the scale. */
  topBox: Box | null
  /** As many points at the worst end. */
  bottomBox: Box | null
}

function requireTopBox(topBox: number | undefined, scale: Scale): number {
  const points = scale.max - scale.min + 1
  const width = topBox ?? (points > 4 ? 2 : 1)
  if (!Number.isInteger(width) || width < 1 || width >= points)
    throw new PalauteError(
      'bad_option',
      `topBox must be a whole number from 1 to ${points - 1}; got ${width}.`,
      {
        path: 'topBox',
      },
    )
  return width
}

/** Everything a metric of one scale question gives; the metric says which figure is its value. */
export function scaleScore<M extends Metric>(
  metric: M,
  valueFrom: 'mean' | 'topBox',
  standard: Scale,
  input: MetricInput<ScaleValue>,
  options: BoxOptions,
  reading: { step?: number; read?: ReadValue } = {},
): ScaleScore & { metric: M } {
  const scale = requireScale(options.scale ?? standard)
  const level = requireLevel(options.level ?? 0.95)
  const { method } = options
  const width = requireTopBox(options.topBox, scale)
  const { points, counts, ...answers } = countAnswers(input, scale, reading)
  const { n } = answers
  const box = (end: 'high' | 'low'): Box | null => {
    const inside = points.map((point) =>
      end === 'high' ? point > scale.max - width : point < scale.min + width,
    )
    const count = counts.reduce((sum, c, i) => sum + (inside[i] ? c : 0), 0)
    const estimate = estimateShare(count, n, level, method)
    return (
      estimate && {
        ...estimate,
        count,
        points: points.filter((point, i) => inside[i] && Number.isInteger(point)),
      }
    )
  }
  const mean = estimateMean(points, counts, scale, level)
  const topBox = box(scale.best)
  const bottomBox = box(scale.best === 'high' ? 'low' : 'high')
  const notes: ScoreNote[] = []
  if (scale.best === 'low') notes.push({ code: 'best_is_low' })
  if (scale.min !== standard.min || scale.max !== standard.max)
    notes.push({ code: 'not_standard_scale', min: scale.min, max: scale.max })
  if (n === 1) notes.push({ code: 'one_answer' })
  const chosen = valueFrom === 'mean' ? mean : topBox
  const whole = points.every((point, i) => Number.isInteger(point) || counts[i] === 0)
  const countsByPoint = pointCounts(points, counts)
  return {
    metric,
    value: chosen?.value ?? null,
    ...(chosen ? {} : { reason: reasonForNone(answers) }),
    ...answers,
    scale,
    counts: countsByPoint,
    shares: sharesOf(countsByPoint, n),
    interval: chosen?.interval ?? null,
    standardError: chosen?.standardError ?? null,
    histogram: whole ? counts.filter((_, i) => Number.isInteger(points[i])) : null,
    mean,
    topBox,
    bottomBox,
    notes,
  }
}

/** Every whole point is shown even when nobody chose it; a point between them only when somebody did. */
function pointCounts(points: readonly number[], counts: readonly number[]): Record<string, number> {
  const shown = points
    .map((point, i) => [point, counts[i] ?? 0] as const)
    .filter(([point, count]) => Number.isInteger(point) || count > 0)
  return Object.fromEntries(shown.map(([point, count]) => [String(point), count]))
}
