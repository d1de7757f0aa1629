import { PalauteError } from '../errors.js'

/** Days from the first to the last that a time covers, as `2024-01-31` strings that sort. */
export interface DayRange {
  first: string
  last: string
}

const pad = (n: number): string => String(n).padStart(2, '0')

function monthEnd(year: number, month: number): string {
  return `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`
}

function day(instant: number): string {
  const date = new Date(instant)
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`
}

/** Days that a response's time covers: a day, or all of a week, month, quarter or year. */
export function dayRange(time: string): DayRange | undefined {
  const date = /^\d{4}-\d\d-\d\d/u.exec(time)
  if (date) return { first: date[0], last: date[0] }
  const year = Number(time.slice(0, 4))
  const rest = time.slice(4)
  if (rest === '') return { first: `${year}-01-01`, last: `${year}-12-31` }
  const number = Number(rest.replace(/^-[QW]?/u, ''))
  if (rest.startsWith('-Q'))
    return { first: `${year}-${pad(number * 3 - 2)}-01`, last: monthEnd(year, number * 3) }
  if (rest.startsWith('-W')) {
    // ISO 8601: the week of 4 January is the first, and weeks start on Monday.
    const fourth = Date.UTC(year, 0, 4)
    const monday =
      fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (number - 1) * 7 * 86_400_000
    return { first: day(monday), last: day(monday + 6 * 86_400_000) }
  }
  return Number.isNaN(number)
    ? undefined
    : { first: `${year}-${pad(number)}-01`, last: monthEnd(year, number) }
}

function dateRange(text: string, path: 'from' | 'to' | 'compare'): DayRange {
  const named = /^\d{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-\d\d)?|Q[1-4]|W(?:0[1-9]|[1-4]\d|5[0-3])))?$/u.test(text)
  const range = named ? dayRange(text) : undefined
  // 30 February is no day, though a calendar would count it on into March.
  if (!range || day(Date.parse(`${range.last}T00:00:00Z`)) !== range.last)
    throw new PalauteError(
      'bad_option',
      `"${text.slice(0, 20)}" is no date: give 2024-01-31, 2024-01, 2024-Q1 or 2024.`,
      { path },
    )
  return range
}

/** Limits of a period as given by `--from` and `--to`: a date, month, quarter or year. */
export function periodLimits(from: string | undefined, to: string | undefined): DayRange {
  const first = from === undefined ? '0000-01-01' : dateRange(from, 'from').first
  const last = to === undefined ? '9999-12-31' : dateRange(to, 'to').last
  if (first > last)
    throw new PalauteError('bad_option', `The period ends (${to}) before it begins (${from}).`, {
      path: 'to',
    })
  return { first, last }
}

/** The period reported, and the one that it is compared with, if any. */
export interface Periods {
  reported: DayRange
  compared: DayRange | null
}

/**
 * Limits as given by `--from`, `--to` and `--compare`: this one a date, month, quarter or year, or two of them
 * (`2024-01..2024-06`). Without a first day the period reported begins where the compared one ends.
 *
 * @throws PalauteError `bad_option` when one is no date, ends before it begins, or they share days
 */
export function comparePeriods(
  from: string | undefined,
  to: string | undefined,
  compare: string | undefined,
): Periods {
  if (compare === undefined) return { reported: periodLimits(from, to), compared: null }
  const [begin = '', end = begin, ...more] = compare.split('..')
  const compared = {
    first: dateRange(begin, 'compare').first,
    last: dateRange(more.length > 0 ? compare : end, 'compare').last,
  }
  if (compared.first > compared.last)
    throw new PalauteError('bad_option', 'The period to compare with ends before it begins.', {
      path: 'compare',
    })
  const reported = periodLimits(from ?? dayAfter(compared.last), to)
  if (reported.first <= compared.last && compared.first <= reported.last)
    throw new PalauteError(
      'bad_option',
      'The period to compare with shares days with the period reported; give --from and --to apart from it.',
      { path: 'compare' },
    )
  return { reported, compared }
}

function dayAfter(date: string): string {
  return day(Date.parse(`${date}T00:00:00Z`) + 86_400_000)
}
