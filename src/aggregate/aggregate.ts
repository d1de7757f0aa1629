import { requireLevel } from '../statistics/require.js'
import { badOption, requireSize } from './badOption.js'
import { estimateOf, type FigureOptions, groupFigures, largestOf, most } from './figures.js'
import { coverageOf, type SchemeContext, type SchemeTotal, schemeTotal } from './schemeTotal.js'
import { type MetricReading, metricReading, type Statistic } from './statistic.js'
import { sumOf } from './sumOf.js'
import { suppress } from './suppress.js'
import type {
  AggregateOptions,
  Alternative,
  Companion,
  NamedScheme,
  RegionScore,
  UnitCounts,
} from './types.js'
import { type CheckedUnit, checkUnits } from './validate.js'
import { regionWarnings } from './warnings.js'
import { balancedCap, groupServices } from './weights.js'

const alternatives = ['pooled', 'volume', 'equal', 'balanced'] as const satisfies NamedScheme[]

function checkOptions(options: AggregateOptions) {
  const {
    level = 0.95,
    interval = 'auto',
    lonely = 'adjust',
    suppressBelow = 10,
    scheme = 'balanced',
  } = options
  requireLevel(level)
  requireSize(suppressBelow, 'suppressBelow', 'suppressBelow')
  const known: Record<string, readonly string[]> = {
    interval: ['auto', 'score', 'design'],
    lonely: ['adjust', 'average', 'certainty', 'remove', 'fail'],
    scheme: ['balanced', 'pooled', 'volume', 'equal', 'sqrt', 'log'],
    'scheme.kind': ['power', 'capped', 'fixed', 'hierarchical', 'raked'],
  }
  const given = {
    interval,
    lonely,
    ...(typeof scheme === 'string' ? { scheme } : { 'scheme.kind': scheme?.kind }),
  }
  for (const [path, value] of Object.entries(given))
    if (!known[path]?.includes(String(value)))
      throw badOption(
        path,
        `${path} must be one of ${known[path]?.join(', ')}, got ${JSON.stringify(value)}.`,
      )
  return {
    level,
    interval,
    lonely,
    suppressBelow,
    scheme,
    finitePopulation: options.finitePopulation === true,
  }
}

/** School grades may come in quarters: 25 counts from 4 to 10. */
function stepOf(units: readonly UnitCounts[], options: AggregateOptions): number {
  if (options.metric !== 'grade' || !Array.isArray(units)) return 1
  const { min, max } = metricReading('grade', options.scale).scale
  return units[0]?.counts?.length === (max - min) * 4 + 1 ? 0.25 : 1
}

function capOf(scheme: SchemeTotal, units: readonly CheckedUnit[]): number | null {
  if (scheme.reason !== null) return null
  const own =
    typeof scheme.scheme === 'object' && scheme.scheme.kind === 'hierarchical'
      ? scheme.scheme.between
      : scheme.scheme
  if (typeof own === 'object') return own.kind === 'capped' ? own.cap : null
  if (own !== 'balanced') return null
  const weighing = groupServices(units).filter((group) =>
    group.members.some((i) => (scheme.weights[i] ?? 0) > 0),
  )
  const cap = balancedCap(weighing.length)
  return cap < 1 ? cap : null
}

function largestWeight(
  units: readonly CheckedUnit[],
  scheme: SchemeTotal,
): { name: string; weight: number } | null {
  if (scheme.reason !== null) return null
  const rows = groupServices(units).map(({ name, members }) => ({
    name,
    weight: sumOf(members, (i) => scheme.weights[i] ?? 0),
  }))
  return most(rows, (row) => row.weight) ?? null
}

function companion(
  statistic: Statistic | null,
  scheme: SchemeTotal,
  units: readonly CheckedUnit[],
  options: FigureOptions,
): Companion | null {
  if (statistic === null) return null
  const { value, interval } = estimateOf(scheme, statistic, units, options)
  return value === null ? null : { value, interval }
}

