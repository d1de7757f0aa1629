import type { Response } from '../../types.js'
import { compileRoutes } from '../choices/routing.js'
import type { ColumnLayout } from '../layout.js'
import type { Row, Table } from '../table.js'
import { compileChoices, compileComments } from './answers.js'
import { compileNames, compileScores } from './fields.js'
import type { Compiler } from './fill.js'
import { createRepeats } from './repeats.js'

/** Answers that a response gives or withholds: all but id, time, place and weight. */
const ANSWER_ROLES = new Set(['nps', 'csat', 'ces', 'fcr', 'grade', 'likert', 'choice', 'comment'])

function unanswered(row: Row, answers: readonly number[]): boolean {
  for (const index of answers) if ((row.cells[index] ?? '') !== '') return false
  return answers.length > 0
}

/** A reader of rows, compiled once from columns that were found in the table. */
export function compileResponses(table: Table, columns: readonly ColumnLayout[]): (row: Row) => Response {
  const compiler: Compiler = { table, issues: table.issues, missing: undefined }
  const fills = [
    ...compileNames(compiler, columns),
    ...compileScores(compiler, columns),
    ...compileChoices(compiler, columns),
    ...compileComments(compiler, columns),
  ]
  const routes = compileRoutes(columns)
  const answers = columns.filter(({ role }) => ANSWER_ROLES.has(role)).map(({ index }) => index)
  const { file } = table
  const idName = columns.find(({ role }) => role === 'id')?.name ?? null
  const repeated = createRepeats()
  return (row) => {
    const response: Response = { row: row.record, file, comments: [] }
    for (let at = 0; at < fills.length; at += 1) fills[at]?.(row, response)
    if (compiler.missing !== undefined) {
      response.missing = compiler.missing
      compiler.missing = undefined
    }
    for (const route of routes) route(response, compiler)
    const { id } = response
    if (id !== undefined && id !== null && repeated(id))
      table.issues.add({
        code: 'repeated_id',
        severity: 'warning',
        file,
        row: row.record,
        column: idName,
        value: null,
        hint: `The same id (${id.length} characters) stands in an earlier record: an answer may be there twice. It is kept.`,
      })
    if (response.missing !== undefined && row.cells.length > 1 && unanswered(row, answers))
      table.issues.add({
        code: 'no_answers',
        severity: 'info',
        file,
        row: row.record,
        column: null,
        value: null,
        hint: 'None of the questions is answered in this record.',
      })
    return response
  }
}
