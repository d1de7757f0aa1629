import type { Response } from '../types.js'
import { detectColumns } from './columns/detect.js'
import { findFiles } from './files.js'
import { createIssueLog } from './issues.js'
import { findBookSheet } from './join/bookSheet.js'
import { type Codebook, readCodebook } from './join/codebook.js'
import { joinUnit, readUnits, type UnitList } from './join/units.js'
import { joinLayouts, type SurveyFile } from './joinLayouts.js'
import type { SurveyLayout } from './layout.js'
import { fitLayout, missingColumns } from './layoutFit.js'
import { oneByOne } from './oneByOne.js'
import { type OpenOptions, openTable } from './open.js'
import { checkLayout } from './parseLayout.js'
import { comparePeriods, type DayRange, dayRange } from './period.js'
import { compileResponses } from './responses/responses.js'
import type { IssueLog, Row, Table } from './table.js'

export type SurveySource = string | Uint8Array | Blob

/** Keys are those of the command line; a layout may hold `sheet`, `codebook`, `units`, `from` and `to` too. */
export interface ReadOptions extends OpenOptions {
  /** A saved layout; without it the columns are detected. */
  layout?: SurveyLayout
  /** A file of variable;code;label, or the code book itself. */
  codebook?: SurveySource | Codebook
  /** A file of unit;name;service;region. */
  units?: SurveySource
  /** First and last day, month, quarter or year of the answers to read. */
  from?: string
  to?: string
  /**
   * Another period whose answers are read too: `2024-Q1`, or `2024-01..2024-06`. Without `from` what follows it is
   * reported.
   */
  compare?: string
  signal?: AbortSignal
}

/** A survey as read. Walk `responses`, `batches()` or `records()`, and only one of them, once. */
export interface Survey {
  /** The first file's table. */
  table: Table
  tables: Table[]
  layout: SurveyLayout
  /** Each file's columns in its own order, as they are read. */
  files: SurveyFile[]
  /** Issues of all files. Those of rows are there when the rows have been walked. */
  issues: IssueLog
  /** One response a record, streaming. */
  responses: AsyncIterable<Response>
  /** The same in batches, at a tenth of the cost of an await a response. */
  batches(): AsyncIterable<Response[]>
  /** Responses with the rows that they were read from. */
  records(): AsyncIterable<{ row: Row; response: Response; table: Table }[]>
  /** The period that `compare` asks for, and whether a response belongs to it. */
  compared: DayRange | null
  isCompared(response: Response): boolean
  /** Records of the files = responses + left out (each with its issue); complete after the walk. */
  counts(): { records: number; responses: number; leftOut: number }
}

/** Issues that stand for a record that gave no response. */
const LEFT_OUT = ['blank_row', 'totals_row', 'repeated_header', 'outside_period', 'period_unknown'] as const

/**
 * Reads a survey export, or several files of one survey (a folder or a pattern too): bytes to table, columns to roles, rows to responses.
 * Nothing is lost silently: a cell that cannot be read is null and an issue, a record left out is an issue.
 *
 * @throws ReadError when a file cannot be read or is no table
 * @throws PalauteError `bad_layout` when the layout is not valid or names columns that no file has
 * @example
 * const survey = await readSurvey('answers.csv')
 * for await (const response of survey.responses) console.log(response.nps, response.comments.length)
 */
export async function readSurvey(
  source: SurveySource | readonly SurveySource[],
  options: ReadOptions = {},
): Promise<Survey> {
  const given = options.layout === undefined ? undefined : await checkLayout(options.layout)
  const sheet = options.sheet ?? given?.sheet
  const from = options.from ?? given?.from
  const to = options.to ?? given?.to
  const { reported, compared } = comparePeriods(from, to, options.compare)
  const filtered = (from ?? to ?? options.compare) !== undefined
  const asked = compared ? [reported, compared] : [reported]
  const book = await openCodebook(options.codebook ?? given?.codebook)
  const units = await openUnits(options.units ?? given?.units)
  const tables: Table[] = []
  let sheetBook: Codebook | undefined
  for (const one of await expand(source)) {
    const table = await openTable(one, { ...options, sheet })
    tables.push(table)
    if (!book && !given && table.otherSheets) sheetBook ??= await findBookSheet(one, table, options)
  }
  const { layout, files } = given ? fitAll(given, tables) : detectAll(tables, book ?? sheetBook)
  for (const file of files) reviewIssues(file)
  const issues = combineIssues(
    units ? [...tables.map((table) => table.issues), units.issues] : tables.map((table) => table.issues),
  )
  let answered = 0

  /** Reads a batch of rows; rows outside the period give no response. */
  async function* walk<Out>(
    make: (response: Response, row: Row, table: Table) => Out,
  ): AsyncGenerator<Out[]> {
    for (const { table, columns } of files) {
      const read = compileResponses(table, columns)
      const join = units ? unitJoiner(units, table) : undefined
      for await (const batch of table.batches(options.signal)) {
        const found: Out[] = []
        for (const row of batch) {
          const response = read(row)
          if (filtered && !isAsked(response, asked, table)) continue
          join?.(response)
          found.push(make(response, row, table))
        }
        answered += found.length
        yield found
      }
    }
  }
  const records = () => walk((response, row, table) => ({ response, row, table }))
  const batches = () => walk((response) => response)
  function counts(): { records: number; responses: number; leftOut: number } {
    const codes = issues.counts()
    const leftOut = LEFT_OUT.reduce((sum, code) => sum + (codes[code] ?? 0), 0)
    return { records: answered + leftOut, responses: answered, leftOut }
  }
  const [table] = tables
  if (!table) throw new RangeError('readSurvey needs at least one file')
  const isCompared = (response: Response) => compared !== null && isWithin(timeOf(response), compared)
  return {
    table,
    tables,
    layout,
    files,
    issues,
    responses: oneByOne(batches),
    batches,
    records,
    compared,
    isCompared,
    counts,
  }
}

