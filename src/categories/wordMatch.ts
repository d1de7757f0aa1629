import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { PatternSet } from './patternSet.js'

/** What one word offers to the patterns of its language; depends on the word alone. */
export interface WordMatch {
  /** The terms that it fulfils. */
  atoms: readonly number[]
  /** A bit for each atom modulo 32: tells most words that fulfil nothing asked for at a glance. */
  bits: number
  /** Concepts that the word holds by itself, twice their number, and one more where it merely hints. */
  alone: readonly number[]
  /** Patterns of several words that are tried at this word: `OPENING.size` numbers each. */
  openings: readonly number[]
  /** The word itself denies. */
  negative: boolean
}

/** Numbers of an opening. */
export const OPENING = {
  /** The term after this word's (before it, where it is the last), and how far it may stand: negative for before. */
  neighbor: 0,
  reach: 1,
  pattern: 2,
  /** Which term of the pattern the word is. */
  step: 3,
  size: 4,
} as const

const none: readonly number[] = []

/** Finds the atoms of a word, the concepts of one-word patterns, and the patterns that open at it. */
export function matchWord(token: Token, word: WordReading, set: PatternSet): WordMatch {
  const atoms = atomsOf(token, word, set)
  const alone: number[] = []
  const openings: number[] = []
  let bits = 0
  for (const atom of atoms) {
    bits |= 1 << (atom & 31)
    const anchors = set.anchors[atom] ?? none
    for (let i = 0; i < anchors.length; i += 2) {
      const pattern = anchors[i] as number
      const terms = set.terms[pattern] as readonly number[]
      const gaps = set.gaps[pattern] as readonly number[]
      if (terms.length > 1) {
        const step = anchors[i + 1] as number
        if (step + 1 < terms.length)
          openings.push(terms[step + 1] as number, (gaps[step] as number) + 1, pattern, step)
        else openings.push(terms[step - 1] as number, -(gaps[step - 1] as number) - 1, pattern, step)
        continue
      }
      const hint = set.hints[pattern] === true || partial(token, word, set.words[pattern] as string)
      alone.push((set.concepts[pattern] as number) * 2 + (hint ? 1 : 0))
    }
  }
  return { atoms, bits, alone, openings, negative: word.features.negative === true }
}

/** A part of a compound that is not its last hints only. */
function partial(token: Token, word: WordReading, only: string): boolean {
  if (only === '' || word.parts.length < 2 || word.lemma.toLowerCase() === only) return false
  return word.parts[word.parts.length - 1] !== only && token.text.toLowerCase() !== only
}

function atomsOf(token: Token, word: WordReading, set: PatternSet): number[] {
  const atoms: number[] = []
  const add = (atom: number) => {
    if (atom >= 0 && !atoms.includes(atom)) atoms.push(atom)
  }
  const form = token.text.toLowerCase()
  const written = set.spellings.get(form)
  if (written !== undefined) {
    add(written.word)
    add(written.form)
  }
  const lemma = word.lemma.toLowerCase()
  const read = set.spellings.get(lemma)
  if (read !== undefined) {
    add(read.word)
    add(read.lemma)
    for (const { case: name, atom } of read.cased) if (hasForm(word, name)) add(atom)
  }
  const { parts } = word
  if (parts.length > 1) {
    for (let at = 0; at < parts.length; at += 1) {
      const part = set.spellings.get((parts[at] as string).toLowerCase())
      if (part === undefined) continue
      add(part.word)
      if (at === 0) add(part.first)
      if (at === parts.length - 1) {
        add(part.last)
        for (const { case: name, atom } of part.cased) if (hasForm(word, name)) add(atom)
      }
    }
    if (parts.length > 2) addRuns(word.compound.toLowerCase().split('#'))
  }
  const prefixed = set.prefixes.get(form.slice(0, 2))
  if (prefixed !== undefined)
    for (const { prefix, atom } of prefixed)
      if (form.startsWith(prefix) || lemma.startsWith(prefix)) add(atom)
  if (set.negation >= 0 && word.features.negative === true) add(set.negation)
  if (set.number >= 0 && (token.kind === 'number' || word.pos === 'numeral' || word.pos === 'number'))
    add(set.number)
  return atoms

  /** Neighboring parts are a word too: ajanvaraus in ajan#varaus#puhelin. */
  function addRuns(pieces: readonly string[]): void {
    for (let start = 0; start < pieces.length && start < 4; start += 1) {
      let run = pieces[start] as string
      for (let end = start + 1; end < pieces.length && end < start + 4; end += 1) {
        run += pieces[end] as string
        const whole = set.spellings.get(run)
        if (whole === undefined) continue
        add(whole.word)
        if (start === 0) add(whole.first)
        if (end === pieces.length - 1) add(whole.last)
      }
    }
  }
}

function hasForm({ features }: WordReading, name: string): boolean {
  if (name === 'passive') return features.person === '4'
  if (name === 'conditional') return features.mood === 'conditional'
  return features.case === name
}
