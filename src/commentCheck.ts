import { PalauteError } from './errors.js'
import type { QuestionKind, SupportedLanguage } from './types.js'

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']
const questions: readonly QuestionKind[] = ['good', 'improve', 'general']

/**
 * Checks a comment to analyze and what is told of it: callers without types would otherwise get findings of another
 * question or language, silently.
 *
 * @throws {PalauteError} `bad_option` with the path of the field; the text is not repeated
 */
export function checkComment(
  text: unknown,
  told: { question?: unknown; language?: unknown; rating?: unknown },
): asserts text is string {
  const fault = (path: string, message: string) => new PalauteError('bad_option', message, { path })
  if (typeof text !== 'string') throw fault('text', 'The comment is not a text.')
  const { question, language, rating } = told
  if (question !== undefined && !questions.includes(question as QuestionKind))
    throw fault('question', `The question is ${questions.join(', ')}.`)
  if (language !== undefined && !languages.includes(language as SupportedLanguage))
    throw fault('language', `The language is ${languages.join(', ')}.`)
  if (rating !== undefined && !(typeof rating === 'number' && rating >= 0 && rating <= 1))
    throw fault('rating', 'The rating is a number from 0, worst, to 1, best.')
}
