import labels from '../../../data/columns/labels.json'
import type { Codebook } from '../join/codebook.js'
import type { ColumnLayout } from '../layout.js'
import type { TableColumn } from '../table.js'
import type { ColumnProfile } from './profile.js'
import { plainWords } from './text.js'

const chosen: ReadonlySet<string> = new Set(labels.chosen)
const notChosen: ReadonlySet<string> = new Set(labels.notChosen)

/** What a cell of an option's own column says. */
export function optionMark(cell: string, option: string): 'chosen' | 'not_chosen' | 'text' {
  const plain = cell.trim().toLowerCase()
  if (chosen.has(plain)) return 'chosen'
  if (notChosen.has(plain)) return 'not_chosen'
  return plainWords(cell) === plainWords(option) ? 'chosen' : 'text'
}

interface Split {
  question: string
  option: string
}

const SEPARATORS: readonly RegExp[] = [
  /^(.+?)\s*\[([^\]]+)\]\s*$/u,
  /^(.+\?)\s*[-–—:/|]?\s*(\S.*)$/u,
  /^(.+?)\s*[:：]\s*(\S.*)$/u,
  /^(.+?)\s+[-–—/|>]+\s+(\S.*)$/u,
  /^(.+?)\s*\(([^()]+)\)\s*$/u,
  /^([^/]{3,}?)\/(\S.*)$/u,
  /^(.+?)[_.](\p{L}[^_.]*(?:_[^_.]+)*)$/u,
]

function splits(column: TableColumn, codebook: Codebook): Split[] {
  if (column.question !== undefined && column.option !== undefined)
    return [{ question: column.question, option: column.option }]
  const found: Split[] = []
  for (const pattern of SEPARATORS) {
    const m = pattern.exec(column.name)
    if (m?.[1] && m[2]) found.push({ question: m[1].trim(), option: m[2].trim() })
  }
  // `kanava_2` is an option only where a code book says what the second of `kanava` is.
  const numbered = /^(.+?)[_. ]?(\d{1,3})$/u.exec(column.name)
  const label = codebook.get(numbered?.[1] ?? '')?.get(numbered?.[2] ?? '')
  if (numbered?.[1] && label !== undefined) found.push({ question: numbered[1], option: label })
  return found
}

function binary(profile: ColumnProfile, option: string): boolean {
  for (const cell of profile.values.keys())
    if (optionMark(cell, option) === 'text' && !/^(?:muu|annat|annan|other)/iu.test(option)) return false
  return profile.filled === 0 || profile.distinct <= 4
}

/**
 * Columns that are the options of one question: they share the part before the option and hold marks
 * (`1`, `x`, `Kyllä`, the option itself) or nothing. One mark in a lone column is no choice.
 */
export function findOptionColumns(
  columns: readonly TableColumn[],
  profiles: readonly ColumnProfile[],
  codebook: Codebook = new Map(),
): Map<number, ColumnLayout> {
  const groups = new Map<string, { index: number; split: Split }[]>()
  columns.forEach((column, index) => {
    const profile = profiles[index]
    for (const split of splits(column, codebook)) {
      if (!profile || !binary(profile, split.option)) continue
      const group = groups.get(split.question) ?? []
      if (!group.some((member) => member.index === index)) group.push({ index, split })
      groups.set(split.question, group)
    }
  })
  const found = new Map<number, ColumnLayout>()
  const ordered = [...groups].sort((a, b) => b[1].length - a[1].length)
  for (const [question, all] of ordered) {
    const group = all.filter(({ index }) => !found.has(index))
    if (group.length < 2) continue
    // Columns of nothing but empty cells tell nothing; one of the group must be marked.
    if (!group.some(({ index }) => (profiles[index]?.filled ?? 0) > 0)) continue
    for (const { index, split } of group)
      found.set(index, {
        name: columns[index]?.name ?? '',
        index,
        role: 'choice',
        question,
        option: split.option,
        confidence: 0.9,
        reason: `one of ${group.length} columns of options under "${question}"`,
      })
  }
  return found
}
