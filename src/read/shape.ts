import { ReadError } from '../errors.js'
import { guessHeader, type HeaderGuess } from './header.js'
import { createIssueLog } from './issues.js'
import { oneByOne } from './oneByOne.js'
import type { IssueLog, RawBatches, RawRow, Report, Row, Table } from './table.js'
import { isTotals } from './totals.js'

/** Longest name of a column that is believed; questions are long, yet not this long. */
const LONGEST_NAME = 20_000

const SAMPLE_ROWS = 2000
const SAMPLE_UNITS = 16 * 1024 * 1024

/** The first raw records, for header and sample; told nothing, since the walk of the rows tells it all. */
async function head(raw: RawBatches): Promise<RawRow[]> {
  const rows: RawRow[] = []
  let units = 0
  for await (const batch of raw(() => {})) {
    for (const row of batch) {
      rows.push(row)
      for (const cell of row.cells) units += cell.length
      if (rows.length >= SAMPLE_ROWS + 60 || units > SAMPLE_UNITS) return rows
    }
  }
  return rows
}

/** Error texts of spreadsheets in English, Finnish and Swedish: they are no answer. */
const spreadsheetErrors = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#DIV/0!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#PUUTTUU!',
  '#ARVO!',
  '#VIITTAUS!',
  '#NIMI?',
  '#LUKU!',
  '#JAKO/0!',
  '#TYHJÄ!',
  '#SAKNAS!',
  '#VÄRDEFEL!',
  '#REFERENS!',
  '#NAMN?',
  '#OGILTIGT!',
  '#DIVISION/0!',
  '#SKÄRNING!',
])

interface Shape {
  header: HeaderGuess
  report: Report
  /** In sheets a row ends with its last filled cell; in text a short record has lost something. */
  sheet: boolean
  /** Where a blank record is an empty answer: in a table of one column, unless it is of JSON. */
  single: boolean
}

/** Blank rows told of one by one in a stretch of them. */
const BLANKS_TOLD = 20

/** Makes rows of raw records: numbers them, evens out their length, leaves out what is no answer and says so. */
function createShaper({ header, report, sheet, single }: Shape): (batch: readonly RawRow[]) => Row[] {
  const count = header.columns.length
  const names = header.columns
  const firstName = names[0]?.name
  // Blank records wait until a filled one follows: at the end of a file they are nothing.
  let blanks: number[] = []
  let previous = 0
  let summed = -1

  function evenOut(row: RawRow, record: number): void {
    const { cells } = row
    if (cells.length < count) {
      if (!sheet)
        report({
          code: 'too_few_cells',
          severity: 'warning',
          record,
          hint: `${cells.length} cells where the header has ${count}; the rest are read as empty.`,
        })
      while (cells.length < count) cells.push('')
      return
    }
    const extra = cells.slice(count).filter((cell) => cell.trim() !== '').length
    if (extra > 0)
      report({
        code: 'too_many_cells',
        severity: 'warning',
        record,
        hint: `${cells.length} cells where the header has ${count}; ${extra} filled cells beyond it were left out. A delimiter inside an answer without quotes does this: check the row.`,
      })
    cells.length = count
  }

  /** In a table of one column a blank line is an empty answer; elsewhere it is left out. */
  function tellBlanks(rows: Row[]): void {
    for (const record of single ? [] : blanks.slice(0, BLANKS_TOLD))
      report({
        code: 'blank_row',
        severity: 'info',
        record,
        hint: 'A blank record was counted and left out.',
      })
    if (single) for (const record of blanks) rows.push({ record, cells: [''] })
    blanks = []
  }

  function spreadsheetError(cells: string[], record: number): void {
    for (let c = 0; c < cells.length; c += 1) {
      const cell = cells[c] ?? ''
      if (cell.charCodeAt(0) !== 35 || !spreadsheetErrors.has(cell)) continue
      report({
        code: 'error_cell',
        severity: 'warning',
        record,
        column: c,
        value: cell,
        hint: 'A spreadsheet error stands where an answer should; read as empty.',
      })
      cells[c] = ''
    }
  }

  return (batch) => {
    const rows: Row[] = []
    for (const raw of batch) {
      const record = raw.record - header.skip
      if (record <= 0) continue
      const { cells } = raw
      // A sheet leaves out rows without cells: they are blank records.
      for (let r = Math.max(previous + 1, record - BLANKS_TOLD); r < record; r += 1) blanks.push(r)
      previous = record
      if ((cells[0] ?? '').trim() === '' && cells.every((cell) => cell.trim() === '')) {
        blanks.push(record)
        continue
      }
      const below = summed === record - 1 || blanks.length > 0
      if (blanks.length > 0) tellBlanks(rows)
      if (isTotals(cells, count, below)) {
        summed = record
        report({
          code: 'totals_row',
          severity: 'warning',
          record,
          hint: 'A row of totals is no answer and was left out.',
        })
        continue
      }
      if (cells.length !== count) evenOut(raw, record)
      if (count > 1 && cells[0] === firstName && names.every((column, c) => cells[c] === column.name)) {
        report({
          code: 'repeated_header',
          severity: 'warning',
          record,
          hint: 'The header stands again among the records and was left out.',
        })
        continue
      }
      spreadsheetError(cells, record)
      rows.push({ record, cells })
    }
    return rows
  }
}

