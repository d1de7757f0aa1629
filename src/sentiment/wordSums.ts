import type { Weights } from './model.js'
import { bucketOf, deniedHash, findLetterBuckets, type WordFeatures } from './wordFeatures.js'

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

function lemmaOf(values: Weights['values'], hash: number): number {
  const at = bucketOf(hash) * HEADS
  return (
    ((values[at] as number) << 24) |
    (((values[at + 1] as number) & 255) << 16) |
    (((values[at + 2] as number) & 255) << 8) |
    ((values[at + 3] as number) & 255)
  )
}

const feedbackOf = (values: Weights['values'], hash: number): number =>
  values[bucketOf(hash) * HEADS + 4] as number

/** The sums of a word; all zero where no model reads. `buckets` has room for `MOST_LETTERS`, and is written over. */
export function sumWord(weights: Weights | undefined, word: WordFeatures, buckets: Int32Array): WordSums {
  if (weights === undefined)
    return { plain: 0, denied: 0, service: 0, letters: 0, lettersElsewhere: 0, lettersToo: 0 }
  const { values } = weights
  // Written out: most forms of a long text come once, and then this is what reading them costs.
  let praise = 0
  let blame = 0
  let praiseElsewhere = 0
  let blameElsewhere = 0
  let service = 0
  const count = findLetterBuckets(word.form, buckets)
  for (let i = 0; i < count; i += 1) {
    const at = (buckets[i] as number) * HEADS
    praise += values[at] as number
    blame += values[at + 1] as number
    praiseElsewhere += values[at + 2] as number
    blameElsewhere += values[at + 3] as number
    service += values[at + 4] as number
  }
  const denied = deniedHash(word.hash)
  return {
    plain: lemmaOf(values, word.hash),
    denied: lemmaOf(values, denied),
    service: halves(feedbackOf(values, word.hash), feedbackOf(values, denied)),
    letters: halves(praise, blame),
    lettersElsewhere: halves(praiseElsewhere, blameElsewhere),
    lettersToo: halves(service, count),
  }
}
