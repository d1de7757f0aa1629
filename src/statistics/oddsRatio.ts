import { PalauteError } from '../errors.js'
import { requireWhole } from './binomial.js'
import { bracketedRoot } from './bracketedRoot.js'
import { marginsOf, type Table } from './contingency.js'
import { logHypergeometricMass, type Urn } from './hypergeometric.js'
import type { Limits } from './proportion.js'
import { requireLevel } from './require.js'

export interface OddsRatio {
  /** Conditional maximum likelihood estimate; 0 and Infinity where a cell is empty. */
  value: number
  interval: Limits
}

/** Mean and tails at x of Fisher's noncentral hypergeometric distribution with log odds ratio `log`. */
function noncentral(urn: Urn, from: number, to: number, x: number, log: number) {
  const at = (k: number) => logHypergeometricMass(k, urn) + k * log
  // Unimodal in k: the peak by ternary search on the sign of the step.
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle + 1) > at(middle)) low = middle + 1
    else high = middle
  }
  const peak = at(low)
  let [all, mean, atMost, atLeast] = [0, 0, 0, 0]
  const add = (k: number): boolean => {
    const mass = Math.exp(at(k) - peak)
    all += mass
    mean += k * mass
    if (k <= x) atMost += mass
    if (k >= x) atLeast += mass
    return mass > 1e-25
  }
  for (let k = low; k <= to && add(k); k += 1);
  for (let k = low - 1; k >= from && add(k); k -= 1);
  return { mean: mean / all, atMost: atMost / all, atLeast: atLeast / all }
}

/**
 * Odds ratio of a 2 x 2 table given its margins, with its exact interval.
 *
 * @returns null where a margin is empty, since the margins then fix the table
 * @throws PalauteError `bad_option` when the table is not 2 x 2 of whole counts
 * Source: Cornfield 1956; R's fisher.test gives the same to the 4 digits of its root search.
 * @example exactOddsRatio([[3, 1], [1, 3]])?.value // 6.40832
 */
export function exactOddsRatio(table: Table, level = 0.95): OddsRatio | null {
  const { rows, columns, n } = marginsOf(table)
  if (rows.length !== 2 || columns.length !== 2)
    throw new PalauteError('bad_option', 'table must be 2 x 2.', { path: 'table' })
  for (const [i, row] of table.entries())
    for (const [j, count] of row.entries()) requireWhole(count, `table[${i}][${j}]`)
  const urn: Urn = { marked: columns[0] ?? 0, total: n, drawn: rows[0] ?? 0 }
  const x = table[0]?.[0] ?? 0
  const from = Math.max(0, urn.drawn + urn.marked - n)
  const to = Math.min(urn.marked, urn.drawn)
  if (from === to) return null
  const alpha = (1 - requireLevel(level)) / 2
  const solve = (f: (log: number) => number) => Math.exp(bracketedRoot(f, -700, 700))
  const low = x === from ? 0 : solve((log) => noncentral(urn, from, to, x, log).atLeast - alpha)
  const high = x === to ? Infinity : solve((log) => noncentral(urn, from, to, x, log).atMost - alpha)
  const value =
    x === from ? 0 : x === to ? Infinity : solve((log) => noncentral(urn, from, to, x, log).mean - x)
  return { value, interval: { low, high } }
}
