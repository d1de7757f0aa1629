import type { Scale } from '../types.js'
import { optionMark } from './columns/options.js'
import type { ColumnLayout } from './layout.js'
import { missingScore, missingText } from './values/missing.js'
import { readNumber, readQuantity } from './values/number.js'
import { createTimeReader } from './values/timeReader.js'
import { plainLabel, wordValues } from './values/words.js'
import { yesNo } from './values/yesNo.js'

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

const problem = (code: string, hint: string): CellReading<never> => ({
  value: null,
  problem: { code, severity: 'warning', hint },
})
const MISSING: CellReading<never> = { value: null, missing: true }

const SLOTS = 512

/**
 * Cells repeat: equal cells of a column are read once. Place, length and three characters find most of them
 * without hashing the text; the memory is bounded.
 */
function remember<T>(read: CellReader<T>, limit = 4096): CellReader<T> {
  const known = new Map<string, CellReading<T>>()
  const keys: string[] = new Array(SLOTS).fill('')
  const readings: CellReading<T>[] = new Array(SLOTS).fill(read(''))
  const lookUp = (cell: string): CellReading<T> => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const reading = read(cell)
    if (known.size >= limit) known.clear()
    known.set(cell, reading)
    return reading
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
    const reading = lookUp(cell)
    keys[slot] = cell
    readings[slot] = reading
    return reading
  }
}

/** In columns of words a lone letter may be a code ("E" for "ei"), so it is missing only among numbers. */
function missingWord(text: string): boolean {
  return (text.length > 1 || !/\p{L}/u.test(text)) && missingScore(text) !== undefined
}

function ownMissing(column: ColumnLayout): ReadonlySet<string> {
  return new Set([...(column.missing ?? []), ...(column.scale?.missing ?? [])].map(plainLabel))
}

/** Whole numbers for scores that are counted by their place; halves may stand in grades. */
export function scoreReader(column: ColumnLayout): CellReader<number> {
  const scale: Scale = column.scale ?? { min: 0, max: 10, best: 'high' }
  const missing = ownMissing(column)
  const labels = new Map<string, number>()
  if (column.words !== undefined)
    for (const [word, value] of wordValues(column.words) ?? []) labels.set(word, value - 1 + scale.min)
  for (const [word, value] of Object.entries(column.labels ?? {})) labels.set(plainLabel(word), value)
  const codes = new Map(Object.entries(column.codes ?? {}).map(([code, label]) => [plainLabel(code), label]))
  const read = (cell: string): CellReading<number> => {
    const plain = plainLabel(cell)
    if (missing.has(plain)) return MISSING
    const coded = codes.get(plain)
    if (coded !== undefined && coded !== cell) return readScore(coded)
    return readScore(cell)
  }
  const readScore = (cell: string): CellReading<number> => {
    const word = labels.get(plainLabel(cell))
    if (word !== undefined) return { value: word }
    if (missingScore(cell) !== undefined) return MISSING
    const number = readNumber(cell)
    if ('problem' in number)
      return number.problem === 'label_without_number'
        ? problem(
            'label_without_number',
            'An answer in words that stands for no number; give its value in the layout ("labels") or a code book.',
          )
        : problem('not_a_number', 'Not a number on the scale; left out.')
    const { value } = number
    if (!Number.isInteger(value) && column.role !== 'grade')
      return problem('not_an_integer', 'This score is given in whole numbers; left out, not rounded.')
    if (value < scale.min || value > scale.max)
      return problem(
        'out_of_range',
        `The scale is ${scale.min}-${scale.max}; left out, not moved to its end.`,
      )
    return { value }
  }
  return remember(read)
}

export function yesNoReader(column: ColumnLayout): CellReader<'yes' | 'no' | 'partial'> {
  const missing = ownMissing(column)
  const codes = new Map(Object.entries(column.codes ?? {}).map(([code, label]) => [plainLabel(code), label]))
  return remember((cell) => {
    const plain = plainLabel(cell)
    if (missing.has(plain)) return MISSING
    const text = codes.get(plain) ?? cell
    if (missingWord(text)) return MISSING
    const value = yesNo(text)
    return value === undefined
      ? problem(
          'unknown_option',
          'Neither yes, no nor in part; say what it stands for in a code book or under "codes" of the layout.',
        )
      : { value }
  })
}

export function timeReader(column: ColumnLayout): CellReader<string> {
  const read = createTimeReader({ order: column.dateOrder ?? 'dmy', unit: column.timeUnit ?? 'date' })
  const missing = ownMissing(column)
  const same: CellReading<string> = { value: null }
  return (cell) => {
    if (cell === '') return MISSING
    const reading = read(cell)
    if (missing.size > 0 && missing.has(plainLabel(cell))) return MISSING
    if ('time' in reading && reading.note === undefined) {
      same.value = reading.time
      return same
    }
    if ('problem' in reading) {
      if (missingScore(cell) !== undefined) return MISSING
      return reading.problem === 'bad_date'
        ? problem('bad_date', 'There is no such date or time, or it is before 1980 or after 2100.')
        : problem('not_a_date', 'Not a date or time that is known here.')
    }
    const told =
      reading.note === 'other_order'
        ? problem(
            'date_order',
            'Only a day that exists when day and month change places; read so. Other dates of the column that could be either way may be wrong: check where they come from.',
          )
        : reading.note === 'gap'
          ? problem(
              'clock_skipped',
              'The clock in Helsinki never showed this time (summer time began); read as an hour later.',
            )
          : problem(
              'clock_repeated',
              'The clock in Helsinki showed this time twice (summer time ended); read as the first.',
            )
    return { ...told, value: reading.time }
  }
}

