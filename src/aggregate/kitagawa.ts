import { badOption } from './badOption.js'

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
  const normalized = (of: 'before' | 'after') => {
    const weights = groups.map((group, i) => {
      const weight = of === 'before' ? group.weightBefore : group.weightAfter
      if (!(weight >= 0 && weight < Infinity))
        throw badOption(`groups[${i}]`, `Weights must be 0 or more and finite, got ${weight}.`)
      return group[of] === null ? 0 : weight
    })
    const sum = weights.reduce((total, weight) => total + weight, 0)
    if (!(sum > 0)) throw badOption('groups', `Weights ${of} the change sum to 0: nothing to compare.`)
    // Weights that sum to 1 already are left as they are, to the last digit.
    return Math.abs(sum - 1) < 1e-12 ? weights : weights.map((weight) => weight / sum)
  }
  const w0 = normalized('before')
  const w1 = normalized('after')
  const sumOf = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const x0 = sumOf(groups.map((group, i) => (w0[i] ?? 0) * (group.before ?? 0)))
  const x1 = sumOf(groups.map((group, i) => (w1[i] ?? 0) * (group.after ?? 0)))
  const center = (x0 + x1) / 2
  const each = (of: (before: number, after: number, i: number) => number) =>
    groups.map((group, i) =>
      group.before === null || group.after === null ? 0 : of(group.before, group.after, i),
    )
  const rates = each((before, after, i) => (((w0[i] ?? 0) + (w1[i] ?? 0)) / 2) * (after - before))
  const mixes = each((before, after, i) => ((before + after) / 2 - center) * ((w1[i] ?? 0) - (w0[i] ?? 0)))
  const entered = groups.map((g, i) =>
    g.before === null && g.after !== null ? (w1[i] ?? 0) * (g.after - center) : 0,
  )
  const left = groups.map((g, i) =>
    g.after === null && g.before !== null ? (w0[i] ?? 0) * (center - g.before) : 0,
  )
  const total = x1 - x0
  const rate = sumOf(rates)
  const mix = sumOf(mixes)
  return {
    total,
    rates,
    mixes,
    entered,
    left,
    rate,
    mix,
    enteredTotal: sumOf(entered),
    leftTotal: sumOf(left),
    simpson:
      total !== 0 &&
      rate !== 0 &&
      Math.sign(total) !== Math.sign(rate) &&
      Math.abs(mix) > Math.abs(total) / 2,
  }
}
