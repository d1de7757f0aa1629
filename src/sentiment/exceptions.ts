import type { Clause } from '../language/clauses.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { Hit } from './hits.js'
import { affirmsRest, deniesAll } from './turns.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** "Kaikki eivät", "ryhmästä en": the other side of what is said. */
const PARTLY = 1.3

/** Adds the other side where a clause says something of all but one, or not of all. */
export function addExceptions(
  view: View,
  result: ClauseEvidence,
  hits: readonly Hit[],
  denies: boolean,
): void {
  const { clause } = result
  if (denies && result.positive > 0 && result.negative === 0 && deniesAll(view, clause))
    result.negative += PARTLY
  if (denies && result.negative >= 1 && result.positive === 0 && affirmsRest(view, clause))
    result.positive += PARTLY
  else if (
    denies &&
    result.positive >= 1 &&
    result.negative === 0 &&
    deniesBlame(view, hits) &&
    affirmsRest(view, clause)
  )
    result.negative += PARTLY
  if (exceptsFirst(view, clause, hits)) {
    if (result.positive > 0 && result.negative === 0) result.negative += PARTLY
    else if (result.negative > 0 && result.positive === 0) result.positive += PARTLY
  }
}

/** "Hoidosta en valita, ruoasta kyllä": a phrase that holds its denial. */
const deniesBlame = ({ seen }: View, hits: readonly Hit[]): boolean =>
  hits.some(({ at, grade }) => grade > 0 && at.length > 1 && at.some((i) => (seen[i] as Seen).lemma === 'ei'))

const excepting = listOf('apart aside except excluding utom förutom bortsett undantaget frånsett paitsi')
const all = listOf(
  'all everything everyone everybody nothing no allt alla allting inget inga ingenting ingen kaikki kaikkea kaikilla mikään mitään',
)
/** What is excepted is named by this many words at most before something is said of the rest. */
const NAMED = 3

/**
 * "Apart from the coffee everything was fine", "förutom maten har jag inget att klaga på": at the head of a clause what
 * is excepted is the other side of what is said of all the rest, though no word says so.
 */
function exceptsFirst({ seen }: View, { first, last, link }: Clause, hits: readonly Hit[]): boolean {
  if (link !== 'exception' || !excepting.has((seen[first] as Seen).form)) return false
  const next = hits.find(({ grade }) => grade !== 0)
  // "Allt utom telefonen fungerar".
  if (all.has(seen[first - 1]?.form ?? '')) return next !== undefined && next.first - first > 1
  if (next === undefined || next.first - first < NAMED) return false
  for (let i = first + 2; i < last; i += 1) {
    const { form } = seen[i] as Seen
    if (form === ',' || all.has(form)) return i <= next.first
  }
  return false
}
