import { PalauteError } from '../errors.js'
import { questionKind } from '../read/index.js'
import type { QuestionKind } from '../types.js'

/**
 * `good`, `improve` and `general` by name; any other text is read as a header would be; undefined where none is told.
 *
 * @throws {PalauteError} `bad_option` for what is no text
 */
export function askedKind(question: unknown): QuestionKind | undefined {
  if (question === undefined || question === null) return undefined
  if (question === 'good' || question === 'improve' || question === 'general') return question
  if (typeof question === 'string') return questionKind(question)
  throw new PalauteError('bad_option', 'The question is good, improve, general, or the question as asked.', {
    path: 'question',
  })
}
