import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, EXCLAIMING, OWN, THANKS } from './cues.js'
import { FINITE, holdsTrait, NOUN, PAST, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** So much blame, and no praise, unmasks praise before it: at a pause, and where it is told what one was glad of. */
const CLEAR = 2
const SOME = 1
const GRAVE = 3
/** A message is no longer. */
const FEW = 4
/** How many words may come before the word of joy. */
const OPENING = 5

const glad = listOf(
  'ammattilaista ammattimaista asiantuntevaa kiva mukava hieno upea ihana mahtava loistava hauska mainio fantastinen hienosti hyvin loistavasti upeasti mainiosti mukavasti kivasti kätevästi fiksusti tehokkaasti mahtavasti kauniisti nätisti sujuvasti näppärästi',
)
const opening = listOf(
  'tosi todella kyllä oikein ihan taas kun no ai että aivan voi hei vau wau erittäin on onpa oli sepä se',
)
const when = listOf('kun ku')
const mocking = listOf('kun ku että joka jota jotka joita jonka jossa')
const pronouns = listOf('teidän sinun hänen heidän')
const corresponding = listOf(
  'merkitä välittää odottaa odotella palata ilmoittaa toimittaa lähettää vahvistaa laittaa kokeilla soittaa tarkistaa perehtyä kysyä',
)

const messages = listOf('viesti tieto vastaus muistutus yhteydenotto ilmoitus sähköposti kirje kutsu aika')

/** What is said after a place of a sentence: praise and blame of graded words and of clauses. */
interface Rest {
  positive: number
  negative: number
  /** A verb or a denial blames, not a mere noun ("kiva, että joku uskoi kipuni"). */
  told: boolean
  /** It denies. */
  denied: boolean
}

/**
 * Praise that the rest of its sentence unmasks, as careful readers agree: "kiva odotella kolme tuntia", "hienosti
 * hoidettu, väärä polvi leikattu", "upeaa palvelua: kukaan ei vastannut", "kiitos teidän, istun pyörätuolissa". And
 * thanks that only close a message ("kiitos tiedosta, merkitsen ajan").
 */
export function unmaskIrony(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let c = 0; c < clauses.length; c += 1) {
    const found = clauses[c] as ClauseEvidence
    const { clause, hits } = found
    const head = hits[0]
    if (found.positive <= 0 || head === undefined || head.weight <= 0) continue
    if (clauses[c - 1]?.clause.sentence === clause.sentence || clause.quoted) continue
    if (isThanksForHarm(view, found) || isDisbelief(view, found)) {
      found.positive = 0
      found.negative = Math.max(CLEAR, found.negative)
      found.scare = true
      continue
    }
    if (isFormalThanks(view, clauses, found)) {
      found.positive = 0
      continue
    }
    const pivot = pivotOf(view, found, head.first)
    if (pivot < 0) continue
    const rest = restAfter(view, clauses, c, pivot)
    if (rest === undefined || rest.positive > 0 || rest.negative < SOME) continue
    if (!mocks(view, found, head.first, pivot, rest)) continue
    let praise = 0
    for (const { first, weight } of hits) if (first < pivot && weight > 0) praise += weight
    const left = clauses[c + 1]?.clause.link === 'complement' ? 0 : found.positive - praise
    found.positive = left < SOME ? 0 : left
    found.scare = true
  }
}

const from = /st[aä](?:ni|si|nne)?$/
const merely = listOf('vain vaan taas ja')

/** "Suurkiitos sotketuista näytteistä": the very thing that one gives thanks for is blamed, and nothing praised. */
function isThanksForHarm({ seen }: View, { hits }: ClauseEvidence): boolean {
  const [head, next, ...rest] = hits
  if (head === undefined || next === undefined || next.weight >= 0) return false
  if (((seen[head.last - 1] as Seen).cues & THANKS) === 0 || !from.test((seen[next.first] as Seen).form))
    return false
  for (let i = head.last; i < next.first; i += 1) if (!merely.has((seen[i] as Seen).form)) return false
  return rest.every(({ weight }) => weight <= 0)
}

const doubting = listOf('joo juu joopa just niin no')
const surely = listOf('varmaan varmasti joo juu')

/** "Joo varmaan oli yksilöllistä hoitoa". */
const isDisbelief = ({ seen }: View, { clause: { first } }: ClauseEvidence): boolean =>
  doubting.has((seen[first] as Seen).form) &&
  surely.has(seen[first + 1]?.form ?? '') &&
  seen[first + 2]?.form !== '.'

/** The comma or colon after praise, or the infinitive that tells what one is glad of; -1 where there is none. */
function pivotOf({ seen }: View, { clause: { last } }: ClauseEvidence, head: number): number {
  let finite = false
  for (let i = head + 1; i < Math.min(last, head + 6); i += 1) {
    const { form, traits } = seen[i] as Seen
    if (form === ',' || form === ':') return i
    // "Kiva odotella", "loistavaa toimintaa jättää vanhus yksin".
    if (!finite && (traits & (VERB | FINITE)) === VERB && /[aä]$/.test(form)) return i - head < 3 ? i : -1
    if (traits & FINITE) finite = true
  }
  return -1
}

