import type { Clause } from '../language/clauses.js'
import { fulfils, type Match } from './pattern.js'
import type { Rule } from './rules.js'
import { NOUN } from './traits.js'
import type { Seen, View } from './view.js'

/** A stretch that carries valence; `at` are its tokens. */
export interface Hit {
  grade: number
  first: number
  last: number
  at: readonly number[]
  /** The entry of the table, as written there. */
  entry?: string
}

type Valence = Extract<Rule, { kind: 'valence' }>

interface Candidate {
  match: Match<Valence>
  grade: number
  rank: number
}

/** How far, in tokens, a context word may be from the word whose sense it decides. */
const REACH = 8

const SPOILING = -2

/**
 * Chooses among overlapping valence matches of a clause: entries whose context word is near go before those
 * without, longer before shorter, closer together before wider apart, then the earlier, then those that name the very form ("pahin" before "paha"). Each token is
 * used once.
 */
export function chooseHits(
  matches: readonly Match<Rule>[],
  view: View,
  clause: Clause,
  used: boolean[],
): Hit[] {
  const candidates: Candidate[] = []
  for (const match of matches) {
    if (match.value.kind !== 'valence') continue
    const { near, grade } = match.value
    if (near !== undefined && !hasNear(near, view, match, clause)) continue
    candidates.push({
      match: match as Match<Valence>,
      grade,
      rank: match.at.length * 2 + (near === undefined ? 0 : 1),
    })
  }
  if (candidates.length > 1)
    candidates.sort(
      (x, y) =>
        y.rank - x.rank ||
        spanOf(x) - spanOf(y) ||
        x.match.first - y.match.first ||
        Number(isNamed(y, view)) - Number(isNamed(x, view)),
    )
  const hits: Hit[] = []
  for (const candidate of candidates) {
    const { at, first, last } = candidate.match
    if (at.some((i) => used[i])) continue
    const grade = last - first > at.length ? spoiled(candidate, candidates, view) : candidate.grade
    // A phrase covers its gaps too: what stands between belongs to its meaning.
    for (let i = first; i < last; i += 1) used[i] = true
    hits.push({ grade, first, last, at, entry: candidate.match.value.entry })
  }
  return hits.length > 1 ? hits.sort((x, y) => x.first - y.first) : hits
}

/** "Otettiin nihkeästi vastaan": a clear word of blame in the gap of a phrase of praise decides. */
function spoiled({ match, grade }: Candidate, candidates: readonly Candidate[], { seen }: View): number {
  if (grade <= 0) return grade
  const inner = candidates.find(
    (one) =>
      one.grade <= SPOILING &&
      one.match.at.length === 1 &&
      one.match.first > match.first &&
      one.match.last < match.last &&
      !match.at.includes(one.match.first) &&
      // "Otitte huoleni todesta": a noun is what was taken so.
      !((seen[one.match.first] as Seen).traits & NOUN),
  )
  return inner?.grade ?? grade
}

const isNamed = ({ match }: Candidate, { seen }: View): boolean =>
  namesForm(match.value.entry, (seen[match.first] as Seen).form)

/** Whether an entry of one word names this very form, not its lemma. */
export const namesForm = (entry: string, form: string): boolean => entry.split('|').includes(form)

const spanOf = ({ match }: Candidate): number => match.last - match.first

function hasNear(
  near: NonNullable<Valence['near']>,
  view: View,
  match: Match<Rule>,
  clause: Clause,
): boolean {
  if (!view.holds(near)) return false
  const from = Math.max(clause.first, match.first - REACH)
  const to = Math.min(clause.last, match.last + REACH)
  for (let i = from; i < to; i += 1)
    if ((i < match.first || i >= match.last) && fulfils((view.seen[i] as Seen).atoms, near)) return true
  return false
}
