import type { ClauseEvidence } from './clausePolarity.js'
import type { Hit } from './hits.js'
import { NOUN } from './traits.js'
import type { Seen, View } from './view.js'

const CLEAR = 1.1

/**
 * "Vastasi töykeästi": a word that hardly praises yields to one that clearly blames, and the other way round; but not
 * to one in another part of a list ("nopea palvelu, kalliit hinnat").
 */
export function addWeak(
  view: View,
  result: ClauseEvidence,
  weak: readonly { hit: Hit; grade: number }[],
): void {
  const { positive, negative, hits } = result
  for (const { hit, grade } of weak) {
    if (isTopicOf(view, hit, weak)) continue
    const other = grade > 0 ? negative : positive
    if (
      other < CLEAR ||
      hits.every(
        ({ first, weight }) =>
          weight * grade >= 0 || Math.abs(weight) < CLEAR || holdsComma(view, first, hit.first),
      )
    ) {
      if (grade > 0) result.positive += grade
      else result.negative -= grade
    }
  }
}

/** "Apu tuli vasta yöllä": what is spoken of yields to what little is said of it. */
const isTopicOf = (
  view: View,
  { grade, first }: Hit,
  weak: readonly { hit: Hit; grade: number }[],
): boolean =>
  Math.abs(grade) === 2 &&
  weak.some(
    ({ hit: other, grade: own }) =>
      own * grade < 0 &&
      other.first > first &&
      Math.abs(other.grade) === 1 &&
      ((view.seen[other.first] as Seen).traits & NOUN) === 0 &&
      !holdsComma(view, first, other.first),
  )

function holdsComma({ seen }: View, one: number, other: number): boolean {
  for (let i = Math.min(one, other) + 1; i < Math.max(one, other); i += 1)
    // "Kaikki toimi, jopa se vanha ovikello": no other part of the list.
    if (seen[i]?.form === ',' && seen[i + 1]?.form !== 'jopa') return true
  return false
}

/** "Apu tuli myöhässä", "virhe korjattiin nopeasti": a noun is what is spoken of, its predicate says what is thought. */
export const isTopic = (grade: number, traits: number): boolean =>
  Math.abs(grade) === 2 && (traits & NOUN) !== 0