export function weightReader(column: ColumnLayout): CellReader<number> {
  const missing = ownMissing(column)
  return remember((cell) => {
    if (missingScore(cell) !== undefined || missing.has(plainLabel(cell))) return MISSING
    const value = readQuantity(cell)
    if (value === undefined) return problem('not_a_number', 'A weight is a number.')
    return value < 0 ? problem('out_of_range', 'A weight is not below 0.') : { value }
  })
}

/** Ids differ on every row: digits, letters and hyphens after a digit are an id without further question. */
function plainId(cell: string): boolean {
  const first = cell.charCodeAt(0)
  if (!(first >= 48 && first <= 57)) return false
  for (let at = 1; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at)
    const plain =
      (code >= 48 && code <= 57) || code === 45 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
    if (!plain) return false
  }
  return true
}

/** Units, services, roles and other names: text as written, trimmed. Codes are resolved by the code book. */
export function nameReader(column: ColumnLayout): CellReader<string> {
  const missing = ownMissing(column)
  const codes = new Map(Object.entries(column.codes ?? {}).map(([code, label]) => [plainLabel(code), label]))
  const coded = column.role === 'id' || column.role === 'unit'
  const { width } = column
  const read = (cell: string): CellReading<string> => {
    const text = cell.trim()
    if (missingText(text) !== undefined || missing.has(plainLabel(text))) return MISSING
    const value = codes.get(plainLabel(text)) ?? text
    if (!coded) return missingWord(text) ? MISSING : { value }
    if (/^\d(?:[.,]\d+)?E\+\d+$/u.test(text))
      return {
        value,
        problem: {
          code: 'damaged_code',
          severity: 'warning',
          hint: 'A spreadsheet turned this code into a rounded number; its digits are lost.',
        },
      }
    if (width !== undefined && text.length < width && /^\d+$/u.test(text))
      return {
        value,
        problem: {
          code: 'leading_zeros',
          severity: 'warning',
          hint: `Codes here have ${width} digits: leading zeros may have been cut from this one. It is kept as written.`,
        },
      }
    return { value }
  }
  if (column.role !== 'id') return remember(read)
  const same: CellReading<string> = { value: null }
  return missing.size === 0 && codes.size === 0 && width === undefined
    ? (cell) => {
        if (!plainId(cell)) return read(cell)
        same.value = cell
        return same
      }
    : read
}

export function commentReader(column: ColumnLayout): CellReader<string> {
  const missing = ownMissing(column)
  const readShort = remember((cell): CellReading<string> => {
    const text = cell.trim()
    if (missingText(text) !== undefined || missing.has(plainLabel(text))) return MISSING
    return { value: text.replace(/\r\n?/gu, '\n') }
  })
  const same: CellReading<string> = { value: null }
  return (cell) => {
    if (cell.length <= 24) return readShort(cell)
    const text = cell.trim()
    if (text.length <= 24) return readShort(text)
    if (missing.size > 0 && text.length < 200 && missing.has(plainLabel(text))) return MISSING
    same.value = text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
    return same
  }
}

/** Several answers in one cell. Known options are found first, since an option may hold the separator. */
export function listReader(column: ColumnLayout): CellReader<string[]> {
  const { separator } = column
  const missing = ownMissing(column)
  const codes = new Map(Object.entries(column.codes ?? {}).map(([code, label]) => [plainLabel(code), label]))
  const options = [...(column.options ?? [])].sort((a, b) => b.length - a.length)
  return remember((cell) => {
    const text = cell.trim()
    if (missingWord(text) || missing.has(plainLabel(text))) return MISSING
    const parts = separator === undefined ? [text] : splitOptions(text, separator, options)
    const value: string[] = []
    for (const part of parts) {
      const option = codes.get(plainLabel(part)) ?? part
      if (!value.includes(option)) value.push(option)
    }
    return { value }
  })
}

export function splitOptions(text: string, separator: string, options: readonly string[]): string[] {
  const mark = separator.trim() === '' ? separator : separator.trim()
  const parts: string[] = []
  let rest = text
  while (rest !== '') {
    const known = options.find(
      (option) =>
        rest.startsWith(option) &&
        (rest.length === option.length || rest.slice(option.length).trimStart().startsWith(mark)),
    )
    const at = known === undefined ? rest.indexOf(mark) : known.length
    const part = at < 0 ? rest : rest.slice(0, at)
    if (part.trim() !== '') parts.push(part.trim())
    rest = at < 0 ? '' : rest.slice(at).trimStart().replace(mark, '').trimStart()
  }
  return parts
}

/** The mark in an option's own column: true chosen, false shown and not chosen, missing = blank. */
export function markReader(column: ColumnLayout): CellReader<boolean> {
  const option = column.option ?? ''
  const codes = new Map(Object.entries(column.codes ?? {}).map(([code, label]) => [plainLabel(code), label]))
  return remember((cell) => {
    if (cell.trim() === '') return MISSING
    const mark = optionMark(codes.get(plainLabel(cell)) ?? cell, option)
    if (mark === 'text' && missingScore(cell) !== undefined) return MISSING
    if (mark === 'text' && !/^(?:muu|muun|annat|annan|other)/iu.test(option))
      return {
        value: true,
        problem: {
          code: 'unknown_mark',
          severity: 'info',
          hint: 'Another text than the option stands in its column; read as chosen.',
        },
      }
    return { value: mark !== 'not_chosen' }
  })
}
