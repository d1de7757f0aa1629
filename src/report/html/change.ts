import type { Interval, Locale } from '../../types.js'
import { escapeHtml } from '../escape.js'
import { formatDifference, formatDifferenceInterval, formatFigure } from '../figures.js'
import { formatDay, formatNumber, formatPercent } from '../format.js'
import { fill, type Messages } from '../messages/index.js'
import type { Comparison, SurveyResult } from '../result.js'
import { intervalLabel } from './figures.js'
import type { Section } from './page.js'
import { cell, type TableRow, table } from './table.js'

/** Themes shown; the JSON has them all. */
const themesShown = 12

interface Words {
  messages: Messages
  locale: Locale
  level: number
}

/** What changed since the period compared: figures, services, and themes with the largest differences. */
export function changeSection(
  { comparison, level }: SurveyResult,
  messages: Messages,
  locale: Locale,
): Section | null {
  if (comparison === null) return null
  const words = { messages, locale, level }
  const { from, to } = comparison.period
  const note = fill(messages.changeNote, {
    period: `${formatDay(from, locale)} – ${formatDay(to, locale)}`,
    n: formatNumber(comparison.responses, 0, locale),
  })
  const body = [`<p>${escapeHtml(note)}</p>`, figures(comparison, words), themes(comparison, words)]
  return { id: 'change', title: messages.change, body: body.join('\n') }
}

interface Difference {
  before: { n: number; value: number | null }
  after: { n: number; value: number | null }
  difference: number | null
  interval: Interval | null
}

function heads(first: string, last: string, { messages }: Words) {
  return [
    { text: first },
    { text: `${messages.before} (n)`, number: true as const },
    { text: `${messages.now} (n)`, number: true as const },
    { text: messages.difference, number: true as const },
    { text: last, number: true as const },
  ]
}

function figures({ metrics }: Comparison, words: Words): string {
  const { messages, locale } = words
  const rows = metrics.flatMap(({ metric, change, groups }): TableRow[] => {
    const figure = ({ n, value }: { n: number; value: number | null }) =>
      cell.number(
        value === null
          ? messages.hidden
          : `${formatFigure(metric, value, null, locale)} (${formatNumber(n, 0, locale)})`,
      )
    const row = (header: string, { before, after, difference, interval }: Difference): TableRow => ({
      header,
      cells: [
        figure(before),
        figure(after),
        cell.number(
          difference === null ? '–' : formatDifference(metric, difference, interval, locale, messages.points),
        ),
        cell.number(formatDifferenceInterval(metric, interval, locale)),
      ],
    })
    return [
      { ...row(messages.metric[metric], { ...change, difference: change.value }), kind: 'group' },
      ...groups.map((group): TableRow => ({ ...row(group.group, group), kind: 'child' })),
    ]
  })
  const [first] = metrics
  const interval = intervalLabel(messages, first?.change.interval ?? null)
  return table(messages.figures, heads(messages.figures, interval, words), rows)
}

function themes(comparison: Comparison, words: Words): string {
  const { messages, locale, level } = words
  if (comparison.themes.length === 0) return ''
  const share = ({ share, respondents }: { share: number; respondents: number }) =>
    cell.number(`${formatPercent(share, 0, locale)} (${formatNumber(respondents, 0, locale)})`)
  const rows = comparison.themes
    .slice(0, themesShown)
    .map(({ names, before, after, difference, interval, p }): TableRow => {
      const clear = p !== null && p <= 1 - level
      return {
        header: names[locale],
        cells: [
          share(before),
          share(after),
          cell.number(
            `${formatDifference('choice', difference, interval, locale, messages.points)} (${formatDifferenceInterval('choice', interval, locale)})`,
          ),
          cell.text(clear ? messages.clearChange : messages.unclearChange),
        ],
      }
    })
  const head = heads(messages.theme, '', words)
  return table(messages.themesChangeNote, head, rows)
}
