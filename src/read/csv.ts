import type { ReadError } from '../errors.js'
import { limitError, type ReadLimits } from './limits.js'
import type { RawRow, Report } from './table.js'

export interface CsvDialect {
  delimiter: string
  /** What ends a record: LF or CRLF; CRLF alone, where bare LF stands inside cells; CR alone (old Mac); nothing. */
  newline: 'lf' | 'crlf' | 'cr' | 'none'
  /** Blanks between a delimiter and an opening quote are no part of the cell. */
  padded: boolean
  /** Quotes inside a quoted cell are escaped by a backslash instead of doubled. */
  backslash?: boolean
}

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32
const BACKSLASH = 92

/**
 * Records out of text that comes in pieces. A quoted cell may hold delimiters, line breaks and doubled quotes
 * (RFC 4180). Beyond it: a closing quote that something follows makes the cell literal, quotes kept, so that
 * `"Hyvä" hoitaja` neither loses its quotes nor swallows the next lines; a quote that is never closed ends
 * with its line when the next line is a whole record.
 */
export class CsvScanner {
  /** Records given so far. */
  record = 0
  /** Cells of a whole record, where known: helps to end a cell whose quote is never closed. */
  width = 0
  private rest = ''
  private cells: string[] = []
  /** Notes on the record being read: told only when it is complete, since it may be read again. */
  private notes: Parameters<Report>[0][] = []
  private readonly delimiter: number
  private readonly end: number

  constructor(
    private readonly dialect: CsvDialect,
    private readonly limits: ReadLimits,
    private readonly file: string,
    private readonly report: Report,
  ) {
    this.delimiter = dialect.delimiter.charCodeAt(0)
    this.end = dialect.newline === 'cr' ? CR : dialect.newline === 'none' ? -1 : LF
  }

  /** Length of the text that waits for the end of its record. */
  get waiting(): number {
    return this.rest.length
  }

  /** Records of the text so far, in batches of bounded size; what is not complete waits for the next text. */
  *push(text: string, last: boolean): Generator<RawRow[]> {
    let rows: RawRow[] = []
    let buffer = text
    let at = 0
    if (this.rest !== '') {
      at = last ? -1 : this.finishWaiting(text, rows)
      if (at < 0) {
        buffer = this.rest + text
        at = 0
      }
    }
    while (at < buffer.length) {
      const next = this.scan(buffer, at, last)
      if (next < 0) break
      this.accept(rows, next - at)
      at = next
      if (rows.length < BATCH) continue
      yield rows
      rows = []
    }
    this.rest = at === 0 ? buffer : buffer.slice(at)
    if (this.rest.length > this.limits.recordLength) throw this.tooLong('recordLength')
    if (rows.length > 0) yield rows
  }

  /**
   * Reads the waiting record to its end with as little of the new text as it needs; the rest is then scanned
   * as it came, since V8 reads a string just joined several times slower. Gives where in `text` to go on, or
   * -1 when no end was found soon.
   */
  private finishWaiting(text: string, rows: RawRow[]): number {
    const end = String.fromCharCode(this.end)
    let cut = -1
    for (let tries = 0; tries < 8; tries += 1) {
      cut = text.indexOf(end, cut + 1)
      // One character more than the record, so that the scan sees what follows its end.
      if (cut < 0 || cut + 2 >= text.length || cut > 65_536) return -1
      const next = this.scan(this.rest + text.slice(0, cut + 2), 0, false)
      if (next < 0) continue
      this.accept(rows, next)
      return next - this.rest.length
    }
    return -1
  }

  private accept(rows: RawRow[], length: number): void {
    this.record += 1
    if (length > this.limits.cellLength) this.checkCells()
    for (const note of this.notes) this.report(note)
    rows.push({ record: this.record, cells: this.cells })
  }

  private tooLong(limit: 'recordLength' | 'cellLength' | 'columns'): ReadError {
    return limitError(limit, this.limits, this.file, `record ${this.record + 1} from the top`)
  }

  private checkCells(): void {
    for (const cell of this.cells) if (cell.length > this.limits.cellLength) throw this.tooLong('cellLength')
  }

