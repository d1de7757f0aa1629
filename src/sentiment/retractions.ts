import { circumstances } from './circumstances.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, GETS, HABIT, IT, MATTERS, MINE, ONLY, OWN, PLANS, VANISHES } from './cues.js'
import { says, weaken } from './expectations.js'
import { FINITE, GRADABLE, holdsTrait, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

const SAID = 1
/** What is left of what is taken back. */
const LEFT = 0.2
/** What takes back weighs so much by itself. */
const TAKEN = 1.5

const denying = listOf('ei eikä vaikkei muttei')
const weighing = listOf('kannattaa arvoinen arvo väärti')
const lightening = listOf('haitata haitta väli tarvita katua kaduttaa')
const consoling = listOf('lohduttaa lämmittää auttaa korvata pelastaa riittää')
/** "Mutta sitä ei olisi huomannut": what was said first did not show. */
const noticing = listOf('huomata näkyä uskoa arvata')
const anything = listOf('mitään mitää')
const it = listOf('se sitä siitä sen sekään siihen tuo mikä')
const there = listOf('siihen siinä')
const ending = listOf('loppua jäädä päättyä tyssätä')
const all = listOf('kaikki')
const others = listOf('muut moni toiset ystävät kaverit naapurit sukulaiset')
const mine = listOf('mulle minulle minusta musta mielestäni itse minä mä')
const this_ = listOf('nyt tänään eilen eilinen tämä tällä kerta')

/**
 * What comes after "but" may take the first back: it was annulled ("mutta se peruttiin"), it came so that it was of no
 * use ("mutta liian myöhään"), it did not matter ("mutta kannatti", "mutta ei se haittaa") or did not console. Tells
 * whether it did (VISK § 1104-1108).
 */
export function takesBack(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  return (
    ((view.cues & MATTERS) !== 0 && weighsAgainst(view, found, next)) ||
    breaksPlan(view, found, next) ||
    ((view.cues & VANISHES) !== 0 && vanishes(view, found, next)) ||
    (found.positive >= SAID && (annuls(view, found, next) || endsThere(view, found, next))) ||
    (isConceded(view, found, next) && yields(found)) ||
    ((view.cues & HABIT) !== 0 && isHabit(view, found, next)) ||
    ((view.cues & MINE) !== 0 && says(next) && isOfOthers(view, found, next))
  )
}

/** Little is left of it. */
function yields(found: ClauseEvidence): boolean {
  weaken(found, LEFT)
  return true
}

/** "Mutta se ei haitannut", "mutta kannatti"; "mutta ei se lohduta". */
export function weighsAgainst(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  const { seen } = view
  const at = cueAt(view, first, last, MATTERS)
  const denied = holdsLemma(view, first, Math.min(last, first + 5), denying)
  if (at < 0) return false
  const { lemma, form } = seen[at] as Seen
  if (denied && noticing.has(lemma) && holdsForm(view, first, at, it)) return reverses(found, next)
  const light = denied
    ? (lightening.has(lemma) && (lemma !== 'tarvita' || /k[aä]{2}n$/.test(form))) ||
      (anything.has(form) && seen[at - 1]?.form === 'se' && at >= last - 2)
    : weighing.has(lemma)
  if (light) {
    if (found.positive > found.negative) return false
    weaken(found, LEFT)
    next.negative = 0
    next.positive = Math.max(TAKEN, next.positive)
    return true
  }
  if (!denied || !consoling.has(lemma) || !holdsForm(view, first, at, it)) return false
  if (found.negative > found.positive || found.clause.sentence !== next.clause.sentence) return false
  weaken(found, LEFT)
  next.positive = 0
  next.negative = Math.max(TAKEN, next.negative)
  return true
}

/** A quality stays, what was got may be lost: "ystävällinen, mutta hidas" praises still. */
const isGot = (view: View, { clause: { first, last }, hits }: ClauseEvidence): boolean =>
  cueAt(view, first, last, GETS) >= 0 &&
  hits.every(({ first: at, last: end, grade }) => grade <= 1 || !holdsTrait(view, at, end, GRADABLE))

function annuls(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  if (next.negative < SAID || next.positive > 0 || !isGot(view, found)) return false
  const verbless = !holdsTrait(view, first, last, FINITE)
  if (!verbless && cueAt(view, first, Math.min(last, first + 4), IT) < 0) return false
  weaken(found, LEFT)
  return true
}

/** "Mutta siihen hyvät puolet loppuivatkin", "mutta siinä kaikki hyvä". */
function endsThere(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  if (!holdsForm(view, first, last, there)) return false
  if (!holdsLemma(view, first, last, ending) && !holdsForm(view, first, Math.min(last, first + 4), all))
    return false
  const denied = holdsLemma(view, first, last, denying)
  if (denied) {
    next.negative = 0
    next.positive = Math.max(SAID, next.positive)
    return true
  }
  weaken(found, LEFT)
  next.positive = 0
  next.negative = Math.max(TAKEN, next.negative)
  return true
}

/** "Minulla oli pahat ennakkoluulot, ne karisivat": the opposite of what is no more. */
export function vanishes(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = next.clause
  if (cueAt(view, first, last, VANISHES) < 0 || cueAt(view, first, Math.min(last, first + 3), IT) < 0)
    return false
  // A row that holds both has judged already.
  if (found.hits.some(({ last: end }) => end > first)) return false
  if (holdsLemma(view, first, last, denying)) return false
  return reverses(found, next)
}

/** The opposite of what a clause says is what came of it. */
function reverses(found: ClauseEvidence, next: ClauseEvidence): boolean {
  if (!says(found) || found.positive * found.negative > 0) return false
  next.positive = found.negative > 0 ? TAKEN : 0
  next.negative = found.negative > 0 ? 0 : TAKEN
  next.wish = false
  weaken(found, LEFT)
  return true
}

/** "Kerroin allergiasta, silti sain penisilliiniä", "oli varattu kello yhdeksän, mutta pääsin yhdeltätoista". */
function breaksPlan(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = found.clause
  if ((view.cues & PLANS) === 0 || cueAt(view, first, last, PLANS) < 0) return false
  if (
    says(found) ||
    next.positive + next.negative > 0 ||
    next.question ||
    next.clause.last - next.clause.first < 4
  )
    return false
  if (holdsLemma(view, first, last, denying)) return false
  next.negative = TAKEN
  return true
}

/** "En yleensä kehu, mutta nyt": what holds at other times. */
function isHabit(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = found.clause
  if (cueAt(view, first, last, HABIT) < 0) return false
  const { first: from, last: to } = next.clause
  if (!holdsForm(view, from, to, this_) && !holdsLemma(view, from, to, this_) && !says(next)) return false
  if (cueAt(view, first, last, OWN) < 0) return false
  weaken(found, LEFT)
  return true
}

const hedging = listOf('ehkä varmaan kenties kai luultavasti')

/** "Voi olla, että lääkäri oli taitava, mutta": what may be so (VISK § 1601). */
function isConceded(
  view: View,
  { clause, positive, negative }: ClauseEvidence,
  next: ClauseEvidence,
): boolean {
  const { first, last, link } = clause
  const { seen } = view
  if (!says(next) || positive * negative > 0) return false
  const hedged =
    hedging.has((seen[first] as Seen).form) ||
    (link === 'complement' &&
      (seen[first - 2]?.form === 'olla' || seen[first - 1]?.form === 'olla') &&
      holdsLemma(view, Math.max(0, first - 4), first, may))
  return hedged && last > first
}
const may = listOf('voida saattaa')

/** "Muut kehuvat, mutta mulle". */
function isOfOthers(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first, last } = found.clause
  const { first: from, last: to } = next.clause
  if (!holdsForm(view, first, last, others) || !holdsForm(view, from, Math.min(to, from + 3), mine))
    return false
  weaken(found, LEFT)
  return true
}

