import { PalauteError } from '../errors.js'

function requirePairs(values: readonly number[], variances: readonly number[]): void {
  if (values.length === 0 || variances.length !== values.length)
    throw new PalauteError('bad_option', `There must be as many variances as values, ${values.length}.`, {
      path: 'variances',
    })
  values.forEach((x, i) => {
    const v = variances[i] ?? 0
    if (!(Number.isFinite(x) && v > 0 && v < Infinity))
      throw new PalauteError(
        'bad_option',
        `Values must be finite and variances above 0, got ${x} and ${v}.`,
        {
          path: `variances[${i}]`,
        },
      )
  })
}

/**
 * Variance between units beyond sampling (tau²), and the mean it implies: the tau² at which
 * Q = Σ (x - mu)² / (v + tau²) falls to its expectation, units - 1; 0 where Q is below it from the start.
 *
 * @param variances squared standard errors, above 0: smooth those of units whose answers agree
 * @throws PalauteError `bad_option` naming the entry that is not finite or not above 0
 * Source: Paule & Mandel 1982.
 * @example pauleMandel([0.5, 0.5], [0.01, 0.02]) // {tau2: 0, mu: 0.5}
 */
export function pauleMandel(
  values: readonly number[],
  variances: readonly number[],
): { tau2: number; mu: number } {
  requirePairs(values, variances)
  const at = (tau2: number) => {
    const weights = variances.map((v) => 1 / (v + tau2))
    const weighted = (of: (x: number) => number) =>
      values.reduce((sum, x, i) => sum + (weights[i] ?? 0) * of(x), 0)
    const mu = weighted((x) => x) / weighted(() => 1)
    return { tau2, mu, excess: weighted((x) => (x - mu) ** 2) - (values.length - 1) }
  }
  if (!(at(0).excess > 0)) return { tau2: 0, mu: at(0).mu }
  let [low, high] = [0, Math.min(...variances)]
  while (at(high).excess > 0) high *= 2
  // Bisection to the last digit: the search ends where no double lies between.
  for (;;) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) return { tau2: middle, mu: at(middle).mu }
    if (at(middle).excess > 0) low = middle
    else high = middle
  }
}
