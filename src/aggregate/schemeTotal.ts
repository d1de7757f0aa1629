import { type Calibration, type RakeMargin, rake } from '../statistics/index.js'
import { badOption } from './badOption.js'
import {
  type Stratum,
  type WeightedAnswers,
  type WeightedTotal,
  weighAnswers,
  weightedTotal,
} from './estimate.js'
import type { Statistic } from './statistic.js'
import { sumOf } from './sumOf.js'
import type { LonelyUnit, Margins, NoFigureReason, Scheme } from './types.js'
import type { CheckedUnit } from './validate.js'
import { needsVolume, schemeWeights } from './weights.js'

/** Weights of a scheme over checked units, and the totals that follow from them. */
export interface SchemeTotal {
  /** What was done: the balanced scheme without volumes is equal by service and unit. */
  scheme: Scheme
  /** Weight of each unit; empty where there is no figure. */
  weights: number[]
  reason: NoFigureReason | null
  /** The balanced scheme had to do without volumes. */
  fellBack: boolean
  total: (statistic: Statistic) => WeightedTotal | null
  /** What each unit brings to the total: its weight times its mean (of raked answers, where they are raked). */
  unitParts: (statistic: Statistic) => number[]
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
  const sum = (of: readonly CheckedUnit[]) => sumOf(of, (unit) => (unit.volume ?? 0) / largest)
  const answered = units.filter((unit) => unit.n > 0)
  return {
    volume: largest > 0 ? sum(answered) / sum(units) : null,
    units: units.length === 0 ? 0 : answered.length / units.length,
  }
}

/** Volumes serve when they are known for units with at least half of the answers. */
export function volumesServe(units: readonly CheckedUnit[]): boolean {
  const known = units.filter((unit) => (unit.volume ?? 0) > 0).reduce((sum, unit) => sum + unit.n, 0)
  return known > 0 && known * 2 >= sumOf(units, (unit) => unit.n)
}

function noTotal(scheme: Scheme, reason: NoFigureReason, fellBack = false): SchemeTotal {
  return { scheme, weights: [], reason, fellBack, total: () => null, unitParts: () => [] }
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
  return totalOf(scheme, weights, weighAnswers(units, weights), context)
}

/** Units as strata, with their population where the answers are to count as a sample of it. */
function strataOf({ units, finitePopulation }: SchemeContext): readonly Stratum[] {
  if (!finitePopulation) return units.map(({ name, n, counts }) => ({ name, n, counts }))
  return units.map(({ name, n, counts, volume, ...unit }, at) => {
    const population = unit.population ?? volume
    if (population !== null && population < n)
      throw badOption(
        `units[${at}].population`,
        `Unit "${name}": volume ${population} is below its ${n} answers, so it is no population.`,
      )
    return { name, n, counts, population }
  })
}

function totalOf(
  scheme: Scheme,
  weights: number[],
  answers: readonly WeightedAnswers[],
  context: SchemeContext,
  calibration?: Calibration,
): SchemeTotal {
  const strata = strataOf(context)
  return {
    scheme,
    weights,
    reason: null,
    fellBack: false,
    total: (statistic) => weightedTotal(answers, strata, statistic, context.lonely, calibration),
    unitParts: ({ scores }) => {
      const sums = weights.map(() => 0)
      for (const { unit, point, share } of answers)
        sums[unit] = (sums[unit] ?? 0) + share * (scores[point] ?? 0)
      return sums
    },
  }
}

/** Margins by name as a list over records that know their classes. */
function marginList(margins: Margins, cells: readonly Readonly<Record<string, string>>[]): RakeMargin[] {
  return Object.entries(margins).map(([name, totals]) => ({
    name,
    totals,
    labels: cells.map((cell, i) => {
      const label = Object.hasOwn(cell, name) ? cell[name] : undefined
      if (label === undefined)
        throw badOption(
          `margins.${name}`,
          `Row ${i} of units tells no "${name}" in its cell, which scheme.margins weighs by.`,
        )
      return label
    }),
  }))
}

/** Respondents raked to margins from base weights V_h / n_h or 1; units are strata, the margins are swept out. */
function rakedTotal(scheme: Extract<Scheme, { kind: 'raked' }>, context: SchemeContext): SchemeTotal {
  const { units } = context
  const byVolume = (scheme.base ?? (volumesServe(units) ? 'volume' : 'pooled')) === 'volume'
  const records = units.flatMap(({ rows, n, volume }, unit) => {
    const base = byVolume ? (volume ?? 0) / n : 1
    return rows.flatMap(({ cell, counts }) =>
      counts.flatMap((count, point) => (count > 0 && base > 0 ? [{ unit, cell, point, count, base }] : [])),
    )
  })
  const frequency = records.map((record) => record.count)
  const baseWeights = records.map((record) => record.base)
  const margins = marginList(
    scheme.margins,
    records.map((record) => record.cell),
  )
  const raked = rake(baseWeights, margins, { frequency })
  const sum = sumOf(raked, (weight, i) => weight * (frequency[i] ?? 0))
  const weights = units.map(() => 0)
  const answers = records.map(({ unit, point, count }, i) => {
    const share = ((raked[i] ?? 0) * count) / sum
    weights[unit] = (weights[unit] ?? 0) + share
    return { unit, point, count, share }
  })
  return totalOf(scheme, weights, answers, context, {
    margins: margins.map((margin) => margin.labels),
    baseWeights,
    weights: answers.map((row) => row.share / row.count),
  })
}
