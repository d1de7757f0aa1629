import type { Clause } from '../language/clauses.js'
import { WHERE_ELSE } from './cues.js'
import type { Hit } from './hits.js'
import { amazed } from './matrix.js'
import { holdsOfOurs, leavesOnly } from './nothingElse.js'
import { isCutOff } from './segments.js'
import type { NegatorScope } from './tables.js'
import {
  CONDITIONAL,
  CONTRACTED,
  EVER,
  GRADABLE,
  holdsTrait,
  IMPERATIVE,
  NOUN,
  PARTITIVE,
  SUCH,
  THAN,
  VERB,
} from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** A word that denies, at its place in the tokens. */
export interface Negator {
  at: number
  scope: NegatorScope
}

/** "Ei saisi", "ei passaa", "ei kuuluisi": what ought not to be is told because it is. */
const forbidding = listOf('saada kuulua passata sopia')
const oughtNot = listOf('saa saisi sais saada saanut passaa sovi kuulu kuuluisi kuuluis pitäisi pitäis pitäs')

const anywhere = listOf('missään kukaan muualla muu')

const excepting = listOf('voida keksiä löytää jäädä saada kuulla osata')

/** "Ei voi kuin kehua", "en keksi muuta kuin hyvää": what follows "kuin" is all there is (VISK § 1639). */
function isExcepted(view: View, at: number, hit: Hit): boolean {
  const { seen } = view
  for (let i = hit.last - 2; i > at + 1; i -= 1)
    if ((seen[i] as Seen).traits & THAN) {
      const { lemma, traits } = seen[i - 1] as Seen
      return (excepting.has(lemma) && (traits & SUCH) === 0) || leavesOnly(view, at, i)
    }
  return false
}

/** To leave these undone about a harm is no relief: "murtumaa ei huomattu", "kipua ei lievitetty". */
const treating = listOf(
  'hoitaa lievittää helpottaa huomata tutkia selvittää korjata poistaa uskoa huomioida lääkitä puuduttaa parantaa parantua vähentää kysyä selittää ymmärtää tunnistaa paikata todeta estää ehkäistä pahoitella hyvittää puhdistaa mitata kirjata löytyä löytää ottaa diagnosoida seurata rauhoittaa pyytää havaita purkaa kajota paneutua perehtyä tarttua reagoida sietää kuivata lohduttaa kuunnella noteerata kiinnostaa välittää piitata vastata',
)

function isUntreated({ seen }: View, at: number, hit: Hit): boolean {
  if (hit.grade > 0 || hit.at.length > 1 || ((seen[hit.first] as Seen).traits & NOUN) === 0) return false
  const partitive = ((seen[hit.first] as Seen).traits & PARTITIVE) !== 0
  const until = Math.min(seen.length, at + 4)
  for (let i = at + 1; i < until; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    // "En huomannut kiirettä", "ei löytynyt vikaa": nothing of the kind was there.
    if (treating.has(lemma))
      return !(
        own.has((seen[at] as Seen).form) ||
        (lemma.startsWith('löyty') && (hit.first > i || partitive))
      )
    if (traits & NOUN) return false
  }
  return false
}

const local =
  /(?:ll[eaä]|ss[aä]|st[aä]|lt[aä]|([aiouyäö])\1n|eeseen|[aeiouyäö]h[aeiouyäö]n|i[hs]in)(?:ni|si|mme|nne|nsa|nsä|an|än|en)?(?:k[aä]{2}n)?$/
const ending = listOf(
  'joutua jäädä jättää pitää ottaa tuntua päätyä johtaa mennä olla ajautua törmätä kärsiä ajaa saattaa kaatua kompastua',
)

