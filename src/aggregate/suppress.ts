import { type Equation, isDetermined } from './disclosure.js'
import type {
  Alternative,
  Estimate,
  GroupFigures,
  RegionScore,
  ServiceFigures,
  UnitFigures,
} from './types.js'

interface Hidden {
  units: Set<number>
  services: Set<string>
}

/** What a row keeps when its figures are hidden: its size and its weight, which tell nothing of the answers. */
function blank<Row extends GroupFigures>(row: Row, reason: 'too_few_answers' | 'complementary'): Row {
  return { ...row, value: null, reason, interval: null, contribution: null, influence: null }
}

const withheld: Estimate = { value: null, reason: 'too_few_answers', interval: null, se: null, nEff: null }

/**
 * Hides groups of fewer answers than the limit, and as many more as are needed so that none of them can be
 * computed from what is shown: each total that is shown (a service, the region) must hide at least as many
 * answers as the limit, and the exact totals together must not solve for any hidden group. The alternatives
 * are totals too; they are rounded, since exact they would be equations more.
 *
 * Source: secondary suppression, Hundepool et al. 2012, Statistical Disclosure Control, ch. 4.
 */
export function suppress(score: RegionScore): RegionScore {
  const limit = score.suppressBelow
  if (limit <= 0 || score.n === 0) return score
  const hidden: Hidden = { units: new Set(), services: new Set() }
  score.units.forEach((unit, i) => {
    if (isFew(unit, limit)) hidden.units.add(i)
  })
  for (const service of score.services) if (isFew(service, limit)) hidden.services.add(service.service)
  if (score.n < limit) return withholdAll(score)
  if (hidden.units.size === 0 && hidden.services.size === 0) return score
  const few = { units: new Set(hidden.units), services: new Set(hidden.services) }
  protect(score, hidden, limit)
  return apply(score, hidden, few)
}

function isFew(row: GroupFigures | undefined, limit: number): boolean {
  return row !== undefined && row.n > 0 && row.n < limit
}

/** A total that is shown: its units, and what each weighs in it. `service` is null for the region. */
interface Total {
  service: string | null
  members: readonly number[]
  weigh: (at: number) => number
}

function shownTotals(score: RegionScore, hidden: Hidden): Total[] {
  const all = score.units.map((_, i) => i)
  const services = score.services
    .filter((service) => !hidden.services.has(service.service) && service.n > 0)
    .map(
      (service): Total => ({
        service: service.service,
        members: all.filter((i) => score.units[i]?.service === service.service),
        weigh: (i) => (service.weight > 0 ? score.units[i]?.weight : score.units[i]?.n) ?? 0,
      }),
    )
  const region: Total = { service: null, members: all, weigh: (i) => score.units[i]?.weight ?? 0 }
  return score.value === null ? services : [...services, region]
}

/** Hides more, smallest first, until no group with few answers follows from the totals shown. */
function protect(score: RegionScore, hidden: Hidden, limit: number): void {
  const size = (i: number) => score.units[i]?.n ?? 0
  const smallestVisible = (members: readonly number[]) =>
    members.filter((i) => !hidden.units.has(i) && size(i) > 0).sort((a, b) => size(a) - size(b) || a - b)[0]
  for (;;) {
    const exposed = exposingTotal(score, hidden, limit)
    if (exposed === null) return
    if (exposed.service !== null) {
      const unit = smallestVisible(exposed.members)
      if (unit === undefined) hidden.services.add(exposed.service)
      else hidden.units.add(unit)
      continue
    }
    // In the region the rows are services: hide the smallest one, and a unit of it, or its own rows would tell it.
    const service = score.services
      .filter((row) => row.n > 0 && !hidden.services.has(row.service))
      .sort((a, b) => a.n - b.n)[0]
    const members = exposed.members.filter((i) => score.units[i]?.service === (service?.service ?? null))
    if (service !== undefined) hidden.services.add(service.service)
    if (members.some((i) => hidden.units.has(i)) && service !== undefined) continue
    const unit = smallestVisible(members)
    if (unit !== undefined) hidden.units.add(unit)
    else if (service === undefined) return
  }
}

