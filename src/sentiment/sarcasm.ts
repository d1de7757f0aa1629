import type { Document } from '../language/document.js'
import type { Polarity } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { View } from './view.js'

/** Ratings at the far ends of their scale. */
const WORST = 0.25
const BEST = 0.9

const mockers: ReadonlySet<string> = new Set(['🙄', '🤡', '🙃', '😒', '👏🏼👏🏼'])

/**
 * Praise that is probably not meant: words of praise beside the worst ratings (or blame beside the best), praise
 * in quotation marks, and signs of mockery beside praise.
 */
export function suspectsSarcasm(
  document: Document,
  view: View,
  clauses: readonly ClauseEvidence[],
  label: Polarity,
  rating: number | undefined,
): boolean {
  if (clauses.some(({ scare }) => scare)) return true
  const praise = clauses.reduce((sum, { positive }) => sum + positive, 0)
  if (rating !== undefined && rating <= WORST && label === 'positive' && praise >= 2) return true
  if (rating !== undefined && rating >= BEST && label === 'negative') return true
  if (praise < 2) return false
  return document.tokens.some((_, i) => mockers.has(view.forms[i] as string))
}
