import type { ClauseEvidence } from './clausePolarity.js'
import { LEAVES, OWN } from './cues.js'
import type { Hit } from './hits.js'
import { applyLeaving } from './leaving.js'
import { applyRhetoric } from './rhetoric.js'
import type { View } from './view.js'
import { applyWish } from './wishPraise.js'

/** What decides over the words of a clause: what it asks of nobody, what it wishes for, whether its writer leaves. */
export function settle(view: View, result: ClauseEvidence, hits: readonly Hit[], wishful: boolean): void {
  if (result.question) applyRhetoric(view, result, hits)
  if (wishful) applyWish(view, result, hits)
  if ((view.cues & (LEAVES | OWN)) === (LEAVES | OWN)) applyLeaving(view, result)
}
