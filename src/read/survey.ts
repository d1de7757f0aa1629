import type { Response } from '../types.js'
import { detectColumns } from './columns/detect.js'
import type { SurveyLayout } from './layout.js'
import { fitLayout } from './layoutFit.js'
import { type OpenOptions, openTable } from './open.js'
import { compileResponses } from './responses.js'
import type { IssueLog, Row, Table } from './table.js'

export interface ReadOptions extends OpenOptions {
  /** A saved layout; without it the columns are detected. */
  layout?: SurveyLayout
  signal?: AbortSignal
}

export interface Survey {
  table: Table
  layout: SurveyLayout
  issues: IssueLog
  /** One response a record, streaming; to be walked once. */
  responses: AsyncIterable<Response>
  /** The same in batches, at a tenth of the cost of an await a response. */
  batches(): AsyncIterable<Response[]>
  /** Responses beside the rows that they come from, in batches: for writing the input's columns again. */
  records(): AsyncIterable<{ row: Row; response: Response }[]>
}

export type SurveySource = string | Uint8Array | Blob

/**
 * Reads a survey export: bytes to table, columns to roles, rows to responses. Nothing is lost silently: a cell
 * that cannot be read is null and an issue, a record left out is an issue.
 *
 * @throws ReadError when the file cannot be read or is no table
 * @throws PalauteError `bad_layout` when the layout names columns that are not there or is not valid
 * @example
 * const survey = await readSurvey('answers.csv')
 * for await (const response of survey.responses) console.log(response.nps, response.comments.length)
 */
export async function readSurvey(source: SurveySource, options: ReadOptions = {}): Promise<Survey> {
  const sheet = options.sheet ?? options.layout?.sheet
  const table = await openTable(source, sheet === undefined ? options : { ...options, sheet })
  const layout = options.layout ? fitLayout(options.layout, table) : detectColumns(table)
  reviewIssues(layout, table)
  const read = compileResponses(table, layout, table.issues)
  async function* records(): AsyncGenerator<{ row: Row; response: Response }[]> {
    for await (const batch of table.batches(options.signal))
      yield batch.map((row) => ({ row, response: read(row) }))
  }
  async function* batches(): AsyncGenerator<Response[]> {
    for await (const batch of records()) yield batch.map(({ response }) => response)
  }
  async function* responses(): AsyncGenerator<Response> {
    for await (const batch of batches()) yield* batch
  }
  return { table, layout, issues: table.issues, responses: responses(), batches, records }
}

function reviewIssues(layout: SurveyLayout, table: Table): void {
  for (const column of layout.columns)
    if (column.needsReview)
      table.issues.add({
        code: 'needs_review',
        severity: 'info',
        file: table.file,
        row: 0,
        column: column.name,
        value: null,
        hint: `Read as ${column.role}: ${column.reason}. Confirm or edit the layout.`,
      })
}
