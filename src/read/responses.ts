import type { Issue, QuestionKind, Response } from '../types.js'
import type { CellReader } from './cells.js'
import * as cells from './cells.js'
import { compileRoutes } from './choices/routing.js'
import { questionKind } from './columns/question.js'
import type { ColumnLayout } from './layout.js'
import type { IssueLog, Row, Table } from './table.js'
import { languageCode } from './values/language.js'

type Missing = Record<string, string>
/** Fills one part of a response from a row. */
type Fill = (row: Row, response: Response) => void

const SHOWN = 40

/** Headers become keys of objects; this one would set the object's prototype instead. */
function keyOf(header: string): string {
  return header === '__proto__' ? '__proto__ (column)' : header
}
/** Roles whose cells may be shown in an issue: they are no names and no free text. */
const SHOWABLE = new Set(['nps', 'csat', 'ces', 'fcr', 'grade', 'likert', 'choice', 'time', 'weight'])

interface Compiler {
  table: Table
  issues: IssueLog
  /** Missing answers of the response in hand; made when the first one comes. */
  missing: Missing | undefined
}

function miss(compiler: Compiler, key: string, cell: string): void {
  compiler.missing ??= {}
  compiler.missing[key] = cell === '' ? cell : cell.trim()
}

function tell(
  { table, issues }: Compiler,
  column: ColumnLayout,
  row: Row,
  cell: string,
  problem: cells.CellProblem,
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
function fillField<T>(
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
function questions(columns: readonly ColumnLayout[]): ColumnLayout[][] {
  const groups = new Map<string, ColumnLayout[]>()
  for (const column of [...columns].sort(
    (a, b) => Number(a.sameAs !== undefined) - Number(b.sameAs !== undefined),
  )) {
    const name = column.sameAs ?? column.name
    groups.set(name, [...(groups.get(name) ?? []), column])
  }
  return [...groups.values()]
}

const SCORES = ['nps', 'csat', 'ces'] as const
const NAMES = ['service', 'region', 'channel', 'role'] as const

// A function of its own for each field: one that takes the field's name is several times slower.
const SET_SCORE: Record<(typeof SCORES)[number], (response: Response, value: number | null) => void> = {
  nps: (response, value) => {
    response.nps = value
  },
  csat: (response, value) => {
    response.csat = value
  },
  ces: (response, value) => {
    response.ces = value
  },
}
const SET_NAME: Record<(typeof NAMES)[number], (response: Response, value: string | null) => void> = {
  service: (response, value) => {
    response.service = value
  },
  region: (response, value) => {
    response.region = value
  },
  channel: (response, value) => {
    response.channel = value
  },
  role: (response, value) => {
    response.role = value
  },
}

function compileScores(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const fills: Fill[] = []
  const of = (role: string): ColumnLayout[][] => questions(columns.filter((column) => column.role === role))
  for (const key of SCORES)
    for (const group of of(key).slice(0, 1))
      fills.push(fillField(compiler, group, cells.scoreReader, key, SET_SCORE[key]))
  for (const group of of('fcr').slice(0, 1))
    fills.push(
      fillField(compiler, group, cells.yesNoReader, 'fcr', (response, value) => {
        response.fcr = value
      }),
    )
  for (const key of ['grade', 'likert'] as const)
    for (const group of of(key)) {
      const name = keyOf(group[0]?.sameAs ?? group[0]?.name ?? '')
      fills.push(
        fillField(compiler, group, cells.scoreReader, name, (response, value) => {
          response[key] ??= {}
          response[key][name] = value
        }),
      )
    }
  return fills
}

function compileNames(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const fills: Fill[] = []
  const of = (role: string): ColumnLayout[] => columns.filter((column) => column.role === role)
  const main = (role: string): ColumnLayout[] => questions(of(role))[0] ?? []
  const ids = main('id')
  if (ids.length > 0)
    fills.push(
      fillField(compiler, ids, cells.nameReader, 'id', (r, value) => {
        r.id = value
      }),
    )
  const times = of('time').filter(({ part }) => part !== 'start')
  const fallback = of('time').filter(({ part }) => part === 'start')
  const time = times.length > 0 ? times.slice(0, 1) : fallback.slice(0, 1)
  if (time.length > 0)
    fills.push(
      fillField(compiler, time, cells.timeReader, 'time', (r, value) => {
        r.time = value
      }),
    )
  const units = of('unit')
  const unit = questions(units.filter(({ part }) => part !== 'name'))[0] ?? questions(units)[0] ?? []
  const unitName = units.filter((column) => column.part === 'name' && !unit.includes(column)).slice(0, 1)
  if (unit.length > 0)
    fills.push(
      fillField(compiler, unit, cells.nameReader, 'unit', (r, value) => {
        r.unit = value
      }),
    )
  if (unitName.length > 0)
    fills.push(
      fillField(compiler, unitName, cells.nameReader, 'unitName', (r, value) => {
        r.unitName = value
      }),
    )
  for (const key of NAMES) {
    const group = main(key)
    if (group.length > 0 && group[0]?.separator === undefined)
      fills.push(fillField(compiler, group, cells.nameReader, key, SET_NAME[key]))
  }
  const languages = main('language')
  if (languages.length > 0)
    fills.push(
      fillField(compiler, languages, cells.nameReader, 'language', (r, value) => {
        r.language = value === null ? null : languageCode(value)
      }),
    )
  const weights = main('weight')
  if (weights.length > 0)
    fills.push(
      fillField(compiler, weights, cells.weightReader, 'weight', (r, value) => {
        r.weight = value
      }),
    )
  return fills
}

function compileChoices(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const fills: Fill[] = []
  const lists = columns.filter(
    ({ role, option, separator }) =>
      (role === 'choice' && option === undefined) ||
      ((role === 'channel' || role === 'service') && separator !== undefined),
  )
  for (const column of lists) {
    const question = keyOf(column.question ?? column.name)
    fills.push(
      fillField(compiler, [column], cells.listReader, question, (response, value) => {
        response.choices ??= {}
        response.choices[question] = value
        if (column.role === 'channel' || column.role === 'service')
          response[column.role] = value?.length === 1 ? (value[0] ?? null) : null
      }),
    )
  }
  const byQuestion = new Map<string, ColumnLayout[]>()
  for (const column of columns)
    if (column.role === 'choice' && column.option !== undefined) {
      const question = column.question ?? column.name
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), column])
    }
  for (const [question, group] of byQuestion) fills.push(fillOptions(compiler, keyOf(question), group))
  return fills
}

