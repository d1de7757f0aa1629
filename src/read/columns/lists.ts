import { splitOptions } from '../cells/choices.js'
import type { ColumnProfile } from './profile.js'

/** Several answers in one cell: what joins them, and options that hold the joining mark themselves. */
export interface JoinedList {
  separator: string
  options?: string[]
  reason: string
}

/** Marks that join answers, the safest first: a comma also stands inside options and in plain text. */
const SEPARATORS = [';', '|', '\n', ','] as const

function parts(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether cells are short answers joined by a mark: their parts come again in other cells. */
export function findSeparator(
  profile: ColumnProfile,
  options: readonly string[] = [],
): JoinedList | undefined {
  if (profile.filled === 0 || profile.numbers > profile.filled * 0.9 || profile.dates > profile.filled * 0.5)
    return undefined
  const cells = [...profile.values]
  for (const separator of SEPARATORS) {
    const joined = cells.filter(([cell]) => cell.includes(separator))
    if (joined.length === 0) continue
    if (options.length > 0) {
      const known = new Set(options)
      let covered = 0
      for (const [cell, n] of joined)
        if (splitOptions(cell, separator, options).every((part) => known.has(part))) covered += n
      const all = joined.reduce((sum, [, n]) => sum + n, 0)
      if (covered >= all * 0.5)
        return {
          separator,
          options: [...options],
          reason: `several answers joined by ${name(separator)}, split by the given options`,
        }
      continue
    }
    const found = separator === ',' ? commaList(cells, joined) : markedList(cells, joined, separator)
    if (found) return found
  }
  return undefined
}

function name(separator: string): string {
  return separator === '\n' ? 'line ends' : `"${separator}"`
}

function markedList(
  cells: readonly [string, number][],
  joined: readonly [string, number][],
  separator: string,
): JoinedList | undefined {
  const reason = `several answers joined by ${name(separator)}`
  const counts = new Map<string, number>()
  let all = 0
  let trailing = 0
  let filled = 0
  for (const [cell, n] of cells) {
    filled += n
    if (cell.endsWith(separator)) trailing += n
    for (const part of parts(cell, separator)) {
      if (part.length > 120) return undefined
      counts.set(part, (counts.get(part) ?? 0) + n)
      all += n
    }
  }
  // Microsoft Forms ends every such cell with its mark.
  if (separator === ';' && trailing >= filled * 0.5)
    return { separator, reason: `${reason}, with one at the end` }
  const several = joined.reduce((sum, [cell, n]) => sum + (parts(cell, separator).length > 1 ? n : 0), 0)
  if (several === 0 || counts.size > 60) return undefined
  const again = [...counts.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0)
  return again >= all * 0.6 ? { separator, reason } : undefined
}

function commaList(
  cells: readonly [string, number][],
  joined: readonly [string, number][],
): JoinedList | undefined {
  const counts = new Map<string, number>()
  let all = 0
  let capital = 0
  for (const [cell, n] of cells)
    for (const part of parts(cell, ',')) {
      if (part.length > 80 || part.split(/\s+/u).length > 7) return undefined
      counts.set(part, (counts.get(part) ?? 0) + n)
      all += n
      if (/^\p{Lu}/u.test(part)) capital += n
    }
  if (counts.size > 40) return undefined
  const again = [...counts.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0)
  const alone = new Set(cells.filter(([cell]) => !cell.includes(',')).map(([cell]) => cell))
  const others = joined.filter(([cell]) => parts(cell, ',').some((part) => alone.has(part)))
  if (again < all * 0.6 || others.length === 0) return undefined
  const reason = 'several answers joined by ","'
  // Where options start with capitals, a part that does not goes on with the option before the comma.
  if (capital < all * 0.6) return { separator: ',', reason }
  const options = new Set<string>()
  for (const [cell] of joined)
    for (const option of cell.split(/,\s*(?=\p{Lu})/u))
      if (option.includes(',')) options.add(option.trim().replace(/,$/u, ''))
  return options.size === 0
    ? { separator: ',', reason }
    : {
        separator: ',',
        options: [...options],
        reason: `${reason}; a part in lower case goes on with the option before it`,
      }
}
