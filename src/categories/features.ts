import type { Document } from '../language/document.js'
import { memoize } from '../language/memo.js'
import type { QuestionKind } from '../types.js'
import { hashPair, hashText } from './hash.js'
import type { ConceptHit } from './matcher.js'

/** Kinds of features; each is hashed apart. An ablation leaves some out. */
export const featureKinds = ['concepts', 'lemmas', 'parts', 'pairs', 'ngrams', 'question'] as const
export type FeatureKind = (typeof featureKinds)[number]

/** What a model sees of a comment: hashed features, how strong each is, and the token that it comes from. */
export interface FeatureVector {
  keys: Uint32Array
  values: Float32Array
  /** Index of the token, or -1 where a feature belongs to no single word. */
  tokens: Int32Array
  /** Concept of a feature, or -1. */
  concepts: Int32Array
}

const KIND = {
  concept: 1,
  denied: 2,
  asked: 3,
  lemma: 4,
  part: 5,
  pair: 6,
  ngram: 7,
  question: 8,
  whole: 9,
  hint: 10,
}
/** Letters of an n-gram; long enough to tell stems, short enough to survive a slip of the finger. */
const NGRAM = 4
/** A comment of at most this many words is known as a whole too, together with its question. */
const SHORT = 4
/** Longer texts are cut for the words (not for the concepts): nothing more is learnt from a tenth page. */
const MOST_TOKENS = 3000

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

/** Hashes of a word by itself: what it is (lemma), then its parts and its letters, each marked by its kind. */
export interface WordHashes {
  lemma: number
  parts: readonly number[]
  ngrams: readonly number[]
}

/** A number word is any number. */
const NUMBER = '0'

/** Hashes of words, remembered: frequent words are hashed once. */
export function wordHasher(): (
  form: string,
  lemma: string,
  parts: readonly string[],
  seed: number,
) => WordHashes {
  const remembered = memoize((key: string): WordHashes => {
    const [seed = '0', form = '', lemma = '', ...parts] = key.split('\n')
    const language = Number(seed)
    return {
      lemma: hashText(KIND.lemma, lemma, language),
      parts: parts.map((part) => hashText(KIND.part, part, language)),
      ngrams: form === '' ? [] : ngramsOf(form),
    }
  }, 20_000)
  return (form, lemma, parts, seed) =>
    remembered(
      parts.length > 1 ? `${seed}\n${form}\n${lemma}\n${parts.join('\n')}` : `${seed}\n${form}\n${lemma}`,
    )
}

function ngramsOf(form: string): number[] {
  const word = `<${form.slice(0, 40)}>`
  const hashes: number[] = []
  for (let start = 0; start + NGRAM <= word.length; start += 1)
    hashes.push(hashText(KIND.ngram, word.slice(start, start + NGRAM)))
  return hashes
}

/** Weakens words as they grow in number, so that a long comment is not all categories at once. */
const damped = (count: number) => 2 / Math.sqrt(count + 4)

/**
 * The features of a comment. Lemmas are kept apart by language, n-grams and parts are not: loans and names
 * are shared. Pure.
 */
export function extractFeatures(
  document: Document,
  hits: readonly ConceptHit[],
  question: QuestionKind,
  keysOf: (concept: number) => ConceptKeys,
  hash: ReturnType<typeof wordHasher>,
  without: ReadonlySet<FeatureKind> = new Set(),
): FeatureVector {
  const keys: number[] = []
  const values: number[] = []
  const tokens: number[] = []
  const concepts: number[] = []
  const seen = new Set<number>()
  const add = (key: number, value: number, token: number, concept = -1) => {
    if (seen.has(key)) return
    seen.add(key)
    keys.push(key)
    values.push(value)
    tokens.push(token)
    concepts.push(concept)
  }
  if (!without.has('concepts'))
    for (const { concept, first, negated, hint } of hits) {
      const hashed = keysOf(concept)
      if (hint) {
        add(hashed.hint, 1, first, concept)
        continue
      }
      add(hashed.plain, 1, first, concept)
      if (negated) add(hashed.denied, 1, first, concept)
      if (!without.has('question')) add(hashed.asked[question], 1, first, concept)
    }
  const from = keys.length
  const lemmas: string[] = []
  let previous = 0
  const last = Math.min(document.tokens.length, MOST_TOKENS)
  const seed = document.language.code === 'sv' ? 1 : document.language.code === 'en' ? 2 : 0
  for (let at = 0; at < last; at += 1) {
    const token = document.tokens[at]
    const word = document.words[at]
    if (token === undefined || word === undefined || token.kind === 'punctuation') continue
    const lemma = token.kind === 'number' ? NUMBER : word.lemma.toLowerCase()
    lemmas.push(lemma)
    const hashes = hash(token.kind === 'word' ? token.text.toLowerCase() : '', lemma, word.parts, seed)
    if (!without.has('lemmas')) add(hashes.lemma, 1, at)
    if (!without.has('parts')) for (const part of hashes.parts) add(part, 1, at)
    if (!without.has('pairs') && previous !== 0) add(hashPair(previous, hashes.lemma), 1, at)
    previous = hashes.lemma
    if (!without.has('ngrams')) for (const ngram of hashes.ngrams) add(ngram, 1, at)
  }
  const strength = damped(lemmas.length)
  for (let at = from; at < values.length; at += 1) values[at] = strength
  if (!without.has('question')) {
    add(hashText(KIND.question, question), 1, -1)
    add(hashText(KIND.question, `${question} ${lengthClass(lemmas.length)}`), 1, -1)
    if (lemmas.length <= SHORT) {
      add(hashText(KIND.whole, `${question} ${lemmas.join(' ')}`, seed), 1, -1)
      add(hashText(KIND.whole, lemmas.join(' '), seed), 1, -1)
    }
  }
  return {
    keys: Uint32Array.from(keys),
    values: Float32Array.from(values),
    tokens: Int32Array.from(tokens),
    concepts: Int32Array.from(concepts),
  }
}

function lengthClass(words: number): string {
  if (words <= 1) return '1'
  if (words <= 3) return '3'
  if (words <= 8) return '8'
  if (words <= 25) return '25'
  return 'long'
}
