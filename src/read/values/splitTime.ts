import type { TimeUnit } from './time.js'

const CLOCK =
  /^(?:(?:klo|kello|kl)\.?\s*\d{1,2}|(?:(?:klo|kello|kl)\.?\s*)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?m\.?)?)$/iu

/** Whether a cell is a clock without a date: `12:20`, `9.05`, `klo 9`, `8:05 AM`. */
export function isClock(cell: string): boolean {
  return CLOCK.test(cell.trim())
}

/** A date cell of a workbook may carry the midnight of its format. */
export function bareDate(cell: string): string {
  return cell.trim().replace(/[T ]0?0[:.]00(?:[:.]00)?$/u, '')
}

/** A date and its clock from two columns as one text. */
export function joinClock(date: string, clock: string): string {
  const text = clock.trim()
  return `${bareDate(date)} ${/^\d{1,2}$/u.test(text) ? `klo ${text}` : text}`
}

/** A year and its quarter, week or month from two columns as one text: `2023` and `2` -> `2023 2`. */
export function joinPeriod(year: string, period: string, unit: TimeUnit): string {
  const text = period.trim().replace(/(?<=\d)\.$/u, '')
  if (unit === 'month' && /^\d{1,2}$/u.test(text)) return `${year.trim()}-${text.padStart(2, '0')}`
  return `${year.trim()} ${text}`
}
