import type { Polarity, Span } from '../types.js'
import type { Assessment, ClauseSentiment } from './assessor.js'

const overlaps = (x: Span, y: Span): boolean => x.start < y.end && y.start < x.end

/**
 * The polarity of a mention: that of the clauses that hold its evidence. In a mixed comment it is the way that these
 * lean, or the clause that follows or precedes where they say nothing ("Odotin tunnin. Ärsytti."); in any other the
 * strongest of them, else that of the whole comment.
 */
export function polarityAt(assessment: Assessment, evidence: readonly Span[]): Polarity {
  const { clauses, label } = assessment
  let best: ClauseSentiment | undefined
  let where = -1
  let lean = 0
  for (let i = 0; i < clauses.length; i += 1) {
    const clause = clauses[i] as ClauseSentiment
    if (!evidence.some((span) => overlaps(span, clause))) continue
    where = i
    lean += clause.lean ?? 0
    if (clause.label === 'neutral') continue
    if (best === undefined || Math.abs(clause.score) > Math.abs(best.score)) best = clause
  }
  if (label !== 'mixed' || where < 0) return best?.label ?? label
  for (const found of [lean, clauses[where + 1]?.lean, clauses[where - 1]?.lean])
    if (found) return found > 0 ? 'positive' : 'negative'
  return label
}
