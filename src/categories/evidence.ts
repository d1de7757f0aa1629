import type { Document } from '../language/document.js'
import type { Span } from '../types.js'
import type { FeatureVector } from './features.js'
import type { ConceptHit } from './matcher.js'
import { contribution, type LinearModel } from './model.js'

/** Log-odds from which a concept counts as a reason. */
const LEAST_CONCEPT = 0.5
/** Log-odds from which a word counts as a reason, and its share of the strongest word's. */
const LEAST_WORD = 0.15
const SHARE = 0.5
/** Reasons shown at most; a text of a hundred pages is not quoted whole. */
const MOST = 12

/** Log-odds that each token gives to a label, and each concept. */
export function contributionsTo(
  model: LinearModel,
  rows: Int32Array,
  vector: FeatureVector,
  label: number,
): { tokens: Map<number, number>; concepts: Map<number, number>; rest: number } {
  const tokens = new Map<number, number>()
  const concepts = new Map<number, number>()
  let rest = 0
  for (let at = 0; at < vector.keys.length; at += 1) {
    const row = rows[at] as number
    if (row < 0) continue
    const gain = contribution(model, row, label, vector.values[at] as number)
    const concept = vector.concepts[at] as number
    const token = vector.tokens[at] as number
    if (concept >= 0) concepts.set(concept, (concepts.get(concept) ?? 0) + gain)
    else if (token >= 0) tokens.set(token, (tokens.get(token) ?? 0) + gain)
    else rest += gain
  }
  return { tokens, concepts, rest }
}

/**
 * The words that speak for a label: those of the concepts that carry it, else the words with the largest weights,
 * else (a short answer known as a whole) all the words. Empty where nothing in the text speaks for it.
 */
export function evidenceFor(
  document: Document,
  hits: readonly ConceptHit[],
  { tokens, concepts, rest }: ReturnType<typeof contributionsTo>,
): Span[] {
  const spans: Span[] = []
  for (const { concept, first, last } of hits) {
    if ((concepts.get(concept) ?? 0) < LEAST_CONCEPT) continue
    const start = document.tokens[first]?.start
    const end = document.tokens[last]?.end
    if (start !== undefined && end !== undefined) spans.push({ start, end })
  }
  if (spans.length === 0) {
    const top = Math.max(0, ...tokens.values())
    for (const [token, gain] of tokens)
      if (gain >= LEAST_WORD && gain >= top * SHARE) {
        const { start, end } = document.tokens[token] as Span
        spans.push({ start, end })
      }
  }
  const first = document.tokens[0]
  const last = document.tokens[document.tokens.length - 1]
  if (spans.length === 0 && rest > LEAST_CONCEPT && first && last)
    spans.push({ start: first.start, end: last.end })
  return merged(spans).slice(0, MOST)
}

/** Spans in order; those that overlap, or have one space between, become one. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  const out: Span[] = []
  for (const { start, end } of sorted) {
    const before = out[out.length - 1]
    if (before !== undefined && start <= before.end + 1) before.end = Math.max(before.end, end)
    else out.push({ start, end })
  }
  return out
}
