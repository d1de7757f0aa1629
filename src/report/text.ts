import type { Locale } from '../types.js'
import { formatDifference, formatDifferenceInterval, formatFigure, formatInterval } from './figures.js'
import { formatDay, formatNumber, formatPercent } from './format.js'
import { fill, type Messages, messagesOf } from './messages/index.js'
import { issueText } from './messages/issues.js'
import { privacySentence } from './privacy.js'
import type { SurveyResult } from './result.js'
import { rowsSentence } from './rows.js'

/** Pads to a width in characters as a terminal shows them (combining marks and wide emoji do not occur here). */
function align(rows: readonly string[][], numeric: readonly boolean[]): string[] {
  const widths = numeric.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((text, column) =>
        numeric[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** The summary table of the terminal: figures of the region, of services and units, themes, what was read. */
export function textTable(result: SurveyResult, locale: Locale): string {
  const messages = messagesOf(locale)
  const lines: string[] = []
  for (const { metric, region } of result.metrics) {
    const rows = [[messages.metric[metric], messages.n, messages.value, messages.interval]]
    const figure = (value: number | null, interval: typeof region.interval, absent = messages.hidden) =>
      value === null
        ? [absent, '']
        : [formatFigure(metric, value, interval, locale), formatInterval(metric, interval, locale)]
    for (const scheme of ['balanced', 'volume', 'equal', 'pooled'] as const) {
      const { value, interval } = region.alternatives[scheme]
      rows.push([
        `  ${messages.scheme[scheme]}`,
        scheme === 'balanced' ? formatNumber(region.n, 0, locale) : '',
        ...figure(value, interval, '–'),
      ])
    }
    if (region.units.length > 1) {
      for (const service of region.services) {
        rows.push([
          `  ${service.service}`,
          service.value === null ? '' : formatNumber(service.n, 0, locale),
          ...figure(service.value, service.interval),
        ])
        const units = region.units.filter((unit) => unit.service === service.service)
        if (units.length > 1)
          for (const unit of units)
            rows.push([
              `    ${(Object.hasOwn(result.unitNames, unit.unit) ? result.unitNames[unit.unit] : undefined) ?? unit.unit}`,
              unit.value === null ? '' : formatNumber(unit.n, 0, locale),
              ...figure(unit.value, unit.interval),
            ])
      }
    }
    lines.push(...align(rows, [false, true, true, true]), '')
  }
  lines.push(...changeLines(result, messages, locale))
  if (result.themes.length > 0) {
    const { positive, negative } = messages.polarity
    const rows = [[messages.themes, messages.respondents, messages.share, negative, positive]]
    for (const theme of result.themes.slice(0, 12))
      rows.push([
        `  ${theme.names[locale]}`,
        formatNumber(theme.respondents, 0, locale),
        formatPercent(theme.share, 0, locale),
        formatNumber(theme.negative, 0, locale),
        formatNumber(theme.positive, 0, locale),
      ])
    lines.push(...align(rows, [false, true, true, true, true]), '')
  }
  if (result.comments.total > 0 && result.comments.sentiment === null)
    lines.push(
      `${messages.themes}: ${messages.hidden}. ${fill(messages.hiddenNote, { minimum: result.privacy.minimumGroup })}`,
      '',
    )
  lines.push(`${result.files.join(', ')}: ${rowsSentence(result, messages, locale)}`)
  for (const [code, count] of Object.entries(result.issues.counts))
    lines.push(`  ${issueText(code, locale)}: ${formatNumber(count, 0, locale)}`)
  lines.push(privacySentence(result, messages, locale))
  return `${lines.join('\n')}\n`
}

/** The figures of the region beside those of the period compared. */
function changeLines({ comparison }: SurveyResult, messages: Messages, locale: Locale): string[] {
  if (comparison === null) return []
  const { from, to } = comparison.period
  const period = `${formatDay(from, locale)} – ${formatDay(to, locale)}`
  const rows = [[messages.change, messages.before, messages.now, messages.difference, messages.interval]]
  for (const { metric, change } of comparison.metrics) {
    const figure = (value: number | null) =>
      value === null ? messages.hidden : formatFigure(metric, value, null, locale)
    rows.push([
      `  ${messages.metric[metric]}`,
      figure(change.before.value),
      figure(change.after.value),
      change.value === null
        ? '–'
        : formatDifference(metric, change.value, change.interval, locale, messages.points),
      formatDifferenceInterval(metric, change.interval, locale),
    ])
  }
  const note = fill(messages.changeNote, { period, n: formatNumber(comparison.responses, 0, locale) })
  return [...align(rows, [false, true, true, true, true]), `  ${note}`, '']
}