function restAfter(
  { seen }: View,
  clauses: readonly ClauseEvidence[],
  c: number,
  pivot: number,
): Rest | undefined {
  const { sentence } = (clauses[c] as ClauseEvidence).clause
  const rest: Rest = { positive: 0, negative: 0, told: false, denied: false }
  const { hits } = clauses[c] as ClauseEvidence
  const { link, sentence: after } = clauses[c + 1]?.clause ?? {}
  const complement = link === 'complement' && after === sentence
  for (const { first, last, weight } of hits) {
    // "Mukava kuulla perillä, että aika oli peruttu".
    if (first < pivot || complement) continue
    if (weight > 0) rest.positive += weight
    else rest.negative -= weight
    if (weight < 0) rest.told ||= last - first > 1 || ((seen[first] as Seen).traits & (VERB | NOUN)) !== NOUN
  }
  for (let k = c + 1; k < clauses.length; k += 1) {
    const { clause, positive, negative, denials, hits: own } = clauses[k] as ClauseEvidence
    if (clause.sentence !== sentence) break
    if (clause.link === 'contrast' || clause.link === 'concession' || clause.link === 'exception')
      return undefined
    rest.positive += positive
    rest.negative += negative
    rest.denied ||=
      denials.length > 0 || own.some(({ weight, first, last }) => weight < 0 && last - first > 1)
    rest.told ||=
      negative > 0 &&
      (denials.length > 0 ||
        own.some(
          ({ first, last, weight }) =>
            weight < 0 && (last - first > 1 || ((seen[first] as Seen).traits & (VERB | NOUN)) !== NOUN),
        ))
  }
  return rest
}

function mocks(
  view: View,
  { clause: { first } }: ClauseEvidence,
  head: number,
  pivot: number,
  rest: Rest,
): boolean {
  const { seen } = view
  const { lemma, form, cues } = seen[head] as Seen
  if (head - first > OPENING) return false
  const sign = (seen[pivot] as Seen).form
  if (cues & THANKS) {
    const cause = seen[head + 1]
    // "Kiitos, kun unohditte minut".
    if (cause?.form === ',' && rest.told) return when.has(seen[head + 2]?.form ?? '')
    if (
      sign === ',' &&
      pivot - head < 4 &&
      (cause?.form === ',' || (cause?.traits ?? 0) & NOUN) &&
      rest.denied
    )
      return mocking.has(seen[pivot + 1]?.form ?? '')
    return (
      pivot - head === 2 &&
      (pronouns.has(cause?.form ?? '') || ((cause?.traits ?? 0) !== 0 && /n$/.test(cause?.form ?? '')))
    )
  }
  const exclaims = cueAt(view, first, head + 1, EXCLAIMING) >= 0
  // "Toinen hoitaja oli kiva, toinen tiuski": of somebody.
  if (!exclaims && holdsTrait(view, first, head, NOUN | VERB)) return false
  if (sign === ':') return rest.negative >= CLEAR
  if (exclaims) return rest.negative >= CLEAR
  if (!glad.has(lemma) && !glad.has(form)) return false
  if (sign !== ',') return rest.negative >= CLEAR
  const participle = (seen[head + 1]?.traits ?? 0) & PAST
  if (participle && !holdsTrait(view, first, pivot, FINITE)) return rest.negative >= GRAVE
  // "Tosi kiva, taas meni väärään osoitteeseen", "hienoa, että minutkin unohdettiin".
  for (let i = first; i < head; i += 1) if (!opening.has((seen[i] as Seen).form)) return false
  return pivot - head === 1 && rest.told && rest.negative >= (seen[pivot + 1]?.form === 'että' ? SOME : CLEAR)
}

/** "Kiitos tiedosta, merkitsen ajan kalenteriin": nothing but an answer to a message. */
function isFormalThanks(
  view: View,
  clauses: readonly ClauseEvidence[],
  { clause, hits }: ClauseEvidence,
): boolean {
  const { seen } = view
  const { first } = clause
  if (clauses.length > FEW || ((seen[first] as Seen).cues & THANKS) === 0) return false
  if (
    clauses.some(
      (one) => one.negative > 0 || one.hits.some(({ first: at, grade }) => at !== first && grade > 1),
    )
  )
    return false
  if (hits.some(({ first: at, last }) => at === first && last - at > 2)) return false
  const thing = seen[first + 1] as Seen | undefined
  if (thing?.form !== ',' && !messages.has(thing?.lemma ?? '')) return false
  for (let i = first + 1; i < seen.length; i += 1) {
    const { cues, lemma, traits } = seen[i] as Seen
    if (traits & WORD && cues & OWN && traits & FINITE)
      return corresponding.has(lemma) && isPresent(seen[i] as Seen)
  }
  return false
}

/** "Merkitsen", not "merkitsin". */
const isPresent = ({ form }: Seen): boolean => !/(?:in|imme)$/.test(form)
