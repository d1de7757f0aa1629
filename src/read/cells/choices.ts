import { optionMark } from '../columns/options.js'
import type { ColumnLayout } from '../layout.js'
import { missingScore } from '../values/missing.js'
import { plainLabel } from '../values/words.js'
import {
  type CellProblem,
  type CellReader,
  MISSING,
  missingWord,
  ownCodes,
  ownMissing,
  remember,
} from './reading.js'

const UNKNOWN_CODE: CellProblem = {
  code: 'unknown_code',
  severity: 'warning',
  hint: 'A code that the code book does not have; kept as written.',
}

/** Several answers in one cell. Known options are found first, since an option may hold the separator. */
export function listReader(column: ColumnLayout): CellReader<string[]> {
  const { separator } = column
  const missing = ownMissing(column)
  const codes = ownCodes(column)
  const options = [...(column.options ?? [])].sort((a, b) => b.length - a.length)
  return remember((cell) => {
    const text = cell.trim()
    if (missingWord(text) || missing.has(plainLabel(text))) return MISSING
    const parts = separator === undefined ? [text] : splitOptions(text, separator, options)
    const value: string[] = []
    let unknown = false
    for (const part of parts) {
      const known = codes.get(plainLabel(part))
      if (known === undefined && codes.size > 0 && /^\d+$/u.test(part)) unknown = true
      const option = known ?? part
      if (!value.includes(option)) value.push(option)
    }
    return unknown ? { value, problem: UNKNOWN_CODE } : { value }
  })
}

export function splitOptions(text: string, separator: string, options: readonly string[]): string[] {
  const mark = separator.trim() === '' ? separator : separator.trim()
  const parts: string[] = []
  let rest = text
  while (rest !== '') {
    const known = options.find(
      (option) =>
        rest.startsWith(option) &&
        (rest.length === option.length || rest.slice(option.length).trimStart().startsWith(mark)),
    )
    const at = known === undefined ? rest.indexOf(mark) : known.length
    const part = at < 0 ? rest : rest.slice(0, at)
    if (part.trim() !== '') parts.push(part.trim())
    rest = at < 0 ? '' : rest.slice(at).trimStart().replace(mark, '').trimStart()
  }
  return parts
}

/** The mark in an option's own column: true chosen, false shown and not chosen, missing = blank. */
export function markReader(column: ColumnLayout): CellReader<boolean> {
  const option = column.option ?? ''
  const codes = ownCodes(column)
  return remember((cell) => {
    if (cell.trim() === '') return MISSING
    const mark = optionMark(codes.get(plainLabel(cell)) ?? cell, option)
    if (mark === 'text' && missingScore(cell) !== undefined) return MISSING
    if (mark === 'text' && !/^(?:muu|muun|annat|annan|other)/iu.test(option))
      return {
        value: true,
        problem: {
          code: 'unknown_mark',
          severity: 'info',
          hint: 'Another text than the option stands in its column; read as chosen.',
        },
      }
    return { value: mark !== 'not_chosen' }
  })
}