/**
 * Region figure from the answers of its units: weights, value, interval, what each unit weighs and moves,
 * the same answers under other schemes, coverage, suppression and warnings.
 *
 * The default scheme, `balanced`, weighs services by the square root of their volume, none above a quarter
 * (or twice the equal share), and units inside a service by volume: no large unit rules, none is forgotten.
 * It is an index; `alternatives.volume` is the average visit.
 *
 * @param units histograms over the declared scale (index 0 = scale.min; fcr: no, partial, yes; grade: whole
 * grades, or quarters in 25 counts), with the
 * service and the volume of each unit; units without answers count in the coverage
 * @returns value on -100..100 (NPS), 0..1 (shares of csat and fcr), the question's scale (ces, grade,
 * likert); null with a reason where there is none (no answers, too few, coverage below a half)
 * @throws PalauteError `bad_option` naming the unit and the field: counts, volume, population, a unit listed
 * twice, a cap or margins that cannot hold
 * Source: Cochran 1977, 5 (stratified means); Kish 1965; Tango 1998; Bankier 1988 (power allocation).
 * @example
 * aggregate(
 *   [
 *     { unit: 'phone', service: 'phone', volume: 900, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 30] },
 *     { unit: 'ward', service: 'hospital', volume: 100, counts: [30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
 *   ],
 *   { metric: 'nps' },
 * ).value // 50: √900 to √100 is 75 % to 25 %
 */
export function aggregate(units: readonly UnitCounts[], options: AggregateOptions): RegionScore {
  const { scheme, suppressBelow, finitePopulation, ...figureOptions } = checkOptions(options)
  const reading = metricReading(options.metric, options.scale, stepOf(units, options))
  const checked = checkUnits(units, reading)
  const context: SchemeContext = {
    units: checked,
    lonely: figureOptions.lonely,
    finitePopulation,
    coverage: coverageOf(checked),
  }
  const chosen = schemeTotal(scheme, context)
  const score = suppress(
    regionScore(options, reading, checked, context, chosen, figureOptions, suppressBelow),
  )
  // After suppression, so that the parameters of a warning are no finer than the figures shown.
  return { ...score, warnings: regionWarnings(score, chosen, checked) }
}

function regionScore(
  options: AggregateOptions,
  reading: MetricReading,
  units: readonly CheckedUnit[],
  context: SchemeContext,
  chosen: SchemeTotal,
  figureOptions: FigureOptions,
  suppressBelow: number,
): RegionScore {
  const n = sumOf(units, (unit) => unit.n)
  const main = estimateOf(chosen, reading.main, units, figureOptions)
  const total = chosen.total(reading.main)
  const rows = groupFigures(units, chosen, reading.main, main.value, figureOptions)
  const hhi = sumOf(chosen.weights, (weight) => weight ** 2)
  const side = Object.fromEntries(
    alternatives.map((name) => {
      const other = schemeTotal(name, context)
      return [
        name,
        { ...estimateOf(other, reading.main, units, figureOptions), largest: largestWeight(units, other) },
      ]
    }),
  ) as Record<(typeof alternatives)[number], Alternative>
  return {
    schemaVersion: 1,
    metric: options.metric,
    scheme: chosen.scheme,
    cap: capOf(chosen, units),
    ...main,
    n,
    kish: total?.kish ?? null,
    design: total?.design ?? null,
    deff: main.nEff === null || main.nEff === 0 ? null : n / main.nEff,
    df: total?.df ?? null,
    shares:
      total === null
        ? null
        : Object.fromEntries(reading.names.map((name, i) => [name, total.shares[i] ?? 0])),
    mean: companion(reading.mean, chosen, units, figureOptions),
    topBox: companion(reading.topBox, chosen, units, figureOptions),
    ...rows,
    hidden: null,
    alternatives: side,
    coverage: context.coverage,
    largest: chosen.reason === null ? largestOf(rows.services, rows.units) : null,
    concentration: hhi > 0 ? { hhi, effectiveUnits: 1 / hhi } : null,
    suppressed: [],
    suppressBelow,
    warnings: [],
  }
}
