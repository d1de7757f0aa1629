import type { QuestionKind, SupportedLanguage } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { COUNTED } from './traits.js'
import type { Seen, View } from './view.js'
import {
  AFTER,
  besideBucket,
  bucketOf,
  deniedHash,
  findLetterBuckets,
  MOST_LETTERS,
  pairBucket,
  ruleBucket,
  senseBucket,
  senseCode,
  THIRD,
} from './wordFeatures.js'

/** Weights of the kinds of features, each shared out by their number so that long comments do not shout. */
export const WEIGHT = { words: 1, pairs: 0.7, letters: 1.2, senses: 0.7, beside: 0.5 } as const

/** Who takes the features: the trainer lists them, the program adds up their weights. */
export interface FeatureSink {
  word(word: Seen, denied: boolean): void
  /** Of neighbors; it is told of the token at the place. */
  pair(bucket: number, place: number): void
  letters(word: Seen): void
  /** Ends a kind: what was told since the last one shares `weight`. */
  share(weight: number): void
  rule(bucket: number, value: number): void
}

/**
 * Tells the features of a comment: lemmas (marked where a negation governs them), pairs of neighbors, letters of
 * each word, and what the rules found. Finnish says by endings what Swedish and English say by neighbors: there pairs
 * gave nothing in cross-validation.
 */
export function tellFeatures(
  sink: FeatureSink,
  view: View,
  clauses: readonly ClauseEvidence[],
  sums: { positive: number; negative: number },
  question: QuestionKind,
  language: SupportedLanguage,
): void {
  const { seen } = view
  const hashes: number[] = new Array(seen.length)
  for (const found of clauses) tellWords(sink, seen, found, hashes)
  sink.share(WEIGHT.words)
  if (language !== 'fi') {
    for (let i = 1; i < hashes.length; i += 1)
      sink.pair(pairBucket(hashes[i - 1] as number, hashes[i] as number), i)
    sink.share(WEIGHT.pairs)
  }
  for (let i = 0; i < seen.length; i += 1) sink.letters(seen[i] as Seen)
  sink.share(WEIGHT.letters)
  for (const found of clauses) tellSenses(sink, seen, found)
  sink.share(WEIGHT.senses)
  for (const found of clauses) tellBeside(sink, seen, found)
  sink.share(WEIGHT.beside)
  tellRules(sink, view, clauses, sums, question, language)
}

/** The first word of a clause that a negation governs; its end where nothing is denied. */
export const deniedFrom = ({ clause, denials }: ClauseEvidence): number => denials[0] ?? clause.last

function tellWords(sink: FeatureSink, seen: readonly Seen[], found: ClauseEvidence, hashes: number[]): void {
  const { clause } = found
  const from = deniedFrom(found)
  for (let i = clause.first; i < clause.last; i += 1) {
    const word = seen[i] as Seen
    const denied = i >= from
    hashes[i] = denied ? deniedHash(word.hash) : word.hash
    if (word.traits & COUNTED) sink.word(word, denied)
  }
}

/**
 * What the words of a clause mostly do, by senses.ts: each sense and its pairs with the two before it ("kipu" and
 * "loppua", whatever pains and whatever ends).
 */
export function tellSenses(
  sink: Pick<FeatureSink, 'pair'>,
  seen: readonly Seen[],
  found: ClauseEvidence,
): void {
  const { first, last } = found.clause
  const from = deniedFrom(found)
  let before = 0
  let earlier = 0
  for (let i = first; i < last; i += 1) {
    const { sense } = seen[i] as Seen
    if (sense === 0) continue
    const code = senseCode(sense, i >= from)
    sink.pair(senseBucket(0, code), i)
    if (before !== 0) sink.pair(senseBucket(before, code), i)
    if (earlier !== 0) sink.pair(senseBucket(earlier, code), i)
    earlier = before
    before = code
  }
}

