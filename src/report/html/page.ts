import type { Locale } from '../../types.js'
import { escapeHtml } from '../escape.js'
import { formatDay, formatNumber } from '../format.js'
import { fill, type Messages, messagesOf } from '../messages/index.js'
import type { SurveyResult } from '../result.js'
import { explainRegion } from '../words/region.js'
import { changeSection } from './change.js'
import { commentsSection } from './comments.js'
import { figuresSection, groupsSection, statementsSection, weightingSection } from './figures.js'
import { alertsSection, methodSection, qualitySection } from './quality.js'
import { style, styleHash } from './style.js'

/** A section of the page: its anchor, its heading, and its content as markup. */
export interface Section {
  id: string
  title: string
  body: string
}

/**
 * The report as one HTML page: no script, no network, one style whose hash the policy names. Everything that
 * came from the survey goes through `escapeHtml`.
 */
export function htmlPage(result: SurveyResult, locale: Locale): string {
  const messages = messagesOf(locale)
  const sections = [
    figuresSection(result, messages, locale),
    changeSection(result, messages, locale),
    weightingSection(result, messages, locale),
    groupsSection(result, messages, locale),
    statementsSection(result, messages, locale),
    commentsSection(result, messages, locale),
    alertsSection(result, messages, locale),
    qualitySection(result, messages, locale),
    methodSection(result, messages),
  ].filter((section): section is Section => section !== null)
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(messages.title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(messages.skipToContent)}</a>
<header>
<h1>${escapeHtml(messages.title)}</h1>
${intro(result, messages, locale)}
<nav aria-label="${escapeHtml(messages.contents)}"><ul>
${sections.map((section) => `<li><a href="#${section.id}">${escapeHtml(section.title)}</a></li>`).join('\n')}
</ul></nav>
</header>
<main id="content">
${sections
  .map(
    (section) =>
      `<section aria-labelledby="${section.id}">\n<h2 id="${section.id}">${escapeHtml(section.title)}</h2>\n${section.body}\n</section>`,
  )
  .join('\n')}
</main>
<footer><p>${escapeHtml(fill(messages.madeWith, { version: result.version }))}</p></footer>
</body>
</html>
`
}

function intro(result: SurveyResult, messages: Messages, locale: Locale): string {
  const facts = [
    `${formatNumber(result.rows.responses - (result.comparison?.responses ?? 0), 0, locale)} ${messages.answers}`,
    `${formatNumber(result.comments.total, 0, locale)} ${messages.comments}`,
  ]
  if (result.period !== null) {
    const { from, to } = result.period
    const span =
      from === to ? formatDay(from, locale) : `${formatDay(from, locale)} – ${formatDay(to, locale)}`
    facts.push(`${messages.period.toLowerCase()} ${span}`)
  }
  const lead = result.metrics[0]
  const sentence =
    lead === undefined ? '' : `<p class="lead">${escapeHtml(explainRegion(lead.region, locale))}</p>`
  return `<p class="soft">${escapeHtml(facts.join(' · '))}</p>\n${sentence}`
}
