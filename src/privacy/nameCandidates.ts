import type { Document, Token, WordReading } from '../language/index.js'
import { rememberByWord } from '../language/memo.js'
import { eponyms, institutions, kin, titles } from './cues.js'
import { type KnownName, knownName, nameFlags } from './gazetteer.js'
import { nameStems } from './nameForms.js'

const { first, surname, place } = nameFlags

/** Everything that is asked of a word when it is weighed as a name. */
export interface Candidate {
  token: Token
  word: WordReading
  known: KnownName | undefined
  /** Capital first letter, where capitals mean something. */
  capital: boolean
  /** At the head of a sentence, line or quotation, where every word has its capital. */
  initial: boolean
  /** The reader knows the word as something else than a name. */
  common: boolean
  language: string
}

const kinds = { nameLike: 1, title: 2, plain: 4 } as const

/** Asked of every word of every text, so worked out once a word. */
const kindOf = rememberByWord((token, word) => {
  if (token.kind !== 'word') return 0
  const { text } = token
  // "kiitos mäkinen"
  const nameLike = isCapital(text) || word.pos === 'name' || text.endsWith('inen')
  return (
    (nameLike ? kinds.nameLike : 0) |
    (hasLemma(word, token, titles) ? kinds.title : 0) |
    (isPlain(text, word) ? kinds.plain : 0)
  )
})

/** A word of the dictionary that nobody is called: no neighbor makes it a name. */
function isPlain(text: string, { pos, source }: WordReading): boolean {
  const dictionary = source === 'lexicon' || source === 'derivation' || source === 'colloquial'
  if (!dictionary || pos === 'name' || pos === 'unknown') return false
  return (
    !text.includes(':') &&
    !text.includes('-') &&
    knownName(text, true) === undefined &&
    knownName(text, false) === undefined
  )
}

/** Cheap: a capital, a reading as a name, or a word beside a title. */
export function mayBeName({ tokens, words }: Document, index: number): boolean {
  const kind = kindOf(tokens[index] as Token, words[index] as WordReading)
  if (tokens[index]?.kind !== 'word' || (kind & kinds.plain) !== 0) return false
  if ((kind & kinds.nameLike) !== 0) return true
  if (index === 0) return false
  return (kindOf(tokens[index - 1] as Token, words[index - 1] as WordReading) & kinds.title) !== 0
}

export type Candidates = ReturnType<typeof createCandidates>

