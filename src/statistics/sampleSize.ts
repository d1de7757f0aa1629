import { PalauteError } from '../errors.js'
import { bracketedRoot } from './bracketedRoot.js'
import { noncentralTUpper } from './noncentralT.js'
import { normalQuantile, normalTails } from './normal.js'
import { requireLevel, requirePositive, requireProbability } from './require.js'
import { tQuantile } from './studentT.js'

export interface SampleSize {
  /** Without an upper end to the population: (z s / m)². */
  infinite: number
  /** With the finite population correction: n0 / (1 + (n0 - 1) / N). */
  corrected: number
  /** Rounded up: what to collect. */
  answers: number
}

/**
 * Answers needed for a margin of error.
 *
 * @param spread standard deviation of one answer, in the unit of the margin (NPS on -1..1: 0.66 at +60, 1 at worst)
 * @param margin half width wanted
 * @param population how many there are in all; Infinity unless told
 * @throws PalauteError `bad_option` when a number is not positive or the level is not one
 * Source: Cochran 1977 (4.1, 4.2).
 * @example sampleSizeForMargin(0.67, 0.05, 900).answers // 391
 */
export function sampleSizeForMargin(
  spread: number,
  margin: number,
  population = Infinity,
  level = 0.95,
): SampleSize {
  requirePositive(spread, 'spread')
  requirePositive(margin, 'margin')
  requirePositive(population, 'population')
  const z = normalQuantile((1 - requireLevel(level)) / 2, 'upper')
  const infinite = ((z * spread) / margin) ** 2
  const corrected = infinite / (1 + (infinite - 1) / population)
  return { infinite, corrected, answers: Math.min(population, Math.ceil(corrected - 1e-9)) }
}

/**
 * Answers needed in each of two samples to see a difference of means (NPS included).
 *
 * n = (s1² + s2²) (z(alpha/2) + z(power))² / d²
 * @param difference in the unit of the spreads
 * @throws PalauteError `bad_option` when a number is not positive or a probability is not one
 * Source: normal approximation; within one answer of R's power.t.test for large n.
 * @example Math.ceil(sampleSizeForDifference(0.67, 0.67, 0.05)) // 2819
 */
export function sampleSizeForDifference(
  spread1: number,
  spread2: number,
  difference: number,
  power = 0.8,
  alpha = 0.05,
): number {
  requirePositive(spread1, 'spread1')
  requirePositive(spread2, 'spread2')
  requirePositive(Math.abs(difference), 'difference')
  const z = normalQuantile(alpha / 2, 'upper') + normalQuantile(requirePower(power, alpha), 'lower')
  return (spread1 ** 2 + spread2 ** 2) * (z / difference) ** 2
}

function requirePower(power: number, alpha: number): number {
  requireProbability(alpha, 'alpha')
  requireProbability(power, 'power')
  if (!(power > alpha && power < 1))
    throw new PalauteError('bad_option', `power must be above alpha and below 1; got ${power}.`, {
      path: 'power',
    })
  return power
}

/**
 * Power of the two-sided test of two proportions with n answers each.
 *
 * @param strict count also the chance to reject in the wrong direction
 * @throws PalauteError `bad_option` when a number is out of its range
 * Source: Fleiss 1981; equals R's power.prop.test.
 * @example powerOfProportions(500, 0.85, 0.9) // 0.667030628606176
 */
export function powerOfProportions(n: number, p1: number, p2: number, alpha = 0.05, strict = false): number {
  requirePositive(n, 'n')
  requireProbability(p1, 'p1')
  requireProbability(p2, 'p2')
  const z = normalQuantile(requireProbability(alpha, 'alpha') / 2, 'upper')
  const mean = (p1 + p2) / 2
  const level0 = z * Math.sqrt(2 * mean * (1 - mean))
  const spread = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  const d = Math.sqrt(n) * Math.abs(p1 - p2)
  const right = normalTails((d - level0) / spread).lower
  return strict ? right + normalTails((d + level0) / spread).upper : right
}

/**
 * Answers needed in each of two samples to see two proportions apart.
 *
 * @throws PalauteError `bad_option` when the proportions are the same or a number is out of its range
 * Source: Fleiss 1981; equals R's power.prop.test.
 * @example Math.ceil(sampleSizeForProportions(0.85, 0.9)) // 686
 */
export function sampleSizeForProportions(p1: number, p2: number, power = 0.8, alpha = 0.05): number {
  requireProbability(p1, 'p1')
  requireProbability(p2, 'p2')
  requirePositive(Math.abs(p1 - p2), 'p1 - p2')
  requirePower(power, alpha)
  const mean = (p1 + p2) / 2
  const sum =
    normalQuantile(alpha / 2, 'upper') * Math.sqrt(2 * mean * (1 - mean)) +
    normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  return (sum / (p1 - p2)) ** 2
}

/**
 * Power of the two-sided two-sample t test with n answers each.
 *
 * @throws PalauteError `bad_option` when a number is out of its range
 * Source: noncentral t distribution; equals R's power.t.test.
 * @example powerOfMeans(394, 0.2, 1) // 0.8006
 */
export function powerOfMeans(n: number, difference: number, spread: number, alpha = 0.05): number {
  requirePositive(spread, 'spread')
  const df = 2 * requirePositive(n - 1, 'n - 1')
  const q = tQuantile(requireProbability(alpha, 'alpha') / 2, df, 'upper')
  return noncentralTUpper(q, df, Math.sqrt(n / 2) * (Math.abs(difference) / spread))
}

/**
 * Answers needed in each of two samples by the t test.
 *
 * @throws PalauteError `bad_option` when a number is out of its range
 * Source: noncentral t distribution; equals R's power.t.test.
 * @example sampleSizeForMeans(0.2, 1) // 393.4
 */
export function sampleSizeForMeans(difference: number, spread: number, power = 0.8, alpha = 0.05): number {
  const normal = sampleSizeForDifference(spread, spread, difference, power, alpha)
  return bracketedRoot((n) => powerOfMeans(n, difference, spread, alpha) - power, 1.5, 2 * normal + 50)
}
