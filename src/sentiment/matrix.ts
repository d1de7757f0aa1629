import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import { holdsTrait, OMITS, SUCH } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** "En usko, että hoito auttaa" says that it does not: the negation stands in the main clause (VISK § 1618). */
const raisingOwn = listOf('uskoa luulla kuvitella ajatella sanoa väittää')
const raisingAny = listOf('tuntua vaikuttaa näyttää')
const firstPerson = listOf('en emme enkä emmekä älä älkää')
/** "Väittivät, että kaikki on kunnossa": who tells it so does not believe it. */
const doubting = listOf('väittää uskotella luulotella teeskennellä')
/** "Selvitti, mistä kipu johtuu": what is asked about is not judged (VISK § 1153). */
const asking = listOf(
  'kiinnostaa epäselvä epäselväksi selvittää selvitä tutkia kysyä kertoa selittää tietää ymmärtää löytää miettiä katsoa',
)
const askers = listOf('mistä miksi mitä mikä missä mihin milloin miten kuinka')
const asserting = listOf('varmistaa tarkistaa kysyä huolehtia katsoa tarkastaa')
const complementizers = listOf('että et ettei etten ettet ettemme ettette etteivät')

/** How far back the verb that a complement hangs on is looked for, in tokens. */
const REACH = 7

const isRaising = (view: View, i: number, negation: string): boolean =>
  raisingAny.has((view.seen[i] as Seen).lemma) ||
  (raisingOwn.has((view.seen[i] as Seen).lemma) && firstPerson.has(negation))

/** The place of a negation that belongs to the complement which follows, or -1. */
function raisedAt(view: View, first: number, last: number, used: readonly boolean[]): number {
  for (let i = first; i < last; i += 1) {
    const { lemma, form } = view.seen[i] as Seen
    if (lemma !== 'ei' || used[i]) continue
    const until = Math.min(last, i + 4)
    for (let j = i + 1; j < until; j += 1)
      // "Ei voi sanoa, että": of nobody in particular, the writer too.
      if (isRaising(view, j, view.seen[j - 1]?.lemma === 'voida' ? 'en' : form)) return i
  }
  return -1
}

/** Whether the complement after a clause takes the clause's negation. */
export const givesNegation = (view: View, { first, last }: Clause, used: readonly boolean[]): boolean =>
  complementizers.has(view.seen[last]?.form ?? '') && raisedAt(view, first, last, used) >= 0

/** What the main clause says of its complement: denied, told without belief, asked for, or nothing. */
export function matrixOf(
  document: Document,
  view: View,
  clause: Clause,
  used: readonly boolean[],
): 'denies' | 'doubts' | 'asks' | 'omits' | undefined {
  if (clause.link === 'relative' || clause.link === 'coordination')
    return isIndirectQuestion(view, clause) ? (isUnasked(view, clause) ? 'omits' : 'asks') : undefined
  if (clause.link !== 'complement') return undefined
  const from = Math.max(document.sentences[clause.sentence]?.first ?? 0, clause.first - REACH)
  for (let i = from; i < clause.first; i += 1)
    if (doubting.has((view.seen[i] as Seen).lemma)) if (view.seen[i - 1]?.lemma !== 'ei') return 'doubts'
  // "Lähti varmistamatta, että pärjään".
  const verb = view.seen[clause.first - 2]
  if (verb && verb.traits & OMITS && asserting.has(verb.lemma)) return 'omits'
  // "En uskonut, että saisin näin hyvää hoitoa".
  if (holdsTrait(view, clause.first, clause.last, SUCH)) return undefined
  return raisedAt(view, from, clause.first, used) >= 0 ? 'denies' : undefined
}

/** "Ketään ei kiinnostanut, miten pärjään": what nobody asked is not told either. */
function isUnasked({ seen }: View, { first }: Clause): boolean {
  for (let i = Math.max(0, first - 4); i < first; i += 1)
    if (seen[i]?.lemma === 'kiinnostaa' || seen[i]?.lemma === 'kysyä') return seen[i - 1]?.lemma === 'ei'
  return false
}

function isIndirectQuestion({ seen }: View, { first }: Clause): boolean {
  if (!askers.has((seen[first] as Seen).form)) return false
  for (let i = Math.max(0, first - 3); i < first; i += 1) if (asking.has((seen[i] as Seen).lemma)) return true
  return false
}
