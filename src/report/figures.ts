import type { Interval, Locale, Metric } from '../types.js'
import { decimalsFor, formatNumber, formatPercent, formatRange } from './format.js'

/** A figure as its metric is shown: NPS without decimals, shares as percent, means with the decimals they carry. */
export function formatFigure(metric: Metric, value: number, interval: Interval | null, locale: Locale): string {
  if (metric === 'nps') return formatNumber(value, 0, locale)
  if (metric === 'csat' || metric === 'fcr' || metric === 'choice') return formatPercent(value, 0, locale)
  return formatNumber(value, decimalsFor(interval, 2) || 1, locale)
}

export function formatInterval(metric: Metric, interval: Interval | null, locale: Locale): string {
  if (interval === null) return '–'
  const part = (value: number) => formatFigure(metric, value, interval, locale)
  return formatRange(part(interval.low), part(interval.high))
}
