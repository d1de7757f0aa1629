import { PalauteError } from '../errors.js'
import type { Label } from './calibration.js'

export interface RakeMargin {
  name: string
  /** Class of each record. */
  labels: readonly Label[]
  /** Population total of each class. */
  totals: Readonly<Record<string, number>>
}

function bad(path: string, message: string): PalauteError {
  return new PalauteError('bad_option', message, { path })
}

/** Checks a margin against the sample: each class of one must be in the other. */
function checkMargin(margin: RakeMargin, weights: readonly number[]): number {
  const path = `margins.${margin.name}`
  const present = new Map<string, number>()
  margin.labels.forEach((label, i) => {
    present.set(String(label), (present.get(String(label)) ?? 0) + (weights[i] ?? 0))
  })
  let total = 0
  for (const [label, target] of Object.entries(margin.totals)) {
    if (!(target >= 0 && target < Infinity))
      throw bad(
        path,
        `Margin "${margin.name}", class "${label}": the total must be 0 or more, got ${target}.`,
      )
    if (target > 0 && !((present.get(label) ?? 0) > 0))
      throw bad(
        path,
        `Margin "${margin.name}": class "${label}" has no answers, so its ${target} cannot be represented; join it to another class.`,
      )
    total += target
  }
  for (const label of present.keys())
    if (!Object.hasOwn(margin.totals, label))
      throw bad(path, `Margin "${margin.name}": answers of class "${label}" have no population total.`)
  if (!(total > 0)) throw bad(path, `Margin "${margin.name}": the totals sum to 0.`)
  return total
}

/** One pass of proportional fitting; the largest relative change of a class total is returned. */
function fitMargin(weights: number[], margin: RakeMargin, frequency: readonly number[]): number {
  const sums = new Map<Label, number>()
  margin.labels.forEach((label, i) => {
    sums.set(label, (sums.get(label) ?? 0) + (weights[i] ?? 0) * (frequency[i] ?? 1))
  })
  let change = 0
  const factors = new Map<Label, number>()
  for (const [label, sum] of sums) {
    const factor = sum > 0 ? (margin.totals[String(label)] ?? 0) / sum : 0
    factors.set(label, factor)
    if (sum > 0) change = Math.max(change, Math.abs(factor - 1))
  }
  margin.labels.forEach((label, i) => {
    weights[i] = (weights[i] ?? 0) * (factors.get(label) ?? 1)
  })
  return change
}

/** Weights of post-strata: each class of one margin brought to its total, as R's postStratify. */
export function postStratify(
  base: readonly number[],
  margin: RakeMargin,
  frequency: readonly number[] = [],
): number[] {
  return rake(base, [margin], { frequency })
}

/**
 * Weights raked to several margins at once (iterative proportional fitting), as R's rake.
 *
 * @param base weights to start from, one a record
 * @returns weights for which every margin holds
 * @throws PalauteError `bad_option` (path `margins.NAME`): a class without answers, answers without a class,
 * margins whose totals differ, or margins that cannot hold together
 * Source: Deming & Stephan 1940.
 * @example rake([1, 1, 1], [{name: 'sex', labels: ['F', 'F', 'M'], totals: {F: 50, M: 50}}]) // [25, 25, 50]
 */
export function rake(
  base: readonly number[],
  margins: readonly RakeMargin[],
  options: { tolerance?: number; iterations?: number; frequency?: readonly number[] } = {},
): number[] {
  const { tolerance = 1e-13, iterations = 1000, frequency = [] } = options
  const [first, ...others] = margins
  if (first === undefined) throw bad('margins', 'Raking needs at least one margin.')
  const total = checkMargin(first, base)
  for (const margin of others) {
    const own = checkMargin(margin, base)
    if (Math.abs(own - total) > 1e-9 * total)
      throw bad(
        `margins.${margin.name}`,
        `Margins must have one and the same population total; "${first.name}" sums to ${total}, "${margin.name}" to ${own}.`,
      )
  }
  const weights = [...base]
  let change = Infinity
  for (let round = 0; round < iterations && change > tolerance; round += 1) {
    change = 0
    for (const margin of margins) change = Math.max(change, fitMargin(weights, margin, frequency))
    if (margins.length === 1) return weights
  }
  // Rounding alone may keep a long fit above a tolerance this tight; a thousandth of an answer is no contradiction.
  if (change > Math.max(tolerance, 1e-6))
    throw bad(
      'margins',
      `The margins ${margins.map((m) => `"${m.name}"`).join(' and ')} contradict one another in these answers: no weights meet them all. Join small classes.`,
    )
  return weights
}
