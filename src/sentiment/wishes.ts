import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import { cueAt, LIKE_THIS } from './cues.js'
import { ABROAD } from './hints.js'
import type { Hit } from './hits.js'
import {
  BARE_VERB,
  COMPARATIVE,
  CONDITIONAL,
  FINITE,
  holdsTrait,
  IMPERATIVE,
  LONGS,
  MORE,
  NOUN,
  PARTITIVE,
  PAST,
  REQUEST,
  THAN,
  VERB,
  WISHING,
} from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** A conditional that no entry of the table has used up, outside an if-clause. */
export function isWish(view: View, { link, first, last }: Clause, used: readonly boolean[]): boolean {
  if (link === 'condition' || isPurpose(view, first)) return false
  const opening = (view.seen[first] as Seen).form
  for (let i = first; i < last; i += 1) {
    const { traits, form } = view.seen[i] as Seen
    // "Pääsisipä joskus nopeasti": an optative wishes also within a phrase (VISK § 1659).
    if (
      used[i] &&
      !(traits & CONDITIONAL && (optative.test(form) || hopeful.has(opening))) &&
      !(traits & REQUEST && holdsForm(view, i + 1, Math.min(last, i + 4), atLeast))
    )
      continue
    if (traits & (CONDITIONAL | REQUEST | WISHING) && !isAbility(view, i)) return !isLikened(view, i)
    if (traits & VERB && view.hints & ABROAD && isCouldBe(view, i, last)) return true
  }
  return false
}

const able = listOf('i we she he')
const done = listOf('have of do')

/** "Before I could ask", "words I could follow": told of a person, "could" is the past of "can". */
const isAbility = ({ seen }: View, i: number): boolean =>
  (seen[i] as Seen).form === 'could' &&
  able.has(seen[i - 1]?.form ?? '') &&
  !done.has(seen[i + 1]?.form ?? '')

const could = listOf('could might kunde')
const being = listOf('be been do done vara varit bli blivit')
const COULD_REACH = 5

/** "Could have been clearer", "kunde ha varit tydligare": what could be more is not enough. */
export function isCouldBe({ seen }: View, at: number, last: number): boolean {
  if (!could.has((seen[at] as Seen).form)) return false
  let be = false
  for (let i = at + 1; i < Math.min(last, at + 1 + COULD_REACH); i += 1) {
    const { form, traits } = seen[i] as Seen
    if (be && traits & (COMPARATIVE | MORE)) return true
    if (being.has(form)) be = true
  }
  return false
}

const purposes: ReadonlySet<string> = new Set(['jotta', 'jottei', 'jotten', 'jottemme', 'jotteivät'])

/** "Hoitaja jäi, jotta en olisi yksin": to what end something was done (VISK § 1120). */
export const isPurpose = ({ seen }: View, first: number): boolean => purposes.has((seen[first] as Seen).form)

/** "Minua kohdeltiin kuin olisin kuninkaallinen": what a thing is likened to (VISK § 1141). */
const isLikened = ({ seen }: View, at: number): boolean =>
  ((seen[at - 1]?.traits ?? 0) & THAN) !== 0 && seen[at - 1]?.form !== 'kun' && seen[at - 1]?.form !== 'ku'

/** "Svara i telefonen", "Listen to the patient": a bare verb first, in answer to what should improve. */
export function opensWithVerb(document: Document, view: View, clause: Clause): boolean {
  const { seen } = view
  if (document.sentences[clause.sentence]?.first !== clause.first) return false
  const { traits, form, lemma, hints } = seen[clause.first] as Seen
  if (!(hints & ABROAD) || keeping.has(lemma)) return false
  // "Answering the phone", "told us sooner": what was not done is named as if it had been.
  if (traits & BARE_VERB || infinitive.has(form)) return true
  if (traits & VERB && form.endsWith('ing')) return true
  return (
    ((traits & VERB && form.endsWith('ed')) || told.has(form)) &&
    holdsTrait(view, clause.first, clause.last, COMPARATIVE)
  )
}
const infinitive = listOf('att to')
const keeping = listOf(
  'keep continue carry stay love thank enjoy please satisfy impress appreciate like feel be have do go can could may might should would will must fortsätta behålla tacka älska vara ha gå',
)
const told = listOf('rang got gave told let took came')

