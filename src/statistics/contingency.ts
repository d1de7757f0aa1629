import { PalauteError } from '../errors.js'
import { chiSquareTails } from './chiSquare.js'
import { normalQuantile } from './normal.js'
import { requireCount, requireLevel } from './require.js'

export type Table = readonly (readonly number[])[]

export interface Margins {
  rows: number[]
  columns: number[]
  n: number
}

/** Row and column sums of a table whose rows are equally long and hold counts. */
export function marginsOf(table: Table): Margins {
  const width = table[0]?.length ?? 0
  if (table.length < 2 || width < 2 || table.some((row) => row.length !== width))
    throw new PalauteError('bad_option', 'table must have at least two rows and two equally long columns.', {
      path: 'table',
    })
  const columns = Array.from({ length: width }, () => 0)
  const rows = table.map((row, i) =>
    row.reduce((sum, count, j) => {
      columns[j] = (columns[j] ?? 0) + requireCount(count, `table[${i}][${j}]`)
      return sum + count
    }, 0),
  )
  return { rows, columns, n: rows.reduce((sum, row) => sum + row, 0) }
}

export interface ChiSquareTest {
  chiSquare: number
  df: number
  p: number
  /** With Yates' correction; only for 2 x 2. */
  yates: { chiSquare: number; p: number } | null
  /** √(χ² / (n (min(r, c) - 1))), 0..1. */
  cramersV: number
  /** Without the upward bias of small samples (Bergsma 2013), 0..1. */
  cramersVCorrected: number
  leastExpected: number
  /** Standardized residuals, row by row: about normal where rows and columns are independent. */
  residuals: number[][]
}

/**
 * Pearson's chi-square test of independence, with effect sizes.
 *
 * @param table counts, at least 2 x 2
 * @returns null where a row or column is empty: drop it first, since nothing can be said of it
 * @throws PalauteError `bad_option` when the table is ragged or a count is negative or not finite
 * Source: Pearson 1900; Agresti 2013 (3.13, residuals); Bergsma 2013 (corrected V); equals R's chisq.test.
 * @example chiSquareTest([[12, 5], [7, 9]])?.p // 0.118989205532145
 */
export function chiSquareTest(table: Table): ChiSquareTest | null {
  const { rows, columns, n } = marginsOf(table)
  if (rows.some((row) => row === 0) || columns.some((column) => column === 0)) return null
  let chiSquare = 0
  let yatesSum = 0
  let leastExpected = Infinity
  // R caps the correction by the smallest distance, so that it never passes zero.
  const expectedAt = (i: number, j: number) => (rows[i] ?? 0) * ((columns[j] ?? 0) / n)
  const least = Math.min(
    ...table.flatMap((row, i) => row.map((count, j) => Math.abs(count - expectedAt(i, j)))),
  )
  const residuals = table.map((row, i) =>
    row.map((count, j) => {
      const expected = expectedAt(i, j)
      const difference = count - expected
      chiSquare += difference ** 2 / expected
      yatesSum += (Math.abs(difference) - Math.min(0.5, least)) ** 2 / expected
      leastExpected = Math.min(leastExpected, expected)
      return difference / Math.sqrt(expected * (1 - (rows[i] ?? 0) / n) * (1 - (columns[j] ?? 0) / n))
    }),
  )
  const [r, c] = [rows.length, columns.length]
  const df = (r - 1) * (c - 1)
  const phi = Math.max(0, chiSquare / n - df / (n - 1))
  const [rows1, columns1] = [r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)]
  const width = Math.min(rows1, columns1) - 1
  return {
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    yates: r === 2 && c === 2 ? { chiSquare: yatesSum, p: chiSquareTails(yatesSum, 1).upper } : null,
    cramersV: Math.sqrt(chiSquare / (n * (Math.min(r, c) - 1))),
    cramersVCorrected: width > 0 && n > 1 ? Math.min(1, Math.sqrt(phi / width)) : 0,
    leastExpected,
    residuals,
  }
}

export interface Gamma {
  /** (concordant - discordant) / (concordant + discordant), -1..1. */
  gamma: number
  standardError: number
  low: number
  high: number
}

/**
 * Goodman and Kruskal's gamma of two ordered variables, with its large-sample interval cut to -1..1.
 *
 * @param table counts; rows and columns in rising order
 * @returns null where no pair of answers differs in both variables
 * @throws PalauteError `bad_option` when the table is ragged or a count is negative or not finite
 * Source: Goodman & Kruskal 1963 (asymptotic variance).
 * @example goodmanKruskalGamma([[10, 5], [5, 10]])?.gamma // 0.6
 */
export function goodmanKruskalGamma(table: Table, level = 0.95): Gamma | null {
  marginsOf(table)
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  let concordant = 0
  let discordant = 0
  const cells = table.flatMap((row, i) => row.map((count, j) => ({ i, j, count })))
  const pairs = cells.map((cell) => {
    let same = 0
    let opposite = 0
    for (const other of cells) {
      const sign = Math.sign(other.i - cell.i) * Math.sign(other.j - cell.j)
      if (sign > 0) same += other.count
      else if (sign < 0) opposite += other.count
    }
    concordant += cell.count * same
    discordant += cell.count * opposite
    return { count: cell.count, same, opposite }
  })
  const all = concordant + discordant
  if (all === 0) return null
  // Every pair was counted from both of its ends, which cancels in gamma.
  const gamma = (concordant - discordant) / all
  const sum = pairs.reduce(
    (total, { count, same, opposite }) => total + count * (discordant * same - concordant * opposite) ** 2,
    0,
  )
  const standardError = (4 * Math.sqrt(sum)) / all ** 2
  return {
    gamma,
    standardError,
    low: Math.max(-1, gamma - z * standardError),
    high: Math.min(1, gamma + z * standardError),
  }
}
