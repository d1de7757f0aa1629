import type { LanguageGuess, SupportedLanguage } from '../types.js'
import { type Clause, splitClauses } from './clauses.js'
import { detectLanguage, languageOfSentences } from './detect.js'
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
  clauses: Clause[]
}

export interface DocumentOptions {
  /** When the language is known: nothing is guessed. */
  language?: SupportedLanguage
  readers: Partial<Record<SupportedLanguage, LanguageReader>>
  /** A detector that names other languages too (`loadLanguageDetector`); default `detectLanguage`. */
  detect?: (text: string) => LanguageGuess
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
  const language: LanguageGuess = options.language
    ? { code: options.language, confidence: 1 }
    : (options.detect ?? detectLanguage)(source)
  const sentenceLanguages =
    options.language || sentences.length < 2
      ? sentences.map(() => language)
      : languageOfSentences(source, sentences)
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
  const clauses = splitClauses(tokens, words, sentences)
  return { text: source, language, tokens, words, sentences, sentenceLanguages, clauses }
}
