import { bareDate, isClock, joinPeriod } from '../values/splitTime.js'
import { readTime, type TimeUnit } from '../values/time.js'
import { type ColumnProfile, onlyYears } from './profile.js'
import type { Found } from './resolve.js'

const CLOCK_WORDS =
  /(?:^| )(?:klo|kello|kellonaika|kellonajat|klockslag|klockan|klocka|clock|time|time of day|aika|tid)(?: |$)/u

/** Most of the cells, whatever a few of them are. */
function mostly({ values }: ColumnProfile, is: (cell: string) => boolean): boolean {
  let yes = 0
  let all = 0
  for (const [cell, n] of values) {
    all += n
    if (is(cell)) yes += n
  }
  return all > 0 && yes >= all * 0.8
}

/**
 * A time in two columns: a date and its clock, or a year and its quarter, week or month. The column that
 * completes the time of the answer is `time` too, with its part.
 */
export function splitTime(found: Found[]): void {
  const main =
    found.find(({ column }) => column.role === 'time' && column.part === 'end') ??
    found.find(({ column }) => column.role === 'time')
  if (!main) return
  const { profile } = main.evidence
  const years = onlyYears(profile)
  const order = main.column.dateOrder ?? 'dmy'
  if (
    !years &&
    !mostly(profile, (cell) => {
      const reading = readTime(bareDate(cell), { order, unit: 'date' })
      return 'time' in reading && reading.precision === 'date'
    })
  )
    return
  const near = [...found]
    .filter(
      (one) =>
        one !== main &&
        (one.column.role === 'time' || one.column.role === 'other' || one.column.confidence <= 0.5),
    )
    .sort((a, b) => distance(a, main) - distance(b, main))
  for (const other of near) {
    const { header, profile: p } = other.evidence
    const part = years ? 'period' : 'clock'
    const unit = header.unit
    const completes = years
      ? unit !== undefined && mostly(p, (cell) => isPeriod(cell, unit))
      : isClocks(other)
    if (!completes) continue
    other.column = {
      name: other.column.name,
      index: other.column.index,
      role: 'time',
      part,
      ...(years && unit ? { timeUnit: unit } : {}),
      confidence: 0.85,
      reason: years
        ? `the ${unit} of the year in "${main.column.name}"`
        : `the clock of the date in "${main.column.name}"`,
    }
    if (main.column.part === 'end' && !found.some(({ column }) => column.part === 'start'))
      delete main.column.part
    main.column.reason += `; completed by "${other.column.name}"`
    for (const rival of near)
      if (rival !== other && part === 'clock' && rival.column.role === 'other' && isClocks(rival))
        rival.column = {
          name: rival.column.name,
          index: rival.column.index,
          role: 'time',
          part: 'start',
          confidence: 0.7,
          reason: `a clock too, but "${other.column.name}" is that of the answer`,
        }
    return
  }
}

/** Clocks under a word for them or by their shape; an hour alone needs the word. */
function isClocks({ column, evidence: { header, profile } }: Found): boolean {
  if (CLOCK_WORDS.test(header.words))
    return mostly(profile, (cell) => isClock(cell) || (/^\d{1,2}$/u.test(cell) && Number(cell) < 24))
  return mostly(
    profile,
    (cell) =>
      isClock(cell) &&
      (column.role === 'time' || header.roles.some(({ role }) => role === 'time') || cell.includes(':')),
  )
}

function isPeriod(cell: string, unit: TimeUnit): boolean {
  return (
    !/(?:19|20)\d\d/u.test(cell) && 'time' in readTime(joinPeriod('2020', cell, unit), { order: 'dmy', unit })
  )
}

/** Columns to the right first, the nearest first. */
function distance(a: Found, main: Found): number {
  const by = a.column.index - main.column.index
  return by > 0 ? by : 1000 - by
}
