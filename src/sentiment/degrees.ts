import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, FEARS, GRANTS, HOPES, PROMISES } from './cues.js'
import { says, weaken } from './expectations.js'
import { GRADABLE, THAN } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

const SAID = 1
/** What is left of what is granted in full. */
const LEFT = 0.1
/** So many tokens lie between "niin" and "kuin" at most. */
const REACH = 6
const CLEAR = 2
const CAME = 2

/**
 * "Niin väsynyt kuin lääkäri olikin, hän paneutui": to whatever degree something was so, the rest decides (VISK § 1140).
 */
export function grantDegrees(view: View, clauses: readonly ClauseEvidence[]): void {
  const { seen } = view
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const { first, last, sentence } = found.clause
    const was = cueAt(view, first, last, GRANTS)
    if (was < 0) continue
    let so = -1
    let than = -1
    for (let k = first; k < was; k += 1)
      if ((seen[k] as Seen).form === 'niin') so = k
      else if (so >= 0 && k - so <= REACH && (seen[k] as Seen).traits & THAN) than = k
    if (than < 0 && !isBeside(view, first)) continue
    const main = [clauses[i + 1], clauses[i - 1]].find(
      (one) => one !== undefined && one.clause.sentence === sentence && says(one),
    )
    if (main === undefined) continue
    weaken(found, LEFT)
    found.wish = false
  }
}

/** "Siinä missä muut auttoivat, te käännytitte", "sen sijaan että olisi kuunnellut, lääkäri huusi". */
const isBeside = ({ seen }: View, first: number): boolean => {
  const [one, two, three] = [seen[first]?.form, seen[first + 1]?.form, seen[first + 2]?.form]
  return (
    (one === 'siinä' && two === 'missä') ||
    (one === 'sen' && two === 'sijaan' && !!three && joining.has(three))
  )
}
const joining = listOf('että et kuin ku')

/**
 * "Pisti niin kevyesti, etten huomannut", "jono oli niin pitkä, etten jaksanut": what came of the degree is of a piece
 * with it, unless it judges clearly by itself (VISK § 1134).
 */
export function agreeInResult({ seen }: View, found: ClauseEvidence, next: ClauseEvidence): void {
  if (!says(found) || found.positive * found.negative > 0 || found.wish) return
  if (next.hits.some(({ grade }) => Math.abs(grade) >= CLEAR)) return
  const { first, last } = found.clause
  for (let i = first; i + 1 < last; i += 1)
    if ((seen[i] as Seen).form === 'niin' && (seen[i + 1] as Seen).traits & GRADABLE) {
      if (found.positive >= SAID) next.negative = 0
      else next.positive = 0
      return
    }
}

/** "Toisin kuin luvattiin, kyyti tuli yhdeksältä": where nothing else judges, what was said beforehand does. */
export function differs(view: View, one: ClauseEvidence, main: ClauseEvidence): void {
  const { seen } = view
  const { first, last } = one.clause
  if (says(main) || main.question || (seen[first] as Seen).form !== 'toisin') return
  if (!((seen[first + 1]?.traits ?? 0) & THAN)) return
  if (cueAt(view, first, last, FEARS) >= 0) main.positive = CAME
  else if (cueAt(view, first, last, HOPES | PROMISES) >= 0) main.negative = CAME
}
