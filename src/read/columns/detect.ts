import type { AssignedCodes } from '../join/applyCodebook.js'
import { assignCodes } from '../join/applyCodebook.js'
import type { Codebook } from '../join/codebook.js'
import type { ColumnLayout, SurveyLayout } from '../layout.js'
import { codeList } from '../regions/regions.js'
import type { Row, Table, TableColumn } from '../table.js'
import { type ColumnEvidence, decideColumn } from './decide.js'
import { createHeaderReader, type HeaderReading } from './headers.js'
import { findSeparator } from './lists.js'
import { declareNps } from './nps.js'
import { findOptionColumns } from './options.js'
import { type ColumnProfile, profileCells } from './profile.js'
import { questionKind } from './question.js'
import { resolveRoles } from './resolve.js'
import { declaredScale } from './scale.js'
import { declareScale } from './scales.js'
import { timeColumn } from './timeColumn.js'

export interface DetectOptions {
  /** What codes of the cells stand for. */
  codebook?: Codebook
}

type Codes = ReadonlyMap<string, string>

/**
 * Finds out what the columns of a table are, by header words in Finnish, Swedish and English and by what the
 * cells hold. Every choice carries a confidence and its reason; what the file cannot tell is marked
 * `needsReview`. The layout can be saved as JSON, edited and passed back to `readSurvey`.
 *
 * @example
 * const layout = detectColumns(await openTable('answers.csv'))
 * layout.columns.filter((column) => column.needsReview)
 */
export function detectColumns(table: Table, options: DetectOptions = {}): SurveyLayout {
  const codes = assignCodes(options.codebook ?? new Map(), table.columns)
  const readHeader = createHeaderReader()
  const cells = table.columns.map((_, index) => countCells(table.sample, index))
  const profiles = cells.map((counts) => profileCells(counts))
  const optionColumns = findOptionColumns(table.columns, profiles, options.codebook)
  const found = table.columns.map((shown, index) => {
    const asked = codes.questions.get(index)
    const told: TableColumn = asked === undefined ? shown : { ...shown, option: asked, question: asked }
    const header = headerOf(told, readHeader)
    const profile = profiles[index] as ColumnProfile
    const evidence = evidenceOf(told, header, profile, asked ?? shown.name)
    const asOption = optionColumns.get(index)
    if (asOption) return { column: asOption, evidence }
    const own =
      codes.byColumn.get(index) ??
      header.roles.map(({ role }) => codes.byRole.get(role)).find((set) => set !== undefined)
    const decided = own
      ? decideCoded(index, evidence, cells[index] ?? new Map(), own, table.sample)
      : refine(decideColumn(index, evidence), evidence, table.sample)
    const free = own ? undefined : freeCodes(decided, evidence, codes)
    return {
      column: free ? decideCoded(index, evidence, cells[index] ?? new Map(), free, table.sample) : decided,
      evidence,
    }
  })
  resolveRoles(found, table.sample)
  return { schemaVersion: 1, columns: found.map(({ column }) => column) }
}

function countCells(sample: readonly Row[], index: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { cells } of sample) {
    const cell = cells[index] ?? ''
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return counts
}

/** Under two header rows the lower cell tells more; only a score may be named by the upper one. */
function headerOf(shown: TableColumn, read: (header: string) => HeaderReading): HeaderReading {
  if (shown.option === undefined) {
    const whole = read(shown.name)
    // A field within an object is named by its own name first: `respondent.lang`.
    const inner = /^[\w.-]+\.(\w+)$/u.exec(shown.name)?.[1]
    const own = inner === undefined ? whole : read(inner)
    return own.roles.some(({ exact }) => exact) ? own : whole
  }
  const lower = read(shown.option)
  if (lower.roles.length > 0) return lower
  const upper = read(shown.name)
  return {
    ...lower,
    words: upper.words,
    roles: upper.roles.filter(({ role }) => role === 'nps' || role === 'ces' || role === 'csat'),
  }
}

function evidenceOf(
  shown: TableColumn,
  header: HeaderReading,
  profile: ColumnProfile,
  asked: string,
): ColumnEvidence {
  const declared =
    declaredScale(shown.option ?? shown.name) ??
    (shown.question === undefined ? undefined : declaredScale(shown.question))
  return { name: shown.name, asked, header, profile, declared }
}

/** A column whose codes are known is judged by what they stand for; scores also by the bare numbers. */
function decideCoded(
  index: number,
  evidence: ColumnEvidence,
  cells: ReadonlyMap<string, number>,
  codes: Codes,
  sample: readonly Row[],
): ColumnLayout {
  const decoded = new Map<string, number>()
  for (const [cell, n] of cells) {
    const label = codes.get(cell.trim()) ?? cell
    decoded.set(label, (decoded.get(label) ?? 0) + n)
  }
  const known = { ...evidence, profile: profileCells(decoded) }
  const byLabels = refine(decideColumn(index, known), known, sample, codes)
  const byNumbers = refine(decideColumn(index, evidence), evidence, sample, codes)
  const meant = new Set(evidence.header.roles.map(({ role }) => role))
  const found = !meant.has(byLabels.role) && meant.has(byNumbers.role) ? byNumbers : byLabels
  const column = found.role === 'other' && !meant.has('other') ? asChoice(found, cells, codes) : found
  if (column.options !== undefined && [...codes].every(([code, label]) => code === label)) return column
  return {
    ...column,
    codes: Object.fromEntries(codes),
    reason: `${column.reason}; cells are codes of the code book`,
  }
}

