import type { TableColumn } from './table.js'

export interface HeaderGuess {
  /** Raw records above the first record of data: preamble and header rows. */
  skip: number
  /** Raw records above the header that are no part of the table. */
  preamble: number
  columns: TableColumn[]
  /** 0-based columns whose name stands in the file more than once. */
  duplicates: number[]
  /** 0-based columns without a name. */
  unnamed: number[]
  /** Cells of the header that look like those of a record. */
  values?: number
}

const filledCount = (cells: readonly string[]) =>
  cells.reduce((n, cell) => n + (cell.trim() === '' ? 0 : 1), 0)

/** Last filled place + 1. */
function width(cells: readonly string[]): number {
  let last = cells.length
  while (last > 0 && (cells[last - 1] ?? '').trim() === '') last -= 1
  return last
}

/** A number or a date: what a header does not hold, and data does. */
const isValue = (cell: string) =>
  /^[-+]?[\d\s.,:/%-]+([eE][-+]?\d+)?$/.test(cell.trim()) || /^\d{4}-\d\d-\d\d[T ]/.test(cell.trim())

/** How many cells are values, where they are half of all: then the header may be an answer. */
function valuesIn(cells: readonly string[]): { values?: number } {
  const values = cells.filter((cell) => cell.trim() !== '' && isValue(cell)).length
  return values >= 2 && values >= filledCount(cells) / 2 ? { values } : {}
}

/** Where the header is: the first record about as wide as the widest that follow. */
function headerAt(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(width)
  const counts = new Map<number, number>()
  for (const w of widths) if (w > 0) counts.set(w, (counts.get(w) ?? 0) + 1)
  let usual = 0
  for (const [w, n] of counts) if (n * w > (counts.get(usual) ?? 0) * usual) usual = w
  if (usual <= 1) return widths.findIndex((w) => w > 0)
  for (let i = 0; i < rows.length; i += 1) {
    const cells = rows[i] ?? []
    const filled = filledCount(cells)
    if (filled >= 2 && filled >= usual * 0.5 && !cells.some((cell) => isValue(cell))) return i
    // A header may hold bare numbers ("1", "2" for options or years), yet not be all of them.
    if (filled >= 2 && filled >= usual * 0.8 && cells.filter((cell) => isValue(cell)).length < filled / 2)
      return i
  }
  return widths.findIndex((w) => w > 0)
}

/** Sub-headers that only say "the answer is below". */
const generic = /^(response|open-ended response|vastaus|avoin vastaus|svar|öppet svar)$/i

/** Whether `lower` is the second row of a header whose first row has gaps or repeats where groups go on. */
function isOptionRow(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = filledCount(lower)
  if (filled === 0 || lower.some((cell) => isValue(cell))) return false
  let grouped = 0
  let alone = 0
  const breadth = Math.max(width(upper), width(lower))
  for (let c = 0; c < breadth; c += 1) {
    if ((lower[c] ?? '').trim() === '') continue
    const here = (upper[c] ?? '').trim()
    const next = (upper[c + 1] ?? '').trim()
    const before = (upper[c - 1] ?? '').trim()
    const goesOn = c + 1 < breadth && (lower[c + 1] ?? '').trim() !== '' && (next === '' || next === here)
    if ((c > 0 && here === '') || (here !== '' && here === before) || (here !== '' && goesOn)) grouped += 1
    else if (!generic.test((lower[c] ?? '').trim())) alone += 1
  }
  return grouped >= 2 && grouped > alone
}

/** Whether every column is named twice, by code and by words, above columns that hold numbers or dates. */
function isSecondNameRow(
  upper: readonly string[],
  lower: readonly string[],
  data: readonly (readonly string[])[],
): boolean {
  const breadth = width(upper)
  if (breadth < 2 || data.length < 3 || filledCount(lower) < breadth || lower.some((cell) => isValue(cell)))
    return false
  let told = 0
  for (let c = 0; c < breadth; c += 1) {
    const below = data.map((cells) => (cells[c] ?? '').trim()).filter((cell) => cell !== '')
    if (below.length >= 3 && below.every((cell) => isValue(cell))) told += 1
  }
  return told >= 2
}

/**
 * Whether records begin with a row number that the header has no name for, as R writes them (write.table): all
 * are one cell longer than the header and their first cells count up, which the first name does not call for.
 */
