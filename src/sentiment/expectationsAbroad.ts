import { denials } from './bareDenials.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, FEARS, HOPES, OWN, PLANS, PROMISES, SAYS, SEEKS, THINKS } from './cues.js'
import { says, weaken } from './expectations.js'
import { ABROAD } from './hints.js'
import { COMPARATIVE, holdsTrait, MORE, NOUN, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

const EXPECTS = FEARS | HOPES | THINKS | PROMISES
const CUES = EXPECTS | SEEKS | SAYS | PLANS

/** So much the outcome weighs, and so much says anything. */
const CAME = 2
const SAID = 1
/** One sign so many times the other decides. */
const CLEARLY = 2
/** A clause of no more words takes up what was said before it. */
const BRIEF = 5
/** So many clauses are looked through at most. */
const FEW = 5
const OPENING = 4
const REACH = 3
const asked = listOf('what vad hur how')

/** "I thought it would hurt": with these a verb of saying tells what was to come. */
const future = listOf('would will skulle ska going supposed meant kommer meningen tänkt blir')
/** Of what somebody said is so, only its denial or affirmation tells. */
const present = listOf('är var was were is')
const light = listOf(
  'i you he she it we they me him them us that this so one some all everyone everybody anyone nobody none no not never nothing really indeed actually also too and but of my mine the exactly right immediately sure enough ' +
    'jag du han hon den det de dom vi ni mig dem oss så en ett någon alla alltid allt ingen inget inte inga int aldrig faktiskt verkligen också och men just precis genast sig ju mycket riktigt',
)
/** Verbs that stand for what was said. */
const pro = listOf('do be have would did göra vara bli ha få komma get come turn happen receive')
const getting = listOf('get got receive received få fick')
const time = listOf(
  'hour hours day days week weeks month months year years minute minutes ago timme timmar dag dagar vecka veckor månad månader år minuter sedan monday tuesday wednesday thursday friday saturday sunday måndag tisdag onsdag torsdag fredag lördag söndag yesterday igår',
)
const elapsing = listOf('was been gone passed gått är var blev')
const now = listOf("that it now that's det nu")

const vain = listOf('needlessly unnecessarily onödan onödigt')
const reasons = listOf('reason cause nothing vain orsak anledning skäl fog rätt rätta need behov')
const lacking = listOf('without no for in utan ingen')
const having = listOf('with good every med god goda all full')

/** What clauses say but for the words of expecting themselves, with its sign; "that nobody would care" blames. */
function netOf(view: View, clauses: readonly ClauseEvidence[]): number {
  let net = 0
  for (const { clause, hits } of clauses) {
    let graded = false
    for (const { first, last, weight } of hits) {
      if (weight === 0 || cueAt(view, first, last, CUES) >= 0) continue
      net += weight
      graded = true
    }
    if (!graded && denials(view, clause.first, clause.last) % 2 === 1) net -= SAID
  }
  return net
}

/**
 * What was feared, hoped for, expected, promised or said to come, and how it came, in Swedish and English: the outcome
 * decides ("I was afraid it would hurt. It didn't", "jag väntade mig en sur läkare. Hon var ljuvlig").
 */
export function meetAbroad(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const { first, last } = found.clause
    if (found.clause.quoted || found.question || !((view.seen[first] as Seen).hints & ABROAD)) continue
    const at = expectationAt(view, first, last)
    if (at < 0) continue
    if (judgeReason(view, found, clauses[i + 1])) continue
    let j = i + 1
    while (j < clauses.length && j - i < FEW && clauses[j]?.clause.link === 'complement') j += 1
    const next = clauses[j]
    if (next === undefined || next.clause.quoted || next.question) continue
    if (next.clause.sentence - found.clause.sentence > 1) continue
    decide(view, at, clauses.slice(i, j), next)
  }
}

/** The place of a word of expecting; of asking only where the writer asks. */
function expectationAt(view: View, first: number, last: number): number {
  for (let i = first; i < last; i += 1) {
    const { cues } = view.seen[i] as Seen
    if (!(cues & CUES)) continue
    // "Asked what I thought".
    if (holdsForm(view, Math.max(first, i - REACH), i, asked)) continue
    if (cues & SEEKS && cueAt(view, Math.max(first, i - 2), i, OWN) < 0) continue
    if (cues & (EXPECTS | SEEKS)) return i
    if (holdsForm(view, i, last, future) || holdsForm(view, i, last, present)) return i
  }
  return -1
}

