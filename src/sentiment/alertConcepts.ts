import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import { addMember, emptyLexicon, IDIOM_GAP, type Lexicon, type Phrase } from './alertLexicon.js'
import { addConcept, conceptsAt, type Mask } from './alertMask.js'
import { type AlertTable, badTable } from './alertTable.js'
import {
  type AlertWord,
  addTally,
  createLookUp,
  FLAG,
  type LookUp,
  type RowPlaces,
  rowPlaces,
  type Weigher,
} from './alertWords.js'
import { languageOfSentence } from './view.js'

/** The concepts of a text, good until the reader reads the next one. */
export interface ConceptsRead {
  words: readonly AlertWord[]
  /** A row for each token, as `RowPlaces` says. */
  rows: Int32Array
  /** Token after the last of the phrase that gave a token its concept; none where one word did. */
  ends: ReadonlyMap<number, number>
}

export interface ConceptReader {
  read(document: Document): ConceptsRead
  /** @throws {PalauteError} `bad_option` for a name that the table does not define */
  maskOf(names: readonly string[]): Mask
  /** Names of the concepts, by number. */
  names: readonly string[]
  places: RowPlaces
}

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']
const NO_ENDS: ReadonlyMap<number, number> = new Map()

/** Compiles the concepts and idioms of the table; a word is looked up once and remembered. */
export function compileConcepts(
  { concepts, idioms }: Pick<AlertTable, 'concepts' | 'idioms'>,
  weigherOf?: (names: readonly string[]) => Weigher,
): ConceptReader {
  const ids = new Map<string, number>()
  for (const { name } of concepts) if (!ids.has(name)) ids.set(name, ids.size)
  const width = Math.ceil(ids.size / 32)
  const places = rowPlaces(width)
  const { size } = places
  const weigher = weigherOf?.([...ids.keys()])
  const lookUps = Object.fromEntries(
    languages.map((language) => [language, createLookUp(lexiconOf(language), places, weigher)]),
  ) as Record<SupportedLanguage, LookUp>
  let rows = new Int32Array(256 * size)
  let ends: Map<number, number> | undefined
  return { read, maskOf, names: [...ids.keys()], places }

  function maskOf(names: readonly string[]): Mask {
    const mask = new Int32Array(width)
    for (const name of names) {
      const id = ids.get(name)
      if (id === undefined) throw badTable(name)
      addConcept(mask, 0, id)
    }
    return mask
  }

  function read(document: Document): ConceptsRead {
    const { tokens, words: readings, sentences } = document
    if (tokens.length * size > rows.length) rows = new Int32Array(tokens.length * size * 2)
    ends = undefined
    const words: AlertWord[] = []
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const lookUp = lookUps[languageOfSentence(document, s)]
      for (let i = first; i < last; i += 1)
        words.push(lookUp(tokens[i] as Token, readings[i] as WordReading, rows, i * size))
      for (let i = first; i < last; i += 1) if (mayOpen(i, last)) applyPhrases(words, i, last)
    }
    for (let i = 0; i < words.length; i += 1)
      if ((rows[i * size + places.flags] as number) & FLAG.changed)
        words[i] = weighAnew(words[i] as AlertWord, tokens[i] as Token, readings[i] as WordReading, i * size)
    return { words, rows, ends: ends ?? NO_ENDS }
  }

  /** Whether a word after token `i` may be the second of a phrase that opens there. */
  function mayOpen(i: number, last: number): boolean {
    const opens = rows[i * size + places.opens] as number
    if (opens === 0) return false
    if (opens === -1) return true
    const until = Math.min(last, i + IDIOM_GAP + 2)
    for (let next = i + 1; next < until; next += 1)
      if ((rows[next * size + places.keys] as number) & opens) return true
    return false
  }

  /** Applies the phrases that open at token `i`; figures of speech last, so that they take concepts away. */
  function applyPhrases(words: readonly AlertWord[], i: number, last: number): void {
    const opens = words[i]?.opens
    if (opens === undefined) return
    const { bySecond, others } = opens
    const listed = others.slice()
    const until = Math.min(last, i + IDIOM_GAP + 2)
    for (let next = i + 1; next < until; next += 1)
      for (const key of (words[next] as AlertWord).keys) {
        const phrases = bySecond.get(key)
        if (phrases !== undefined) for (const phrase of phrases) listed.push(phrase)
      }
    let idioms: number[] | undefined
    for (const phrase of listed) {
      const at = phraseAt(phrase, words, i, last)
      if (at === undefined) continue
      if (phrase.concept === undefined) idioms = idioms === undefined ? at : idioms.concat(at)
      else {
        addConcept(rows, i * size, phrase.concept)
        change(i)
        ends ??= new Map()
        ends.set(i, Math.max(ends.get(i) ?? 0, (at[at.length - 1] as number) + 1))
      }
    }
    if (idioms === undefined) return
    for (const place of idioms) {
      rows.fill(0, place * size, place * size + width)
      change(place)
    }
  }

  function change(i: number): void {
    const place = i * size + places.flags
    rows[place] = (rows[place] as number) | FLAG.changed
  }

  /** Sums of a word with the concepts that it has here. */
  function weighAnew(held: AlertWord, token: Token, word: WordReading, at: number): AlertWord {
    const concepts = conceptsAt(rows, at, width)
    const kept = (rows[at + places.flags] as number) & 0xffff & ~(FLAG.denies | FLAG.holds)
    rows.fill(0, at + places.sums, at + places.flags)
    rows[at + places.flags] = kept | (concepts.length > 0 ? FLAG.holds : 0)
    const tally = weigher?.(token, word, concepts)
    if (tally !== undefined) addTally(rows, at, places, tally)
    return { ...held, denied: tally?.denied }
  }

  function lexiconOf(language: SupportedLanguage): Lexicon {
    const lexicon = emptyLexicon()
    const own = (row: { language: string }): boolean => row.language === language || row.language === '*'
    for (const row of idioms.filter(own))
      for (const member of row.members.split('|')) addMember(lexicon, member, undefined)
    const membersOf = (name: string, seen: readonly string[]): string[] => {
      if (seen.includes(name) || !ids.has(name)) throw badTable(name)
      return concepts
        .filter((row) => row.name === name && own(row))
        .flatMap((row) => row.members.split('|'))
        .flatMap((member) => (member[0] === '@' ? membersOf(member.slice(1), [...seen, name]) : [member]))
    }
    for (const [name, id] of ids)
      for (const member of new Set(membersOf(name, []))) addMember(lexicon, member, id)
    return lexicon
  }
}

/** The tokens of a phrase that opens at token `first`, if its other words follow. */
function phraseAt(
  { rest }: Phrase,
  words: readonly AlertWord[],
  first: number,
  last: number,
): number[] | undefined {
  let at: number[] | undefined
  let from = first + 1
  for (const { tests, gap } of rest) {
    const met = standsAt(tests, words, from, Math.min(last, from + gap + 1))
    if (met < 0) return undefined
    if (at === undefined) at = [first, met]
    else at.push(met)
    from = met + 1
  }
  return at ?? [first]
}

/** The first word of a stretch that passes one of the tests, or -1. */
function standsAt(
  tests: Phrase['rest'][number]['tests'],
  words: readonly AlertWord[],
  from: number,
  until: number,
): number {
  for (let i = from; i < until; i += 1) {
    const { form, lemma } = words[i] as AlertWord
    for (let t = 0; t < tests.length; t += 1) if (tests[t]?.(form, lemma)) return i
  }
  return -1
}
