import { normalizeWord } from './normalize.js'
import type { Token } from './tokens.js'
import type { WordReading } from './word.js'

/** The reading of a token that no lexicon is asked about. */
export function readAsIs(token: Token): WordReading {
  const { kind } = token
  const pos = kind === 'word' ? 'unknown' : kind === 'number' || kind === 'punctuation' ? kind : 'symbol'
  const lemma = kind === 'word' ? normalizeWord(token.text) : token.text
  return { lemma, compound: lemma, parts: [lemma], pos, features: {}, source: 'identity' }
}
