import type { Clause } from '../language/clauses.js'
import { quits } from './failing.js'
import { ABROAD } from './hints.js'
import { isRaisedFrom } from './matrix.js'
import { fulfils, type Match } from './pattern.js'
import type { Rule } from './rules.js'
import { COMPARATIVE, CONDITIONAL, IMPERATIVE, NOUN, PARTITIVE, VERB } from './traits.js'
import { escaping } from './turns.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

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
    if (match.at.length > 1 && isMisled(match as Match<Valence>, view)) continue
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
        Number(opensDenied(x, view)) - Number(opensDenied(y, view)) ||
        spanOf(x) - spanOf(y) ||
        x.match.first - y.match.first ||
        Number(isNamed(y, view)) - Number(isNamed(x, view)),
    )
  const hits: Hit[] = []
  for (const candidate of candidates) {
    const { at, first, last } = candidate.match
    if (at.some((i) => used[i])) continue
    const grade =
      last - first > at.length ? spoiled(candidate, candidates, view) : opposed(candidate, candidates)
    // A phrase covers its gaps too: what stands between belongs to its meaning.
    for (let i = first; i < last; i += 1) used[i] = true
    hits.push({ grade, first, last, at, entry: candidate.match.value.entry })
  }
  return hits.length > 1 ? hits.sort((x, y) => x.first - y.first) : hits
}

const postpositions: ReadonlySet<string> = new Set(['huolimatta', 'ansiosta', 'takia', 'vuoksi', 'avulla'])
const local = /(?:lle|ll[aä]|ss[aä]|st[aä]|lt[aä]|([aiouyäö])\1n)(?:ni)?$/

/**
 * "Särky ei lakannut hoidosta huolimatta": a noun with a postposition is no object. "Kipuun ei löytynyt
 * apua": only a partitive is what there is not (VISK § 1615).
 */
function isMisled({ value, at, last }: Match<Valence>, view: View): boolean {
  const { seen } = view
  if (postpositions.has(seen[last]?.form ?? '') && (seen[last - 1] as Seen).traits & NOUN) return true
  // "Hienot tilat, ja hoito on vielä hienompaa": the word is of degree, not of time.
  if ((seen[last - 1] as Seen).form === 'vielä' && (seen[last]?.traits ?? 0) & COMPARATIVE) return true
  if (at.length > 1 && isParted(view, at, value)) return true
  // "Hoitaja lakkasi huutamasta" does not go away.
  if (quits(view, last) && value.entry.includes('@')) return true
  // "Älkää päästäkö häntä lähtemään" forbids nobody to get in.
  if (
    (seen[at[0] as number] as Seen).traits & IMPERATIVE &&
    at.some((i) => (seen[i] as Seen).lemma === 'päästä')
  )
    return true
  if (last < seen.length && isRaisedFrom(view, at[0] as number, last)) return true
  if (value.grade <= 0 || value.grade > 3 || !at.some((i) => isNo((seen[i] as Seen).lemma))) return false
  const noun = at.find((i) => ((seen[i] as Seen).traits & NOUN) !== 0)
  if (noun === undefined) return false
  const { form, traits } = seen[noun] as Seen
  return (
    (traits & PARTITIVE) === 0 && !value.entry.includes(form) && value.entry.includes('@') && local.test(form)
  )
}

/** Whether the words of a phrase do not belong together here. */
function isParted({ seen, hints }: View, at: readonly number[], { entry, grade }: Valence): boolean {
  return (
    // "Särky lakkasi, kun lääkitys vaihdettiin": two classes of words belong together in one segment.
    (holdsComma(seen, at) && /@.*@/.test(entry)) ||
    // "Katsoi minua, ei kelloa".
    isDeniedBetween(seen, at) ||
    // "Not arrogant but helpful": what is denied ends there.
    ((hints & ABROAD) !== 0 && holdsTurn(seen, at)) ||
    // "Hienoa, ettei tarvinnut odottaa".
    (grade < 0 && entry.startsWith('@riemu') && isNeedless(seen, at))
  )
}

