import type { LanguageGuess, SupportedLanguage } from '../types.js'
import { type Clause, splitClauses } from './clauses.js'
import { detectWithSentences } from './detect.js'
import { readAsIs } from './readAsIs.js'
import { type Sentence, splitSentences } from './sentences.js'
import { type Token, tokenize } from './tokens.js'
import type { LanguageReader, WordReading } from './word.js'

/** A text read: everything that the finders of categories, polarity and names work on. */
export interface Document {
  text: string
  language: LanguageGuess
  tokens: Token[]
  /** One reading for each token. */
  words: WordReading[]
  sentences: Sentence[]
  /** Language of each sentence; the text's own where a sentence cannot tell. */
  sentenceLanguages: LanguageGuess[]
  readonly clauses: Clause[]
}

export interface DocumentOptions {
  /** When the language is known: nothing is guessed. */
  language?: SupportedLanguage
  readers: Partial<Record<SupportedLanguage, LanguageReader>>
  /**
   * A detector that names other languages too (`loadLanguageDetector`); default `detectLanguage`, whose answer it is
   * given as `guess`.
   */
  detect?: (text: string, guess: LanguageGuess) => LanguageGuess
}

/**
 * Reads a text: language, tokens, sentences, and one word reading a token. A sentence in another language than
 * the text is read by the reader of its own language, if there is one; without a reader the words are given back
 * as they stand (`source: 'identity'`). Pure; never throws.
 *
 * @example createDocument('Kiitos!', { readers: { fi: await loadFinnish() } }).words[0].lemma // 'kiitos'
 */
export function createDocument(text: string, options: DocumentOptions): Document {
  const source = typeof text === 'string' ? text : ''
  const tokens = tokenize(source)
  const sentences = splitSentences(source, tokens)
  const spoken = withoutTags(source)
  const { language, sentenceLanguages } = languagesOf(spoken, sentences, options)
  const words: WordReading[] = []
  let first = 0
  for (let s = 0; s < sentences.length; s += 1) {
    const code = sentenceLanguages[s]?.code
    // Neighboring sentences of one language are read together.
    if (s + 1 < sentences.length && sentenceLanguages[s + 1]?.code === code) continue
    const last = (sentences[s] as Sentence).last
    const reader = options.readers[code as SupportedLanguage]
    const piece = first === 0 && last === tokens.length ? tokens : tokens.slice(first, last)
    const read = reader ? reader.lemmatize(piece) : piece.map(readAsIs)
    for (const word of read) words.push(word)
    first = last
  }
  if (!options.language && isUnfamiliar(language.code, spoken, tokens, words)) {
    const other = unfamiliar(spoken, language, options)
    return new ReadText(
      source,
      other,
      tokens,
      tokens.map(readAsIs),
      sentences,
      sentences.map(() => other),
    )
  }
  return new ReadText(source, language, tokens, words, sentences, sentenceLanguages)
}

/**
 * Share of its words that the reader of a language knows at least. Of our comments of four words and more, one in a
 * thousand knows fewer than .73 of its words in Finnish, .40 in Swedish, .50 in English; Estonian read as Finnish has
 * .44 and less, Norwegian read as Swedish .25.
 */
const LEAST_KNOWN: Readonly<Record<SupportedLanguage, number>> = { fi: 0.55, sv: 0.3, en: 0.3 }
/** In shorter texts one word known is enough; a single word proves nothing, two only in Finnish, whose reader knows most. */
const TELLING = 4

const BLANK = 0x20

/** The text with its markup blanked, letter by letter: names of tags and attributes are words of no language. */
function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(/<[a-z/!][^<>]*>/giu, (tag) => ' '.repeat(tag.length)) : text
}

/** Letters may look like ours where the words are not: Estonian, Norwegian, Somali, keys hit at random. */
function isUnfamiliar(
  code: string,
  spoken: string,
  tokens: readonly Token[],
  words: readonly WordReading[],
): boolean {
  const least = LEAST_KNOWN[code as SupportedLanguage]
  if (least === undefined) return false
  let count = 0
  let known = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    if (token.kind !== 'word' || spoken.charCodeAt(token.start) === BLANK) continue
    count += 1
    const source = words[i]?.source
    if (source !== 'guess' && source !== 'identity') known += 1
  }
  return count >= TELLING ? known < least * count : count > (code === 'fi' ? 1 : 2) && known === 0
}

function unfamiliar(text: string, { confidence }: LanguageGuess, { detect }: DocumentOptions): LanguageGuess {
  const unknown: LanguageGuess = { code: 'und', confidence: Math.round((1 - confidence) * 1e4) / 1e4 }
  const named = detect?.(text, unknown) ?? unknown
  return Object.hasOwn(LEAST_KNOWN, named.code) ? unknown : named
}

/** Clauses are cut when they are first asked for: not every finder needs them. */
class ReadText implements Document {
  private cut: Clause[] | undefined

  constructor(
    readonly text: string,
    readonly language: LanguageGuess,
    readonly tokens: Token[],
    readonly words: WordReading[],
    readonly sentences: Sentence[],
    readonly sentenceLanguages: LanguageGuess[],
  ) {}

  get clauses(): Clause[] {
    this.cut ??= splitClauses(this.tokens, this.words, this.sentences)
    return this.cut
  }
}

function languagesOf(
  text: string,
  sentences: readonly Sentence[],
  options: DocumentOptions,
): { language: LanguageGuess; sentenceLanguages: LanguageGuess[] } {
  if (options.language) {
    const language = { code: options.language, confidence: 1 }
    return { language, sentenceLanguages: sentences.map(() => language) }
  }
  const own = detectWithSentences(text, sentences)
  const language = options.detect ? options.detect(text, own.language) : own.language
  return {
    language,
    sentenceLanguages: sentences.length < 2 ? sentences.map(() => language) : own.sentenceLanguages,
  }
}
