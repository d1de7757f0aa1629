import type { Polarity, Span } from '../types.js'
import type { Assessment, ClauseSentiment } from './assessor.js'

const overlaps = (x: Span, y: Span): boolean => x.start < y.end && y.start < x.end

/**
 * The polarity of a mention: that of the clauses that hold its evidence; where they say nothing, of the clause
 * that follows or precedes ("Odotin tunnin. Ärsytti."), else of the whole comment.
 */
export function polarityAt(assessment: Assessment, evidence: readonly Span[]): Polarity {
  const { clauses } = assessment
  let best: ClauseSentiment | undefined
  let where = -1
  let mixed = false
  for (let i = 0; i < clauses.length; i += 1) {
    const clause = clauses[i] as ClauseSentiment
    if (!evidence.some((span) => overlaps(span, clause))) continue
    where = i
    if (clause.label === 'neutral') continue
    if (best && best.label !== clause.label && evidence.length === 1) mixed = true
    if (best === undefined || Math.abs(clause.score) > Math.abs(best.score)) best = clause
  }
  if (mixed && assessment.label === 'mixed') return 'mixed'
  if (best) return best.label
  if (where < 0 || assessment.label !== 'mixed') return assessment.label
  for (const near of [clauses[where + 1], clauses[where - 1]])
    if (near && near.label !== 'neutral') return near.label
  return assessment.label
}
