import type { Interval } from '../types.js'
import { weighAnswers, weightedTotal } from './estimate.js'
import { chooseInterval } from './interval.js'
import type { SchemeTotal } from './schemeTotal.js'
import type { Statistic } from './statistic.js'
import type { AggregateOptions, Estimate, Largest, ServiceFigures, UnitFigures } from './types.js'
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

/** What a group weighs and moves. */
function leverage(weight: number, value: number | null, total: number | null) {
  if (value === null || total === null) return { contribution: null, influence: null }
  const contribution = weight === 0 ? 0 : weight * (value - total)
  return { contribution, influence: weight < 1 ? contribution / (1 - weight) : null }
}

/** A figure over the units given, each weighing what it weighs in the total. */
function groupEstimate(
  members: readonly { unit: CheckedUnit; weight: number }[],
  statistic: Statistic,
  options: FigureOptions,
): { value: number | null; interval: Interval | null } {
  const sum = members.reduce((s, member) => s + member.weight, 0)
  const answers = members.reduce((s, member) => s + member.unit.n, 0)
  const strata = members.map(({ unit }) => unit)
  // A service that weighs nothing still has its own figure: the answers it got.
  const weights = members.map(({ unit, weight }) => (sum > 0 ? weight / sum : unit.n / answers))
  const total = weightedTotal(
    weighAnswers(strata, answers > 0 ? weights : []),
    strata.map(({ name, n, counts }) => ({ name, n, counts })),
    statistic,
    options.lonely === 'fail' ? 'adjust' : options.lonely,
  )
  if (total === null) return { value: null, interval: null }
  return {
    value: total.value * statistic.factor,
    interval: scaleInterval(
      chooseInterval(total, strata, weights, statistic, options.level, 'auto'),
      statistic.factor,
    ),
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
  const answers = units.reduce((sum, unit) => sum + unit.n, 0)
  const shareOfAnswers = (n: number) => (answers > 0 ? n / answers : 0)
  const inTotal = (i: number) =>
    (scheme.weights[i] ?? 0) > 0 ? scheme.unitValue(i, statistic) * statistic.factor : null
  const rows = units.map((unit, i): UnitFigures => {
    const weight = scheme.weights[i] ?? 0
    const own = groupEstimate([{ unit, weight: 1 }], statistic, options)
    return {
      unit: unit.name,
      service: unit.service,
      n: unit.n,
      volume: unit.volume,
      weight,
      shareOfAnswers: shareOfAnswers(unit.n),
      ...own,
      ...(own.value === null ? { reason: 'no_answers' as const } : {}),
      ...leverage(weight, inTotal(i) ?? own.value, total),
    }
  })
  const services = groupServices(units)
    .filter((group) => group.known)
    .map((group): ServiceFigures => {
      const members = group.members.map((i) => ({
        unit: units[i] as CheckedUnit,
        weight: scheme.weights[i] ?? 0,
      }))
      const weight = Math.min(
        1,
        members.reduce((sum, member) => sum + member.weight, 0),
      )
      const n = members.reduce((sum, member) => sum + member.unit.n, 0)
      const volumes = members.filter((member) => member.unit.volume !== null)
      const own = groupEstimate(members, statistic, options)
      const inside = group.members.reduce((sum, i) => sum + (scheme.weights[i] ?? 0) * (inTotal(i) ?? 0), 0)
      return {
        service: group.name,
        units: group.members.length,
        n,
        volume:
          volumes.length === 0 ? null : volumes.reduce((sum, member) => sum + (member.unit.volume ?? 0), 0),
        weight,
        shareOfAnswers: shareOfAnswers(n),
        ...own,
        ...(own.value === null ? { reason: 'no_answers' as const } : {}),
        ...leverage(weight, weight > 0 ? inside / weight : own.value, total),
      }
    })
  return { units: rows, services }
}

/** The groups that weigh most and answer most: services where they are known, else units. */
export function largestOf(
  services: readonly ServiceFigures[],
  units: readonly UnitFigures[],
): { weight: Largest; answers: Largest } | null {
  const rows: Largest[] =
    services.length > 1 || units.length === 0
      ? services.map((s) => ({
          level: 'service',
          name: s.service,
          weight: s.weight,
          shareOfAnswers: s.shareOfAnswers,
        }))
      : units.map((u) => ({
          level: 'unit',
          name: u.unit,
          weight: u.weight,
          shareOfAnswers: u.shareOfAnswers,
        }))
  const [first] = rows
  if (first === undefined) return null
  return {
    weight: rows.reduce((best, row) => (row.weight > best.weight ? row : best), first),
    answers: rows.reduce((best, row) => (row.shareOfAnswers > best.shareOfAnswers ? row : best), first),
  }
}
