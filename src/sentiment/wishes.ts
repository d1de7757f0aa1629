import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { Hit } from './hits.js'
import { BARE_VERB, CONDITIONAL, FINITE, holdsTrait, IMPERATIVE, LONGS, REQUEST, WISHING } from './traits.js'
import type { Seen, View } from './view.js'

/** A conditional that no entry of the table has used up, outside an if-clause. */
export function isWish(view: View, { link, first, last }: Clause, used: readonly boolean[]): boolean {
  if (link === 'condition') return false
  for (let i = first; i < last; i += 1)
    if ((view.seen[i] as Seen).traits & (CONDITIONAL | REQUEST | WISHING) && !used[i]) return true
  return false
}

/** "Svara i telefonen", "Listen to the patient": a bare verb first, in answer to what should improve. */
export const opensWithVerb = (document: Document, view: View, clause: Clause): boolean =>
  document.sentences[clause.sentence]?.first === clause.first &&
  ((view.seen[clause.first] as Seen).traits & BARE_VERB) !== 0

export const holdsConditional = (view: View, hit: Hit): boolean =>
  hit.at.some((i) => ((view.seen[i] as Seen).traits & (CONDITIONAL | REQUEST)) !== 0)

/** A finite verb before the place: the clause tells of something, it is not a bare wish ("Paremmat tuolit"). */
export function hasVerbBefore(view: View, clause: Clause, place: number): boolean {
  for (let i = clause.first; i < place; i += 1)
    if (((view.seen[i] as Seen).traits & (FINITE | IMPERATIVE)) === FINITE) return true
  return false
}

/** How far back a wish is looked for, in tokens. */
const WINDOW = 8

/** "Kaipaisin hoitajaa, joka tuntee minut": what is told of a thing that is only wished for. */
export function followsWish(document: Document, view: View, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  const from = Math.max(sentence?.first ?? 0, clause.first - WINDOW)
  return holdsTrait(view, from, clause.first, CONDITIONAL | LONGS)
}

const optative = /(?:sipa|sipä|spa|spä)$/
const longing: ReadonlySet<string> = new Set(['kunpa', 'toivoisin', 'toivon', 'soisin'])
const everybody: ReadonlySet<string> = new Set([
  'kaikki',
  'jokainen',
  'useampi',
  'aina',
  'muualla',
  'muuallakin',
])
const atLeast: ReadonlySet<string> = new Set(['edes', 'joskus', 'kerrankin'])

/** "Pääsisipä jokainen tuonne": who wishes everybody the same has had it (VISK § 1659). */
export function wishesForAll({ seen }: View, { first, last }: Clause): boolean {
  let wishes = false
  let all = false
  for (let i = first; i < last; i += 1) {
    const { form, lemma, traits } = seen[i] as Seen
    if (atLeast.has(form)) return false
    if (longing.has(form) || (traits & CONDITIONAL && optative.test(form))) wishes = true
    else if (wishes && (everybody.has(lemma) || everybody.has(form))) all = true
  }
  return wishes && all
}
