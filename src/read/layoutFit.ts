import { PalauteError } from '../errors.js'
import { plainWords } from './columns/text.js'
import type { ColumnLayout, SurveyLayout } from './layout.js'
import type { Table } from './table.js'

/** Puts a layout's columns onto a table by their names, and says which moved, are new or are not there. */
export function fitLayout(layout: SurveyLayout, table: Table): SurveyLayout {
  const exact = new Map(table.columns.map((column, index) => [column.name, index]))
  const plain = new Map<string, number>()
  table.columns.forEach((column, index) => {
    const words = plainWords(column.name)
    if (!plain.has(words)) plain.set(words, index)
  })
  const taken = new Set<number>()
  const columns: ColumnLayout[] = []
  layout.columns.forEach((column, at) => {
    const names = [column.name, ...(column.names ?? [])]
    let index: number | undefined
    for (const name of names) index ??= exact.get(name)
    for (const name of names) index ??= plain.get(plainWords(name))
    if (index === undefined || taken.has(index)) {
      if (column.role === 'other') return
      throw new PalauteError(
        'bad_layout',
        `The layout names a column that the file does not have: "${column.name.slice(0, 80)}". The file has: ${table.columns
          .map(({ name }) => `"${name.slice(0, 40)}"`)
          .slice(0, 30)
          .join(', ')}.`,
        { path: `columns[${at}].name` },
      )
    }
    taken.add(index)
    if (index !== column.index)
      table.issues.add({
        code: 'column_moved',
        severity: 'info',
        file: table.file,
        row: 0,
        column: column.name,
        value: null,
        hint: `The layout was made with this column at place ${column.index + 1}; it is now at ${index + 1}.`,
      })
    columns.push({ ...column, name: table.columns[index]?.name ?? column.name, index })
  })
  table.columns.forEach((shown, index) => {
    if (taken.has(index)) return
    columns.push({ name: shown.name, index, role: 'other', confidence: 1, reason: 'not in the layout' })
    table.issues.add({
      code: 'column_not_in_layout',
      severity: 'info',
      file: table.file,
      row: 0,
      column: shown.name,
      value: null,
      hint: 'The layout says nothing of this column; it is left out.',
    })
  })
  columns.sort((a, b) => a.index - b.index)
  return { ...layout, columns }
}
