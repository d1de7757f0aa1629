import { PalauteError } from '../errors.js'
import type { Interval } from '../types.js'
import { betaQuantile } from './beta.js'
import { wilsonInterval } from './proportion.js'
import { tQuantile } from './studentT.js'

export type ProportionMethod = 'wilson' | 'logit' | 'xlogit' | 'beta' | 'mean' | 'asin' | 'likelihood'

/**
 * Interval of a weighted proportion from its design-based standard error, as R's svyciprop.
 *
 * wilson: score limits on nEff = p (1 - p) / se², which never degenerate (n itself where se = 0);
 * beta: Korn & Graubard's exact limits on nEff (t_{n-1} / t_df)²; logit and xlogit: t on the log odds
 * (R's two differ only in how they get there); asin: t on asin √p; likelihood: where nEff (n - 1)/n × deviance
 * passes t²; mean: p ± t se.
 *
 * @param p 0..1
 * @param se standard error by the design
 * @param n answers
 * @param df degrees of freedom of the design
 * @throws PalauteError `bad_option` when p is not a proportion or df is not positive
 * Source: Lumley, survey 4.1; Korn & Graubard 1998.
 * @example surveyProportion({ p: 0.5, se: 0.05, n: 100, df: 90, method: 'mean' }).low // 0.4007
 */
export function surveyProportion(options: {
  p: number
  se: number
  n: number
  df: number
  method?: ProportionMethod
  level?: number
}): Interval {
  const { p, se, n, df, method = 'wilson', level = 0.95 } = options
  if (!(p >= 0 && p <= 1))
    throw new PalauteError('bad_option', `p must be between 0 and 1, got ${p}.`, { path: 'p' })
  if (!(df > 0)) throw new PalauteError('bad_option', `df must be above 0, got ${df}.`, { path: 'df' })
  const tail = (1 - level) / 2
  const t = tQuantile(tail, df, 'upper')
  const nEff = se > 0 ? (p * (1 - p)) / se ** 2 : n
  const named = (low: number, high: number): Interval => ({
    low: Math.max(0, low),
    high: Math.min(1, high),
    level,
    method,
  })
  if (method === 'wilson') {
    const limits = wilsonInterval(p * nEff, nEff, level)
    return named(limits.low, limits.high)
  }
  if (method === 'mean') return { low: p - t * se, high: p + t * se, level, method }
  if (method === 'beta') {
    const size = nEff * (tQuantile(tail, n - 1, 'upper') / t) ** 2
    return named(
      p === 0 ? 0 : betaQuantile(tail, size * p, size * (1 - p) + 1),
      p === 1 ? 1 : betaQuantile(tail, size * p + 1, size * (1 - p), 'upper'),
    )
  }
  // The rest move on a scale that has no end: at 0 and 1 only the exact limits say something.
  if (p === 0 || p === 1) return { ...surveyProportion({ ...options, method: 'beta' }), method: 'beta' }
  if (method === 'asin') {
    const angle = Math.asin(Math.sqrt(p))
    const half = (t * se) / (2 * Math.sqrt(p * (1 - p)))
    return named(Math.sin(Math.max(0, angle - half)) ** 2, Math.sin(Math.min(Math.PI / 2, angle + half)) ** 2)
  }
  if (method === 'likelihood') return likelihoodLimits(p, (nEff * (n - 1)) / n, t, level)
  const odds = Math.log(p / (1 - p))
  const half = (t * se) / (p * (1 - p))
  return named(1 / (1 + Math.exp(half - odds)), 1 / (1 + Math.exp(-half - odds)))
}

/** The p0 at which 2 nEff KL(p || p0) passes t², by bisection on either side of p. */
function likelihoodLimits(p: number, nEff: number, t: number, level: number): Interval {
  const deviance = (at: number) => 2 * nEff * (p * Math.log(p / at) + (1 - p) * Math.log((1 - p) / (1 - at)))
  const solve = (outside: number) => {
    let [far, near] = [outside, p]
    for (let i = 0; i < 100; i += 1) {
      const middle = (far + near) / 2
      if (deviance(middle) > t * t) far = middle
      else near = middle
    }
    return (far + near) / 2
  }
  return { low: solve(0), high: solve(1), level, method: 'likelihood' }
}
