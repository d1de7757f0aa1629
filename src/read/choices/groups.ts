import type { Response } from '../../types.js'
import type { GroupRule } from '../layout.js'
import { plainLabel } from '../values/words.js'
import { answersTo } from './routing.js'

/**
 * Whether a response belongs to each derived group: true or false, null where its question has no answer, so
 * that nobody is counted as outside for not answering.
 *
 * @example
 * respondentGroups(response, [{ name: 'active', question: 'Uses', anyExcept: ['Reading'] }]) // { active: true }
 */
export function respondentGroups(
  response: Response,
  rules: readonly GroupRule[],
): Record<string, boolean | null> {
  const groups: Record<string, boolean | null> = {}
  for (const { name, question, anyOf, anyExcept } of rules) {
    const answers = answersTo(response, question)
    if (answers === null || answers === undefined) {
      groups[name] = null
      continue
    }
    const rule = new Set((anyOf ?? anyExcept ?? []).map(plainLabel))
    groups[name] = answers.some((answer) => rule.has(plainLabel(answer)) === (anyOf !== undefined))
  }
  return groups
}
