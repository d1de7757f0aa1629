import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import { outdoesOthers } from './scope.js'
import { CONDITIONAL, FINITE, GRADABLE, NOUN, QUOTE, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/**
 * "Ei loistavaa vaan huonoa": what is put in the place of the denied word is not denied. "Vaikkei aikaa ollut varattu,
 * pääsin heti": nor what a verb of its own says after a comma.
 */
export function isCorrection({ seen }: View, at: number, hit: Hit, hits: readonly Hit[]): boolean {
  for (let i = hit.first - 1; i > at + 1; i -= 1)
    if (seen[i]?.form === ',' && (seen[i + 1]?.traits ?? 0) & FINITE) return true
    else if (seen[i]?.form === 'vaan')
      return (
        hits.some(({ first, last }) => first > at && last <= i) ||
        holdsContent(seen, at + 1, i) ||
        (persons.has((seen[i - 1] as Seen).form) && isPerson(seen[i + 1]))
      )
  return false
}

/** Something is denied before "vaan"; right after "ei ole" it is only the spoken "vain". */
function holdsContent(seen: View['seen'], first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    if (traits & NOUN || (traits & (VERB | GRADABLE) && lemma !== 'olla' && !weakening.has(lemma)))
      return true
  }
  return false
}

/** "En minä vaan hoitaja huomasi", but "en mä vaan saanut". */
const persons = listOf('minä sinä hän me te he mä sä itse')
const isPerson = (next: Seen | undefined): boolean =>
  next !== undefined && ((next.traits & (NOUN | VERB)) === NOUN || persons.has(next.form))

const weakening = listOf('suinkaan lainkaan ollenkaan yhtään enää vielä edes')

const turning = listOf(', kun ku että siitä')

/** "Kiitos kun pilasitte päiväni", "hienoa, taas peruttu": thanks or joy at the head, nothing but blame after it. */
export function isMockery(
  { seen }: View,
  { first }: Clause,
  hit: Hit,
  hits: readonly Hit[],
  denies: boolean,
): boolean {
  if (denies || hit.at.length > 1 || hit.first !== first || hits.length < 2) return false
  if ((seen[first] as Seen).traits & VERB || !turning.has(seen[first + 1]?.form ?? '')) return false
  if (limiting.has(seen[first + 2]?.form ?? '')) return false
  const most = seen[first + 1]?.form === ',' ? -1 : -2
  return hits.every((other) => other === hit || other.grade <= most)
}

/** "Loistavaa, vain päivä jonossa" is meant. */
const limiting = listOf('vain ainoastaan only bara endast')

/** "Muka auttoi": by the word beside it the writer does not believe it. */
export const isPretended = ({ seen }: View, { first, last }: Hit): boolean =>
  seen[first - 1]?.form === 'muka' || seen[last]?.form === 'muka'

const despite = listOf('despite spite trots regardless notwithstanding')

/** How far behind its preposition a thing that was no hindrance stands, in tokens. */
const DESPITE_REACH = 6

/** "Kovasta kiireestä huolimatta", "trots den långa kön", "despite the queue": in spite of what. */
export function isDespite({ seen }: View, { first, last }: Hit): boolean {
  if (seen[last]?.form === 'huolimatta' || seen[last + 1]?.form === 'huolimatta') return true
  for (let i = first - 1; i >= Math.max(0, first - DESPITE_REACH); i -= 1) {
    const { form, traits } = seen[i] as Seen
    if (despite.has(form)) return true
    if (traits & FINITE || form === ',' || form === '.') return false
  }
  return false
}

const amidst = listOf('keskellä aikana aikaan hetkellä hetkinä keskelläkin')

/** "Isän kuollessa", "surun keskellä": in what distress something happened is a circumstance (VISK § 543). */
export const isCircumstance = ({ seen }: View, hit: Hit): boolean => {
  const { traits, form } = seen[hit.last - 1] as Seen
  return (
    ((traits & VERB) !== 0 && /ess[aä](ni|mme|an|än)?$/.test(form)) || amidst.has(seen[hit.last]?.form ?? '')
  )
}

