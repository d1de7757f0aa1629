import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import type { Match } from './pattern.js'
import type { Rule } from './rules.js'
import {
  COMPARATIVE,
  CONDITIONAL,
  FINITE,
  GRADABLE,
  IMPERATIVE,
  NOUN,
  OMITS,
  PARTITIVE,
  PAST,
  THAN,
  VERB,
  WORD,
} from './traits.js'
import type { Seen, View } from './view.js'

const of = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** "Ei voi liikaa kehua", "ette voisi olla enempää avuksi": they top the word after them. */
const enough = of('liikaa liiaksi enempää')

/** Words before a comparative that keep it a comparison ("ei sen parempi"). */
const measured = of('sen yhtään mitenkään juuri paljon')

/**
 * The place of a comparative whose denial tops everything, or -1: "ei voisi ystävällisempää väkeä olla", "en ole
 * saanut parempaa". It is a partitive (VISK § 1615) under a negation with "voida" or a perfect, or what could be.
 */
export function toppedAt({ seen }: View, { first, last }: Clause, matches: readonly Match<Rule>[]): number {
  if (!matches.some(({ value }) => value.kind === 'negator')) return -1
  let comparative = -1
  let negation = false
  let fronted = false
  let can = false
  let be = false
  let past = false
  let unreal = false
  let adjective = false
  let hardly = false
  for (let i = first; i < last; i += 1) {
    const { traits, form, lemma } = seen[i] as Seen
    if (traits & THAN) return -1
    if (traits & COMPARATIVE || enough.has(form)) {
      if (measured.has(seen[i - 1]?.form ?? '')) return -1
      adjective = !(traits & PARTITIVE || /mmin(?:kaan)?$/.test(form) || enough.has(form))
      comparative = enough.has(form) ? i + 1 : i
    } else if (lemma === 'ei' || form === 'tuskin') {
      negation = true
      if (lemma !== 'ei') hardly = true
      fronted = comparative >= 0
    } else if (lemma === 'voida') can = true
    else if (lemma === 'olla') be = true
    if (traits & PAST && lemma !== 'olla') past = true
    if (traits & CONDITIONAL) unreal = true
  }
  if (comparative < 0 || comparative >= last || !negation) return -1
  // "En olisi voinut olla tyytyväisempi", but "lääkäri ei ole parempi".
  if (adjective) return can && unreal ? comparative : -1
  return can || (be && (past || fronted || hardly)) ? comparative : -1
}

const could = of('olla voida')

/** Leaves out phrases that a topped comparative contradicts. */
export function withoutDenials(
  view: View,
  matches: readonly Match<Rule>[],
  topped: number,
): readonly Match<Rule>[] {
  const alone = matches.find(
    ({ value, at }) => value.kind === 'valence' && at.length === 1 && at[0] === topped,
  )?.value
  if (alone?.kind !== 'valence') return matches
  const isCould = ({ value, at }: Match<Rule>): boolean =>
    value.kind === 'valence' && at.every((i) => could.has((view.seen[i] as Seen).lemma))
  return matches
    .filter((match) => !isCould(match))
    .filter(
      ({ value, at }) =>
        value.kind !== 'valence' ||
        at.length === 1 ||
        !at.includes(topped) ||
        !at.some((i) => (view.seen[i] as Seen).lemma === 'ei' || could.has((view.seen[i] as Seen).lemma)) ||
        value.grade * alone.grade > 0,
    )
}

/**
 * "Ei loistavaa vaan huonoa": what is put in the place of the denied word is not denied. "Vaikkei aikaa ollut varattu,
 * pääsin heti": nor what a verb of its own says after a comma.
 */
export function isCorrection({ seen }: View, at: number, hit: Hit, hits: readonly Hit[]): boolean {
  for (let i = hit.first - 1; i > at + 1; i -= 1)
    if (seen[i]?.form === ',' && (seen[i + 1]?.traits ?? 0) & FINITE) return true
    else if (seen[i]?.form === 'vaan')
      return hits.some(({ first, last }) => first > at && last <= i) || holdsContent(seen, at + 1, i)
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

const weakening = of('suinkaan lainkaan ollenkaan yhtään enää vielä edes')

const turning = of(', kun ku että siitä')

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
  const most = seen[first + 1]?.form === ',' ? -1 : -2
  return hits.every((other) => other === hit || other.grade <= most)
}