/** The words of a clause with the senses of the two before and after them, and three senses in a row. */
export function tellBeside(
  sink: Pick<FeatureSink, 'pair'>,
  seen: readonly Seen[],
  found: ClauseEvidence,
): void {
  const { first, last } = found.clause
  const from = deniedFrom(found)
  let before = 0
  let hashBefore = 0
  let earlier = 0
  let hashEarlier = 0
  for (let i = first; i < last; i += 1) {
    const word = seen[i] as Seen
    if (word.sense === 0) continue
    const code = senseCode(word.sense, i >= from)
    const hash = i >= from ? deniedHash(word.hash) : word.hash
    if (before !== 0) {
      sink.pair(besideBucket(hashBefore, code), i)
      sink.pair(besideBucket(hash, before + AFTER), i)
    }
    if (earlier !== 0) {
      sink.pair(besideBucket(hashEarlier, code), i)
      sink.pair(besideBucket(hash, earlier + AFTER), i)
      sink.pair(besideBucket(senseBucket(earlier, before), code + THIRD), i)
    }
    earlier = before
    hashEarlier = hashBefore
    before = code
    hashBefore = hash
  }
}

/** Steps in which sums of the rules are told. */
const STEPS = [0.6, 1.2, 2, 3, 4.5, 7] as const

/** Findings of the rules; those told by question or in steps take sixteen numbers each. */
const code = {
  asked: 0,
  plus: 1,
  minus: 2,
  askedPlus: 3,
  askedMinus: 4,
  nothing: 5,
  share: 6,
  blame: 7,
} as const
const more = { contrast: 8, wish: 9, asks: 10, endsPlus: 11, endsMinus: 12, size: 13, sized: 14 } as const
const hits = {
  grade: 15,
  best: 16,
  worst: 17,
  praises: 18,
  blames: 19,
  sides: 20,
  clauses: 21,
  opens: 22,
} as const
const spoken = { fi: 1, sv: 2, en: 3 } as const
const LANGUAGE = 23
const number = (kind: number, detail = 0): number => ruleBucket(kind * 16 + detail)
const questions = { good: 1, improve: 2, general: 3 } as const

function tellRules(
  sink: FeatureSink,
  { seen }: View,
  clauses: readonly ClauseEvidence[],
  { positive, negative }: { positive: number; negative: number },
  question: QuestionKind,
  language: SupportedLanguage,
): void {
  const asked = questions[question]
  sink.rule(number(LANGUAGE, spoken[language]), 0.7)
  const steps = (kind: number, sum: number): void => {
    for (let k = 0; k < STEPS.length && sum >= (STEPS[k] as number); k += 1) sink.rule(number(kind, k), 0.5)
  }
  sink.rule(number(code.asked, asked), 1)
  steps(code.plus, positive)
  steps(code.minus, negative)
  if (question !== 'general') {
    steps(code.askedPlus, positive)
    steps(code.askedMinus, negative)
  }
  if (positive + negative < 0.6) sink.rule(number(code.nothing, asked), 1)
  const share = positive / (positive + negative + 1)
  const blame = negative / (positive + negative + 1)
  sink.rule(number(code.share), share)
  sink.rule(number(code.blame), blame)
  sink.rule(number(code.share, asked), share)
  sink.rule(number(code.blame, asked), blame)
  let contrast = false
  let wish = false
  let asks = false
  for (const clause of clauses) {
    if (clause.clause.link === 'contrast' || clause.clause.link === 'concession') contrast = true
    if (clause.wish) wish = true
    if (clause.question) asks = true
  }
  if (contrast) sink.rule(number(more.contrast), 1)
  if (wish) sink.rule(number(more.wish, asked), 1)
  if (asks) sink.rule(number(more.asks, asked), 1)
  const last = clauses[clauses.length - 1]
  if (last && last.positive > last.negative) sink.rule(number(more.endsPlus), 1)
  if (last && last.negative > last.positive) sink.rule(number(more.endsMinus), 1)
  const size = seen.length < 4 ? 0 : seen.length < 10 ? 1 : seen.length < 25 ? 2 : 3
  sink.rule(number(more.size, size), 1)
  // Of few words the rules miss less.
  sink.rule(number(more.sized, size), share)
  sink.rule(number(more.sized, size + 4), blame)
  tellHits(sink, clauses)
}

