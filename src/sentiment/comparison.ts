import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { Hit } from './hits.js'
import type { View } from './view.js'
import { isComparative } from './wishes.js'

const thanWords: ReadonlySet<string> = new Set(['kuin', 'kun', 'ku', 'än', 'than'])
const moreWords: ReadonlySet<string> = new Set([
  'enemmän',
  'enempi',
  'pikemminkin',
  'mer',
  'mera',
  'more',
  'rather',
])
/** Words for where the writer is or what is judged. */
const hereWords: ReadonlySet<string> = new Set(
  'täällä täältä tänne tämä tässä teillä teidän tällä nykyinen nykyään nykyisin nyt här er ni detta nu here you this now'.split(
    ' ',
  ),
)
/** Words for other places and times. */
const elsewhereWords: ReadonlySet<string> = new Set(
  'ennen aiemmin aikaisemmin muualla toisaalla naapurikunta naapuri yksityinen muualta annanstans förr tidigare elsewhere before'.split(
    ' ',
  ),
)

/** How far a comparison is followed, in tokens. */
const REACH = 5

const compares = (document: Document, view: View, i: number): boolean => {
  const word = document.words[i]
  return word !== undefined && (moreWords.has(view.forms[i] as string) || isComparative(word))
}

/** The place of "than" after the comparative at `i`, or -1. */
function thanAfter(view: View, i: number): number {
  const until = Math.min(view.forms.length, i + REACH)
  for (let j = i + 1; j < until; j += 1) if (thanWords.has(view.forms[j] as string)) return j
  return -1
}

/** "Nopeammin kuin pelkäsin", "enemmän murhetta kuin iloa": what a thing is compared with says nothing of it. */
export function isStandard(document: Document, view: View, hit: Hit, first: number): boolean {
  const from = Math.max(first, hit.first - REACH)
  let than = -1
  for (let i = hit.first; i >= from; i -= 1) {
    if (than < 0 && thanWords.has(view.forms[i] as string)) than = i
    else if (than >= 0 && than - i < REACH - 1 && compares(document, view, i)) return !hit.at.includes(i)
  }
  return false
}

/** "Naapurissa ollaan ystävällisempiä kuin täällä", "ennen oli parempi": the praise is of somewhere else. */
export function praisesElsewhere(document: Document, view: View, clause: Clause, hit: Hit): boolean {
  if (hit.at.length > 1 || !compares(document, view, hit.first)) return false
  const than = thanAfter(view, hit.first)
  if (than >= 0) {
    const until = Math.min(view.forms.length, than + REACH)
    for (let i = than + 1; i < until; i += 1) {
      if (hereWords.has(view.forms[i] as string) || hereWords.has(view.lemmas[i] as string)) return true
      if (elsewhereWords.has(view.lemmas[i] as string)) return false
    }
  }
  for (let i = clause.first; i < hit.first; i += 1)
    if (elsewhereWords.has(view.lemmas[i] as string)) return !hasHere(view, clause)
  return false
}

function hasHere(view: View, clause: Clause): boolean {
  for (let i = clause.first; i < clause.last; i += 1) if (hereWords.has(view.forms[i] as string)) return true
  return false
}

const untilWords: ReadonlySet<string> = new Set(['kunnes', 'ennenkuin', 'ennenku', 'until', 'innan'])

/** The place from which the clause tells what came in the end, or Infinity. */
export function latePlace(view: View, clause: Clause): number {
  for (let i = clause.first; i < clause.last; i += 1) {
    const form = view.forms[i] as string
    if (untilWords.has(form)) return i
    if (form === 'ennen' && thanWords.has(view.forms[i + 1] ?? '')) return i
  }
  return Number.POSITIVE_INFINITY
}
