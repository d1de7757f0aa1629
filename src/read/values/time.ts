import months from '../../../data/columns/months.json'
import { type ClockTime, helsinkiClock, helsinkiOffset } from './helsinki.js'

/** What a time column holds where the cell alone cannot tell: `12/2021` may be a week or a month. */
export type TimeUnit = 'quarter' | 'week' | 'month' | 'date'

export interface TimeOptions {
  /** Order of day and month in `03/04/2021`; points (`3.4.2021`) are always day first. */
  order: 'dmy' | 'mdy'
  unit: TimeUnit
}

export type TimeReading =
  | {
      time: string
      precision: 'year' | 'quarter' | 'month' | 'week' | 'date' | 'time'
      note?: 'gap' | 'repeated' | 'other_order'
    }
  | { problem: 'bad_date' | 'not_a_date' }

const DATE_POINT = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/u
const DATE_SLASH = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/u
const DATE_ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u
const DATE_COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u
const DATE_WORDS =
  /^(?:(\d{1,2})\.?\s(?:of\s)?(\p{L}+)\.?,?\s(\d{4})|(\p{L}+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4}))$/u
const CLOCK = /^(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:[.,]\d{1,9})?)?\s?([ap])?\.?(?:m\.?)?$/iu
const ZONE = /(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?)$/u
const SPLIT = /^(.*?\d)(?:T|,?\s+(?:klo|kello|kl|at)\.?\s*|,?\s+)(\d{1,2}[.:]\d{2}.*)$/iu
/** An hour alone is a clock only where a word says so: `1.7.2021 klo 9`. */
const HOUR = /^(.*?\d),?\s+(?:klo|kello|kl)\.?\s*(\d{1,2})$/iu
const WEEKDAY =
  /^(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun|\p{L}+(?:tai|kko|stai|dag|day))\.?,?\s+(?=\d|\p{L}+\s\d)/iu
const SERIAL = /^\d{5}(?:[.,]\d+)?$/u
const EPOCH = /^1\d{9}(?:\d{3})?$/u
const ROMAN = ['i', 'ii', 'iii', 'iv']

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
const iso = (y: number, m: number, d: number): string => `${pad(y, 4)}-${pad(m)}-${pad(d)}`

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : year
}

function monthNumber(word: string): number | undefined {
  const plain = word.toLowerCase()
  const found = months.names.findIndex((names) =>
    names.some((name) => plain === name || (name.length > 3 && plain.startsWith(name))),
  )
  return found < 0 ? undefined : found + 1
}

type DateParts = [year: number, month: number, day: number]

function readDate(text: string, order: 'dmy' | 'mdy'): DateParts | undefined {
  let m = DATE_POINT.exec(text)
  if (m) return [fullYear(m[3] ?? ''), Number(m[2]), Number(m[1])]
  m = DATE_ISO.exec(text)
  if (m) return [Number(m[1]), Number(m[3]), Number(m[4])]
  m = DATE_SLASH.exec(text)
  if (m) {
    const [a, b] = [Number(m[1]), Number(m[3])]
    return order === 'dmy' ? [fullYear(m[4] ?? ''), b, a] : [fullYear(m[4] ?? ''), a, b]
  }
  m = DATE_COMPACT.exec(text)
  if (m) return [Number(m[1]), Number(m[2]), Number(m[3])]
  m = DATE_WORDS.exec(text)
  if (m) {
    const month = monthNumber(m[2] ?? m[4] ?? '')
    if (month !== undefined) return [Number(m[3] ?? m[6]), month, Number(m[1] ?? m[5])]
  }
  return undefined
}

