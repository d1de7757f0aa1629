import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import type { NegatorScope } from './tables.js'
import { CONTRACTED, EVER, holdsTrait, IMPERATIVE, NOUN, PARTITIVE, SUCH, THAN, VERB } from './traits.js'
import type { Seen, View } from './view.js'

/** A word that denies, at its place in the tokens. */
export interface Negator {
  at: number
  scope: NegatorScope
}

/** Whether a negator reaches a graded stretch. */
export function governs({ at, scope }: Negator, hit: Hit, hits: readonly Hit[], view: View): boolean {
  if (hit.at.includes(at)) return false
  // "Älkää jättäkö yksin": what is forbidden has been done.
  if (hit.grade < 0 && (view.seen[at] as Seen).traits & IMPERATIVE) return false
  if (at > hit.first && at < hit.last) return true
  if (scope === 'previous') return at > hit.first && at - hit.last < 2
  // "Ilman suurempia kipuja", but "ilman lääkettä kivuissani".
  if (scope === 'next')
    return hit.first > at && hit.first - at <= 3 && !holdsTrait(view, at + 1, hit.first, NOUN)
  const { traits } = view.seen[hit.first] as Seen
  // Swedish denies its verb after it ("lyssnade inte").
  if (hit.last === at && traits & VERB) return true
  if (hit.first > at) {
    const until = Math.min(view.seen.length, hit.last + 2)
    // "Yksityisellä en ole saanut näin hyvää hoitoa", but "ei ollut yhtä hyvä kuin ennen".
    if (scope !== 'rare' && holdsTrait(view, at + 1, hit.first, SUCH) && hit.grade > 0)
      return (
        !holdsTrait(view, at, hit.first, EVER) &&
        holdsTrait(view, hit.last, Math.min(view.seen.length, hit.last + 4), THAN)
      )
    // "Aldrig varit så nöjd", "en ole koskaan saanut": what never was before is now.
    if (scope !== 'rare' && !holdsTrait(view, at, hit.first, EVER)) return true
    // "Harvoin saa näin hyvää": what is rare is the praise itself.
    return !holdsTrait(view, at + 1, until, SUCH)
  }
  // "Aika peruuntuu harvoin".
  if (scope === 'rare' && at - hit.last < 3 && !hits.some((other) => other.first > at)) return true
  // "Hyvää palvelua ei saanut": a fronted partitive is still under the negation (VISK § 1615).
  return scope === 'clause' && (traits & PARTITIVE) !== 0 && !hits.some((other) => other.first > at)
}

/** "Weren't", "won't": the reader says that the verb denies. */
export function addContractions(
  view: View,
  { first, last }: Clause,
  used: readonly boolean[],
  negators: Negator[],
): void {
  for (let i = first; i < last; i += 1)
    if ((view.seen[i] as Seen).traits & CONTRACTED && !used[i] && !negators.some(({ at }) => at === i))
      negators.push({ at: i, scope: 'clause' })
}
