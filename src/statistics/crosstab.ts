import { PalauteError } from '../errors.js'
import { bracketedRoot } from './bracketedRoot.js'
import { chiSquareTails } from './chiSquare.js'
import { type ChiSquareTest, chiSquareTest } from './contingency.js'
import { requireLevel } from './require.js'

/** One respondent: the group, and the answer or answers of a choice. null = missing; undefined = not asked. */
export interface CrossRow {
  row: string | null | undefined
  /** A list where several options could be chosen; an empty list = asked, none chosen. */
  column: string | readonly string[] | null | undefined
}

export interface CrossTable {
  rows: string[]
  columns: string[]
  counts: number[][]
  /** Respondents behind each row: the base of `rowShares`. */
  rowBases: number[]
  /** Respondents behind each column: the base of `columnShares`. */
  columnBases: number[]
  /** Of a row's respondents, 0..1; null for an empty row. Sums pass 1 where several options were chosen. */
  rowShares: (number | null)[][]
  columnShares: (number | null)[][]
  /** Respondents counted. */
  n: number
  /** Asked, but one of the two answers is missing. */
  missing: number
  notAsked: number
  /** null where respondents stand in several columns, or where a row or column is empty. */
  association: Association | null
}

export interface Association extends ChiSquareTest {
  /** Interval of Cramér's V. */
  interval: { low: number; high: number; level: number; method: 'noncentral chi-square' }
}

/**
 * Cross-tabulation of a choice by groups, with the base of every percentage stated.
 *
 * @param input one entry a respondent
 * @returns rows and columns in the order in which they first occur
 * @throws PalauteError `bad_option` where more than 10,000 different rows or columns occur: no choice has so many
 * Source: Agresti 2013, ch. 3; interval of V by inverting the noncentral chi-square (Smithson 2003, ch. 4).
 * @example
 * crossTabulate([{ row: 'a', column: 'x' }, { row: 'b', column: 'y' }]).rowShares // [[1, 0], [0, 1]]
 */
export function crossTabulate(input: Iterable<CrossRow>, options: { level?: number } = {}): CrossTable {
  const level = requireLevel(options.level ?? 0.95)
  const rows = numbering('rows')
  const columns = numbering('columns')
  const counts: number[][] = []
  const rowBases: number[] = []
  const columnBases: number[] = []
  let n = 0
  let missing = 0
  let notAsked = 0
  let several = false
  for (const { row, column } of input) {
    if (row === undefined || column === undefined) {
      notAsked += 1
      continue
    }
    if (row === null || column === null) {
      missing += 1
      continue
    }
    const i = rows.of(row)
    const chosen = typeof column === 'string' ? [column] : [...new Set(column)]
    if (typeof column !== 'string') several = true
    n += 1
    rowBases[i] = (rowBases[i] ?? 0) + 1
    const line = counts[i] ?? []
    counts[i] = line
    for (const option of chosen) {
      const j = columns.of(option)
      line[j] = (line[j] ?? 0) + 1
      columnBases[j] = (columnBases[j] ?? 0) + 1
    }
  }
  const full = rows.names.map((_, i) => columns.names.map((_, j) => counts[i]?.[j] ?? 0))
  const share = (count: number, base: number) => (base > 0 ? count / base : null)
  return {
    rows: rows.names,
    columns: columns.names,
    counts: full,
    rowBases: rows.names.map((_, i) => rowBases[i] ?? 0),
    columnBases,
    rowShares: full.map((line, i) => line.map((count) => share(count, rowBases[i] ?? 0))),
    columnShares: full.map((line) => line.map((count, j) => share(count, columnBases[j] ?? 0))),
    n,
    missing,
    notAsked,
    association:
      several || full.length < 2 || columns.names.length < 2 ? null : associationOf(full, n, level),
  }
}

const most = 10_000

function numbering(path: string) {
  const places = new Map<string, number>()
  const names: string[] = []
  return {
    names,
    of(name: string): number {
      let place = places.get(name)
      if (place === undefined) {
        place = names.length
        if (place >= most)
          throw new PalauteError('bad_option', `More than ${most} different ${path}: is this a choice?`, {
            path,
          })
        places.set(name, place)
        names.push(name)
      }
      return place
    },
  }
}

function associationOf(table: readonly number[][], n: number, level: number): Association | null {
  const test = chiSquareTest(table)
  if (test === null) return null
  const smaller = Math.min(table.length, table[0]?.length ?? 0) - 1
  const v = (lambda: number) => Math.min(1, Math.sqrt(lambda / (n * smaller)))
  const alpha = 1 - level
  return {
    ...test,
    interval: {
      low: v(noncentrality(test.chiSquare, test.df, 1 - alpha / 2)),
      high: v(noncentrality(test.chiSquare, test.df, alpha / 2)),
      level,
      method: 'noncentral chi-square',
    },
  }
}

/** The noncentrality at which the observed chi-square has the lower tail `p`; 0 where none has. */
function noncentrality(chiSquare: number, df: number, p: number): number {
  if (chiSquareTails(chiSquare, df).lower <= p) return 0
  let high = chiSquare + 10 * Math.sqrt(chiSquare + df) + 10
  while (noncentralLower(chiSquare, df, high) > p) high *= 2
  return bracketedRoot((lambda) => noncentralLower(chiSquare, df, lambda) - p, 0, high)
}

/** Lower tail of the noncentral chi-square: central ones weighted by a Poisson, from its mode outwards. */
function noncentralLower(x: number, df: number, lambda: number): number {
  const half = lambda / 2
  const mode = Math.floor(half)
  // The weight of the mode, by Stirling's series for the logarithm of the factorial.
  let logWeight = -half + (mode > 0 ? mode * Math.log(half) : 0)
  for (let k = 2; k <= Math.min(mode, 30); k += 1) logWeight -= Math.log(k)
  if (mode > 30) logWeight -= logFactorial(mode) - logFactorial(30)
  const weight = Math.exp(logWeight)
  let sum = 0
  for (let j = mode, w = weight; w > 1e-17; j += 1) {
    sum += w * chiSquareTails(x, df + 2 * j).lower
    w *= half / (j + 1)
  }
  for (let j = mode - 1, w = (weight * mode) / half; j >= 0 && w > 1e-17; j -= 1) {
    sum += w * chiSquareTails(x, df + 2 * j).lower
    w *= j / half
  }
  return sum
}

/** Stirling's series, for 30 and more. */
function logFactorial(n: number): number {
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3)
}
