import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import { IMPERATIVE, NOUN, PARTITIVE, VERB } from './traits.js'
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
export function withoutDeniedBlame({ seen }: View, hits: Hit[], used: boolean[]): Hit[] {
  for (let h = 0; h + 1 < hits.length; h += 1) {
    const hit = hits[h] as Hit
    const next = hits[h + 1] as Hit
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
const holding = listOf('pitää jättää')
const sensing = listOf('tuntea nähdä kuulla')
const perceiving = listOf('kuulla nähdä kokea tuntea huomata kohdata saada')
