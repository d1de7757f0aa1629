import type { Weights } from './model.js'
import { bucketOf, deniedHash, letterBuckets, type WordFeatures } from './wordFeatures.js'

/**
 * Weights of one word summed for each head (praise, blame, service) and packed, so that a comment adds a word up from
 * a few numbers that lie side by side in memory: eight bits a head for its lemma, sixteen a head for its letters.
 */
export interface WordSums {
  /** Of the lemma as it stands. */
  plain: number
  /** Of the lemma under a negation. */
  denied: number
  /** Of the letters: praise and blame. */
  letters: number
  /** Of the letters: service; beneath it the number of letter n-grams. */
  lettersToo: number
}

export const HEADS = 3

/** Whole weights of the three heads of a packed lemma. */
export const first = (packed: number): number => (packed << 8) >> 24
export const second = (packed: number): number => (packed << 16) >> 24
export const third = (packed: number): number => (packed << 24) >> 24
/** The two halves of packed letters. */
export const upper = (packed: number): number => packed >> 16
export const lower = (packed: number): number => (packed << 16) >> 16

/** The sums of a word; all zero where no model reads. */
export function sumWord(weights: Weights | undefined, word: WordFeatures): WordSums {
  if (weights === undefined) return { plain: 0, denied: 0, letters: 0, lettersToo: 0 }
  const { values } = weights
  const lemma = (hash: number): number => {
    const at = bucketOf(hash) * HEADS
    return (
      (((values[at] as number) & 255) << 16) |
      (((values[at + 1] as number) & 255) << 8) |
      ((values[at + 2] as number) & 255)
    )
  }
  let praise = 0
  let blame = 0
  let service = 0
  const buckets = letterBuckets(word.form)
  for (const bucket of buckets) {
    const at = bucket * HEADS
    praise += values[at] as number
    blame += values[at + 1] as number
    service += values[at + 2] as number
  }
  return {
    plain: lemma(word.hash),
    denied: lemma(deniedHash(word.hash)),
    letters: (praise << 16) | (blame & 0xffff),
    lettersToo: (service << 16) | buckets.length,
  }
}
