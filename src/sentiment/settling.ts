import type { ClauseEvidence } from './clausePolarity.js'
import { LEAVES, OWN } from './cues.js'
import type { Hit } from './hits.js'
import { weighLeaving } from './leaving.js'
import { weighRhetoric } from './rhetoric.js'
import type { View } from './view.js'
import { weighWish } from './wishPraise.js'

/**
 * Lets what a clause asks of nobody, what it wishes for and whether its writer leaves decide over what its words weigh.
 */
export function settle(view: View, result: ClauseEvidence, hits: readonly Hit[], wishful: boolean): void {
  let weight = result.question ? weighRhetoric(view, result.clause, hits) : 0
  if (weight === 0 && wishful) weight = weighWish(view, result.clause, hits)
  if (weight === 0 && (view.cues & (LEAVES | OWN)) === (LEAVES | OWN))
    weight = weighLeaving(view, result.clause)
  if (weight === 0) return
  // "Miksei vessoja voisi siivota?" wishes for it too.
  if (weight > 0 || !result.question) result.wish = false
  result.positive = weight > 0 ? Math.max(weight, result.positive) : 0
  result.negative = weight < 0 ? Math.max(-weight, result.negative) : 0
  result.settled = true
}