/** "Inhimillisyys loisti poissaolollaan": of a noun a phrase that begins with its verb says what is thought. */
export const isSubject = ({ seen }: View, { at, last, grade }: Hit, hits: readonly Hit[]): boolean =>
  at.length === 1 &&
  ((seen[last - 1] as Seen).traits & NOUN) !== 0 &&
  ((seen[last]?.traits ?? 0) & VERB) !== 0 &&
  hits.some((next) => next.first === last && next.at.length > 1 && next.grade * grade < 0)

/** "Kunpa lääkärit kuuntelisivat": a verb of praise in the conditional is a wish too, unless it is one's own doing. */
export const isDreamt = ({ seen }: View, { at, grade, first }: Hit): boolean => {
  const { traits, form } = seen[first] as Seen
  return (
    at.length === 1 &&
    grade > 0 &&
    (traits & CONDITIONAL) !== 0 &&
    !/isi(?:n|mme)(?:kin|kään|han|hän)?$/.test(form)
  )
}

/** "Ei pahemmin hymyilty": not much. */
export const isMeasure = ({ seen }: View, { first, last }: Hit): boolean => {
  if ((seen[first] as Seen).form !== 'pahemmin' || ((seen[last]?.traits ?? 0) & VERB) === 0) return false
  for (let i = Math.max(0, first - 4); i < first; i += 1) if (seen[i]?.lemma === 'ei') return true
  return false
}

export const escaping = listOf('säästyä välttyä varjella suojella suojata pelastua pelastaa')

/** "Säästyin turhalta leikkaukselta": what one is spared from stands in the ablative. */
export const isEscaped = ({ seen }: View, { grade, first, last, at }: Hit): boolean => {
  if (grade > 0 || at.length > 1 || !/lt[aä]$/.test((seen[last - 1] as Seen).form)) return false
  for (let i = Math.max(0, first - 3); i < first; i += 1)
    if (escaping.has((seen[i] as Seen).lemma)) return true
  return false
}

const having = listOf('piti täytyi joutui jouduin jouduimme jouduttiin joutuivat pitäny pitänyt')
const telling = listOf('kiittää kehua sanoa todeta myöntää ihailla antaa ylistää')

/** "Kaikesta piti huolehtia itse": what somebody had to do is no praise. */
export function isDuty({ seen }: View, { grade, first, at }: Hit): boolean {
  const { traits, lemma, form } = seen[first] as Seen
  if (grade <= 0 || at.length > 1 || (traits & (VERB | FINITE)) !== VERB || telling.has(lemma)) return false
  if (!/[aä]$/.test(form)) return false
  for (let i = Math.max(0, first - 3); i < first; i += 1) {
    if (!having.has((seen[i] as Seen).form)) continue
    for (let j = Math.max(0, i - 2); j < i; j += 1) if ((seen[j] as Seen).lemma === 'ei') return false
    return true
  }
  return false
}

/** "Kaikki eivät olleet tylyjä": some were (VISK § 1618). */
export function deniesAll({ seen }: View, { first, last }: Clause): boolean {
  let all = -4
  for (let i = first; i < last; i += 1)
    if ((seen[i] as Seen).form === 'kaikki') all = i
    else if (i - all <= 3 && (seen[i] as Seen).lemma === 'ei') return true
  return false
}

const indeed = listOf('kyllä kylläkin kyl toki')

/** "En tykännyt ryhmästä, terapeutista kyllä": what is left of a denied verb is affirmed. */
export function affirmsRest({ seen }: View, { first, last }: Clause): boolean {
  let at = last - 1
  while (at > first && ((seen[at] as Seen).traits & WORD) === 0) at -= 1
  if (!indeed.has((seen[at] as Seen).form)) return false
  for (let i = at - 1; i > first && i >= at - 3; i -= 1) {
    if ((seen[i] as Seen).form === ',') return at - i > 1
    if ((seen[i] as Seen).traits & VERB) return false
  }
  return false
}

