import type { Document } from '../language/document.js'
import type { Comprehension } from './comprehend.js'
import type { Scorer } from './scorer.js'

/** What spoke for a category: words and concepts with their log-odds. `bias` is where it starts from. */
export interface Explanation {
  key: string
  bias: number
  reasons: { text: string; concept?: string; weight: number }[]
}

/** Log-odds below which a reason is not told, and how many are. */
const LEAST = 0.05
const MOST = 20

/**
 * Words and concepts behind a label of the comment scored last, by what they gave, strongest first; a concept is
 * shown with the words that held it.
 */
export function explanationOf(
  document: Document,
  { hits, table, words, different, counted, places }: Comprehension,
  scorer: Scorer,
  label: number,
  names: readonly string[],
): Explanation {
  const reasons: Explanation['reasons'] = []
  const told = new Set<number>()
  for (const { concept, first, last } of hits) {
    if (told.has(concept)) continue
    told.add(concept)
    const start = document.tokens[first]?.start ?? 0
    const end = document.tokens[last]?.end ?? 0
    const weight = scorer.conceptGain(concept, label)
    reasons.push({ text: document.text.slice(start, end), concept: names[concept] ?? '', weight })
  }
  for (const at of counted.subarray(0, different)) {
    const weight = scorer.wordGain(table, words[at] as number, label)
    reasons.push({ text: document.tokens[places[at] as number]?.text ?? '', weight })
  }
  return {
    key: scorer.model.labels[label] as string,
    bias: scorer.model.bias[label] as number,
    reasons: reasons
      .filter(({ weight }) => Math.abs(weight) >= LEAST)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, MOST),
  }
}
