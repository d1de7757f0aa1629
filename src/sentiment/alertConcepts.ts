import type { Document } from '../language/document.js'
import { rememberByWord } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import { addMember, IDIOM_GAP, type Lexicon, type Phrase, type Sense, SHORTEST } from './alertLexicon.js'
import { type AlertTable, badTable } from './alertTable.js'
import { languageOfSentence } from './view.js'

/** Concepts of a word or of a slot of a frame: one bit each. */
export type Mask = Uint32Array

/** What the table says of one word, whatever stands around it. */
export interface WordConcepts {
  form: string
  lemma: string
  /** What the learnt part gives to it and its concepts; undefined where that is nothing. */
  tally: Tally | undefined
  /** Its first letters, by which a phrase finds its second word. */
  keys: readonly string[]
  mask: Mask | undefined
  /** Phrases that the word may open. */
  opens: Openings | undefined
}

/** Phrases of one opening word, told apart by their second. */
interface Openings {
  /** By the first letters of the second word. */
  bySecond: ReadonlyMap<string, readonly Phrase[]>
  /** Those of one word, and those whose second word is told by its end. */
  others: readonly Phrase[]
}

/** What the learnt part gives to a word, or to a set of concepts: sums of weights, one a key. */
export interface Tally {
  plain: readonly number[]
  /** What a negation adds; undefined where that is nothing. */
  denied: readonly number[] | undefined
  /** Concepts that weigh in pairs. */
  pairing: readonly number[]
}

/** Weighs what depends on one word alone, when it is first met: the word with the concepts given. */
export type Weigher = (token: Token, word: WordReading, mask: Mask | undefined) => Tally | undefined

/** The concepts of a text: one mask a token, undefined where a word carries none. */
export interface ConceptsRead {
  words: readonly WordConcepts[]
  masks: (Mask | undefined)[]
  /** Token after the last of the phrase that gave a token its concept; none where one word did. */
  ends: ReadonlyMap<number, number>
}

