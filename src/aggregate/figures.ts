import type { Interval } from '../types.js'
import { weighAnswers, weightedTotal } from './estimate.js'
import { chooseInterval } from './interval.js'
import type { SchemeTotal } from './schemeTotal.js'
import type { Statistic } from './statistic.js'
import { sumOf } from './sumOf.js'
import type {
  AggregateOptions,
  Estimate,
  GroupFigures,
  Largest,
  ServiceFigures,
  UnitFigures,
} from './types.js'
import type { CheckedUnit } from './validate.js'
import { groupServices } from './weights.js'

export interface FigureOptions {
  level: number
  interval: NonNullable<AggregateOptions['interval']>
  lonely: NonNullable<AggregateOptions['lonely']>
}

export function scaleInterval(interval: Interval | null, factor: number): Interval | null {
  return interval === null ? null : { ...interval, low: interval.low * factor, high: interval.high * factor }
}

/** Value, interval, standard error and effective size of one scheme, on the scale that is shown. */
export function estimateOf(
  scheme: SchemeTotal,
  statistic: Statistic,
  units: readonly CheckedUnit[],
  options: FigureOptions,
): Estimate {
  const total = scheme.total(statistic)
  if (total === null)
    return { value: null, reason: scheme.reason ?? 'no_answers', interval: null, se: null, nEff: null }
  const interval = chooseInterval(total, units, scheme.weights, statistic, options.level, options.interval)
  return {
    value: total.value * statistic.factor,
    interval: scaleInterval(interval, statistic.factor),
    se: total.variance === null ? null : Math.sqrt(total.variance) * statistic.factor,
    nEff: total.nEff,
  }
}

/** Rows of units and services under a scheme. */
export function groupFigures(
  units: readonly CheckedUnit[],
  scheme: SchemeTotal,
  statistic: Statistic,
  total: number | null,
  options: FigureOptions,
): { units: UnitFigures[]; services: ServiceFigures[] } {
  const answers = sumOf(units, (unit) => unit.n)
  const lonely = options.lonely === 'fail' ? 'adjust' : options.lonely
  const weightOf = (i: number) => scheme.weights[i] ?? 0
  const parts = scheme.unitParts(statistic)
  const figuresOf = (members: readonly number[]): GroupFigures => {
    const strata = members.map((i) => units[i] as CheckedUnit)
    const n = sumOf(strata, (unit) => unit.n)
    const weight = Math.min(1, sumOf(members, weightOf))
    // A group that weighs nothing still has its own figure: the answers it got.
    const weights = strata.map((unit, k) =>
      weight > 0 ? weightOf(members[k] ?? 0) / weight : unit.n / (n || 1),
    )
    const bare = strata.map((unit) => ({ ...unit, population: null }))
    const own = weightedTotal(weighAnswers(bare, weights), bare, statistic, lonely)
    const volumes = strata.flatMap(({ volume }) => (volume === null ? [] : [volume]))
    // Raked answers weigh otherwise inside the total than in the figure of their group.
    const brought = sumOf(members, (i) => parts[i] ?? 0) * statistic.factor
    const contribution = own === null || total === null ? null : brought - weight * total
    return {
      n,
      volume: volumes.length === 0 ? null : sumOf(volumes),
      weight,
      shareOfAnswers: answers > 0 ? n / answers : 0,
      ...(own === null
        ? { value: null, reason: 'no_answers', interval: null }
        : {
            value: own.value * statistic.factor,
            interval: scaleInterval(
              chooseInterval(own, strata, weights, statistic, options.level, 'auto'),
              statistic.factor,
            ),
          }),
      contribution,
      influence: contribution === null || weight >= 1 ? null : contribution / (1 - weight),
    }
  }
  return {
    units: units.map(({ name, service }, i) => ({ unit: name, service, ...figuresOf([i]) })),
    services: groupServices(units)
      .filter((group) => group.known)
      .map(({ name, members }) => ({ service: name, units: members.length, ...figuresOf(members) })),
  }
}

/** The groups that weigh most and answer most: services where they are known, else units. */
export function largestOf(
  services: readonly ServiceFigures[],
  units: readonly UnitFigures[],
): { weight: Largest; answers: Largest } | null {
  const level = services.length > 1 || units.length === 0 ? 'service' : 'unit'
  const rows = (level === 'service' ? services : units).map(
    (row): Largest => ({
      level,
      name: 'unit' in row ? row.unit : row.service,
      weight: row.weight,
      shareOfAnswers: row.shareOfAnswers,
    }),
  )
  const weight = most(rows, (row) => row.weight)
  const answers = most(rows, (row) => row.shareOfAnswers)
  return weight === undefined || answers === undefined ? null : { weight, answers }
}

/** The first of the rows with the largest value. */
export function most<Row>(rows: readonly Row[], of: (row: Row) => number): Row | undefined {
  const top = Math.max(...rows.map(of))
  return rows.find((row) => of(row) === top)
}
