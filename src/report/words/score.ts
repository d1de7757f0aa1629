import type { RegionScore } from '../../aggregate/index.js'
import type {
  CesScore,
  ChoiceScore,
  CsatScore,
  Estimate,
  FcrScore,
  GradeScore,
  LikertScore,
  NpsScore,
} from '../../metrics/index.js'
import type { Interval, Locale, Scale } from '../../types.js'
import { decimalsFor, formatNumber, formatPercent, formatRange } from '../format.js'
import { explainRegion } from './region.js'
import { type ScoreMessages, scoreMessages } from './scoreMessages.js'

/** The scores that can be put in words one by one. */
export type ExplainedScore =
  | NpsScore
  | CsatScore
  | CesScore
  | FcrScore
  | GradeScore
  | LikertScore
  | ChoiceScore

interface Writer {
  m: ScoreMessages
  number: (value: number, interval: Interval | null) => string
  mean: (value: number, interval: Interval | null) => string
  percent: (share: number, interval: Interval | null) => string
  range: (interval: Interval) => string
  meanRange: (interval: Interval) => string
  percentRange: (interval: Interval) => string
  count: (n: number) => string
}

function writer(locale: Locale): Writer {
  const hundred = (interval: Interval | null) =>
    interval && { low: interval.low * 100, high: interval.high * 100 }
  const shareDecimals = (interval: Interval | null) => decimalsFor(hundred(interval), 1)
  const bare = (share: number, decimals: number) => formatNumber(share * 100, decimals, locale)
  return {
    m: scoreMessages[locale],
    number: (value, interval) => formatNumber(value, decimalsFor(interval, 2), locale),
    percent: (share, interval) => formatPercent(share, shareDecimals(interval), locale),
    mean: (value, interval) => formatNumber(value, meanDecimals(interval), locale),
    range: ({ low, high }) => {
      const decimals = decimalsFor({ low, high }, 2)
      return formatRange(formatNumber(low, decimals, locale), formatNumber(high, decimals, locale))
    },
    meanRange: ({ low, high }) => {
      const decimals = meanDecimals({ low, high })
      return formatRange(formatNumber(low, decimals, locale), formatNumber(high, decimals, locale))
    },
    percentRange: (interval) => {
      const decimals = shareDecimals(interval)
      return formatRange(bare(interval.low, decimals), formatPercent(interval.high, decimals, locale))
    },
    count: (n) => formatNumber(n, 0, locale),
  }
}

/** On a scale of a few points a whole number would say too little, however wide the interval. */
const meanDecimals = (interval: { low: number; high: number } | null) => Math.max(1, decimalsFor(interval, 2))

const ends = ({ min, max }: Scale) => `${min}–${max}`

/** `4–5`; a single point stands alone. */
function pointRange(points: readonly number[]): string {
  const [first, last] = [points[0], points.at(-1)]
  return first === last ? String(first) : `${first}–${last}`
}

/**
 * A score in plain sentences: the figure with its interval and number of answers, what stands beside it, and what
 * the reader must know. Decimals are only as many as the interval can carry.
 *
 * @param score what nps(), csat(), ces(), fcr(), grade(), likert() or choice() gave; of aggregate() the region's
 * sentences, see {@link explainRegion}
 * @param locale fi, sv or en
 * @example explainScore(nps({counts: {promoters: 70, passives: 20, detractors: 10}}), 'fi')
 * // 'Suositteluindeksi (NPS) on 60 (95 %:n luottamusväli 45–71, 100 vastausta). Suosittelijoita on 70 %, ...'
 */
export function explainScore(score: ExplainedScore | RegionScore, locale: Locale): string {
  if ('alternatives' in score) return explainRegion(score, locale)
  const w = writer(locale)
  const { m } = w
  const sentences =
    score.value === null
      ? [m.none[score.reason ?? 'no_answers'](m.name[score.metric])]
      : [...figure(score, score.value, w), ...cautions(score, w)]
  return [...sentences, ...uncounted(score, w)].join(' ')
}