const outcomes = listOf('saada päästä joutua odottaa jonottaa kokea maksaa kärsiä pettyä olla jäädä')

/** What the writer did amiss: "unohdin tilata", "myöhästyin", "soitin vasta aamulla". */
export function isOwnDoing(view: View, { clause: { first, last } }: ClauseEvidence): boolean {
  for (let i = first; i < last; i += 1) {
    const { traits, lemma, cues } = view.seen[i] as Seen
    if (!(traits & FINITE) || lemma === 'ei') continue
    if (!(cues & OWN)) return false
    if (lemma !== 'olla') return !outcomes.has(lemma)
    // "Olin unohtanut", "olin myöhässä".
    return !holdsForm(view, i, last, moods)
  }
  return false
}
/** What happened, not what somebody suffered. */
const isEvent = ({ seen }: View, at: number): boolean => {
  const { traits, lemma } = seen[at] as Seen
  return (traits & VERB) !== 0 && !circumstances.has(lemma)
}

const moods = listOf(
  'tyytyväinen pettynyt kiitollinen vihainen saanut päässyt joutunut odottanut jonottanut maksanut',
)

const dependent = listOf('relative complement time cause condition')

/**
 * "Kuljetus tuli kahdeksalta, vaikka dialyysin piti alkaa seitsemältä": against what was agreed is blame; "taksi odotti,
 * vaikka hoito venyi": what comes in spite of something bad is praise (VISK § 1139).
 */
