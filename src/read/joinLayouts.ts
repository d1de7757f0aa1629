import { questionWords } from './columns/text.js'
import { type ColumnLayout, type ColumnRole, type SurveyLayout, singleRoles } from './layout.js'
import type { Table } from './table.js'

/** A file of a survey with its columns in its own order, under the names that all files share. */
export interface SurveyFile {
  table: Table
  columns: ColumnLayout[]
}

const single: ReadonlySet<ColumnRole> = new Set(singleRoles)

function sameKey(column: ColumnLayout): string {
  const { role, part, statement, option } = column
  if (single.has(role)) return `${role}/${part ?? (role === 'unit' ? 'code' : '')}`
  if (statement) return `${role}/${statement.theme}/${statement.voice}`
  if (option !== undefined) return `${role}/${questionWords(column.question ?? '')}/${questionWords(option)}`
  return `${role}/${questionWords(column.name)}`
}

function scaleKey({ scale }: ColumnLayout): string {
  return scale ? `${scale.min}-${scale.max} ${scale.best}` : ''
}

/**
 * One layout for several files of one survey whose wording drifts: the same words without numbers and accents,
 * the same national statement in the same voice, or the same single role is one question. Nothing else is
 * joined by likeness: a negated statement and a child's version stay apart.
 */
export function joinLayouts(files: readonly { table: Table; layout: SurveyLayout }[]): {
  layout: SurveyLayout
  files: SurveyFile[]
} {
  const joined: ColumnLayout[] = []
  const byKey = new Map<string, ColumnLayout>()
  const result = files.map(({ table, layout }): SurveyFile => {
    const here = new Map<ColumnLayout, string>()
    const renamed = new Map<string, string>()
    const columns = layout.columns.map((column): ColumnLayout => {
      if (column.role === 'other' || column.sameAs !== undefined) return column
      const key = sameKey(column)
      const known = byKey.get(key)
      if (!known) {
        const added = { ...column }
        byKey.set(key, added)
        joined.push(added)
        here.set(added, column.name)
        return column
      }
      if (here.has(known)) return column
      here.set(known, column.name)
      if (scaleKey(known) !== scaleKey(column)) {
        tell(
          table,
          column,
          'scales_differ',
          `"${known.name}" is asked ${scaleKey(known)} in another file and ${scaleKey(column)} here; the column is left out. A layout can tell which is right.`,
        )
        return {
          ...column,
          role: 'other',
          needsReview: true,
          reason: `${column.reason}; another scale than in the first file`,
        }
      }
      if (known.name !== column.name && !(known.names ?? []).includes(column.name)) {
        known.names = [...(known.names ?? []), column.name]
        if (!single.has(column.role) && questionWords(known.name) !== questionWords(column.name))
          tell(
            table,
            column,
            'questions_joined',
            `Read as the same question as "${known.name}"; a layout can keep them apart.`,
          )
      }
      renamed.set(column.name, known.name)
      return {
        ...column,
        name: known.name,
        ...(known.question === undefined ? {} : { question: known.question }),
        ...(known.option === undefined ? {} : { option: known.option }),
      }
    })
    for (const column of columns)
      if (column.sameAs !== undefined) column.sameAs = renamed.get(column.sameAs) ?? column.sameAs
    for (const column of layout.columns)
      if (column.sameAs !== undefined || column.role === 'other')
        if (!joined.some(({ name }) => name === column.name)) joined.push(column)
    return { table, columns }
  })
  joined.forEach((column, index) => {
    column.index = index
  })
  const [first] = files
  return {
    layout: { ...(first?.layout ?? { schemaVersion: 1 }), schemaVersion: 1, columns: joined },
    files: result,
  }
}

function tell(table: Table, column: ColumnLayout, code: string, hint: string): void {
  table.issues.add({
    code,
    severity: code === 'scales_differ' ? 'warning' : 'info',
    file: table.file,
    row: 0,
    column: column.name,
    value: null,
    hint,
  })
}
