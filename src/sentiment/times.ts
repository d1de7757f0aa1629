import type { ClauseEvidence } from './clausePolarity.js'
import { PAST_TIME, PRESENT_TIME } from './cues.js'
import { says, weaken } from './expectations.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** What is left of what once was. */
const LEFT = 0.2
const TURNED = 1.5

/** "Vielä viime vuonna", "vielä keväällä", "vielä kaksi vuotta sitten". */
const seasons = listOf('viime keväällä kesällä syksyllä talvella joulukuussa eilen aiemmin alussa vuosi')

/** With these only what is over is told, "only a year ago" too. */
const still = listOf('vielä ännu only')
const past = listOf('sitten sedan ago')

/** "Tällä kertaa". */
const times = listOf('kertaa kerralla hetkellä')

/** How many words of a clause may come before its time. */
const OPENING = 2
/** How many clauses on the present is looked for. */
const AHEAD = 4

function openingWith({ seen }: View, { clause: { first, last } }: ClauseEvidence, cue: number): number {
  const until = Math.min(last, first + OPENING)
  for (let i = first; i < until; i += 1)
    if (
      (seen[i] as Seen).cues & cue &&
      ((seen[i] as Seen).form !== 'tällä' || times.has(seen[i + 1]?.form ?? ''))
    )
      return i
  return -1
}

/** Whether the time at a place is over: "vielä" only with a time that is. */
function isOver({ seen }: View, at: number, last: number): boolean {
  const { form } = seen[at] as Seen
  if (!still.has(form)) return true
  if (seasons.has(seen[at + 1]?.form ?? '')) return true
  for (let i = at + 2; i < Math.min(last, at + 5); i += 1) if (past.has((seen[i] as Seen).form)) return true
  return false
}

/**
 * What was so and what is: the present decides ("entinen lääkäri oli töykeä, nykyinen on ihana"); of what was still so
 * not long ago the writer means that it is no more ("vielä viime vuonna puheluihin vastattiin").
 */
export function decideByTime(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const at = openingWith(view, found, PAST_TIME)
    if (at < 0 || found.clause.quoted || found.question || !isOver(view, at, found.clause.last)) continue
    const { form } = view.seen[at] as Seen
    let now = -1
    for (let j = i + 1; j < Math.min(clauses.length, i + AHEAD) && now < 0; j += 1)
      if (openingWith(view, clauses[j] as ClauseEvidence, PRESENT_TIME) >= 0) now = j
    if (now >= 0) {
      const present = clauses
        .slice(now, now + AHEAD)
        .filter(({ clause }) => clause.sentence === clauses[now]?.clause.sentence)
      if (present.some(says)) for (let k = i; k < now; k += 1) weaken(clauses[k] as ClauseEvidence, LEFT)
      else turn(clauses.slice(i, now), clauses[now] as ClauseEvidence)
    } else if (still.has(form)) turn([found], found)
  }
}

/** What was is told for its opposite. */
function turn(past: readonly ClauseEvidence[], present: ClauseEvidence): void {
  let net = 0
  for (const { positive, negative } of past) net += positive - negative
  for (const one of past) weaken(one, 0)
  if (net > 0) present.negative += TURNED
  else if (net < 0) present.positive += TURNED
}
