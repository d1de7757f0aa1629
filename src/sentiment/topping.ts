import type { Clause } from '../language/clauses.js'
import { ABROAD } from './hints.js'
import type { Match } from './pattern.js'
import type { Rule } from './rules.js'
import { COMPARATIVE, CONDITIONAL, CONTRACTED, EVER, holdsTrait, PARTITIVE, PAST, THAN } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** "Ei voi liikaa kehua", "ette voisi olla enempää avuksi": they top the word after them. */
const enough = listOf('liikaa liiaksi enempää')
const amply = listOf('kyllin tarpeeksi riittävästi')
const praising = listOf('kiittää kehua ylistää suositella arvostaa')

const denying = listOf("not n't never no nothing nobody inte int ej aldrig ingen inget ingenting")
const canDo = listOf('can could cannot kan kunde skulle would')
const had = listOf('have has had been got seen met experienced haft fått varit mött sett träffat upplevt')

/**
 * The place of a comparative that a Swedish or English denial tops: "could not have been gentler", "kan inte bli
 * tydligare", "never met a kinder nurse"; -1 where what it is compared with is named, or the denial is of this thing.
 */
function toppedAbroad({ seen }: View, { first, last }: Clause): number {
  let negation = -1
  let can = false
  let met = false
  for (let i = first; i < last; i += 1) {
    const { traits, form } = seen[i] as Seen
    if (traits & COMPARATIVE && negation >= 0 && (can || met)) {
      for (let j = i + 1; j < last; j += 1) if ((seen[j] as Seen).traits & THAN) return -1
      return measured.has(seen[i - 1]?.form ?? '') ? -1 : i
    }
    if (traits & CONTRACTED || denying.has(form)) {
      negation = i
      if (traits & CONTRACTED && canDo.has((seen[i] as Seen).lemma)) can = true
    } else if (canDo.has(form)) can = true
    else if (had.has(form) && negation >= 0 && (seen[negation] as Seen).traits & EVER) met = true
  }
  return -1
}

const isEnough = (seen: View['seen'], i: number): boolean =>
  enough.has((seen[i] as Seen).form) ||
  (amply.has((seen[i] as Seen).form) && praising.has(seen[i + 1]?.lemma ?? ''))

const being = listOf('olla löytyä saada')
const imagining = listOf('keksiä kuvitella')

/** Words before a comparative that keep it a comparison ("ei sen parempi"). */
const measured = listOf('sen yhtään mitenkään juuri paljon any much no mycket något')

/**
 * The place of a comparative whose denial tops everything, or -1: "ei voisi ystävällisempää väkeä olla", "en ole
 * saanut parempaa", "en usko, että parempaa löytyy" (then `denied` by the main clause). It is a partitive (VISK § 1615) under a negation with "voida" or a perfect, or what could be.
 */
export function toppedAt(
  view: View,
  clause: Clause,
  matches: readonly Match<Rule>[],
  denied: boolean,
): number {
  // Few denials are in no table, and those are contracted.
  if (matches.length < 2 && !denied && !(view.hints & ABROAD)) return -1
  if (!denied && !matches.some(({ value }) => value.kind === 'negator'))
    return holdsTrait(view, clause.first, clause.last, CONTRACTED) ? toppedAbroad(view, clause) : -1
  const { seen } = view
  const { first, last } = clause
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
    } else if (lemma === 'voida' || imagining.has(lemma)) can = true
    else if (being.has(lemma)) be = true
    if (traits & PAST && lemma !== 'olla') past = true
    if (traits & CONDITIONAL) unreal = true
  }
  if (!negation) return toppedAbroad(view, clause)
  if (comparative < 0 || comparative >= last) return -1
  // "En olisi voinut olla tyytyväisempi", but "lääkäri ei ole parempi".
  if (adjective) return can && unreal ? comparative : -1
  return can || (hardly && unreal) || (be && (past || fronted || hardly || denied)) ? comparative : -1
}

const could = listOf('olla voida')
const wishedFor = listOf('olla voida toivoa odottaa haluta')
const isDenialOrCould = ({ lemma, form }: Seen): boolean =>
  lemma === 'ei' || could.has(lemma) || denying.has(form)

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
    value.kind === 'valence' && at.every((i) => wishedFor.has((view.seen[i] as Seen).lemma))
  return matches
    .filter((match) => !isCould(match))
    .filter(
      ({ value, at }) =>
        value.kind !== 'valence' ||
        at.length === 1 ||
        !at.includes(topped) ||
        !at.some((i) => isDenialOrCould(view.seen[i] as Seen)) ||
        value.grade * alone.grade > 0,
    )
}
