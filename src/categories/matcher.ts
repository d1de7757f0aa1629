import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { PatternSet } from './patternSet.js'

/** A concept found: its number and the tokens from `first` to `last`, both inclusive. */
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
 * Finds the patterns that a document holds, in order of the words at which they are recognized. Each sentence is
 * matched with the patterns of its own language. Linear in the words: a pattern is tried only at its rarest term,
 * and a gap is at most four words.
 */
export function matchConcepts(
  document: Document,
  patternsOf: (language: string) => PatternSet | undefined,
): ConceptHit[] {
  const hits: ConceptHit[] = []
  for (let s = 0; s < document.sentences.length; s += 1) {
    const sentence = document.sentences[s]
    const language = document.sentenceLanguages[s]?.code ?? document.language.code
    const set = patternsOf(language)
    if (set !== undefined && sentence !== undefined)
      matchSentence(document, sentence.first, sentence.last, set, hits)
  }
  return hits
}

function matchSentence(
  document: Document,
  from: number,
  to: number,
  set: PatternSet,
  hits: ConceptHit[],
): void {
  const places: number[] = []
  const atoms: (readonly number[])[] = []
  for (let at = from; at < to; at += 1) {
    const token = document.tokens[at]
    const word = document.words[at]
    if (token === undefined || word === undefined || token.kind === 'punctuation') continue
    places.push(at)
    atoms.push(rememberedAtoms(token, word, set))
  }
  const find = (
    terms: readonly number[],
    gaps: readonly number[],
    step: number,
    at: number,
    way: 1 | -1,
  ): number => {
    const next = step + way
    const atom = terms[next]
    if (atom === undefined) return at
    const gap = (way > 0 ? gaps[step] : gaps[next]) ?? 0
    for (let distance = 1; distance <= gap + 1; distance += 1) {
      const place = at + way * distance
      if (atoms[place] === undefined) return -1
      if (!atoms[place].includes(atom)) continue
      const end = find(terms, gaps, next, place, way)
      if (end >= 0) return end
    }
    return -1
  }
  for (let at = 0; at < places.length; at += 1)
    for (const atom of atoms[at] as readonly number[]) {
      const anchors = set.anchors[atom]
      if (anchors === undefined) continue
      for (let i = 0; i < anchors.length; i += 2) {
        const pattern = anchors[i] as number
        const step = anchors[i + 1] as number
        const terms = set.terms[pattern] as readonly number[]
        const gaps = set.gaps[pattern] as readonly number[]
        const first = find(terms, gaps, step, at, -1)
        if (first < 0) continue
        const last = find(terms, gaps, step, at, 1)
        if (last < 0) continue
        hits.push({
          concept: set.concepts[pattern] as number,
          first: places[first] as number,
          last: places[last] as number,
          negated: set.denies[pattern] !== true && negatedAt(first),
          hint: set.hints[pattern] === true || partialAt(set.words[pattern] as string, places[at] as number),
        })
      }
    }

  function partialAt(only: string, token: number): boolean {
    if (only === '') return false
    const word = document.words[token] as WordReading
    if (word.parts.length < 2 || word.lemma.toLowerCase() === only) return false
    return word.parts[word.parts.length - 1] !== only && document.tokens[token]?.text.toLowerCase() !== only
  }

  function negatedAt(place: number): boolean {
    for (let at = place - 1; at >= 0 && at >= place - NEGATION_REACH; at -= 1) {
      // A comma ends what a negation reaches.
      if ((places[at + 1] as number) - (places[at] as number) > 1) return false
      if (document.words[places[at] as number]?.features.negative === true) return true
    }
    return false
  }
}

/** Words remembered; a running text of months uses fewer. */
const MOST_MET = 30_000
const none: readonly number[] = []

function rememberedAtoms(token: Token, word: WordReading, set: PatternSet): readonly number[] {
  const { features } = word
  const key = `${token.text}\n${word.compound}\n${features.case ?? ''}${features.negative === true ? '-' : ''}${features.person === '4' ? 'p' : ''}${features.mood === 'conditional' ? 'c' : ''}${word.pos}${token.kind}`
  const known = set.met.get(key)
  if (known !== undefined) return known
  const found = atomsOf(token, word, set)
  const atoms = found.length === 0 ? none : found
  if (key.length > 120) return atoms
  if (set.met.size >= MOST_MET) set.met.clear()
  set.met.set(key, atoms)
  return atoms
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
