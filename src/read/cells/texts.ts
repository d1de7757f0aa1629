import type { ColumnLayout } from '../layout.js'
import { missingScore, missingText } from '../values/missing.js'
import { readQuantity } from '../values/number.js'
import { createTimeReader } from '../values/timeReader.js'
import { plainLabel } from '../values/words.js'
import {
  type CellReader,
  type CellReading,
  MISSING,
  missingWord,
  ownCodes,
  ownMissing,
  problem,
  remember,
} from './reading.js'

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
  const codes = ownCodes(column)
  const known = new Set(codes.values())
  const coded = column.role === 'id' || column.role === 'unit'
  const { width } = column
  const read = (cell: string): CellReading<string> => {
    const text = cell.trim()
    if (missingText(text) !== undefined || missing.has(plainLabel(text))) return MISSING
    const value = codes.get(plainLabel(text)) ?? text
    if (!coded) {
      if (missingWord(text)) return MISSING
      return codes.size > 0 && value === text && /^\d+$/u.test(text) && !known.has(text)
        ? {
            value,
            problem: {
              code: 'unknown_code',
              severity: 'warning',
              hint: 'A code that the code book does not have; kept as written.',
            },
          }
        : { value }
    }
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
