import type { Locale } from '../types.js'
import { formatNumber } from './format.js'
import { fill, type Messages } from './messages/index.js'
import type { SurveyResult } from './result.js'

/** "Rivejä 605 = vastauksia 600 + hylättyjä rivejä 5". */
export function rowsSentence({ rows }: SurveyResult, messages: Messages, locale: Locale): string {
  return fill(messages.rowsIn, {
    rows: formatNumber(rows.records, 0, locale),
    responses: formatNumber(rows.responses, 0, locale),
    refused: formatNumber(rows.leftOut, 0, locale),
  })
}
