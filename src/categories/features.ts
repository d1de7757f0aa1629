import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { QuestionKind } from '../types.js'
import type { Comprehension } from './comprehend.js'
import { hashText } from './hash.js'
import { WORD, type WordTable } from './wordTable.js'

/** Kinds of features; each is hashed apart. An ablation leaves some out. */
export const featureKinds = ['concepts', 'lemmas', 'parts', 'ngrams', 'question'] as const
export type FeatureKind = (typeof featureKinds)[number]

/** What a model sees of a comment: hashed features, and how strong each is. */
export interface FeatureVector {
  keys: Uint32Array
  values: Float32Array
}

const KIND = {
  concept: 1,
  denied: 2,
  asked: 3,
  lemma: 4,
  part: 5,
  ngram: 7,
  question: 8,
  whole: 9,
  hint: 10,
}
/** Letters of an n-gram; long enough to tell stems, short enough to survive a slip of the finger. */
const NGRAM = 4
/** A comment of at most this many words is known as a whole too, together with its question. */
export const SHORT = 4

/** Hashes of a concept: plain, merely hinted at, denied, and with each kind of question. */
export interface ConceptKeys {
  plain: number
  hint: number
  denied: number
  asked: Record<QuestionKind, number>
}

export function conceptKeys(name: string): ConceptKeys {
  const asked = (question: QuestionKind) => hashText(KIND.asked, `${question} ${name}`)
  return {
    plain: hashText(KIND.concept, name),
    hint: hashText(KIND.hint, name),
    denied: hashText(KIND.denied, name),
    asked: { good: asked('good'), improve: asked('improve'), general: asked('general') },
  }
}

/** What a word by itself is to a model. */
export interface WordFeatures {
  /** Its base form; any number is a zero. */
  lemma: string
  /** Hash of the lemma. A lemma counts once in a comment, by the form met first. */
  key: number
  /** Hashes of the lemma, of a compound's parts, and of the letters. */
  features: Uint32Array
}

const NUMBER = '0'

/** Features of a word; `seed` keeps the lemmas of the languages apart (n-grams are shared: loans and names). */
export function wordFeatures(
  token: Token,
  word: WordReading,
  seed: number,
  without: ReadonlySet<FeatureKind>,
): WordFeatures {
  const lemma = token.kind === 'number' ? NUMBER : word.lemma.toLowerCase()
  const key = hashText(KIND.lemma, lemma, seed)
  const features: number[] = []
  if (!without.has('lemmas')) features.push(key)
  if (!without.has('parts') && word.parts.length > 1)
    for (const part of new Set(word.parts)) features.push(hashText(KIND.part, part, seed))
  if (!without.has('ngrams') && token.kind === 'word') addNgrams(token.text.toLowerCase(), features)
  return { lemma, key, features: Uint32Array.from(features) }
}

function addNgrams(form: string, into: number[]): void {
  const word = `<${form.slice(0, 40)}>`
  for (let start = 0; start + NGRAM <= word.length; start += 1) {
    const hash = hashText(KIND.ngram, word.slice(start, start + NGRAM))
    if (!into.includes(hash)) into.push(hash)
  }
}

/** How much a feature of the words counts in a comment of so many: a long one is not all categories at once. */
export const wordStrength = (words: number): number => 2 / Math.sqrt(words + 4)

/** Classes of length; with the question they tell a bare answer from a story. */
export const LENGTHS = [1, 3, 8, 25, Number.POSITIVE_INFINITY] as const

/** Number of the class of length of a comment of so many words. */
export function lengthClass(words: number): number {
  let at = 0
  while (words > (LENGTHS[at] as number)) at += 1
  return at
}

/** Features of the question, and of it with the class of the comment's length. */
export function questionKeys(question: QuestionKind, length: number): [number, number] {
  return [hashText(KIND.question, question), hashText(KIND.question, `${question} ${LENGTHS[length]}`)]
}

/** Features of a short comment as a whole: with its question, and without. */
export function wholeKeys(question: QuestionKind, lemmas: readonly string[]): [number, number] {
  const whole = lemmas.join(' ')
  return [hashText(KIND.whole, `${question} ${whole}`), hashText(KIND.whole, whole)]
}

/** Which features are wanted; all by default. */
export interface FeatureChoice {
  without?: ReadonlySet<FeatureKind>
  /** False: concepts and question only. */
  words?: boolean
}

/** The features of a comment as a vector, for training; `Scorer` adds up the same. Pure. */
export function extractFeatures(
  { hits, table, length, words, different, counted }: Comprehension,
  question: QuestionKind,
  keysOf: (concept: number) => ConceptKeys,
  { without = new Set(), words: wanted = true }: FeatureChoice = {},
): FeatureVector {
  const features = new Map<number, number>()
  const asking = !without.has('question')
  if (!without.has('concepts'))
    for (const { concept, negated, hint } of hits) {
      const hashed = keysOf(concept)
      if (hint) {
        features.set(hashed.hint, 1)
        continue
      }
      features.set(hashed.plain, 1)
      if (negated) features.set(hashed.denied, 1)
      if (asking) features.set(hashed.asked[question], 1)
    }
  const strength = wordStrength(length)
  if (wanted)
    for (const at of counted.subarray(0, different)) {
      const record = (words[at] as number) * WORD.size
      const start = table.records[record + WORD.openings] as number
      const end = table.records[record + WORD.features] as number
      for (const key of table.pool.subarray(start, end))
        features.set(key >>> 0, (features.get(key >>> 0) ?? 0) + strength)
    }
  if (asking) {
    for (const key of questionKeys(question, lengthClass(length))) features.set(key, 1)
    if (length > 0 && length <= SHORT)
      for (const key of wholeKeys(question, lemmasOf(table, words, length))) features.set(key, 1)
  }
  return { keys: Uint32Array.from(features.keys()), values: Float32Array.from(features.values()) }
}

/** Base forms of the words in order. */
export function lemmasOf(table: WordTable, words: Int32Array, length: number): string[] {
  return Array.from(words.subarray(0, length), (word) => table.lemmas[word] as string)
}
