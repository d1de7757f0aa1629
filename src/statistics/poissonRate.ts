import { betaQuantile } from './beta.js'
import { binomialTails, logBinomialMass, requireWhole } from './binomial.js'
import type { Limits } from './proportion.js'
import { requireLevel, requirePositive } from './require.js'

export interface RateRatio {
  /** Null where nothing was counted at all; Infinity where only the first sample has any. */
  ratio: number | null
  interval: Limits
  p: number
}

/**
 * Ratio of two Poisson rates, first over second: counts with their exposures (visits, weeks).
 *
 * @param count1 events of the first sample
 * @param exposure1 above 0
 * @throws PalauteError `bad_option` when a count is not whole or an exposure not positive
 * Source: conditional binomial test (Przyborowski & Wilenski 1940); equals R's poisson.test.
 * @example poissonRateRatio(12, 4, 9, 6).ratio // 2
 */
export function poissonRateRatio(
  count1: number,
  exposure1: number,
  count2: number,
  exposure2: number,
  level = 0.95,
): RateRatio {
  const n = requireWhole(count1, 'count1') + requireWhole(count2, 'count2')
  const scale = requirePositive(exposure2, 'exposure2') / requirePositive(exposure1, 'exposure1')
  const tail = (1 - requireLevel(level)) / 2
  const odds = (share: number) => (share / (1 - share)) * scale
  const low = count1 === 0 ? 0 : betaQuantile(tail, count1, count2 + 1)
  const high = count2 === 0 ? 1 : betaQuantile(tail, count1 + 1, count2, 'upper')
  return {
    ratio: n === 0 ? null : count2 === 0 ? Infinity : (count1 / count2) * scale,
    interval: { low: odds(low), high: high === 1 ? Infinity : odds(high) },
    p: binomialTestP(count1, n, exposure1 / (exposure1 + exposure2)),
  }
}

/**
 * Two-sided p of the exact binomial test: all counts that are at most as likely as the one seen.
 *
 * @throws PalauteError `bad_option` when the counts are not whole or p is not a probability
 * Source: equals R's binom.test.
 * @example binomialTestP(15, 20, 0.5) // 0.041389465332031
 */
export function binomialTestP(k: number, n: number, p: number): number {
  const limit = logBinomialMass(k, n, p, 1 - p) + Math.log1p(1e-7)
  const counts = (j: number) => logBinomialMass(j, n, p, 1 - p) <= limit
  const mode = Math.min(n, Math.floor((n + 1) * p))
  if (counts(mode)) return 1
  const cut = (end: number) => {
    if (!counts(end)) return null
    let [out, inside] = [mode, end]
    while (Math.abs(out - inside) > 1) {
      const middle = Math.floor((out + inside) / 2)
      if (counts(middle)) inside = middle
      else out = middle
    }
    return inside
  }
  const [lower, upper] = [cut(0), cut(n)]
  return Math.min(
    1,
    (lower === null ? 0 : binomialTails(lower, n, p).lower) +
      (upper === null ? 0 : binomialTails(upper - 1, n, p).upper),
  )
}
