import { PalauteError } from '../../errors.js'
import {
  isPlainNumber,
  looksLikeFormula,
  numberCell,
  type OutputCell,
  type OutputColumn,
  type OutputRows,
} from './cell.js'

export interface CsvWriteOptions {
  /**
   * `standard` (default): comma, decimal point, no byte order mark. `finnishExcel`: what Excel in Finland and
   * Sweden opens by a double click: semicolon, decimal comma, byte order mark.
   */
  dialect?: 'standard' | 'finnishExcel'
  delimiter?: ',' | ';' | '\t' | '|'
  decimal?: '.' | ','
  byteOrderMark?: boolean
  newline?: '\r\n' | '\n'
  /** Guards texts that a spreadsheet would run as a formula (default true). */
  guard?: boolean
}

const PIECE = 64 * 1024

/**
 * Rows as delimited text, in pieces. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, as in OWASP's "CSV Injection"; numbers are never touched, and texts in columns of kind `number`
 * that are plain numbers are not either.
 *
 * @throws PalauteError `bad_option` when delimiter and decimal are the same
 * @example
 * let text = ''
 * for await (const piece of writeCsv([{ name: 'nps' }, { name: 'comment' }], [[9, '=1+1']])) text += piece
 * // nps,comment\r\n9,'=1+1\r\n
 */
export async function* writeCsv(
  columns: readonly OutputColumn[],
  rows: OutputRows,
  options: CsvWriteOptions = {},
): AsyncGenerator<string> {
  const finnish = options.dialect === 'finnishExcel'
  const delimiter = options.delimiter ?? (finnish ? ';' : ',')
  const decimal = options.decimal ?? (finnish ? ',' : '.')
  const newline = options.newline ?? '\r\n'
  const guard = options.guard ?? true
  if (delimiter === decimal)
    throw new PalauteError('bad_option', 'The delimiter and the decimal mark must differ.', {
      path: 'delimiter',
    })

  const special = new RegExp(`["\r\n${delimiter === '|' ? '\\|' : delimiter}]|^\\s|\\s$|^sep=`)
  const quote = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const cellText = (cell: OutputCell, kind: OutputColumn['kind']): string => {
    if (cell === null || cell === undefined) return ''
    if (typeof cell === 'number') return quote(numberCell(cell, decimal))
    if (typeof cell === 'boolean') return cell ? 'true' : 'false'
    const safe = !guard || !looksLikeFormula(cell) || (kind === 'number' && isPlainNumber(cell))
    return quote(safe ? cell : `'${cell}`)
  }
  // A record of one empty cell would be a blank line, which readers pass over.
  const line = (cells: string[]) =>
    `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter)}${newline}`

  let text = (options.byteOrderMark ?? finnish) ? '\uFEFF' : ''
  text += line(columns.map((column) => cellText(column.name, 'text')))
  for await (const row of rows) {
    text += line(columns.map((column, c) => cellText(row[c], column.kind)))
    if (text.length > PIECE) {
      yield text
      text = ''
    }
  }
  yield text
}