/** "Riskeistä ei kerrottu", "ei vastannut valitukseen": a harm in a local case is what was left undone about. */
function isBesides({ seen }: View, at: number, hit: Hit, hits: readonly Hit[]): boolean {
  const { traits, form } = seen[hit.last - 1] as Seen
  if (hit.grade > 0 || hit.at.length > 1 || (traits & (NOUN | PARTITIVE)) !== NOUN || !local.test(form))
    return false
  if (hits.some((other) => other !== hit && other.grade < 0 && (seen[other.first] as Seen).traits & VERB))
    return false
  const until = Math.min(seen.length, at + 5)
  let verb = false
  for (let i = at + 1; i < until; i += 1) {
    const { lemma, traits: own } = seen[i] as Seen
    if (ending.has(lemma)) return false
    if (own & VERB) verb = true
  }
  return verb
}

const taking = listOf(
  'epäröidä arkailla kursailla viivytellä viedä menettää unohtaa pihdata säästellä kieltää evätä puuttua lakata lopettaa kieltäytyä vaihtaa luopua epäillä katua heikentää pilata estää kadota väsyä kyllästyä laiminlyödä sivuuttaa torjua riistää rajoittaa horjuttaa',
)

/** "Ei unohtanut ystävällisyyttä", "en vaihtaisi hoitajaani": not to take away what is good is good. */
function isSpared({ seen }: View, at: number, hit: Hit): boolean {
  if (hit.grade < 0 || /m[aä]st[aä]$/.test((seen[hit.first] as Seen).form)) return false
  const until = Math.min(hit.first, at + 4)
  for (let i = at + 1; i < until; i += 1) if (taking.has((seen[i] as Seen).lemma)) return true
  return false
}

const own = listOf('en emme enkä emmekä')

/** "Älkää antako yksikön kuolla" asks to keep it. */
const isForbidden = ({ seen }: View, at: number): boolean =>
  ((seen[at] as Seen).traits & IMPERATIVE) !== 0 && !letting.has(seen[at + 1]?.lemma ?? '')

/** Whether a denial forbids instead of denying: its verb says what ought not to be. */
function forbids({ seen }: View, at: number, hit: Hit): boolean {
  const until = Math.min(hit.last, at + 4)
  for (let i = at + 1; i < until; i += 1) {
    const { lemma, form } = seen[i] as Seen
    // "Ei saanut kylmänä" forbids nothing.
    if (form === 'saanut' && (((seen[hit.first] as Seen).traits & VERB) === 0 || hit.at.includes(i)))
      return false
    if (forbidding.has(lemma) || form.startsWith('pitäi') || form === 'pitäs') return oughtNot.has(form)
  }
  return false
}

const so = listOf('näin noin')
const holdsSo = ({ seen }: View, { first, last }: Hit): boolean => {
  for (let i = first; i < last; i += 1) if (so.has((seen[i] as Seen).form)) return true
  return false
}

const causes = listOf('takia vuoksi ansiosta johdosta')

/** "Ei välttynyt tulehdukselta huonon hoidon takia": the cause is not denied. */
const isCause = ({ seen }: View, { last }: Hit): boolean =>
  causes.has(seen[last]?.form ?? '') || causes.has(seen[last + 1]?.form ?? '')

const others = listOf('moni muu muut muualla harva toinen toiset')

/** "Kukaan muu ei olisi jaksanut kuunnella": what others would not have done was done here. */
export const outdoesOthers = ({ seen }: View, at: number): boolean =>
  others.has(seen[at - 1]?.form ?? '') && ((seen[at + 1]?.traits ?? 0) & CONDITIONAL) !== 0

const asking = listOf('miten kuinka että')
const isRemembered = ({ seen }: View, at: number, { first }: Hit): boolean => {
  for (let i = at + 2; i < first; i += 1)
    if (asking.has((seen[i] as Seen).form)) {
      for (let j = at + 1; j < i; j += 1)
        if ((seen[j] as Seen).lemma === 'unohtaa' || (seen[j] as Seen).form === 'unoha') return true
      return false
    }
  return false
}

const least = listOf('tieto jälki häivä merkki haju puhe rahtu hiven pisara vilaus varjo sija nimi tippa')

