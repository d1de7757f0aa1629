import { moverDifference } from '../statistics/index.js'
import type { Interval } from '../types.js'
import { aggregate } from './aggregate.js'
import { type ChangeGroup, kitagawa } from './kitagawa.js'
import type { AggregateOptions, GroupFigures, RegionScore, UnitCounts } from './types.js'

/** What one group adds to a change. Nulls where the group is hidden in either period. */
export interface ChangeRow {
  service: string | null
  unit?: string
  /** `both`, or the only period in which the group answered. */
  present: 'both' | 'entered' | 'left'
  /** Value after less value before. */
  change: number | null
  rate: number | null
  mix: number | null
  /** Whole effect of a group that entered or left. */
  presence: number | null
}

export interface ChangeSplit {
  total: number
  rate: number
  mix: number
  entered: number
  left: number
  /** The total moved against its groups. */
  simpson: boolean
  rows: ChangeRow[]
}

/** Two periods of one region. */
export interface RegionChange {
  schemaVersion: 1
  before: RegionScore
  after: RegionScore
  /** After less before; null where either has no value. */
  value: number | null
  interval: Interval | null
  se: number | null
  /** Services under the scheme chosen; then units inside their services. */
  services: ChangeSplit | null
  units: ChangeSplit | null
  /** Services by answers received: with frozen weights the only place where a change of mix shows. */
  pooled: ChangeSplit | null
}

/**
 * Interval of the difference of two independent estimates, after less before, from their own limits, which holds for
 * score limits; null where either has no value.
 *
 * Source: Zou & Donner 2008.
 * @example differenceInterval(spring.services[0], autumn.services[0])?.low
 */
export function differenceInterval(before: Estimated, after: Estimated): Interval | null {
  if (before.value === null || after.value === null || before.interval === null || after.interval === null)
    return null
  const limits = moverDifference(
    { ...after.interval, value: after.value },
    { ...before.interval, value: before.value },
  )
  return { ...limits, level: after.interval.level, method: 'mover' }
}

type Estimated = Pick<GroupFigures, 'value' | 'interval'>
type Periods = Record<'before' | 'after', RegionScore>

interface Group {
  name: { service: string | null; unit?: string }
  before?: GroupFigures
  after?: GroupFigures
  hidden?: boolean
}

/** Rows of a level; a unit without a service is a service of its own, as in the balanced scheme. */
function rowsOf(
  score: RegionScore,
  level: 'services' | 'units',
): { name: Group['name']; row: GroupFigures }[] {
  const units = score.units.filter((row) => level === 'units' || row.service === null)
  return [
    ...(level === 'units' ? [] : score.services).map((row) => ({ name: { service: row.service }, row })),
    ...units.map((row) => ({ name: { service: row.service, unit: row.unit }, row })),
  ]
}

function split(full: Periods, shown: Periods, level: 'services' | 'units'): ChangeSplit | null {
  const groups = new Map<string, Group>()
  for (const side of ['before', 'after'] as const) {
    const visible = rowsOf(shown[side], level)
    rowsOf(full[side], level).forEach(({ name, row }, i) => {
      if (row.value === null || !(row.weight > 0)) return
      const group: Group = groups.get(JSON.stringify(name)) ?? { name }
      group[side] = row
      group.hidden ||= visible[i]?.row.value === null
      groups.set(JSON.stringify(name), group)
    })
  }
  const used = [...groups.values()]
  if (!used.some((group) => group.before) || !used.some((group) => group.after)) return null
  const parts = kitagawa(
    used.map(
      ({ before, after }): ChangeGroup => ({
        weightBefore: before?.weight ?? 0,
        weightAfter: after?.weight ?? 0,
        before: before?.value ?? null,
        after: after?.value ?? null,
      }),
    ),
  )
  const { total, rate, mix, enteredTotal: entered, leftTotal: left, simpson } = parts
  return {
    total,
    rate,
    mix,
    entered,
    left,
    simpson,
    rows: used.map(({ name, before, after, hidden }, i): ChangeRow => {
      const present = before === undefined ? 'entered' : after === undefined ? 'left' : 'both'
      const show = (when: boolean, value: number | undefined) => (when && !hidden ? (value ?? null) : null)
      const both = present === 'both'
      return {
        ...name,
        present,
        change: show(both, (after?.value ?? 0) - (before?.value ?? 0)),
        rate: show(both, parts.rates[i]),
        mix: show(both, parts.mixes[i]),
        presence: show(!both, (parts.entered[i] ?? 0) + (parts.left[i] ?? 0)),
      }
    }),
  }
}

/**
 * Change of a region between two periods: its interval, and how much of it is change inside services and
 * units (rate), change of their weights (mix), and units that entered or left. Samples of the two periods
 * are independent.
 *
 * @param before units of the first period, as for {@link aggregate}
 * @param after units of the second
 * @throws PalauteError as {@link aggregate}
 * Source: Kitagawa 1955; Zou & Donner 2008 for the interval.
 * @example compareRegions(spring, autumn, { metric: 'nps' }).services?.simpson
 */
export function compareRegions(
  before: readonly UnitCounts[],
  after: readonly UnitCounts[],
  options: AggregateOptions,
): RegionChange {
  const at = (changes: Partial<AggregateOptions>): Periods => ({
    before: aggregate(before, { ...options, ...changes }),
    after: aggregate(after, { ...options, ...changes }),
  })
  const shown = at({})
  const full = at({ suppressBelow: 0 })
  const [x, y] = [shown.before, shown.after]
  const valid = x.value !== null && y.value !== null
  return {
    schemaVersion: 1,
    before: x,
    after: y,
    value: x.value === null || y.value === null ? null : y.value - x.value,
    interval: differenceInterval(x, y),
    se: x.se === null || y.se === null ? null : Math.hypot(x.se, y.se),
    services: valid ? split(full, shown, 'services') : null,
    units: valid ? split(full, shown, 'units') : null,
    pooled: valid ? split(at({ scheme: 'pooled', suppressBelow: 0 }), shown, 'services') : null,
  }
}
