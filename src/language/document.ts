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
  const { language, sentenceLanguages } = languagesOf(source, sentences, options)
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
  return new ReadText(source, language, tokens, words, sentences, sentenceLanguages)
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
