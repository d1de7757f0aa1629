/** What a writer takes for a cell: a number stays a number, `null` and `undefined` are empty. */
export type OutputCell = string | number | boolean | null | undefined

export interface OutputColumn {
  name: string
  /**
   * `number`: texts that are plain numbers ("-3", "1,25") are written as such, without a guard. Says nothing of
   * cells of type number, which are numbers anyway. Default `text`.
   */
  kind?: 'text' | 'number'
}

export type OutputRows = AsyncIterable<readonly OutputCell[]> | Iterable<readonly OutputCell[]>

/**
 * First characters that make a spreadsheet take text for a formula (OWASP, "CSV Injection": = + - @ TAB CR,
 * and LF since August 2025), and the full-width forms that Excel folds to them.
 */
const dangerous = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const plainNumber = /^[-+]?(\d{1,3}([ \u00A0\u202F]\d{3})+|\d+)([.,]\d+)?%?$/

/** Whether a text would be run as a formula where it is opened as CSV. */
export function looksLikeFormula(text: string): boolean {
  return dangerous.test(text)
}

/** Whether a text is a number as people and tools write it: "-3", "1,25", "1 050,5". */
export function isPlainNumber(text: string): boolean {
  return plainNumber.test(text)
}

/** Columns whose filled cells are all plain numbers are numbers; meant for the sample of a table. */
export function columnKind(cells: Iterable<string>): 'text' | 'number' {
  let filled = 0
  for (const cell of cells) {
    if (cell === '') continue
    if (!plainNumber.test(cell.trim())) return 'text'
    filled += 1
  }
  return filled > 0 ? 'number' : 'text'
}

/** A number with '.' or ',' for its decimals and no grouping; not finite gives ''. */
export function numberCell(value: number, decimal: '.' | ','): string {
  if (!Number.isFinite(value)) return ''
  const text = String(value)
  return decimal === ',' ? text.replace('.', ',') : text
}
