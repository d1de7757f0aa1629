import type { ColumnLayout } from '../layout.js'
import { ownText } from '../ownText.js'
import { missingScore } from '../values/missing.js'
import { plainLabel } from '../values/words.js'

/** What is wrong with a cell, before it is tied to a row. */
export interface CellProblem {
  code: string
  severity: 'error' | 'warning' | 'info'
  hint: string
}

/** A cell read by its column's layout: a value, "no answer", or a problem (then the value is null). */
export interface CellReading<T> {
  value: T | null
  missing?: true
  problem?: CellProblem
}

/** A reading is good until the reader is called again: those of cells that differ on every row are one object. */
export type CellReader<T> = (cell: string) => CellReading<T>

export const problem = (code: string, hint: string): CellReading<never> => ({
  value: null,
  problem: { code, severity: 'warning', hint },
})
export const MISSING: CellReading<never> = { value: null, missing: true }

const SLOTS = 512

/**
 * Cells repeat: equal cells of a column are read once. Place, length and three characters find most of them
 * without hashing the text; the memory is bounded.
 */
export function remember<T>(read: CellReader<T>, limit = 4096): CellReader<T> {
  const known = new Map<string, { key: string; reading: CellReading<T> }>()
  const keys: string[] = new Array(SLOTS).fill('')
  const readings: CellReading<T>[] = new Array(SLOTS).fill(read(''))
  const lookUp = (cell: string): { key: string; reading: CellReading<T> } => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const key = ownText(cell)
    const entry = { key, reading: read(key) }
    if (known.size >= limit) known.clear()
    known.set(key, entry)
    return entry
  }
  return (cell) => {
    const { length } = cell
    if (length > 200) return read(cell)
    const slot =
      length === 0
        ? 0
        : (length * 37 +
            cell.charCodeAt(0) * 7 +
            cell.charCodeAt(length >> 1) * 13 +
            cell.charCodeAt(length - 1)) %
          SLOTS
    if (keys[slot] === cell) return readings[slot] as CellReading<T>
    const { key, reading } = lookUp(cell)
    keys[slot] = key
    readings[slot] = reading
    return reading
  }
}

/** In columns of words a lone letter may be a code ("E" for "ei"), so it is missing only among numbers. */
export function missingWord(text: string): boolean {
  return (text.length > 1 || !/\p{L}/u.test(text)) && missingScore(text) !== undefined
}

export function ownMissing(column: ColumnLayout): ReadonlySet<string> {
  return new Set([...(column.missing ?? []), ...(column.scale?.missing ?? [])].map(plainLabel))
}

/** What the codes of a column stand for, as its code book says. */
export function ownCodes(column: ColumnLayout): ReadonlyMap<string, string> {
  return new Map(Object.entries(column.codes ?? {}).map(([code, label]) => [plainLabel(code), label]))
}
