import { PalauteError } from '../errors.js'
import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { classesOfWord, type IntentWords } from './intentClasses.js'
import {
  INTENTS,
  namesOfWord,
  placesOf,
  type SentenceSigns,
  type Setting,
  SIGNS,
  signsOfSentences,
} from './intentFeatures.js'
import { type Packed, pack, unpack } from './intentSums.js'
import type { Seen, View } from './view.js'

export const HEADS = INTENTS.length

/** Logistic heads, one an intent, in whole tenths; read from a table that people can read too. */
export interface IntentWeights {
  bias: Int32Array
  /** Log-odds from which an intent is spoken of. */
  thresholds: Int32Array
  /** By sign, heads side by side. */
  signs: Int32Array
  /** By name of what a word shows. */
  words: ReadonlyMap<string, Int32Array>
}

/**
 * Reads the packed table: a row a feature, a column an intent.
 *
 * @throws {PalauteError} `cannot_read` when the table is of another version
 */
export function readIntentWeights(text: string): IntentWeights {
  const words = new Map<string, Int32Array>()
  const signs = new Int32Array(SIGNS.length * HEADS)
  const places = new Map<string, number>(SIGNS.map((sign, place) => [sign, place]))
  let bias: Int32Array | undefined
  let thresholds: Int32Array | undefined
  for (const line of text.split('\n')) {
    const [name = '', ...cells] = line.split('\t')
    if (name === '') continue
    const row = Int32Array.from({ length: HEADS }, (_, head) => Number(cells[head] || 0))
    if (name === '(bias)') bias = row
    else if (name === '(threshold)') thresholds = row
    else if (name.startsWith('(')) {
      const place = places.get(name.slice(1, -1))
      if (place === undefined) throw otherVersion()
      signs.set(row, place * HEADS)
    } else words.set(name, row)
  }
  if (bias === undefined || thresholds === undefined) throw otherVersion()
  return { bias, thresholds, signs, words }
}

/** Heads that have learnt nothing: words are read, nothing is spoken of. */
export const noIntentWeights = (): IntentWeights => ({
  bias: new Int32Array(HEADS),
  thresholds: new Int32Array(HEADS).fill(1),
  signs: new Int32Array(SIGNS.length * HEADS),
  words: new Map(),
})

const otherVersion = (): PalauteError =>
  new PalauteError('cannot_read', 'The packed weights of intents are of another version; reinstall palaute.')

/** Which sentence speaks of an intent most, and how clearly, in log-odds. */
export interface Spoken {
  intent: Intent
  logOdds: number
  threshold: number
  sentence: number
  /** Its column in the weights. */
  head: number
}

/** A row of the table that holds, by its intent and the token at which it opens. */
export interface MetRow {
  intent: Intent
  place: number
}

/** What a word gives to each intent, and the classes it is of. */
export interface IntentWord {
  /** Undefined where no head has a weight for it. */
  sum: Packed | undefined
  bits: number
}

/** What an intent is read from. */
export type IntentRead = [
  document: Document,
  view: View,
  clauses: readonly ClauseEvidence[],
  met: readonly MetRow[],
  setting: Setting,
]

export interface IntentModel {
  weights: IntentWeights
  /** Of one word, to be remembered with what else is seen of it; null for a word that says nothing of intents. */
  ofWord(token: Token, word: WordReading, language: SupportedLanguage): IntentWord | null
  /** One for each intent, in the order of `INTENTS`: an intent is as clear as its clearest sentence. */
  judge(...read: IntentRead): Spoken[]
  /** Those that are clear enough. */
  spoken(...read: IntentRead): Intent[]
}

/** Words of a sentence that are added up: so that sums stay within their bits, whatever the text. */
const LONGEST = 200

/** Bits meet again and again; a memo of them is emptied when it has grown to this. */
const REMEMBERED = 4096

function remembered(of: (bits: number) => Packed): (bits: number) => Packed {
  const held = new Map<number, Packed>()
  return (bits) => {
    let sum = held.get(bits)
    if (sum === undefined) {
      if (held.size >= REMEMBERED) held.clear()
      sum = of(bits)
      held.set(bits, sum)
    }
    return sum
  }
}

