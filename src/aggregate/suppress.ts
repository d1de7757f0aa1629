import { solve } from './disclosure.js'
import { sumOf } from './sumOf.js'
import type {
  Alternative,
  GroupFigures,
  RegionScore,
  ServiceFigures,
  Suppressed,
  UnitFigures,
} from './types.js'

const nothing = { value: null, reason: 'too_few_answers', interval: null, se: null, nEff: null } as const

/**
 * Hides groups of fewer answers than the limit, and as many more as are needed so that none of them can be
 * computed from what is shown: each total that is shown (a service, the region) must hide at least as many
 * answers as the limit, and the exact totals together must not solve for any hidden group. The alternatives
 * are totals too; they are rounded, since exact they would be equations more.
 *
 * Source: secondary suppression, Hundepool et al. 2012, Statistical Disclosure Control, ch. 4.
 */
export function suppress(score: RegionScore): RegionScore {
  const { n, suppressBelow: limit, units, services } = score
  if (n === 0 || limit <= 0) return score
  const isFew = (row: GroupFigures) => row.n > 0 && row.n < limit
  const rows: GroupFigures[] = [...services, ...units]
  if (n < limit)
    return {
      ...show(score, new Set(rows.filter(isFew)), isFew, (alternative) => ({ ...alternative, ...nothing })),
      ...nothing,
      shares: null,
      mean: null,
      topBox: null,
      kish: null,
      design: null,
      deff: null,
      df: null,
      hidden: null,
    }
  const hidden = new Set(rows.filter(isFew))
  if (hidden.size === 0) return score
  protect(score, hidden, isFew)
  return show(score, hidden, isFew, (alternative) => coarse(alternative, score))
}

/** A total that is shown: which units it holds, and what each weighs in it. `service` is null for the region. */
interface Total {
  service: ServiceFigures | null
  holds: (unit: UnitFigures) => boolean
  weigh: (unit: UnitFigures) => number
}

function shownTotals(score: RegionScore, hidden: ReadonlySet<GroupFigures>): Total[] {
  const totals = score.services
    .filter((service) => !hidden.has(service) && service.n > 0)
    .map(
      (service): Total => ({
        service,
        holds: (unit) => unit.service === service.service,
        weigh: (unit) => (service.weight > 0 ? unit.weight : unit.n),
      }),
    )
  if (score.value !== null) totals.push({ service: null, holds: () => true, weigh: (unit) => unit.weight })
  return totals
}

function smallest<Row extends GroupFigures>(
  rows: readonly Row[],
  hidden: ReadonlySet<GroupFigures>,
): Row | undefined {
  return rows.filter((row) => row.n > 0 && !hidden.has(row)).sort((a, b) => a.n - b.n)[0]
}

/** Hides more, smallest first, until no group with few answers follows from the totals shown. */
function protect(score: RegionScore, hidden: Set<GroupFigures>, isFew: (row: GroupFigures) => boolean): void {
  for (;;) {
    const exposing = exposingTotal(score, hidden, isFew)
    if (exposing === undefined) return
    if (exposing.service !== null) {
      hidden.add(smallest(score.units.filter(exposing.holds), hidden) ?? exposing.service)
      continue
    }
    // In the region the rows are services: hide the smallest one, and a unit of it, or its own rows would tell it.
    const service = smallest(score.services, hidden)
    const members = score.units.filter((unit) => unit.service === (service?.service ?? null))
    if (service !== undefined) hidden.add(service)
    if (service !== undefined && members.some((unit) => hidden.has(unit))) continue
    const unit = smallest(members, hidden)
    if (unit !== undefined) hidden.add(unit)
    else if (service === undefined) return
  }
}

/** The first total that gives away a group with few answers: alone, or together with the others. */
function exposingTotal(
  score: RegionScore,
  hidden: ReadonlySet<GroupFigures>,
  isFew: (row: GroupFigures) => boolean,
): Total | undefined {
  const totals = shownTotals(score, hidden)
  const units = score.units.filter((unit) => hidden.has(unit))
  const small = totals.find((total) => {
    const answers = sumOf(units, (unit) => (total.holds(unit) ? unit.n : 0))
    return answers > 0 && answers < score.suppressBelow
  })
  if (small !== undefined) return small
  const { alone, determines } = solve(
    totals.map((total) => units.map((unit) => (total.holds(unit) ? total.weigh(unit) : 0))),
  )
  const unit = alone.map((i) => units[i]).find((row) => row !== undefined && isFew(row))
  if (unit !== undefined) return totals.find((total) => total.holds(unit))
  const service = score.services.some(
    (row) =>
      isFew(row) && determines(units.map((other) => (other.service === row.service ? other.weight : 0))),
  )
  return service ? totals.at(-1) : undefined
}

/** The score without the figures of hidden rows: they keep size and weight, which tell nothing of the answers. */
function show(
  score: RegionScore,
  hidden: ReadonlySet<GroupFigures>,
  isFew: (row: GroupFigures) => boolean,
  alternative: (of: Alternative) => Alternative,
): RegionScore {
  const blank = <Row extends GroupFigures>(row: Row): Row =>
    hidden.has(row)
      ? {
          ...row,
          value: null,
          reason: isFew(row) ? 'too_few_answers' : 'complementary',
          interval: null,
          contribution: null,
          influence: null,
        }
      : row
  const listed = (row: UnitFigures | ServiceFigures): Suppressed => ({
    ...('unit' in row ? { level: 'unit', unit: row.unit } : { level: 'service' }),
    service: row.service,
    n: row.n,
    reason: isFew(row) ? 'few' : 'complementary',
  })
  const units = score.units.filter((unit) => hidden.has(unit))
  const sum = (of: (row: UnitFigures) => number) => sumOf(units, (row) => of(row))
  const { pooled, volume, equal, balanced } = score.alternatives
  return {
    ...score,
    units: score.units.map(blank),
    services: score.services.map(blank),
    hidden: {
      units: units.length,
      n: sum((row) => row.n),
      weight: sum((row) => row.weight),
      contribution: score.value === null ? null : sum((row) => row.contribution ?? 0),
    },
    alternatives: {
      pooled: alternative(pooled),
      volume: alternative(volume),
      equal: alternative(equal),
      balanced: alternative(balanced),
    },
    suppressed: [...score.services.filter((row) => hidden.has(row)).map(listed), ...units.map(listed)],
  }
}

/** To a whole point of NPS, a per cent of a share, a hundredth of a mean; the chosen scheme itself as it is. */
function coarse(alternative: Alternative, score: RegionScore): Alternative {
  const { value, interval } = alternative
  const scale = score.metric === 'nps' ? 1 : 100
  const round = (x: number) => Math.round(x * scale) / scale
  if (value === null || value === score.value) return alternative
  return {
    ...alternative,
    value: round(value),
    se: null,
    interval:
      interval === null ? null : { ...interval, low: round(interval.low), high: round(interval.high) },
  }
}
