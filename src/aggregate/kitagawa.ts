import { badOption, requireSize } from './badOption.js'
import { sumOf } from './sumOf.js'

/** One unit (or service) in two periods; null where it did not answer in a period. */
export interface ChangeGroup {
  weightBefore: number
  weightAfter: number
  before: number | null
  after: number | null
}

export interface Decomposition {
  /** Change of the weighted total: rate + mix + entered + left. */
  total: number
  /** Change inside each group, at the mean of its two weights; 0 where it was there only once. */
  rates: number[]
  /** Change of each group's weight, measured from the mean of the two totals: sums as the plain form. */
  mixes: number[]
  /** Whole effect of a group that is there in one period only. */
  entered: number[]
  left: number[]
  rate: number
  mix: number
  enteredTotal: number
  leftTotal: number
  /** The total moved against the groups, carried by their weights. */
  simpson: boolean
}

/**
 * Splits the change of a weighted mean into what changed inside groups (rate) and how their weights changed
 * (mix): rate = (W0 + W1)/2 × (x1 - x0); mix = ((x0 + x1)/2 - c) × (W1 - W0) with c = (X0 + X1)/2.
 * Symmetric in time, without an interaction term. Weights that differ from 1 in sum are normalized.
 *
 * @throws PalauteError `bad_option` for a weight that is negative or not finite, or weights that sum to 0
 * Source: Kitagawa 1955; centring as in Oaxaca-Blinder.
 * @example kitagawa([
 *   { weightBefore: 0.8, weightAfter: 0.2, before: 0.2, after: 0.15 },
 *   { weightBefore: 0.2, weightAfter: 0.8, before: 0.7, after: 0.65 },
 * ]).simpson // true: both fell by 5 points, the total rose by 25
 */
export function kitagawa(groups: readonly ChangeGroup[]): Decomposition {
  const side = (values: (number | null)[], weights: number[]) => {
    const used = weights.map((weight, i) => {
      requireSize(weight, `groups[${i}]`, 'Weights')
      return values[i] === null ? 0 : weight
    })
    const sum = sumOf(used)
    if (!(sum > 0))
      throw badOption('groups', 'Weights before or after the change sum to 0: nothing to compare.')
    // Weights that sum to 1 already are left as they are, to the last digit.
    return Math.abs(sum - 1) < 1e-12 ? used : used.map((weight) => weight / sum)
  }
  const x0 = groups.map((group) => group.before)
  const x1 = groups.map((group) => group.after)
  const w0 = side(
    x0,
    groups.map((group) => group.weightBefore),
  )
  const w1 = side(
    x1,
    groups.map((group) => group.weightAfter),
  )
  const before = sumOf(w0, (weight, i) => weight * (x0[i] ?? 0))
  const after = sumOf(w1, (weight, i) => weight * (x1[i] ?? 0))
  const center = (before + after) / 2
  const parts = {
    rates: [] as number[],
    mixes: [] as number[],
    entered: [] as number[],
    left: [] as number[],
  }
  groups.forEach((group, i) => {
    const [a, b] = [w0[i] ?? 0, w1[i] ?? 0]
    const [was, is] = [group.before ?? center, group.after ?? center]
    const both = group.before !== null && group.after !== null
    parts.rates.push(both ? ((a + b) / 2) * (is - was) : 0)
    parts.mixes.push(both ? ((was + is) / 2 - center) * (b - a) : 0)
    // The side that is absent has weight 0, and stands at the center.
    parts.entered.push(group.before === null ? b * (is - center) : 0)
    parts.left.push(group.after === null ? a * (center - was) : 0)
  })
  const total = after - before
  const rate = sumOf(parts.rates)
  const mix = sumOf(parts.mixes)
  return {
    total,
    ...parts,
    rate,
    mix,
    enteredTotal: sumOf(parts.entered),
    leftTotal: sumOf(parts.left),
    simpson: total * rate < 0 && Math.abs(mix) > Math.abs(total) / 2,
  }
}
