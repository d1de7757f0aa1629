import type { PatternSet } from './patternSet.js'
import { OPENING } from './wordMatch.js'
import { WORD, type WordTable } from './wordTable.js'

/** A concept found: its number and the words from `first` to `last`, both inclusive, as numbers of tokens. */
export interface ConceptHit {
  concept: number
  first: number
  last: number
  /** A negation stands before it, outside the pattern ("ei kovin siistiä"). */
  negated: boolean
  /** A mere hint: a word of the scene, or a part of a compound that is not its last. */
  hint: boolean
}

/** Words that a negation reaches. */
const NEGATION_REACH = 4

/**
 * Finds the patterns that a sentence holds, in order of the words at which they are recognized. Linear in the
 * words: a pattern is tried only at its rarest term, and a gap is at most four words.
 *
 * @param words numbers of the words of a document, without punctuation; the sentence is those from `from` to `to`
 * @param places the token that each word is
 */
export function matchSentence(
  table: WordTable,
  words: Int32Array,
  places: Int32Array,
  from: number,
  to: number,
  set: PatternSet,
  hits: ConceptHit[],
): void {
  const { records, pool } = table
  for (let at = from; at < to; at += 1) {
    const record = (words[at] as number) * WORD.size
    const aloneEnd = records[record + WORD.alone] as number
    const openingsEnd = records[record + WORD.openings] as number
    for (let i = records[record + WORD.atoms] as number; i < aloneEnd; i += 1) {
      const found = pool[i] as number
      const place = places[at] as number
      hits.push({
        concept: found >> 1,
        first: place,
        last: place,
        negated: negatedAt(records, words, places, from, at),
        hint: (found & 1) === 1,
      })
    }
    for (let i = aloneEnd; i < openingsEnd; i += OPENING.size) {
      // Most patterns fail at the next word asked for: it is known here, and the pattern is not looked up.
      const reach = pool[i + OPENING.reach] as number
      const least = reach > 0 ? at + 1 : Math.max(from, at + reach)
      const most = reach > 0 ? Math.min(to - 1, at + reach) : at - 1
      if (!stands(table, words, least, most, pool[i + OPENING.neighbor] as number)) continue
      const pattern = pool[i + OPENING.pattern] as number
      const step = pool[i + OPENING.step] as number
      const terms = set.terms[pattern] as readonly number[]
      const gaps = set.gaps[pattern] as readonly number[]
      const first = before(table, words, terms, gaps, step, at, from)
      if (first < 0) continue
      const last = after(table, words, terms, gaps, step, at, to)
      if (last < 0) continue
      hits.push({
        concept: set.concepts[pattern] as number,
        first: places[first] as number,
        last: places[last] as number,
        negated: set.denies[pattern] !== true && negatedAt(records, words, places, from, first),
        hint: set.hints[pattern] === true,
      })
    }
  }
}

/** Whether one of the words from `least` to `most`, inclusive, fulfils a term. */
function stands(table: WordTable, words: Int32Array, least: number, most: number, atom: number): boolean {
  for (let at = least; at <= most; at += 1) if (fulfils(table, words[at] as number, atom)) return true
  return false
}

/** The word at which the terms before `step` begin, or -1 where they are not there. */
function before(
  table: WordTable,
  words: Int32Array,
  terms: readonly number[],
  gaps: readonly number[],
  step: number,
  at: number,
  from: number,
): number {
  if (step === 0) return at
  const atom = terms[step - 1] as number
  const least = Math.max(from, at - 1 - (gaps[step - 1] as number))
  for (let place = at - 1; place >= least; place -= 1) {
    if (!fulfils(table, words[place] as number, atom)) continue
    const first = before(table, words, terms, gaps, step - 1, place, from)
    if (first >= 0) return first
  }
  return -1
}

/** The word at which the terms after `step` end, or -1. */
function after(
  table: WordTable,
  words: Int32Array,
  terms: readonly number[],
  gaps: readonly number[],
  step: number,
  at: number,
  to: number,
): number {
  const atom = terms[step + 1]
  if (atom === undefined) return at
  const most = Math.min(to - 1, at + 1 + (gaps[step] as number))
  for (let place = at + 1; place <= most; place += 1) {
    if (!fulfils(table, words[place] as number, atom)) continue
    const last = after(table, words, terms, gaps, step + 1, place, to)
    if (last >= 0) return last
  }
  return -1
}

function fulfils({ records, pool }: WordTable, word: number, atom: number): boolean {
  const record = word * WORD.size
  if (((records[record + WORD.bits] as number) & (1 << (atom & 31))) === 0) return false
  const end = records[record + WORD.atoms] as number
  for (let i = records[record + WORD.start] as number; i < end; i += 1) if (pool[i] === atom) return true
  return false
}

function negatedAt(
  records: Int32Array,
  words: Int32Array,
  places: Int32Array,
  from: number,
  word: number,
): boolean {
  for (let at = word - 1; at >= from && at >= word - NEGATION_REACH; at -= 1) {
    // A comma ends what a negation reaches.
    if ((places[at + 1] as number) - (places[at] as number) > 1) return false
    if (records[(words[at] as number) * WORD.size + WORD.negative] === 1) return true
  }
  return false
}
