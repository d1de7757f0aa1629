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

function isShare(metric: Metric): boolean {
  return metric === 'csat' || metric === 'fcr' || metric === 'choice'
}
