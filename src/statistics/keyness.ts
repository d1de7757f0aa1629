import { PalauteError } from '../errors.js'
import { chiSquareTails } from './chiSquare.js'
import { requireCount, requirePositive } from './require.js'

export interface Keyness {
  /** 2 Σ O ln(O / E) */
  g2: number
  p: number
  /** log2 of the ratio of relative frequencies, a zero count as 0.5. */
  logRatio: number
}

/**
 * Is a term more common in one set of documents than in another? Log-likelihood ratio with its effect size.
 *
 * @param count1 documents with the term in the first set
 * @param total1 documents of the first set, above 0
 * @throws PalauteError `bad_option` when counts are negative or totals not positive
 * Source: Rayson & Garside 2000; Hardie 2014 (log ratio).
 * @example keyness(30, 10000, 10, 12000).g2 // 14.44
 */
export function keyness(count1: number, total1: number, count2: number, total2: number): Keyness {
  requireCount(count1, 'count1')
  requireCount(count2, 'count2')
  requirePositive(total1, 'total1')
  requirePositive(total2, 'total2')
  const rate = (count1 + count2) / (total1 + total2)
  const term = (count: number, total: number) => (count === 0 ? 0 : count * Math.log(count / (total * rate)))
  const g2 = Math.max(0, 2 * (term(count1, total1) + term(count2, total2)))
  return {
    g2,
    p: chiSquareTails(g2, 1).upper,
    logRatio: Math.log2((count1 || 0.5) / total1 / ((count2 || 0.5) / total2)),
  }
}

export interface LogOdds {
  delta: number[]
  variance: number[]
  z: number[]
}

/**
 * Weighted log-odds ratios of terms between two sets with an informative Dirichlet prior.
 *
 * @param first counts per term in the first set
 * @param second counts per term in the second set
 * @param prior pseudo-counts per term, above 0
 * @throws PalauteError `bad_option` when the lists differ in length or a count is out of its range
 * Source: Monroe, Colaresi & Quinn 2008 (15, 22).
 */
export function logOddsRatios(
  first: readonly number[],
  second: readonly number[],
  prior: readonly number[],
): LogOdds {
  if (first.length !== second.length || first.length !== prior.length)
    throw new PalauteError('bad_option', 'first, second and prior must be equally long.', { path: 'prior' })
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const [n1, n2, n0] = [total(first), total(second), total(prior)]
  const result: LogOdds = { delta: [], variance: [], z: [] }
  prior.forEach((weight, i) => {
    const a = requirePositive(weight, `prior[${i}]`)
    const y1 = requireCount(first[i] ?? Number.NaN, `first[${i}]`) + a
    const y2 = requireCount(second[i] ?? Number.NaN, `second[${i}]`) + a
    const delta = Math.log(y1 / (n1 + n0 - y1)) - Math.log(y2 / (n2 + n0 - y2))
    const variance = 1 / y1 + 1 / y2
    result.delta.push(delta)
    result.variance.push(variance)
    result.z.push(delta / Math.sqrt(variance))
  })
  return result
}
