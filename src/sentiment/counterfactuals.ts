import type { ClauseEvidence } from './clausePolarity.js'
import { CONDITIONAL, holdsTrait } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

const SAVED = 2

const unless = listOf('jollei ellei jolleivat elleivät')
const no = listOf('ei')

/**
 * "Olisin luovuttanut, jollei ohjaaja olisi kannustanut": blame that did not come about because of somebody; "en olisi
 * elossa, ellei hoitaja olisi huomannut" the same without a word of blame (VISK § 1595).
 */
export function owesToCondition(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  const { seen } = view
  if (!unless.has((seen[first] as Seen).form) && !holdsLemma(view, first, Math.min(last, first + 5), no))
    return false
  if (!holdsTrait(view, first, last, CONDITIONAL)) return false
  if (!holdsTrait(view, found.clause.first, found.clause.last, CONDITIONAL)) return false
  const averted =
    found.denials.length === 0
      ? found.hits.some(({ grade }) => grade < 0) && found.hits.every(({ grade }) => grade <= 0)
      : found.denials.length === 1 && found.hits.every(({ weight }) => weight <= 0)
  if (!averted || next.hits.some(({ grade }) => grade < 0)) return false
  found.wish = false
  found.negative = 0
  found.positive = SAVED
  next.negative = 0
  return true
}

const own = listOf('en emme')

/** "Ellei hoitaja olisi tullut", "jos ette olisi auttaneet", but "jos en olisi soittanut itse". */
export function isUnlessOthers(view: View, { clause: { first, last }, denials }: ClauseEvidence): boolean {
  const { seen } = view
  if (unless.has((seen[first] as Seen).form)) return true
  const at = denials.length === 1 ? (denials[0] as number) : -1
  return at >= 0 && !own.has((seen[at] as Seen).form) && holdsTrait(view, first, last, CONDITIONAL)
}

const knowing = listOf('tietää arvata tajuta ymmärtää kuulla uskaltaa')
const earlier = listOf('aiemmin aikaisemmin ennemmin')
const coming = listOf('tulla hakeutua varata lähteä aloittaa uskaltaa mennä')

/** "Jos olisin tiennyt, olisin tullut aiemmin". */
export const couldHaveComeEarlier = (view: View, { clause }: ClauseEvidence, next: ClauseEvidence): boolean =>
  holdsLemma(view, clause.first, clause.last, knowing) &&
  next.denials.length === 0 &&
  holdsForm(view, next.clause.first, next.clause.last, earlier) &&
  holdsLemma(view, next.clause.first, next.clause.last, coming)