export const holdsConditional = (view: View, hit: Hit): boolean =>
  hit.at.some((i) => ((view.seen[i] as Seen).traits & (CONDITIONAL | REQUEST)) !== 0)

/** A finite verb before the place: the clause tells of something, it is not a bare wish ("Paremmat tuolit"). */
export function hasVerbBefore(view: View, clause: Clause, place: number): boolean {
  for (let i = clause.first; i < place; i += 1)
    if (((view.seen[i] as Seen).traits & (FINITE | IMPERATIVE)) === FINITE) return true
  return false
}

/** "Consistency", "a follow-up call": in answer to what should improve, a good thing that is only named is asked for. */
export const isNamedWish = (view: View, clause: Clause, { grade, first }: Hit): boolean =>
  grade < 3 &&
  ((view.seen[first] as Seen).traits & NOUN) !== 0 &&
  !holdsTrait(view, clause.first, clause.last, FINITE)

/** How far back a wish is looked for, in tokens. */
const WINDOW = 8

/** "Kaipaisin hoitajaa, joka tuntee minut": what is told of a thing that is only wished for. */
export function followsWish(document: Document, view: View, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  const from = Math.max(sentence?.first ?? 0, clause.first - WINDOW)
  return holdsTrait(view, from, clause.first, CONDITIONAL | LONGS)
}

const hoping: ReadonlySet<string> = new Set([
  'toivon',
  'toivomme',
  'toivoisin',
  'toivoisimme',
  'toivottavasti',
])

const assumed = listOf('olettanut odottanut kuvitellut luullut oletettu odotettu')
const unreal = listOf('olisin olisimme oisin olis olisi')

/** "Toivon, että vastataan", "olisin olettanut, että vastataan": what is hoped for is not there. */
export const isHopedFor = ({ seen }: View, { first }: Clause): boolean =>
  hoping.has(seen[first - 2]?.form ?? '') ||
  hoping.has(seen[first - 1]?.form ?? '') ||
  (assumed.has(seen[first - 2]?.form ?? '') && unreal.has(seen[first - 3]?.form ?? ''))

const optative = /(?:sipa|sipä|spa|spä|siinpa|siinpä)$/
const longing: ReadonlySet<string> = new Set(['kunpa', 'jospa', 'toivoisin', 'toivon', 'soisin'])
const hopeful = listOf('kunpa jospa kumpa josko')
const everybody = listOf(
  'kaikki jokainen useampi aina muualla muuallakin muutkin muillakin kaikkialla kotonakin every all everyone everybody all alla varje',
)
const wishingOf = listOf('should wish ought borde önskar')
const alike = listOf('like this such sådan sådana sånt denna denne')
const atLeast: ReadonlySet<string> = new Set(['edes', 'joskus', 'kerrankin'])

/** "Pääsisipä jokainen tuonne": who wishes everybody the same has had it (VISK § 1659). */
export function wishesForAll({ seen }: View, { first, last }: Clause): boolean {
  let wishes = false
  let all = false
  let everyone = false
  for (let i = first; i < last; i += 1) {
    const { form, lemma, traits } = seen[i] as Seen
    if (atLeast.has(form)) return false
    // "Every town should have a place like this", "alla borde ha en sådan läkare".
    if (wishingOf.has(form)) wishes ||= everyone || form === 'wish' || form === 'önskar'
    else if (everybody.has(form)) everyone = true
    else if (wishes && everyone && alike.has(form)) return true
    if (longing.has(form) || (traits & CONDITIONAL && optative.test(form))) wishes = true
    else if (wishes && (everybody.has(lemma) || everybody.has(form))) all = true
  }
  return wishes && all
}

const same: ReadonlySet<string> = new Set(['tällainen', 'tämmöinen', 'sama', 'näin', 'yhtä', 'samanlainen'])

