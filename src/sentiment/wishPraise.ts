import type { Clause } from '../language/clauses.js'
import { AGAIN, cueAt, LIKE_THIS, REWARDS, WITHOUT } from './cues.js'
import type { Hit } from './hits.js'
import { COMPARATIVE, CONDITIONAL, holdsTrait, NOUN, PAST, REQUEST } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

/** So much such a wish weighs. */
const DECIDES = 2
const modal = listOf('pitää saada voida kuulua sietää ansaita kannattaa osata soisin sallia')
const everybody = listOf(
  'aina kaikki jokainen muu muut muutkin kaikkialla muualla muuallakin joka useampi enemmän',
)
const mine = listOf('oma omaa omia omaani oman itse itseni itseäni vaimoni mieheni puolisoni')
const returning = listOf(
  'ottaa valita mennä tulla palata synnyttää tehdä käydä asioida hakeutua luottaa varata käyttää osallistua lähteä kääntyä',
)
const already = listOf('jo')
const alike = listOf('samanlainen tällainen tämmöinen sama')
const longing = listOf('kunpa voi jospa voikun')
const finding = listOf(
  'tietää tulla löytää kuulla hakeutua uskaltautua tajuta älytä uskaltaa ymmärtää suostua aloittaa kokeilla tutustua kuunnella luottaa hankkia varata tavata kohdata',
)
const earlier = listOf('aiemmin aikaisemmin')
const denying = listOf('ei eikä ettei')
const ownUnreal = listOf('olisin oisin olisimme oltais oltaisiin')
const optative = /(?:sin|simme)(?:pa|pä)$/
const first = /si(?:n|mme)(?:kin|pa|pä|han|hän)?$/

/**
 * Whether a conditional says that all is well as it i/** What a wish weighs, with its sign; 0 where its words decide. */
export const weighWish = (view: View, clause: Clause, hits: readonly Hit[]): number =>
  DECIDES * praisesByWish(view, clause, hits)

/**
 * Whether a conditional says that all is well as it is, 1, or that it is to be shunned, -1: who wishes a reward for
 * somebody ("jonkun pitäisi palkita tuo osasto"), that all were so ("tällaista pitäisi aina olla"), to come again
 * ("ottaisin saman uudestaankin"), to have known earlier ("kunpa olisin tiennyt teistä aiemmin"), and what harm would
 * have come without somebody ("ilman häntä olisin luovuttanut"). VISK § 1592-1596.
 */
function praisesByWish(view: View, clause: Clause, hits: readonly Hit[]): number {
  const { first: from, last } = clause
  const { cues } = view
  const denied = holdsLemma(view, from, last, denying)
  const hoped = hopes(view, from, last, denied, hits)
  if (hoped !== 0) return hoped
  if (!denied) {
    if (cues & REWARDS && rewards(view, from, last)) return 1
    if (cues & LIKE_THIS && wantsTheSame(view, clause, hits)) return 1
    if (cues & WITHOUT && isOwed(view, from, last, hits)) return 1
    if (isLate(view, from, last)) return 1
  }
  if (denied && cues & WITHOUT && isOwedInFull(view, from, last, hits)) return 1
  if (cues & AGAIN && returns(view, from, last)) return denied ? -1 : 1
  return 0
}

/** "Tuo hoitaja pitäisi kloonata", "muidenkin pitäisi ottaa mallia teistä", but "ottaa mallia muualta". */
/** "Antakaa tälle hoitajalle palkankorotus!": who is to be rewarded is praised. */
export const demandsReward = (view: View, { first, last }: Clause): boolean =>
  (view.cues & REWARDS) !== 0 &&
  ((view.seen[first] as Seen).traits & REQUEST) !== 0 &&
  rewards(view, first, last) &&
  !holdsLemma(view, first, last, denying)

function rewards(view: View, from: number, last: number): boolean {
  if (cueAt(view, from, last, REWARDS) < 0 || holdsForm(view, from, last, elsewhere)) return false
  const { seen } = view
  for (let i = from; i < last; i += 1) {
    const { form, lemma } = seen[i] as Seen
    if (lemma === 'malli' && (form !== 'mallia' || !holdsLemma(view, from, last, others))) return false
  }
  return true
}
const elsewhere = listOf('muualta muilta toisista')
const others = listOf('muu muut muukin jokainen kaikki moni usea')

/** "Näin sen pitäisi mennä", "sais muutkin vastata noin nätisti". */
function wantsTheSame(view: View, { first: from, last }: Clause, hits: readonly Hit[]): boolean {
  const at = cueAt(view, from, last, LIKE_THIS)
  if (at < 0) return false
  const { seen } = view
  const next = seen[at + 1] as Seen | undefined
  if (next === undefined || /^\d/.test(next.form)) return false
  let wishes = false
  for (let i = from; i < last; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    if (traits & CONDITIONAL && modal.has(lemma)) wishes = true
  }
  if (!wishes || hits.some(({ grade, first: place }) => grade < 0 && place === at + 1)) return false
  const opens = at - from <= 1
  if (opens) return true
  return (
    (holdsForm(view, from, last, everybody) || holdsLemma(view, from, last, everybody)) &&
    hits.some(({ grade, first: place }) => grade > 0 && place === at + 1)
  )
}

