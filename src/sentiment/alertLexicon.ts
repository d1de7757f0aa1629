import type { WordReading } from '../language/word.js'
import { badTable } from './alertTable.js'

/** Words that stand for a concept together, in this order, each at most `GAP` words after the one before. */
export interface Phrase {
  /** First letters of the alternatives of its second word, by number; undefined where they do not tell. */
  keys: readonly number[] | undefined
  /** Undefined for an idiom: its words carry nothing. */
  concept: number | undefined
  rest: readonly Step[]
}

export interface Step {
  tests: readonly Test[]
  /** Words that may stand before it. */
  gap: number
}

type Test = (form: string, lemma: string) => boolean

/** Words between two words of a phrase, and of a figure of speech. */
const GAP = 1
export const IDIOM_GAP = 2
/** The shortest beginning or end of a word that stands for it; parts of words are found by so many letters. */
export const SHORTEST = 3

export interface Lexicon {
  exact: Map<string, Sense[]>
  /** Ends of lemmas and last parts of compounds. */
  ends: Map<string, Part[]>
  beginnings: Map<string, Part[]>
  /** Told by person or possessor. */
  firstPerson: Sense[]
  /** Numbers of the letters with which the second word of some phrase begins. */
  seconds: Map<string, number>
}

export const emptyLexicon = (): Lexicon => ({
  exact: new Map(),
  ends: new Map(),
  beginnings: new Map(),
  firstPerson: [],
  seconds: new Map(),
})

interface Part {
  letters: string
  sense: Sense
}

export interface Sense {
  concept?: number
  phrase?: Phrase
}

/**
 * A member is a word (a lemma or a form), `=word` a form, `*end` and `beginning*` of a lemma or form, `:1` a first
 * person (of the verb or the possessor), `@name` the members of another concept, or several of these in a row; `/`
 * parts alternatives at one place, and `+` says that nothing stands before them.
 */
export function addMember(lexicon: Lexicon, member: string, concept: number | undefined): void {
  const [first = '', ...rest] = member.trim().split(/ +/)
  if (first === '') return
  // An idiom of one word is a phrase too: it takes the concepts of the word away.
  const sense: Sense =
    rest.length === 0 && concept !== undefined ? { concept } : { phrase: phraseOf(lexicon, rest, concept) }
  for (const piece of first.split('/')) {
    if (piece === ':1') lexicon.firstPerson.push(sense)
    else if (piece[0] === '*') {
      const letters = lettersOf(piece.slice(1))
      put(lexicon.ends, letters.slice(-SHORTEST), { letters, sense })
    } else if (piece.endsWith('*')) {
      const letters = lettersOf(piece.slice(0, -1))
      put(lexicon.beginnings, letters.slice(0, SHORTEST), { letters, sense })
    } else put(lexicon.exact, piece, sense)
  }
}

function phraseOf({ seconds }: Lexicon, rest: readonly string[], concept: number | undefined): Phrase {
  const second = rest[0]?.replace('+', '').split('/')
  const keyOf = (piece: string): number => {
    const letters = piece.replace(/^=|\*$/g, '').slice(0, SHORTEST)
    if (!seconds.has(letters)) seconds.set(letters, seconds.size)
    return seconds.get(letters) as number
  }
  return {
    keys: second?.every((piece) => piece[0] !== '*') ? [...new Set(second.map(keyOf))] : undefined,
    concept,
    rest: rest.map((piece) => stepOf(piece, concept === undefined ? IDIOM_GAP : GAP)),
  }
}

function put<Kept>(map: Map<string, Kept[]>, key: string, kept: Kept): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [kept])
  else held.push(kept)
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

/** What a word may stand for, by itself or as the first of a phrase. */
export function sensesOf(lexicon: Lexicon, { features }: WordReading, form: string, lemma: string): Sense[] {
  const senses: Sense[] = []
  addAll(senses, lexicon.exact.get(`=${form}`))
  addShape(senses, lexicon, form)
  if (lemma !== form) addShape(senses, lexicon, lemma)
  const { person, possessive, form: verbForm } = features
  if ((person === '1' && verbForm === undefined) || possessive === 'sg1' || possessive === 'pl1')
    addAll(senses, lexicon.firstPerson)
  return senses
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
