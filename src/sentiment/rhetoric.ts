import type { Clause } from '../language/clauses.js'
import { cueAt, LIKE_THIS, OWN } from './cues.js'
import type { Hit } from './hits.js'
import { affirms, asksImpatiently } from './questions.js'
import { CONDITIONAL, holdsTrait, NOUN, PARTITIVE, SUCH, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

/** What is asked of nobody says so much: it is plain of itself, whatever is spoken of. */
const PLAIN = 2.5
/** High time that something came about. */
const IMPATIENT = 1.5

/** "Tätäkö", "tällaistako", "näinkö": a pronoun that takes up what was met, with the clitic of questions. */
const takesUp =
  /^(?:t[aä]m[aä]|t[aä]t[aä]|tuo|tuota|se|sit[aä]|nämä|näitä|noita|t[aä]l+[aä]i(?:nen|st[aä])|tämmö(?:inen|istä|stä)|semmo(?:inen|ista|sta)|sellai(?:nen|sta)|tuollai(?:nen|sta)|tuommoista|näin|noin|siinä|tämän)k[oö](?:s|han|hän)?$/
const that = listOf('sitä sitten')
const being = listOf('onko oliko oisko olisiko')
const takenUp = listOf('tämä tää se tuo toi')

/** What may be asked of a pronoun in earnest: "sekö on oikea numero?" */
const facts = listOf('aika numero osoite päivä paikka lomake vaihtoehto ovi huone kerros jono')
const believing = listOf('muka teidän teistä mielestänne sitten oikeasti todella olevinaan')

const who = listOf('kuka kukapa kukahan ketkä kenpä kene')
const liking = listOf(
  'haluta pitää tykätä viihtyä ilahtua rakastaa arvostaa nauttia kiittää suositella tulla palata kehua toivoa tahtoa ottaa valita kaivata luottaa ihastua kadehtia hymyillä liikuttua mennä suostua uskaltaa hakeutua diggaa digata',
)
/** "Kuka keksi tämän järjestelmän?" */
const devising = listOf('keksiä suunnitella päättää kehdata')
const such = listOf('tämän tällaisen tämmöisen nämä tällaista tämmöistä')
const bearing = listOf('jaksaa kestää sietää viitsiä uskoa hyväksyä')
const rest = listOf(
  'aina kaikki jokainen joka muu muut muualla muuallakin kaikkialla useampi useammin enemmän muutkin muillakin',
)
const anybody = listOf(
  'kukaan ketään kenelläkään kellään mikään mitään koskaan ikinä edes ees yhtään enää vieläkään missään kertaakaan lainkaan',
)
const able = listOf('osata voida viitsiä kehdata ymmärtää ehtiä pystyä jaksaa tajuta hävetä')
const why = listOf('miksi miks miksei miksen miksette miksemme mikseivät')
const how = listOf('miten kuinka kui')
const can = listOf('voi voisi')
const possible = listOf('mahdollista mahdollinen kehtaa kehdata kehtaatte kehtaavat')
const howLong = listOf('kauanko kuinka montako miten mitenkä')
const bearingLong = listOf('sietää kestää jaksaa joutua pitää täytyä')
const still = listOf('tätä tällaista vielä taas oikein sama samaa samat')

/**
 * What a question says that asks of nobody (VISK § 1705): "tätäkö on se hyvä palvelu?" that it is not, "kuka ei
 * ilahtuisi?" that everybody would, "miksei aina näin?" that it is good so, "eikö täällä kukaan osaa?" that nobody can.
 */
export const weighRhetoric = (view: View, clause: Clause, hits: readonly Hit[]): number =>
  asksImpatiently(view, clause) ? -IMPATIENT : PLAIN * askedOfNobody(view, clause.first, clause.last, hits)

/** 1 where the answer that goes without saying praises, -1 where it blames, 0 where a question asks. */
function askedOfNobody(view: View, first: number, last: number, hits: readonly Hit[]): number {
  const { seen } = view
  const { form, lemma } = seen[first] as Seen
  if (takesUp.test(form)) return -Number(isUnbelieved(view, first, last, hits))
  if (being.has(form) && takenUp.has(seen[first + 1]?.form ?? ''))
    return -Number(
      holdsForm(view, first + 2, last, believing) &&
        (holdsForm(view, first + 2, last, that) ||
          hits.some(({ grade, first: at }) => grade > 0 && at > first + 1)),
    )
  // "Pitikö tunti istua, että kuulee ajan siirtyneen?", "onko pakko olla noin tyly?"
  if (having.has(form)) return -1
  if (
    form === 'onko' &&
    obliging.has(
      seen[first + 1]?.form === 'teillä' ? (seen[first + 2]?.form ?? '') : (seen[first + 1]?.form ?? ''),
    )
  )
    return -Number(hits.some(({ grade }) => grade < -1))
  // "Milloin viimeksi lattia on pesty?"
  if (form === 'milloin' && seen[first + 1]?.form === 'viimeksi') return -Number(!holdsOwn(view, first, last))
  if (who.has(form)) return ofWhom(view, first, last, hits)
  if (why.has(form)) return ofWhy(view, first, last)
  if (affirms(view, first)) return headSign(hits)
  if (where.has(form)) return -Number(isGone(view, first, hits))
  if (lemma === 'ei' && form !== lemma)
    return -Number(holdsForm(view, first + 1, last, anybody) || holdsLemma(view, first + 1, last, able))
  if (how.has(form) && (holdsForm(view, first, last, possible) || holdsLemma(view, first, last, possible)))
    return -1
  // "Miten vaikeaa voi olla soittaa takaisin?"
  if (how.has(form) && holdsForm(view, first + 2, Math.min(last, first + 4), can))
    return -Number(hits.some(({ grade, first: at }) => grade < 0 && at === first + 1))
  return howLong.has(form) &&
    holdsLemma(view, first + 1, last, bearingLong) &&
    holdsForm(view, first + 1, last, still)
    ? -1
    : 0
}

const treating = listOf('kohdella hoitaa palvella toimia auttaa kuulua kohdata')
const allThereIs = listOf('koko kaikki takia vuoksi')

/** "Tätäkö on se asiakaslähtöinen palvelu?", "tämäkö on teistä hoitoa?", but "tätäkö lääkettä otan illalla?" */
function isUnbelieved(view: View, first: number, last: number, hits: readonly Hit[]): boolean {
  if (holdsForm(view, first + 1, last, believing)) return true
  if (holdsLemma(view, first + 1, last, facts)) return false
  if (hits.some(({ grade, first: at }) => grade > 0 && at > first)) return true
  const { traits, form } = view.seen[first] as Seen
  const next = view.seen[first + 1]
  // "Näinkö asiakkaita kohdellaan?", "siinäkö koko hoito?", "tämänkö takia?"
  if (form.startsWith('näin') || form.startsWith('noin')) return holdsLemma(view, first + 1, last, treating)
  if (allThereIs.has(next?.form ?? '')) return true
  // "Tämäkö on nykyajan hoitoa?"
  if (next?.lemma === 'olla' && holdsTrait(view, first + 2, last, PARTITIVE)) return true
  return (traits & PARTITIVE) !== 0 && next !== undefined && (next.traits & (WORD | NOUN)) === WORD
}

const having = listOf('pitikö täytyikö')
const obliging = listOf('pakko tapana tarkoitus')
const holdsOwn = (view: View, first: number, last: number): boolean => cueAt(view, first, last, OWN) >= 0

const where = listOf('missä minne mihin')
const going = listOf('olla jäädä viipyä')
const vanishing = listOf('kadota unohtua hävitä hukkua')

/** "Missä on kohteliaisuus?", "mihin unohtui inhimillisyys?", but "missä on hyvä parkkipaikka?" */
const isGone = ({ seen }: View, first: number, hits: readonly Hit[]): boolean =>
  vanishing.has(seen[first + 1]?.lemma ?? '') ||
  (going.has(seen[first + 1]?.lemma ?? '') &&
    hits.some(
      ({ grade, first: at }) => grade > 1 && at - first < 4 && ((seen[at] as Seen).traits & NOUN) !== 0,
    ))

const headSign = (hits: readonly Hit[]): number =>
  Math.sign(hits.find(({ grade }) => Math.abs(grade) > 1)?.grade ?? 0)

/** "Kuka tällaisesta ei pitäisi?": everybody does; "kuka tällaista muka haluaisi?": nobody. */
function ofWhom(view: View, first: number, last: number, hits: readonly Hit[]): number {
  const { seen, cues } = view
  const unreal = holdsTrait(view, first, last, CONDITIONAL)
  let denied = false
  for (let i = first + 1; i < last; i += 1) {
    const { lemma } = seen[i] as Seen
    if (lemma === 'ei') denied = true
    else if (devising.has(lemma)) return holdsForm(view, i + 1, last, such) ? -1 : 0
    else if (liking.has(lemma) && unreal) {
      if (denied) return 1
      return (cues & LIKE_THIS) !== 0 || holdsForm(view, first, last, believing) || isThere(view, first, last)
        ? -1
        : 0
    } else if (bearing.has(lemma)) return denied ? 1 : -1
  }
  const head = hits.find(({ grade, at }) => grade !== 0 && at.length === 1)
  return denied && unreal && head !== undefined ? Math.sign(head.grade) : 0
}

const there = listOf('tuolla tuonne tuolle tuota tuosta sinne siellä siitä nyt')
const isThere = (view: View, first: number, last: number): boolean => holdsForm(view, first, last, there)

/** "Miksei joka paikassa ole tällaista?": well that it is so here. "Miksi aina näin?": not again. */
function ofWhy(view: View, first: number, last: number): number {
  const denied =
    (view.seen[first] as Seen).form.length > 5 || holdsLemma(view, first, Math.min(last, first + 4), no)
  if (!denied)
    return holdsForm(view, first + 1, last, always) && holdsTrait(view, first + 1, last, SUCH) ? -1 : 0
  const such = (view.cues & LIKE_THIS) !== 0 && !holdsForm(view, first + 1, last, nobody)
  return such && (holdsLemma(view, first + 1, last, rest) || holdsForm(view, first + 1, last, rest)) ? 1 : -1
}
const no = listOf('ei')
const always = listOf('aina taas')
const nobody = listOf('kukaan ketään mitään koskaan ikinä')