/** Codes with names over most of the cells are answers, whatever else stands among them. */
function asChoice(column: ColumnLayout, cells: ReadonlyMap<string, number>, codes: Codes): ColumnLayout {
  let filled = 0
  let known = 0
  for (const [cell, n] of cells) {
    if (cell.trim() === '') continue
    filled += n
    if (codes.has(cell.trim())) known += n
  }
  if (filled === 0 || known < filled / 2 || [...codes].every(([code, label]) => code === label)) return column
  const { needsReview: _, ...rest } = column
  return { ...rest, role: 'choice', question: column.name, confidence: 0.7, reason: 'answers by their codes' }
}

/** A set of codes that no column claims, for a choice column (or numbers without meaning) that it covers. */
function freeCodes(
  column: ColumnLayout,
  { profile, header }: ColumnEvidence,
  { free }: AssignedCodes,
): Codes | undefined {
  const wanted =
    ['choice', 'channel', 'service', 'region', 'language', 'role', 'fcr'].includes(column.role) ||
    (column.role === 'other' && column.needsReview) ||
    (column.role === 'likert' && header.roles.length === 0 && column.confidence < 0.7)
  if (!wanted || profile.filled === 0) return undefined
  return free.find((codes) => {
    for (const cell of profile.values.keys()) {
      if (codes.has(cell)) continue
      if (
        !cell.split(/[;,|\n]/u).every((part) => part.trim() === '' || codes.has(part.trim())) &&
        findSeparator(profile, [...codes.keys()]) === undefined
      )
        return false
    }
    return true
  })
}

function refine(
  column: ColumnLayout,
  e: ColumnEvidence,
  sample: readonly Row[],
  codes?: Codes,
): ColumnLayout {
  switch (column.role) {
    case 'nps':
      return declareNps(column, e)
    case 'csat':
    case 'ces':
    case 'grade':
    case 'likert':
      return declareScale(column, e)
    case 'comment':
      return { ...column, question: questionKind(e.asked) }
    case 'fcr': {
      const legend = headerLegend(e.asked)
      return legend && !codes
        ? { ...column, codes: legend, reason: `${column.reason}; the header tells the codes` }
        : column
    }
    case 'time':
      return timeColumn(column, e, sample)
    case 'choice':
    case 'channel':
    case 'service':
    case 'role': {
      const list = findSeparator(e.profile, codes ? [...new Set([...codes.keys(), ...codes.values()])] : [])
      if (list) {
        const { separator, options, reason } = list
        return {
          ...column,
          role: column.role === 'role' ? 'choice' : column.role,
          question: column.name,
          separator,
          ...(options ? { options } : {}),
          reason: `${column.reason}; ${reason}`,
        }
      }
      return column.role === 'choice' ? { ...column, question: column.name } : column
    }
    case 'region': {
      const list = codeList(e.profile.values.keys())
      if (e.profile.filled === 0 || list === 'other') return column
      return list === 'county'
        ? { ...column, reason: `${column.reason}; codes of the wellbeing services counties` }
        : {
            ...column,
            needsReview: true,
            reason: `${column.reason}; two-digit codes that the list of counties and that of regions (maakunta) share: 05 is Varsinais-Suomi in one and Kanta-Häme in the other`,
          }
    }
    case 'unit': {
      const width = codeWidth(e.profile)
      return width === undefined
        ? column
        : { ...column, width, reason: `${column.reason}; codes of ${width} digits` }
    }
    default:
      return column
  }
}

/** Codes that a question explains itself: `(1 = kyllä, 0 = ei)`. */
function headerLegend(asked: string): Record<string, string> | undefined {
  const pairs = [...asked.matchAll(/(?<![\d.,])(\d{1,2})\s?=\s?(\p{L}[^\d=;,()]{0,40})/gu)]
  if (pairs.length < 2) return undefined
  return Object.fromEntries(pairs.map(([, code = '', label = '']) => [code, label.trim()]))
}

/** Digits of codes that all have the same length, some with leading zeros. */
function codeWidth({ values, leadingZeros }: ColumnProfile): number | undefined {
  if (leadingZeros === 0) return undefined
  const widths = new Set([...values.keys()].filter((cell) => /^0\d+$/u.test(cell)).map((cell) => cell.length))
  const [width] = widths
  return widths.size === 1 ? width : undefined
}
