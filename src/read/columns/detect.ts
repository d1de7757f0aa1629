import type { ColumnLayout, SurveyLayout } from '../layout.js'
import type { Table } from '../table.js'
import { type ColumnEvidence, decideColumn, evidence, listLike } from './decide.js'
import { createHeaderReader } from './headers.js'
import { declareNps } from './nps.js'
import { findOptionColumns } from './options.js'
import { profileColumns } from './profile.js'
import { questionKind } from './question.js'
import { resolveRoles } from './resolve.js'
import { declareScale } from './scales.js'
import { timeColumn } from './timeColumn.js'

/**
 * Finds out what the columns of a table are, by header words in Finnish, Swedish and English and by what the
 * cells hold. Every choice carries a confidence and its reason; what the file cannot tell is marked
 * `needsReview`. The layout can be saved as JSON, edited and passed back to `readSurvey`.
 *
 * @example
 * const layout = detectColumns(await openTable('answers.csv'))
 * layout.columns.filter((column) => column.needsReview)
 */
export function detectColumns(table: Table): SurveyLayout {
  const profiles = profileColumns(table.sample, table.columns.length, { order: 'dmy', unit: 'date' })
  const readHeader = createHeaderReader()
  const options = findOptionColumns(table.columns, profiles)
  const found: { column: ColumnLayout; evidence: ColumnEvidence }[] = table.columns.map((shown, index) => {
    const profile = profiles[index]
    if (!profile) throw new RangeError('a column without a profile')
    // The statement itself is the lower header cell; the upper one is asked of many columns.
    const e = evidence(shown.name, readHeader(shown.option ?? shown.name), profile)
    if (shown.question !== undefined && e.header.roles.length === 0)
      e.header.roles.push(...readHeader(shown.name).roles.filter(({ role }) => role === 'nps'))
    const header =
      shown.option === undefined
        ? e
        : { ...e, declared: e.declared ?? evidence(shown.question ?? '', e.header, profile).declared }
    const asOption = options.get(index)
    if (asOption) return { column: asOption, evidence: header }
    return { column: refine(decideColumn(index, header), header, table), evidence: header }
  })
  resolveRoles(found, table.sample)
  return { schemaVersion: 1, columns: found.map(({ column }) => column) }
}

function refine(column: ColumnLayout, e: ColumnEvidence, table: Table): ColumnLayout {
  switch (column.role) {
    case 'nps':
      return declareNps(column, e)
    case 'csat':
    case 'ces':
    case 'grade':
    case 'likert':
      return declareScale(column, e)
    case 'comment':
      return { ...column, question: questionKind(column.name) }
    case 'time':
      return timeColumn(column, e, table.sample)
    case 'choice':
    case 'channel':
    case 'service':
      return listLike(e.profile)
        ? {
            ...column,
            question: column.name,
            separator: ';',
            reason: `${column.reason}; several answers joined by ";"`,
          }
        : column.role === 'choice'
          ? { ...column, question: column.name }
          : column
    default:
      return column
  }
}