/** "Kiireestä ei näkynyt jälkeäkään", "kritiikille ei ole sijaa": of what there was not the least. */
export function minimizes({ seen }: View, at: number): boolean {
  const until = Math.min(seen.length, at + 4)
  for (let i = at + 1; i < until; i += 1) {
    const { lemma, form } = seen[i] as Seen
    if (least.has(lemma)) return lemma === 'sija' || /k[aä]{2}n$/.test(form)
  }
  return false
}

/** "Näin", "yhtä hyvä", but "ei yhden yhtä hymyä". */
const holdsSuch = (view: View, first: number, last: number): boolean => {
  for (let i = first; i < last; i += 1) {
    const { traits, form } = view.seen[i] as Seen
    if (traits & SUCH && (form !== 'yhtä' || (view.seen[i + 1]?.traits ?? 0) & GRADABLE)) return true
  }
  return false
}

const letting = listOf('antaa päästää')

const stirring = listOf(
  'nauraa itkeä liikuttua ilahtua yllättyä hämmästyä suuttua pettyä hermostua raivostua kiukustua järkyttyä hävetä',
)
const formerly = listOf('ennen aiemmin aikaisemmin')

/** "Harvoin olen nauranut verikokeessa", "en ole ennen itkenyt lääkärissä": what was rare or never before is now. */
export function isExceptional({ seen }: View, at: number, scope: NegatorScope): boolean {
  const until = Math.min(seen.length, at + 6)
  let once = scope === 'rare'
  let being = false
  for (let i = at + 1; i < until; i += 1) {
    const { form, lemma, traits } = seen[i] as Seen
    if (formerly.has(form)) once = true
    else if (lemma === 'olla') being = true
    else if (traits & VERB) return once && being && stirring.has(lemma)
  }
  return false
}

/** "Ei ois uskonu et toipuu näin nopee": a complement without a comma. */
function isAmazing({ seen }: View, at: number, { first }: Hit): boolean {
  for (let i = at + 3; i < first; i += 1)
    if ((seen[i] as Seen).lemma === 'että' && amazed.has((seen[i - 1] as Seen).form)) return true
  return false
}

/** "Ei lähtenyt ennen kuin oli auttanut": what comes after "ennen kuin" came about. */
export function beforeAt({ seen }: View, first: number, last: number): number {
  for (let i = first; i + 1 < last; i += 1)
    if ((seen[i] as Seen).form === 'ennen' && (seen[i + 1] as Seen).traits & THAN) return i
    else if ((seen[i] as Seen).form === 'ennenkuin') return i
  return -1
}

const isAfterwards = (view: View, at: number, { first }: Hit): boolean =>
  first > at + 2 && beforeAt(view, at + 1, first) >= 0

const who = listOf('who that som')

/** "It wasn't the staff who let us down": who did it is denied, not what was done. */
function isCleft({ seen }: View, at: number, { first }: Hit): boolean {
  const opening = [seen[at - 1]?.form, seen[at - 2]?.form]
  if (!opening.includes('it') && !opening.includes('det')) return false
  for (let i = at + 2; i < first; i += 1) if (who.has((seen[i] as Seen).form)) return true
  return false
}

/** Swedish subjects, which come after the verb where something else comes first. */
const inverted = listOf('jag vi han hon de dom man ni den')

