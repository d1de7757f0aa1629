import type { Weights } from './model.js'
import { bucketOf, deniedHash, letterBuckets, type WordFeatures } from './wordFeatures.js'

/**
 * Weights of one word summed for each head and packed, so that a comment adds a word up from a few numbers that lie
 * side by side in memory: eight bits a head for its lemma, sixteen a head for its letters.
 */
export interface WordSums {
  /** Of the lemma as it stands: praise and blame in feedback, praise and blame in other talk. */
  plain: number
  /** Of the lemma under a negation. */
  denied: number
  /** Of the lemma for the sense of feedback: as it stands, and under a negation. */
  service: number
  /** Of the letters: praise and blame in feedback. */
  letters: number
  /** Of the letters: praise and blame in other talk. */
  lettersElsewhere: number
  /** Of the letters for the sense of feedback; beneath it the number of letter n-grams. */
  lettersToo: number
}

/** Praise and blame in feedback, praise and blame in other talk, and the sense of feedback. */
export const HEADS = 5

/** Whole weights of the four heads of a packed lemma. */
export const first = (packed: number): number => packed >> 24
export const second = (packed: number): number => (packed << 8) >> 24
export const third = (packed: number): number => (packed << 16) >> 24
export const fourth = (packed: number): number => (packed << 24) >> 24
/** The two halves of packed letters. */
export const upper = (packed: number): number => packed >> 16
export const lower = (packed: number): number => (packed << 16) >> 16

const halves = (high: number, low: number): number => (high << 16) | (low & 0xffff)

/** The sums of a word; all zero where no model reads. */
export function sumWord(weights: Weights | undefined, word: WordFeatures): WordSums {
  if (weights === undefined)
    return { plain: 0, denied: 0, service: 0, letters: 0, lettersElsewhere: 0, lettersToo: 0 }
  const { values } = weights
  const lemma = (hash: number): number => {
    const at = bucketOf(hash) * HEADS
    let packed = 0
    for (let head = 0; head < 4; head += 1) packed = (packed << 8) | ((values[at + head] as number) & 255)
    return packed
  }
  const feedback = (hash: number): number => values[bucketOf(hash) * HEADS + 4] as number
  const buckets = letterBuckets(word.form)
  const sums = [0, 0, 0, 0, 0]
  for (const bucket of buckets)
    for (let head = 0; head < HEADS; head += 1)
      sums[head] = (sums[head] as number) + (values[bucket * HEADS + head] as number)
  const [praise = 0, blame = 0, praiseElsewhere = 0, blameElsewhere = 0, service = 0] = sums
  const denied = deniedHash(word.hash)
  return {
    plain: lemma(word.hash),
    denied: lemma(denied),
    service: halves(feedback(word.hash), feedback(denied)),
    letters: halves(praise, blame),
    lettersElsewhere: halves(praiseElsewhere, blameElsewhere),
    lettersToo: halves(service, buckets.length),
  }
}
