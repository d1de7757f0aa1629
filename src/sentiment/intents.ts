import type { Document } from '../language/document.js'
import type { Intent, Polarity } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { INTENTS, type Setting } from './intentFeatures.js'
import type { IntentModel, MetRow } from './intentModel.js'
import { holds, type Match } from './pattern.js'
import type { Rule } from './rules.js'
import { type View, windowOf } from './view.js'
import { isThrownAlone } from './whole.js'

/** Blame without which a negative comment that proposes is nothing but a proposal. */
const BLAME = 1

/** Rows of the table of intents that hold: nothing excludes them, and their later parts are met. */
export function metRows(
  document: Document,
  view: View,
  matches: readonly Match<Rule>[],
  clauses: readonly ClauseEvidence[],
  label: Polarity,
): MetRow[] {
  const met: MetRow[] = []
  for (const { value, first, last, at } of matches) {
    if (value.kind !== 'intent') continue
    const { unless, later, intent } = value.rule
    const [from, to] = windowOf(view, first)
    if (unless && holds(unless, view, from, to)) continue
    if (!later.every((part) => holds(part, view, last, to))) continue
    if (intent === 'thanks_to_person') {
      if (!isThanked(clauses, label, first)) continue
      // "My", "will" are no persons: a name by itself is written and read as one.
      if (at.length === 1 && !isName(document, first)) continue
    }
    met.push({ intent, place: first })
  }
  return met
}

/** What the table and the grammar say by themselves. */
export function intentsByRule(
  met: readonly MetRow[],
  clauses: readonly ClauseEvidence[],
  label: Polarity,
): Intent[] {
  const found = new Set<Intent>(met.map(({ intent }) => intent))
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
  return INTENTS.filter((intent) => found.has(intent))
}

/**
 * What the writer wants to do by the comment: learnt heads weigh the rows of the table, the grammar and the words of
 * each sentence; without them the rules decide. Praise and complaint never contradict the polarity.
 */
export function findIntents(
  document: Document,
  view: View,
  matches: readonly Match<Rule>[],
  clauses: readonly ClauseEvidence[],
  setting: Setting,
  model?: IntentModel,
): Intent[] {
  const { label } = setting
  const met = metRows(document, view, matches, clauses, label)
  if (model === undefined) return intentsByRule(met, clauses, label)
  // "Näinkö teillä kohdellaan vanhusta?" complains in the form of a question: few of them can be learnt from.
  if (label === 'negative' && isThrownAlone(clauses)) return intentsByRule(met, [], label)
  const spoken = model.spoken(document, view, clauses, met, setting)
  return INTENTS.filter((intent) => isFitting(intent, label, spoken.includes(intent)))
}

/** A mixed comment praises and blames; a plain one does not do the other, a neutral one neither. */
export function isFitting(intent: Intent, label: Polarity, isSpoken: boolean): boolean {
  if (intent === 'praise') return label === 'mixed' || (label === 'positive' && isSpoken)
  if (intent === 'complaint') return label === 'mixed' || (label === 'negative' && isSpoken)
  return isSpoken
}

const nameable: ReadonlySet<string> = new Set(['name', 'noun', 'unknown'])

const isName = ({ tokens, words }: Document, place: number): boolean =>
  nameable.has(words[place]?.pos ?? '') && /^\p{Lu}/u.test(tokens[place]?.text ?? '')

/** A person is thanked in a comment that praises, where nothing is blamed. */
function isThanked(clauses: readonly ClauseEvidence[], label: Polarity, place: number): boolean {
  if (label !== 'positive' && label !== 'mixed') return false
  const own = clauses.find(({ clause }) => place < clause.last)
  return own !== undefined && own.negative <= own.positive
}
