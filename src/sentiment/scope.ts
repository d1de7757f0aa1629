import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import type { NegatorScope } from './tables.js'
import { CONTRACTED, EVER, holdsTrait, IMPERATIVE, NOUN, PARTITIVE, SUCH, THAN, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** A word that denies, at its place in the tokens. */
export interface Negator {
  at: number
  scope: NegatorScope
}

/** "Ei saisi", "ei passaa", "ei kuuluisi": what ought not to be is told because it is. */
const forbidding = listOf('saada kuulua passata sopia')
const oughtNot = listOf('saa saisi sais saada saanut passaa sovi kuulu kuuluisi kuuluis pitäisi pitäis pitäs')

const anywhere = listOf('missään kukaan muualla muu')

const endings = listOf('. ! !! !!! ...')

const thanks = listOf('kiitos kiitokset kiitti kiitoksia tack thanks jee jes hurraa jipii')

/**
 * Where a denial ends before the hit: "ei koskenut, kiitos hellän käden" thanks for it, and after a denied partitive a
 * nominative tells of what there is ("ei jonoa, hyvä palvelu", VISK § 1615).
 */
function isCutOff({ seen }: View, at: number, hit: Hit): boolean {
  for (let i = hit.first - 1; i > at; i -= 1) {
    if ((seen[i] as Seen).form !== ',') continue
    for (let j = i + 1; j <= Math.min(hit.last - 1, i + 3); j += 1)
      if (thanks.has((seen[j] as Seen).form)) return true
    // "En ole tavannut ketään kahdesti, ikävää".
    if (i === hit.first - 1 && endings.has(seen[hit.last]?.form ?? '.') && (seen[at + 1]?.traits ?? 0) & VERB)
      return (
        ((seen[hit.first] as Seen).traits & (PARTITIVE | NOUN)) === PARTITIVE ||
        (seen[hit.first] as Seen).form === 'ikävää'
      )
    const denied = seen[at + 1]?.traits ?? 0
    return (
      (denied & (PARTITIVE | NOUN)) === (PARTITIVE | NOUN) &&
      hit.last - hit.first === 1 &&
      ((seen[hit.first] as Seen).traits & (PARTITIVE | VERB)) === 0
    )
  }
  return false
}

const excepting = listOf('voida keksiä löytää jäädä saada kuulla osata')

/** "Ei voi kuin kehua", "en keksi muuta kuin hyvää": what follows "kuin" is all there is (VISK § 1639). */
function isExcepted({ seen }: View, at: number, hit: Hit): boolean {
  for (let i = hit.last - 2; i > at + 1; i -= 1)
    if ((seen[i] as Seen).traits & THAN) {
      const { lemma, traits } = seen[i - 1] as Seen
      return excepting.has(lemma) && (traits & SUCH) === 0
    }
  return false
}

/** To leave these undone about a harm is no relief: "murtumaa ei huomattu", "kipua ei lievitetty". */
const treating = listOf(
  'hoitaa lievittää helpottaa huomata tutkia selvittää korjata poistaa uskoa huomioida lääkitä puuduttaa parantaa parantua vähentää kysyä selittää ymmärtää tunnistaa paikata todeta estää ehkäistä pahoitella hyvittää puhdistaa mitata kirjata löytyä löytää ottaa diagnosoida seurata rauhoittaa pyytää havaita purkaa',
)

function isUntreated({ seen }: View, at: number, hit: Hit): boolean {
  if (hit.grade > 0 || hit.at.length > 1 || ((seen[hit.first] as Seen).traits & NOUN) === 0) return false
  const until = Math.min(seen.length, at + 4)
  for (let i = at + 1; i < until; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    // "En huomannut kiirettä", "ei löytynyt vikaa": nothing of the kind was there.
    if (treating.has(lemma))
      return !(own.has((seen[at] as Seen).form) || (lemma.startsWith('löyty') && hit.first > i))
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

const letting = listOf('antaa päästää')

const who = listOf('who that som')

/** "It wasn't the staff who let us down": who did it is denied, not what was done. */
function isCleft({ seen }: View, at: number, { first }: Hit): boolean {
  const opening = [seen[at - 1]?.form, seen[at - 2]?.form]
  if (!opening.includes('it') && !opening.includes('det')) return false
  for (let i = at + 2; i < first; i += 1) if (who.has((seen[i] as Seen).form)) return true
  return false
}

/** Whether a negator reaches a graded stretch. */
export function governs({ at, scope }: Negator, hit: Hit, hits: readonly Hit[], view: View): boolean {
  if (hit.at.includes(at) || isCleft(view, at, hit)) return false
  // "Älkää jättäkö yksin": what is forbidden has been done.
  if (hit.grade < 0 && (isForbidden(view, at) || forbids(view, at, hit))) return false
  if (at > hit.first && at < hit.last) return true
  // "En tiedä, kun kukaan ei kerro": what denies by itself.
  if (hit.at.length > 1 && hit.first > at && hit.at.some((i) => (view.seen[i] as Seen).lemma === 'ei'))
    return false
  if (
    scope === 'clause' &&
    (isCause(view, hit) ||
      isUntreated(view, at, hit) ||
      isBesides(view, at, hit, hits) ||
      isSpared(view, at, hit))
  )
    return false
  if (scope === 'clause' && hit.first > at && (isCutOff(view, at, hit) || isExcepted(view, at, hit)))
    return false
  // "Elin pelkoa vailla", "apua vailla", but "vailla apua".
  if (scope === 'previous')
    return at > hit.first
      ? at - hit.last < 2 && (hit.grade < 0 || ((view.seen[hit.last - 1] as Seen).traits & PARTITIVE) !== 0)
      : hit.first - at < 3
  // "Ilman suurempia kipuja", but "ilman lääkettä kivuissani".
  if (scope === 'next')
    return hit.first > at && hit.first - at <= 3 && !holdsTrait(view, at + 1, hit.first, NOUN)
  const { traits } = view.seen[hit.first] as Seen
  // Swedish denies its verb after it ("lyssnade inte").
  if (hit.last === at && traits & VERB) return true
  if (hit.first > at) {
    const until = Math.min(view.seen.length, hit.last + 2)
    // "Yksityisellä en ole saanut näin hyvää hoitoa", but "ei ollut yhtä hyvä kuin ennen".
    if (scope !== 'rare' && (holdsTrait(view, at + 1, hit.first, SUCH) || holdsSo(view, hit))) {
      if (hit.grade > 0)
        return (
          !holdsTrait(view, at, hit.first, EVER) &&
          holdsTrait(view, hit.last, Math.min(view.seen.length, hit.last + 4), THAN)
        )
      // "Koskaan aiemmin ei ole kohdeltu näin huonosti".
      if (
        holdsTrait(view, Math.max(0, at - 4), hit.first, EVER) ||
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
