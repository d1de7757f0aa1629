import type { SupportedLanguage } from '../types.js'
import type { Token } from './tokens.js'

export type PartOfSpeech =
  | 'noun'
  | 'name'
  | 'adjective'
  | 'verb'
  | 'adverb'
  | 'pronoun'
  | 'numeral'
  | 'adposition'
  | 'conjunction'
  | 'interjection'
  | 'particle'
  | 'abbreviation'
  | 'number'
  | 'punctuation'
  | 'symbol'
  | 'unknown'

/** Grammatical features, as far as the language and the reading tell them. */
export interface Features {
  case?: string
  number?: 'singular' | 'plural'
  /** '4' is the Finnish passive. */
  person?: '1' | '2' | '3' | '4'
  mood?: 'indicative' | 'conditional' | 'imperative' | 'potential'
  tense?: 'present' | 'past'
  form?:
    | 'infinitive1'
    | 'infinitive2'
    | 'infinitive3'
    | 'infinitive4'
    | 'infinitive5'
    | 'presentParticiple'
    | 'pastParticiple'
    | 'agentParticiple'
    | 'negativeParticiple'
  connegative?: true
  /** The word itself denies: ei, abessive -tta, -maton, -matta, -ton. */
  negative?: true
  degree?: 'comparative' | 'superlative'
  possessive?: 'sg1' | 'sg2' | 'pl1' | 'pl2' | '3'
  clitics?: string[]
}

/** How a reading was found, from the surest to none. */
export type ReadingSource =
  | 'lexicon'
  | 'compound'
  | 'derivation'
  | 'colloquial'
  | 'repaired'
  | 'name'
  | 'guess'
  | 'identity'

/** What a language says of a word form. */
export interface WordReading {
  /** The dictionary word, without marks. */
  lemma: string
  /** The lemma with '#' at compound boundaries (ajan#varaus#puhelin); equals `lemma` for a simple word. */
  compound: string
  /** Lemmas of the compound's parts (aika, varaus, puhelin); `[lemma]` for a simple word. */
  parts: readonly string[]
  pos: PartOfSpeech
  features: Features
  source: ReadingSource
}

/** The interface behind which Finnish, Swedish and English stand. All methods are pure. */
export interface LanguageReader {
  readonly code: SupportedLanguage
  /**
   * One reading for each token, in order, with the context used. Readings are shared and must not be changed: a text met
   * again with the same reading is, as a rule, the same object (see `rememberByWord`).
   */
  lemmatize(tokens: readonly Token[]): readonly WordReading[]
  /** Readings of a form by itself, best first, never empty. */
  analyzeWord(form: string): WordReading[]
  /** A key under which the forms of a word meet, for search. */
  stem(word: string): string
  /** Words that carry no topic. Negations and connectives are never among them. */
  readonly functionWords: ReadonlySet<string>
}
