import type { ClauseEvidence } from './clausePolarity.js'
import { leanOf, type Weights } from './model.js'
import type { View } from './view.js'

/** How much the rules count beside the learnt words of a clause, and how much of the comment's own mean is taken off. */
const RULES = 2
const MEAN = 0.5

/**
 * Which way each clause of a comment leans that says both: positive numbers to praise. Chosen on mentions of categories
 * in our own comments, cross-fitted: 70 % of those in mixed comments are right, against 61 % by the rules alone.
 */
export function leanings(
  view: View,
  clauses: readonly ClauseEvidence[],
  weights: Weights | undefined,
): number[] {
  const learnt = clauses.map((found) => (weights === undefined ? 0 : leanOf(weights, view, found)))
  const mean = learnt.reduce((sum, lean) => sum + lean, 0) / Math.max(1, learnt.length)
  return clauses.map(
    ({ positive, negative }, i) =>
      RULES * (Math.log1p(positive) - Math.log1p(negative)) + (learnt[i] as number) - MEAN * mean,
  )
}