/** The first total that gives away a group with few answers: alone, or together with the others. */
function exposingTotal(score: RegionScore, hidden: Hidden, limit: number): Total | null {
  const totals = shownTotals(score, hidden)
  for (const total of totals) {
    const inside = total.members.filter((i) => hidden.units.has(i))
    const answers = inside.reduce((sum, i) => sum + (score.units[i]?.n ?? 0), 0)
    if (answers > 0 && answers < limit) return total
  }
  const list = [...hidden.units]
  const equations: Equation[] = totals.map((total) =>
    list.map((i) => (total.members.includes(i) ? total.weigh(i) : 0)),
  )
  const givenAway = (target: Equation) => isDetermined(equations, target)
  const unit = list.find(
    (i) => isFew(score.units[i], limit) && givenAway(list.map((other) => (other === i ? 1 : 0))),
  )
  if (unit !== undefined)
    return (
      totals.find((t) => t.service !== null && t.service === score.units[unit]?.service) ??
      totals.at(-1) ??
      null
    )
  const service = score.services.find(
    (row) =>
      isFew(row, limit) &&
      givenAway(
        list.map((i) => (score.units[i]?.service === row.service ? (score.units[i]?.weight ?? 0) : 0)),
      ),
  )
  return service === undefined ? null : (totals.at(-1) ?? null)
}

function withholdAll(score: RegionScore): RegionScore {
  const none = Object.fromEntries(
    Object.entries(score.alternatives).map(([name, alternative]) => [name, { ...alternative, ...withheld }]),
  ) as RegionScore['alternatives']
  return {
    ...score,
    ...withheld,
    shares: null,
    mean: null,
    topBox: null,
    kish: null,
    design: null,
    deff: null,
    df: null,
    units: score.units.map((unit) => (unit.n > 0 ? blank(unit, 'too_few_answers') : unit)),
    services: score.services.map((service) => (service.n > 0 ? blank(service, 'too_few_answers') : service)),
    alternatives: none,
    suppressed: listed(
      score,
      score.units.map((_, i) => i),
      score.services,
      () => 'few',
    ),
  }
}

function listed(
  score: RegionScore,
  units: readonly number[],
  services: readonly ServiceFigures[],
  reason: (level: 'unit' | 'service', key: number | string) => 'few' | 'complementary',
): RegionScore['suppressed'] {
  return [
    ...services
      .filter((s) => s.n > 0)
      .map((s) => ({
        level: 'service' as const,
        service: s.service,
        n: s.n,
        reason: reason('service', s.service),
      })),
    ...units.flatMap((i) => {
      const unit = score.units[i]
      return unit === undefined || unit.n === 0
        ? []
        : [
            {
              level: 'unit' as const,
              unit: unit.unit,
              service: unit.service,
              n: unit.n,
              reason: reason('unit', i),
            },
          ]
    }),
  ]
}

function apply(score: RegionScore, hidden: Hidden, few: Hidden): RegionScore {
  const units = score.units.map((unit, i) =>
    hidden.units.has(i) ? blank(unit, few.units.has(i) ? 'too_few_answers' : 'complementary') : unit,
  )
  const services = score.services.map((service) =>
    hidden.services.has(service.service)
      ? blank(service, few.services.has(service.service) ? 'too_few_answers' : 'complementary')
      : service,
  )
  const rows = [...hidden.units].map((i) => score.units[i] as UnitFigures)
  const sum = (of: (row: UnitFigures) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    ...score,
    units,
    services,
    hidden: {
      units: rows.length,
      n: sum((row) => row.n),
      weight: sum((row) => row.weight),
      contribution: score.value === null ? null : sum((row) => row.contribution ?? 0),
    },
    alternatives: Object.fromEntries(
      Object.entries(score.alternatives).map(([name, alternative]) => [name, coarse(alternative, score)]),
    ) as RegionScore['alternatives'],
    suppressed: listed(
      score,
      [...hidden.units].sort((a, b) => a - b),
      score.services.filter((s) => hidden.services.has(s.service)),
      (level, key) =>
        (level === 'unit' ? few.units.has(key as number) : few.services.has(key as string))
          ? 'few'
          : 'complementary',
    ),
  }
}

/** To a whole point of NPS, a per cent of a share, a hundredth of a mean; the chosen scheme itself as it is. */
function coarse(alternative: Alternative, score: RegionScore): Alternative {
  const decimals = score.metric === 'nps' ? 0 : 2
  const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
  if (alternative.value === null || alternative.value === score.value) return alternative
  return {
    ...alternative,
    value: round(alternative.value),
    se: null,
    interval:
      alternative.interval === null
        ? null
        : {
            ...alternative.interval,
            low: round(alternative.interval.low),
            high: round(alternative.interval.high),
          },
  }
}
