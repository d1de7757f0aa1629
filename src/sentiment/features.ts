import type { Document } from '../language/document.js'
import type { QuestionKind } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { View } from './view.js'

/** Buckets of the hashed features; the weights of the heads lie side by side. */
export const BUCKETS = 1 << 18
const MASK = BUCKETS - 1

/** What the learnt part sees: bucket and strength of each feature, `count` of them in use. */
export interface Features {
  buckets: Int32Array
  values: Float32Array
  count: number
}

/** Longest text that is read letter by letter; what comes after adds words only. */
const LETTERS = 2000
const SHORTEST = 2
const LONGEST = 5
const WEIGHT = { words: 1, pairs: 0.7, letters: 1.2 } as const

const seeds = {
  word: 0x1f3d5b79,
  denied: 0x2e4c6a88,
  pair: 0x3d5b7997,
  letters: 0x4c6a88a6,
  rule: 0x5b7997b5,
}

function hashText(text: string, seed: number): number {
  let h = seed
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return spread(h)
}

const spread = (value: number): number => {
  let h = value ^ (value >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 13)
}

const mix = (x: number, y: number): number => spread(Math.imul(x, 0x9e3779b1) ^ y)

/**
 * Features of a comment: lemmas (marked where a negation governs them), pairs of neighbors, letter 2-5-grams,
 * and what the rules found, each kind scaled by its number so that long comments do not shout.
 */
export function extractFeatures(
  document: Document,
  view: View,
  clauses: readonly ClauseEvidence[],
  sums: { positive: number; negative: number },
  question: QuestionKind,
): Features {
  const text = document.text.slice(0, LETTERS).toLowerCase()
  const tokens = document.tokens.length
  const room = tokens * 2 + text.length * (LONGEST - SHORTEST + 1) + 64
  const out: Features = { buckets: new Int32Array(room), values: new Float32Array(room), count: 0 }
  addWords(out, document, view, clauses)
  addLetters(out, text)
  addRules(out, document, clauses, sums, question)
  return out
}

const scale = (out: Features, from: number, weight: number): void => {
  const value = weight / Math.sqrt(Math.max(1, out.count - from))
  out.values.fill(value, from, out.count)
}

function push(out: Features, hash: number): void {
  out.buckets[out.count] = hash & MASK
  out.count += 1
}

function addWords(out: Features, document: Document, view: View, clauses: readonly ClauseEvidence[]): void {
  const hashes = new Int32Array(document.tokens.length)
  for (const { clause, denials } of clauses) {
    let denied = false
    for (let i = clause.first; i < clause.last; i += 1) {
      if (denials.includes(i)) denied = true
      hashes[i] = hashText(view.lemmas[i] as string, denied ? seeds.denied : seeds.word)
    }
  }
  let from = out.count
  for (let i = 0; i < hashes.length; i += 1) if (isCounted(document, i)) push(out, hashes[i] as number)
  scale(out, from, WEIGHT.words)
  from = out.count
  for (let i = 1; i < hashes.length; i += 1)
    push(out, mix((hashes[i - 1] as number) ^ seeds.pair, hashes[i] as number))
  scale(out, from, WEIGHT.pairs)
}

const isCounted = (document: Document, i: number): boolean => {
  const token = document.tokens[i]
  return token !== undefined && (token.kind !== 'punctuation' || token.text === '!' || token.text === '?')
}

function addLetters(out: Features, text: string): void {
  const from = out.count
  for (let i = 0; i < text.length; i += 1) {
    let h: number = seeds.letters
    const end = Math.min(text.length, i + LONGEST)
    for (let j = i; j < end; j += 1) {
      h = Math.imul(h ^ text.charCodeAt(j), 0x01000193)
      if (j - i >= SHORTEST - 1) push(out, spread(h))
    }
  }
  scale(out, from, WEIGHT.letters)
}

/** Steps in which sums of the rules are told. */
const STEPS = [0.6, 1.2, 2, 3, 4.5, 7] as const

function addRules(
  out: Features,
  document: Document,
  clauses: readonly ClauseEvidence[],
  { positive, negative }: { positive: number; negative: number },
  question: QuestionKind,
): void {
  const add = (name: string, value = 1): void => {
    out.values[out.count] = value
    push(out, hashText(name, seeds.rule))
  }
  const steps = (name: string, sum: number): void => {
    for (const step of STEPS) if (sum >= step) add(`${name}${step}`, 0.5)
  }
  add(`asked ${question}`)
  steps('+', positive)
  steps('-', negative)
  if (question !== 'general') {
    steps('asked +', positive)
    steps('asked -', negative)
  }
  if (positive + negative < 0.6) add(`nothing ${question}`)
  const share = positive / (positive + negative + 1)
  const blame = negative / (positive + negative + 1)
  add('share', share)
  add('blame', blame)
  add(`asked ${question} share`, share)
  add(`asked ${question} blame`, blame)
  let contrast = false
  let wish = false
  let asks = false
  for (const clause of clauses) {
    if (clause.clause.link === 'contrast' || clause.clause.link === 'concession') contrast = true
    if (clause.wish) wish = true
    if (clause.question) asks = true
  }
  if (contrast) add('contrast')
  if (wish) add(`wish ${question}`)
  if (asks) add(`asks ${question}`)
  const last = clauses.at(-1)
  if (last && last.positive > last.negative) add('ends +')
  if (last && last.negative > last.positive) add('ends -')
  const size = document.tokens.length
  add(size < 4 ? 'tiny' : size < 10 ? 'short' : size < 25 ? 'middle' : 'long')
}
