import { PalauteError } from '../errors.js'
import { npsAdjustedWaldInterval, npsScoreInterval, npsVariance } from '../statistics/index.js'
import { requireLevel } from '../statistics/require.js'
import type { Scale } from '../types.js'
import { isCounted, namedCounts, requireWholeCount, sharesOf } from './counts.js'
import { estimateMean } from './estimates.js'
import { countAnswers, reasonForNone, requireScale } from './scaleAnswers.js'
import type { Estimate, MetricInput, ScaleOptions, ScaleValue, Score, ScoreNote } from './score.js'

/** Names of the three classes, worst first. */
export const npsClasses = ['detractors', 'passives', 'promoters'] as const
export type NpsClass = (typeof npsClasses)[number]

/** The question "would you recommend" on 0-10. */
export const npsScale: Scale = { min: 0, max: 10, best: 'high' }

export interface NpsOptions extends ScaleOptions {
  /**
   * Where the classes are cut, counted from the best end. Needed for any scale but 0-10: a grade, a satisfaction
   * score or a recommendation on 1-10 is not a net promoter score unless somebody says that it is read as one.
   */
  cuts?: { detractorsTo: number; promotersFrom: number }
  /** `score` (Tango) unless told; `adjusted-wald` is the closed form (3/4, 3). */
  method?: 'score' | 'adjusted-wald'
}

export interface NpsScore extends Score {
  metric: 'nps'
  counts: Record<NpsClass, number>
  shares: Record<NpsClass, number> | null
  /** Answers per point of the scale, index 0 = its lowest point; null where only the classes are known. */
  histogram: number[] | null
  /** Mean of the 0-10 answers beside it, on the question's own scale; null where only the classes are known. */
  mean: Estimate | null
}

const usualCuts = { detractorsTo: 6, promotersFrom: 9 }

function requireCuts(
  scale: Scale,
  cuts: NpsOptions['cuts'],
): { detractorsTo: number; promotersFrom: number } {
  if (!cuts) {
    if (scale.min === 0 && scale.max === 10) return usualCuts
    throw new PalauteError(
      'bad_option',
      `NPS is asked on 0-10; the scale given is ${scale.min}-${scale.max}. Count it as csat or grade, or say with cuts where the classes are cut.`,
      { path: 'scale' },
    )
  }
  const { detractorsTo, promotersFrom } = cuts
  if (!(detractorsTo >= scale.min && detractorsTo < promotersFrom && promotersFrom <= scale.max))
    throw new PalauteError(
      'bad_option',
      `cuts must satisfy ${scale.min} <= detractorsTo < promotersFrom <= ${scale.max}; got ${detractorsTo} and ${promotersFrom}.`,
      { path: 'cuts' },
    )
  return { detractorsTo, promotersFrom }
}

/**
 * Net promoter score: share of promoters (9-10) minus share of detractors (0-6), in points.
 *
 * @param input answers on 0-10 (numbers or text of numbers; null and empty text are missing), or `{counts}`: a
 * list of 11 counts from 0 up, or `{detractors, passives, promoters}`
 * @returns value and interval on -100..100, shares on 0..1; everything null with a `reason` without answers
 * @throws PalauteError `bad_option` when counts are negative, fractional or NaN, or the scale is not 0-10 and no
 * `cuts` are given
 * Source: Reichheld 2003; interval Tango 1998 (score), the only one that holds at n = 10 with all promoters.
 * @example nps([10, 9, 8, 3]).value // 25
 */
export function nps(input: MetricInput<ScaleValue>, options: NpsOptions = {}): NpsScore {
  const scale = requireScale(options.scale ?? npsScale)
  const level = requireLevel(options.level ?? 0.95)
  const { method = 'score' } = options
  const cuts = requireCuts(scale, options.cuts)
  if (method !== 'score' && method !== 'adjusted-wald')
    throw new PalauteError('bad_option', 'method must be score or adjusted-wald.', { path: 'method' })
  const byClass =
    isCounted(input) && !Array.isArray(input.counts) && npsClasses.some((name) => name in input.counts)
  const known = { missing: 0, invalid: 0, issues: [] as NpsScore['issues'] }
  let counts: Record<NpsClass, number>
  let histogram: number[] | null = null
  let mean: Estimate | null = null
  if (byClass && isCounted(input)) {
    counts = namedCounts(input.counts as Readonly<Record<string, number>>, npsClasses)
    known.missing = requireWholeCount(input.missing ?? 0, 'missing')
  } else {
    const answers = countAnswers(input, scale)
    Object.assign(known, { missing: answers.missing, invalid: answers.invalid, issues: answers.issues })
    histogram = answers.counts
    mean = estimateMean(answers.points, answers.counts, scale, level)
    counts = { detractors: 0, passives: 0, promoters: 0 }
    answers.points.forEach((point, i) => {
      const fromBest = scale.best === 'high' ? point : scale.min + scale.max - point
      const name =
        fromBest <= cuts.detractorsTo
          ? 'detractors'
          : fromBest >= cuts.promotersFrom
            ? 'promoters'
            : 'passives'
      counts[name] += answers.counts[i] ?? 0
    })
  }
  const { detractors, passives, promoters } = counts
  const n = detractors + passives + promoters
  const notes: ScoreNote[] = []
  if (scale.best === 'low') notes.push({ code: 'best_is_low' })
  if (cuts.detractorsTo !== usualCuts.detractorsTo || cuts.promotersFrom !== usualCuts.promotersFrom)
    notes.push({ code: 'own_cuts', ...cuts })
  if (scale.min !== 0 || scale.max !== 10)
    notes.push({ code: 'not_standard_scale', min: scale.min, max: scale.max })
  const base = { n, ...known, scale, counts }
  const metric = 'nps'
  if (n === 0)
    return {
      metric,
      value: null,
      reason: reasonForNone(base),
      ...base,
      shares: null,
      interval: null,
      standardError: null,
      histogram,
      mean,
      notes,
    }
  if (n === 1) notes.push({ code: 'one_answer' })
  const limits = (method === 'score' ? npsScoreInterval : npsAdjustedWaldInterval)(
    promoters,
    detractors,
    n,
    level,
  )
  return {
    metric,
    value: (100 * (promoters - detractors)) / n,
    ...base,
    shares: sharesOf(counts, n) as Record<NpsClass, number>,
    interval: { low: 100 * limits.low, high: 100 * limits.high, level, method },
    standardError: n < 2 ? null : 100 * Math.sqrt(npsVariance(promoters, detractors, n) / (n - 1)),
    histogram,
    mean,
    notes,
  }
}
