import type { Issue, Response } from '../../types.js'
import type { CellProblem, CellReader } from '../cells/reading.js'
import type { ColumnLayout } from '../layout.js'
import type { IssueLog, Row, Table } from '../table.js'

type Missing = Record<string, string>
/** Fills one part of a response from a row. */
export type Fill = (row: Row, response: Response) => void

const SHOWN = 40

/** Headers become keys of objects; this one would set the object's prototype instead. */
export function keyOf(header: string): string {
  return header === '__proto__' ? '__proto__ (column)' : header
}
/** Roles whose cells may be shown in an issue: they are no names and no free text. */
const SHOWABLE = new Set(['nps', 'csat', 'ces', 'fcr', 'grade', 'likert', 'choice', 'time', 'weight'])

export interface Compiler {
  table: Table
  issues: IssueLog
  /** Missing answers of the response in hand; made when the first one comes. */
  missing: Missing | undefined
}

export function miss(compiler: Compiler, key: string, cell: string): void {
  compiler.missing ??= {}
  compiler.missing[key] = cell === '' ? cell : cell.trim()
}

export function tell(
  { table, issues }: Compiler,
  column: ColumnLayout,
  row: Row,
  cell: string,
  problem: CellProblem,
): void {
  const issue: Issue = {
    code: problem.code,
    severity: problem.severity,
    file: table.file,
    row: row.record,
    column: column.name,
    value: SHOWABLE.has(column.role) ? cell.trim().slice(0, SHOWN) : null,
    hint: SHOWABLE.has(column.role) ? problem.hint : `${problem.hint} (${cell.trim().length} characters)`,
  }
  issues.add(issue)
}

/**
 * One field from the columns that ask for it (several where one question is asked in several languages): the
 * first answer wins, unless another column answers otherwise; then nobody can know, and the field is null.
 */
export function fillField<T>(
  compiler: Compiler,
  columns: readonly ColumnLayout[],
  reader: (column: ColumnLayout) => CellReader<T>,
  key: string,
  set: (response: Response, value: T | null) => void,
): Fill {
  const readers = columns.map((column) => ({ column, index: column.index, read: reader(column) }))
  const single = readers.length === 1 ? readers[0] : undefined
  if (single) {
    const { column, index, read } = single
    return (row, response) => {
      const cell = row.cells[index] ?? ''
      const reading = read(cell)
      set(response, reading.value)
      if (reading.missing) miss(compiler, key, cell)
      if (reading.problem) tell(compiler, column, row, cell, reading.problem)
    }
  }
  return (row, response) => {
    let value: T | null = null
    let answered: ColumnLayout | undefined
    let token: string | undefined
    let bad = false
    for (const { column, index, read } of readers) {
      const cell = row.cells[index] ?? ''
      const reading = read(cell)
      if (reading.problem) {
        tell(compiler, column, row, cell, reading.problem)
        bad ||= reading.value === null
      }
      if (reading.missing) token = token === undefined || token === '' ? cell.trim() : token
      if (reading.value === null) continue
      if (answered === undefined) {
        value = reading.value
        answered = column
      } else if (reading.value !== value) {
        tell(compiler, column, row, cell, {
          code: 'conflict',
          severity: 'warning',
          hint: `"${answered.name}" asks the same and is answered otherwise; neither is used.`,
        })
        value = null
        bad = true
        break
      }
    }
    set(response, value)
    if (value === null && !bad && token !== undefined) miss(compiler, key, token)
  }
}

/**
 * The columns of each question: a column and those that are the same as it. Where a file does not have the
 * first of them, the others answer under its name.
 */
export function questions(columns: readonly ColumnLayout[]): ColumnLayout[][] {
  const groups = new Map<string, ColumnLayout[]>()
  for (const column of [...columns].sort(
    (a, b) => Number(a.sameAs !== undefined) - Number(b.sameAs !== undefined),
  )) {
    const name = column.sameAs ?? column.name
    groups.set(name, [...(groups.get(name) ?? []), column])
  }
  return [...groups.values()]
}