/** Makes the learnt part of intents; words and signs are summed up once and remembered. */
export function intentModel(weights: IntentWeights, classes: IntentWords): IntentModel {
  const { bias, thresholds, signs, words } = weights
  const sumOf = (places: readonly number[], sum = new Int32Array(HEADS)): Packed => {
    for (const place of places)
      for (let head = 0; head < HEADS; head += 1)
        sum[head] = (sum[head] as number) + (signs[place * HEADS + head] as number)
    return pack(sum)
  }
  const settings: Record<QuestionKind, Partial<Record<Polarity, Packed>>> = {
    good: {},
    improve: {},
    general: {},
  }
  const ofFacts = remembered((bits) => sumOf(placesOf.facts(bits)))
  const packed = SIGNS.map((_, place) => pack(signs.subarray(place * HEADS, (place + 1) * HEADS)))
  const ofFollows = remembered((bits) => sumOf(placesOf.follows(bits)))
  return { weights, ofWord, judge, spoken }

  /** What the whole comment gives to each of its sentences. */
  function ofSetting({ question, label }: Setting): Packed {
    const of = settings[question]
    of[label] ??= sumOf(placesOf.setting({ question, label }), bias.slice())
    return of[label]
  }

  /** Classes by themselves and by twos; few of them meet in a sentence, but seldom the same. */
  function ofClasses(bits: number): Packed {
    const met: number[] = []
    let a = 0
    let b = 0
    let c = 0
    for (let y = 0, rest = bits; rest !== 0; y += 1, rest >>>= 1) {
      if ((rest & 1) === 0) continue
      for (let m = -1; m < met.length; m += 1) {
        const place = m < 0 ? placesOf.ofClass(y) : placesOf.ofPair(met[m] as number, y)
        const own = packed[place] as Packed
        a += own.a
        b += own.b
        c += own.c
      }
      met.push(y)
    }
    return { a, b, c }
  }

  function ofWord(token: Token, word: WordReading, language: SupportedLanguage): IntentWord | null {
    let sum: Int32Array | undefined
    for (const name of namesOfWord(token, word, language)) {
      const row = words.get(name)
      if (row === undefined) continue
      sum ??= new Int32Array(HEADS)
      for (let head = 0; head < HEADS; head += 1) sum[head] = (sum[head] as number) + (row[head] as number)
    }
    const bits = classesOfWord(token, word, classes[language])
    return sum || bits ? { sum: sum && pack(sum), bits } : null
  }

  /** Scores of each intent in each sentence, in tenths: what its words and its signs add up to. */
  function scoresOf(...[document, view, clauses, met, setting]: IntentRead): number[][] {
    const told = signsOfSentences(document, view, clauses, met, setting.question)
    const common = ofSetting(setting)
    const all: number[][] = new Array(told.length)
    for (let s = 0; s < told.length; s += 1) {
      const { facts, classes: bits, follows, plus, minus } = told[s] as SentenceSigns
      const { first, last } = document.sentences[s] as { first: number; last: number }
      const ownFacts = ofFacts(facts)
      const ownClasses = ofClasses(bits)
      let a = common.a + ownFacts.a + ownClasses.a
      let b = common.b + ownFacts.b + ownClasses.b
      let c = common.c + ownFacts.c + ownClasses.c
      if (follows !== 0) {
        const own = ofFollows(follows)
        a += own.a
        b += own.b
        c += own.c
      }
      const end = Math.min(last, first + LONGEST)
      for (let i = first; i < end; i += 1) {
        const { intents } = view.seen[i] as Seen
        if (intents === null || intents.sum === undefined) continue
        a += intents.sum.a
        b += intents.sum.b
        c += intents.sum.c
      }
      const scores = [0, 0, 0, 0, 0, 0, 0, 0]
      unpack(a, b, c, scores)
      if (plus > 0) addValue(scores, placesOf.plus, Math.log1p(plus))
      if (minus > 0) addValue(scores, placesOf.minus, Math.log1p(minus))
      all[s] = scores
    }
    return all
  }

  function addValue(scores: number[], place: number, value: number): void {
    for (let head = 0; head < HEADS; head += 1)
      scores[head] = (scores[head] as number) + value * (signs[place * HEADS + head] as number)
  }

  function judge(...read: IntentRead): Spoken[] {
    const scores = scoresOf(...read)
    return INTENTS.map((intent, head) => {
      let sentence = 0
      for (let s = 1; s < scores.length; s += 1)
        if ((scores[s]?.[head] as number) > (scores[sentence]?.[head] as number)) sentence = s
      const logOdds = (scores[sentence]?.[head] ?? Number.NEGATIVE_INFINITY) / 10
      return { intent, logOdds, threshold: (thresholds[head] as number) / 10, sentence, head }
    })
  }

  function spoken(...read: IntentRead): Intent[] {
    const scores = scoresOf(...read)
    return INTENTS.filter((_, head) =>
      scores.some((sentence) => (sentence[head] as number) >= (thresholds[head] as number)),
    )
  }
}