/** Half steps of weight from -4 to 3.5. */
const halfSteps = (weight: number): number => Math.max(0, Math.min(15, Math.round(weight * 2) + 8))

/** What single graded words weigh, and on how many clauses they fall. */
function tellHits(sink: FeatureSink, clauses: readonly ClauseEvidence[]): void {
  let best = 0
  let worst = 0
  let praises = 0
  let blames = 0
  let plus = 0
  let minus = 0
  for (const { positive, negative, hits: found } of clauses) {
    for (const { grade, weight } of found) {
      best = Math.max(best, weight)
      worst = Math.min(worst, weight)
      if (grade > 0) praises += 1
      else if (grade < 0) blames += 1
      sink.rule(number(hits.grade, halfSteps(weight)), 0.4)
    }
    if (positive > negative && positive >= 1) plus += 1
    else if (negative > positive && negative >= 1) minus += 1
  }
  sink.rule(number(hits.best, halfSteps(best)), 0.7)
  sink.rule(number(hits.worst, halfSteps(worst)), 0.7)
  sink.rule(number(hits.praises, Math.min(praises, 4)), 0.5)
  sink.rule(number(hits.blames, Math.min(blames, 4)), 0.5)
  sink.rule(number(hits.sides, Math.min(plus, 2) * 3 + Math.min(minus, 2)), 0.7)
  sink.rule(number(hits.clauses, Math.min(clauses.length, 5)), 0.5)
  const first = clauses[0]
  if (first && first.positive !== first.negative)
    sink.rule(number(hits.opens, first.positive > first.negative ? 1 : 2), 1)
}

/** Bucket and strength of each feature, as training wants them. */
export interface Features {
  buckets: Int32Array
  values: Float32Array
}

/** Lists the features of a comment. */
export const listFeatures = (
  view: View,
  clauses: readonly ClauseEvidence[],
  sums: { positive: number; negative: number },
  question: QuestionKind,
  language: SupportedLanguage,
): Features => list((sink) => tellFeatures(sink, view, clauses, sums, question, language))

/** Lists the words and letters of a clause: what `leanOf` adds up. */
export const listClauseFeatures = ({ seen }: View, found: ClauseEvidence): Features =>
  list((sink) => {
    tellWords(sink, seen, found, [])
    sink.share(WEIGHT.words)
    for (let i = found.clause.first; i < found.clause.last; i += 1) sink.letters(seen[i] as Seen)
    sink.share(WEIGHT.letters)
    tellSenses(sink, seen, found)
    sink.share(WEIGHT.senses)
    tellBeside(sink, seen, found)
    sink.share(WEIGHT.beside)
  })

function list(tell: (sink: FeatureSink) => void): Features {
  const buckets: number[] = []
  const values: number[] = []
  let from = 0
  const spelling = new Int32Array(MOST_LETTERS)
  const add = (bucket: number, value: number): void => {
    buckets.push(bucket)
    values.push(value)
  }
  tell({
    word: (word, denied) => add(bucketOf(denied ? deniedHash(word.hash) : word.hash), 1),
    pair: (bucket) => add(bucket, 1),
    letters: (word) => {
      const count = findLetterBuckets(word.form, spelling)
      for (let i = 0; i < count; i += 1) add(spelling[i] as number, 1)
    },
    share: (weight) => {
      values.fill(weight / Math.sqrt(Math.max(1, values.length - from)), from)
      from = values.length
    },
    rule: add,
  })
  return { buckets: Int32Array.from(buckets), values: Float32Array.from(values) }
}
