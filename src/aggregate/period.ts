/** How finely a state keeps time. */
export type PeriodLength = 'none' | 'year' | 'quarter' | 'month' | 'week' | 'day'

const pattern = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?/

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Days since 1 March of year 0 (Gregorian): no Date, so no clock and no zone can enter. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const shifted = (month + 9) % 12
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((shifted * 306 + 5) / 10) +
    day -
    1
  )
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return (daysBefore[month] ?? 365) - (daysBefore[month - 1] ?? 0)
}

/** Monday of ISO week 1: that of the week with 4 January. */
function firstMonday(year: number): number {
  const fourth = dayNumber(year, 1, 4)
  // Day 0 (1 March of year 0) is a Wednesday.
  return fourth - ((fourth + 2) % 7)
}

/**
 * First and last day of a time as written: `2021`, `2021-03`, `2021-Q1`, `2021-W12`, `2021-03-25T12:20`;
 * null where it cannot be read.
 */
export function daysOf(time: string): { first: number; last: number } | null {
  const match = pattern.exec(time)
  if (match === null) return null
  const year = Number(match[1])
  if (match[2] !== undefined) {
    const month = Number(match[2]) * 3
    return { first: dayNumber(year, month - 2, 1), last: dayNumber(year, month, monthLength(year, month)) }
  }
  if (match[3] !== undefined) {
    const first = firstMonday(year) + (Number(match[3]) - 1) * 7
    return { first, last: first + 6 }
  }
  if (match[4] === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  const month = Number(match[4])
  if (month < 1 || month > 12) return null
  if (match[5] === undefined)
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, monthLength(year, month)) }
  const day = dayNumber(year, month, Number(match[5]))
  return { first: day, last: day }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** ISO year and week of a day. */
function isoWeek(year: number, month: number, day: number): string {
  const at = dayNumber(year, month, day)
  let own = year
  if (at >= firstMonday(year + 1)) own = year + 1
  else if (at < firstMonday(year)) own = year - 1
  return `${own}-W${two(Math.floor((at - firstMonday(own)) / 7) + 1)}`
}

/** The period a time falls in; a time that is coarser than the period stays as it is, '' where there is none. */
export function periodOf(time: string | null | undefined, length: PeriodLength): string {
  if (length === 'none' || !time) return ''
  const match = pattern.exec(time)
  if (match === null) return ''
  const [whole, year, quarter, week, month, day] = match
  if (year === undefined || length === 'year') return year ?? ''
  if (month === undefined) return quarter !== undefined || week !== undefined ? whole : year
  if (length === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`
  if (length === 'month' || day === undefined) return `${year}-${month}`
  return length === 'week' ? isoWeek(Number(year), Number(month), Number(day)) : `${year}-${month}-${day}`
}
