import type { ClauseEvidence } from './clausePolarity.js'
import { NOUN, PARTITIVE } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

const SAID = 1
const AFFIRMED = 1.5
const ELLIPTIC = 0.5

/** "Hoidosta en valita, laskusta en liioin". */
const also = listOf('liioin myöskään')
const isAlso = (view: View, found: ClauseEvidence): boolean =>
  found.denials.length === 1 &&
  holdsForm(view, found.clause.first, found.clause.last, also) &&
  found.hits.every(({ grade }) => Math.abs(grade) === 1)
const copulas = listOf('oli on ovat olivat')

function isCopula({ seen }: View, { clause }: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  let at = last - 1
  if (endings.has((seen[at] as Seen).form)) at -= 1
  const { traits } = seen[at - 1] ?? { traits: 0 }
  if (next.denials.length > 0 || at - first < 1 || at - first > 2) return false
  if (!copulas.has((seen[at] as Seen).form) || (traits & (NOUN | PARTITIVE)) !== NOUN) return false
  for (let k = clause.first; k < clause.last; k += 1) if ((seen[k] as Seen).lemma === 'ei') return true
  return false
}

const endings = listOf('. ! ...')

/** Nothing but a denial. */
export const isBare = ({ hits, denials, wish, question }: ClauseEvidence): boolean =>
  hits.length === 0 && denials.length % 2 === 1 && !wish && !question

/** "Yöllä ei": a denial that leaves out its verb denies what was said before it. */
function isElliptic({ seen }: View, { clause, denials }: ClauseEvidence): boolean {
  const at = denials[0] as number
  for (let i = at + 1; i < clause.last; i += 1) if (!closing.has((seen[i] as Seen).form)) return false
  return at > clause.first
}
/** "Kuunteli minua, ei konetta": what it was not. */
const isOther = ({ seen }: View, { clause: { first, last }, denials }: ClauseEvidence): boolean =>
  denials[0] === first &&
  last - first < OTHER &&
  ((seen[first + 1]?.traits ?? 0) & (NOUN | PARTITIVE)) === (NOUN | PARTITIVE)
const OTHER = 4
const closing = listOf('. ! , ... kyllä todellakaan lainkaan ollenkaan koskaan sinnepäinkään niinkään aina')

/**
 * What a denial takes from the clause before it: a second one that goes on in its sense ("kuunteli eikä hosunut"), one
 * without a verb of its own ("päivällä hyvää hoitoa, yöllä ei"), and a copula that affirms what was denied.
 */
export function followDenial(view: View, found: ClauseEvidence, next: ClauseEvidence): void {
  const { seen } = view
  const { link, first } = next.clause
  const near = next.clause.sentence === found.clause.sentence
  if (near && isAlso(view, next) && found.positive >= SAID && found.negative < SAID) next.negative = 0
  else if (isBare(next)) {
    // "Ei haissut, ei vetänyt": so goes a list of denials.
    const goesOn =
      link === 'negation' ||
      (found.denials.length > 0 &&
        !isElliptic(view, found) &&
        (seen[first] as Seen).lemma === 'ei' &&
        next.denials[0] === first)
    if ((goesOn || isOther(view, next)) && near && found.positive >= SAID && found.negative < SAID)
      next.negative = 0
    else if (near && next.negative > 0 && isElliptic(view, next)) {
      const plus = found.positive * ELLIPTIC
      if (found.negative > found.positive) {
        next.positive = found.negative * ELLIPTIC
        next.negative = 0
      } else next.negative = Math.max(next.negative, plus)
    }
  }
  // "Ruoka ei ollut hyvää, henkilökunta oli": the copula alone affirms what was denied.
  if (
    near &&
    found.negative >= SAID &&
    found.positive === 0 &&
    next.hits.length < 2 &&
    isCopula(view, found, next)
  ) {
    next.positive = Math.max(next.positive, AFFIRMED)
  }
}
