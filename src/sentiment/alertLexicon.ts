import { badTable } from './alertTable.js'

/** Words that stand for a concept together, in this order, each at most `GAP` words after the one before. */
export interface Phrase {
  /** First letters of the alternatives of its second word; undefined where they do not tell. */
  keys: readonly string[] | undefined
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
}

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
    rest.length === 0 && concept !== undefined ? { concept } : { phrase: phraseOf(rest, concept) }
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

function phraseOf(rest: readonly string[], concept: number | undefined): Phrase {
  const second = rest[0]?.replace('+', '').split('/')
  return {
    keys: second?.every((piece) => piece[0] !== '*')
      ? [...new Set(second.map((piece) => piece.replace(/^=|\*$/g, '').slice(0, SHORTEST)))]
      : undefined,
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
