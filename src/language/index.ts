export { normalizeWord } from './normalize.js'
export { type Sentence, splitSentences } from './sentences.js'
export { type Token, type TokenKind, tokenize } from './tokens.js'
export type { Features, LanguageReader, PartOfSpeech, ReadingSource, WordReading } from './word.js'
