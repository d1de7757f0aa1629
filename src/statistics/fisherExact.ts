import { PalauteError } from '../errors.js'
import { requireWhole } from './binomial.js'
import { marginsOf, type Table } from './contingency.js'
import { hypergeometricTails, logHypergeometricMass, type Urn } from './hypergeometric.js'
import { logGamma } from './saddlePoint.js'

// How near two tables may come before they count as equally likely; R's fisher.test draws these lines.
const equally2x2 = 1e-7
const equallyLarger = 3.45254e-7

function requireWholeTable(table: Table): void {
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      requireWhole(count, `table[${i}][${j}]`)
    })
  })
}

/**
 * Two-sided p of Fisher's exact test of a 2 x 2 table: all tables with the same margins that are at most as
 * likely as the one seen.
 *
 * @throws PalauteError `bad_option` when the table is not 2 x 2 of whole counts
 * Source: Fisher 1935; equals R's fisher.test.
 * @example fisherExact2x2([[3, 1], [1, 3]]) // 0.485714285714286
 */
export function fisherExact2x2(table: Table): number {
  const { rows, columns, n } = marginsOf(table)
  if (rows.length !== 2 || columns.length !== 2)
    throw new PalauteError('bad_option', 'table must be 2 x 2.', { path: 'table' })
  requireWholeTable(table)
  const urn: Urn = { marked: columns[0] ?? 0, total: n, drawn: rows[0] ?? 0 }
  const seen = table[0]?.[0] ?? 0
  const from = Math.max(0, urn.drawn + urn.marked - n)
  const to = Math.min(urn.marked, urn.drawn)
  if (from === to) return 1
  const limit = logHypergeometricMass(seen, urn) + Math.log1p(equally2x2)
  const counts = (k: number) => logHypergeometricMass(k, urn) <= limit
  const mode = Math.min(to, Math.max(from, Math.floor(((urn.drawn + 1) * (urn.marked + 1)) / (n + 2))))
  if (counts(mode)) return 1
  // Masses rise up to the mode and fall after it, so each side is cut once.
  const cut = (near: number, far: number) => {
    let [out, inside] = [near, far]
    while (Math.abs(out - inside) > 1) {
      const middle = Math.floor((out + inside) / 2)
      if (counts(middle)) inside = middle
      else out = middle
    }
    return inside
  }
  const lower = counts(from) ? hypergeometricTails(cut(mode, from), urn).lower : 0
  const upper = counts(to) ? hypergeometricTails(cut(mode, to) - 1, urn).upper : 0
  return Math.min(1, lower + upper)
}

/** Steps of the search for larger tables before it gives up: some seconds of work. */
const mostSteps = 10_000_000

/**
 * Two-sided p of Fisher's exact test of an r x c table.
 *
 * @returns null where the table is too large to go through: use the chi-square test there, its expected counts
 * are then large
 * @throws PalauteError `bad_option` when the table is ragged or a count is not whole
 * Source: Freeman & Halton 1951, column by column, with equal remainders of the row sums merged (the idea of
 * Mehta & Patel's network); equals R's fisher.test.
 * @example fisherExact([[30, 20, 10], [15, 25, 20], [5, 10, 40]]) // 2.54194244394685e-9
 */
export function fisherExact(table: Table): number | null {
  const margins = marginsOf(table)
  requireWholeTable(table)
  const filled = table
    .filter((_, i) => margins.rows[i] !== 0)
    .map((row) => row.filter((_, j) => margins.columns[j] !== 0))
  if (filled.length < 2 || (filled[0]?.length ?? 0) < 2) return 1
  if (filled.length === 2 && filled[0]?.length === 2) return fisherExact2x2(filled)
  const { rows, columns, n } = marginsOf(filled)
  // Fewer row sums to keep in mind while walking the longer side.
  const [kept, walked] = rows.length <= columns.length ? [rows, columns] : [columns, rows]
  const factorials = logFactorials(n)
  const seen = -filled.flat().reduce((sum, count) => sum + (factorials[count] ?? 0), 0)
  return walkTables(
    kept,
    [...walked].sort((x, y) => y - x),
    factorials,
    n,
    seen,
  )
}

function logFactorials(n: number): Float64Array {
  const sums = new Float64Array(n + 1)
  for (let k = 2; k <= n; k += 1) sums[k] = k < 171 ? (sums[k - 1] ?? 0) + Math.log(k) : logGamma(k + 1)
  return sums
}

/** Tables begun alike: what is left of the row sums, and the logs of the product of 1/count! so far. */
interface State {
  left: readonly number[]
  /** Log so far, rounded so that equal ones meet, to how many ways lead there. */
  paths: Map<number, number>
  bounds: Bounds
}

/** What the columns still to come can add to the log: at most, at least, and all completions together. */
interface Bounds {
  most: number
  least: number
  all: number
}