/** `95 %:n luottamusväli 45–71, 100 vastausta` */
function carried(score: ExplainedScore, range: ((interval: Interval) => string) | null, w: Writer): string {
  const answers = w.m.answers(w.count(score.n), score.n === 1)
  const { interval } = score
  if (!interval || !range) return answers
  return `${w.m.interval(levelOf(interval, w), range(interval))}, ${answers}`
}

function levelOf({ level }: Interval, w: Writer): string {
  // 95 and 99 need no decimal, 99.5 does.
  return w.percent(
    level,
    Number.isInteger(Math.round(level * 1e6) / 1e4) ? null : { low: 0, high: 0.001, level, method: '' },
  )
}

function figure(score: ExplainedScore, value: number, w: Writer): string[] {
  const { m } = w
  switch (score.metric) {
    case 'nps': {
      const shares = score.shares
      const written = (share: number) => w.percent(share, null)
      return [
        m.value.nps(w.number(value, score.interval), carried(score, w.range, w)),
        ...(shares
          ? [m.npsShares(written(shares.promoters), written(shares.passives), written(shares.detractors))]
          : []),
      ]
    }
    case 'csat':
      return [
        m.value.csat(
          w.percent(value, score.interval),
          pointRange(score.topBox?.points ?? []),
          carried(score, w.percentRange, w),
        ),
        ...meanBeside(score.mean, score.scale, w),
      ]
    case 'fcr':
      return [
        m.value.fcr(w.percent(value, score.interval), carried(score, w.percentRange, w)),
        ...(score.partial && score.partial.count > 0
          ? [m.partial(w.percent(score.partial.value, score.partial.interval))]
          : []),
      ]
    case 'ces':
    case 'likert': {
      const [written, beside] = [w.mean(value, score.interval), carried(score, w.meanRange, w)]
      return [m.value[score.metric](written, ends(score.scale), beside), ...topBoxBeside(score, w)]
    }
    case 'grade':
      return [
        m.value.grade(w.mean(value, score.interval), carried(score, w.meanRange, w)),
        ...topBoxBeside(score, w),
      ]
    case 'choice': {
      const most = score.options.find(({ option }) => option === score.mode[0])
      return [
        m.value.choice(w.mean(value, score.interval), carried(score, w.meanRange, w)),
        ...(score.mode.length === 1 && most?.ofRespondents
          ? [m.mode(most.option, w.percent(most.ofRespondents.value, most.ofRespondents.interval))]
          : []),
      ]
    }
  }
}

function meanBeside(mean: Estimate | null, scale: Scale, w: Writer): string[] {
  return mean ? [w.m.mean(w.mean(mean.value, mean.interval), ends(scale), w.meanRange(mean.interval))] : []
}

function topBoxBeside({ topBox }: CesScore | LikertScore | GradeScore, w: Writer): string[] {
  if (!topBox) return []
  const share = w.percent(topBox.value, topBox.interval)
  return [w.m.topBox(share, pointRange(topBox.points), w.percentRange(topBox.interval))]
}

function cautions(score: ExplainedScore, { m }: Writer): string[] {
  const said: string[] = []
  for (const note of score.notes) {
    if (note.code === 'best_is_low' && score.scale) said.push(m.bestIsLow(String(score.scale.min)))
    if (note.code === 'own_cuts') said.push(m.ownCuts(String(note.detractorsTo), String(note.promotersFrom)))
    if (note.code === 'shares_may_pass_one') said.push(m.sharesPassOne)
  }
  if (score.n === 1) said.push(m.oneAnswer)
  else if (score.n < 10) said.push(m.fewAnswers)
  else if (score.n < 30) said.push(m.under30)
  return said
}

function uncounted(score: ExplainedScore, w: Writer): string[] {
  const { m, count } = w
  const said: string[] = []
  if (score.invalid > 0 && score.metric !== 'choice')
    said.push(m.invalid(count(score.invalid), score.invalid === 1))
  if (score.metric === 'likert' && score.notApplicable > 0)
    said.push(m.notApplicable(count(score.notApplicable), score.notApplicable === 1))
  if (score.missing > 0 && score.value !== null) said.push(m.missing(count(score.missing)))
  return said
}
