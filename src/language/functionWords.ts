import { FUNCTION_WORDS } from '../generated/functionWords.js'
import type { SupportedLanguage } from '../types.js'

/**
 * Words that carry no topic, in lower case (npm stopword, with our own additions). Negations (ei, inte, not ...)
 * and connectives (mutta, men, but ...) are not among them: without those a text says something else.
 */
export function functionWordsOf(code: SupportedLanguage): ReadonlySet<string> {
  return new Set(FUNCTION_WORDS[code].split(' '))
}
