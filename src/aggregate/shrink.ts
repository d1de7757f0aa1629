import { PalauteError } from '../errors.js'
import { type HeterogeneityMethod, heterogeneity } from './heterogeneity.js'

export interface NormalShrinkage {
  /** Variance between units. */
  tau2: number
  mu: number
  seMu: number
  /** Cochran's Q and I² in percent. */
  q: number
  i2: number
  /** How much of each unit's own value is kept, tau² / (tau² + v). */
  weightOwn: number[]
  shrunk: number[]
  /** √(weight × v): ignores that mu and tau² are estimates, so it is too small for few units. */
  naivePosteriorSd: number[]
}

/**
 * Empirical-Bayes shrinkage of unit values towards their mean, normal-normal.
 *
 * For ranking and pictures only: a total keeps the unshrunk values. Use smoothed variances, since a unit
 * whose answers all agree has variance 0 and would not be shrunk at all.
 *
 * @param values any scale
 * @param variances squared standard errors, above 0
 * @param method of tau²: Paule-Mandel (default), DerSimonian-Laird, REML, ML
 * @throws PalauteError `bad_option` naming the entry
 * Source: metafor's rma and blup; Paule & Mandel 1982.
 * @example shrinkNormal([0.5, 0.5, 0.5], [0.01, 0.02, 0.03]).shrunk // [0.5, 0.5, 0.5]
 */
export function shrinkNormal(
  values: readonly number[],
  variances: readonly number[],
  method: HeterogeneityMethod = 'PM',
): NormalShrinkage {
  const { tau2, mu, seMu, q, i2 } = heterogeneity(values, variances, method)
  const weightOwn = variances.map((v) => tau2 / (tau2 + v))
  return {
    tau2,
    mu,
    seMu,
    q,
    i2,
    weightOwn,
    shrunk: values.map((x, i) => mu + (weightOwn[i] ?? 0) * (x - mu)),
    naivePosteriorSd: variances.map((v, i) => Math.sqrt((weightOwn[i] ?? 0) * v)),
  }
}

/**
 * Shrinkage of a histogram towards a profile: the posterior mean under Dirichlet(M × prior), as if M more
 * answers of the profile had come in; `sd` is the posterior standard deviation.
 *
 * @param counts histogram
 * @param scores score of each class (NPS: -1, 0, 1)
 * @param prior shares of the profile, summing to 1
 * @param strength M, 0 or more; Infinity gives the profile itself
 * Source: conjugate Dirichlet-multinomial; Var(Σ s p) = (Σ s² E p - (Σ s E p)²) / (n + M + 1).
 * @example shrinkHistogram([0, 4, 1], [-1, 0, 1], [0.2, 0.2, 0.6], 10).value // 0.333333
 */
export function shrinkHistogram(
  counts: readonly number[],
  scores: readonly number[],
  prior: readonly number[],
  strength: number,
): { value: number; sd: number } {
  if (!(strength >= 0))
    throw new PalauteError('bad_option', `strength must be 0 or more, got ${strength}.`, { path: 'strength' })
  const n = counts.reduce((sum, count) => sum + count, 0)
  const share = (i: number) =>
    strength === Infinity ? (prior[i] ?? 0) : ((counts[i] ?? 0) + strength * (prior[i] ?? 0)) / (n + strength)
  const value = scores.reduce((sum, score, i) => sum + score * share(i), 0)
  const squares = scores.reduce((sum, score, i) => sum + score * score * share(i), 0)
  return { value, sd: Math.sqrt(Math.max(0, squares - value * value) / (n + strength + 1)) }
}
