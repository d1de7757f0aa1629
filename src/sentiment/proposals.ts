import type { Clause } from '../language/clauses.js'
import type { ClauseLink } from '../language/connectives.js'
import type { Document } from '../language/document.js'
import type { QuestionKind } from '../types.js'
import {
  BARE_VERB,
  COMPARATIVE,
  FINITE,
  holdsTrait,
  IMPERATIVE,
  PAST,
  PROPOSES,
  QUOTE,
  REQUEST,
  WISHING,
} from './traits.js'
import type { Seen, View } from './view.js'

/** Clauses that tell of something else than what is proposed: "jossa voisi kysyä", "jos saisi". */
const aside: ReadonlySet<ClauseLink> = new Set([
  'condition',
  'relative',
  'time',
  'complement',
  'concession',
  'cause',
])

/** How far before its complement a verb of wishing is looked for. */
const WISH_REACH = 12

/** Tokens after a conditional in which a participle makes it a thing of the past ("olisi edes voinut"). */
const PAST_REACH = 3

/**
 * Whether a clause proposes a change: a modal verb in the conditional ("voisi", "kannattaisi", "borde", "should"), an
 * order to those who read it ("lisätkää", "anställ"), or in answer to what should improve a wish without any verb
 * ("lisää hoitajia", "isommat kyltit"). What should have been done, and what others said, proposes nothing.
 */
export function proposes(
  document: Document,
  view: View,
  clause: Clause,
  used: readonly boolean[],
  bareWish: boolean,
  asked: QuestionKind,
): boolean {
  if (clause.quoted || asked === 'good') return false
  if (clause.link !== undefined && aside.has(clause.link) && !followsWish(document, view, clause))
    return false
  const { first, last } = clause
  for (let i = first; i < last; i += 1) {
    const { traits } = view.seen[i] as Seen
    if (traits & PROPOSES && !holdsTrait(view, i + 1, Math.min(last, i + 1 + PAST_REACH), PAST)) return true
    if (traits & REQUEST && !used[i] && opensClause(view, first, i)) return true
  }
  if (asked !== 'improve') return false
  if (opensSentence(document, clause) && (view.seen[first] as Seen).traits & BARE_VERB) return true
  return !holdsTrait(view, first, last, FINITE) && (bareWish || holdsTrait(view, first, last, COMPARATIVE))
}

/** "Toivoisin, että saisi käydä paikan päällä". */
function followsWish(document: Document, view: View, clause: Clause): boolean {
  if (clause.link !== 'complement') return false
  const sentence = document.sentences[clause.sentence]
  return (
    sentence !== undefined &&
    holdsTrait(view, Math.max(sentence.first, clause.first - WISH_REACH), clause.first, WISHING)
  )
}

const opensSentence = (document: Document, clause: Clause): boolean =>
  document.sentences[clause.sentence]?.first === clause.first

/** No verb comes before it, and no quotation opens. */
const opensClause = (view: View, first: number, at: number): boolean =>
  at - first <= 3 && !holdsTrait(view, first, at, FINITE | IMPERATIVE | QUOTE)
