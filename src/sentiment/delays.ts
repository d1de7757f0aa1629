import type { ClauseEvidence } from './clausePolarity.js'
import { clockAt, minutesBetween } from './clock.js'
import { cueAt, PLANS, PROMISES, SAYS } from './cues.js'
import { says, weaken } from './expectations.js'
import { CLOCK, COUNTS, DAY, dayOfWeek, holdsHint, IS, LASTS, NOW, PASSES, TIMED, TIMES } from './hints.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

/** So much a delay weighs, and so many minutes are one. */
const LATE = 1.5
const MINUTES = 20
/** So many clauses behind what was said its delay is told. */
const AHEAD = 3

/** What tells when something was to be. */
const SOURCE = PLANS | PROMISES | SAYS

const denying = listOf('ei eikä inte not')

const isSource = (view: View, { clause: { first, last } }: ClauseEvidence): boolean =>
  cueAt(view, first, last, SOURCE) >= 0 || holdsHint(view, first, last, TIMED)

/** "Nyt on mennyt kuukausi", "det har gått fem", "kolmas viikko menossa", "nyt on torstai". */
function elapses({ seen }: View, { clause: { first, last } }: ClauseEvidence, planned: number): boolean {
  let told = 0
  let day = -1
  for (let i = first; i < last; i += 1) {
    const { form, lemma, hints } = seen[i] as Seen
    told |= hints
    if (hints & DAY && lemma === form) day = dayOfWeek(lemma)
  }
  if (!(told & (PASSES | NOW)) || told & TIMES || holdsLemma({ seen } as View, first, last, denying))
    return false
  if (told & COUNTS && told & (told & NOW ? PASSES | LASTS : PASSES)) return true
  return (told & NOW) !== 0 && (told & IS) !== 0 && day > planned
}

/** The day of the week that clauses tell first, from 0; none is before all. */
function dayOf({ seen }: View, clauses: readonly ClauseEvidence[]): number {
  for (const { clause } of clauses)
    for (let i = clause.first; i < clause.last; i += 1) {
      const { hints, lemma } = seen[i] as Seen
      if (hints & DAY) return dayOfWeek(lemma)
    }
  return -1
}

/**
 * What was to be at a time and came at a later one: "aika oli yhdeksältä, pääsin puoli yhdeltätoista", "sanottiin, että
 * tulos tulee viikossa. Nyt on mennyt kolme", "enligt kallelsen klockan åtta. Kvart i elva fick jag komma in".
 */
export function tellDelays(view: View, clauses: readonly ClauseEvidence[]): void {
  if (!(view.hints & (NOW | PASSES | CLOCK)) || !(view.cues & SOURCE || view.hints & TIMED)) return
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    if (found.clause.quoted || found.hits.some(({ weight }) => weight < 0) || !isSource(view, found)) continue
    if (isLateIn(view, found)) {
      found.positive = 0
      found.negative = Math.max(LATE, found.negative)
      continue
    }
    for (let j = i + 1; j < Math.min(clauses.length, i + 1 + AHEAD); j += 1) {
      const next = clauses[j] as ClauseEvidence
      if (next.clause.sentence - found.clause.sentence > 1 || next.question || next.clause.quoted) break
      const complement = next.clause.link === 'complement'
      if (says(next) && !complement) break
      if (complement) continue
      if (!elapses(view, next, dayOf(view, clauses.slice(i, j))) && !isLater(view, clauses, i, j)) continue
      for (let k = i; k < j; k += 1) weaken(clauses[k] as ClauseEvidence, 0)
      next.positive = 0
      next.negative = Math.max(LATE, next.negative)
      break
    }
  }
}

/** Whether the clock of one clause is well behind that of those before it. */
function isLater(view: View, clauses: readonly ClauseEvidence[], i: number, j: number): boolean {
  const to = timeOf(view, clauses[j] as ClauseEvidence)
  if (to < 0) return false
  for (let k = i; k < j; k += 1) {
    const from = timeOf(view, clauses[k] as ClauseEvidence)
    if (from >= 0) return minutesBetween(from, to) >= MINUTES
  }
  return false
}

/** "Kutsussa kello 9, sisään kello 11.40". */
function isLateIn(view: View, { clause: { first, last } }: ClauseEvidence): boolean {
  let from = -1
  for (let i = first; i < last; i += 1) {
    const time = (view.seen[i] as Seen).hints & CLOCK ? clockAt(view, i) : -1
    if (time < 0) continue
    if (from < 0) from = time
    else return minutesBetween(from, time) >= MINUTES && !holdsForm(view, first, i, ranges)
  }
  return false
}
const ranges = listOf('- – välillä mellan between till to')

function timeOf(view: View, { clause: { first, last } }: ClauseEvidence): number {
  for (let i = first; i < last; i += 1) {
    const time = (view.seen[i] as Seen).hints & CLOCK ? clockAt(view, i) : -1
    if (time >= 0) return time
  }
  return -1
}
