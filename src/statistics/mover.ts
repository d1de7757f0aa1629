import type { Limits } from './proportion.js'

/**
 * Interval of a difference from the intervals of its two terms (method of variance estimates recovery):
 * low = d - √((x1 - l1)² + (u2 - x2)²), high = d + √((u1 - x1)² + (x2 - l2)²), for independent samples.
 *
 * @param first estimate and limits of the first term
 * @param second estimate and limits of the second term
 * Source: Zou & Donner 2008; with Wilson limits it is Newcombe's 1998 method 10.
 * @example moverDifference({value: 0.8, low: 0.69, high: 0.877}, {value: 0.6, low: 0.49, high: 0.7}).low // 0.0513
 */
export function moverDifference(
  first: Limits & { value: number },
  second: Limits & { value: number },
): Limits {
  const difference = first.value - second.value
  return {
    low: difference - Math.hypot(first.value - first.low, second.high - second.value),
    high: difference + Math.hypot(first.high - first.value, second.value - second.low),
  }
}
