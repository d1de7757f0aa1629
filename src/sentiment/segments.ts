import type { Hit } from './hits.js'
import { FINITE, GRADABLE, holdsTrait, NOUN, PARTITIVE, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

const thanks = listOf('kiitos kiitokset kiitti kiitoksia tack thanks jee jes hurraa jipii')
const endings = listOf('. ! !! !!! ...')
/** Where one segment of a clause ends and another begins. */
export const pauses = listOf(', : ; – — -')
const listing = listOf('eikä eivätkä enkä emmekä tai saati puhumattakaan vähemmän')

/**
 * Where a denial ends before the hit: at a comma, unless a list goes on after it ("ei ollut ystävällinen, nopea eikä
 * osaava"). "Ei koskenut, kiitos hellän käden", "ei jonoa, hyvä palvelu", "eivät vältelleet, reilu porukka": what a
 * segment without a verb judges is no part of the denial (VISK § 1177, § 1615).
 */
export function isCutOff(view: View, at: number, hit: Hit, hits: readonly Hit[]): boolean {
  const { seen } = view
  for (let i = hit.first - 1; i > at + 1; i -= 1) {
    if (!pauses.has((seen[i] as Seen).form)) continue
    if (holdsForm(view, i + 1, Math.min(hit.last, i + 4), thanks)) return true
    // "Hoitaja ei, ikävä kyllä, ollut hellä": what is put between.
    if (holdsTrait(view, at + 1, i, VERB | NOUN | GRADABLE)) return !isList(view, at, i, hit, hits)
  }
  return false
}

/** Whether what stands after the comma goes on with what is denied before it. */
function isList(view: View, at: number, comma: number, hit: Hit, hits: readonly Hit[]): boolean {
  const { seen } = view
  const end = segmentEnd(view, comma + 1)
  if (holdsForm(view, comma + 1, end, listing)) return true
  if (holdsTrait(view, comma + 1, end, FINITE)) return false
  const { traits } = seen[hit.first] as Seen
  const before = hits.find(({ first, last, grade }) => first > at && last <= comma && grade !== 0)
  if (before === undefined) {
    const object = PARTITIVE | NOUN
    return (
      hit.first === comma + 1 &&
      (traits & object) === object &&
      ((seen[comma - 1] as Seen).traits & object) === object
    )
  }
  if (before.grade * hit.grade < 0 || ((seen[before.last - 1] as Seen).traits ^ traits) & PARTITIVE)
    return false
  for (let i = comma + 1; i < end; i += 1)
    if (((seen[i] as Seen).traits & (NOUN | PARTITIVE)) === NOUN) return (traits & NOUN) !== 0
  return true
}

function segmentEnd({ seen, ends }: View, first: number): number {
  const until = ends[first] ?? first
  for (let i = first; i < until; i += 1) if (endings.has((seen[i] as Seen).form)) return i
  return until
}
