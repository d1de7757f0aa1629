import { PalauteError } from '../errors.js'
import type { Judged } from './evaluation.js'

/** How often a category is given rightly: where it is (sensitivity), and left out where it is not (specificity). */
export interface ErrorRates {
  key: string
  sensitivity: number
  specificity: number
  /** Comments that these are known from. */
  having: number
  lacking: number
}

export interface CorrectedShare {
  key: string
  /** Share of comments that were given the category, and what it comes to when errors are accounted for. */
  observed: number
  /** null where the classifier does not tell the category from the rest. */
  corrected: number | null
  interval: { low: number; high: number; level: number; method: string } | null
}

/** Error rates by category from comments that people labelled (`evaluateClassifier` on kept comments). */
export function errorRates(rows: readonly Judged[]): ErrorRates[] {
  const keys = [...new Set(rows.flatMap(({ truth, given }) => [...truth, ...given]))].sort()
  return keys.map((key) => {
    const having = rows.filter(({ truth }) => truth.includes(key))
    const lacking = rows.filter(({ truth }) => !truth.includes(key))
    // Half a comment on both sides (Lang & Reiczigel 2014), so that few comments do not claim certainty.
    return {
      key,
      sensitivity: (having.filter(({ given }) => given.includes(key)).length + 0.5) / (having.length + 1),
      specificity: (lacking.filter(({ given }) => !given.includes(key)).length + 0.5) / (lacking.length + 1),
      having: having.length,
      lacking: lacking.length,
    }
  })
}

/** Quantile of the normal distribution for a 95 % interval. */
const Z = 1.959963984540054

/**
 * Shares of categories corrected for the classifier's known errors (Rogan & Gladen 1978), with the 95 % interval of
 * Lang & Reiczigel (2014), which also carries the uncertainty of the error rates.
 *
 * @param counts comments given each category, of `total`
 * @throws {PalauteError} `bad_option` with the path, for a count that is not a whole number of 0..total, or a rate
 *   outside 0..1
 * @example correctedShares([{ key: 'a', count: 20 }], 100, [{ key: 'a', sensitivity: 0.8, specificity: 0.9, having: 50, lacking: 50 }])[0]?.observed // 0.2
 */
export function correctedShares(
  counts: readonly { key: string; count: number }[],
  total: number,
  rates: readonly ErrorRates[],
): CorrectedShare[] {
  const wrong = (path: string, what: string) => new PalauteError('bad_option', what, { path })
  if (!Number.isInteger(total) || total < 0) throw wrong('total', 'The total is a whole number of comments.')
  for (const [index, { count }] of counts.entries())
    if (!Number.isInteger(count) || count < 0 || count > total)
      throw wrong(`counts.${index}.count`, 'A count is a whole number from 0 to the total.')
  for (const [index, rate] of rates.entries()) {
    for (const field of ['sensitivity', 'specificity'] as const)
      if (!(rate[field] >= 0 && rate[field] <= 1))
        throw wrong(`rates.${index}.${field}`, 'An error rate is between 0 and 1.')
    for (const field of ['having', 'lacking'] as const)
      if (!(rate[field] >= 0)) throw wrong(`rates.${index}.${field}`, 'A number of comments is 0 or more.')
  }
  const byKey = new Map(rates.map((rate) => [rate.key, rate]))
  return counts.map(({ key, count }) => {
    const observed = total === 0 ? 0 : count / total
    const rate = byKey.get(key)
    const gain = rate === undefined ? 0 : rate.sensitivity + rate.specificity - 1
    if (rate === undefined || total === 0 || gain <= 0.05)
      return { key, observed, corrected: null, interval: null }
    const n = total + Z * Z
    const share = (count + (Z * Z) / 2) / n
    const estimate = (share + rate.specificity - 1) / gain
    const spread = ({ p, size }: { p: number; size: number }) => (p * (1 - p)) / (size + 1)
    const shift =
      2 *
      Z *
      Z *
      (estimate * spread({ p: rate.sensitivity, size: rate.having }) -
        (1 - estimate) * spread({ p: rate.specificity, size: rate.lacking }))
    const error =
      Math.sqrt(
        (share * (1 - share)) / n +
          estimate * estimate * spread({ p: rate.sensitivity, size: rate.having }) +
          (1 - estimate) * (1 - estimate) * spread({ p: rate.specificity, size: rate.lacking }),
      ) / gain
    const inside = (value: number) => Math.min(1, Math.max(0, value))
    return {
      key,
      observed,
      corrected: inside((observed + rate.specificity - 1) / gain),
      interval: {
        low: inside(estimate + shift - Z * error),
        high: inside(estimate + shift + Z * error),
        level: 0.95,
        method: 'lang-reiczigel',
      },
    }
  })
}
