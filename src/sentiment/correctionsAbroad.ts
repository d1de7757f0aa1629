import { denials } from './bareDenials.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { takeBack } from './failingAbroad.js'
import { ASIDE, holdsHint } from './hints.js'
import { FINITE, GRADABLE, holdsTrait, NOUN, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

const TURNED = 1.5
/** What is put aside is named within so many tokens. */
const REACH = 5

/** "Cold rather than warm", "snarare kyligt än varmt", "instead of advice": where what is put aside begins and ends. */
function putAside({ seen }: View, first: number, last: number): readonly [number, number] | undefined {
  let rather = false
  for (let i = first; i < last; i += 1) {
    const { form } = seen[i] as Seen
    const before = seen[i - 1]?.form ?? ''
    if (form === 'snarare' || form === 'hellre') rather = true
    else if (form === 'än' && rather) return [i + 1, last]
    else if (form === 'than' && before === 'rather') return [i + 1, last]
    else if (
      (form === 'of' && before === 'instead') ||
      (form === 'för' && /^(?:stället|istället)$/.test(before))
    )
      return [i + 1, endOfPhrase(seen, i + 1, last)]
    else if (form === 'less' && i === first) {
      for (let k = i + 1; k < last; k += 1) if ((seen[k] as Seen).form === 'than') return [i + 1, k]
    }
  }
  return undefined
}

const finite = listOf('fick kom var blev hade i we they she he jag vi de hon han')

function endOfPhrase(seen: View['seen'], from: number, last: number): number {
  const until = Math.min(last, from + REACH)
  for (let i = from; i < until; i += 1) {
    const { form } = seen[i] as Seen
    if (form === ',' || finite.has(form)) return i
  }
  return until
}

/** What is put aside is not so; where nothing else is graded, its opposite came. */
export function correctAbroad(view: View, found: ClauseEvidence): void {
  const { first, last } = found.clause
  if (!holdsHint(view, first, last, ASIDE)) return
  const aside = putAside(view, first, last)
  if (aside === undefined) {
    if (!replaced(view, found)) notOnly(view, found)
    return
  }
  const [from, to] = aside
  let taken = 0
  let rest = 0
  for (const hit of found.hits) {
    if (hit.first >= from && hit.first < to) {
      const weight = hit.weight === 0 ? hit.grade : hit.weight
      taken += weight
      takeBack(found, hit)
    } else rest += Math.abs(hit.weight)
  }
  if (rest > 0 || taken === 0 || denials(view, first, last) > 0) return
  found.positive = taken < 0 ? TURNED : 0
  found.negative = taken < 0 ? 0 : TURNED
}

const denying = listOf('inte int ej icke ingen inget inga')
const CLEAR = 2

/** "Inte dålig utan utmärkt vård": after a denial "utan" puts the next in the place of the denied. */
function replaced({ seen }: View, found: ClauseEvidence): boolean {
  const { first, last } = found.clause
  let no = -1
  for (let i = first; i + 1 < last; i += 1) {
    const { form } = seen[i] as Seen
    if (denying.has(form)) no = i
    if (form !== 'utan' || no < 0 || i === no + 1) continue
    if (!((seen[i + 1] as Seen).traits & (GRADABLE | FINITE))) return false
    if (!found.hits.some(({ first: at, last: end }) => end > no && at < i)) return false
    const told = found.hits.filter(({ first: at, grade }) => at > i && Math.abs(grade) >= CLEAR)
    if (told.length === 0) return false
    for (const hit of found.hits) takeBack(found, hit)
    for (const hit of told) {
      hit.weight = hit.grade
      if (hit.grade > 0) found.positive += hit.grade
      else found.negative -= hit.grade
    }
    return true
  }
  return false
}

const only = listOf('only just bara enbart merely')
const not = listOf('not inte int ej')

/** "It was not only dirty but also cold": nothing is denied. */
function notOnly(view: View, found: ClauseEvidence): void {
  const { seen } = view
  const { first, last } = found.clause
  for (let i = first; i + 2 < last; i += 1) {
    if (!only.has((seen[i + 1] as Seen).form)) continue
    if (!not.has((seen[i] as Seen).form) && !/n't$/.test((seen[i] as Seen).form)) continue
    if (!holdsTrait(view, i + 2, Math.min(last, i + 4), GRADABLE | VERB | NOUN)) return
    let positive = 0
    let negative = 0
    for (const { first: at, grade } of found.hits) {
      if (at < i + 2) continue
      if (grade > 0) positive += grade
      else negative -= grade
    }
    // "Han mätte inte bara trycket utan gick igenom allt" goes further than what is told first.
    if (positive + negative === 0 || positive * negative > 0) return
    found.positive = positive
    found.negative = negative
    return
  }
}