export interface ConceptReader {
  read(document: Document): ConceptsRead
  /** @throws {PalauteError} `bad_option` for a name that the table does not define */
  maskOf(names: readonly string[]): Mask
  /** Names of the concepts, by number. */
  names: readonly string[]
}

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/** Compiles the concepts and idioms of the table; a word is looked up once and remembered. */
export function compileConcepts(
  { concepts, idioms }: Pick<AlertTable, 'concepts' | 'idioms'>,
  weigherOf?: (names: readonly string[]) => Weigher,
): ConceptReader {
  const ids = new Map<string, number>()
  for (const { name } of concepts) if (!ids.has(name)) ids.set(name, ids.size)
  const width = Math.ceil(ids.size / 32)
  const widen = createWidener(width)
  const weigher = weigherOf?.([...ids.keys()])
  const lookups = Object.fromEntries(
    languages.map((language) => [language, rememberByWord(lookup(lexiconOf(language), width, weigher))]),
  ) as Record<SupportedLanguage, Lookup>
  return { read, maskOf, names: [...ids.keys()] }

  function maskOf(names: readonly string[]): Mask {
    const mask = new Uint32Array(width)
    for (const name of names) {
      const id = ids.get(name)
      if (id === undefined) throw badTable(name)
      addTo(mask, id)
    }
    return mask
  }

  function read(document: Document): ConceptsRead {
    const { tokens, words, sentences } = document
    const found: WordConcepts[] = []
    const masks: (Mask | undefined)[] = []
    const ends = new Map<number, number>()
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const look = lookups[languageOfSentence(document, s)]
      for (let i = first; i < last; i += 1) {
        const word = look(tokens[i] as Token, words[i] as WordReading)
        found.push(word)
        masks.push(word.mask)
      }
      for (let i = first; i < last; i += 1) {
        const { opens } = found[i] as WordConcepts
        if (opens !== undefined) openPhrases(opens, found, i, last, masks, ends, widen)
      }
    }
    return { words: found, masks, ends }
  }

  function lexiconOf(language: SupportedLanguage): Lexicon {
    const lexicon: Lexicon = { exact: new Map(), ends: new Map(), beginnings: new Map(), firstPerson: [] }
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

/** Applies the phrases that open at token `i`; figures of speech last, so that they take concepts away. */
function openPhrases(
  { bySecond, others }: Openings,
  found: readonly WordConcepts[],
  i: number,
  last: number,
  masks: (Mask | undefined)[],
  ends: Map<number, number>,
  widen: Widen,
): void {
  let listed = others.length > 0 ? others : undefined
  const until = Math.min(last, i + IDIOM_GAP + 2)
  for (let next = i + 1; next < until && bySecond.size > 0; next += 1)
    for (const key of (found[next] as WordConcepts).keys) {
      const phrases = bySecond.get(key)
      if (phrases !== undefined) listed = listed === undefined ? phrases : [...listed, ...phrases]
    }
  if (listed === undefined) return
  const idioms: (readonly number[])[] = []
  for (const phrase of listed) {
    const at = phraseAt(phrase, found, i, last)
    if (at === undefined) continue
    if (phrase.concept === undefined) idioms.push(at)
    else addPhrase(phrase.concept, at, masks, ends, widen)
  }
  for (const at of idioms) for (const place of at) masks[place] = undefined
}

/** The tokens of a phrase that opens at token `first`, if its other words follow. */
function phraseAt(
  { rest }: Phrase,
  found: readonly WordConcepts[],
  first: number,
  last: number,
): number[] | undefined {
  const at = [first]
  let from = first + 1
  for (const { tests, gap } of rest) {
    let met = -1
    for (let i = from; i < Math.min(last, from + gap + 1) && met < 0; i += 1) {
      const { form, lemma } = found[i] as WordConcepts
      if (tests.some((test) => test(form, lemma))) met = i
    }
    if (met < 0) return undefined
    at.push(met)
    from = met + 1
  }
  return at
}

function addPhrase(
  concept: number,
  at: readonly number[],
  masks: (Mask | undefined)[],
  ends: Map<number, number>,
  widen: Widen,
): void {
  const first = at[0] as number
  masks[first] = widen(masks[first], concept)
  ends.set(first, Math.max(ends.get(first) ?? 0, (at[at.length - 1] as number) + 1))
}

/** Adds a concept to a mask. The same word and phrase give the same mask: what hangs on a mask is worked out once. */
type Widen = (held: Mask | undefined, concept: number) => Mask

function createWidener(width: number): Widen {
  const none: Mask = new Uint32Array(width)
  const widened = new WeakMap<Mask, Map<number, Mask>>()
  return (held = none, concept) => {
    let known = widened.get(held)
    if (known === undefined) {
      known = new Map()
      widened.set(held, known)
    }
    let mask = known.get(concept)
    if (mask === undefined) {
      mask = held.slice()
      addTo(mask, concept)
      known.set(concept, mask)
    }
    return mask
  }
}

function addTo(mask: Mask, id: number): void {
  mask[id >> 5] = (mask[id >> 5] as number) | (1 << (id & 31))
}

/** Numbers of the concepts of a mask. */
export function conceptsOf(mask: Mask | undefined): number[] {
  const ids: number[] = []
  for (let i = 0; i < (mask?.length ?? 0); i += 1)
    for (let rest = mask?.[i] as number; rest !== 0; rest &= rest - 1)
      ids.push(i * 32 + 31 - Math.clz32(rest & -rest))
  return ids
}

/** Asks for one concept of the reader, faster than `meets`. */
export function holder(wanted: Mask): (mask: Mask) => boolean {
  const at = wanted.findIndex((bits) => bits !== 0)
  const bit = wanted[at] as number
  return (mask) => ((mask[at] as number) & bit) !== 0
}

export function meets(mask: Mask, other: Mask): boolean {
  for (let i = 0; i < mask.length; i += 1) if (((mask[i] as number) & (other[i] as number)) !== 0) return true
  return false
}

function openingsOf(phrases: readonly Phrase[]): Openings | undefined {
  if (phrases.length === 0) return undefined
  const bySecond = new Map<string, Phrase[]>()
  for (const phrase of phrases)
    for (const key of phrase.keys ?? []) {
      const held = bySecond.get(key)
      if (held === undefined) bySecond.set(key, [phrase])
      else held.push(phrase)
    }
  return { bySecond, others: phrases.filter(({ keys }) => keys === undefined) }
}

type Lookup = (token: Token, word: WordReading) => WordConcepts

const lookup =
  (lexicon: Lexicon, width: number, weigher: Weigher | undefined): Lookup =>
  (token, word) => {
    const { text, kind } = token
    const form = text.toLowerCase().replace('’', "'")
    const lemma = kind === 'word' ? word.lemma.toLowerCase() : form
    const senses: Sense[] = []
    addAll(senses, lexicon.exact.get(`=${form}`))
    addShape(senses, lexicon, form)
    if (lemma !== form) addShape(senses, lexicon, lemma)
    const { person, possessive, form: verbForm } = word.features
    if ((person === '1' && verbForm === undefined) || possessive === 'sg1' || possessive === 'pl1')
      addAll(senses, lexicon.firstPerson)
    let mask: Mask | undefined
    const opens: Phrase[] = []
    for (const { concept, phrase } of senses) {
      if (phrase !== undefined && !opens.includes(phrase)) opens.push(phrase)
      if (concept === undefined) continue
      mask ??= new Uint32Array(width)
      addTo(mask, concept)
    }
    const shown = form.slice(0, SHORTEST)
    const letters = lemma.slice(0, SHORTEST)
    const keys = letters === shown ? [shown] : [shown, letters]
    return {
      form,
      lemma,
      tally: weigher?.(token, word, mask),
      keys,
      mask,
      opens: openingsOf(opens),
    }
  }

function addAll(senses: Sense[], found: readonly Sense[] | undefined): void {
  if (found !== undefined) for (const sense of found) senses.push(sense)
}

function addShape(senses: Sense[], { exact, beginnings, ends }: Lexicon, shape: string): void {
  addAll(senses, exact.get(shape))
  const begun = beginnings.get(shape.slice(0, SHORTEST))
  if (begun !== undefined)
    for (const { letters, sense } of begun) if (shape.startsWith(letters)) senses.push(sense)
  const ended = ends.get(shape.slice(-SHORTEST))
  if (ended !== undefined)
    for (const { letters, sense } of ended) if (shape.endsWith(letters)) senses.push(sense)
}
