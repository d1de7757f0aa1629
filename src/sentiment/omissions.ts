import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import type { Modifier } from './setting.js'
import { GRADABLE, NOUN, OMITS, SELF_DENIED } from './traits.js'
import type { Seen, View } from './view.js'

/** The grade of what was not done. */
export const OMISSION = -1.5
const unasked: ReadonlySet<string> = new Set(['pyytämättä', 'pyytämättäkin', 'kysymättäkin'])
const UNASKED = 2
/** "Puhumattakaan", "sanomattakin selvää": they go on with what is said; "väittäkö" is an imperative. */
const adding: ReadonlySet<string> = new Set(['puhumattakaan', 'sanomattakin', 'väittäkö'])

/** "Kysymättä", "varoituksetta": something was not done, whatever it was. */
export function addOmissions(view: View, clause: Clause, used: readonly boolean[], hits: Hit[]): void {
  for (let i = clause.first; i < clause.last; i += 1) {
    const { traits, form } = view.seen[i] as Seen
    if ((traits & (OMITS | SELF_DENIED)) === 0 || used[i]) continue
    // "Kyselemättä turhia": a harm that was not done is no omission.
    if (hits.some(({ grade, first }) => grade < 0 && first > i && first - i < 3)) continue
    if (traits & OMITS && !adding.has(form)) hits.push({ grade: OMISSION, first: i, last: i + 1, at: [i] })
    // "Sain apua pyytämättä": more than was asked for.
    else if (unasked.has(form) && hits.every(({ grade }) => grade >= 0))
      hits.push({ grade: -UNASKED, first: i, last: i + 1, at: [i] })
  }
}

/** "Liian viileä", "too long": the excess itself is the blame, whatever the word. */
export function applyExcess(
  view: View,
  last: number,
  hits: Hit[],
  modifiers: ReadonlyMap<number, Modifier>,
): void {
  if (modifiers.size === 0) return
  for (const [at, { modifier }] of modifiers) {
    if (modifier !== 'excess' || at + 1 >= last) continue
    const held = hits.findIndex((hit) => hit.at.includes(at + 1))
    // "Was too warm": an adjective that is a verb as well.
    const graded =
      (view.seen[at + 1] as Seen).traits & GRADABLE ||
      (held >= 0 && view.seen[at]?.form === 'too' && view.seen[at - 1]?.lemma === 'be')
    if (!graded) continue
    if (held >= 0) {
      const hit = hits[held] as Hit
      // "Liiankin kiltti": that much is too much of a good thing.
      if (hit.at.length > 1 || (hit.grade > 0 && view.seen[at]?.form === 'liiankin')) continue
      // "Tack för god vård" thanks for it; "för lång väntan", "för snäll" is too much.
      if (hit.grade > 0 && view.seen[at]?.form === 'för' && (view.seen[at + 2]?.traits ?? 0) & NOUN) continue
      hits.splice(held, 1)
    }
    hits.push({ grade: -2, first: at + 1, last: at + 2, at: [at + 1] })
  }
}
