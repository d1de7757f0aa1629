import { missingScore } from '../values/missing.js'
import { readNumber } from '../values/number.js'
import { readTime } from '../values/time.js'
import { yesNo } from '../values/yesNo.js'

/** What the sampled cells of a column look like. Shares are of the cells that hold something. */
export interface ColumnProfile {
  /** Cells sampled; those empty; those that say "no answer" by a word. */
  rows: number
  empty: number
  missing: number
  /** Cells that hold something. */
  filled: number
  /** Different cells with their counts, most frequent first; bounded. */
  values: Map<string, number>
  distinct: number
  numbers: number
  integers: number
  min: number
  max: number
  /** Whole numbers by value, with their counts. */
  scores: Map<number, number>
  labelled: number
  dates: number
  yesNo: number
  /** Mean number of words of a cell. */
  words: number
  longest: number
  leadingZeros: number
}

export function onlyYears({ filled, values }: ColumnProfile): boolean {
  return filled > 0 && [...values.keys()].every((cell) => /^(?:19|20)\d\d$/u.test(cell))
}

const KEPT = 1000

/** Profiles the cells of a column, given with their counts: equal cells are judged once. */
export function profileCells(cells: ReadonlyMap<string, number>): ColumnProfile {
  const p: ColumnProfile = {
    rows: 0,
    empty: 0,
    missing: 0,
    filled: 0,
    values: new Map(),
    distinct: 0,
    numbers: 0,
    integers: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    scores: new Map(),
    labelled: 0,
    dates: 0,
    yesNo: 0,
    words: 0,
    longest: 0,
    leadingZeros: 0,
  }
  for (const [raw, n] of cells) {
    p.rows += n
    const cell = raw.trim()
    if (cell === '') {
      p.empty += n
      continue
    }
    if (missingScore(cell) !== undefined) {
      p.missing += n
      continue
    }
    p.filled += n
    p.distinct += 1
    if (p.values.size < KEPT) p.values.set(cell, (p.values.get(cell) ?? 0) + n)
    p.words += n * (cell.length > 400 ? 50 : cell.split(/\s+/u).length)
    p.longest = Math.max(p.longest, cell.length)
    if (cell.length <= 80 && !/^\d/u.test(cell) && yesNo(cell) !== undefined) p.yesNo += n
    // Neither numbers nor dates are long, or without a digit.
    if (cell.length > 60 || !/\d/u.test(cell)) continue
    if (/^0\d/u.test(cell)) p.leadingZeros += n
    const number = readNumber(cell)
    if ('value' in number) {
      p.numbers += n
      if (number.label !== undefined && number.label !== '') p.labelled += n
      if (Number.isInteger(number.value)) {
        p.integers += n
        p.scores.set(number.value, (p.scores.get(number.value) ?? 0) + n)
      }
      p.min = Math.min(p.min, number.value)
      p.max = Math.max(p.max, number.value)
    }
    if ('time' in readTime(cell, { order: 'dmy', unit: 'date' })) p.dates += n
  }
  p.words = p.filled === 0 ? 0 : p.words / p.filled
  p.values = new Map([...p.values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
  return p
}
