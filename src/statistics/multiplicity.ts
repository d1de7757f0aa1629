import { PalauteError } from '../errors.js'
import { requireProbability } from './require.js'

/** How p-values of one family of tests are adjusted. */
export type Adjustment = 'benjamini-hochberg' | 'benjamini-yekutieli' | 'holm' | 'hochberg' | 'bonferroni'

/**
 * Adjusted p-values of one family of tests, in the order given. Null stays null and does not count among the
 * tests.
 *
 * Benjamini-Hochberg (default) holds the share of false flags, p(i) = min over j >= i of p(j) m / j; -Yekutieli
 * holds it under any dependence, times the sum of 1/i; Holm, Hochberg and Bonferroni hold the chance of any
 * false flag.
 * @throws PalauteError `bad_option` when a value is not a probability or the method is unknown
 * Source: Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001; Holm 1979; Hochberg 1988; equals R's p.adjust.
 * @example adjustP([0.01, 0.02, null, 0.5]) // [0.03, 0.03, null, 0.5]
 */
export function adjustP(
  p: readonly (number | null)[],
  method: Adjustment = 'benjamini-hochberg',
): (number | null)[] {
  const known = p.flatMap((value, index) =>
    value === null ? [] : [{ index, value: requireProbability(value, `p[${index}]`) }],
  )
  const m = known.length
  const harmonic = known.reduce((sum, _, i) => sum + 1 / (i + 1), 0)
  known.sort((x, y) => x.value - y.value)
  const factors: Record<Adjustment, (rank: number) => number> = {
    'benjamini-hochberg': (rank) => m / rank,
    'benjamini-yekutieli': (rank) => (harmonic * m) / rank,
    hochberg: (rank) => m - rank + 1,
    holm: (rank) => m - rank + 1,
    bonferroni: () => m,
  }
  if (!Object.hasOwn(factors, method))
    throw new PalauteError('bad_option', `method must be one of ${Object.keys(factors).join(', ')}.`, {
      path: 'method',
    })
  const raw = known.map(({ value }, i) => factors[method](i + 1) * value)
  const result: (number | null)[] = p.map(() => null)
  let reached = method === 'holm' ? 0 : 1
  // Holm steps down from the smallest, the others up from the largest; Bonferroni keeps each as it is.
  const order = method === 'holm' ? raw.keys() : [...raw.keys()].reverse()
  for (const i of order) {
    const own = Math.min(1, raw[i] ?? 1)
    if (method === 'holm') reached = Math.max(reached, own)
    else reached = method === 'bonferroni' ? own : Math.min(reached, own)
    const at = known[i]
    if (at) result[at.index] = reached
  }
  return result
}
