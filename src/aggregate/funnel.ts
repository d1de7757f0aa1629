import { adjustP, normalQuantile, normalTails, pauleMandel } from '../statistics/index.js'
import { isLowBest, profileOf, type RankOptions } from './rank.js'
import { moments } from './statistic.js'
import { sumOf } from './sumOf.js'
import type { ScoreMetric, UnitCounts } from './types.js'

export interface FunnelOptions extends RankOptions {
  /** Value to compare with, on the scale shown; default the mean that the units themselves imply. */
  target?: number
  /** False discovery rate of the flags; default 0.1. */
  falseDiscovery?: number
}

export interface FunnelUnit {
  unit: string
  service: string | null
  n: number
  value: number
  /** Where units of this many answers are expected, at the level asked for, overdispersion included. */
  low: number
  high: number
  z: number
  p: number
  /** Benjamini-Hochberg over the units listed. */
  adjustedP: number
  flag: 'better' | 'worse' | null
}

export interface Funnel {
  schemaVersion: 1
  metric: ScoreMetric
  center: number
  /** Standard deviation between units beyond chance. */
  tau: number
  units: FunnelUnit[]
}

/**
 * Compares units with what is expected of units of their size, rather than ranking them:
 * z = (x - μ) / √(v0 / n + τ²), limits μ ± z √(v0 / n + τ²), flags by the false discovery rate.
 *
 * @param options `target` compares with a value of your own
 * @returns units of fewer answers than `suppressBelow` (default 10) are left out
 * @throws PalauteError `no_answers`; `bad_option` as {@link aggregate}
 * Source: Spiegelhalter 2005 (funnel plots, overdispersion); Benjamini & Hochberg 1995.
 * @example funnel(units, { metric: 'nps' }).units.filter((unit) => unit.flag === 'worse')
 */
export function funnel(units: readonly UnitCounts[], options: FunnelOptions): Funnel {
  const profile = profileOf(units, options)
  const { main } = profile.reading
  const limit = options.suppressBelow ?? 10
  const answers = sumOf(profile.units, (unit) => unit.n)
  // Where all answers agree, one pseudo-answer at each end of the scale tells how much that can mean.
  const spread =
    profile.variance > 0
      ? profile.variance
      : ((main.low - profile.center) ** 2 + (main.high - profile.center) ** 2) / (answers + 2)
  const rows = profile.units
    .filter((unit) => unit.n >= limit)
    .map((unit) => ({ unit, value: moments(unit.counts, main).mean, variance: spread / unit.n }))
  const fitted =
    rows.length > 0
      ? pauleMandel(
          rows.map((row) => row.value),
          rows.map((row) => row.variance),
        )
      : { tau2: 0, mu: profile.center }
  const center = options.target === undefined ? fitted.mu : options.target / main.factor
  const reach = normalQuantile((1 - (options.level ?? 0.95)) / 2, 'upper')
  const scored = rows.map((row) => {
    const error = Math.sqrt(row.variance + fitted.tau2)
    const z = (row.value - center) / error
    return { ...row, error, z, p: Math.min(1, 2 * normalTails(Math.abs(z)).upper) }
  })
  const adjusted = adjustP(scored.map((row) => row.p))
  const sign = isLowBest(profile.reading) ? -1 : 1
  return {
    schemaVersion: 1,
    metric: options.metric,
    center: center * main.factor,
    tau: Math.sqrt(fitted.tau2) * main.factor,
    units: scored.map((row, i): FunnelUnit => {
      const adjustedP = adjusted[i] ?? 1
      const flagged = adjustedP < (options.falseDiscovery ?? 0.1)
      return {
        unit: row.unit.name,
        service: row.unit.service,
        n: row.unit.n,
        value: row.value * main.factor,
        low: Math.max(main.low, center - reach * row.error) * main.factor,
        high: Math.min(main.high, center + reach * row.error) * main.factor,
        z: row.z,
        p: row.p,
        adjustedP,
        flag: flagged ? (row.z * sign > 0 ? 'better' : 'worse') : null,
      }
    }),
  }
}
