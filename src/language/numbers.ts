import { DIGIT, kindOf, LOWER, SPACE } from './characters.js'

/** Units written without a space: "45min" is a number and a unit, "3D" a word. */
export const GLUED_UNITS: ReadonlySet<string> = new Set(
  'min mins h t tim hrs hr s sek sec pv vrk vk viikkoa kk v vuotta x km m cm mm kg g mg ml l dl cl e eur euroa euro kr krt kpl st p pm am yr yrs år C mån'.split(
    ' ',
  ),
)

const DATE = /^(\d{1,2})\.(\d{1,2})$/
const RANGE_OR_FULL_DATE = /^\d{1,2}\.(?:\d{1,2}\.)?[-–]\d{1,2}\.\d{1,2}$/

function isDigitAt(text: string, i: number): boolean {
  return i < text.length && kindOf(text.charCodeAt(i)) === DIGIT
}

/** End of digits with their inner separators: 37,5 · 8.30 · 3.5.2024 · 1/2 · 8-16 · 1.–3.5 · 12:30. */
export function numberEnd(text: string, start: number): number {
  let end = start + 1
  for (;;) {
    while (isDigitAt(text, end)) end += 1
    const code = text.charCodeAt(end)
    const separator =
      code === 46 || code === 44 || code === 58 || code === 47 || code === 45 || code === 0x2013
    if (!separator) return end
    if (isDigitAt(text, end + 1)) end += 2
    else if (code === 46 && (text[end + 1] === '-' || text[end + 1] === '–') && isDigitAt(text, end + 2))
      end += 3
    else return end
  }
}

/**
 * Whether the full stop at `dot` belongs to the number before it: a date (15.3.), an ordinal before a
 * lower-case word (15. päivä), a number of a list at the start of a line (1. Hyvä). After "klo" 8.10 is a time.
 */
export function takesFullStop(text: string, start: number, dot: number, afterClock: boolean): boolean {
  if (dot - start > 14 || text.charCodeAt(dot + 1) === 46) return false
  const body = text.slice(start, dot)
  const date = DATE.exec(body)
  if (date)
    return (
      !afterClock && Number(date[1]) <= 31 && Number(date[2]) <= 12 && Number(date[1]) > 0 && date[2] !== '00'
    )
  if (RANGE_OR_FULL_DATE.test(body)) return true
  if (!/^\d{1,4}$/.test(body)) return false
  if (text[dot + 1] === ')') return body.length <= 2 && startsLine(text, start)
  let next = dot + 1
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 0xa0) next += 1
  if (next === dot + 1) return false
  if (next < text.length && kindOf(text.charCodeAt(next)) === LOWER) return true
  return (
    body.length <= 2 &&
    startsLine(text, start) &&
    next < text.length &&
    kindOf(text.charCodeAt(next)) !== SPACE
  )
}

function startsLine(text: string, start: number): boolean {
  let before = start - 1
  while (before >= 0 && start - before < 8 && (text[before] === ' ' || text[before] === '\t')) before -= 1
  return before < 0 || text[before] === '\n' || text[before] === '\r'
}
