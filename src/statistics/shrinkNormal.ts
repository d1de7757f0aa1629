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
