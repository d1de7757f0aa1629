import { helsinkiOffset } from './helsinki.js'
import { readTime, type TimeOptions, type TimeReading } from './time.js'

interface KnownDay {
  /** `2021-03-25` */
  day: string
  /** Offset of all of the day; undefined on the days when the clock is changed. */
  offset: string | undefined
}

/** `T12:20:00` by minute of the day. */
function clockTexts(): string[] {
  const texts: string[] = []
  const pad = (n: number): string => (n < 10 ? `0${n}` : String(n))
  for (let minute = 0; minute < 1440; minute += 1)
    texts.push(`T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:`)
  return texts
}

/** One or two digits from `at` to `end`, or -1. */
function digits(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at) - 48
  if (first < 0 || first > 9) return -1
  if (end - at === 1) return first
  const second = text.charCodeAt(at + 1) - 48
  return end - at === 2 && second >= 0 && second <= 9 ? first * 10 + second : -1
}

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 58 || code === 46
}

/**
 * `readTime` for a whole column: days come again and are read once, the clock is read digit by digit. What is
 * not plainly a date and a clock goes the long way.
 */
export function createTimeReader(options: TimeOptions): (cell: string) => TimeReading {
  const days = new Map<string, KnownDay | null>()
  const clocks = clockTexts()
  const seconds = Array.from({ length: 60 }, (_, n) => (n < 10 ? `0${n}` : String(n)))

  function knownDay(text: string): KnownDay | null {
    const before = days.get(text)
    if (before !== undefined) return before
    const reading = readTime(text, options)
    let found: KnownDay | null = null
    if ('time' in reading && reading.precision === 'date' && reading.note === undefined) {
      const [year = 0, month = 0, day = 0] = reading.time.split('-').map(Number)
      const at = (hour: number): number =>
        helsinkiOffset({ year, month, day, hour, minute: 0, second: 0 }).minutes
      found = {
        day: reading.time,
        offset: at(0) !== at(12) ? undefined : at(0) === 180 ? '+03:00' : '+02:00',
      }
    }
    if (days.size > 5000) days.clear()
    days.set(text, found)
    return found
  }

  return (cell) => {
    const { length } = cell
    if (length < 11 || length > 19) return readTime(cell, options)
    let split = cell.indexOf(' ')
    if (split < 0) split = cell.charCodeAt(10) === 84 ? 10 : -1
    if (split < 6 || split > 10) return readTime(cell, options)
    let at = split + 1
    let mark = at + 1
    if (!isMark(cell, mark)) mark += 1
    if (!isMark(cell, mark)) return readTime(cell, options)
    const hour = digits(cell, at, mark)
    at = mark + 1
    const minute = digits(cell, at, at + 2)
    at += 2
    let second = 0
    if (at < length) {
      second = isMark(cell, at) && at + 3 === length ? digits(cell, at + 1, at + 3) : -1
      at += 3
    }
    if (at !== length || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return readTime(cell, options)
    const known = knownDay(cell.slice(0, split))
    if (known === null || known.offset === undefined) return readTime(cell, options)
    return {
      time: known.day + clocks[hour * 60 + minute] + seconds[second] + known.offset,
      precision: 'time',
    }
  }
}