/** "Ilman häntä olisin luovuttanut", but "ilman teitä olisin parantunut nopeammin". */
function isOwed(view: View, from: number, last: number, hits: readonly Hit[]): boolean {
  const at = cueAt(view, from, last, WITHOUT)
  if (at < 0 || at - from > 2 || holdsForm(view, from, last, mine)) return false
  const { seen } = view
  let own = false
  for (let i = at + 1; i < last; i += 1) {
    const { traits, form } = seen[i] as Seen
    if (traits & COMPARATIVE) return false
    if (/ni$/.test(form) && i - at < 3 && traits & NOUN) return false
    if (traits & CONDITIONAL) {
      own = true
      if (hits.some(({ grade, first: place, at: places }) => grade > 0 && place > i && places.length > 1))
        return false
    }
  }
  return (
    own &&
    (holdsTrait(view, at, last, PAST) ||
      hits.some(({ grade, first: place }) => grade < -1 && place > at + 1)) &&
    !hits.some(({ grade, first: place }) => grade > 1 && (seen[place] as Seen).traits & PAST)
  )
}

const denials = listOf('en emme')

/** "Ilman ensihoitajan sinnikkyyttä en olisi tässä", but "ilman teitä en olisi joutunut leikkaukseen". */
function isOwedInFull(view: View, from: number, last: number, hits: readonly Hit[]): boolean {
  const at = cueAt(view, from, last, WITHOUT)
  if (at < 0 || at - from > 1 || holdsForm(view, from, last, mine)) return false
  const { seen } = view
  for (let i = at + 2; i + 1 < last; i += 1)
    if (denials.has((seen[i] as Seen).form))
      return (
        ((seen[i + 1] as Seen).traits & CONDITIONAL) !== 0 &&
        !/ni$/.test((seen[at + 1] as Seen).form) &&
        !hits.some(({ grade, first: place }) => grade < 0 && place > i) &&
        !holdsLemma(view, i, last, befalling)
      )
  return false
}
const befalling = listOf('joutua sairastua kaatua menettää tarvita kärsiä')

/** "Olisinpa tullut teille aiemmin". */
function isLate(view: View, from: number, last: number): boolean {
  const { seen } = view
  const opening = (seen[from] as Seen).form
  if (!longing.has(opening) && !optative.test(opening)) return false
  if (holdsForm(view, from, last, earlier)) return holdsLemma(view, from, last, finding)
  // "Kunpa olisin löytänyt tämän lääkärin jo vuosia sitten".
  if (holdsForm(view, from, last, already) && holdsLemma(view, from, last, finding))
    return holdsTrait(view, from, last, PAST) && holdsForm(view, from, last, ownUnreal)
  // "Olisinpa saanut samanlaisen hoidon jo vuosia sitten".
  return holdsForm(view, from, last, already) && holdsLemma(view, from, last, alike)
}

const hoping = listOf('toivottavasti')
const same = listOf('sama samainen')
const again = listOf(
  'uudestaan uudelleen taas toistekin jatkossakin jatkossa vastakin vielä jälleen edelleen pitkään seuraavallakin ensikin',
)
const coming = listOf('päästä saada tulla tavata nähdä osua kohdata hoitaa mennä palata')
const lasting = listOf('jatkua jatkaa pysyä säilyä')
const ending = listOf(
  'lopettaa lakkauttaa vaihtaa vaihtua lähteä muuttaa muuttua poistua kadota sulkea siirtyä eläköityä loppua hävitä',
)
const changing = listOf(
  'parantua parata kehittyä kohentua lyhentyä lyhetä nopeutua nopeta muuttua korjaantua korjata selkiytyä vähentyä vähetä oppia tajuta herätä havahtua lisätä lisääntyä puuttua',
)
const atLast = listOf('vihdoin viimein joskus edes joku viimeinkin vihdoinkin')
const staying = listOf('taloon tänne teille meille luoksemme')

/**
 * "Toivottavasti pääsen samalle hierojalle jatkossakin", "toivottavasti tätä ei lopeteta" praise; "toivottavasti jonot
 * lyhenevät", "toivottavasti joku vihdoin vastaa" blame.
 */
function hopes(view: View, from: number, last: number, denied: boolean, hits: readonly Hit[]): number {
  if (!holdsForm(view, from, Math.min(last, from + 3), hoping)) return 0
  if (denied) return holdsLemma(view, from, last, ending) ? 1 : 0
  if (holdsForm(view, from, last, atLast) || holdsLemma(view, from, last, changing)) return -1
  if (holdsLemma(view, from, last, lasting)) return hits.some(({ grade }) => grade < 0) ? 0 : 1
  if (holdsForm(view, from, last, staying) && holdsLemma(view, from, last, remaining)) return 1
  if (holdsLemma(view, from, last, ending)) return -1
  return holdsLemma(view, from, last, coming) &&
    (holdsLemma(view, from, last, same) || holdsForm(view, from, last, again)) &&
    !hits.some(({ grade }) => grade < 0)
    ? 1
    : 0
}
const remaining = listOf('jäädä')

/** "Menisin toistekin". */
function returns(view: View, from: number, last: number): boolean {
  const { seen } = view
  for (let i = from; i < last; i += 1) {
    const { traits, form, lemma } = seen[i] as Seen
    if (traits & CONDITIONAL && returning.has(lemma))
      return first.test(form) && cueAt(view, i, last, AGAIN) > 0
    if (lemma === 'ei' && returning.has((seen[i + 1] as Seen | undefined)?.lemma ?? ''))
      return /^e[nm]/.test(form) && cueAt(view, i, last, AGAIN) > 0
  }
  return false
}
