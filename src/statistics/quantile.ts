import { PalauteError } from '../errors.js'
import { requireNumber, requireProbability } from './require.js'

/**
 * The definitions of Hyndman & Fan by their number: 1-3 give values of the sample (2 also their middle), 6 is
 * Weibull's, 7 that of Excel and R, 8 the median-unbiased one.
 */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

const offsets: Record<QuantileType, (p: number) => number> = {
  1: () => 0,
  2: () => 0,
  3: () => -0.5,
  4: () => 0,
  5: () => 0.5,
  6: (p) => p,
  7: (p) => 1 - p,
  8: (p) => (p + 1) / 3,
  9: (p) => p / 4 + 3 / 8,
}

/**
 * Sample quantile.
 *
 * @param p 0..1
 * @param type definition, 7 unless told
 * @returns null without values
 * @throws PalauteError `bad_option` when a value is NaN, p is not a probability, or the type is unknown
 * Source: Hyndman & Fan 1996, table 1.
 * @example sampleQuantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function sampleQuantile(values: readonly number[], p: number, type: QuantileType = 7): number | null {
  requireProbability(p, 'p')
  const offset = offsets[type]
  if (!offset)
    throw new PalauteError('bad_option', 'type must be a whole number from 1 to 9.', { path: 'type' })
  const sorted = values.map((value, i) => requireNumber(value, `values[${i}]`)).sort((x, y) => x - y)
  const n = sorted.length
  if (n === 0) return null
  // A place that is whole but for rounding is whole.
  const place = n * p + offset(p)
  const below = Math.floor(place + 4 * Number.EPSILON)
  const share = Math.abs(place - below) < 4 * Number.EPSILON ? 0 : place - below
  const jump = share > 0 ? 1 : 0
  const weights = { 1: jump, 2: (jump + 1) / 2, 3: jump === 1 || Math.abs(below % 2) === 1 ? 1 : 0 }
  const weight = type < 4 ? weights[type as 1 | 2 | 3] : share
  const at = (i: number) => sorted[Math.min(n, Math.max(1, i)) - 1] ?? Number.NaN
  const low = at(below)
  const high = at(below + 1)
  return weight === 0 || low === high ? low : low + weight * (high - low)
}
