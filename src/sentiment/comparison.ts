import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { Hit } from './hits.js'
import {
  COMPARATIVE,
  ELSEWHERE,
  EVER,
  FINITE,
  GRADABLE,
  HERE,
  holdsTrait,
  MORE,
  NOUN,
  PARTITIVE,
  PAST,
  SUCH,
  THAN,
  UNTIL,
  WORD,
} from './traits.js'
import type { View } from './view.js'

/** How far a comparison is followed, in tokens. */
const REACH = 5

const compares = ({ seen }: View, i: number): boolean => ((seen[i]?.traits ?? 0) & (MORE | COMPARATIVE)) !== 0

/** The place of "than" after the comparative at `i`, or -1. */
function thanAfter({ seen }: View, i: number): number {
  const until = Math.min(seen.length, i + REACH)
  for (let j = i + 1; j < until; j += 1) if ((seen[j]?.traits ?? 0) & THAN) return j
  return -1
}

/** "Nopeammin kuin pelkäsin", "enemmän murhetta kuin iloa": what a thing is compared with says nothing of it. */
export function isStandard(view: View, hit: Hit, first: number): boolean {
  if (isProportion(view, hit, first)) return true
  // "Musiikki oli kamala, tarjoilusta puhumattakaan": it goes the way of what it is added to.
  if (view.seen[hit.last]?.form === 'puhumattakaan') return true
  // "Enemmän kuin tyytyväinen" is very much so.
  const { seen } = view
  if (((seen[hit.first - 2]?.traits ?? 0) & MORE) !== 0 && ((seen[hit.first]?.traits ?? 0) & GRADABLE) !== 0)
    if (((seen[hit.first - 1]?.traits ?? 0) & THAN) !== 0 && ((seen[hit.last]?.traits ?? 0) & WORD) === 0)
      return false
  const from = Math.max(first, hit.first - REACH)
  let than = -1
  for (let i = hit.first; i >= from; i -= 1) {
    if (than < 0 && (view.seen[i]?.traits ?? 0) & THAN) than = i
    else if (than >= 0 && than - i < REACH - 1 && compares(view, i)) return !hit.at.includes(i)
  }
  return false
}

/** "Mitä pahempi kipu, sitä nopeammin hoitaja tuli": what is measured by another thing (VISK § 1181). */
function isProportion({ seen, ends }: View, { last }: Hit, first: number): boolean {
  if (seen[first]?.form !== 'mitä' || ((seen[first + 1]?.traits ?? 0) & COMPARATIVE) === 0) return false
  const until = Math.min(ends[first] ?? 0, last + 6)
  for (let i = last; i + 1 < until; i += 1)
    if (seen[i]?.form === 'sitä' && ((seen[i + 1]?.traits ?? 0) & (COMPARATIVE | MORE)) !== 0) return true
  return false
}

/** "Naapurissa ollaan ystävällisempiä kuin täällä", "ennen oli parempi": the praise is of somewhere else. */
export function praisesElsewhere(view: View, clause: Clause, hit: Hit): boolean {
  if (hit.grade > 0 && isOfThePast(view, clause)) return true
  if (hit.at.length > 1 || !compares(view, hit.first)) return false
  const than = thanAfter(view, hit.first)
  if (than >= 0) {
    if (isOutdone(view, clause, hit.first, than)) return true
    const until = Math.min(view.seen.length, than + REACH)
    for (let i = than + 1; i < until; i += 1) {
      const traits = view.seen[i]?.traits ?? 0
      if (traits & HERE) return true
      if (traits & ELSEWHERE) return false
    }
  }
  if (!holdsTrait(view, clause.first, than >= 0 ? hit.first : clause.last, ELSEWHERE)) return false
  return !holdsTrait(view, clause.first, clause.last, HERE)
}

const even = new Set(['jopa', 'edes'])
const these = new Set(['te', 'teillä', 'täällä'])