export function createCandidates(document: Document) {
  const { text, tokens, words, sentences, sentenceLanguages } = document
  const memo = new Map<number, Candidate | undefined>()
  let sentence = 0
  const starts = new Set(sentences.map(({ first: index }) => index))

  function languageAt(index: number): string {
    if (index < (sentences[sentence]?.first ?? 0)) sentence = 0
    while (sentence + 1 < sentences.length && index >= (sentences[sentence]?.last ?? 0)) sentence += 1
    return sentenceLanguages[sentence]?.code ?? document.language.code
  }

  function make(index: number): Candidate | undefined {
    const token = tokens[index]
    const word = words[index]
    if (token?.kind !== 'word' || word === undefined) return undefined
    const language = languageAt(index)
    const bare = token.text.includes(':') ? token.text.slice(0, token.text.indexOf(':')) : token.text
    const known = knownOf(bare, word, language)
    const shouted = isShouted(index)
    const dictionary =
      word.source === 'lexicon' || word.source === 'derivation' || word.source === 'colloquial'
    return {
      token,
      word,
      known,
      language,
      capital: isCapital(token.text) && !shouted,
      initial: isInitial(index),
      // Siiri-mummo, Tuula-täti
      common:
        !(known && relationOf(bare) !== undefined) &&
        word.pos !== 'name' &&
        word.pos !== 'unknown' &&
        (dictionary || (word.source === 'compound' && word.pos !== 'abbreviation' && language === 'fi')),
    }
  }

  function at(index: number): Candidate | undefined {
    if (!memo.has(index)) memo.set(index, make(index))
    return memo.get(index)
  }

  function isInitial(index: number): boolean {
    if (index === 0 || starts.has(index)) return true
    const before = tokens[index - 1] as Token
    if (text.slice(before.end, (tokens[index] as Token).start).includes('\n')) return true
    return /^[:"”»*•–—-]$/.test(before.text)
  }

  function isShouted(index: number): boolean {
    const own = tokens[index]?.text ?? ''
    return (
      isUpper(own) && own.length > 1 && (isUpperWord(tokens[index - 1]) || isUpperWord(tokens[index + 1]))
    )
  }

  return {
    document,
    at,
    /** The word before, over a comma or an opening bracket where `over` says so. */
    before(index: number, over = false): number {
      const at = index - 1
      return over && /^[,(]$/.test(tokens[at]?.text ?? '') ? at - 1 : at
    },
    /** Words stand on one line with nothing but space between. */
    adjacent(left: number, right: number): boolean {
      const a = tokens[left]
      const b = tokens[right]
      return a !== undefined && b !== undefined && /^[ \u00a0]{0,2}$/.test(text.slice(a.end, b.start))
    },
    /** A suffix after a colon stays outside the span, as does the full stop of a closing initial's sentence. */
    endOf(index: number): number {
      const token = tokens[index] as Token
      const colon = token.text.indexOf(':')
      return colon > 0 ? token.start + colon : token.end
    },
    /** The start of a name whose last word is at `index`: an unknown first name before a known last name. */
    startsBefore(index: number, covered: number): number {
      const own = at(index)
      const left = at(index - 1)
      let start = (tokens[index] as Token).start
      if (isParticled(this, index)) start = (tokens[index - 1] as Token).start
      if (own && !own.common && hasInitial(this, index)) start = text.lastIndexOf('.', start) - 1
      if (!own || !left || left.token.start < covered || !this.adjacent(index - 1, index)) return start
      // "Kurjen Kaisa": the house first, as people speak of each other.
      if (
        own.known &&
        isFirst(own) &&
        left.capital &&
        left.known?.case === 'genitive' &&
        left.known.flags & surname
      )
        return isInstitution(left) || isEponym(left) ? start : left.token.start
      if (!own.known || !(own.known.flags & surname) || !left.capital || isCue(left) || isEponym(left))
        return start
      if (/(?:kiito|terveis)/i.test(left.token.text)) return start
      if (isUpper(left.token.text) || isPlaceName(left) || (left.common && left.initial && !isFirst(left)))
        return start
      // A stranger at the head of a Finnish sentence may be any long word: "Erityiskiitos Harrille".
      const stranger = !left.common && (left.language !== 'fi' || !left.initial || left.word.pos === 'name')
      return left.known || stranger ? left.token.start : start
    },
  }
}

const isFirst = ({ known }: Candidate): boolean => known !== undefined && (known.flags & first) !== 0

/** Kin and professions whose stem changes within: "Lauri-pojan", "Maija-tädille". */
const bentTails = /^(?:poja|poji|tytö|tädi|äidi|isä|siskoi|veljen|velje)\p{Ll}{0,5}$/u

/** Where the hyphen of "Maija-täti" or "Arja-hoitaja" stands, in any case of the second word. */
function relationOf(form: string): number | undefined {
  const dash = form.lastIndexOf('-')
  if (dash < 3) return undefined
  const tail = form.slice(dash + 1).toLowerCase()
  const known = bentTails.test(tail) || nameStems(tail).some(({ stem }) => kin.has(stem) || titles.has(stem))
  return known ? dash : undefined
}

/** By the reader's own lemma where it knows the word as a name (Helsingissä is no Helsing), else by the form. */
function knownOf(form: string, word: WordReading, language: string): KnownName | undefined {
  if (language === 'fi' && word.pos === 'name' && word.source === 'lexicon') return viaLemma(word)
  const relation = relationOf(form)
  if (relation !== undefined) {
    const head = knownName(form.slice(0, relation), false)
    if (head && head.flags & nameFlags.first) return { lemma: head.lemma, flags: first, case: 'nominative' }
  }
  return knownName(form, language !== 'sv' && language !== 'en') ?? viaLemma(word)
}

function viaLemma(word: WordReading): KnownName | undefined {
  if (word.pos !== 'name') return undefined
  const known = knownName(word.lemma)
  const of = word.features.case
  if (!known) return undefined
  const local = of === 'inessive' || of === 'elative' || of === 'illative'
  return {
    lemma: known.lemma,
    flags: known.flags,
    case: of === 'nominative' ? 'nominative' : of === 'genitive' ? 'genitive' : local ? 'local' : 'person',
  }
}

/** "von Knorring" */
export function isParticled({ document: { tokens } }: Candidates, index: number): boolean {
  return /^(?:von|af|van|bin|al|ibn)$/.test(tokens[index - 1]?.text ?? '')
}

/** "K. Rautio" */
export function hasInitial({ document: { text, tokens } }: Candidates, index: number): boolean {
  const start = tokens[index]?.start ?? 0
  return /(?:^|[^\p{L}\p{N}])\p{Lu}\. ?$/u.test(text.slice(Math.max(0, start - 4), start))
}

export const isPlaceName = ({ word, known }: Candidate): boolean =>
  (word.pos === 'name' && word.source === 'lexicon' && known === undefined) || known?.flags === place

export const isCue = ({ word, token, known }: Candidate): boolean =>
  !(known && relationOf(token.text) !== undefined) &&
  (hasLemma(word, token, titles) || hasLemma(word, token, kin) || titles.has(word.lemma.toLowerCase()))

/** "Kelan", "Coxassa" */
export const isInstitution = ({ token, word }: Candidate): boolean =>
  institutions.has(word.lemma.toLowerCase()) || institutions.has(token.text.toLowerCase().replace(/:.*/, ''))

export function isEponym({ token, word }: Candidate): boolean {
  const text = token.text.toLowerCase()
  return (
    eponyms.has(text) ||
    eponyms.has(word.lemma.toLowerCase()) ||
    eponyms.has(text.replace(/(?:['’:]s|s|in|n)$/, ''))
  )
}

/** A reading's lemma, its last part, or the word itself without its Swedish ending is listed. */
export function hasLemma(
  word: WordReading | undefined,
  token: Token | undefined,
  list: ReadonlySet<string>,
): boolean {
  if (!word || token?.kind !== 'word') return false
  const { lemma, parts } = word
  if (list.has(lemma)) return true
  // An abbreviation, a name or a word in a language that nobody reads.
  if ((isCapital(token.text) || word.source === 'identity') && list.has(token.text.toLowerCase())) return true
  const part = parts.length > 1 ? parts[parts.length - 1] : undefined
  return part !== undefined && part.length > 3 && list.has(part)
}

export const isCapital = (text: string): boolean => {
  const letter = text.charAt(0)
  return letter !== letter.toLowerCase()
}

export const isUpper = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()

const isUpperWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 2 && isUpper(token.text)