/** One side of the bounds: each sum is spread on its own, forgetting that the other side's sums bind too. */
function spread(
  sums: readonly number[],
  across: readonly number[],
  of: (k: number) => number,
): [number, number] {
  let [most, least] = [0, 0]
  for (const sum of sums) {
    // 1/count! is largest when the counts are even (log-concave), smallest when they are heaped.
    most -= across.length * logGamma(sum / across.length + 1)
    let open = sum
    for (const room of across) {
      const count = Math.min(room, open)
      least -= of(count)
      open -= count
    }
  }
  return [most, least]
}

function boundsOf(left: readonly number[], columns: readonly number[], of: (k: number) => number): Bounds {
  const total = left.reduce((sum, value) => sum + value, 0)
  const fixed = (sums: readonly number[]) => sums.reduce((sum, value) => sum - of(value), 0)
  const all = of(total) + fixed(left) + fixed(columns)
  if (columns.length === 1) return { most: fixed(left), least: fixed(left), all }
  // Both lists fall, so that heaping fills the roomiest first.
  const [byRow, byColumn] = [spread(left, columns, of), spread(columns, left, of)]
  return { most: Math.min(byRow[0], byColumn[0]), least: Math.max(byRow[1], byColumn[1]), all }
}

/**
 * Sum of the probabilities of all tables at most as likely as the one seen. Where even the likeliest completion
 * is unlikely enough, all completions are added by their closed form; where even the least likely one is too
 * likely, none is followed.
 */
function walkTables(
  kept: readonly number[],
  walked: readonly number[],
  factorials: Float64Array,
  n: number,
  seen: number,
): number | null {
  const of = (k: number) => factorials[k] ?? 0
  const constant = [...kept, ...walked].reduce((sum, margin) => sum + of(margin), 0) - of(n)
  const limit = seen + equallyLarger
  const rows = [...kept].sort((x, y) => y - x)
  let states = new Map<string, State>([
    [rows.join(), { left: rows, paths: new Map([[0, 1]]), bounds: boundsOf(rows, walked, of) }],
  ])
  let steps = 0
  let p = 0
  for (const [at, column] of walked.entries()) {
    const coming = walked.slice(at + 1)
    const next = new Map<string, State>()
    for (const { left, paths } of states.values()) {
      const sorted = [...paths].sort(([x], [y]) => x - y)
      const top = sorted.at(-1)?.[0] ?? 0
      // Ways up to each path, weighed relative to the largest so that nothing under- or overflows.
      let running = 0
      const sums = sorted.map(([path, ways]) => {
        running += ways * Math.exp(path - top)
        return running
      })
      const below = (value: number) => {
        let [low, high] = [0, sorted.length]
        while (low < high) {
          const middle = (low + high) >> 1
          if ((sorted[middle]?.[0] ?? 0) <= value) low = middle + 1
          else high = middle
        }
        return low
      }
      const ok = eachColumn(left, column, (chosen, rest) => {
        steps += 1
        let weight = 0
        for (const count of chosen) weight -= of(count)
        const falling = [...rest].sort((x, y) => y - x)
        const key = falling.join()
        const known = next.get(key)
        const bounds = known?.bounds ?? boundsOf(falling, coming, of)
        const counted = below(limit - weight - bounds.most)
        if (counted > 0) p += (sums[counted - 1] ?? 0) * Math.exp(top + weight + bounds.all + constant)
        const followed = below(limit - weight - bounds.least)
        if (followed <= counted) return steps <= mostSteps
        const state = known ?? { left: falling, paths: new Map<number, number>(), bounds }
        if (!known) next.set(key, state)
        for (let i = counted; i < followed; i += 1) {
          const [path = 0, ways = 0] = sorted[i] ?? []
          const sum = Math.round((path + weight) * 1e12) / 1e12
          state.paths.set(sum, (state.paths.get(sum) ?? 0) + ways)
        }
        steps += followed - counted
        return steps <= mostSteps
      })
      if (!ok) return null
    }
    states = next
    if (coming.length === 1) break
  }
  return Math.min(1, p)
}

/** Every way to take `column` from the sums left; stops where the visitor says so. */
function eachColumn(
  left: readonly number[],
  column: number,
  visit: (chosen: readonly number[], rest: readonly number[]) => boolean,
): boolean {
  const chosen = left.map(() => 0)
  const rest = [...left]
  const after = left.map((_, i) => left.slice(i + 1).reduce((sum, value) => sum + value, 0))
  const place = (i: number, open: number): boolean => {
    const room = left[i] ?? 0
    if (i === left.length - 1) {
      chosen[i] = open
      rest[i] = room - open
      return visit(chosen, rest)
    }
    for (let k = Math.max(0, open - (after[i] ?? 0)); k <= Math.min(room, open); k += 1) {
      chosen[i] = k
      rest[i] = room - k
      if (!place(i + 1, open - k)) return false
    }
    return true
  }
  return place(0, column)
}