/** Whether a negator reaches a graded stretch. */
export function governs({ at, scope }: Negator, hit: Hit, hits: readonly Hit[], view: View): boolean {
  if (hit.at.includes(at) || isCleft(view, at, hit)) return false
  // "Älkää jättäkö yksin": what is forbidden has been done.
  if (hit.grade < 0 && (isForbidden(view, at) || forbids(view, at, hit))) return false
  if (at > hit.first && at < hit.last) return true
  if (hit.grade > 0 && outdoesOthers(view, at)) return false
  // "En unohda, miten rumasti minua kohdeltiin".
  if (own.has((view.seen[at] as Seen).form) && isRemembered(view, at, hit)) return false
  if (isAmazing(view, at, hit) || isAfterwards(view, at, hit)) return false
  if (view.cues & WHERE_ELSE && holdsOfOurs(view, at)) return false
  // "En tiedä, kun kukaan ei kerro": what denies by itself.
  if (hit.at.length > 1 && hit.first > at && hit.at.some((i) => (view.seen[i] as Seen).lemma === 'ei'))
    return false
  if (scope === 'clause' && hit.last <= at && hit.at.length === 1 && minimizes(view, at)) return true
  if (
    scope === 'clause' &&
    (isCause(view, hit) ||
      isUntreated(view, at, hit) ||
      isBesides(view, at, hit, hits) ||
      isSpared(view, at, hit))
  )
    return false
  if (hit.first > at && (scope === 'clause' || scope === 'rare') && isCutOff(view, at, hit, hits))
    return false
  if (scope === 'clause' && hit.first > at && isExcepted(view, at, hit)) return false
  // "Elin pelkoa vailla", "apua vailla", but "vailla apua".
  if (scope === 'previous')
    return at > hit.first
      ? at - hit.last < 2 && (hit.grade < 0 || ((view.seen[hit.last - 1] as Seen).traits & PARTITIVE) !== 0)
      : hit.first - at < 3 &&
          !hits.some((one) => one.last === at && ((view.seen[at - 1] as Seen).traits & PARTITIVE) !== 0)
  // "Ilman suurempia kipuja", but "ilman lääkettä kivuissani".
  if (scope === 'next')
    return hit.first > at && hit.first - at <= 3 && !holdsTrait(view, at + 1, hit.first, NOUN)
  const { traits, lemma } = view.seen[hit.first] as Seen
  if (stirring.has(lemma) && isExceptional(view, at, scope)) return false
  // Swedish denies its verb after it ("lyssnade inte").
  if (hit.last === at && traits & VERB) return true
  // "Därför trivdes jag inte".
  if (at - hit.last === 1 && traits & VERB && inverted.has((view.seen[hit.last] as Seen).form)) return true
  if (hit.first > at) {
    const until = Math.min(view.seen.length, hit.last + 2)
    // "Yksityisellä en ole saanut näin hyvää hoitoa", but "ei ollut yhtä hyvä kuin ennen".
    if (scope !== 'rare' && (holdsSuch(view, at + 1, hit.first) || holdsSo(view, hit))) {
      if (hit.grade > 0)
        return (
          !holdsTrait(view, at, hit.first, EVER) &&
          holdsTrait(view, hit.last, Math.min(view.seen.length, hit.last + 4), THAN)
        )
      // "Koskaan aiemmin ei ole kohdeltu näin huonosti".
      const from = Math.max(0, at - 4)
      if (
        holdsTrait(view, from, hit.first, EVER) ||
        holdsForm(view, from, hit.first, formerly) ||
        anywhere.has(view.seen[at - 1]?.form ?? '')
      )
        return false
      if (anywhere.has(view.seen[at - 2]?.form ?? '')) return false
    }
    // "Aldrig varit så nöjd", "en ole koskaan saanut": what never was before is now.
    if (scope !== 'rare' && !holdsTrait(view, at, hit.first, EVER)) return true
    // "Harvoin saa näin hyvää": what is rare is the praise itself.
    return !holdsTrait(view, at + 1, until, SUCH)
  }
  // "Aika peruuntuu harvoin".
  if (scope === 'rare' && at - hit.last < 3 && !hits.some((other) => other.first > at)) return true
  // "Hyvää vain, en muuta keksi".
  for (let i = hit.last; i < at; i += 1) if ((view.seen[i] as Seen).form === ',') return false
  // "Hyvää palvelua ei saanut": a fronted partitive is still under the negation (VISK § 1615).
  return scope === 'clause' && (traits & PARTITIVE) !== 0 && !hits.some((other) => other.first > at)
}

/** "Weren't", "won't": the reader says that the verb denies. */
export function addContractions(
  view: View,
  { first, last }: Clause,
  used: readonly boolean[],
  negators: Negator[],
): void {
  for (let i = first; i < last; i += 1)
    if ((view.seen[i] as Seen).traits & CONTRACTED && !used[i] && !negators.some(({ at }) => at === i))
      negators.push({ at: i, scope: 'clause' })
}
