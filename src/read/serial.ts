const DAY = 86_400

/** What a number format makes of a number. */
export type FormatKind =
  | { kind: 'number' }
  | { kind: 'date' }
  | { kind: 'datetime' }
  | { kind: 'time' }
  | { kind: 'zeros'; width: number }

const plain: FormatKind = { kind: 'number' }

/** Built-in formats (ECMA-376 part 1, 18.8.30), with the East Asian dates of 27-36 and 50-58. */
export function builtInFormat(id: number): FormatKind {
  if (id === 22) return { kind: 'datetime' }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' }
  return plain
}

/** A format code of the workbook: literal text, colors, locales and conditions tell nothing of dates. */
export function formatKind(code: string): FormatKind {
  const first = code.split(';')[0] ?? ''
  if (/^0{2,15}$/.test(first)) return { kind: 'zeros', width: first.length }
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  // Duration formats ([h]:mm) count hours beyond a day and stay numbers.
  if (/\[/.test(bare) || /general|standard|yleinen/i.test(bare)) return plain
  // "e" and "b" are years in some locales, yet "0.00E+00" is not a date.
  if (/[dy]/i.test(bare) || /(^|[^0#?])e($|[^+-])/i.test(bare))
    return { kind: /h/i.test(bare) ? 'datetime' : 'date' }
  if (/[hs]/i.test(bare)) return { kind: 'time' }
  if (/m/i.test(bare) && !/[0#?]/.test(bare)) return { kind: 'date' }
  return plain
}

const two = (n: number) => String(n).padStart(2, '0')

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Days since 1970-01-01 as a date of the Gregorian calendar (Howard Hinnant, "chrono-compatible algorithms"). */
function civil(days: number): string {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(doy - Math.floor((153 * mp + 2) / 5) + 1)}`
}

/**
 * A serial of Excel as local ISO time to the nearest second; a date when neither it nor its format has a clock. Workbooks that
 * count from 1904 are 1,462 days ahead; in the others day 60 is 29 February 1900, which never was.
 *
 * @returns undefined for numbers outside the calendar of Excel
 */
export function serialToIso(
  serial: number,
  options: { from1904: boolean; kind: 'date' | 'datetime' | 'time' },
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined
  const total = Math.round(serial * DAY)
  let days = Math.floor(total / DAY)
  const seconds = total - days * DAY
  if (options.kind === 'time' && days === 0) return clock(seconds)
  days += options.from1904 ? 1462 : 0
  if (days > 2_958_465 || days < 1) return undefined
  const date = civil(days < 60 ? days - 25_568 : days - 25_569)
  return seconds === 0 && options.kind === 'date' ? date : `${date}T${clock(seconds)}`
}

/** A number as spreadsheets show it: 15 digits, '.' for the decimals, no exponent where it can be avoided. */
export function numberText(raw: string): string {
  const text = raw.trim()
  if (text.length <= 15 && !/[eE]/.test(text)) return text
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  const short = Number(value.toPrecision(15))
  if (Number.isInteger(short) && Math.abs(short) < 1e21) return BigInt(short).toString()
  const shown = String(short)
  return shown.includes('e') && Math.abs(short) < 1 ? short.toFixed(20).replace(/0+$/, '') : shown
}
