import { abstain } from './abstentions.js'
import { denials } from './bareDenials.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { correctAbroad } from './correctionsAbroad.js'
import {
  cueAt,
  FEARS,
  GETS,
  HOPES,
  JOY,
  MATTERS,
  PLANS,
  PROMISES,
  SAYS,
  SEEKS,
  THANKS,
  THINKS,
  VANISHES,
} from './cues.js'
import { says, weaken } from './expectations.js'
import { meetAbroad } from './expectationsAbroad.js'
import { limitAbroad } from './failingAbroad.js'
import { ABSTAINS, ASIDE, DREAD, HEDGES, holdsHint, JUDGES, LIMITS, UNREAL, WHY, WONDERS } from './hints.js'
import { unmaskAbroad } from './ironiesAbroad.js'
import type { Seen, View } from './view.js'
import { wishAbroad } from './wishesAbroad.js'
import { holdsForm, listOf } from './wordLists.js'

/** What is left of what is taken back. */
const LEFT = 0.2
const TAKEN = 1.5
const SAID = 1
const CAME = 2
const OPENING = 3

const growing = listOf('grew increased worsened deepened växte ökade förvärrades tilltog')
const it = listOf('that it this det detta i he she they han hon de jag')
const heavy = listOf('helped help console use comfort hjälpte hjälper tröstade tröstar')
const light = listOf('matter mattered mind minded bother bothered gjorde gör störde stör spelade spelar')
const hardly = listOf('hardly barely little scarcely föga knappast knappt')
const nothing = listOf('ingenting inget ingen')
const worth = listOf('worth värt värd värda')

/** How clauses of Swedish and English bear on each other (course.ts has the rules that need no words of their own). */
export function followAbroad(view: View, clauses: readonly ClauseEvidence[]): void {
  const { cues, hints } = view
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    if (hints & ASIDE) correctAbroad(view, found)
    if (hints & LIMITS) limitAbroad(view, clauses, i)
    if (hints & UNREAL) wishAbroad(view, clauses, i)
    if (hints & DREAD) changeDread(view, found)
    if (hints & WHY) hearCritics(view, found)
    if (hints & (ABSTAINS | LIMITS)) abstain(view, found)
    // "I would like to know" wishes for nothing else.
    if (hints & WONDERS && found.question && asksToKnow(view, found)) {
      found.wish = false
      found.negative = 0
    }
  }
  if (cues & (FEARS | HOPES | THINKS | PROMISES | SEEKS | SAYS | PLANS)) meetAbroad(view, clauses)
  if (cues & (JOY | THANKS)) unmaskAbroad(view, clauses)
  for (let i = 0; i + 1 < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const next = clauses[i + 1] as ClauseEvidence
    if (found.clause.link === 'concession') isOwnTrouble(view, found, next)
    if (next.clause.link !== 'contrast' || found.clause.quoted || next.clause.quoted) continue
    if (cues & MATTERS && mattersNot(view, found, next)) continue
    if (
      (cues & GETS && replaces(view, found, next)) ||
      (hints & JUDGES && outweighsOthers(view, found, next))
    )
      continue
    if (hints & HEDGES) concede(view, found, next)
  }
}

const subjects = listOf('i we jag vi')
const moods = listOf('disappointed unhappy dissatisfied upset angry besviken missnöjd arg upprörd')

/** "Although I was late I was met with a smile": the writer's own trouble is no blame of the care. */
function isOwnTrouble(view: View, found: ClauseEvidence, next: ClauseEvidence): void {
  const { first, last, link, sentence } = found.clause
  if (link !== 'concession' || sentence !== next.clause.sentence || next.negative > 0 || next.positive < SAID)
    return
  if (
    !holdsForm(view, first + 1, Math.min(last, first + OPENING), subjects) ||
    holdsForm(view, first, last, moods)
  )
    return
  found.negative *= LEFT
}

const asksToKnow = (view: View, { clause: { first, last }, hits }: ClauseEvidence): boolean =>
  subjects.has((view.seen[first] as Seen).form) &&
  holdsHint(view, first, Math.min(last, first + OPENING + 4), WONDERS) &&
  hits.every(({ weight, first: at }) => weight >= 0 || at - first < OPENING)