export function infersConcession(view: View, granted: ClauseEvidence, main: ClauseEvidence): void {
  if (main.question || main.wish || granted.question || dependent.has(main.clause.link ?? '')) return
  const { first, last } = granted.clause
  if (!holdsTrait(view, first, last, FINITE)) return
  const denied = holdsLemma(view, first, last, denying)
  const planned = cueAt(view, first, last, PLANS) >= 0
  if (says(main)) {
    if (main.positive * main.negative > 0) return
    const litotes = granted.denials.length > 0 && granted.positive > 0 && granted.negative === 0
    if (main.negative > 0 && (litotes || planned || granted.positive <= SAID)) granted.positive *= LEFT
    if (main.positive > 0 && (planned || isOwnDoing(view, granted))) granted.negative *= LEFT
    return
  }
  const content =
    main.clause.last - main.clause.first > 2 &&
    holdsTrait(view, main.clause.first, main.clause.last, VERB | WORD)
  if (!content) return
  if (planned) {
    weaken(granted, LEFT)
    if (denied) main.positive = Math.max(main.positive, TAKEN)
    else main.negative = Math.max(main.negative, TAKEN)
    return
  }
  const own = isOwnDoing(view, granted)
  if (granted.negative >= SAID && granted.positive === 0 && main.denials.length === 0) {
    const event = granted.hits.every(({ first: at }) => isEvent(view, at))
    if (!own && !event) return
    weaken(granted, LEFT)
    main.positive = TAKEN
  } else if (granted.positive >= SAID && granted.negative === 0) {
    if (own || granted.positive < 2) weaken(granted, LEFT)
    main.negative = TAKEN
  }
}

/** "Kuulen huonosti", "myöhästyin": nothing but the writer's own doing is graded, and for the worse. */
export const isOwnFault = (view: View, found: ClauseEvidence): boolean =>
  found.positive === 0 && found.hits.length > 0 && isOwnDoing(view, found)

const staff = listOf(
  'lääkäri hoitaja terapeutti paikka ihminen osasto hammaslääkäri fysioterapeutti psykologi klinikka asema työntekijä ohjaaja vaihtoehto kätilö tuki apu',
)

/** "Siivooja oli ainoa, joka kuunteli": nobody else did; but "ainoa lääkäri, joka kuunteli" praises whom it names. */
export function excludesRest(
  view: View,
  { clause: { first, last } }: ClauseEvidence,
  next: ClauseEvidence,
): void {
  const at = cueAt(view, first, last, ONLY)
  const { seen } = view
  if (at < 0 || next.clause.link !== 'relative' || !says(next)) return
  if (staff.has(seen[at + 1]?.lemma ?? '') || staff.has(seen[at + 1]?.head ?? '')) return
  // The only fault stays a fault.
  if (next.negative > 0) return
  next.positive = 0
  next.negative = TAKEN
}
