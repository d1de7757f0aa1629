import { hashText, mix, spread } from './hash.js'
import { SENSES } from './senses.js'

/** Buckets of the hashed features; the weights of the heads lie side by side. */
export const BUCKETS = 1 << 17
const MASK = BUCKETS - 1

/** Numbers of senses: none, each as it stands, and each under a negation. */
const CODES = 2 * (SENSES + 1)
/** Pairs of senses have a bucket each, after those; what stands beside a sense is hashed once more. */
const BESIDE = BUCKETS + CODES * CODES
const BESIDE_BUCKETS = 1 << 16
export const ALL_BUCKETS = BESIDE + BESIDE_BUCKETS

const SHORTEST = 2
const LONGEST = 5
/** Letters of a word that are read one by one (their sums fit in sixteen bits): a longer thing is no word. */
const LETTERS = 40

const seeds = {
  word: 0x1f3d5b79,
  denied: 0x2e4c6a88,
  pair: 0x3d5b7997,
  letters: 0x4c6a88a6,
  beside: 0x6c8aa8c4,
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

/** A sense, as it stands or under a negation. */
export const senseCode = (sense: number, denied: boolean): number => (denied ? sense + SENSES + 1 : sense)

/** The bucket of a sense (`first` 0) or of two in this order. */
export const senseBucket = (first: number, second: number): number => BUCKETS + first * CODES + second

/** The bucket of a word, or of two senses, with the number of a sense beside it. */
export const besideBucket = (what: number, code: number): number =>
  BESIDE + (mix(what ^ seeds.beside, code) & (BESIDE_BUCKETS - 1))

/** To tell a word after a sense from one before it, and from a third sense. */
export const AFTER = CODES
export const THIRD = 2 * CODES

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
