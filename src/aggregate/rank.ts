import { PalauteError } from '../errors.js'
import { pauleMandel } from '../statistics/index.js'
import type { Interval, Scale } from '../types.js'
import { weighAnswers, weightedTotal } from './estimate.js'
import { scaleInterval } from './figures.js'
import { totalInterval } from './interval.js'
import { type MetricReading, metricReading, moments, type Statistic } from './statistic.js'
import { sumOf } from './sumOf.js'
import type { ScoreMetric, UnitCounts } from './types.js'
import { type CheckedUnit, checkUnits } from './validate.js'

export interface RankOptions {
  metric: ScoreMetric
  scale?: Scale
  level?: number
  /** Units of fewer answers are left out of the list (not of the profile); default 10. */
  suppressBelow?: number
}

export interface RankedUnit {
  unit: string
  service: string | null
  n: number
  value: number
  /** Of the unshrunk value: intervals of shrunk values under-cover where answers are few. */
  interval: Interval | null
  /** The value drawn towards all answers, as if M more of their profile had come in. */
  shrunk: number
  /** 1 is best by the shrunk value; ties share the lower number. */
  rank: number
}

export interface Ranking {
  schemaVersion: 1
  metric: ScoreMetric
  /** Value of all answers together: what units are drawn towards. */
  center: number
  /** M, as many answers as the profile weighs; null where units differ no more than chance does. */
  strength: number | null
  /** Standard deviation between units beyond chance. */
  tau: number
  units: RankedUnit[]
}

// Two pseudo-answers of the common profile keep the variance of a unit whose answers all agree above zero.
const pseudoAnswers = 2

interface Profile {
  reading: MetricReading
  units: CheckedUnit[]
  shares: number[]
  center: number
  /** Variance of one answer. */
  variance: number
}

function profileOf(units: readonly UnitCounts[], options: RankOptions): Profile {
  const reading = metricReading(options.metric, options.scale)
  const checked = checkUnits(units, reading).filter((unit) => unit.n > 0)
  const all = reading.main.scores.map((_, i) => sumOf(checked, (unit) => unit.counts[i] ?? 0))
  const n = sumOf(all, (count) => count)
  if (n === 0)
    throw new PalauteError('no_answers', 'There are no answers to compare units by.', { path: 'units' })
  const shares = all.map((count) => count / n)
  const center = sumOf(shares, (share, i) => share * (reading.main.scores[i] ?? 0))
  const variance = sumOf(shares, (share, i) => share * ((reading.main.scores[i] ?? 0) - center) ** 2)
  return { reading, units: checked, shares, center, variance }
}

/** Squared standard error of a unit with pseudo-answers of the profile; null where nobody ever differed. */
function smoothedVariance(unit: CheckedUnit, profile: Profile, statistic: Statistic): number {
  const counts = unit.counts.map((count, i) => count + pseudoAnswers * (profile.shares[i] ?? 0))
  const { n, mean } = moments(counts, statistic)
  const squares = sumOf(counts, (count, i) => count * ((statistic.scores[i] ?? 0) - mean) ** 2)
  return squares / n / unit.n
}

function isLowBest(reading: MetricReading): boolean {
  return reading.scale.best === 'low' && reading.main.kind === 'mean'
}

/**
 * Units in order of values shrunk towards the common profile, so that a unit of five happy answers does not
 * lead the list. For ranking only: the total of a region keeps unshrunk values.
 *
 * Dirichlet-multinomial: shrunk = (n x + M x0) / (n + M), M = v0 / tau² - 1, tau² by Paule & Mandel over
 * variances smoothed with two pseudo-answers. RMSE over 30 units of 15 answers: 10 points where raw values had 22.
 *
 * @throws PalauteError `no_answers`; `bad_option` as {@link aggregate}
 * Source: Dirichlet-multinomial moments; Paule & Mandel 1982.
 * @example rankUnits(units, { metric: 'nps' }).units[0].shrunk
 */
export function rankUnits(units: readonly UnitCounts[], options: RankOptions): Ranking {
  const profile = profileOf(units, options)
  const { reading, center, variance } = profile
  const { main } = reading
  const values = profile.units.map((unit) => moments(unit.counts, main).mean)
  const spread =
    variance > 0
      ? pauleMandel(
          values,
          profile.units.map((unit) => smoothedVariance(unit, profile, main)),
        ).tau2
      : 0
  const strength = spread > 0 ? Math.max(0, variance / spread - 1) : Infinity
  const { level = 0.95, suppressBelow: limit = 10 } = options
  const rows = profile.units
    .map((unit, i) => ({ unit, value: values[i] ?? 0 }))
    .filter(({ unit }) => unit.n >= limit)
    .map(({ unit, value }): RankedUnit => {
      const own = weightedTotal(weighAnswers([unit], [1]), [{ ...unit, population: null }], main, 'adjust')
      return {
        unit: unit.name,
        service: unit.service,
        n: unit.n,
        value: value * main.factor,
        interval: own === null ? null : scaleInterval(totalInterval(own, main, level, 'score'), main.factor),
        shrunk:
          (strength === Infinity ? center : (unit.n * value + strength * center) / (unit.n + strength)) *
          main.factor,
        rank: 0,
      }
    })
  const direction = isLowBest(reading) ? 1 : -1
  rows.sort((a, b) => direction * (a.shrunk - b.shrunk) || b.n - a.n || (a.unit < b.unit ? -1 : 1))
  rows.forEach((row, i) => {
    const above = rows[i - 1]
    row.rank = above !== undefined && above.shrunk === row.shrunk ? above.rank : i + 1
  })
  return {
    schemaVersion: 1,
    metric: options.metric,
    center: center * main.factor,
    strength: strength === Infinity ? null : strength,
    tau: Math.sqrt(spread) * main.factor,
    units: rows,
  }
}

export { isLowBest, type Profile, profileOf }
