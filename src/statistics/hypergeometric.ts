import { PalauteError } from '../errors.js'
import { discreteQuantile, logBinomialMass, requireWhole } from './binomial.js'
import { requireNumber } from './require.js'
import type { Tail, Tails } from './tails.js'

/**
 * An urn: `marked` of `total` are marked, `drawn` are taken without putting back; X is how many marked come.
 */
export interface Urn {
  marked: number
  total: number
  drawn: number
}

function requireUrn({ marked, total, drawn }: Urn): void {
  requireWhole(total, 'total')
  for (const [name, value] of [['marked', marked] as const, ['drawn', drawn] as const])
    if (requireWhole(value, name) > total)
      throw new PalauteError('bad_option', `${name} must not be above total; got ${value} > ${total}.`, {
        path: name,
      })
}

const lowest = ({ marked, total, drawn }: Urn) => Math.max(0, drawn + marked - total)
const highest = ({ marked, drawn }: Urn) => Math.min(marked, drawn)

/** log P(X = k), as three binomial masses with the same probability, so that nothing large cancels. */
export function logHypergeometricMass(k: number, { marked, total, drawn }: Urn): number {
  if (total === 0) return 0
  const p = drawn / total
  const q = (total - drawn) / total
  return (
    logBinomialMass(k, marked, p, q) +
    logBinomialMass(drawn - k, total - marked, p, q) -
    logBinomialMass(drawn, total, p, q)
  )
}

/**
 * P(X = k) of the hypergeometric distribution.
 *
 * @throws PalauteError `bad_option` when the urn's numbers are not whole or do not fit in `total`
 * Source: Loader 2000 (saddle-point expansion).
 * @example hypergeometricMass(1, {marked: 5, total: 10, drawn: 2}) // 0.5555555555555556
 */
export function hypergeometricMass(k: number, urn: Urn): number {
  requireUrn(urn)
  if (!Number.isInteger(requireNumber(k, 'k')) || k < lowest(urn) || k > highest(urn)) return 0
  return Math.exp(logHypergeometricMass(k, urn))
}

/** Sum of P(X = j) over P(X = k), from k downwards or upwards, until the terms no longer count. */
function ratioSum(k: number, { marked, total, drawn }: Urn, down: boolean): number {
  const other = total - marked - drawn
  let term = 1
  let sum = 1
  for (let j = k; term > sum * 1e-17; j += down ? -1 : 1) {
    term *= down
      ? (j * (other + j)) / ((marked - j + 1) * (drawn - j + 1))
      : ((marked - j) * (drawn - j)) / ((j + 1) * (other + j + 1))
    sum += term
  }
  return sum
}

/**
 * Both tails of the hypergeometric distribution: P(X <= k) and P(X > k).
 *
 * @param k any number; its whole part counts
 * @throws PalauteError `bad_option` when the urn's numbers are not whole or do not fit in `total`
 * Source: the mass at the edge of the smaller tail, times the sum of the ratios of neighbors outwards.
 * @example hypergeometricTails(1, {marked: 5, total: 10, drawn: 2}).lower // 0.7777777777777778
 */
export function hypergeometricTails(k: number, urn: Urn): Tails {
  requireUrn(urn)
  const whole = Math.floor(requireNumber(k, 'k'))
  if (whole < lowest(urn)) return { lower: 0, upper: 1 }
  if (whole >= highest(urn)) return { lower: 1, upper: 0 }
  const { marked, total, drawn } = urn
  if (whole < drawn * (marked / total)) {
    const lower = Math.min(1, Math.exp(logHypergeometricMass(whole, urn)) * ratioSum(whole, urn, true))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, Math.exp(logHypergeometricMass(whole + 1, urn)) * ratioSum(whole + 1, urn, false))
  return { lower: 1 - upper, upper }
}

/**
 * Quantile of the hypergeometric distribution: the smallest k with P(X <= k) >= p.
 *
 * @param p probability in the tail named, 0..1
 * @throws PalauteError `bad_option` when the urn's numbers are not whole or do not fit in `total`
 * @example hypergeometricQuantile(0.5, {marked: 5, total: 10, drawn: 2}) // 1
 */
export function hypergeometricQuantile(p: number, urn: Urn, tail: Tail = 'lower'): number {
  requireUrn(urn)
  const from = lowest(urn)
  return from + discreteQuantile(p, tail, highest(urn) - from, (k) => hypergeometricTails(from + k, urn))
}
