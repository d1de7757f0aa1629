/** Which tail a probability stands for: P(X <= x) or P(X > x). */
export type Tail = 'lower' | 'upper'

/**
 * A distribution's two tails at a point. Both are given, because 1 - lower is 0 where upper is 1e-20,
 * and small p-values live there. For discrete distributions too, `upper` is P(X > x), strictly.
 */
export interface Tails {
  lower: number
  upper: number
}