/** "Muka auttoi": by the word beside it the writer does not believe it. */
export const isPretended = ({ seen }: View, { first, last }: Hit): boolean =>
  seen[first - 1]?.form === 'muka' || seen[last]?.form === 'muka'

/** "Kovasta kiireestä huolimatta": in spite of what. */
export const isDespite = ({ seen }: View, { last }: Hit): boolean =>
  seen[last]?.form === 'huolimatta' || seen[last + 1]?.form === 'huolimatta'

const amidst = of('keskellä aikana aikaan hetkellä hetkinä keskelläkin')

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

const leaving = of('jäädä jättää')

/** "Lupaus jäi pitämättä": an abessive within a phrase that does not name it turns the phrase. */
export const isLeftUndone = ({ seen }: View, { at, entry }: Hit): boolean =>
  at.length > 1 &&
  at.some((i) => {
    const { traits, form } = seen[i] as Seen
    return (traits & OMITS) !== 0 && leaving.has(seen[i - 1]?.lemma ?? '') && !(entry ?? '').includes(form)
  })

const awaiting = of('odottaa toivoa kaivata haluta')

/** "Odotin lämpimämpää vastaanottoa": what was hoped for in the comparative was not had. */
export function isAwaited({ seen }: View, { first, at, grade }: Hit): boolean {
  const { traits } = seen[first] as Seen
  if (at.length > 1 || grade < 0 || (traits & (COMPARATIVE | PARTITIVE)) !== (COMPARATIVE | PARTITIVE))
    return false
  for (let i = Math.max(0, first - 3); i < first; i += 1)
    if (awaiting.has((seen[i] as Seen).lemma)) return true
  return false
}

/**
 * "Ei pelkästään kätilö vaan koko tiimi väheksyi", "ilman muuta valitan": a frame that has another graded word after it
 * says nothing by itself.
 */
export function withoutFrames(view: View, { first, last }: Clause, hits: Hit[], used: boolean[]): Hit[] {
  const { seen } = view
  const isFrame = ({ at, last }: Hit): boolean => {
    if (at.length < 2 || !hits.some((other) => other.first >= last && other.grade !== 0)) return false
    const ending = (seen[last - 1] as Seen).form
    const opening = seen[at[0] as number] as Seen
    return (opening.lemma === 'ei' && ending === 'vaan') || (opening.form === 'ilman' && ending === 'muuta')
  }
  let kept = hits.some(isFrame) ? hits.filter((hit) => !isFrame(hit)) : hits
  let vaan = -1
  for (let i = first + 2; i < last; i += 1)
    if ((seen[i] as Seen).form === 'vaan' || (seen[i] as Seen).form === 'vain') vaan = i
  if (vaan < 0 || kept.length === 0) return kept
  const after = kept.find((hit) => hit.first > vaan)
  let no = -1
  for (let i = first; i < vaan; i += 1) if ((seen[i] as Seen).lemma === 'ei') no = i
  if (no < 0) return kept
  if (after === undefined || (seen[vaan] as Seen).form === 'vain') {
    // "Reseptiä ei vaan tullut": the spoken "vain" within a denial leaves it a denial.
    const empty = kept.find(({ grade, at }) => grade === 0 && at.includes(no) && at.includes(vaan))
    if (empty) {
      used[no] = false
      kept = kept.filter((hit) => hit !== empty)
    }
    return kept
  }
  // "Ei ole hyvä vaan erinomainen": what is put in the place of the denied decides.
  return kept.filter(
    ({ first: from, last: to, at, grade }) =>
      to > vaan || from < no || (at.includes(no) ? grade : -grade) * after.grade >= 0,
  )
}

const quitting = of('lakata lopettaa kieltäytyä pidättyä luopua kyllästyä')

