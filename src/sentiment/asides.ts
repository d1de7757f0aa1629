import type { Clause } from '../language/clauses.js'
import type { Hit } from './hits.js'
import {
  FINITE,
  GRADABLE,
  holdsTrait,
  NOUN,
  PARTITIVE,
  PAST,
  SELF_DENIED,
  THAN,
  VERB,
  WORD,
} from './traits.js'
import { isMeasure, isMeasured, isParticiple } from './turns.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** Whether a graded word only sets the scene or the degree for what the rest of its clause says. */
export const isAside = (view: View, hit: Hit, hits: readonly Hit[]): boolean =>
  isParticiple(view, hit) ||
  isMeasure(view, hit) ||
  isMeasured(view, hit, hits) ||
  isSkill(view, hit, hits) ||
  isAttribute(view, hit, hits) ||
  isHardToDo(view, hit) ||
  isLikely(view, hit, hits) ||
  hasManner(view, hit, hits) ||
  (hits.length > 1 && isReplaced(view, hit)) ||
  isUnlike(view, hit)

/** Adjectives and nouns of how readily something is done (VISK § 474, § 609). */
const skilled = listOf(
  'kova hyvä nopea mestari ahkera innokas herkkä kärkäs altis taitava valmis kerkeä loistava erinomainen ässä vikkelä ripeä velho mainio mahtava haka',
)
const unskilled = listOf(
  'huono hidas haluton laiska surkea penseä vastahakoinen kehno kyvytön nihkeä saamaton arka',
)

const mastering = listOf(
  'mestari ässä ammattilainen asiantuntija malliesimerkki maailmanmestari huippu nero mallioppilas',
)

const isDoing = (word: Seen | undefined): boolean =>
  word !== undefined && (word.traits & (VERB | FINITE)) === VERB && /m(?:aan|ään)$/.test(word.form)

/** "Kova kuuntelemaan", "mestari vähättelemään": what its infinitive names is judged. */
function isSkill({ seen }: View, { at, last, first }: Hit, hits: readonly Hit[]): boolean {
  if (at.length > 1) return false
  const { lemma } = seen[first] as Seen
  // "Pompottelun mestarit".
  if (mastering.has(lemma) && hits.some((one) => one.last === first && one.grade < 0)) return true
  return (
    (skilled.has(lemma) || unskilled.has(lemma)) &&
    isDoing(seen[last]) &&
    hits.some((next) => next.first >= last && next.first <= last + 1)
  )
}

/** "Huono kuuntelemaan", "hidas suuttumaan": who does it badly does it hardly. "Vähän apua": there was little of it. */
export const isLittle = (view: View, clause: Clause, hit: Hit): boolean => {
  if (isReplaced(view, hit)) return true
  const { first, at, grade } = hit
  const before = view.seen[first - 1]
  if (before === undefined) return false
  if (isDoing(view.seen[first])) return unskilled.has(before.lemma)
  return (
    before.form === 'vähän' &&
    grade > 0 &&
    at.length === 1 &&
    ((view.seen[first] as Seen).traits & MASS) === MASS &&
    !holdsTrait(view, clause.first, clause.last, FINITE)
  )
}
const MASS = NOUN | PARTITIVE

/** "Unohti sovitun tapaamisen": what was done to a thing only tells which one it is. */
const isAttribute = ({ seen }: View, { at, first, last, grade }: Hit, hits: readonly Hit[]): boolean =>
  grade === 1 &&
  at.length === 1 &&
  hits.length > 1 &&
  ((seen[first] as Seen).traits & (PAST | FINITE)) === PAST &&
  /[uy]n$/.test((seen[first] as Seen).form) &&
  ((seen[last]?.traits ?? 0) & NOUN) !== 0

const hard = listOf(
  'vaikea vaikeaa vaikeata vaikeeta hankala hankalaa hankalata mahdoton mahdotonta mahoton mahotonta työläs työlästä haastava haastavaa tuskallinen tuskallista turha',
)

/** How far before its infinitive such an adjective stands. */
const HARD_REACH = 3

/** "Ohjeita oli vaikea ymmärtää", "mahdoton saada selvää": what is hard to do is no praise (VISK § 1255). */
function isHardToDo({ seen }: View, { grade, first }: Hit): boolean {
  const { traits, form } = seen[first] as Seen
  if (grade <= 0 || (traits & (VERB | FINITE | SELF_DENIED)) !== VERB || !/[aä]$/.test(form)) return false
  for (let i = first - 1; i >= Math.max(0, first - HARD_REACH); i -= 1) {
    const before = seen[i] as Seen
    if (hard.has(before.form)) return true
    if (before.form === ',' || before.traits & FINITE) return false
  }
  return false
}

const turned = /ksi$/
const manner = /(?:sti|ll[aä]|ksi)$/

/** "Kuunteli toisella korvalla", "auttoi vastentahtoisesti": the manner right after its verb decides. */
const hasManner = ({ seen }: View, { at, first, last, grade }: Hit, hits: readonly Hit[]): boolean =>
  at.length === 1 &&
  (grade === 1 || grade === 2) &&
  ((seen[first] as Seen).traits & FINITE) !== 0 &&
  hits.some(
    (next) =>
      next.first === last &&
      next.grade <= -2 &&
      manner.test((seen[next.last - 1] as Seen).form) &&
      (next.at.length > 1 ||
        ((seen[last] as Seen).traits & NOUN) === 0 ||
        turned.test((seen[last] as Seen).form)),
  )

const superlative = /(?:paras|parha\p{L}*|(?:[^i]imp|imm)[aäi]\p{L}*|(?!hyv)\p{L}{3,}in)(?:kin|kaan|kään)$/u

/**
 * "Parhaimpanakaan päivänä ei hymyilty", "pahinkin kipu hellitti": a superlative with -kin or -kaan tells of what it
 * would be least likely (VISK § 839), and judges nothing by itself.
 */
const isLikely = ({ seen }: View, { at, first }: Hit, hits: readonly Hit[]): boolean => {
  const { traits, form, lemma } = seen[first] as Seen
  return (
    at.length === 1 &&
    hits.length > 1 &&
    (traits & (GRADABLE | VERB)) === GRADABLE &&
    form.charCodeAt(form.length - 1) === N &&
    superlative.test(form) &&
    lemma !== form
  )
}
const N = 110

const instead = listOf('sijasta sijaan asemesta sijalle')

/** "Avun sijasta sain laskun": what something else came in place of. */
const isReplaced = ({ seen }: View, { last }: Hit): boolean => instead.has(seen[last]?.form ?? '')

/** How far the standard reaches that something is unlike. */
const UNLIKE_REACH = 6

/** "Toisin kuin luvattiin": what it is unlike is not judged. */
function isUnlike({ seen }: View, { first }: Hit): boolean {
  for (let i = first; i > 0 && i >= first - UNLIKE_REACH; i -= 1) {
    const { traits, form } = seen[i] as Seen
    if (traits & THAN && seen[i - 1]?.form === 'toisin') return true
    if (i < first && (form === ',' || (traits & (WORD | FINITE)) === 0)) return false
  }
  return false
}
