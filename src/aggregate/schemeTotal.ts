import { PalauteError } from '../errors.js'
import { linearizedCovariance, type RakeMargin, rake, type SurveyDesign } from '../statistics/index.js'
import { type Stratum, type WeightedTotal, weightedTotal } from './estimate.js'
import { moments, type Statistic } from './statistic.js'
import type { LonelyUnit, Margins, NoValueReason, Scheme } from './types.js'
import type { CheckedUnit } from './validate.js'
import { needsVolume, schemeWeights } from './weights.js'

/** Weights of a scheme over checked units, and the totals that follow from them. */
export interface SchemeTotal {
  /** What was done: the balanced scheme without volumes is equal by service and unit. */
  scheme: Scheme
  /** Weight of each unit; empty where there is no figure. */
  weights: number[]
  reason: NoValueReason | null
  /** The balanced scheme had to do without volumes. */
  fellBack: boolean
  total: (statistic: Statistic) => WeightedTotal | null
  /** Value of a unit inside the total: its mean, or its calibrated mean when respondents are raked. */
  unitValue: (at: number, statistic: Statistic) => number
}

export interface SchemeContext {
  units: readonly CheckedUnit[]
  lonely: LonelyUnit
  finitePopulation: boolean
  coverage: { volume: number | null; units: number }
}

export const withoutVolumes: Scheme = { kind: 'hierarchical', within: 'equal', between: 'equal' }

/** Share of the volume, and of the units, that answered. */
export function coverageOf(units: readonly CheckedUnit[]): { volume: number | null; units: number } {
  const largest = Math.max(0, ...units.map((unit) => unit.volume ?? 0))
  const sum = (of: readonly CheckedUnit[]) =>
    of.reduce((total, unit) => total + (unit.volume ?? 0) / largest, 0)
  const answered = units.filter((unit) => unit.n > 0)
  return {
    volume: largest > 0 ? sum(answered) / sum(units) : null,
    units: units.length === 0 ? 0 : answered.length / units.length,
  }
}

/** Volumes serve when they are known for units with at least half of the answers. */
export function volumesServe(units: readonly CheckedUnit[]): boolean {
  const known = units.filter((unit) => (unit.volume ?? 0) > 0).reduce((sum, unit) => sum + unit.n, 0)
  return known > 0 && known * 2 >= units.reduce((sum, unit) => sum + unit.n, 0)
}

function noTotal(scheme: Scheme, reason: NoValueReason, fellBack = false): SchemeTotal {
  return { scheme, weights: [], reason, fellBack, total: () => null, unitValue: () => 0 }
}

/** The total of a scheme. Pooled figures speak of the answers alone, so no coverage withholds them. */
export function schemeTotal(scheme: Scheme, context: SchemeContext): SchemeTotal {
  const { units, coverage } = context
  if (units.every((unit) => unit.n === 0)) return noTotal(scheme, 'no_answers')
  const serve = volumesServe(units)
  if (needsVolume(scheme) && !serve) {
    if (scheme !== 'balanced') return noTotal(scheme, 'no_volumes')
    return { ...schemeTotal(withoutVolumes, context), fellBack: true }
  }
  const covered = coverage.volume !== null && serve ? coverage.volume : coverage.units
  const withheld = scheme !== 'pooled' && covered < 0.5
  if (typeof scheme === 'object' && scheme.kind === 'raked')
    return withheld ? noTotal(scheme, 'coverage_below_half') : rakedTotal(scheme, context)
  const weights = schemeWeights(units, scheme)
  if (weights === null) return noTotal(scheme, 'no_weight')
  // The weights of a withheld total are told all the same: they hold no answers.
  if (withheld) return { ...noTotal(scheme, 'coverage_below_half'), weights }
  const strata: Stratum[] = units.map((unit, i) => ({
    name: unit.name,
    weight: weights[i] ?? 0,
    counts: unit.counts,
    population: context.finitePopulation ? populationOf(unit, i) : null,
  }))
  return {
    scheme,
    weights,
    reason: null,
    fellBack: false,
    total: (statistic) => weightedTotal(strata, statistic, context.lonely),
    unitValue: (at, statistic) => moments(units[at]?.counts ?? [], statistic).mean,
  }
}

function populationOf(unit: CheckedUnit, at: number): number | null {
  const population = unit.population ?? unit.volume
  if (population !== null && population < unit.n)
    throw new PalauteError(
      'bad_option',
      `Unit "${unit.name}": its volume ${population} is smaller than its ${unit.n} answers, so it cannot be the population that finitePopulation asks for; give population in visits.`,
      { path: `units[${at}].population` },
    )
  return population
}

