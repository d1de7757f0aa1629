import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { Hit } from './hits.js'
import { CONDITIONAL, holdsTrait, IMPERATIVE, OMITS, SUCH } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

/** "En usko, että hoito auttaa" says that it does not: the negation stands in the main clause (VISK § 1618). */
const raisingOwn = listOf('uskoa luulla kuvitella ajatella sanoa väittää luottaa')
const raisingAny = listOf('tuntua vaikuttaa näyttää')
/** "En kokenut, että olisin taakka": of these a complement in the conditional is denied (VISK § 1594). */
const raisingUnreal = listOf(
  'kokea huomata muistaa tapahtua sattua havaita nähdä kuulla pelätä tuntea tunne vaikutelma fiilis olo pelko kuva käsitys',
)
/** "On harvinaista, että", "harvoin käy niin, että". */
const rareness = listOf('harvinaista harvinaisempaa harvoin harvemmin')
/** "Ei mene päivääkään, etten". */
const spans = listOf('päivä hetki viikko kerta ilta yö minuutti tunti käynti')
const passing = listOf('mennä kulua olla')
/** "En väitä, etteikö hoito auttanut": it did. */
export const granting = listOf('etteikö ettenkö etteivätkö')
const firstPerson = listOf('en emme enkä emmekä älä älkää älköön älkööt')
/** Where the reader takes the imperative for another word. */
const raisingForms = listOf('väittäkö luulko luulkoon')
/** "Väittivät, että kaikki on kunnossa": who tells it so does not believe it. */
const doubting = listOf('väittää uskotella luulotella teeskennellä')
/** "Selvitti, mistä kipu johtuu": what is asked about is not judged (VISK § 1153). */
const asking = listOf(
  'kiinnostaa epäselvä epäselväksi selvittää selvitä tutkia kysyä kertoa selittää tietää ymmärtää löytää miettiä katsoa',
)
const askers = listOf('mistä miksi mitä mikä missä mihin milloin miten kuinka')
/** "Onnistui siinä, missä muut epäonnistuivat": what others did is not told of these. */
const others = listOf('muut toiset muualla edelliset aiemmat')
const asserting = listOf('varmistaa tarkistaa kysyä huolehtia katsoa tarkastaa')
const complementizers = listOf(
  'että et ettei etten ettet ettemme ettette etteivät etteikö ettenkö etteivätkö',
)

/** How far back the verb that a complement hangs on is looked for, in tokens. */
const REACH = 7

const isRaising = (view: View, i: number, negation: string): boolean =>
  raisingAny.has((view.seen[i] as Seen).lemma) ||
  ((raisingOwn.has((view.seen[i] as Seen).lemma) || raisingForms.has((view.seen[i] as Seen).form)) &&
    firstPerson.has(negation))

/** "Älköön kukaan väittäkö": nobody is denied but who says so. */
export const isRaisedFrom = (view: View, at: number, last: number): boolean =>
  ((view.seen[at] as Seen).traits & IMPERATIVE) !== 0 && isRaising(view, last, (view.seen[at] as Seen).form)

/** The place of a negation that belongs to the complement which follows, or -1. */
function raisedAt(view: View, first: number, last: number): number {
  for (let i = first; i < last; i += 1) {
    const { lemma, form } = view.seen[i] as Seen
    if (lemma !== 'ei') continue
    const until = Math.min(last, i + 4)
    for (let j = i + 1; j < until; j += 1)
      // "Ei voi sanoa, että": of nobody in particular, the writer too.
      if (isRaising(view, j, view.seen[j - 1]?.lemma === 'voida' ? 'en' : form)) return i
  }
  return -1
}

/** "Olisi uskonut": of what nobody would have thought the complement is a fact. */
export const amazed = listOf('uskonut uskonu luullut luullu kuvitellut kuvitellu arvannut arvannu')
const unreal = listOf('olisi olis ois olisin olisin oisin')
const isAmazed = (view: View, first: number, last: number): boolean =>
  holdsForm(view, first, last, unreal) && holdsForm(view, first, last, amazed)

/** "Ei käynyt niin, että". */
const isCase = (seen: View['seen'], i: number): boolean =>
  seen[i]?.lemma === 'käydä' && seen[i + 1]?.form === 'niin'

/** Whether a main clause denies what its complement says, whatever its verb: by the complement's mood or its own time. */
function deniesUnreal(view: View, from: number, { first, last }: Clause): boolean {
  const { seen } = view
  let denies = false
  for (let i = from; i < first; i += 1) {
    const { lemma, form } = seen[i] as Seen
    if (lemma === 'ei') denies = true
    else if (denies && spans.has(lemma) && /^ette/.test(seen[first]?.form ?? ''))
      return /k[aä]{2}n$/.test(form) || passing.has(seen[i - 1]?.lemma ?? '')
    else if (denies && (raisingUnreal.has(lemma) || form === 'muista' || isCase(seen, i)))
      return holdsTrait(view, first, last, CONDITIONAL)
  }
  return false
}

