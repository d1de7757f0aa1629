import type { Clause } from '../language/clauses.js'
import type { Match } from './pattern.js'
import type { Rule } from './rules.js'
import { COMPARATIVE, CONDITIONAL, PARTITIVE, PAST, THAN } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** "Ei voi liikaa kehua", "ette voisi olla enempää avuksi": they top the word after them. */
const enough = listOf('liikaa liiaksi enempää')
const amply = listOf('kyllin tarpeeksi riittävästi')
const praising = listOf('kiittää kehua ylistää suositella arvostaa')

const isEnough = (seen: View['seen'], i: number): boolean =>
  enough.has((seen[i] as Seen).form) ||
  (amply.has((seen[i] as Seen).form) && praising.has(seen[i + 1]?.lemma ?? ''))

const being = listOf('olla löytyä saada')

/** Words before a comparative that keep it a comparison ("ei sen parempi"). */
const measured = listOf('sen yhtään mitenkään juuri paljon')

/**
 * The place of a comparative whose denial tops everything, or -1: "ei voisi ystävällisempää väkeä olla", "en ole
 * saanut parempaa", "en usko, että parempaa löytyy" (then `denied` by the main clause). It is a partitive (VISK § 1615) under a negation with "voida" or a perfect, or what could be.
 */
export function toppedAt(
  { seen }: View,
  { first, last }: Clause,
  matches: readonly Match<Rule>[],
  denied: boolean,
): number {
  if (!denied && !matches.some(({ value }) => value.kind === 'negator')) return -1
  let comparative = -1
  let negation = denied
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
    if (traits & COMPARATIVE || isEnough(seen, i)) {
      // "Ei paljon parempaa voisi toivoa".
      if (measured.has(seen[i - 1]?.form ?? '') && ((seen[i + 1]?.traits ?? 0) & CONDITIONAL) === 0) return -1
      adjective = !(traits & PARTITIVE || /mmin(?:kaan)?$/.test(form) || isEnough(seen, i))
      comparative = isEnough(seen, i) ? i + 1 : i
    } else if (lemma === 'ei' || form === 'tuskin') {
      negation = true
      if (lemma !== 'ei') hardly = true
      fronted = comparative >= 0
    } else if (lemma === 'voida') can = true
    else if (being.has(lemma)) be = true
    if (traits & PAST && lemma !== 'olla') past = true
    if (traits & CONDITIONAL) unreal = true
  }
  if (comparative < 0 || comparative >= last || !negation) return -1
  // "En olisi voinut olla tyytyväisempi", but "lääkäri ei ole parempi".
  if (adjective) return can && unreal ? comparative : -1
  return can || (be && (past || fronted || hardly || denied)) ? comparative : -1
}

const could = listOf('olla voida')

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
