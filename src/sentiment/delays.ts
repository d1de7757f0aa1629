import type { ClauseEvidence } from './clausePolarity.js'
import { clockAt, minutesBetween } from './clock.js'
import { cueAt, PLANS, PROMISES, SAYS, TIMED } from './cues.js'
import { says, weaken } from './expectations.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** So much a delay weighs, and so many minutes are one. */
const LATE = 1.5
const MINUTES = 20
/** So many clauses behind what was said its delay is told. */
const AHEAD = 3

/** What tells when something was to be. */
export const SOURCE = PLANS | PROMISES | SAYS | TIMED

const spans = listOf(
  'tunti minuutti päivä viikko kuukausi vuosi aamu ilta yö timme minut dag vecka månad år hour minute day week month year hours days weeks months years',
)
const weekdays: ReadonlyMap<string, number> = new Map(
  [
    'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai',
    'måndag tisdag onsdag torsdag fredag lördag söndag',
    'monday tuesday wednesday thursday friday saturday sunday',
  ].flatMap((week) => week.split(' ').map((day, place) => [day, place] as const)),
)
const now = listOf('nyt nu now')
const passing = listOf('mennyt kulunut menossa gått')
const lasting = listOf('ollut odotettu odottanut been väntat waited')
const often = listOf('kertaa gånger times')
const being = listOf('on är is has har')
const number = listOf(
  'kaksi kolme neljä viisi kuusi seitsemän kahdeksan kymmenen kolmas neljäs viides kuudes toinen två tre fyra fem sex sju åtta tio tredje fjärde femte two three four five six seven eight ten third fourth fifth',
)
const figure = /^\d+\.?$/
const denying = listOf('ei eikä inte not')

const isSource = (view: View, { clause: { first, last } }: ClauseEvidence): boolean =>
  cueAt(view, first, last, SOURCE) >= 0

/** "Nyt on mennyt kuukausi", "det har gått fem", "kolmas viikko menossa", "nyt on torstai". */
function elapses({ seen }: View, { clause: { first, last } }: ClauseEvidence, planned: number): boolean {
  let counts = false
  let passes = false
  let lasts = false
  let today = false
  let is = false
  let day = -1
  for (let i = first; i < last; i += 1) {
    const { form, lemma } = seen[i] as Seen
    if (denying.has(lemma)) return false
    if (now.has(form)) today = true
    else if (passing.has(form)) passes = true
    else if (lasting.has(form)) lasts = true
    else if (often.has(form)) return false
    else if (being.has(form)) is = true
    const own = weekdays.get(lemma)
    if (own !== undefined && lemma === form) day = own
    if (spans.has(lemma) || number.has(lemma) || figure.test(form)) counts = true
  }
  return (counts && (passes || (today && lasts))) || (today && is && day > planned)
}

/** The day of the week that clauses tell first, from 0; none is before all. */
function dayOf({ seen }: View, clauses: readonly ClauseEvidence[]): number {
  for (const { clause } of clauses)
    for (let i = clause.first; i < clause.last; i += 1) {
      const day = weekdays.get((seen[i] as Seen).lemma)
      if (day !== undefined) return day
    }
  return -1
}

/**
 * What was to be at a time and came at a later one: "aika oli yhdeksältä, pääsin puoli yhdeltätoista", "sanottiin, että
 * tulos tulee viikossa. Nyt on mennyt kolme", "enligt kallelsen klockan åtta. Kvart i elva fick jag komma in".
 */
export function tellDelays(view: View, clauses: readonly ClauseEvidence[]): void {
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
    const time = clockAt(view, i)
    if (time < 0) continue
    if (from < 0) from = time
    else return minutesBetween(from, time) >= MINUTES && !holdsForm(view, first, i, ranges)
  }
  return false
}
const ranges = listOf('- – välillä mellan between till to')

function timeOf(view: View, { clause: { first, last } }: ClauseEvidence): number {
  for (let i = first; i < last; i += 1) {
    const time = clockAt(view, i)
    if (time >= 0) return time
  }
  return -1
}