const lasting: ReadonlySet<string> = new Set([
  'jatkossakin',
  'vastakin',
  'vastaisuudessakin',
  'kerrallakin',
  'edelleenkin',
])

/** "(Toivon,) että kaikki muutkin saavat tällaista kohtelua", "että sama hoitaja tulee jatkossakin". */
export function grantsAll({ seen }: View, { first, last }: Clause): boolean {
  let all = false
  let denied = false
  for (let i = first; i < last; i += 1) {
    const { lemma, form } = seen[i] as Seen
    if (lasting.has(form) || (staying.has(lemma) && !denied)) return true
    if (lemma === 'ei' || lemma === 'ettei') denied = true
    if (everybody.has(lemma)) all = true
    else if (all && (same.has(lemma) || same.has(form) || meeting.has(lemma))) return true
  }
  return false
}

const staying = listOf('jatkaa pysyä säilyä')
const meeting: ReadonlySet<string> = new Set(['kohdata', 'tavata', 'kokea'])

/** "Jos kaikki olisivat kuin hän": a condition that does not hold of the others (VISK § 1595). */
export function likensAll({ seen }: View, { first, last }: Clause): boolean {
  let all = false
  let unreal = false
  for (let i = first; i < last; i += 1) {
    const { lemma, form, traits } = seen[i] as Seen
    if (everybody.has(lemma)) all = true
    else if (all && traits & CONDITIONAL && lemma === 'olla') unreal = true
    else if (unreal && (traits & THAN || same.has(lemma) || same.has(form))) return true
  }
  return false
}

/** Words that ask for more or less of something where no verb tells of it. */
const asking: ReadonlySet<string> = new Set(
  'enemmän lisää useampi useampia vähemmän nopeammin useammin mer mera fler flera färre mindre oftare more fewer less'.split(
    ' ',
  ),
)
/** "Vakituisia lääkäreitä, kiitos": thanks for what is not there yet. */
const please: ReadonlySet<string> = new Set(['kiitos', 'tack', 'please'])

/** A longer sentence without a verb is a story told in short. */
const LONGEST_WISH = 9

/** "Enemmän aikoja!", "parkkipaikkoja lisää", "jonot lyhyemmiksi": a sentence without a verb that asks for a change. */
export function asksFor(document: Document, view: View, clause: Clause, improve: boolean): boolean {
  const { first, last } = clause
  const sentence = document.sentences[clause.sentence]
  if (sentence?.first !== first || sentence.last - first > LONGEST_WISH || last - first < 2) return false
  if (holdsTrait(view, first, sentence.last, FINITE | THAN | PAST)) return false
  const { seen } = view
  // "Lisää tällaisia hoitajia": more of what there is.
  if (view.cues & LIKE_THIS && cueAt(view, first, Math.min(last, first + 2), LIKE_THIS) >= 0) return false
  // "Lyhyt jono, kiitos" thanks for what is there.
  const isAsked = improve || ((seen[first] as Seen).traits & (PARTITIVE | COMPARATIVE)) !== 0
  let asks = asking.has((seen[first] as Seen).form)
  for (let i = first; i < sentence.last && !asks; i += 1) {
    const { form, traits } = seen[i] as Seen
    asks =
      ((traits & COMPARATIVE) !== 0 && /mmiksi$/.test(form)) ||
      (i > first && form === 'lisää' && !isAdding(view, i)) ||
      (please.has(form) && i - first > 2 && seen[i - 1]?.form === ',' && sentence.last - i < 3 && isAsked)
  }
  return asks
}

/** "Turvapuhelin lisää varmuutta": between a nominative and a partitive it is a verb. */
const isAdding = ({ seen }: View, at: number): boolean => {
  const { traits, form, lemma } = seen[at - 1] as Seen
  return (traits & NOUN) !== 0 && form === lemma && ((seen[at + 1]?.traits ?? 0) & PARTITIVE) !== 0
}

/** "Jos aika ei käy, sen voi siirtää": of what may be the case nothing is told. */
export const isCondition = ({ seen }: View, { link, first }: Clause): boolean =>
  link === 'condition' && (seen[first]?.form === 'jos' || seen[first]?.form === 'mikäli')