async function expand(source: SurveySource | readonly SurveySource[]): Promise<SurveySource[]> {
  const all: SurveySource[] = []
  for (const one of isList(source) ? source : [source])
    if (typeof one === 'string') all.push(...(await findFiles([one])))
    else all.push(one)
  return all
}

function isList(source: SurveySource | readonly SurveySource[]): source is readonly SurveySource[] {
  return Array.isArray(source)
}

async function openCodebook(given: SurveySource | Codebook | undefined): Promise<Codebook | undefined> {
  if (given === undefined || given instanceof Map) return given
  return readCodebook(given as SurveySource)
}

async function openUnits(given: SurveySource | undefined): Promise<UnitList | undefined> {
  return given === undefined ? undefined : readUnits(given)
}

function detectAll(
  tables: readonly Table[],
  codebook: Codebook | undefined,
): { layout: SurveyLayout; files: SurveyFile[] } {
  const detected = tables.map((table) => ({
    table,
    layout: detectColumns(table, codebook ? { codebook } : {}),
  }))
  const [only] = detected
  if (only && detected.length === 1)
    return { layout: only.layout, files: [{ table: only.table, columns: only.layout.columns }] }
  return joinLayouts(detected)
}

/** A layout must find each of its columns in some file; what one file does not have was not asked there. */
function fitAll(
  layout: SurveyLayout,
  tables: readonly Table[],
): { layout: SurveyLayout; files: SurveyFile[] } {
  const fits = tables.map((table) => ({ table, ...fitLayout(layout, table) }))
  const nowhere = layout.columns.flatMap((column, at) =>
    column.role !== 'other' && fits.every(({ absent }) => absent.includes(at)) ? [at] : [],
  )
  const [first] = tables
  if (nowhere.length > 0 && first) throw missingColumns(layout, nowhere, first)
  return { layout, files: fits.map(({ table, columns }) => ({ table, columns })) }
}

function reviewIssues({ table, columns }: SurveyFile): void {
  for (const column of columns)
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

function combineIssues(logs: readonly IssueLog[]): IssueLog {
  const [only] = logs
  if (only && logs.length === 1) return only
  const own = createIssueLog()
  const all = [...logs, own]
  return {
    add: (issue) => own.add(issue),
    list: () => all.flatMap((log) => log.list()),
    counts: () => {
      const sums: Record<string, number> = {}
      for (const log of all)
        for (const [code, n] of Object.entries(log.counts())) sums[code] = (sums[code] ?? 0) + n
      return sums
    },
  }
}

function isWithin(range: DayRange | undefined, period: DayRange): boolean {
  return range !== undefined && range.first >= period.first && range.last <= period.last
}

function timeOf({ time }: Response): DayRange | undefined {
  return time ? dayRange(time) : undefined
}

/** Whether a response is from one of the periods; one that is not is told of. */
function isAsked(response: Response, periods: readonly DayRange[], table: Table): boolean {
  const range = timeOf(response)
  if (periods.some((period) => isWithin(range, period))) return true
  const outside =
    range !== undefined && periods.every(({ first, last }) => range.last < first || range.first > last)
  table.issues.add({
    code: outside ? 'outside_period' : 'period_unknown',
    severity: outside ? 'info' : 'warning',
    file: table.file,
    row: response.row,
    column: null,
    value: null,
    hint: outside
      ? 'The answer is from outside the period asked for.'
      : 'The time of the answer is missing or too coarse for the period asked for; left out.',
  })
  return false
}

function unitJoiner(units: UnitList, table: Table): (response: Response) => void {
  const told = new Set<string>()
  return (response) => {
    if (joinUnit(response, units) !== 'unknown') return
    const unit = response.unit ?? ''
    if (told.has(unit) || told.size > 1000) return
    told.add(unit)
    const padded = [...units.units.keys()].some(
      (known) => known.replace(/^0+/u, '') === unit && known !== unit,
    )
    table.issues.add({
      code: 'unknown_unit',
      severity: 'warning',
      file: table.file,
      row: response.row,
      column: null,
      value: null,
      hint: padded
        ? 'The unit is in the list of units only with leading zeros: another program may have cut them.'
        : `The unit (${unit.length} characters) is not in the list of units; told once a unit.`,
    })
  }
}
