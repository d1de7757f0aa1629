/** How finely a state keeps time. */
export type PeriodLength = 'none' | 'year' | 'quarter' | 'month' | 'week' | 'day'

const pattern = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?/

/** Days since 1 January 1970 (UTC arithmetic: no clock and no zone enters); day 0 of a month is the last before it. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** Monday of ISO week 1: that of the week with 4 January. */
function firstMonday(year: number): number {
  const fourth = dayNumber(year, 1, 4)
  // Day 0 is a Thursday; the second remainder keeps days before it positive.
  return fourth - ((((fourth + 3) % 7) + 7) % 7)
}

/**
 * First and last day of a time as written: `2021`, `2021-03`, `2021-Q1`, `2021-W12`, `2021-03-25T12:20`;
 * null where it cannot be read.
 */
export function daysOf(time: string): { first: number; last: number } | null {
  const match = pattern.exec(time)
  if (match === null) return null
  const [year = 0, quarter, week, month, day] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  const months = (from: number, to: number) => ({
    first: dayNumber(year, from, 1),
    last: dayNumber(year, to + 1, 0),
  })
  if (quarter !== undefined) return months(quarter * 3 - 2, quarter * 3)
  if (week !== undefined) {
    const first = firstMonday(year) + (week - 1) * 7
    return { first, last: first + 6 }
  }
  if (month === undefined) return months(1, 12)
  if (month < 1 || month > 12) return null
  if (day === undefined) return months(month, month)
  return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) }
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
