import { binomialTails } from './binomial.js'
import { chiSquareTails } from './chiSquare.js'
import { requireCount } from './require.js'

export interface McNemarTest {
  chiSquare: number
  p: number
  /** Two-sided binomial p of b against b + c; null for counts that are not whole. */
  exactP: number | null
}

/**
 * McNemar's test of paired yes/no answers, for example "was it important" against "did it happen".
 *
 * @param b pairs that changed one way
 * @param c pairs that changed the other way
 * @returns null where no pair changed
 * @throws PalauteError `bad_option` when a count is negative or not finite
 * Source: McNemar 1947 without continuity correction; exact by the binomial distribution.
 * @example mcNemarTest(15, 5)?.exactP // 0.0413894653320313
 */
export function mcNemarTest(b: number, c: number): McNemarTest | null {
  requireCount(b, 'b')
  requireCount(c, 'c')
  const n = b + c
  if (n === 0) return null
  const chiSquare = (b - c) ** 2 / n
  const whole = Number.isSafeInteger(b) && Number.isSafeInteger(c)
  return {
    chiSquare,
    p: chiSquareTails(chiSquare, 1).upper,
    exactP: whole ? Math.min(1, 2 * binomialTails(Math.min(b, c), n, 0.5).lower) : null,
  }
}