/** What the header itself has to say. */
function headerIssues(header: HeaderGuess, report: Report): void {
  if (header.preamble > 0)
    report({
      code: 'preamble',
      severity: 'info',
      record: 0,
      hint: `${header.preamble} lines above the header were left out.`,
    })
  for (const column of header.duplicates)
    report({
      code: 'duplicate_header',
      severity: 'warning',
      record: 0,
      column,
      hint: 'Several columns have this name; the later ones got a number.',
    })
  if (header.values !== undefined)
    report({
      code: 'header_of_values',
      severity: 'warning',
      record: 0,
      hint: `${header.values} cells of the header are numbers or dates, as those of an answer are: if the file has no header, put one above it, or the first answer is lost.`,
    })
  for (const column of header.unnamed)
    report({ code: 'unnamed_column', severity: 'info', record: 0, column, hint: 'The column has no name.' })
}

/**
 * A table out of raw records: header found, sample taken, rows streamed. Notes of parsers become issues here,
 * under the file's name, with rows numbered from the first record after the header.
 */
export async function shapeTable(
  base: Pick<Table, 'file' | 'format' | 'encoding' | 'delimiter' | 'sheet'>,
  raw: RawBatches,
  given?: { issues?: IssueLog; header?: HeaderGuess },
): Promise<Table> {
  const issues = given?.issues ?? createIssueLog()
  const sheet = base.sheet !== null
  const first = await head(raw)
  // Gaps in the numbering (blank rows of a sheet) are records too.
  const grid: string[][] = []
  for (const row of first) {
    while (grid.length < row.record - 1 && grid.length < SAMPLE_ROWS + 60) grid.push([])
    grid.push(row.cells)
  }
  const header = given?.header ??
    guessHeader(grid) ?? { skip: 0, preamble: 0, columns: [], duplicates: [], unnamed: [] }
  const single = header.columns.length === 1 && base.format !== 'json' && base.format !== 'ndjson'
  const longest = Math.max(0, ...header.columns.map((column) => column.name.length))
  if (longest > LONGEST_NAME)
    throw new ReadError(
      'not_a_table',
      `${base.file} has no header: its first line holds a text of ${longest} characters. Is it an export of answers?`,
    )
  const seen = new Set<string>()
  const reporter =
    (toFile: boolean): Report =>
    (note) => {
      const row = Math.max(0, note.record)
      if (row === 0 && !toFile && seen.has(note.code)) return
      if (row === 0) seen.add(note.code)
      const column = note.column === undefined ? null : (header.columns[note.column]?.name ?? null)
      issues.add({
        code: note.code,
        severity: note.severity,
        file: base.file,
        row,
        column,
        value: note.value ?? null,
        hint: note.hint,
      })
    }
  headerIssues(header, reporter(true))
  // Parsers number raw records; what they say of the lines above the data is said of the file.
  const parserReport = reporter(false)
  const rawReport: Report = (note) =>
    parserReport({ ...note, record: note.record === 0 ? 0 : note.record - header.skip })
  const sample = createShaper({ header, sheet, single, report: () => {} })(
    first.map((row) => ({ ...row, cells: [...row.cells] })),
  )
  if (sample.length === 0 && first.length < SAMPLE_ROWS)
    reporter(true)({
      code: 'no_rows',
      severity: 'warning',
      record: 0,
      hint: 'There is a header and no answers below it.',
    })

  async function* batches(signal?: AbortSignal): AsyncGenerator<readonly Row[]> {
    const shape = createShaper({ header, sheet, single, report: parserReport })
    for await (const batch of raw(rawReport, signal)) {
      const rows = shape(batch)
      if (rows.length > 0) yield rows
    }
  }
  return {
    ...base,
    columns: header.columns,
    sample: sample.slice(0, SAMPLE_ROWS),
    batches,
    rows: (signal) => oneByOne(() => batches(signal)),
    issues,
  }
}
