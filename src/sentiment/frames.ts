import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import { minimizes } from './scope.js'
import { FINITE, GRADABLE, IMPERATIVE, NOUN, PARTITIVE, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/**
 * "Ei pelkästään kätilö vaan koko tiimi väheksyi", "ilman muuta valitan": a frame that has another graded word after it
 * says nothing by itself.
 */
export function withoutFrames(view: View, { first, last }: Clause, hits: Hit[], used: boolean[]): Hit[] {
  const { seen } = view
  let kept = hits.some((hit) => isFrame(view, hit, hits))
    ? hits.filter((hit) => !isFrame(view, hit, hits))
    : hits
  let vaan = -1
  for (let i = first + 1; i < last; i += 1)
    if ((seen[i] as Seen).form === 'vaan' || (seen[i] as Seen).form === 'vain') vaan = i
  if (vaan < 0 || kept.length === 0) return kept
  const after = kept.find((hit) => hit.first > vaan)
  let no = -1
  for (let i = first; i < vaan; i += 1)
    if ((seen[i] as Seen).lemma === 'ei' && ((seen[i] as Seen).traits & IMPERATIVE) === 0) no = i
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

function isFrame({ seen }: View, { at, last }: Hit, hits: readonly Hit[]): boolean {
  if (at.length < 2 || !hits.some((other) => other.first >= last && other.grade !== 0)) return false
  const ending = (seen[last - 1] as Seen).form
  const opening = seen[at[0] as number] as Seen
  return (opening.lemma === 'ei' && ending === 'vaan') || (opening.form === 'ilman' && ending === 'muuta')
}

/**
 * "En kuullut pahaa sanaa", "ei sanaakaan moitetta": a denial that blames by itself, before a word of blame that it
 * denies: the word decides. So with praise: "en tuntenut oloani turvalliseksi".
 */
export function withoutDeniedBlame(view: View, hits: Hit[], used: boolean[]): Hit[] {
  const { seen } = view
  for (let h = 0; h + 1 < hits.length; h += 1) {
    const hit = hits[h] as Hit
    const next = hits[h + 1] as Hit
    // "Tietoa ei annettu niukasti": within a phrase that holds its denial.
    if (next.last <= hit.last && next.grade < 0 && hit.grade < 0 && isDenial(seen, next)) {
      used[next.first] = false
      return hits.filter((one) => one !== next)
    }
    // "Hyvää sanaa en löydä", "kiireestä ei näkynyt merkkiäkään": what is not found decides.
    if (isUnfound(view, hit, next)) {
      used[next.at[0] as number] = false
      return hits.filter((one) => one !== next)
    }
    if (isEmptied(view, hit, next)) {
      for (const i of hit.at) used[i] = false
      return hits.filter((one) => one !== hit)
    }
    if (hit.grade * next.grade <= 0 || (hit.grade > 0 && !sensing.has((seen[hit.last - 1] as Seen).lemma)))
      continue
    if (hit.at.length !== 2 || next.first - hit.last > 1 || seen[hit.last]?.form === ',') continue
    const no = hit.at[0] as number
    if ((seen[no] as Seen).lemma !== 'ei' || (seen[no] as Seen).traits & IMPERATIVE) continue
    const { traits, lemma } = seen[hit.last - 1] as Seen
    const { traits: own } = seen[next.first] as Seen
    const isObject = (own & PARTITIVE) !== 0 && (lemma !== 'saada' || (own & NOUN) === 0)
    if (
      !(holding.has(lemma) || (isObject && (perceiving.has(lemma) || (traits & VERB) === 0)) || hit.grade > 0)
    )
      continue
    used[no] = false
    return hits.filter((one) => one !== hit)
  }
  return hits
}

const finding = listOf('löytää löytyä keksiä nähdä näkyä kuulla kuulua')

function isUnfound(view: View, hit: Hit, next: Hit): boolean {
  const { seen } = view
  const [no = 0, verb = 0] = next.at
  if (next.at.length !== 2 || next.grade >= 0 || (seen[no] as Seen).lemma !== 'ei' || hit.grade === 0)
    return false
  if (no - hit.last > 1 || hit.at.length > 1 || !finding.has((seen[verb] as Seen).lemma)) return false
  return ((seen[hit.first] as Seen).traits & PARTITIVE) !== 0 || minimizes(view, no)
}

const isDenial = (seen: View['seen'], { at }: Hit): boolean =>
  at.length === 2 && (seen[at[0] as number] as Seen).lemma === 'ei'

const hollow = listOf('ei eikä kukaan mikään koskaan ikinä kertaakaan kerta milloinkaan yksikään yksi')
const light = listOf(
  'antaa saada kertoa puhua vastata katsoa kohdella tehdä hoitaa toimia sanoa selittää palvella neuvoa kysyä kuunnella mennä',
)

/**
 * "Eikä kukaan lyönyt luuria korvaan": a denial without a verb of its own says nothing by itself where a word of blame
 * follows. "Tietoa ei annettu niukasti": nor does a light verb of which the manner is denied (VISK § 1616).
 */
function isEmptied({ seen }: View, hit: Hit, next: Hit): boolean {
  if (hit.grade >= 0 || next.grade >= 0 || next.first - hit.last > 3 || hit.at.length > 3) return false
  if (!hit.at.some((i) => (seen[i] as Seen).lemma === 'ei' && !((seen[i] as Seen).traits & IMPERATIVE)))
    return false
  for (let i = hit.last; i < next.first; i += 1)
    if ((seen[i] as Seen).form === ',' || (seen[i] as Seen).traits & FINITE) return false
  if (hit.at.every((i) => hollow.has((seen[i] as Seen).lemma))) return true
  const { traits, form } = seen[next.first] as Seen
  // "En ehtinyt huolestua": what there was no time for.
  if ((seen[hit.last - 1] as Seen).lemma === 'ehtiä') return (traits & (VERB | FINITE)) === VERB
  // "Ei annettu yhtään turhaa rokotetta": what was not done is bad.
  if (
    (traits & (GRADABLE | PARTITIVE)) === (GRADABLE | PARTITIVE) &&
    needless.has((seen[next.first] as Seen).lemma)
  )
    return true
  return (
    light.has((seen[hit.last - 1] as Seen).lemma) &&
    (traits & (GRADABLE | NOUN | PARTITIVE)) === GRADABLE &&
    /(?:sti|n[aä]|([aeiouyäö])\1n)$/.test(form)
  )
}

const needless = listOf('turha väärä tarpeeton ylimääräinen liika')
const holding = listOf('pitää jättää')
const sensing = listOf('tuntea nähdä kuulla')
const perceiving = listOf('kuulla nähdä kokea tuntea huomata kohdata saada')