  /** One record from `at`: its cells in `this.cells`, and where the next begins; -1 when it is not complete. */
  private scan(buffer: string, at: number, last: boolean): number {
    const { delimiter, end } = this
    const length = buffer.length
    const strict = this.dialect.newline === 'crlf'
    const most = this.limits.columns
    const cells: string[] = []
    this.cells = cells
    if (this.notes.length > 0) this.notes = []
    let i = at
    for (;;) {
      if (cells.length >= most) throw this.tooLong('columns')
      let start = i
      if (this.dialect.padded) {
        let first = i
        while (first < length && buffer.charCodeAt(first) === SPACE) first += 1
        if (buffer.charCodeAt(first) === QUOTE) start = first
      }
      if (start < length && buffer.charCodeAt(start) === QUOTE) {
        const next = this.quoted(buffer, start, at, last)
        if (next === INCOMPLETE) return -1
        if (next !== LITERAL) {
          if (next < 0) return -next - OFFSET
          i = next
          continue
        }
      }
      let code = 0
      while (i < length) {
        code = buffer.charCodeAt(i)
        if (code === delimiter) break
        if (code === end && (!strict || buffer.charCodeAt(i - 1) === CR)) break
        i += 1
      }
      if (i === length) {
        if (!last) return -1
        const trim = buffer.charCodeAt(i - 1) === CR && i > start ? 1 : 0
        cells.push(buffer.slice(start, i - trim))
        return length
      }
      if (code === delimiter) {
        cells.push(i === start ? '' : buffer.slice(start, i))
        i += 1
        continue
      }
      const trim = end === LF && i > start && buffer.charCodeAt(i - 1) === CR ? 1 : 0
      cells.push(i - trim === start ? '' : buffer.slice(start, i - trim))
      return i + 1
    }
  }

  /**
   * A quoted cell from its opening quote. Gives where the next cell begins; the place after a record's end as
   * -(place + OFFSET); LITERAL when the cell is no quoted cell after all; INCOMPLETE when more text is needed.
   */
  private quoted(buffer: string, start: number, recordStart: number, last: boolean): number {
    const length = buffer.length
    let value = ''
    let from = start + 1
    let quote = -1
    for (;;) {
      quote = buffer.indexOf('"', from)
      if (this.dialect.backslash && quote > from && buffer.charCodeAt(quote - 1) === BACKSLASH) {
        value += `${buffer.slice(from, quote - 1)}"`
        from = quote + 1
        continue
      }
      if (quote < 0 || buffer.charCodeAt(quote + 1) !== QUOTE) break
      value += buffer.slice(from, quote + 1)
      from = quote + 2
    }
    if (quote < 0 || quote + 1 === length) {
      const passed = length - recordStart > this.limits.recordLength
      if (!last && !(quote < 0 && passed)) return INCOMPLETE
      if (quote < 0) return this.unclosed(buffer, start, value + buffer.slice(from), passed)
    }
    value = value === '' ? buffer.slice(from, quote) : value + buffer.slice(from, quote)
    let after = quote + 1
    while (after < length && buffer.charCodeAt(after) === SPACE && this.delimiter !== SPACE) after += 1
    if (after === length) {
      if (!last) return INCOMPLETE
      this.cells.push(value)
      return -(length + OFFSET)
    }
    const code = buffer.charCodeAt(after)
    if (code === this.delimiter) {
      this.cells.push(value)
      return after + 1
    }
    if (code === this.end && this.dialect.newline !== 'crlf') {
      this.cells.push(value)
      return -(after + 1 + OFFSET)
    }
    if (code === CR && this.end === LF) {
      if (after + 1 === length && !last) return INCOMPLETE
      if (after + 1 === length || buffer.charCodeAt(after + 1) === LF) {
        this.cells.push(value)
        return -(Math.min(length, after + 2) + OFFSET)
      }
    }
    this.notes.push({
      code: 'stray_quote',
      severity: 'warning',
      record: this.record + 1,
      column: this.cells.length,
      hint: 'A quoted cell goes on after its closing quote; it was read as it stands, quotes kept.',
    })
    return LITERAL
  }

  /** The quote at `start` is never closed: its cell ends with the line, or takes the rest of the file. */
  private unclosed(buffer: string, start: number, rest: string, passed: boolean): number {
    const lineEnd = buffer.indexOf(String.fromCharCode(this.end), start)
    this.notes.push({
      code: 'unclosed_quote',
      severity: 'warning',
      record: this.record + 1,
      column: this.cells.length,
      hint: 'A quote is opened and never closed; check the cell in the source.',
    })
    if (lineEnd >= 0 && (passed || this.isRecord(buffer, lineEnd + 1))) {
      const trim = buffer.charCodeAt(lineEnd - 1) === CR ? 1 : 0
      this.cells.push(buffer.slice(start + 1, Math.max(start + 1, lineEnd - trim)))
      return -(lineEnd + 1 + OFFSET)
    }
    this.cells.push(rest.replace(/[\r\n]+$/, ''))
    return -(buffer.length + OFFSET)
  }

  /** Whether the line at `at` has as many delimiters as a whole record. */
  private isRecord(buffer: string, at: number): boolean {
    const width = this.width || this.cells.length + 1
    let count = 1
    for (let i = at; i < buffer.length && buffer.charCodeAt(i) !== this.end; i += 1)
      if (buffer.charCodeAt(i) === this.delimiter) count += 1
    return count >= width && at < buffer.length
  }
}

/**
 * Records given at a time. Few, so that little is alive when the collector comes by and the heap stays small; a
 * text may hold millions of them when a quote kept it waiting.
 */
const BATCH = 128

const LITERAL = -1
const INCOMPLETE = -2
const OFFSET = 3
