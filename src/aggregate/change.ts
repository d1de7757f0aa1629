import { moverDifference } from '../statistics/index.js'
import type { Interval } from '../types.js'
import { aggregate } from './aggregate.js'
import { type ChangeGroup, type Decomposition, kitagawa } from './kitagawa.js'
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

/** Difference of two estimates from their own limits, which holds for score limits. */
function differenceInterval({ before, after }: Record<'before' | 'after', RegionScore>): Interval | null {
  if (before.value === null || after.value === null || before.interval === null || after.interval === null)
    return null
  const limits = moverDifference(
    { ...after.interval, value: after.value },
    { ...before.interval, value: before.value },
  )
  return { ...limits, level: after.interval.level, method: 'mover' }
}

interface Side {
  weight: number
  /** Before suppression. */
  exact: number | null
  hidden: boolean
}

interface Pair {
  service: string | null
  unit?: string
  before: Side | undefined
  after: Side | undefined
}

function toGroup({ before, after }: Pair): ChangeGroup {
  return {
    weightBefore: before?.weight ?? 0,
    weightAfter: after?.weight ?? 0,
    before: before !== undefined && before.weight > 0 ? before.exact : null,
    after: after !== undefined && after.weight > 0 ? after.exact : null,
  }
}

function split(pairs: readonly Pair[]): ChangeSplit | null {
  const used = pairs.filter((pair) => (pair.before?.weight ?? 0) > 0 || (pair.after?.weight ?? 0) > 0)
  const groups = used.map(toGroup)
  if (!groups.some((group) => group.before !== null) || !groups.some((group) => group.after !== null))
    return null
  const parts: Decomposition = kitagawa(groups)
  return {
    total: parts.total,
    rate: parts.rate,
    mix: parts.mix,
    entered: parts.enteredTotal,
    left: parts.leftTotal,
    simpson: parts.simpson,
    rows: used.map((pair, i): ChangeRow => {
      const group = groups[i]
      const present = group?.before === null ? 'entered' : group?.after === null ? 'left' : 'both'
      const hidden = pair.before?.hidden === true || pair.after?.hidden === true
      const show = (value: number | undefined) => (hidden ? null : (value ?? null))
      return {
        service: pair.service,
        ...(pair.unit === undefined ? {} : { unit: pair.unit }),
        present,
        change: present === 'both' && group ? show((group.after ?? 0) - (group.before ?? 0)) : null,
        rate: present === 'both' ? show(parts.rates[i]) : null,
        mix: present === 'both' ? show(parts.mixes[i]) : null,
        presence: present === 'both' ? null : show(present === 'entered' ? parts.entered[i] : parts.left[i]),
      }
    }),
  }
}

/** Rows of two periods side by side, by name. */
function pairUp<Row>(
  before: readonly Row[],
  after: readonly Row[],
  shownBefore: readonly Row[],
  shownAfter: readonly Row[],
  describe: (row: Row) => { service: string | null; unit?: string },
  side: (row: Row, shown: Row | undefined) => Side,
): Pair[] {
  const pairs = new Map<string, Pair>()
  const put = (rows: readonly Row[], shown: readonly Row[], which: 'before' | 'after') => {
    rows.forEach((row, i) => {
      const key = JSON.stringify(describe(row))
      const pair = pairs.get(key) ?? { ...describe(row), before: undefined, after: undefined }
      pair[which] = side(row, shown[i])
      pairs.set(key, pair)
    })
  }
  put(before, shownBefore, 'before')
  put(after, shownAfter, 'after')
  return [...pairs.values()]
}

const sideOf = (row: GroupFigures, shown: GroupFigures | undefined): Side => ({
  weight: row.weight,
  exact: row.value,
  hidden: shown?.value === null && row.value !== null,
})

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
  const shown = { before: aggregate(before, options), after: aggregate(after, options) }
  const open = (units: readonly UnitCounts[], scheme = options.scheme) =>
    aggregate(units, { ...options, ...(scheme === undefined ? {} : { scheme }), suppressBelow: 0 })
  const full = { before: open(before), after: open(after) }
  const pooled = { before: open(before, 'pooled'), after: open(after, 'pooled') }
  const valid = shown.before.value !== null && shown.after.value !== null
  const services = (of: { before: RegionScore; after: RegionScore }): Pair[] => {
    // A unit without a service is a service of its own, as in the balanced scheme.
    const rows = (score: RegionScore) => [
      ...score.services.map((row) => ({
        name: row.service as string | null,
        unit: undefined as string | undefined,
        row: row as GroupFigures,
      })),
      ...score.units
        .filter((row) => row.service === null)
        .map((row) => ({ name: null, unit: row.unit, row })),
    ]
    return pairUp(
      rows(of.before),
      rows(of.after),
      rows(shown.before),
      rows(shown.after),
      ({ name, unit }) => (unit === undefined ? { service: name } : { service: null, unit }),
      ({ row }, other) => sideOf(row, other?.row),
    )
  }
  return {
    schemaVersion: 1,
    before: shown.before,
    after: shown.after,
    value: valid ? (shown.after.value ?? 0) - (shown.before.value ?? 0) : null,
    interval: differenceInterval(shown),
    se:
      shown.before.se === null || shown.after.se === null
        ? null
        : Math.hypot(shown.before.se, shown.after.se),
    services: valid ? split(services(full)) : null,
    units: valid
      ? split(
          pairUp(
            full.before.units,
            full.after.units,
            shown.before.units,
            shown.after.units,
            (row) => ({ service: row.service, unit: row.unit }),
            sideOf,
          ),
        )
      : null,
    pooled: valid ? split(services(pooled)) : null,
  }
}
