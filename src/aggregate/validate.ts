import { badOption, requireSize } from './badOption.js'
import type { MetricReading } from './statistic.js'
import { sumOf } from './sumOf.js'
import type { UnitCounts } from './types.js'

/** A unit after checking, its rows of several cells added up. */
export interface CheckedUnit {
  name: string
  service: string | null
  volume: number | null
  population: number | null
  n: number
  counts: number[]
  rows: { cell: Readonly<Record<string, string>>; counts: readonly number[] }[]
}

/** Counts of the classes that are weighed. */
function checkCounts(unit: UnitCounts, at: number, reading: MetricReading): number[] {
  const { counts } = unit
  if (!Array.isArray(counts) || counts.length !== reading.classes)
    throw badOption(
      `units[${at}].counts`,
      `Unit "${unit.unit}": counts must hold ${reading.classes} numbers, one for each point of ${reading.scale.min}-${reading.scale.max}, got ${counts?.length}.`,
    )
  counts.forEach((count, i) => {
    if (!Number.isSafeInteger(count) || count < 0)
      throw badOption(
        `units[${at}].counts[${i}]`,
        `Unit "${unit.unit}": counts must be whole numbers of 0 or more, got ${count} for ${reading.scale.min + i}.`,
      )
  })
  const classes = new Array<number>(reading.names.length).fill(0)
  counts.forEach((count, i) => {
    classes[reading.classOf(i)] = (classes[reading.classOf(i)] ?? 0) + count
  })
  return classes
}

const cellKey = (cell: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Two rows of one unit must agree on what is the unit's own. */
function agree(a: number | null, b: number | null, unit: string, at: number, option: string): number | null {
  if (a !== null && b !== null && a !== b)
    throw badOption(
      `units[${at}].${option}`,
      `Unit "${unit}" is listed twice with different ${option}: ${a} and ${b}.`,
    )
  return a ?? b
}

/**
 * Checks the rows and joins those of one unit. Throws `bad_option` naming the unit and the field: bad counts,
 * volume or population, a population smaller than its answers, a unit listed twice in the same cell.
 */
export function checkUnits(units: readonly UnitCounts[], reading: MetricReading): CheckedUnit[] {
  if (!Array.isArray(units)) throw badOption('units', `units must be a list, got ${typeof units}.`)
  const checked: CheckedUnit[] = []
  const known = new Map<string, { unit: CheckedUnit; cells: Set<string> }>()
  units.forEach((row: UnitCounts, at) => {
    if (typeof row !== 'object' || row === null || typeof row.unit !== 'string' || row.unit === '')
      throw badOption(`units[${at}].unit`, `Row ${at} of units must name its unit.`)
    const service = row.service === undefined || row.service === '' ? null : row.service
    if (service !== null && typeof service !== 'string')
      throw badOption(
        `units[${at}].service`,
        `Unit "${row.unit}": service must be text, got ${typeof service}.`,
      )
    const sizeOf = (option: 'volume' | 'population') =>
      row[option] === null || row[option] === undefined
        ? null
        : requireSize(row[option], `units[${at}].${option}`, `Unit "${row.unit}": ${option}`)
    const volume = sizeOf('volume')
    const population = sizeOf('population')
    const counts = checkCounts(row, at, reading)
    const cell = row.cell ?? {}
    const key = JSON.stringify([service, row.unit])
    const earlier = known.get(key)
    if (earlier === undefined) {
      const unit = {
        name: row.unit,
        service,
        volume,
        population,
        n: 0,
        counts: [...counts],
        rows: [{ cell, counts }],
      }
      known.set(key, { unit, cells: new Set([cellKey(cell)]) })
      checked.push(unit)
      return
    }
    if (earlier.cells.has(cellKey(cell)))
      throw badOption(
        `units[${at}].unit`,
        `Unit "${row.unit}" is listed twice${service === null ? '' : ` in service "${service}"`}; add its counts together, or tell the rows apart by cell.`,
      )
    earlier.cells.add(cellKey(cell))
    earlier.unit.volume = agree(earlier.unit.volume, volume, row.unit, at, 'volume')
    earlier.unit.population = agree(earlier.unit.population, population, row.unit, at, 'population')
    counts.forEach((count, i) => {
      earlier.unit.counts[i] = (earlier.unit.counts[i] ?? 0) + count
    })
    earlier.unit.rows.push({ cell, counts })
  })
  checked.forEach((unit, at) => {
    unit.n = sumOf(unit.counts, (count) => count)
    if (unit.population !== null && unit.population < unit.n)
      throw badOption(
        `units[${at}].population`,
        `Unit "${unit.name}": population ${unit.population} is smaller than its ${unit.n} answers.`,
      )
  })
  return checked
}