/** "Lakkasi hymyilemästä": what is given up is named in the elative of the infinitive (VISK § 469). */
export const isGivenUp = ({ seen }: View, { at, first }: Hit): boolean =>
  at.length === 1 &&
  /m[aä]st[aä]$/.test((seen[first] as Seen).form) &&
  (quitting.has(seen[first - 1]?.lemma ?? '') || quitting.has(seen[first - 2]?.lemma ?? ''))

const escaping = of('säästyä välttyä varjella suojella suojata pelastua pelastaa')

/** "Säästyin turhalta leikkaukselta": what one is spared from stands in the ablative (VISK § 1227). */
export const isEscaped = ({ seen }: View, { grade, first, last, at }: Hit): boolean => {
  if (grade > 0 || at.length > 1 || !/lt[aä]$/.test((seen[last - 1] as Seen).form)) return false
  for (let i = Math.max(0, first - 3); i < first; i += 1)
    if (escaping.has((seen[i] as Seen).lemma)) return true
  return false
}

const having = of('piti täytyi joutui jouduin jouduimme jouduttiin joutuivat pitäny pitänyt')
const telling = of('kiittää kehua sanoa todeta myöntää ihailla antaa ylistää')

/** "Kaikesta piti huolehtia itse": what somebody had to do is no praise (VISK § 1574). */
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

const indeed = of('kyllä kylläkin kyl toki')

/** "En tykännyt ryhmästä, terapeutista kyllä": what is left of a denied verb is affirmed (VISK § 1177). */
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

/**
 * "En kuullut pahaa sanaa", "ei sanaakaan moitetta": a denial that blames by itself, before a word of blame that it
 * denies: the word decides.
 */
export function withoutDeniedBlame({ seen }: View, hits: Hit[], used: boolean[]): Hit[] {
  for (let h = 0; h + 1 < hits.length; h += 1) {
    const hit = hits[h] as Hit
    const next = hits[h + 1] as Hit
    if (hit.grade >= 0 || next.grade >= 0 || hit.at.length !== 2 || next.first - hit.last > 1) continue
    const no = hit.at[0] as number
    if ((seen[no] as Seen).lemma !== 'ei' || (seen[no] as Seen).traits & IMPERATIVE) continue
    const { traits, lemma } = seen[hit.last - 1] as Seen
    const { traits: own } = seen[next.first] as Seen
    const isObject = (own & PARTITIVE) !== 0 && (lemma !== 'saada' || (own & NOUN) === 0)
    if (!(holding.has(lemma) || (isObject && (perceiving.has(lemma) || (traits & VERB) === 0)))) continue
    used[no] = false
    return hits.filter((one) => one !== hit)
  }
  return hits
}
const holding = of('pitää jättää')
const perceiving = of('kuulla nähdä kokea tuntea huomata kohdata saada')

/** "Ennen kuin ehdin huolestua": what somebody had no time for did not come about. */
export const isForestalled = ({ seen }: View, { grade, first }: Hit): boolean =>
  grade < 0 &&
  seen[first - 1]?.lemma === 'ehtiä' &&
  (seen[first - 2]?.form === 'kuin' || seen[first - 2]?.form === 'ku') &&
  seen[first - 3]?.form === 'ennen'

/** "En ole kokenut huonoa": the participle of a denied perfect is no adjective. */
export const isParticiple = ({ seen }: View, { first, at }: Hit): boolean => {
  if (at.length > 1 || !/^koken(?:ut|u|eet)$/.test((seen[first] as Seen).form)) return false
  for (let i = Math.max(0, first - 4); i < first; i += 1)
    if (seen[i]?.lemma === 'ei' || /^e[nt]kä$|^emmekä$/.test(seen[i]?.form ?? '')) return true
  return false
}

const amazing = of('arvata kuvitella aavistaa uskoa luulla')

/** "En olisi arvannut, että": the verb wishes for nothing. */
export function amazes({ seen }: View, { first, last }: Clause): boolean {
  for (let i = first; i < last; i += 1) if (amazing.has((seen[i] as Seen).lemma)) return true
  return false
}
