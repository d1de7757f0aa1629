import { PalauteError } from '../errors.js'
import type { Locale } from '../types.js'
import { htmlPage } from './html/page.js'
import type { SurveyResult } from './result.js'
import { textTable } from './text.js'

export interface ReportOptions {
  /** `html`: a self-contained page; `text`: a table for a terminal; `json`: the result itself. */
  format?: 'html' | 'text' | 'json'
  /** Default `fi`. */
  locale?: Locale
}

/**
 * Writes the result of a survey for a reader.
 *
 * @param result what `summarizeSurvey` gave
 * @returns the page, table or JSON as one string; the same bytes for the same result
 * @throws {PalauteError} `bad_option` for an unknown format or locale
 * @example
 * import { report, summarizeSurvey } from 'palaute'
 * const result = await summarizeSurvey(['answers.csv'])
 * const page = report(result, { format: 'html', locale: 'fi' })
 */
export function report(result: SurveyResult, options: ReportOptions = {}): string {
  const { format = 'html', locale = 'fi' } = options
  if (locale !== 'fi' && locale !== 'sv' && locale !== 'en')
    throw new PalauteError('bad_option', 'The locale is fi, sv or en.', { path: 'locale' })
  if (format === 'html') return htmlPage(result, locale)
  if (format === 'text') return textTable(result, locale)
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`
  throw new PalauteError('bad_option', 'The format of a report is html, text or json.', { path: 'format' })
}
