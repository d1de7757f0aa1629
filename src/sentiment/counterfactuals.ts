import type { ClauseEvidence } from './clausePolarity.js'
import { CONDITIONAL, holdsTrait } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsLemma, listOf } from './wordLists.js'

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
