import type { Intent, Polarity, QuestionKind } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { holds, type Match } from './pattern.js'
import type { Rule } from './rules.js'
import { type View, windowOf } from './view.js'

const order: readonly Intent[] = [
  'praise',
  'complaint',
  'suggestion',
  'question',
  'contact_request',
  'thanks_to_person',
  'survey_feedback',
  'expectation_gap',
]

/** What the writer wants to do by the comment: from its polarity, wishes and questions, and the table of intents. */
export function findIntents(
  view: View,
  matches: readonly Match<Rule>[],
  clauses: readonly ClauseEvidence[],
  label: Polarity,
  question: QuestionKind,
): Intent[] {
  const found = new Set<Intent>()
  for (const { value, first } of matches) {
    if (value.kind !== 'intent' || found.has(value.rule.intent)) continue
    const { unless, intent } = value.rule
    if (unless && holds(unless, view, ...windowOf(view, first))) continue
    found.add(intent)
  }
  const wishes = clauses.some(({ wish }) => wish)
  if (wishes) found.add('suggestion')
  if (clauses.some((clause) => clause.question) && !wishes) found.add('question')
  if (label === 'positive' || label === 'mixed') found.add('praise')
  if (label === 'mixed') found.add('complaint')
  if (label === 'negative') {
    const blame = clauses.reduce((sum, { negative, wish }) => sum + (wish ? 0 : negative), 0)
    if (blame >= 1) found.add('complaint')
    else if (question === 'improve') found.add('suggestion')
    else found.add('complaint')
  }
  return order.filter((intent) => found.has(intent))
}
