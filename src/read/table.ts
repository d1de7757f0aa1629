import type { Issue } from '../types.js'

export type TableFormat = 'csv' | 'xlsx' | 'ods' | 'ndjson' | 'json' | 'parquet'

/** A column as the file shows it. */
export interface TableColumn {
  /** Unique in the table: two header rows are joined as `question / option`, a repeated name gets ` (2)`. */
  name: string
  /** Upper header cell, where there are two header rows. */
  question?: string
  /** Lower header cell, where there are two header rows. */
  option?: string
}

export interface Row {
  /** 1-based record after the header rows; blank and totals records are counted. */
  record: number
  /**
   * As many as there are columns; '' = empty. Numbers of workbooks as shortest decimal with '.', date cells as
   * ISO local time (`2021-03-25`, `2021-03-25T12:20:00`).
   */
  cells: readonly string[]
}

/** Issues in order of arrival: a bounded list, and the true number of each code. */
export interface IssueLog {
  add(issue: Issue): void
  list(): Issue[]
  counts(): Record<string, number>
}

/** An export as a table: what its bytes say, before anything is said of the meaning of its columns. */
export interface Table {
  /** Name of the file without its folders. */
  file: string
  format: TableFormat
  /** Character encoding of a text file (`utf-8-bom` where a byte order mark was seen); else the format's name. */
  encoding: string | null
  delimiter: string | null
  sheet: string | null
  /** Other sheets of the workbook, in their order. */
  otherSheets?: string[]
  columns: TableColumn[]
  /** The first records, up to 2,000: for detecting what the columns hold. */
  sample: readonly Row[]
  /** All records from the first, streaming. To be walked once, since issues of rows are logged on the way. */
  rows(signal?: AbortSignal): AsyncIterable<Row>
  /** The same in batches as they are parsed: a tenth of the cost of an await a row. */
  batches(signal?: AbortSignal): AsyncIterable<readonly Row[]>
  issues: IssueLog
}

/** A record before header rows are told from data: numbered from 1 at the top of the file or sheet. */
export interface RawRow {
  record: number
  cells: string[]
}

/** How a parser tells of a record; column is a 0-based index. The table layer names file, row and column. */
export type Report = (note: {
  code: string
  severity: Issue['severity']
  record: number
  column?: number
  value?: string
  hint: string
}) => void

/** Records of a file, walked as often as asked. */
export type RawBatches = (report: Report, signal?: AbortSignal) => AsyncIterable<RawRow[]>