const knowing = listOf('understand know see get förstår fattar vet begriper')
const complaining = listOf('complain complains complained moan moans grumble klagar klagat gnäller')

/** "I don't know why people complain", "förstår mycket väl varför folk klagar". */
function hearCritics(view: View, found: ClauseEvidence): void {
  const { seen } = view
  const { first, last } = found.clause
  for (let i = first; i < last; i += 1) {
    if (!((seen[i] as Seen).hints & WHY) || !holdsForm(view, first, i, knowing)) continue
    if (!holdsForm(view, i, Math.min(last, i + OPENING + 2), complaining)) return
    const baffled = denials(view, first, i) % 2 === 1
    found.positive = baffled ? CAME : 0
    found.negative = baffled ? 0 : CAME
    return
  }
}

const others = listOf(
  'sister brother mother father neighbour friend friends wife husband daughter son everyone others people many syster bror mor far mamma pappa granne grannen vän vänner fru man dotter son alla andra många folk',
)
/** "My sister hates the place, but I have only had good care". */
function outweighsOthers(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = found.clause
  if (!says(next) || !holdsForm(view, first, Math.min(last, first + OPENING), others)) return false
  if (!holdsHint(view, first, Math.min(last, first + OPENING + 2), JUDGES)) return false
  if (!holdsForm(view, next.clause.first, Math.min(next.clause.last, next.clause.first + OPENING), subjects))
    return false
  weaken(found, LEFT)
  return true
}

const another = listOf('new another ny nytt annan annat')

/** "My appointment was cancelled, but I got a new one the same day". */
function replaces(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  if (next.negative > 0 || found.positive > 0 || found.negative < SAID) return false
  const at = cueAt(view, first, Math.min(last, first + OPENING + 1), GETS)
  if (at < 0 || !holdsForm(view, at, Math.min(last, at + OPENING + 1), another)) return false
  weaken(found, LEFT)
  next.positive = Math.max(TAKEN, next.positive)
  return true
}

/** "My fear vanished", "min rädsla växte": of what is felt, how it changed. */
function changeDread(view: View, found: ClauseEvidence): void {
  const { seen } = view
  const { first, last } = found.clause
  for (let i = first; i + 1 < Math.min(last, first + OPENING); i += 1) {
    if (!((seen[i] as Seen).hints & DREAD)) continue
    const after = seen[i + 1] as Seen
    const gone = (after.cues & VANISHES) !== 0
    if (!gone && !growing.has(after.form)) return
    found.positive = gone ? Math.max(CAME, found.positive) : 0
    found.negative = gone ? 0 : Math.max(CAME, found.negative)
    return
  }
}

/** "But that didn't matter", "men det hjälpte föga": how much what was said first matters. */
function mattersNot(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { seen } = view
  const { first, last } = next.clause
  const at = cueAt(view, first, Math.min(last, first + 6), MATTERS)
  if (at < 0 || !holdsForm(view, first, at, it)) return false
  const { form } = seen[at] as Seen
  const end = Math.min(last, at + 3)
  const denied = denials(view, first, end) % 2 === 1
  if (heavy.has(form)) {
    if (!denied && !holdsForm(view, first, end, hardly)) return false
    if (found.negative > found.positive || !holdsForm(view, first, Math.min(at, first + 2), it)) return false
    weaken(found, LEFT)
    next.positive = 0
    next.negative = Math.max(TAKEN, next.negative)
    return true
  }
  const lightens = worth.has(form)
    ? !denied
    : light.has(form) && denied && (!/^g/.test(form) || holdsForm(view, at, end, nothing))
  if (!lightens || found.positive > found.negative) return false
  weaken(found, LEFT)
  next.negative = 0
  next.positive = Math.max(TAKEN, next.positive)
  return true
}

/** "The doctor may be skilled, but he doesn't listen": what may be so. */
function concede(view: View, found: ClauseEvidence, next: ClauseEvidence): void {
  const { first, last, link } = found.clause
  if (!says(found) || !says(next) || found.positive * found.negative + next.positive * next.negative > 0)
    return
  if (link === 'contrast' || next.clause.sentence !== found.clause.sentence) return
  if (holdsHint(view, first, Math.min(last, first + OPENING + 1), HEDGES)) weaken(found, LEFT)
}
