import { placeOfReading, saysTheSame } from '../language/memo.js'
import type { Token, TokenKind } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import type { ConceptTable } from './conceptTable.js'
import { type FeatureKind, wordFeatures } from './features.js'
import { matchWord } from './wordMatch.js'

/** Words kept at most; then all are forgotten, and the frequent ones are soon met again. */
const MOST = 1 << 15
const FIRST = 1 << 12

/** Numbers of a word's record; the last four are ends of its stretches in `pool`, one after the other. */
export const WORD = {
  /** Hash of its lemma. */
  key: 0,
  /** A bit for each of its atoms modulo 32. */
  bits: 1,
  negative: 2,
  start: 3,
  atoms: 4,
  alone: 5,
  openings: 6,
  features: 7,
  size: 8,
} as const

const seeds: Readonly<Record<SupportedLanguage, number>> = { fi: 0, sv: 1, en: 2 }
const kinds: Readonly<Record<TokenKind, number>> = {
  word: 1,
  number: 2,
  punctuation: 3,
  symbol: 4,
  emoji: 5,
  smiley: 6,
  url: 7,
  email: 8,
}

/**
 * Words by number, with all that depends on a word alone: the patterns that it takes part in (`matchWord`) and its
 * features (`wordFeatures`). Few long arrays instead of objects, since what a comment costs is mostly waiting for
 * memory.
 */
export class WordTable {
  /** `WORD.size` numbers a word. */
  records = new Int32Array(FIRST * WORD.size)
  /** Atoms, concepts held alone, openings and features of the words. */
  pool = new Int32Array(FIRST * 24)
  lemmas: string[] = []
  /** Grows when the words are forgotten: numbers known before are void. */
  epoch = 0
  private count = 0
  private filled = 0
  private readings: WordReading[] = []
  /** Second hashes, which with the first tell texts apart: 64 bits. */
  private checks = new Int32Array(FIRST * 2)
  /** Numbers by the places of readings that come often: found without reading the letters. */
  private places = new Int32Array(FIRST).fill(-1)
  private slots = new Int32Array(FIRST * 4).fill(-1)

  constructor(
    private readonly patterns: ConceptTable['patterns'],
    private readonly without: ReadonlySet<FeatureKind>,
  ) {}

  /** To be called between comments: forgets all the words where they have become too many. */
  tidy(): void {
    if (this.count < MOST) return
    this.count = 0
    this.filled = 0
    this.lemmas = []
    this.readings = []
    this.slots.fill(-1)
    this.places.fill(-1)
    this.epoch += 1
  }

  /** The number of a word as read in a language. */
  numberOf(token: Token, word: WordReading, language: SupportedLanguage): number {
    const place = placeOfReading(word)
    if (place === undefined) return this.lookUp(token, word, language)
    if (place < this.places.length) {
      const number = this.places[place] as number
      if (number >= 0 && this.readings[number] === word) return number
    } else this.places = spread(this.places, place)
    const number = this.lookUp(token, word, language)
    this.places[place] = number
    return number
  }

  private lookUp(token: Token, word: WordReading, language: SupportedLanguage): number {
    const { text } = token
    let hash = 0x811c9dc5 ^ Math.imul(kinds[token.kind] * 4 + seeds[language], 0x9e3779b1)
    let check = hash ^ 0x5bd1e995
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      hash = Math.imul(hash ^ code, 0x01000193)
      check = Math.imul(check + code, 0x85ebca6b) ^ (check >>> 15)
    }
    const mask = this.slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot] as number
      if (number < 0) return this.add(token, word, language, slot, hash, check)
      if (this.checks[number * 2] !== hash || this.checks[number * 2 + 1] !== check) continue
      if (this.readings[number] === word) return number
      if (!saysTheSame(this.readings[number] as WordReading, word)) continue
      this.readings[number] = word
      return number
    }
  }

  private add(
    token: Token,
    word: WordReading,
    language: SupportedLanguage,
    slot: number,
    hash: number,
    check: number,
  ): number {
    const number = this.count
    if ((number + 1) * 4 > this.slots.length) {
      this.grow()
      return this.lookUp(token, word, language)
    }
    const { atoms, bits, alone, openings, negative } = matchWord(token, word, this.patterns(language))
    const { lemma, key, features } = wordFeatures(token, word, seeds[language], this.without)
    this.count += 1
    this.slots[slot] = number
    this.checks[number * 2] = hash
    this.checks[number * 2 + 1] = check
    this.readings.push(word)
    this.lemmas.push(lemma)
    const start = this.filled
    const ends = [atoms, alone, openings, features].map((list) => this.keep(list))
    this.records.set([key, bits, negative ? 1 : 0, start, ...ends], number * WORD.size)
    return number
  }

  private keep(list: ArrayLike<number>): number {
    const end = this.filled + list.length
    if (end > this.pool.length) this.pool = grown(this.pool, end)
    this.pool.set(list, this.filled)
    this.filled = end
    return end
  }

  private grow(): void {
    this.records = grown(this.records, this.records.length * 2)
    this.checks = grown(this.checks, this.checks.length * 2)
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.count; number += 1) {
      const hash = this.checks[number * 2] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask
      this.slots[slot] = number
    }
  }
}

/** Doubled until it holds a place, new places without a number. */
function spread(places: Int32Array, place: number): Int32Array<ArrayBuffer> {
  let size = places.length
  while (size <= place) size *= 2
  const larger = new Int32Array(size).fill(-1)
  larger.set(places)
  return larger
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
