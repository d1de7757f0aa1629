import { type McNemarTest, mcNemarTest } from './mcNemar.js'
import { npsScoreInterval } from './netPromoter.js'
import { requireLevel } from './require.js'

/** A yes/no question asked twice of the same respondents: before and after, or importance and experience. */
export interface PairedShares {
  /** Pairs with both answers. */
  n: number
  incomplete: number
  first: number
  second: number
  /** second - first, on -1..1. */
  difference: number
  interval: { low: number; high: number; level: number; method: 'score (Tango)' }
  /** null where nobody changed. */
  test: McNemarTest | null
}

/**
 * Change of a share between two answers of the same respondents.
 *
 * @param pairs [first, second]; null = missing, and the pair is left out
 * @returns null where no pair is complete
 * Source: Tango 1998 (interval of the paired difference); McNemar 1947 (test).
 * @example pairedShares([[false, true], [true, true], [false, false]])?.difference // 0.3333333333333333
 */
export function pairedShares(
  pairs: Iterable<readonly [boolean | null, boolean | null]>,
  options: { level?: number } = {},
): PairedShares | null {
  const level = requireLevel(options.level ?? 0.95)
  let [n, incomplete, up, down, both] = [0, 0, 0, 0, 0]
  for (const [first, second] of pairs) {
    if (first === null || second === null) {
      incomplete += 1
      continue
    }
    n += 1
    if (first && second) both += 1
    else if (second) up += 1
    else if (first) down += 1
  }
  if (n === 0) return null
  return {
    n,
    incomplete,
    first: (both + down) / n,
    second: (both + up) / n,
    difference: (up - down) / n,
    interval: { ...npsScoreInterval(up, down, n, level), level, method: 'score (Tango)' },
    test: mcNemarTest(up, down),
  }
}
