import type { Document } from '../language/document.js'
import { rememberByWord } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import { type AlertTable, badTable } from './alertTable.js'

/** Concepts of a word or of a slot of a frame: one bit each. */
export type Mask = Uint32Array

/** What the table says of one word, whatever stands around it. */
interface WordConcepts {
  form: string
  lemma: string
  mask: Mask | undefined
  /** Phrases that the word may open. */
  opens: readonly Phrase[]
}

/** Words that stand for a concept together, in this order, each at most `GAP` words after the one before. */
interface Phrase {
  /** Undefined for an idiom: its words carry nothing. */
  concept: number | undefined
  rest: readonly Step[]
}

interface Step {
  tests: readonly Test[]
  /** Words that may stand before it. */
  gap: number
}

type Test = (form: string, lemma: string) => boolean

/** Words between two words of a phrase, and of a figure of speech. */
const GAP = 1
const IDIOM_GAP = 2
/** The shortest and longest beginning or end of a word that stands for it. */
const SHORTEST = 3
const LONGEST = 20

interface Lexicon {
  exact: Map<string, Sense[]>
  /** Ends of lemmas and last parts of compounds. */
  ends: Map<string, Sense[]>
  beginnings: Map<string, Sense[]>
  /** Told by person or possessor. */
  firstPerson: Sense[]
}

interface Sense {
  concept?: number
  phrase?: Phrase
}

/** The concepts of a text: one mask a token, undefined where a word carries none. */
export interface ConceptsRead {
  masks: (Mask | undefined)[]
  /** Token after the last of the phrase that gave a token its concept; the next token where one word did. */
  ends: Int32Array
}

export interface ConceptReader {
  read(document: Document): ConceptsRead
  /** @throws {PalauteError} `bad_option` for a name that the table does not define */
  maskOf(names: readonly string[]): Mask
}

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/** Compiles the concepts and idioms of the table; a word is looked up once and remembered. */
export function compileConcepts({
  concepts,
  idioms,
}: Pick<AlertTable, 'concepts' | 'idioms'>): ConceptReader {
  const ids = new Map<string, number>()
  for (const { name } of concepts) if (!ids.has(name)) ids.set(name, ids.size)
  const width = Math.ceil(ids.size / 32)
  const lookups = Object.fromEntries(
    languages.map((language) => [language, rememberByWord(lookup(lexiconOf(language), width))]),
  ) as Record<SupportedLanguage, (token: Token, word: WordReading) => WordConcepts>
  return { read, maskOf }

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
    const found: WordConcepts[] = new Array(tokens.length)
    const masks: (Mask | undefined)[] = new Array(tokens.length)
    const ends = new Int32Array(tokens.length)
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const look = lookups[languageOf(document, s)]
      for (let i = first; i < last; i += 1) {
        const word = look(tokens[i] as Token, words[i] as WordReading)
        found[i] = word
        masks[i] = word.mask
        ends[i] = i + 1
      }
      for (let i = first; i < last; i += 1)
        for (const phrase of (found[i] as WordConcepts).opens) {
          const at = phraseAt(phrase, found, i, last)
          if (at !== undefined) addPhrase(phrase, at, masks, ends, width)
        }
    }
    return { masks, ends }
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

function languageOf(document: Document, sentence: number): SupportedLanguage {
  const code = document.sentenceLanguages[sentence]?.code
  if (languages.includes(code as SupportedLanguage)) return code as SupportedLanguage
  const whole = document.language.code
  return languages.includes(whole as SupportedLanguage) ? (whole as SupportedLanguage) : 'fi'
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
  { concept }: Phrase,
  at: readonly number[],
  masks: (Mask | undefined)[],
  ends: Int32Array,
  width: number,
): void {
  if (concept === undefined) {
    for (const i of at) masks[i] = undefined
    return
  }
  const first = at[0] as number
  const held = masks[first]
  const mask = held === undefined ? new Uint32Array(width) : held.slice()
  addTo(mask, concept)
  masks[first] = mask
  ends[first] = Math.max(ends[first] as number, (at[at.length - 1] as number) + 1)
}

function addTo(mask: Mask, id: number): void {
  mask[id >> 5] = (mask[id >> 5] as number) | (1 << (id & 31))
}

