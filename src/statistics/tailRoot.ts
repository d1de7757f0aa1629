/**
 * Finds u where the logarithm of a tail probability equals `target`, by Newton's method kept inside a bracket.
 * For a tail that is log-concave in u the tangent lies above the curve, so the steps converge from any start.
 *
 * @param kernel derivative of the lower tail by u
 * @param rising whether the tail grows with u (a lower tail) or falls (an upper one)
 */
export function solveTail(
  start: number,
  target: number,
  rising: boolean,
  tail: (u: number) => number,
  kernel: (u: number) => number,
): number {
  const sign = rising ? 1 : -1
  let u = start
  let low = -Infinity
  let high = Infinity
  let previous = Infinity
  for (let i = 0; i < 500; i += 1) {
    const reached = tail(u)
    const slope = kernel(u) / reached
    const error = Math.log(reached) - target
    if (error === 0) return u
    if (error * sign < 0) low = Math.max(low, u)
    else high = Math.min(high, u)
    let step = -sign * (error / slope)
    // Where the tail underflows there is nothing to divide by: back off, and halve once a bracket is known.
    if (!Number.isFinite(step)) step = -sign * Math.sign(error) * 0.5 * 2 ** Math.min(i, 9)
    const size = Math.abs(step)
    const settled = size < 1e-12 * Math.max(1, Math.abs(u)) && size >= previous / 2
    if (size <= 2 ** -52 * Math.abs(u) || settled) return u + step
    previous = size
    if (u + step <= low || u + step >= high)
      step = Number.isFinite(low + high) ? (low + high) / 2 - u : Math.sign(step) * 0.5
    u += step
  }
  return u
}
