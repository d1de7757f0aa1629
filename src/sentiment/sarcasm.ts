import type { Polarity } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { View } from './view.js'

/** Ratings at the far ends of their scale. */
const WORST = 0.25
const BEST = 0.9

const mockers: ReadonlySet<string> = new Set(['🙄', '🤡', '🙃', '😒'])

/**
 * Praise that is probably not meant: words of praise beside the worst ratings (or blame beside the best), praise
 * in quotation marks, and signs of mockery beside praise.
 */
export function suspectsSarcasm(
  view: View,
  clauses: readonly ClauseEvidence[],
  label: Polarity,
  rating: number | undefined,
): boolean {
  let praise = 0
  for (const { scare, positive } of clauses) {
    if (scare) return true
    praise += positive
  }
  if (rating !== undefined && rating <= WORST && label === 'positive' && praise >= 2) return true
  if (rating !== undefined && rating >= BEST && label === 'negative') return true
  return praise >= 2 && view.seen.some(({ form }) => mockers.has(form))
}
