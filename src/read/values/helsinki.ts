/** Minutes east of Greenwich in Helsinki: 120 in winter, 180 in summer. */
const WINTER = 120
const SUMMER = 180

export interface ClockTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0))
  return last.getUTCDate() - last.getUTCDay()
}

/**
 * Offset of Helsinki at a local clock time. Summer time runs from the last Sunday of March 3.00 to the last
 * Sunday of October 4.00 (directive 2000/84/EC; to September before 1996). `gap`: the clock never showed this
 * time; `repeated`: it showed it twice, the first (summer) is given.
 */
export function helsinkiOffset(t: ClockTime): { minutes: number; gap?: true; repeated?: true } {
  if (t.year < 1981 || t.month < 3 || t.month > 10) return { minutes: WINTER }
  const endMonth = t.year < 1996 ? 9 : 10
  if (t.month > 3 && t.month < endMonth) return { minutes: SUMMER }
  if (t.month > endMonth) return { minutes: WINTER }
  const change = lastSunday(t.year, t.month)
  if (t.month === 3) {
    if (t.day !== change) return { minutes: t.day > change ? SUMMER : WINTER }
    if (t.hour < 3) return { minutes: WINTER }
    return t.hour === 3 ? { minutes: WINTER, gap: true } : { minutes: SUMMER }
  }
  if (t.day !== change) return { minutes: t.day > change ? WINTER : SUMMER }
  if (t.hour < 3) return { minutes: SUMMER }
  return t.hour === 3 ? { minutes: SUMMER, repeated: true } : { minutes: WINTER }
}

/** Local clock time of Helsinki and its offset at an instant (milliseconds since 1970 UTC). */
export function helsinkiClock(instant: number): { time: ClockTime; minutes: number } {
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  const start = Date.UTC(year, 2, lastSunday(year, 3), 1)
  const endMonth = year < 1996 ? 9 : 10
  const end = Date.UTC(year, endMonth - 1, lastSunday(year, endMonth), 1)
  const minutes = year >= 1981 && instant >= start && instant < end ? SUMMER : WINTER
  const local = new Date(instant + minutes * 60_000)
  return {
    time: {
      year: local.getUTCFullYear(),
      month: local.getUTCMonth() + 1,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      second: local.getUTCSeconds(),
    },
    minutes,
  }
}
