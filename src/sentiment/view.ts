import type { Document } from '../language/document.js'
import { rememberByWord } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import type { AtomTable, Shown } from './atoms.js'
import { CARE } from './brief.js'
import { cuesOf } from './cues.js'
import { cuesAbroad } from './cuesAbroad.js'
import { hintsOf, QUERY } from './hints.js'
import { asksByEnding } from './intentClasses.js'
import type { IntentModel, IntentWord } from './intentModel.js'
import type { Weights } from './model.js'
import { NumberPool } from './numberPool.js'
import { type Openings, sieveOf, writeOpening } from './openings.js'
import { fulfils, type Pattern } from './pattern.js'
import type { Rule, RuleSet } from './rules.js'
import { type SenseTable, senseOf } from './senses.js'
import { traitsOf } from './traits.js'
import { lemmaHash, MOST_LETTERS, type WordFeatures } from './wordFeatures.js'
import { sumWord, type WordSums } from './wordSums.js'

/**
 * What depends on one word alone, worked out once a word. Memory is what reading costs: what is asked of every word
 * comes first, what few words need last.
 */
export interface Seen extends Shown, WordFeatures, WordSums {
  /** Bits of traits.ts. */
  traits: number
  /** Bits of cues.ts. */
  cues: number
  /** Bits of hints.ts. */
  hints: number
  /** Number of what it mostly does in feedback (senses.ts); 0 where nobody said. */
  sense: number
  /** Where in `View.numbers` stands which patterns of valence, negation and modifiers open at it. */
  rules: number
  /** Where there the atoms of the tables stand that it fulfils: those whose presence in a comment is asked for, */
  atomsFrom: number
  /** those that stand second in some pattern, with some of the former once more, also as a sieve of 32 bits, */
  secondsFrom: number
  secondsTo: number
  /** and the others. */
  atomsTo: number
  sieve: number
  /** Patterns of intents that open at it, as `rules`. */
  themes: number
  /** What it gives to the learnt part of intents; null where it gives nothing, or no such part reads. */
  intents: IntentWord | null
}

/** A document as the rules see it. */
export interface View {
  /** One for each token. */
  seen: readonly Seen[]
  /** Sentence end (last token, exclusive) of each token: no pattern crosses it. */
  ends: readonly number[]
  /** Openings and atoms of the words, see `Seen`. */
  numbers: Int32Array
  patterns: readonly Pattern<Rule>[]
  /** Cues of all its words, and hints. */
  cues: number
  hints: number
  /** Whether any token fulfils the atom. */
  holds(atom: number): boolean
  /** Whether any token names what care is made of. */
  speaksOfCare(): boolean
}

export type Viewer = (document: Document) => View

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/** So many numbers, and words are forgotten: 32 MB, some hundred thousand words. */
const MOST_POOLED = 1 << 23

export function createViewer(
  rules: RuleSet,
  atoms: AtomTable,
  senses: SenseTable,
  weights?: Weights,
  intents?: IntentModel,
): Viewer {
  let pool = new NumberPool()
  let lookers: Record<SupportedLanguage, Looker> | undefined
  const startLookers = (): Record<SupportedLanguage, Looker> => {
    pool = new NumberPool()
    const start = (language: SupportedLanguage): Looker =>
      createLooker(language, rules, atoms, senses, pool, weights, intents)
    return { fi: start('fi'), sv: start('sv'), en: start('en') }
  }
  const care = atoms.add(CARE)
  atoms.awaited.add(care)
  // Which document held an atom last: nothing has to be cleared between documents.
  const heldBy = new Uint16Array(atoms.size)
  let documents = 0
  return (document) => {
    documents += 1
    const own = documents
    const mark = (own % MARKS) + 1
    if (mark === 1) heldBy.fill(0)
    if (lookers === undefined || pool.filled > MOST_POOLED) lookers = startLookers()
    const { tokens, words, sentences } = document
    const seen: Seen[] = new Array(tokens.length)
    const ends: number[] = new Array(tokens.length)
    let cues = 0
    let hints = 0
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const look = lookers[languageOfSentence(document, s)]
      for (let i = first; i < last; i += 1) {
        const found = look(tokens[i] as Token, words[i] as WordReading)
        seen[i] = found
        ends[i] = last
        cues |= found.cues
        hints |= found.hints
        const { numbers } = pool
        const { secondsFrom } = found
        for (let a = found.atomsFrom; a < secondsFrom; a += 1) heldBy[numbers[a] as number] = mark
      }
    }
    // Of an earlier document, whose intents are asked for late, the words tell.
    const holds = (atom: number): boolean =>
      documents === own ? heldBy[atom] === mark : seen.some((_, i) => fulfils(view, i, atom))
    const view: View = {
      seen,
      ends,
      numbers: pool.numbers,
      patterns: rules.patterns,
      cues,
      hints,
      holds,
      speaksOfCare: () => holds(care),
    }
    return view
  }
}