/** "En väitä", "ei tapahtunut": what gives its negation to the complement judges nothing by itself. */
export const isMatrixVerb = ({ seen }: View, { first, last, at }: Hit): boolean => {
  const { lemma } = seen[last - 1] as Seen
  return (
    (at.length === 1 || seen[first]?.lemma === 'ei') &&
    (raisingOwn.has(lemma) || raisingAny.has(lemma) || raisingUnreal.has(lemma))
  )
}

/** Whether the complement after a clause takes the clause's negation. */
export function givesNegation(view: View, clause: Clause): boolean {
  const { first, last } = clause
  const { seen, ends } = view
  if (!complementizers.has(seen[last]?.form ?? '')) return false
  if (raisedAt(view, first, last) >= 0 || granting.has((seen[last] as Seen).form)) return true
  return deniesUnreal(view, first, { ...clause, first: last, last: ends[last] as number })
}

export type MatrixSense = 'denies' | 'doubts' | 'grants' | 'asks' | 'omits'

/** What the main clause says of its complement: denied, told without belief, granted, asked for, or nothing. */
export function matrixOf(document: Document, view: View, clause: Clause): MatrixSense | undefined {
  const opens = document.sentences[clause.sentence]?.first === clause.first
  if (clause.link === 'relative' && !opens && others.has(view.seen[clause.first + 1]?.form ?? ''))
    return 'omits'
  if (clause.link === 'relative' || clause.link === 'coordination')
    return isIndirectQuestion(view, clause) ? (isUnasked(view, clause) ? 'omits' : 'asks') : undefined
  if (clause.link !== 'complement') return undefined
  const from = Math.max(document.sentences[clause.sentence]?.first ?? 0, clause.first - REACH)
  if (granting.has((view.seen[clause.first] as Seen).form)) return 'grants'
  for (let i = from; i < clause.first; i += 1)
    if (doubting.has((view.seen[i] as Seen).lemma) && !holdsLemma(view, Math.max(from, i - 3), i, no))
      return 'doubts'
  // "Lähti varmistamatta, että pärjään".
  const verb = view.seen[clause.first - 2]
  if (verb && verb.traits & OMITS && asserting.has(verb.lemma)) return 'omits'
  // "En uskonut, että saisin näin hyvää hoitoa".
  if (holdsTrait(view, clause.first, clause.last, SUCH)) return undefined
  if (isDisbelieved(view, from, clause.first) || isSupposed(view, from, clause.first)) return 'omits'
  if (isRare(view, from, clause.first) || deniesUnreal(view, from, clause)) return 'denies'
  return raisedAt(view, from, clause.first) >= 0 && !isAmazed(view, from, clause.first) ? 'denies' : undefined
}

const no = listOf('ei eikä')
const happening = listOf('olla käydä sattua tapahtua')

/** "Kukaan ei uskonut, että olen kunnossa": what others did not believe is not told. */
function isDisbelieved({ seen }: View, first: number, last: number): boolean {
  for (let i = first; i + 1 < last; i += 1)
    if ((seen[i] as Seen).lemma === 'ei' && (seen[i + 1] as Seen).lemma === 'uskoa')
      return !firstPerson.has((seen[i] as Seen).form)
  return false
}

const supposing = listOf('luulisi luulis luullut luullu')
const would = listOf('olisi olis ois luulisi luulis')

/** "Luulisi, että sairaalassa osataan", "olisi luullut, että apua saa": it is not so. */
const isSupposed = (view: View, first: number, last: number): boolean =>
  holdsForm(view, first, last, supposing) &&
  holdsForm(view, first, last, would) &&
  !holdsLemma(view, first, last, no)

/** "On harvinaista, että", but "ei ole harvinaista, että". */
const isRare = (view: View, first: number, last: number): boolean =>
  holdsForm(view, first, last, rareness) &&
  holdsLemma(view, first, last, happening) &&
  !holdsLemma(view, first, last, no)

/** "Ketään ei kiinnostanut, miten pärjään": what nobody asked is not told either. */
function isUnasked({ seen }: View, { first }: Clause): boolean {
  for (let i = Math.max(0, first - 4); i < first; i += 1)
    if (seen[i]?.lemma === 'kiinnostaa' || seen[i]?.lemma === 'kysyä') return seen[i - 1]?.lemma === 'ei'
  return false
}

function isIndirectQuestion({ seen }: View, { first }: Clause): boolean {
  if (!askers.has((seen[first] as Seen).form)) return false
  for (let i = Math.max(0, first - 3); i < first; i += 1) if (asking.has((seen[i] as Seen).lemma)) return true
  return false
}
