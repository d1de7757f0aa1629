import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import { saysNoMore } from './nothingElse.js'
import { beforeAt, isExceptional, type Negator } from './scope.js'
import { pauses } from './segments.js'
import { EVER, holdsTrait, IMPERATIVE, NOUN, PARTITIVE, PAST, THAN, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

const firstPerson = listOf('en emme enkä emmekä emmä enmä emme enpä emmepä ennää muttemme mutten')
/** What people get, manage or bear: that they could not tells of the care; what else they left undone is their own. */
const ownNeeds = listOf(
  'saada päästä löytää löytyä ymmärtää tajuta käsittää pystyä voida kyetä uskaltaa jaksaa kuulla nähdä mahtua ehtiä luottaa haluta tahtoa suositella kehdata viitsiä toivoa onnistua selvitä selvittää pärjätä kestää hyväksyä sietää kannattaa pitää osata tietää muistaa tulla mennä palata antaa kiittää ansaita joutua päätyä meinata hyötyä oppia nukkua parantua kokea tuntea tykätä nauttia',
)
/** "En olisi arvannut, että": what follows decides. */
const surprising = listOf('arvata kuvitella aavistaa uskoa luulla')
const noMore = listOf(
  'enää enään toiste toistekaan toista vieläkään edes ees missään mitään ketään mistään mihinkään eläessäni elämässäni',
)
const leftWithout = listOf('jäädä joutua jättää')
/** "Ilman ajanvarausta pääsee", "tulin ilman lähetettä", but "tehtiin ilman puudutusta". */
const reaching = listOf('päästä saada tulla mennä käydä asioida olla')
const elsewhere = listOf('muualle muualta muuhun')
/** "Ei mielipidettä", "ei kommentteja". */
const idle = listOf('mielipide tarve yllätys kommentti sanottava lisättävä kanta kokemus muutos erityinen')
const mere = listOf('pelkkä vain ainoastaan pelkkää pelkkiä')
/** "Älkää päästäkö häntä lähtemään": who should stay is praised. */
const away = listOf('lähtemään menemään pois karkuun eläkkeelle muualle')
const unfelt = listOf('. ! , missään missä juuri yhtään lainkaan ollenkaan')
const isObject = (traits: number): boolean => (traits & (PARTITIVE | NOUN)) === (PARTITIVE | NOUN)
/** What follows them is a fact. */
const known = listOf('ihme sattuma salaisuus ensimmäinen')
const ceasing = listOf(
  'muuttaa lopettaa lakkauttaa vähentää poistaa siirtää sulkea luopua vaihtaa lähteä muuttua',
)
const staying = listOf('lähteä luovuttaa lopettaa poistua jättää päästää rauhoittua hellittää mennä siirtyä')
const needless = listOf('tarvita koskea')
const moving = listOf('olla tulla lähteä')
/** What people do whatever the care. */
const privately = listOf('asua omistaa tupakoida työskennellä opiskella urheilla harrastaa ajaa')
const along = listOf('mukana mukaan')

/** How far after a negation its verb is looked for, in tokens. */
const REACH = 5

/** The denied verb after the place: of "ole" with a participle the participle; the place of neither is -1. */
function deniedVerb({ seen }: View, at: number, last: number): number {
  const until = Math.min(last, at + 1 + REACH)
  let be = -1
  for (let i = at + 1; i < until; i += 1) {
    const { traits, lemma, form } = seen[i] as Seen
    if (form === ',') break
    if ((traits & (VERB | PAST)) === 0) continue
    if (lemma !== 'olla') return i
    if (be < 0) be = i
  }
  return be
}

/**
 * How much a clause is to blame that only denies something: 1 where what ought to happen did not, 0 where a bare fact
 * is denied ("en osallistunut ryhmään", "lapsi ei ollut mukana", "ei vielä", VISK § 1615-1620), less than 0 for praise
 * ("ei puutu kuin ..." lacks nothing).
 */
export function bareDenial(view: View, { first, last }: Clause, { at, scope }: Negator): number {
  const { seen } = view
  if (scope === 'next' && seen[at + 1]?.form === 'että') return 0
  if (isExceptional(view, at, scope)) return 0
  if (isCaredFor(view, first, at)) return -1
  if (saysNoMore(view, at) || isUndecided(view, at)) return 0
  // "Viisi vaille seitsemän", but "jäin vaille".
  if (scope === 'previous' && !holdsLemma(view, first, last, leftWithout))
    return seen[at]?.form === 'vailla' &&
      (isObject(seen[at - 1]?.traits ?? 0) || isObject(seen[at + 1]?.traits ?? 0))
      ? 1
      : 0
  if (scope === 'next')
    return holdsLemma(view, first, last, leftWithout) || !holdsLemma(view, first, last, reaching) ? 1 : 0
  const place = deniedVerb(view, at, last)
  const verb = seen[place]
  const { form } = seen[at] as Seen
  if (verb?.lemma === 'puuttua' && (seen[place + 1]?.traits ?? 0) & THAN) return -1
  if (verb && surprising.has(verb.lemma) && !form.startsWith('et') && !holdsForm(view, first, last, noMore))
    return 0
  if (privately.has(verb?.lemma ?? '')) return 0
  if (verb?.lemma !== 'tuntua' && holdsForm(view, at + 1, last, noMore)) return 1
  if ((seen[at] as Seen).traits & IMPERATIVE && (verb?.lemma === 'päästää' || verb?.lemma === 'päästä'))
    return holdsForm(view, place + 1, last, away) ? -1 : 1
  // "Ei luovuttanut ennen kuin kipu hellitti".
  if (staying.has(verb?.lemma ?? '') && beforeAt(view, at, last) >= 0) return -1
  // "Älkää vaan muuttako".
  if ((seen[at] as Seen).traits & IMPERATIVE && ceasing.has(verb?.lemma ?? '')) return -1
  // "Ei ihme, että", "ei ole ensimmäinen kerta, kun".
  if (holdsLemma(view, at + 1, Math.min(last, at + 4), known)) return 0
  // "Pistos ei edes tuntunut", but "miltä se ei tuntunut".
  if (verb?.lemma === 'tuntua' && unfelt.has(seen[place + 1]?.form ?? '.')) return -1
  if (moving.has(verb?.lemma ?? '') && corrects(view, at, last)) return 0
  const own = firstPerson.has(form)
  // "Aikaani ei ole siirretty kertaakaan".
  if (!own && disturbing.has(verb?.lemma ?? '') && holdsForm(view, first, last, never)) return -1
  // "Ei ole tullut käytettyä".
  if (verb?.lemma === 'tulla' && /t[uy][aä]$/.test(seen[place + 1]?.form ?? '')) return 0
  if (own && seen[at + 1]?.form === 'muuta') return 0
  // "En halua muualle".
  if (own && holdsForm(view, at + 1, last, elsewhere)) return -1
  if (own && verb?.lemma === 'haluta' && isObject(seen[place + 1]?.traits ?? 0)) return 0
  const ownAct = own && (verb === undefined ? isCorrected(view, at, first, last) : !ownNeeds.has(verb.lemma))
  if (ownAct && (verb?.lemma === 'olla' || !holdsTrait(view, at + 1, last, EVER)))
    return verb?.lemma === 'olla' && holdsForm(view, at + 1, last, mere) ? 1 : 0
  for (let i = at + 1; i < last; i += 1) {
    const next = seen[i] as Seen
    if (next.form === 'vielä' || next.form === 'viel') return own || verb?.lemma === 'olla' ? 0 : 1
    if (next.form === 'tällä' && /^ker(?:taa|ralla)$/.test(seen[i + 1]?.form ?? '')) return 0
  }
  if (verb === undefined) return idle.has(seen[at + 1]?.lemma ?? '') || seen[at + 1]?.form === 'muuta' ? 0 : 1
  if (needless.has(verb.lemma)) return 0
  // "Minulla ei ole kokemusta".
  if (
    verb.lemma === 'olla' &&
    holdsLemma(view, place + 1, Math.min(last, place + 4), idle) &&
    !holdsForm(view, at, last, noMore)
  )
    return 0
  return moving.has(verb.lemma) && holdsForm(view, place + 1, last, along) ? 0 : 1
}

const disturbing = listOf(
  'siirtää perua peruuttaa lykätä vaihtaa kiirehtiä keskeyttää muuttaa häiritä huutaa',
)
const never = listOf('kertaakaan koskaan ikinä kesken')

const otherWay = listOf('toiseen vastaan aikaakaan')

/** "En osaa sanoa puolesta enkä vastaan", "ei aikaakaan, kun". */
const isUndecided = ({ seen, ends }: View, at: number): boolean =>
  otherWay.has(seen[at + 1]?.form ?? '') && ((ends[at] as number) - at <= 3 || seen[at + 2]?.form === ',')

const caring = listOf(
  'varmistaa varoa huolehtia katsoa kysellä kysyä tarkkailla huoli vahtia tarkistaa seurata pitää',
)

/** "Varmisti, ettei satu", "kyseli vähän väliä, ettei koske": what somebody took care of. */
function isCaredFor({ seen }: View, first: number, at: number): boolean {
  if (at !== first || !(seen[at] as Seen).form.startsWith('ette')) return false
  for (let i = at - 2; i >= Math.max(0, at - 6); i -= 1) {
    const { lemma, form } = seen[i] as Seen
    if (caring.has(lemma)) return seen[i - 1]?.lemma !== 'ei'
    if (form === '.') return false
  }
  return false
}

/** "Aika ei ollut aamulla vaan iltapäivällä": a fact in the place of another of its case. */
function corrects({ seen }: View, at: number, last: number): boolean {
  for (let i = at + 2; i + 1 < last; i += 1) {
    if ((seen[i] as Seen).form !== 'vaan') continue
    const ending = caseEnding.exec((seen[i - 1] as Seen).form)
    const other = caseEnding.exec((seen[i + 1] as Seen).form)
    return ending !== null && other !== null && ending[0].replace('ä', 'a') === other[0].replace('ä', 'a')
  }
  return false
}
const caseEnding = /(?:ss[aä]|ll[aä]|lle|n[aä]|st[aä]|lt[aä])$/

const ownActs = listOf('vastata soittaa ilmoittaa osallistua varata kysyä ottaa')

/** "En vastannut soittoon", "en ottanut lääkkeitä mukaan": a denial of the writer's own act, which no entry may judge. */
const deniesOwnAct = (view: View, at: number): boolean => {
  if (!firstPerson.has((view.seen[at] as Seen).form)) return false
  const place = deniedVerb(view, at, Math.min(view.seen.length, at + 4))
  const lemma = view.seen[place]?.lemma ?? ''
  return ownActs.has(lemma) && (lemma !== 'ottaa' || along.has(view.seen[place + 1]?.form ?? ''))
}

/** "Olin siellä ihminen, en numero": a noun in place of another. */
const isCorrected = ({ seen }: View, at: number, first: number, last: number): boolean =>
  at === first && last - at > 1 && ((seen[at + 1] as Seen).traits & NOUN) !== 0

/**
 * "Hoitajat mukavia, mikään ei muuttunut", "ei ollut istumapaikkaa, hoito huippua": all that is judged stands on the
 * other side of a comma, the denial alone on its own.
 */
export function deniesApart(
  view: View,
  { first, last }: Clause,
  negators: readonly Negator[],
  hits: readonly Hit[],
): boolean {
  if (negators.length !== 1) return false
  const { seen, ends } = view
  const { at } = negators[0] as Negator
  let from = at
  while (from > first && !pauses.has((seen[from - 1] as Seen).form)) from -= 1
  let until = at
  while (until < last && !pauses.has((seen[until] as Seen).form)) until += 1
  if (from === first && until === last) return false
  let any = false
  for (const { first: one, last: other, grade } of hits) {
    if (grade === 0) continue
    if (one < until && other > from) return false
    any = true
  }
  if (!any) return false
  return from > first || (ends[until] !== until + 1 && holdsTrait(view, at + 1, until, VERB | NOUN))
}

const fearing = listOf(
  'pelätä jännittää hätäillä huolestua murehtia säikähtää arkailla epäröidä empiä panikoida hermoilla aristella kauhistua ujostella hävetä stressata',
)

/** "Älkää hätäilkö", "ei kannata jännittää": who tells others not to fear has fared well; a verb that no entry holds. */
export function addReassurance({ seen }: View, { at }: Negator, hits: Hit[]): void {
  const until = Math.min(seen.length, at + 4)
  for (let i = at + 1; i < until; i += 1) {
    const { lemma } = seen[i] as Seen
    if (!fearing.has(lemma)) continue
    const urging = seen[i - 1]?.lemma === 'kannattaa' || ((seen[at] as Seen).traits & IMPERATIVE) !== 0
    if (!urging) return
    for (let h = hits.length - 1; h >= 0; h -= 1) {
      const hit = hits[h] as Hit
      if (hit.first >= at && hit.last <= i + 1) hits.splice(h, 1)
    }
    hits.push({ grade: 2, first: i, last: i + 1, at: [at, i] })
    return
  }
}

/** A denial of the writer's own act, by itself or at the head of a phrase. */
export function ownDenial(
  view: View,
  { first, last }: Clause,
  negators: readonly Negator[],
  hits: readonly Hit[],
): { at: number } | undefined {
  const denial = negators.find(({ at }) => deniesOwnAct(view, at))
  if (denial !== undefined) return denial
  for (const { at } of hits)
    if (at.length > 1 && (at[0] as number) >= first && deniesOwnAct(view, at[0] as number))
      return last > first ? { at: at[0] as number } : undefined
  return undefined
}
