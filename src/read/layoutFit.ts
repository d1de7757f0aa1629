import { PalauteError } from '../errors.js'
import { plainWords } from './columns/text.js'
import type { ColumnLayout, SurveyLayout } from './layout.js'
import type { Table } from './table.js'

/** Where a layout's columns are in a table. */
export interface LayoutFit {
  /** Columns of the table in its order; those that the layout does not name are `other`. */
  columns: ColumnLayout[]
  /** Places in the layout of columns that the table does not have. */
  absent: number[]
}

/** Finds a layout's columns in a table by their names, and tells which moved or are not in the layout. */
export function fitLayout(layout: SurveyLayout, table: Table): LayoutFit {
  const exact = new Map(table.columns.map((column, index) => [column.name, index]))
  const plain = new Map<string, number[]>()
  table.columns.forEach((column, index) => {
    const words = plainWords(column.name)
    plain.set(words, [...(plain.get(words) ?? []), index])
  })
  const taken = new Map<number, ColumnLayout>()
  const places = layout.columns.map((column) => {
    for (const name of [column.name, ...(column.names ?? [])]) {
      const index = exact.get(name)
      if (index !== undefined && !taken.has(index)) {
        taken.set(index, column)
        return index
      }
    }
    return undefined
  })
  // Accents, case and spaces may have changed on the way through another program.
  const absent: number[] = []
  layout.columns.forEach((column, at) => {
    let index = places[at]
    if (index === undefined)
      for (const name of [column.name, ...(column.names ?? [])])
        index ??= (plain.get(plainWords(name)) ?? []).find((place) => !taken.has(place))
    if (index === undefined) {
      absent.push(at)
      return
    }
    taken.set(index, column)
    if (index !== column.index && column.role !== 'other')
      note(
        table,
        'column_moved',
        column.name,
        `The layout has this column at place ${column.index + 1}; here it is at ${index + 1} and was found by its name.`,
      )
  })
  const columns = table.columns.map((shown, index): ColumnLayout => {
    const column = taken.get(index)
    if (column) return { ...column, index }
    note(table, 'column_not_in_layout', shown.name, 'The layout says nothing of this column; it is left out.')
    return { name: shown.name, index, role: 'other', confidence: 1, reason: 'not in the layout' }
  })
  return { columns, absent }
}

function note(table: Table, code: string, column: string, hint: string): void {
  table.issues.add({ code, severity: 'info', file: table.file, row: 0, column, value: null, hint })
}

/** An error for columns of a layout that no file has: which they are, and what the file has instead. */
export function missingColumns(layout: SurveyLayout, absent: readonly number[], table: Table): PalauteError {
  const used = new Set(layout.columns.map(({ name }) => name))
  const names = (all: readonly string[]): string =>
    `${all
      .slice(0, 12)
      .map((name) => `"${name.slice(0, 60)}"`)
      .join(', ')}${all.length > 12 ? ` and ${all.length - 12} more` : ''}`
  const free = table.columns.map(({ name }) => name).filter((name) => !used.has(name))
  const lost = absent.map((at) => layout.columns[at]?.name ?? '')
  return new PalauteError(
    'bad_layout',
    `The layout names columns that ${table.file} does not have: ${names(lost)}. ${free.length > 0 ? `Columns that the layout does not name: ${names(free)}. ` : ''}Edit the names, add them under "names", or make a new layout with palaute layout.`,
    { path: `columns[${absent[0] ?? 0}].name` },
  )
}
