import type { Locale, Polarity } from '../../types.js'
import { escapeHtml } from '../escape.js'
import { formatNumber, formatPercent, formatRange } from '../format.js'
import { fill, type Messages } from '../messages/index.js'
import type { SurveyResult } from '../result.js'
import { divergingPicture, stackedPicture } from '../svg/bars.js'
import type { Section } from './page.js'
import { cell, type TableRow, table } from './table.js'

const order: readonly Polarity[] = ['positive', 'mixed', 'neutral', 'negative']

export function commentsSection(result: SurveyResult, messages: Messages, locale: Locale): Section | null {
  if (result.comments.total === 0) return null
  const { sentiment } = result.comments
  if (sentiment === null) {
    const note = fill(messages.hiddenNote, { minimum: result.privacy.minimumGroup })
    return { id: 'themes', title: messages.themes, body: `<p class="soft">${escapeHtml(note)}</p>` }
  }
  const body = [
    tone(sentiment, result.comments.withSubstance, messages, locale),
    themes(result, messages, locale),
    owners(result, messages, locale),
    intents(result, messages, locale),
    quotes(result, messages, locale),
    languages(result, messages, locale),
  ]
  return { id: 'themes', title: messages.themes, body: body.join('\n') }
}

function tone(
  sentiment: Readonly<Record<Polarity, number>>,
  total: number,
  messages: Messages,
  locale: Locale,
): string {
  const shares = order.map((polarity) => ({
    kind: polarity,
    share: total > 0 ? sentiment[polarity] / total : 0,
  }))
  const keys = shares
    .map(
      ({ kind, share }) =>
        `<li><span class="key ${kind}"></span>${escapeHtml(messages.polarity[kind])} ${escapeHtml(formatPercent(share, 0, locale))} (${formatNumber(sentiment[kind], 0, locale)})</li>`,
    )
    .join('')
  return `<h3>${escapeHtml(messages.sentiment)}</h3>${stackedPicture(shares)}<ul class="keys">${keys}</ul>`
}

function themes(result: SurveyResult, messages: Messages, locale: Locale): string {
  const most = Math.max(1, ...result.themes.map((theme) => Math.max(theme.positive, theme.negative)))
  const rows = result.themes.map(
    (theme): TableRow => ({
      header: theme.names[locale],
      cells: [
        cell.number(formatNumber(theme.respondents, 0, locale)),
        cell.number(
          `${formatPercent(theme.share, 0, locale)} (${formatRange(
            formatNumber(theme.interval.low * 100, 0, locale),
            formatNumber(theme.interval.high * 100, 0, locale),
          )})`,
        ),
        cell.number(formatNumber(theme.negative, 0, locale)),
        cell.number(formatNumber(theme.positive, 0, locale)),
        cell.markup(divergingPicture(theme.negative, theme.positive, most)),
      ],
    }),
  )
  const uncategorized = `<p class="soft">${escapeHtml(messages.uncategorized)}: ${formatNumber(result.comments.uncategorized ?? 0, 0, locale)}</p>`
  if (rows.length === 0) return uncategorized
  return (
    table(
      messages.themesNote,
      [
        { text: messages.theme },
        { text: messages.respondents, number: true },
        { text: `${messages.share} (${messages.interval})`, number: true },
        { text: messages.polarity.negative, number: true },
        { text: messages.polarity.positive, number: true },
        { text: '' },
      ],
      rows,
    ) + uncategorized
  )
}

function owners(result: SurveyResult, messages: Messages, locale: Locale): string {
  if (result.owners.length === 0) return ''
  const rows = result.owners.map(
    ({ key, share }): TableRow => ({
      header: messages.owner[key],
      cells: [
        cell.number(formatPercent(share, 0, locale)),
        cell.markup(stackedPicture([{ share, kind: 'answers' }])),
      ],
    }),
  )
  return `<h3>${escapeHtml(messages.owners)}</h3>${table(
    messages.ownersNote,
    [{ text: messages.owners }, { text: messages.share, number: true }, { text: '' }],
    rows,
  )}`
}

function intents(result: SurveyResult, messages: Messages, locale: Locale): string {
  if (result.intents.length === 0) return ''
  const rows = result.intents.map(
    ({ key, count }): TableRow => ({
      header: messages.intent[key],
      cells: [cell.number(formatNumber(count, 0, locale))],
    }),
  )
  return table(messages.intents, [{ text: messages.intents }, { text: messages.count, number: true }], rows)
}

function quotes(result: SurveyResult, messages: Messages, locale: Locale): string {
  const note = `<p class="soft">${escapeHtml(fill(messages.quotesNote, { minimum: result.privacy.minimumQuoteGroup }))}</p>`
  const names = new Map(result.themes.map((theme) => [theme.key, theme.names[locale]]))
  const items = result.quotes.map((quote) => {
    const about = [quote.service ?? '', ...quote.themes.map((key) => names.get(key) ?? '')].filter(
      (text) => text !== '',
    )
    // The language of parts (WCAG 3.1.2), as far as it is known.
    const lang =
      /^[a-z]{2,3}$/.test(quote.language) && quote.language !== 'und' ? ` lang="${quote.language}"` : ''
    return `<li class="${quote.polarity}"><q${lang}>${escapeHtml(quote.text)}</q><p>${escapeHtml(
      [messages.polarity[quote.polarity], ...about].join(' · '),
    )}</p></li>`
  })
  const list =
    items.length === 0
      ? `<p>${escapeHtml(messages.noQuotes)}</p>`
      : `<ul class="quotes">${items.join('\n')}</ul>`
  return `<h3>${escapeHtml(messages.quotes)}</h3>${note}${list}`
}

function languages(result: SurveyResult, messages: Messages, locale: Locale): string {
  const text = result.comments.languages
    .map(
      ({ code, count }) =>
        `${messages.language[code] ?? `${messages.otherLanguage} (${code})`} ${formatNumber(count, 0, locale)}`,
    )
    .join(', ')
  return `<p class="soft">${escapeHtml(messages.languages)}: ${escapeHtml(text)}</p>`
}