function decide(view: View, at: number, awaited: readonly ClauseEvidence[], next: ClauseEvidence): void {
  const { cues } = view.seen[at] as Seen
  const net = netOf(view, awaited)
  if (elapses(view, next) && cues & (PROMISES | SAYS | PLANS)) {
    for (const one of awaited) weaken(one, 0)
    settle(next, -1)
    return
  }
  const value =
    cues & PROMISES
      ? 1
      : Math.abs(net) >= SAID
        ? Math.sign(net)
        : cues & FEARS
          ? -1
          : cues & (HOPES | SEEKS)
            ? 1
            : 0
  const { first, last } = next.clause
  if (value !== 0 && isElliptic(view, awaited, next)) {
    const end = (awaited.at(-1) as ClauseEvidence).clause.last
    const head = (awaited[0] as ClauseEvidence).clause.first
    const came = denials(view, first, last) % 2 === denials(view, head, end) % 2
    for (const one of awaited) weaken(one, 0)
    settle(next, came ? value : -value)
    return
  }
  if (
    !(cues & (EXPECTS | SEEKS)) &&
    !awaited.some(({ clause }) => holdsForm(view, clause.first, clause.last, future))
  )
    return
  // "We asked for a room and got a bed in the corridor".
  if (cues & (SEEKS | HOPES) && !says(next) && getsElse(view, awaited, next)) {
    for (const one of awaited) weaken(one, 0)
    settle(next, -1)
    return
  }
  // "I expected better" blames by itself.
  if (awaited.some(({ clause }) => holdsTrait(view, clause.first, clause.last, COMPARATIVE | MORE))) return
  if (net === 0 || next.clause.link === 'cause' || next.clause.link === 'time') return
  const turns = next.clause.link === 'contrast'
  const sign = Math.sign(next.positive - next.negative)
  if (
    says(next) &&
    Math.min(next.positive, next.negative) * CLEARLY <= Math.max(next.positive, next.negative)
  ) {
    if (sign * net < 0 || cues & PLANS) for (const one of awaited) weaken(one, 0)
  } else if (turns && !says(next) && cues & EXPECTS && !(cues & PROMISES && net < 0)) {
    for (const one of awaited) weaken(one, 0)
    settle(next, -Math.sign(net))
  }
}

function settle(next: ClauseEvidence, sign: number): void {
  next.positive = sign > 0 ? CAME : 0
  next.negative = sign > 0 ? 0 : CAME
  next.wish = false
}

/** "That was two months ago", "det har gått fem veckor". */
function elapses(view: View, { clause: { first, last } }: ClauseEvidence): boolean {
  if (!holdsForm(view, first, Math.min(last, first + 2), now)) return false
  return (
    holdsForm(view, first, Math.min(last, first + OPENING), elapsing) &&
    holdsForm(view, first + 2, last, time) &&
    last - first < FEW + OPENING
  )
}

/** "It didn't", "and one came", "de ringde inte": nothing in it but the verb of what was awaited, or one for it. */
function isElliptic({ seen }: View, awaited: readonly ClauseEvidence[], { clause }: ClauseEvidence): boolean {
  let words = 0
  let verb = false
  for (let i = clause.first; i < clause.last; i += 1) {
    const { traits, form, lemma } = seen[i] as Seen
    if (!(traits & WORD)) continue
    words += 1
    if (pro.has(lemma) || pro.has(form)) verb = true
    else if (light.has(form)) continue
    else if (awaited.some((one) => takesUp({ seen } as View, one, lemma))) verb ||= (traits & VERB) !== 0
    else return false
  }
  return verb && words <= BRIEF
}

const takesUp = (view: View, { clause }: ClauseEvidence, lemma: string): boolean =>
  holdsLemma(view, clause.first, clause.last, new Set([lemma]))

function getsElse({ seen }: View, awaited: readonly ClauseEvidence[], { clause }: ClauseEvidence): boolean {
  const { first, last } = clause
  for (let i = first; i < Math.min(last, first + OPENING); i += 1) {
    if (!getting.has((seen[i] as Seen).lemma) && !getting.has((seen[i] as Seen).form)) continue
    for (let k = i + 1; k < last; k += 1) {
      const { traits, lemma } = seen[k] as Seen
      if (traits & NOUN) return !awaited.some((one) => takesUp({ seen } as View, one, lemma))
    }
    return false
  }
  return false
}

/** "I dreaded it for nothing", "jag oroade mig, och med all rätt". */
function judgeReason(view: View, found: ClauseEvidence, next: ClauseEvidence | undefined): boolean {
  const { seen } = view
  const { first, sentence } = found.clause
  const near =
    next !== undefined && next.clause.sentence - sentence < 2 && next.clause.last - next.clause.first <= BRIEF
  const last = near ? next.clause.last : found.clause.last
  const fear = cueAt(view, first, found.clause.last, FEARS | HOPES)
  if (fear < 0) return false
  for (let i = fear + 1; i < last; i += 1) {
    const { form } = seen[i] as Seen
    const isVain = vain.has(form)
    if (!isVain && !reasons.has(form)) continue
    const lacks = isVain || holdsForm(view, Math.max(first, i - 2), i, lacking)
    if (!lacks && !holdsForm(view, Math.max(first, i - 2), i, having)) continue
    const sign = ((seen[fear] as Seen).cues & FEARS) === 0 ? 1 : -1
    weaken(found, 0)
    if (near) weaken(next, 0)
    settle(found, lacks ? -sign : sign)
    return true
  }
  return false
}