type Looker = (token: Token, word: WordReading) => Seen

/** Words are remembered by their reading; signs and numbers, whose readings need not be shared, by their text. */
function createLooker(
  language: SupportedLanguage,
  rules: RuleSet,
  atoms: AtomTable,
  senses: SenseTable,
  pool: NumberPool,
  weights: Weights | undefined,
  intents: IntentModel | undefined,
): Looker {
  const letters = new Int32Array(MOST_LETTERS)
  const look = (token: Token, word: WordReading): Seen => {
    const shown = shownOf(token, word)
    const found = atoms.atomsOf(shown)
    const { form, lemma, head } = shown
    const hash = lemmaHash(lemma)
    const sums = sumWord(weights, { form, hash }, letters)
    const isAwaited = (atom: number): boolean => atoms.awaited.has(atom)
    const isSecond = (atom: number): boolean => atoms.seconds.has(atom)
    const seconds = found.filter(isSecond)
    const opening = (openings: Openings): number => writeOpening(pool, openings, rules.patterns, found)
    const atomsFrom = pool.add(found.filter(isAwaited))
    const secondsFrom = pool.add(seconds)
    const secondsTo = pool.add(found.filter((atom) => !isAwaited(atom) && !isSecond(atom)))
    const atomsTo = pool.filled
    const hints = hintsOf(form, lemma, language) | (language === 'fi' && asks(word, form) ? QUERY : 0)
    return {
      traits: traitsOf(token, word, form, language),
      cues:
        language === 'fi' ? cuesOf(form, lemma, word.features.person === '1') : cuesAbroad(form, language),
      hints,
      sense: language === 'fi' ? senseOf(senses, lemma, head) : 0,
      rules: opening(rules[language].words),
      atomsFrom,
      secondsFrom,
      secondsTo,
      atomsTo,
      sieve: sieveOf(seconds),
      themes: opening(rules[language].themes),
      intents: intents?.ofWord(token, word, language) ?? null,
      hash,
      plain: sums.plain,
      denied: sums.denied,
      service: sums.service,
      letters: sums.letters,
      lettersElsewhere: sums.lettersElsewhere,
      lettersToo: sums.lettersToo,
      form,
      lemma,
      head,
    }
  }
  return rememberByWord(look)
}

/** "Onko", "voiko": a verb asks by its ending, also where the reading is one without it ("voiko" as an imperative). */
const asks = ({ features, pos }: WordReading, form: string): boolean =>
  asksByEnding(features.clitics) || (pos === 'verb' && enclitic.test(form))
const enclitic = /[^k]k[oö](?:han|hän|s)?$/

const decoration = /[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu

function shownOf(token: Token, word: WordReading): Shown {
  const form = token.text.toLowerCase().replace('’', "'")
  if (token.kind !== 'word') {
    const shown = token.kind === 'emoji' ? form.replace(decoration, '') : form
    return { form: shown, lemma: shown, head: shown }
  }
  const lemma = written(word.lemma.toLowerCase())
  const { parts } = word
  // "Epäluottamus" is no kind of trust: its first part denies the last.
  const compound = parts.length > 1 && !lemma.startsWith('epä')
  const head = compound ? (parts[parts.length - 1] as string).toLowerCase() : lemma
  return { form, lemma, head }
}

/** "Ilkeesti": an adverb as it is spoken, where the reader knows no other (-eästi, -easti). */
const written = (lemma: string): string =>
  lemma.endsWith('eesti') && lemma.length > SPOKEN
    ? `${lemma.slice(0, -4)}${/[aou]/.test(lemma) ? 'a' : 'ä'}sti`
    : lemma
const SPOKEN = 6

const isSupported = (code: string | undefined): code is SupportedLanguage =>
  languages.includes(code as SupportedLanguage)

/** The language whose tables read a text: Finnish where it is none of the three. */
export const languageOf = (code: string | undefined): SupportedLanguage => (isSupported(code) ? code : 'fi')

/** The same of a sentence; the text's own where the sentence cannot tell. */
export const languageOfSentence = (
  { sentenceLanguages, language }: Document,
  sentence: number,
): SupportedLanguage => {
  const code = sentenceLanguages[sentence]?.code
  return isSupported(code) ? code : languageOf(language.code)
}

/** Marks of documents begin anew after so many: they are kept in 16 bits. */
const MARKS = 0xffff

/** How far around a place an exclusion is looked for. */
const BEFORE = 25
const AFTER = 40

/** The tokens about a place in which its exclusions are looked for: bounded, whatever the length of the text. */
export const windowOf = (view: View, place: number): [first: number, last: number] => [
  Math.max(0, place - BEFORE),
  Math.min(view.seen.length, place + AFTER),
]