/** "En ole kokenut huonoa": the participle of a denied perfect is no adjective. */
export const isParticiple = ({ seen }: View, { first, at }: Hit): boolean => {
  if (at.length > 1 || !/^koken(?:ut|u|eet)$/.test((seen[first] as Seen).form)) return false
  for (let i = Math.max(0, first - 4); i < first; i += 1)
    if (seen[i]?.lemma === 'ei' || /^e[nt]kä$|^emmekä$/.test(seen[i]?.form ?? '')) return true
  return false
}

const amazing = listOf('arvata kuvitella aavistaa uskoa luulla')

/** "En olisi arvannut, että", "kukaan muu ei olisi jaksanut": the verb wishes for nothing. */
export function amazes(view: View, { first, last }: Clause): boolean {
  const { seen } = view
  for (let i = first; i < last; i += 1)
    if (amazing.has((seen[i] as Seen).lemma) || ((seen[i] as Seen).lemma === 'ei' && outdoesOthers(view, i)))
      return true
  return false
}

/** Kiitos "avusta": a quotation mark on each side. */
export const isScareQuoted = ({ seen }: View, i: number): boolean =>
  ((seen[i - 1]?.traits ?? 0) & (seen[i + 1]?.traits ?? 0) & QUOTE) !== 0

/** "Ystävällinen palvelu katosi", "turhat maksut poistettiin": an adjective goes with the noun that a phrase takes. */
export const isPartOfNext = ({ seen }: View, { at, last, grade }: Hit, hits: readonly Hit[]): boolean =>
  at.length === 1 &&
  ((seen[last - 1] as Seen).traits & GRADABLE) !== 0 &&
  ((seen[last]?.traits ?? 0) & NOUN) !== 0 &&
  hits.some((next) => next.first === last && next.at.length > 1 && next.grade * grade < 0)

const genitive = /n$/
const doing = /m[aä]{2}n$/

/**
 * "Vaarallisen hyvä", "karmeen kiltti": an adjective in the genitive before another tells how much (VISK § 615).
 * "Onnistui suututtamaan": what was brought about decides.
 */
export function isMeasured({ seen }: View, { at, first, last, grade }: Hit, hits: readonly Hit[]): boolean {
  if (at.length > 1) return false
  const { traits, form, lemma } = seen[first] as Seen
  if (lemma === 'onnistua')
    return (
      grade > 0 &&
      hits.some((next) => next.first === last && next.grade < 0 && doing.test(seen[last]?.form ?? ''))
    )
  return (
    (traits & GRADABLE) !== 0 &&
    form !== lemma &&
    genitive.test(form) &&
    ((seen[last]?.traits ?? 0) & (GRADABLE | NOUN)) === GRADABLE &&
    hits.some((next) => next.first === last && (grade < 0 || next.grade > 0))
  )
}

const ceasing = listOf(
  'loppua lakata kadota hävitä väistyä vähentyä vähetä haihtua hellittää laantua poistua hälvetä',
)

/** "Riitely loppui": a word for something bad, by itself, that came to its end. */
export const isCeased = ({ seen }: View, { at, last, grade }: Hit): boolean =>
  grade < 0 &&
  at.length === 1 &&
  ((seen[last - 1] as Seen).traits & NOUN) !== 0 &&
  ceasing.has(seen[last]?.lemma ?? '') &&
  ((seen[last] as Seen).traits & FINITE) !== 0

/** "Siisteys ei ole osaston valtti": what the denied predicate speaks of. */
export const isDeniedSubject = ({ seen }: View, { at, last, grade }: Hit, hits: readonly Hit[]): boolean =>
  seen[last]?.lemma === 'ei' &&
  at.length === 1 &&
  ((seen[last - 1] as Seen).traits & NOUN) !== 0 &&
  (seen[last - 1] as Seen).form === (seen[last - 1] as Seen).lemma &&
  hits.some((next) => next.first > last && next.grade * grade > 0)
