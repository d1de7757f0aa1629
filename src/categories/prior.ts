import type { ConceptTable } from './conceptTable.js'
import { conceptKeys } from './features.js'
import type { Fitted } from './fit.js'

/** Log-odds of a leaf of which nothing speaks. */
export const PRIOR_BIAS = -3.5
/** Log-odds that a link of weight 1 adds: a concept of weight 2 alone makes its leaf likelier than not. */
const LINK = 2.1
/** A hint speaks more faintly. */
const HINT = 0.4

/** What the links of the concepts say before anything is learnt. */
export function priorOf(
  labels: readonly string[],
  table: Pick<ConceptTable, 'names' | 'links'>,
): Map<number, Float32Array> {
  const numbers = new Map(labels.map((label, index) => [label, index]))
  const prior = new Map<number, Float32Array>()
  for (const { concept, category, weight } of table.links) {
    const label = numbers.get(category)
    const name = table.names[concept]
    if (label === undefined || name === undefined) continue
    const { plain, hint } = conceptKeys(name)
    for (const [key, share] of [
      [plain, 1],
      [hint, HINT],
    ] as const) {
      const row = prior.get(key) ?? new Float32Array(labels.length)
      row[label] = weight * LINK * share
      prior.set(key, row)
    }
  }
  return prior
}

/** A model that knows nothing but the links. */
export function fittedPrior(labels: readonly string[], prior: ReadonlyMap<number, Float32Array>): Fitted {
  const hashes = Uint32Array.from(prior.keys()).sort()
  const weights = new Float32Array(hashes.length * labels.length)
  for (const [row, hash] of hashes.entries())
    weights.set(prior.get(hash) as Float32Array, row * labels.length)
  return { hashes, weights, bias: new Float32Array(labels.length).fill(PRIOR_BIAS) }
}
