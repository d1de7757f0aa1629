import { PalauteError } from '../errors.js'

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
