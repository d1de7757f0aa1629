import type { Locale } from '../../types.js'
import { escapeHtml } from '../escape.js'
import { formatNumber } from '../format.js'
import type { Messages } from '../messages/index.js'
import { issueText } from '../messages/issues.js'
import { privacySentence } from '../privacy.js'
import type { SurveyResult } from '../result.js'
import { rowsSentence } from '../rows.js'
import type { Section } from './page.js'
import { cell, type TableRow, table } from './table.js'

export function alertsSection(result: SurveyResult, messages: Messages, locale: Locale): Section | null {
  if (result.comments.total === 0) return null
  const intro = result.alerts.length === 0 ? messages.noAlerts : messages.alertsNote
  const rows = result.alerts.map(
    (alert): TableRow => ({
      header: messages.alert[alert.key],
      cells: [
        cell.text(messages.alertLevel[alert.level]),
        cell.text(alert.file),
        cell.number(formatNumber(alert.row, 0, locale)),
        cell.text(alert.column),
      ],
    }),
  )
  const list =
    rows.length === 0
      ? ''
      : table(
          messages.alerts,
          [
            { text: messages.alerts },
            { text: '' },
            { text: messages.file },
            { text: messages.row, number: true },
            { text: messages.column },
          ],
          rows,
        )
  return { id: 'alerts', title: messages.alerts, body: `<p class="notice">${escapeHtml(intro)}</p>${list}` }
}

export function qualitySection(result: SurveyResult, messages: Messages, locale: Locale): Section {
  const files = `<li>${escapeHtml(result.files.join(', '))}: ${escapeHtml(rowsSentence(result, messages, locale))}</li>`
  const counts = Object.entries(result.issues.counts)
  const issues =
    counts.length === 0
      ? `<p>${escapeHtml(messages.noIssues)}</p>`
      : table(
          messages.dataQuality,
          [{ text: messages.issue }, { text: messages.issueCount, number: true }, { text: messages.row }],
          counts.map(
            ([code, count]): TableRow => ({
              header: issueText(code, locale),
              cells: [cell.number(formatNumber(count, 0, locale)), cell.text(firstRows(result, code))],
            }),
          ),
        )
  return {
    id: 'data',
    title: messages.dataQuality,
    body: `<ul>${files}</ul>${issues}<h3>${escapeHtml(messages.privacyTitle)}</h3><p>${escapeHtml(privacySentence(result, messages, locale))}</p>`,
  }
}

export function methodSection(_result: SurveyResult, messages: Messages): Section {
  return { id: 'method', title: messages.method, body: `<p>${escapeHtml(messages.methodNote)}</p>` }
}

/** Where to look: the first rows of an issue; the rest are counted. */
function firstRows(result: SurveyResult, code: string): string {
  const rows = result.issues.list
    .filter((issue) => issue.code === code && issue.row > 0)
    .map(({ row }) => row)
  const shown = [...new Set(rows)].slice(0, 5).join(', ')
  return rows.length > 5 ? `${shown} …` : shown
}
