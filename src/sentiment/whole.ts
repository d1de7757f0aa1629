import type { Polarity, QuestionKind } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { SCHEDULE } from './cues.js'
import { WORD } from './traits.js'
import type { View } from './view.js'

/** Both signs count as mixed when each reaches this and neither is so many times the other. */
const BOTH = 1
const MANY = 4
/** Where the writer says "but", even a small other side counts. */
const MANY_IN_CONTRAST = 8
/** "Hoito oli hyvää, mutta ovi oli lukossa": what comes after "but" without a graded word says the other side. */
const OTHER_SIDE = 1
/** Below this a sum says nothing. */
export const NOTHING = 0.6
/** What the question alone says of a comment in which no graded word was found. */
const TOPIC = 0.9

const round = (value: number): number => Math.round(value * 1000) / 1000

/** A balance on [-1, 1] that nears its ends as evidence grows. */
export const balance = (positive: number, negative: number): number =>
  positive + negative === 0 ? 0 : round((positive - negative) / (positive + negative + 2))

export function labelOf(positive: number, negative: number, many = MANY): Polarity {
  if (
    positive >= BOTH &&
    negative >= BOTH &&
    Math.max(positive, negative) < many * Math.min(positive, negative)
  )
    return 'mixed'
  if (Math.max(positive, negative) < NOTHING) return 'neutral'
  return positive >= negative ? 'positive' : 'negative'
}

export const clauseLabel = (found: ClauseEvidence): { label: Polarity; score: number } => ({
  label: labelOf(found.positive, found.negative),
  score: balance(found.positive, found.negative),
})

/** What was found in all clauses, whatever was asked. */
export const sumsOf = (clauses: readonly ClauseEvidence[]): { positive: number; negative: number } => ({
  positive: clauses.reduce((sum, { positive }) => sum + positive, 0),
  negative: clauses.reduce((sum, { negative }) => sum + negative, 0),
})

export interface Whole {
  label: Polarity
  score: number
  positive: number
  negative: number
}

/** Adds clauses up: what comes after "but" weighs more than what it grants. */
export function weighComment(view: View, clauses: readonly ClauseEvidence[], question: QuestionKind): Whole {
  let positive = 0
  let negative = 0
  let asks = clauses.length > 0
  let contrast = false
  const only = isOnlyQuoted(clauses) ? ONLY : 1
  for (const [i, found] of clauses.entries()) {
    const other = otherSide(clauses, i)
    positive += Math.max(0, other)
    negative += Math.max(0, -other)
    if (isTurn(found)) contrast = true
    const weight = found.clause.link === 'concession' ? 0.8 : found.clause.link === 'contrast' ? 1.2 : 1
    positive += (found.clause.quoted ? only : 1) * weight * found.positive
    negative += weight * found.negative
    if (!found.question) asks = false
  }
  const silent = asks || clauses.some(({ abstains }) => abstains)
  if (positive + negative < NOTHING && !silent && view.seen.some(({ traits }) => (traits & WORD) !== 0)) {
    if (question === 'good') positive += TOPIC
    else if (question === 'improve') negative += TOPIC
  }
  const label =
    isPlainQuestion(clauses) || isTimetable(view, clauses, positive + negative)
      ? 'neutral'
      : labelOf(positive, negative, contrast ? MANY_IN_CONTRAST : MANY)
  return { label, score: balance(positive, negative), positive, negative }
}

/** 'Sanottiin: "hoidetaan tämä kuntoon"': kind words that a comment consists of are its praise. */
const ONLY = 2
const isOnlyQuoted = (clauses: readonly ClauseEvidence[]): boolean =>
  clauses.every(({ clause, positive, negative }) => clause.quoted || positive + negative === 0)

export const isTurn = ({ clause }: ClauseEvidence): boolean =>
  clause.link === 'contrast' || clause.link === 'exception' || clause.link === 'concession'

/** What a turn without graded words says against the clause before it: its weight, with its sign. */
function otherSide(clauses: readonly ClauseEvidence[], i: number): number {
  const found = clauses[i] as ClauseEvidence
  const { link, first, last } = found.clause
  if ((link !== 'contrast' && link !== 'exception') || last - first < (link === 'exception' ? 2 : 3)) return 0
  if (found.positive + found.negative > 0 || found.question || found.wish || found.corrects) return 0
  const next = clauses[i + 1]
  if (
    next &&
    !isTurn(next) &&
    next.clause.sentence === found.clause.sentence &&
    next.positive + next.negative > 0
  )
    return 0
  const before = clauses[i - 1]
  // A phrase that reaches into the turn has told what it says ("luvattiin soittaa, mutta ei soitettu").
  if (before === undefined || before.hits.some(({ last: end }) => end > first)) return 0
  if (before.positive >= BOTH && before.negative < BOTH) return -OTHER_SIDE
  return before.negative >= BOTH && before.positive < BOTH ? OTHER_SIDE : 0
}

/** "Puhelimeen vastataan arkisin kahdeksasta kolmeen": weak words in a timetable say nothing. */
const isTimetable = ({ cues }: View, clauses: readonly ClauseEvidence[], sum: number): boolean =>
  (cues & SCHEDULE) !== 0 && sum <= WEAK && clauses.every(({ negated, wish }) => !negated && !wish)
const WEAK = 1.2

/** Weak words in a question do not make it praise or blame. */
const HINT = 1

/** Nothing but questions, of which one asks for no answer: "näinkö vanhusta kohdellaan?". */
export const isThrownAlone = (clauses: readonly ClauseEvidence[]): boolean =>
  clauses.some(({ settled }) => settled) &&
  clauses.every(({ question, positive }) => question && positive < HINT)

/** Nothing but questions, none of them denying or wishing: neither praise nor blame, whatever the words resemble. */
export const isPlainQuestion = (clauses: readonly ClauseEvidence[]): boolean =>
  clauses.length > 0 &&
  clauses.every(
    ({ question, negated, wish, positive, negative }) =>
      question && !negated && !wish && positive < HINT && negative < HINT,
  )
