import type { ClauseEvidence, WeighedHit } from './clausePolarity.js'
import { JOY, THANKS } from './cues.js'
import { FINITE, NOUN, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

const OPENING = 3
/** A word of joy has at most so many words before the pause after it. */
const REACH = 4
const CLEAR = 1.5
const SOME = 1
const opening = listOf(
  'how so oh well very just really what a an vad så nå jaha jo verkligen en ett riktigt det var it was is är',
)
const glad = listOf('to att')
const work = listOf('done job work jobb jobbat gjort')
/** "Nice not to have to wait". */
const escaping = listOf('slippa undvika inte not avoid')

/**
 * Praise that the rest of its sentence unmasks: "splendid service: nobody answers", "how nice to wait three hours",
 * "tack för att ni tappade bort mina papper", "good job forgetting me".
 */
export function unmaskAbroad(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let c = 0; c < clauses.length; c += 1) {
    const found = clauses[c] as ClauseEvidence
    if (found.positive <= 0 || found.clause.quoted) continue
    if (clauses[c - 1]?.clause.sentence === found.clause.sentence) continue
    const head = headOf(view, found)
    const pivot = head < 0 ? -1 : pivotOf(view, found, head)
    if (pivot < 0) continue
    const sums = sumsAfter(clauses, c, pivot)
    if (sums === undefined || sums.positive > 0) continue
    if (isOverAgain(view, pivot, found.clause.last)) {
      found.positive = 0
      found.negative = Math.max(CLEAR, found.negative)
      found.scare = true
      continue
    }
    if (sums.negative < ((view.seen[pivot] as Seen).form === ',' ? CLEAR : SOME)) continue
    found.positive = 0
    found.scare = true
  }
}

const ordinal = listOf('third fourth fifth sixth tredje fjärde femte sjätte')
const time = listOf('time gången week month day veckan månaden dagen')

/** "Marvellous, the third time the same form". */
function isOverAgain({ seen }: View, pivot: number, last: number): boolean {
  if ((seen[pivot] as Seen).form !== ',') return false
  for (let i = pivot + 1; i < Math.min(last, pivot + 4); i += 1)
    if (ordinal.has((seen[i] as Seen).form)) return time.has(seen[i + 1]?.form ?? '')
  return false
}

function headOf({ seen }: View, { clause: { first, last } }: ClauseEvidence): number {
  for (let i = first; i < Math.min(last, first + OPENING); i += 1) {
    const { cues, form } = seen[i] as Seen
    if (cues & (JOY | THANKS)) return i
    if (!opening.has(form)) return -1
  }
  return -1
}

/** The colon or comma after the praise, or where what one is glad of or thanks for begins. */
function pivotOf({ seen }: View, { clause: { last }, hits }: ClauseEvidence, head: number): number {
  const { cues } = seen[head] as Seen
  for (let i = head + 1; i < Math.min(last, head + 1 + REACH); i += 1) {
    const { form, traits } = seen[i] as Seen
    if (form === ':') return i
    // "Nice building, lousy signs" are two things.
    if (form === ',') return i - head === 1 || (i - head === 2 && work.has(seen[i - 1]?.form ?? '')) ? i : -1
    if (cues & THANKS) {
      // "Thank you for losing my papers", "tack för att ni tappade": done by those who are thanked.
      if (form === 'for' && /ing$/.test(seen[i + 1]?.form ?? '')) return i
      if (form === 'för' && seen[i + 1]?.form === 'att') return i
      // "Thanks to the sloppiness", "tack vare slarvet".
      if ((form === 'to' || form === 'vare') && hits.some((hit) => isNear(hit, i))) return i
      continue
    }
    if (glad.has(form) && escaping.has(seen[i + 1]?.form ?? '')) return -1
    if (glad.has(form) && (traits & VERB) === 0) return ((seen[i + 1]?.traits ?? 0) & VERB) !== 0 ? i : -1
    if (/ing$/.test(form) && traits & VERB && !(traits & NOUN)) return i
    if (traits & FINITE) return -1
  }
  return -1
}

const isNear = ({ first, weight }: WeighedHit, at: number): boolean =>
  weight < 0 && first > at && first - at < 4

function sumsAfter(
  clauses: readonly ClauseEvidence[],
  c: number,
  pivot: number,
): { positive: number; negative: number } | undefined {
  const { clause, hits, negative: own } = clauses[c] as ClauseEvidence
  let positive = 0
  let negative = 0
  for (const { first, weight } of hits) {
    if (first < pivot) continue
    if (weight > 0) positive += weight
    else negative -= weight
  }
  negative = Math.max(negative, own)
  for (let k = c + 1; k < clauses.length; k += 1) {
    const next = clauses[k] as ClauseEvidence
    if (next.clause.sentence !== clause.sentence) break
    const { link } = next.clause
    if (link === 'contrast' || link === 'concession' || link === 'exception') return undefined
    positive += next.positive
    negative += next.negative
  }
  return { positive, negative }
}
