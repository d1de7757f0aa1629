import { PalauteError } from '../errors.js'

function bad(path: string, message: string): PalauteError {
  return new PalauteError('bad_option', message, { path })
}

/**
 * Weights brought between limits, their sum kept.
 *
 * @param spread `proportional` (default) raises or lowers the others in proportion; `additive` gives each
 * the same amount, as R's trimWeights
 * @throws PalauteError `bad_option` (path `upper` or `lower`) when the limits cannot hold the sum
 * Source: survey::trimWeights for the additive form, which recurses without end where limits leave no room.
 * @example trimWeights([1, 1, 10], {upper: 6}) // [3, 3, 6]
 */
export function trimWeights(
  weights: readonly number[],
  options: { upper?: number; lower?: number; spread?: 'proportional' | 'additive' } = {},
): number[] {
  const { upper = Infinity, lower = 0, spread = 'proportional' } = options
  const total = weights.reduce((sum, w) => sum + w, 0)
  if (!(lower <= upper)) throw bad('lower', `lower (${lower}) must not be above upper (${upper}).`)
  if (upper * weights.length < total * (1 - 1e-12))
    throw bad(
      'upper',
      `upper = ${upper} is below the mean weight ${total / weights.length}: the weights cannot keep their sum.`,
    )
  if (lower * weights.length > total * (1 + 1e-12))
    throw bad(
      'lower',
      `lower = ${lower} is above the mean weight ${total / weights.length}: the weights cannot keep their sum.`,
    )
  const moved = (by: number) =>
    weights.map((w) => Math.min(upper, Math.max(lower, spread === 'additive' ? w + by : w * by)))
  const excess = (by: number) => moved(by).reduce((sum, w) => sum + w, 0) - total
  // The sum never falls as `by` grows, so bisection finds it; the ends hold because the limits leave room.
  const reach = Math.max(...weights) + Math.min(upper, total) + lower
  let low = spread === 'additive' ? -reach : 0
  let high = spread === 'additive' ? reach : reach / Math.min(...weights.filter((w) => w > 0))
  if (excess(spread === 'additive' ? 0 : 1) === 0) return moved(spread === 'additive' ? 0 : 1)
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) high = middle
    else low = middle
  }
  return moved((low + high) / 2)
}
