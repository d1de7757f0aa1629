import type { Interval, Locale, Metric } from '../types.js'
import { decimalsFor, formatNumber, formatPercent, formatRange } from './format.js'

/** A figure as its metric is shown: NPS without decimals, shares as percent, means with the decimals they carry. */
export function formatFigure(
  metric: Metric,
  value: number,
  interval: Interval | null,
  locale: Locale,
): string {
  if (metric === 'nps') return formatNumber(value, 0, locale)
  if (isShare(metric)) return formatPercent(value, 0, locale)
  return formatNumber(value, decimalsFor(interval, 2) || 1, locale)
}

/** An interval on the scale of its metric; a percent sign stands once, after both bounds. */
export function formatInterval(metric: Metric, interval: Interval | null, locale: Locale): string {
  if (interval === null) return '–'
  if (isShare(metric))
    return formatRange(formatNumber(interval.low * 100, 0, locale), formatPercent(interval.high, 0, locale))
  const part = (value: number) => formatFigure(metric, value, interval, locale)
  return formatRange(part(interval.low), part(interval.high))
}

/** A difference of two figures, signed; of shares in percentage points, whose unit `points` names. */
export function formatDifference(
  metric: Metric,
  value: number,
  interval: Interval | null,
  locale: Locale,
  points: string,
): string {
  const number = signed(metric, value, interval, locale)
  return isShare(metric) ? `${number}\u00a0${points}` : number
}

/** Limits of a difference, signed; between signed numbers a dash would be read as one more sign. */
export function formatDifferenceInterval(metric: Metric, interval: Interval | null, locale: Locale): string {
  if (interval === null) return '–'
  return [interval.low, interval.high].map((limit) => signed(metric, limit, interval, locale)).join(' … ')
}

function signed(metric: Metric, value: number, interval: Interval | null, locale: Locale): string {
  const decimals = metric === 'nps' || isShare(metric) ? 0 : decimalsFor(interval, 2) || 1
  const text = formatNumber(isShare(metric) ? value * 100 : value, decimals, locale)
  return value > 0 && /[1-9]/u.test(text) ? `+${text}` : text
}

function isShare(metric: Metric): boolean {
  return metric === 'csat' || metric === 'fcr' || metric === 'choice'
}
