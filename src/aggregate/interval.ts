import {
  endsAdjustedInterval,
  npsScoreInterval,
  tInterval,
  tQuantile,
  wilsonInterval,
} from '../statistics/index.js'
import type { Interval } from '../types.js'
import type { WeightedTotal } from './estimate.js'
import type { Statistic } from './statistic.js'
import { sumOf } from './sumOf.js'

// From 200 answers on the t interval of a bounded mean holds its level (recommended with CSAT simulations).
const endsAdjustedBelow = 200

/**
 * Interval of a weighted total on the scale of its scores. net: score limits (Tango) with the fractional
 * counts P nEff and D nEff; share: Wilson on nEff; mean: one pseudo-answer at each end of the scale, then
 * normal, below 200 effective answers, else t. `design`: value ± t se with Satterthwaite's df.
 *
 * nEff = min(Kish, design) keeps the interval at least as wide as Kish alone, which held 95-96.5 % over
 * regions with few answers in many units, where value ± z se fell to 74-91 %.
 */
export function totalInterval(
  total: WeightedTotal,
  statistic: Statistic,
  level: number,
  method: 'score' | 'design',
): Interval | null {
  if (method === 'design') return designInterval(total, level)
  const { value, nEff } = total
  if (nEff === Infinity) return { low: value, high: value, level, method: 'census' }
  if (statistic.kind === 'net') {
    const at = (score: number) =>
      Math.min(
        1,
        sumOf(total.shares, (share, i) => (statistic.scores[i] === score ? share : 0)),
      )
    return { ...npsScoreInterval(at(1) * nEff, at(-1) * nEff, nEff, level), level, method: 'score' }
  }
  if (statistic.kind === 'share')
    return { ...wilsonInterval(Math.min(value * nEff, nEff), nEff, level), level, method: 'wilson' }
  const moments = { n: nEff, mean: value, squares: nEff * total.spread }
  if (nEff < endsAdjustedBelow)
    return {
      ...endsAdjustedInterval(moments, statistic.low, statistic.high, level),
      level,
      method: 'ends-adjusted',
    }
  const { low, high } = tInterval(moments, level)
  return { low: Math.max(statistic.low, low), high: Math.min(statistic.high, high), level, method: 't' }
}

function designInterval(total: WeightedTotal, level: number): Interval | null {
  const { variance } = total
  if (variance === null || total.df === null) return null
  const half = tQuantile((1 - level) / 2, total.df, 'upper') * Math.sqrt(variance)
  return { low: total.value - half, high: total.value + half, level, method: 'design-t' }
}

/**
 * Which interval serves: by the design where every unit that weighs more than half an equal share has 30
 * answers (it keeps what stratification gains), else the score interval, which also holds for few answers.
 * A design interval that is empty or leaves the scale is no interval: then score again.
 */
export function chooseInterval(
  total: WeightedTotal,
  strata: readonly { n: number }[],
  weights: readonly number[],
  statistic: Statistic,
  level: number,
  choice: 'auto' | 'score' | 'design',
): Interval | null {
  if (choice !== 'auto') return totalInterval(total, statistic, level, choice)
  const weighing = strata.flatMap(({ n }, i) =>
    (weights[i] ?? 0) > 0 && n > 0 ? [{ n, weight: weights[i] ?? 0 }] : [],
  )
  const enough =
    weighing.length > 1 && weighing.every((s) => s.n >= 30 || s.weight <= 1 / (2 * weighing.length))
  const design = enough && total.variance !== null && total.variance > 0 ? designInterval(total, level) : null
  return design !== null && design.low >= statistic.low && design.high <= statistic.high
    ? design
    : totalInterval(total, statistic, level, 'score')
}
