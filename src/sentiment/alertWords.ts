import { memoize, placeOfReading } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import { type Lexicon, type Phrase, SHORTEST, sensesOf } from './alertLexicon.js'
import { addConcept, conceptsAt } from './alertMask.js'

/**
 * Where in its row a word has what, after the `width` numbers of its concepts. With ten of these a row is one line of
 * a cache: what reading a text for alerts costs is waiting for memory.
 */
export interface RowPlaces {
  /** Concepts, in 32 bits each. */
  width: number
  /** Seven sums of learnt weights, two a number; the last half is flags. */
  sums: number
  flags: number
  /** Sieve of its first letters, by which a phrase finds its second word. */
  keys: number
  /** Sieve of the second words of the phrases that it may open: zero where it opens none. */
  opens: number
  size: number
}

export const rowPlaces = (width: number): RowPlaces => ({
  width,
  sums: width,
  flags: width + 3,
  keys: width + 4,
  opens: width + 5,
  size: width + 6,
})

export const FLAG = {
  word: 1,
  /** A comma and the like: no negation reaches over it. */
  pause: 2,
  /** A negation adds to its sums. */
  denies: 4,
  /** A phrase or a figure of speech gave it other concepts than its own. */
  changed: 8,
  /** A negation governs it here. */
  denied: 16,
  /** It has concepts. */
  holds: 32,
} as const

/** What few words need: letters for the phrases, and what a negation adds. */
export interface AlertWord {
  form: string
  lemma: string
  /** Numbers of its first letters, by which a phrase finds its second word. */
  keys: readonly number[]
  /** Phrases that the word may open. */
  opens: Openings | undefined
  /** What a negation adds to the sums; undefined where that is nothing. */
  denied: readonly number[] | undefined
}

/** Phrases of one opening word, told apart by their second. */
export interface Openings {
  /** By the first letters of the second word. */
  bySecond: ReadonlyMap<number, readonly Phrase[]>
  /** Those of one word, and those whose second word is told by its end. */
  others: readonly Phrase[]
}

/** What the learnt part gives to a word with its concepts: sums of weights, one a key. */
export interface Tally {
  plain: readonly number[]
  /** What a negation adds; undefined where that is nothing. */
  denied: readonly number[] | undefined
}

/** Weighs what depends on one word alone, when it is first met: the word with the concepts given. */
export type Weigher = (token: Token, word: WordReading, concepts: readonly number[]) => Tally | undefined

/** Writes the row of a word and gives what few words need of it. */
export type LookUp = (token: Token, word: WordReading, rows: Int32Array, at: number) => AlertWord

/** Signs remembered, and words that the table has room for at first. */
const SIGNS = 1 << 10
const FIRST = 1 << 10

function copyRow(from: Int32Array, start: number, into: Int32Array, at: number, size: number): void {
  for (let i = 0; i < size; i += 1) into[at + i] = from[start + i] as number
}

/**
 * Rows of the words of a language, written when a word is first met and copied from then on. As in `rememberByWord`, a
 * word is found by the place of its reading; one that comes once is not kept.
 */
export function createLookUp(lexicon: Lexicon, places: RowPlaces, weigher: Weigher | undefined): LookUp {
  const { size } = places
  let rows = new Int32Array(FIRST * size)
  let readings = new Array<WordReading | null>(FIRST).fill(null)
  let words = new Array<AlertWord | null>(FIRST).fill(null)
  let sign: { token: Token; reading: WordReading }
  const signs = memoize((_) => {
    const row = new Int32Array(size)
    return { row, word: readWord(sign.token, sign.reading, row, 0) }
  }, SIGNS)
  return (token, reading, into, at) => {
    const place = placeOfReading(reading)
    if (place === undefined) {
      if (token.kind === 'word') return readWord(token, reading, into, at)
      sign = { token, reading }
      const known = signs(token.text)
      copyRow(known.row, 0, into, at, size)
      return known.word
    }
    if (readings[place] !== reading) {
      while (place >= readings.length) grow()
      words[place] = readWord(token, reading, rows, place * size)
      readings[place] = reading
    }
    copyRow(rows, place * size, into, at, size)
    return words[place] as AlertWord
  }

  function grow(): void {
    const larger = new Int32Array(rows.length * 2)
    larger.set(rows)
    rows = larger
    readings = readings.concat(new Array(readings.length).fill(null))
    words = words.concat(new Array(words.length).fill(null))
  }

  function readWord(token: Token, word: WordReading, into: Int32Array, at: number): AlertWord {
    into.fill(0, at, at + size)
    const { text, kind } = token
    const form = text.toLowerCase().replace('’', "'")
    const lemma = kind === 'word' ? word.lemma.toLowerCase() : form
    const opens: Phrase[] = []
    for (const { concept, phrase } of sensesOf(lexicon, word, form, lemma)) {
      if (phrase !== undefined && !opens.includes(phrase)) opens.push(phrase)
      if (concept !== undefined) addConcept(into, at, concept)
    }
    const letters = new Set([form.slice(0, SHORTEST), lemma.slice(0, SHORTEST)])
    const keys = [...letters].flatMap((own) => lexicon.seconds.get(own) ?? [])
    const openings = openingsOf(opens)
    into[at + places.keys] = sieveOf(keys)
    if (openings !== undefined)
      into[at + places.opens] = openings.others.length > 0 ? -1 : sieveOf(openings.bySecond.keys())
    const concepts = conceptsAt(into, at, places.width)
    let flags = (kind === 'word' ? FLAG.word : 0) | (concepts.length > 0 ? FLAG.holds : 0)
    if (kind === 'punctuation' && (text === ',' || text === ';' || text === ':')) flags |= FLAG.pause
    into[at + places.flags] = flags
    const tally = weigher?.(token, word, concepts)
    if (tally !== undefined) addTally(into, at, places, tally)
    return { form, lemma, keys, opens: openings, denied: tally?.denied }
  }
}

/** Puts sums in a row that has none. */
export function addTally(rows: Int32Array, at: number, places: RowPlaces, { plain, denied }: Tally): void {
  plain.forEach((sum, head) => {
    const place = at + places.sums + (head >> 1)
    rows[place] = (rows[place] as number) | (head & 1 ? sum & 0xffff : sum << 16)
  })
  if (denied !== undefined) rows[at + places.flags] = (rows[at + places.flags] as number) | FLAG.denies
}

function openingsOf(phrases: readonly Phrase[]): Openings | undefined {
  if (phrases.length === 0) return undefined
  const bySecond = new Map<number, Phrase[]>()
  for (const phrase of phrases)
    for (const key of phrase.keys ?? []) {
      const held = bySecond.get(key)
      if (held === undefined) bySecond.set(key, [phrase])
      else held.push(phrase)
    }
  return { bySecond, others: phrases.filter(({ keys }) => keys === undefined) }
}

/** Numbers as a sieve of 32 bits: most words are told from it not to be the second of a phrase. */
function sieveOf(keys: Iterable<number>): number {
  let sieve = 0
  for (const key of keys) sieve |= 1 << (key & 31)
  return sieve
}
