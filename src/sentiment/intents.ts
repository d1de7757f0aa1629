import type { Intent, Polarity } from '../types.js'
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

/** Blame without which a negative comment that proposes is nothing but a proposal. */
const BLAME = 1

/** What the writer wants to do by the comment: from its polarity, proposals and questions, and the table of intents. */
export function findIntents(
  view: View,
  matches: readonly Match<Rule>[],
  clauses: readonly ClauseEvidence[],
  label: Polarity,
): Intent[] {
  const found = new Set<Intent>()
  for (const { value, first, last } of matches) {
    if (value.kind !== 'intent' || found.has(value.rule.intent)) continue
    const { unless, later, intent } = value.rule
    const [from, to] = windowOf(view, first)
    if (unless && holds(unless, view, from, to)) continue
    if (!later.every((part) => holds(part, view, last, to))) continue
    if (intent === 'thanks_to_person' && !isThanked(clauses, label, first)) continue
    found.add(intent)
  }
  // Who asks to be called proposes nothing else by it.
  if (label !== 'positive' && !found.has('contact_request') && clauses.some(({ proposal }) => proposal))
    found.add('suggestion')
  if (clauses.some((clause) => clause.question && !clause.proposal)) found.add('question')
  if (label === 'positive' || label === 'mixed') found.add('praise')
  if (label === 'mixed') found.add('complaint')
  if (label === 'negative') {
    const blame = clauses.reduce((sum, { negative, proposal }) => sum + (proposal ? 0 : negative), 0)
    if (blame >= BLAME || !found.has('suggestion')) found.add('complaint')
  }
  return order.filter((intent) => found.has(intent))
}

/** A person is thanked in a comment that praises, where nothing is blamed. */
function isThanked(clauses: readonly ClauseEvidence[], label: Polarity, place: number): boolean {
  if (label !== 'positive' && label !== 'mixed') return false
  const own = clauses.find(({ clause }) => place < clause.last)
  return own !== undefined && own.negative <= own.positive
}
