import { ReadError } from '../errors.js'
import type { Issue } from '../types.js'
import { guessHeader } from './header.js'

export interface SheetPeek {
  name: string
  hidden: boolean
  /** Its first rows. */
  rows: readonly (readonly string[])[]
}

/** Names that tools and people give to the sheet of answers, and to sheets about them. */
const dataNames =
  /^(matriisi|data|vastaukset|vastausdata|vastausaineisto|aineisto|raakadata|responses?|raw ?data|answers|form responses.*|svar|svarsdata|rådata|matris|datamatriisi)$/i
const dataParts = /matriisi|data|vastauk|aineisto|respon|answers|svar/i
const otherNames =
  /kansi|info|ohje|luelue|readme|koodi|codebook|codes|muuttuj|variab|selit|legend|yhteenveto|summary|sammanfattning|omslag|cover|pivot|kuvaaja|diagram|chart|sisällys|contents|innehåll/i

/** How much a sheet looks like a table of answers: by its name, its breadth and its number of rows. */
export function sheetScore(sheet: SheetPeek): number {
  const header = guessHeader(sheet.rows)
  const columns = header?.columns.length ?? 0
  const records =
    header === undefined
      ? 0
      : sheet.rows.slice(header.skip).filter((row) => row.some((cell) => cell !== '')).length
  if (columns === 0) return -10
  const byName = dataNames.test(sheet.name)
    ? 4
    : dataParts.test(sheet.name) && !otherNames.test(sheet.name)
      ? 2
      : otherNames.test(sheet.name)
        ? -3
        : 0
  const named = (header?.columns.length ?? 0) - (header?.unnamed.length ?? 0)
  const content = Math.min(4, named / 2) + Math.min(3, records / 5)
  return byName + content + (columns < 2 ? -2 : 0) + (sheet.hidden ? -4 : 0)
}

/** The sheet asked for, by name (letter case aside) or 1-based place; else the one most like answers. */
export function chooseSheet(
  sheets: readonly SheetPeek[],
  given: string | number | undefined,
  file: string,
): number {
  if (given !== undefined) {
    const name = String(given).trim().toLowerCase()
    const byName = sheets.findIndex((sheet) => sheet.name.trim().toLowerCase() === name)
    const place = /^\d+$/.test(name) ? Number(name) - 1 : -1
    const found = byName >= 0 ? byName : place
    if (found < 0 || found >= sheets.length)
      throw new ReadError(
        'cannot_read',
        `${file} has no such sheet. Its sheets are: ${sheets.map((sheet) => sheet.name).join(', ')}.`,
        { path: 'sheet' },
      )
    return found
  }
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  sheets.forEach((sheet, at) => {
    const score = sheetScore(sheet)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  })
  return best
}

/** The note that one sheet of several was read. */
export function sheetChosen(file: string, name: string, count: number): Issue {
  return {
    code: 'sheet_chosen',
    severity: 'info',
    file,
    row: 0,
    column: null,
    value: null,
    hint: `The sheet "${name}" was read, one of ${count}. Name another with --sheet if it is not the one.`,
  }
}
