import type { Document } from '../language/document.js'
import type { Span } from '../types.js'
import type { Comprehension } from './comprehend.js'
import type { Scorer } from './scorer.js'

/** Log-odds from which a concept counts as a reason. */
const LEAST_CONCEPT = 0.5
/** Log-odds from which a word counts as a reason, and its share of the strongest word's. */
const LEAST_WORD = 0.15
const SHARE = 0.5
/** Reasons shown at most; a text of a hundred pages is not quoted whole. */
const MOST = 12

/**
 * The words that speak for a label in the comment that was scored last: those of the concepts that carry it, else
 * the words with the largest weights, else (a short answer known as a whole) all the words. Empty where nothing in
 * the text speaks for it.
 */
export function evidenceFor(
  document: Document,
  { hits, table, words, different, counted, places }: Comprehension,
  scorer: Scorer,
  label: number,
): Span[] {
  const { tokens } = document
  const spans: Span[] = []
  for (const { concept, first, last } of hits) {
    if (scorer.conceptGain(concept, label) < LEAST_CONCEPT) continue
    const start = tokens[first]?.start
    const end = tokens[last]?.end
    if (start !== undefined && end !== undefined) spans.push({ start, end })
  }
  if (spans.length > 0) return merged(spans)
  let top = LEAST_WORD / SHARE
  for (const at of counted.subarray(0, different))
    top = Math.max(top, scorer.wordGain(table, words[at] as number, label))
  for (const at of counted.subarray(0, different)) {
    if (scorer.wordGain(table, words[at] as number, label) < top * SHARE) continue
    const { start, end } = tokens[places[at] as number] as Span
    spans.push({ start, end })
  }
  const first = tokens[0]
  const last = tokens[tokens.length - 1]
  if (spans.length === 0 && first && last && scorer.restGain(label) > LEAST_CONCEPT)
    spans.push({ start: first.start, end: last.end })
  return merged(spans)
}

/** Spans in order; those that overlap, or have one space between, become one. At most `MOST`. */
function merged(spans: Span[]): Span[] {
  if (spans.length === 1) return spans
  spans.sort((a, b) => a.start - b.start || a.end - b.end)
  const out: Span[] = []
  for (const { start, end } of spans) {
    const before = out[out.length - 1]
    if (before !== undefined && start <= before.end + 1) before.end = Math.max(before.end, end)
    else out.push({ start, end })
  }
  return out.slice(0, MOST)
}