/** Margins by name as a list over records that know their classes. */
function marginList(margins: Margins, cells: readonly Readonly<Record<string, string>>[]): RakeMargin[] {
  return Object.entries(margins).map(([name, totals]) => ({
    name,
    totals,
    labels: cells.map((cell, i) => {
      const label = Object.hasOwn(cell, name) ? cell[name] : undefined
      if (label === undefined)
        throw new PalauteError(
          'bad_option',
          `Row ${i} of units tells no "${name}" in its cell, which scheme.margins weighs by.`,
          { path: `margins.${name}` },
        )
      return label
    }),
  }))
}

/**
 * Respondents raked to margins: records are (unit, cell, point of the scale) with their counts, from base
 * weights V_h / n_h or 1. Variance is linearized with units as strata and the margins swept out.
 */
function rakedTotal(scheme: Extract<Scheme, { kind: 'raked' }>, context: SchemeContext): SchemeTotal {
  const { units } = context
  const base = scheme.base ?? (volumesServe(units) ? 'volume' : 'pooled')
  const records = units.flatMap((unit, at) =>
    base === 'volume' && !((unit.volume ?? 0) > 0)
      ? []
      : unit.rows.flatMap((row) =>
          row.counts.flatMap((count, point) => (count > 0 ? [{ at, cell: row.cell, point, count }] : [])),
        ),
  )
  const frequency = records.map((record) => record.count)
  const baseWeights = records.map((record) => {
    const unit = units[record.at]
    return base === 'pooled' || unit === undefined ? 1 : (unit.volume ?? 0) / unit.n
  })
  const margins = marginList(
    scheme.margins,
    records.map((record) => record.cell),
  )
  const weights = rake(baseWeights, margins, { frequency })
  const sum = weights.reduce((total, weight, i) => total + weight * (frequency[i] ?? 0), 0)
  const design: SurveyDesign = {
    weights,
    frequency,
    strata: records.map((record) => record.at),
    lonely: context.lonely,
    calibration: { margins: margins.map((margin) => margin.labels), baseWeights, weights },
  }
  const population = !context.finitePopulation
    ? undefined
    : records.map((record) => {
        const unit = units[record.at]
        return (unit === undefined ? null : populationOf(unit, record.at)) ?? Infinity
      })
  const unitWeights = units.map(() => 0)
  records.forEach((record, i) => {
    unitWeights[record.at] = (unitWeights[record.at] ?? 0) + ((weights[i] ?? 0) * record.count) / sum
  })
  const mean = (statistic: Statistic, inside: (at: number) => boolean) => {
    let total = 0
    let weighted = 0
    records.forEach((record, i) => {
      if (!inside(record.at)) return
      total += (weights[i] ?? 0) * record.count
      weighted += (weights[i] ?? 0) * record.count * (statistic.scores[record.point] ?? 0)
    })
    return total > 0 ? weighted / total : 0
  }
  return {
    scheme,
    weights: unitWeights,
    reason: null,
    fellBack: false,
    unitValue: (at, statistic) => mean(statistic, (i) => i === at),
    total: (statistic) => {
      const value = mean(statistic, () => true)
      const shares = statistic.scores.map(() => 0)
      records.forEach((record, i) => {
        shares[record.point] = (shares[record.point] ?? 0) + ((weights[i] ?? 0) * record.count) / sum
      })
      const spread = shares.reduce((s, share, i) => s + share * ((statistic.scores[i] ?? 0) - value) ** 2, 0)
      const linear = records.map(
        (record, i) => ((weights[i] ?? 0) * ((statistic.scores[record.point] ?? 0) - value)) / sum,
      )
      const variance = linearizedCovariance([linear], design)?.[0]?.[0] ?? null
      const finite = context.finitePopulation
        ? (linearizedCovariance([linear], { ...design, population })?.[0]?.[0] ?? null)
        : variance
      const kish = sum ** 2 / weights.reduce((s, weight, i) => s + weight ** 2 * (frequency[i] ?? 0), 0)
      const effective = variance !== null && variance > 0 ? spread / variance : null
      const nEff = effective === null ? kish : Math.min(kish, effective)
      const n = frequency.reduce((s, f) => s + f, 0)
      const strata = new Set(records.map((record) => record.at)).size
      return {
        value,
        shares,
        spread,
        variance,
        varianceFinite: finite,
        kish,
        design: effective,
        nEff: variance !== null && finite !== null && variance > 0 ? nEff / (finite / variance) : nEff,
        df: n > strata ? n - strata : null,
        strata,
      }
    },
  }
}