function hasRowNumbers(upper: readonly string[], data: readonly (readonly string[])[]): boolean {
  const records = data.filter((cells) => filledCount(cells) > 0).slice(0, 200)
  if (records.length < 2 || upper.length < 2 || width(upper) !== upper.length) return false
  const counts = /(^|[^\p{L}])(id|nro|nr|no|n:o|#)($|[^\p{L}])|numero|nummer|number|tunn|vastaaja/iu
  if (counts.test(upper[0] ?? '')) return false
  const from = Number(records[0]?.[0])
  return (
    (from === 0 || from === 1) &&
    records.every((cells, i) => cells.length === upper.length + 1 && cells[0]?.trim() === String(from + i))
  )
}

/** Groups of the upper row carried to the right over the columns that they span. */
function carried(upper: readonly string[], lower: readonly string[], breadth: number): string[] {
  const questions: string[] = []
  let group = ''
  for (let c = 0; c < breadth; c += 1) {
    const here = (upper[c] ?? '').trim()
    if (here !== '') group = here
    else if ((lower[c] ?? '').trim() === '') group = ''
    questions.push(here === '' ? group : here)
  }
  return questions
}

function name(columns: TableColumn[], duplicates: number[], unnamed: number[]): void {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  columns.forEach((column, c) => {
    if (column.name === '') {
      unnamed.push(c)
      column.name = `column ${c + 1}`
    }
    const plain = column.name
    let n = counts.get(plain) ?? 0
    if (taken.has(plain)) duplicates.push(c)
    while (taken.has(column.name)) {
      n += 1
      column.name = `${plain} (${n + 1})`
    }
    counts.set(plain, n)
    taken.add(column.name)
  })
}

/**
 * The header of a table from its first raw records: lines above it, one header row or two, and how far its
 * columns reach. Two rows are a header when the upper one has gaps or repeats over options, when each column
 * is named by code and by words, or when the survey tool says so (Qualtrics' third row of import ids).
 *
 * @param rows the first raw records, about 2,000
 */
export function guessHeader(rows: readonly (readonly string[])[]): HeaderGuess | undefined {
  const top = rows.slice(0, 60)
  const at = headerAt(top)
  const upper = rows[at]
  if (upper === undefined) return undefined
  const lower = rows[at + 1] ?? []
  const importIds = (rows[at + 2] ?? []).filter((cell) => cell.startsWith('{"ImportId"')).length
  const coded = importIds > 1
  const options = !coded && isOptionRow(upper, lower)
  const double = !coded && !options && isSecondNameRow(upper, lower, rows.slice(at + 2, at + 200))
  const data = rows.slice(at + (coded ? 3 : options || double ? 2 : 1))
  let breadth = Math.max(width(upper), options || coded || double ? width(lower) : 0)
  // A column that nothing names counts when it is filled beside most records, not when a row is ragged.
  const widths = data.map(width).filter((w) => w > 0)
  while (widths.length > 0 && widths.filter((w) => w > breadth).length > widths.length / 2) breadth += 1
  const numbered = !options && !double && hasRowNumbers(upper, data)
  if (numbered) breadth = width(upper) + 1
  const columns: TableColumn[] = []
  const questions = options ? carried(upper, lower, breadth) : []
  for (let c = 0; c < breadth; c += 1) {
    const high = (upper[c] ?? '').trim()
    const low = (lower[c] ?? '').trim()
    if (options) {
      const question = questions[c] ?? ''
      const goesOn = (upper[c + 1] ?? '').trim() === '' && (lower[c + 1] ?? '').trim() !== ''
      if (low === '' || (generic.test(low) && high !== '' && !goesOn))
        columns.push({ name: high || question })
      else if (question === '') columns.push({ name: low })
      else columns.push({ name: `${question} / ${low}`, question, option: low })
    } else if (coded) columns.push({ name: low || high })
    else if (double && low !== high) columns.push({ name: `${high} / ${low}` })
    else columns.push({ name: high })
  }
  if (numbered) {
    columns.unshift({ name: '' })
    columns.pop()
  }
  const duplicates: number[] = []
  const unnamed: number[] = []
  name(columns, duplicates, unnamed)
  return {
    skip: at + (coded ? 3 : options || double ? 2 : 1),
    preamble: at,
    columns,
    duplicates,
    unnamed,
    ...valuesIn(upper),
  }
}
