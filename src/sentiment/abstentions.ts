import { denials } from './bareDenials.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { ABSTAINS, holdsHint, LIMITS } from './hints.js'
import { VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

const OPENING = 3
/** A denial stands so near what it denies. */
const NEAR = 3
/** "Vad som felas mig vet jag inte" is told as a complaint. */
const asking = listOf('what when where why how who vad när var varför hur vem')
const writers = listOf("i we i'm i've jag vi")
/** Of others it is told as blame that they do not know. */
const others = listOf(
  'he she they nobody someone anybody staff doctor nurse it you hon han de dom någon personalen läkaren skötaren ni',
)
const hard = listOf('hard difficult early svårt tidigt omöjligt')
const see = listOf('see se')
const before = listOf('above previous earlier what ovan föregående tidigare')
const past = listOf("didn't visste fick")

/**
 * "I can't say", "no opinion", "svårt att säga", "se ovan": the writer says nothing, which is neither praise nor blame
 * whatever was asked.
 */
export function abstain(view: View, found: ClauseEvidence): void {
  const { first, last } = found.clause
  if (found.clause.quoted || found.hits.some(({ weight }) => Math.abs(weight) > 1)) return
  if (passesBy(view, found)) {
    found.abstains = true
    return
  }
  if (!holdsHint(view, first, last, ABSTAINS)) return
  const { seen } = view
  if (asking.has((seen[first] as Seen).form)) return
  // "Ingen vet", but "ingen åsikt".
  if ((seen[first] as Seen).form === 'ingen' && (seen[first + 1]?.traits ?? 0) & VERB) return
  const opening = Math.min(last, first + OPENING)
  const at = abstainingAt(view, first, last)
  if (found.hits.some(({ first: place, grade }) => place > at + 1 && grade !== 0)) return
  const refers = see.has((seen[first] as Seen).form) && holdsForm(view, first + 1, opening, before)
  const denied =
    denials(view, Math.max(first, at - NEAR), Math.min(last, at + NEAR)) === 1 &&
    !holdsForm(view, first, last, past)
  if (!refers && !denied && !holdsForm(view, first, opening, hard)) return
  if (holdsForm(view, first, last, others) && !holdsForm(view, first, opening, writers)) return
  found.positive = 0
  found.negative = 0
  found.abstains = true
}

const only = listOf('only just bara')
const being = listOf(
  'was am came went dropped collected returned picked var är kom gick hämtade lämnade följde',
)

/** "I only came to drop off a sample": whoever was not there for care says nothing of it. */
function passesBy(view: View, { clause: { first, last }, hits, denials: denied }: ClauseEvidence): boolean {
  if (denied.length > 0 || hits.some(({ weight }) => weight !== 0)) return false
  const opening = Math.min(last, first + OPENING + 2)
  return (
    holdsHint(view, first, opening, LIMITS) &&
    holdsForm(view, first, opening, only) &&
    holdsForm(view, first, opening, being) &&
    holdsForm(view, first, Math.min(last, first + OPENING), writers)
  )
}

function abstainingAt({ seen }: View, first: number, last: number): number {
  for (let i = first; i < last; i += 1) if ((seen[i] as Seen).hints & ABSTAINS) return i
  return first
}