/** "Jopa siivooja oli kohteliaampi kuin ylilääkäri": even the unlikely one outdoes those who are judged. */
function isOutdone({ seen }: View, { first }: Clause, at: number, than: number): boolean {
  const { traits, form } = seen[than + 1] ?? { traits: 0, form: '' }
  if (these.has(form)) return true
  if ((traits & (NOUN | ELSEWHERE)) !== NOUN) return false
  for (let i = first; i < at; i += 1) if (even.has(seen[i]?.form ?? '')) return true
  return false
}

const ordinals = new Set(
  'toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes monesko viimeinen seuraava'.split(
    ' ',
  ),
)

/** The place from which the clause tells what came in the end, or Infinity. */
export function latePlace({ seen }: View, clause: Clause): number {
  for (let i = clause.first; i < clause.last; i += 1) {
    const traits = seen[i]?.traits ?? 0
    if (traits & UNTIL) return i
    if ((seen[i + 1]?.traits ?? 0) & THAN && seen[i]?.form === 'ennen') return i
    // "Vasta kolmas lääkäri keksi vian", but "vasta tämä lääkäri".
    if (seen[i]?.form === 'vasta' && ordinals.has(seen[i + 1]?.lemma ?? '')) return i
  }
  return Number.POSITIVE_INFINITY
}

/** "Lääkäri huomasi vian vasta lopuksi", but "vasta täällä", "vasta maalattu". */
export function isBelated({ seen }: View, { last: end }: Clause, { grade, last, entry }: Hit): boolean {
  if (grade <= 0 || entry?.includes('@harmi')) return false
  for (let i = last; i + 1 < end && seen[i]?.form !== ','; i += 1)
    if (seen[i]?.form === 'vasta') return ((seen[i + 1]?.traits ?? 0) & (HERE | PAST)) === 0
  return false
}

/** A longer sentence without a verb is a story told in short. */
const LONGEST_NAME = 8

/** "Siistimpi vessa, kiitos", "paremmat tuolit": a sentence that names something better and tells of nothing. */
export function namesBetter(document: Document, view: View, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  if (sentence?.first !== clause.first || sentence.last - sentence.first > LONGEST_NAME) return false
  if (((view.seen[clause.first]?.traits ?? 0) & (COMPARATIVE | MORE)) !== COMPARATIVE) return false
  return !holdsTrait(view, clause.first, sentence.last, FINITE | THAN)
}

const once = new Set(['ennen', 'aiemmin', 'aikaisemmin'])
/** "Matsalen var bra förr", "it was better before". */
const atOnce = new Set(['förr', 'förut', 'before', 'previously', 'once', 'formerly'])
const marks = new Set(['.', '!', ',', '...'])

/** "Ennen täällä oli hyvä palvelu", but "ennen leikkausta". */
function isOfThePast({ seen }: View, { first, last }: Clause): boolean {
  const end = marks.has(seen[last - 1]?.form ?? '') ? last - 2 : last - 1
  if (end - first > 1 && atOnce.has(seen[end]?.form ?? '') && seen[end - 1]?.form !== 'at')
    return isNeverBefore(seen, first, end) === false
  if (!once.has(seen[first]?.form ?? '') || last - first < 3) return false
  const next = seen[first + 1]?.traits ?? 0
  if (next & (PARTITIVE | THAN) && next & NOUN) return false
  for (let i = first + 1; i < last; i += 1)
    if (now.has(seen[i]?.form ?? '') || (seen[i]?.traits ?? 0) & THAN) return false
  return true
}

/** "Never felt better before", "aldrig så bra förut". */
function isNeverBefore(seen: View['seen'], first: number, end: number): boolean {
  for (let i = first; i < end; i += 1) if ((seen[i]?.traits ?? 0) & (EVER | THAN | SUCH)) return true
  return false
}

const now = new Set(['nyt', 'nykyään', 'nykyisin'])