export function meets(mask: Mask, other: Mask): boolean {
  for (let i = 0; i < mask.length; i += 1) if (((mask[i] as number) & (other[i] as number)) !== 0) return true
  return false
}

/**
 * A member is a word (a lemma or a form), `=word` a form, `*end` and `beginning*` of a lemma or form, `:1` a first
 * person (of the verb or the possessor), `@name` the members of another concept, or several of these in a row; `/`
 * parts alternatives at one place, and `+` says that nothing stands before them.
 */
function addMember(lexicon: Lexicon, member: string, concept: number | undefined): void {
  const [first = '', ...rest] = member.trim().split(/ +/)
  if (first === '') return
  // An idiom of one word is a phrase too: it takes the concepts of the word away.
  const sense: Sense =
    rest.length === 0 && concept !== undefined
      ? { concept }
      : {
          phrase: {
            concept,
            rest: rest.map((piece) => stepOf(piece, concept === undefined ? IDIOM_GAP : GAP)),
          },
        }
  for (const piece of first.split('/')) {
    if (piece === ':1') lexicon.firstPerson.push(sense)
    else if (piece[0] === '*') put(lexicon.ends, lettersOf(piece.slice(1)), sense)
    else if (piece.endsWith('*')) put(lexicon.beginnings, lettersOf(piece.slice(0, -1)), sense)
    else put(lexicon.exact, piece, sense)
  }
}

function put(map: Map<string, Sense[]>, key: string, sense: Sense): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [sense])
  else held.push(sense)
}

function lettersOf(letters: string): string {
  if (letters.length < SHORTEST || letters.includes('*')) throw badTable(letters)
  return letters
}

const stepOf = (piece: string, gap: number): Step =>
  piece[0] === '+'
    ? { tests: piece.slice(1).split('/').map(testOf), gap: 0 }
    : { tests: piece.split('/').map(testOf), gap }

function testOf(piece: string): Test {
  if (piece[0] === '*') {
    const end = lettersOf(piece.slice(1))
    return (form, lemma) => lemma.endsWith(end) || form.endsWith(end)
  }
  if (piece.endsWith('*')) {
    const beginning = lettersOf(piece.slice(0, -1))
    return (form, lemma) => form.startsWith(beginning) || lemma.startsWith(beginning)
  }
  if (piece[0] === '=') return (form) => form === piece.slice(1)
  return (form, lemma) => form === piece || lemma === piece
}

const nothing: readonly Phrase[] = []

function lookup(lexicon: Lexicon, width: number): (token: Token, word: WordReading) => WordConcepts {
  return ({ text, kind }, word) => {
    const form = text.toLowerCase().replace('’', "'")
    const lemma = kind === 'word' ? word.lemma.toLowerCase() : form
    const senses = new Set<Sense>()
    const collect = (found: readonly Sense[] | undefined): void => {
      if (found !== undefined) for (const sense of found) senses.add(sense)
    }
    collect(lexicon.exact.get(`=${form}`))
    for (const shape of form === lemma ? [form] : [form, lemma]) {
      collect(lexicon.exact.get(shape))
      const longest = Math.min(shape.length, LONGEST)
      for (let length = SHORTEST; length <= longest; length += 1) {
        collect(lexicon.beginnings.get(shape.slice(0, length)))
        collect(lexicon.ends.get(shape.slice(-length)))
      }
    }
    const { person, possessive, form: verbForm } = word.features
    if ((person === '1' && verbForm === undefined) || possessive === 'sg1' || possessive === 'pl1')
      collect(lexicon.firstPerson)
    let mask: Mask | undefined
    const opens: Phrase[] = []
    for (const { concept, phrase } of senses) {
      if (phrase !== undefined) opens.push(phrase)
      if (concept === undefined) continue
      mask ??= new Uint32Array(width)
      addTo(mask, concept)
    }
    // Idioms after the phrases of concepts, so that they take those away too.
    opens.sort((x, y) => Number(x.concept === undefined) - Number(y.concept === undefined))
    return { form, lemma, mask, opens: opens.length === 0 ? nothing : opens }
  }
}