function validDate([year, month, day]: DateParts): boolean {
  return year >= 1980 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** A date in the column's order, or in the other where only that gives a day that exists (5/31/2022). */
function orderedDate(
  text: string,
  order: 'dmy' | 'mdy',
): { date: DateParts; other: boolean } | 'bad' | undefined {
  const date = readDate(text, order)
  if (!date) return undefined
  if (validDate(date)) return { date, other: false }
  const other = DATE_SLASH.test(text) ? readDate(text, order === 'dmy' ? 'mdy' : 'dmy') : undefined
  return other && validDate(other) ? { date: other, other: true } : 'bad'
}

/** ISO with an offset: `2021-03-25T12:20:00+02:00`. */
function stamp(t: ClockTime, minutes: number): string {
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return `${iso(t.year, t.month, t.day)}T${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function atInstant(instant: number): TimeReading {
  const { time, minutes } = helsinkiClock(instant)
  return { time: stamp(time, minutes), precision: 'time' }
}

/** A clock time of Helsinki; one that the clock skipped in March moves on by the hour it skipped. */
function atLocal(time: ClockTime): TimeReading {
  const { minutes, gap, repeated } = helsinkiOffset(time)
  if (gap)
    return {
      ...atInstant(
        Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) - minutes * 60_000,
      ),
      note: 'gap',
    } as TimeReading
  const reading: TimeReading = { time: stamp(time, minutes), precision: 'time' }
  if (repeated) reading.note = 'repeated'
  return reading
}

function readClock(date: DateParts, clock: string): TimeReading | undefined {
  const zone = ZONE.exec(clock)
  const bare = zone ? clock.slice(0, zone.index).trim() : clock
  const m = CLOCK.exec(bare)
  if (!m) return undefined
  let hour = Number(m[1])
  const minute = Number(m[2])
  const second = Number(m[3] ?? 0)
  const half = m[4]?.toLowerCase()
  if (half !== undefined && hour > 12) return { problem: 'bad_date' }
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  if (hour > 23 || minute > 59 || second > 59) return { problem: 'bad_date' }
  const [year, month, day] = date
  if (!zone) return atLocal({ year, month, day, hour, minute, second })
  const east =
    zone[1] === undefined ? 0 : (Number(zone[2]) * 60 + Number(zone[3] ?? 0)) * (zone[1] === '-' ? -1 : 1)
  return atInstant(Date.UTC(year, month - 1, day, hour, minute, second) - east * 60_000)
}

/** Days since 30.12.1899 as Excel counts them; the clock is local, to the second. */
export function readSerial(serial: number): TimeReading {
  const seconds = Math.round(serial * 86_400)
  const date = new Date(Date.UTC(1899, 11, 30) + seconds * 1000)
  const parts: DateParts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  if (!validDate(parts)) return { problem: 'bad_date' }
  if (seconds % 86_400 === 0) return { time: iso(...parts), precision: 'date' }
  return atLocal({
    year: parts[0],
    month: parts[1],
    day: parts[2],
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  })
}

const YEAR = '((?:19|20)\\d\\d)'
const QUARTER = new RegExp(
  `^(?:(?:q|kv|kvartaali|kvartal|quarter)?\\.?\\s?([1-4]|i{1,3}|iv)\\.?\\s?(?:q|kv|kvartaali|neljännes|vuosineljännes|kvartalet|kvartal|quarter)?\\s?[_/ -]?\\s?${YEAR}|${YEAR}\\s?[_/ -]?\\s?(?:q|kv|kvartaali|kvartal|quarter)?\\.?\\s?([1-4]|i{1,3}|iv)(?:\\.?\\s?(?:neljännes|vuosineljännes|kvartaali|kvartalet))?)$`,
  'iu',
)
const QUARTER_WORD = /q|kv|nelj|[_ ]|i/iu
const WEEK = new RegExp(
  `^(?:(?:w|vk|vko|viikko|v|vecka|week)?\\.?\\s?(\\d{1,2})\\.?\\s?[_/ -]\\s?${YEAR}|${YEAR}\\s?[_/ -]?\\s?(?:w|vk|vko|viikko|v|vecka|week)?\\.?\\s?(\\d{1,2}))$`,
  'iu',
)
const WEEK_WORD = /w|v|week/iu
const MONTH = new RegExp(
  `^(?:(\\d{1,2})\\s?[./_-]\\s?${YEAR}|${YEAR}\\s?[./_-]?\\s?(\\d{2})|(\\p{L}+)\\.?\\s${YEAR}|${YEAR}\\s(\\p{L}+))$`,
  'u',
)

function weeksIn(year: number): number {
  const thursday = (y: number): number => new Date(Date.UTC(y, 0, 1)).getUTCDay()
  const first = thursday(year)
  const leap = daysIn(year, 2) === 29
  return first === 4 || (leap && first === 3) ? 53 : 52
}

function readPeriod(text: string, unit: TimeUnit): TimeReading | undefined {
  if (/^(?:19|20)\d\d$/u.test(text)) return { time: text, precision: 'year' }
  const quarter = QUARTER.exec(text)
  if (quarter && (unit === 'quarter' || (unit === 'date' && QUARTER_WORD.test(text)))) {
    const word = (quarter[1] ?? quarter[4] ?? '').toLowerCase()
    const number = /\d/u.test(word) ? Number(word) : ROMAN.indexOf(word) + 1
    return { time: `${quarter[2] ?? quarter[3]}-Q${number}`, precision: 'quarter' }
  }
  const week = WEEK.exec(text)
  if (week && (unit === 'week' || WEEK_WORD.test(text))) {
    const number = Number(week[1] ?? week[4])
    const year = Number(week[2] ?? week[3])
    if (number < 1 || number > weeksIn(year)) return { problem: 'bad_date' }
    return { time: `${year}-W${pad(number)}`, precision: 'week' }
  }
  const month = unit === 'quarter' || unit === 'week' ? undefined : MONTH.exec(text)
  if (month) {
    const word = month[5] ?? month[8]
    const number = word === undefined ? Number(month[1] ?? month[4]) : monthNumber(word)
    const year = month[2] ?? month[3] ?? month[6] ?? month[7]
    if (number === undefined) return undefined
    if (number < 1 || number > 12) return { problem: 'bad_date' }
    return { time: `${year}-${pad(number)}`, precision: 'month' }
  }
  return undefined
}

/**
 * A date, time or period as survey exports write it, as ISO with the offset of Helsinki where there is a clock,
 * else as coarse as given: `25.3.2021 klo 12.20` -> `2021-03-25T12:20:00+02:00`, `2_2023` -> `2023-Q2`.
 */
export function readTime(cell: string, options: TimeOptions): TimeReading {
  const text = cell.trim().replaceAll(/\s+/gu, ' ').replace(WEEKDAY, '')
  const whole = orderedDate(text, options.order)
  if (whole) {
    if (whole === 'bad') return { problem: 'bad_date' }
    return { time: iso(...whole.date), precision: 'date', ...(whole.other ? { note: 'other_order' } : {}) }
  }
  const hour = HOUR.exec(text)
  const split = hour ?? SPLIT.exec(text)
  if (split) {
    const clock = hour ? `${hour[2]}:00` : (split[2] ?? '')
    const found = orderedDate((split[1] ?? '').replace(/,$/u, ''), options.order)
    if (found === 'bad') return { problem: 'bad_date' }
    if (found) {
      const reading = readClock(found.date, clock) ?? { problem: 'not_a_date' }
      return found.other && 'time' in reading ? { ...reading, note: 'other_order' } : reading
    }
  }
  if (EPOCH.test(text)) return atInstant(Number(text) * (text.length > 10 ? 1 : 1000))
  const period = readPeriod(text, options.unit)
  if (period) return period
  if (SERIAL.test(text) && options.unit === 'date') return readSerial(Number(text.replace(',', '.')))
  return { problem: 'not_a_date' }
}
