import { hashText, mix, spread } from './hash.js'

/** Buckets of the hashed features; the weights of the heads lie side by side. */
export const BUCKETS = 1 << 17
const MASK = BUCKETS - 1

const SHORTEST = 2
const LONGEST = 5
/** Letters of a word that are read one by one (their sums fit in sixteen bits): a longer thing is no word. */
const LETTERS = 40

const seeds = {
  word: 0x1f3d5b79,
  denied: 0x2e4c6a88,
  pair: 0x3d5b7997,
  letters: 0x4c6a88a6,
  rule: 0x5b7997b5,
}

/** What the learnt part sees of one word. */
export interface WordFeatures {
  form: string
  /** Of the lemma, as it stands. */
  hash: number
}

export const bucketOf = (hash: number): number => hash & MASK

/** The bucket of two neighbors. */
export const pairBucket = (first: number, second: number): number => mix(first ^ seeds.pair, second) & MASK

/** The bucket of a finding of the rules, by its number. */
export const ruleBucket = (code: number): number => mix(seeds.rule, Math.imul(code + 1, 0x85ebca6b)) & MASK

/** No word has more letter n-grams. */
export const MOST_LETTERS = (LETTERS + 2) * (LONGEST - SHORTEST + 1)

/** Puts the buckets of the letter n-grams of a word, its boundaries marked, into a list; says how many. */
export function findLetterBuckets(form: string, into: Int32Array): number {
  const marked = `<${form.length > LETTERS ? form.slice(0, LETTERS) : form}>`
  let count = 0
  for (let i = 0; i < marked.length; i += 1) {
    let h: number = seeds.letters
    const end = Math.min(marked.length, i + LONGEST)
    for (let j = i; j < end; j += 1) {
      h = Math.imul(h ^ marked.charCodeAt(j), 0x01000193)
      if (j - i < SHORTEST - 1) continue
      into[count] = spread(h) & MASK
      count += 1
    }
  }
  return count
}

export const lemmaHash = (lemma: string): number => hashText(lemma, seeds.word)

/** The hash of a lemma under a negation. */
export const deniedHash = (hash: number): number => mix(seeds.denied, hash)
