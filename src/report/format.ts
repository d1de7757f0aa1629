import type { Locale } from '../types.js'

/** No-break space: between digit groups and before a percent sign, in Finnish and Swedish. */
const nbsp = '\u00a0'

/**
 * A number as the locale writes it: decimal comma and spaced thousands in Finnish and Swedish, a true minus.
 * Written here rather than by Intl, whose output changes with the ICU of the machine.
 */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  const fixed = Math.abs(value).toFixed(decimals)
  const [whole = '0', fraction] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : nbsp)
  const sign = value < 0 && Number(fixed) !== 0 ? '\u2212' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : (locale === 'en' ? '.' : ',') + fraction}`
}

/** A share on 0..1 as percent. */
export function formatPercent(share: number, decimals: number, locale: Locale): string {
  return `${formatNumber(share * 100, decimals, locale)}${locale === 'en' ? '' : nbsp}%`
}

/** An interval in words of the locale: `49–59`; negative bounds are parted by "to" words, not by a dash. */
export function formatRange(low: string, high: string): string {
  return low.startsWith('\u2212') || high.startsWith('\u2212') ? `${low} … ${high}` : `${low}–${high}`
}

/**
 * How many decimals a figure can carry: one place finer than a tenth of its interval's half-width, never more
 * than `most` (a figure with a wide interval gets no decimals).
 */
export function decimalsFor(interval: { low: number; high: number } | null, most: number): number {
  if (interval === null) return 0
  const half = (interval.high - interval.low) / 2
  if (!(half > 0)) return most
  return Math.max(0, Math.min(most, Math.ceil(-Math.log10(half))))
}

/** A day `2021-03-25` as the locale writes it; coarser times (`2023-Q2`) stay as they are. */
export function formatDay(day: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  if (match === null) {
    const quarter = /^(\d{4})-Q([1-4])$/.exec(day)
    return quarter === null ? day : `Q${quarter[2]}/${quarter[1]}`
  }
  const [, year, month, date] = match
  if (locale === 'fi') return `${Number(date)}.${Number(month)}.${year}`
  if (locale === 'sv') return `${Number(date)}.${Number(month)}.${year}`
  return `${year}-${month}-${date}`
}