function fillOptions(compiler: Compiler, question: string, group: readonly ColumnLayout[]): Fill {
  const readers = group.map((column) => ({
    column,
    index: column.index,
    option: column.option ?? '',
    read: cells.markReader(column),
  }))
  return (row, response) => {
    const chosen: string[] = []
    let asked = false
    for (const { column, index, option, read } of readers) {
      const cell = row.cells[index] ?? ''
      if (cell === '') continue
      const reading = read(cell)
      if (reading.problem) tell(compiler, column, row, cell, reading.problem)
      if (reading.value === null) continue
      asked = true
      if (reading.value) chosen.push(option)
    }
    response.choices ??= {}
    response.choices[question] = asked ? chosen : null
    if (!asked) miss(compiler, question, '')
  }
}

function compileComments(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  return columns
    .filter(({ role }) => role === 'comment')
    .map((column): Fill => {
      const read = cells.commentReader(column)
      const { index, name } = column
      const key = keyOf(name)
      const question = (column.question ?? questionKind(name)) as QuestionKind
      return (row, response) => {
        const cell = row.cells[index] ?? ''
        const reading = read(cell)
        if (reading.value === null) miss(compiler, key, cell)
        else response.comments.push({ column: name, question, text: reading.value })
      }
    })
}

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
  return (row) => {
    const response: Response = { row: row.record, file, comments: [] }
    for (let at = 0; at < fills.length; at += 1) fills[at]?.(row, response)
    if (compiler.missing !== undefined) {
      response.missing = compiler.missing
      compiler.missing = undefined
    }
    for (const route of routes) route(response, compiler)
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
