import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { QuestionKind } from '../types.js'
import { namesBetter } from './comparison.js'
import type { Hit } from './hits.js'
import type { MatrixSense } from './matrix.js'
import { asksOfNoOther } from './questions.js'
import type { Setting } from './setting.js'
import { CONDITIONAL, holdsTrait, LONGS, REQUEST, WISHING } from './traits.js'
import { amazes, isDreamt } from './turns.js'
import type { View } from './view.js'
import { asksFor, isWish, opensWithVerb, wishesForAll } from './wishes.js'
import { demandsReward } from './wishPraise.js'

/** What else is known of a clause when its wishes are asked for. */
export interface Wishing {
  setting: Setting
  matrix: MatrixSense | undefined
  topped: number
  hits: readonly Hit[]
  used: readonly boolean[]
  asked: QuestionKind
}

/**
 * Whether a clause holds words of wishing (`wishful`), wishes everybody the same (`forAll`, which praises), or wishes
 * for what is not there (`wish`, which blames).
 */
export function wishOf(
  document: Document,
  view: View,
  clause: Clause,
  { setting, matrix, topped, hits, used, asked }: Wishing,
): { wishful: boolean; forAll: boolean; wish: boolean } {
  const { negators } = setting
  const wishful = holdsTrait(view, clause.first, clause.last, CONDITIONAL | LONGS | REQUEST | WISHING)
  const forAll =
    (wishful && negators.length === 0 && wishesForAll(view, clause)) || demandsReward(view, clause)
  const wish =
    !forAll &&
    !setting.content &&
    !asksOfNoOther(view, clause) &&
    ((isWish(view, clause, used) &&
      matrix !== 'denies' &&
      matrix !== 'grants' &&
      topped < 0 &&
      !(negators.length > 0 && amazes(view, clause))) ||
      (wishful &&
        clause.link !== 'condition' &&
        negators.length === 0 &&
        hits.some((hit) => isDreamt(view, hit))) ||
      setting.bareWish ||
      (asked === 'improve' && opensWithVerb(document, view, clause)) ||
      (asked !== 'good' &&
        (namesBetter(document, view, clause) || asksFor(document, view, clause, asked === 'improve'))))
  return { wishful, forAll, wish }
}
