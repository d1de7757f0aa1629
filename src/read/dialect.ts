import { type CsvDialect, CsvScanner } from './csv.js'
import { defaultLimits } from './limits.js'

const candidates = [';', ',', '\t', '|'] as const

/** Records of a head of text under a dialect; the last is left out when the text was cut inside it. */
function parseHead(
  text: string,
  dialect: CsvDialect,
  complete: boolean,
): { rows: string[][]; stray: number } {
  let stray = 0
  const limits = { ...defaultLimits, columns: Number.POSITIVE_INFINITY }
  const parse = (last: boolean) => {
    stray = 0
    const scanner = new CsvScanner(dialect, limits, '', () => {
      stray += 1
    })
    return [...scanner.push(text, last)].flat().map((row) => row.cells)
  }
  const whole = parse(complete)
  // A first record longer than the head is taken as far as it goes.
  const rows = whole.length === 0 ? parse(true) : whole
  return { rows, stray }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** Cells of a header: filled, short of prose, and not begun by the blank that follows a comma in a sentence. */
function looksLikeHeader(cells: readonly string[], padded: boolean): boolean {
  if (cells.length < 2) return false
  const filled = cells.filter((cell) => cell.trim() !== '')
  // Nobody types a tab into a question: it is the delimiter of another reading.
  if (cells.some((cell) => cell.includes('\t'))) return false
  if (filled.length < cells.length * 0.5) return false
  if (!padded && cells.slice(1).some((cell) => /^ \S/.test(cell))) return false
  return filled.filter((cell) => /\p{L}/u.test(cell)).length >= filled.length * 0.5
}

/** How well the records agree on a number of columns, 0..2; 0 when the delimiter makes no table of them. */
function score(rows: readonly string[][], dialect: CsvDialect): number {
  const lengths = rows.filter((cells) => !isBlank(cells)).map((cells) => cells.length)
  if (lengths.length === 0) return 0
  const counts = new Map<number, number>()
  for (const length of lengths) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) {
      width = length
      most = count
    }
  if (width === 0) return 0
  const first = rows.find((cells) => cells.length === width)
  // In a file whose lines end with LF, CRLF-only reading glues the header to what follows.
  if (dialect.newline === 'crlf' && first?.some((cell) => cell.includes('\n'))) return 0
  const header = first !== undefined && looksLikeHeader(first, dialect.padded)
  // Preamble lines above a header are few and do not count against it.
  const top = Math.min(8, lengths.indexOf(width))
  const agreement = most / (lengths.length - top)
  return Math.min(1, agreement) * (1 - 1 / (4 * width)) + (header ? 0.5 : 0) - 0.05 * top
}

/** Bare LF between CRLF ends: some tools write line breaks of comments so, and end records with CRLF. */
function newlines(text: string): CsvDialect['newline'][] {
  const lf = text.indexOf('\n')
  if (lf < 0) return text.includes('\r') ? ['cr'] : ['lf']
  const bare = /(^|[^\r])\n/.test(text)
  return bare && text.includes('\r\n') ? ['lf', 'crlf'] : ['lf']
}

/** Delimiters to try, each with doubled quotes and, where the text has them, with escaped quotes. */
function trials(head: string, named: string | undefined): { delimiter: string; backslash: boolean }[] {
  const delimiters = named === undefined ? [...candidates] : [named]
  const escapes = head.includes('\\"') ? [false, true] : [false]
  return escapes.flatMap((backslash) => delimiters.map((delimiter) => ({ delimiter, backslash })))
}

/** The candidate under which the records agree best, if any makes a table of them. */
function bestDialect(head: string, whole: boolean, named?: string): CsvDialect | undefined {
  let best: CsvDialect | undefined
  let bestScore = 0.75
  for (const newline of newlines(head))
    for (const padded of /[;,\t|] +"/.test(head) ? [false, true] : [false])
      for (const { delimiter, backslash } of trials(head, named)) {
        const dialect = { delimiter, newline, padded, ...(backslash ? { backslash } : {}) }
        const { rows, stray } = parseHead(head, dialect, whole)
        const value =
          score(rows.slice(0, 500), dialect) - Math.min(0.2, stray / (5 * Math.max(1, rows.length)))
        // Later candidates must be clearly better: the plain reading is the likelier one.
        if (value > bestScore + (best ? 0.02 : 0)) {
          best = dialect
          bestScore = value
        }
      }
  return best
}

/** Whether every line is one quoted cell that holds a record: an export that was exported once more. */
function wrappedDelimiter(head: string, plain: CsvDialect, complete: boolean): string | undefined {
  const { rows } = parseHead(head, plain, complete)
  const lines = rows.filter((cells) => !isBlank(cells))
  if (lines.length < 2 || (head.match(/^"/gm)?.length ?? 0) < lines.length * 0.8) return undefined
  return bestDialect(lines.map((cells) => cells[0] ?? '').join('\n'), true)?.delimiter
}

export interface DialectGuess extends CsvDialect {
  /** Code units of a `sep=` line at the top, which is no record. */
  skip: number
  /** Delimiter within records that are quoted as a whole. */
  wrapped?: string
}

/**
 * Delimiter and line ends of a head of text. Each candidate is tried: the one wins under which the records
 * agree best on a number of columns and the first of that width reads as a header. Prose with commas agrees
 * on nothing, so a file of one column stays one column (delimiter '').
 */
export function sniffDialect(text: string, complete: boolean, given?: string): DialectGuess {
  const sep = /^\s*"?sep=([^\r\n]|\\t)"?[ \t]*(\r\n|\r|\n)/i.exec(text)
  const skip = sep ? sep[0].length : 0
  const named = given ?? (sep?.[1] === '\\t' ? '\t' : sep?.[1])
  const head = text.slice(skip, skip + 262_144)
  const whole = complete && head.length === text.length - skip
  const best = bestDialect(head, whole, named)
  if (best) return { ...best, skip }
  const plain: CsvDialect = { delimiter: named ?? '', newline: newlines(head)[0] ?? 'lf', padded: false }
  const wrapped = named === undefined ? wrappedDelimiter(head, plain, whole) : undefined
  return wrapped === undefined ? { ...plain, skip } : { ...plain, delimiter: wrapped, skip, wrapped }
}