function isNeedless(seen: View['seen'], at: readonly number[]): boolean {
  let denied = false
  for (let i = (at[0] as number) + 1; i < (at[at.length - 1] as number); i += 1) {
    const { lemma } = seen[i] as Seen
    if (lemma === 'ei' || lemma === 'ettei') denied = true
    else if (denied && (lemma === 'tarvita' || lemma === 'joutua')) return true
  }
  return false
}

function holdsComma(seen: View['seen'], at: readonly number[]): boolean {
  for (let i = (at[0] as number) + 1; i < (at[at.length - 1] as number); i += 1)
    if ((seen[i] as Seen).form === ',') return true
  return false
}

/** Whether between the words of a match a denial after a comma parts them, which it does not name. */
function isDeniedBetween(seen: View['seen'], at: readonly number[]): boolean {
  const last = at[at.length - 1] as number
  for (let i = (at[0] as number) + 1; i + 1 < last; i += 1)
    if ((seen[i] as Seen).form === ',' && (seen[i + 1] as Seen).lemma === 'ei')
      return !at.includes(i + 1) && at.includes(i + 2)
  return false
}

const turning = listOf('but men utan')
/** Between the words of a row, none of which is one. */
function holdsTurn(seen: View['seen'], at: readonly number[]): boolean {
  for (let i = (at[0] as number) + 1; i < (at[at.length - 1] as number); i += 1)
    if (turning.has((seen[i] as Seen).form) && !at.includes(i)) return true
  return false
}

const isNo = (lemma: string): boolean => lemma === 'ei' || lemma === 'eikä'

const sparing: ReadonlySet<string> = new Set([
  'säästellä',
  'säästää',
  'kitsastella',
  'kaihtaa',
  'pihdata',
  'väsyä',
  'evätä',
  'kaivata',
])

/** "Ei evätty hoitoa", "ei säästellyt kauniita sanoja": a verb of refusing within a denial of something good. */
function refused({ match, grade }: Candidate, candidates: readonly Candidate[], { seen }: View): number {
  const { at, first, last } = match
  if (grade >= 0 || !isNo((seen[first] as Seen).lemma)) return grade
  for (let i = first + 1; i < last - 1; i += 1) {
    if (at.includes(i)) continue
    const { traits, lemma } = seen[i] as Seen
    if (
      sparing.has(lemma) ||
      ((traits & (VERB | CONDITIONAL)) === VERB &&
        candidates.some(
          ({ match: one, grade: own }) => own <= SPOILING && one.at.length === 1 && one.first === i,
        ))
    )
      return -grade
  }
  return grade
}

/** "Otettiin nihkeästi vastaan": a clear word of blame in the gap of a phrase of praise decides. */
function spoiled(candidate: Candidate, candidates: readonly Candidate[], view: View): number {
  const { match, grade } = candidate
  const { seen } = view
  if (grade <= 0) return refused(candidate, candidates, view)
  // "Säästyin turhilta kivuilta": the worse it is, the better that it did not come.
  if (escaping.has((seen[match.first] as Seen).lemma)) return grade
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

/** "Kaikkea muuta kuin ahdas": of what may be anything, the opposite of what the word says. */
function opposed({ match, grade }: Candidate, candidates: readonly Candidate[]): number {
  if (match.at.length < 2 || !match.value.entry.endsWith('kuin _')) return grade
  const own = candidates.find(({ match: { at, last } }) => at.length === 1 && last === match.last)
  return own === undefined || own.grade === 0 ? grade : -own.grade
}

const isNamed = ({ match }: Candidate, { seen }: View): boolean =>
  namesForm(match.value.entry, (seen[match.first] as Seen).form)

/** Whether an entry of one word names this very form, not its lemma. */
export const namesForm = (entry: string, form: string): boolean =>
  entry === form || (entry.includes('|') && entry.split('|').includes(form))

/** "Kukaan ei katsonut" yields to "katsoa alta kulmain". */
const opensDenied = ({ match: { at } }: Candidate, { seen }: View): boolean =>
  at.length > 2 &&
  (isNo((seen[at[0] as number] as Seen).lemma) || isNo((seen[at[1] as number] as Seen).lemma))

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
    if ((i < match.first || i >= match.last) && fulfils(view, i, near)) return true
  return false
}
