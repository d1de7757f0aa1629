import { ANYTHING, type AtomTable, badPattern } from './atoms.js'
import { type NumberTable, numberTable, valueAt, valuesOf } from './numberTable.js'
import type { Seen, View } from './view.js'

/**
 * The pattern language of the tables in data/sentiment. Elements are separated by spaces:
 * `sana` a lemma or a form · `=sanat` a form only · `*aika` a lemma or the last part of a compound ·
 * `kehit*` the beginning of a lemma or form · `@luokka` a class of classes.tsv · `#` any number · `_` anything ·
 * `a|b` either · `?a` may be absent · `!a` must not follow · `~3 a` up to three tokens between.
 * A pattern never crosses the end of a sentence.
 */
export interface Element {
  atom: number
  gap: number
  optional: boolean
  not: boolean
}

export interface Pattern<T> {
  elements: readonly Element[]
  value: T
  /** An atom without which nothing is worth trying, asked before all else: the third element, or `ANYTHING`. */
  need: number
  /** Groups of atoms: unless one of each group is somewhere in the comment, the pattern is not worth trying. */
  needs: readonly (readonly number[])[] | undefined
}

export interface Match<T> {
  pattern: Pattern<T>
  value: T
  /** Tokens from the first matched to the last, exclusive. */
  first: number
  last: number
  /** The matched tokens themselves: gaps are not among them. */
  at: readonly number[]
}

/** Patterns that open with one atom or with the atoms of one word, told apart by their second element. */
export interface Opening<T> {
  /** Those of one element; most openings have none, and reading less memory is what makes this fast. */
  alone: Pattern<T>[] | undefined
  /** Those whose second element may be absent, must not follow, or may be anything. */
  others: Pattern<T>[] | undefined
  /** The rest by their second atom, so that "ei" does not try hundreds. */
  bySecond: NumberTable<Pattern<T>[]> | undefined
  /** Second atoms as a sieve of 32 bits: many words are told from it not to be one. */
  sieve: number
  /** The same by the next five bits of each atom: both together tell of most that they are not second. */
  finer: number
  /** How far after the opening a second element of `bySecond` may stand. */
  reach: number
}

export interface PatternIndex<T> {
  byAtom: ReadonlyMap<number, Opening<T>>
  atoms: readonly number[]
  openings: readonly Opening<T>[]
}

/**
 * @param needs atoms that must be in the comment beside those of the pattern
 * @throws {PalauteError} `bad_option` for a pattern that cannot be read, quoting it
 */
export function compilePattern<T>(
  text: string,
  value: T,
  atoms: AtomTable,
  needs: readonly (readonly number[])[] = [],
): Pattern<T> {
  const elements: Element[] = []
  let gap = 0
  for (const piece of text.split(' ').filter(Boolean)) {
    if (piece[0] === '~') {
      gap = Number(piece.slice(1))
      if (!(gap > 0 && gap <= 12)) throw badPattern(text)
      continue
    }
    const marked = piece.length > 1 && (piece[0] === '?' || piece[0] === '!')
    const atom = atoms.add(marked ? piece.slice(1) : piece)
    elements.push({ atom, gap, optional: marked && piece[0] === '?', not: marked && piece[0] === '!' })
    gap = 0
  }
  const [first, second] = elements
  if (first === undefined || first.optional || first.not || first.atom === ANYTHING) throw badPattern(text)
  if (second) atoms.seconds.add(second.atom)
  const own = elements
    .slice(2)
    .filter(({ optional, not, atom }) => !optional && !not && atom !== ANYTHING)
    .map(({ atom }) => [atom])
  for (const group of own) for (const atom of group) atoms.awaited.add(atom)
  const [need = [ANYTHING], ...rest] = own
  const others = [...rest, ...needs]
  return { elements: elements.slice(), value, need: need[0] as number, needs: unlessEmpty(others) }
}

/** Gathers patterns so that a text meets only those whose first element it holds. */
export function indexPatterns<T>(patterns: readonly Pattern<T>[]): PatternIndex<T> {
  const byFirst = new Map<number, Pattern<T>[]>()
  for (const pattern of patterns) {
    const { atom } = pattern.elements[0] as Element
    const listed = byFirst.get(atom)
    if (listed === undefined) byFirst.set(atom, [pattern])
    else listed.push(pattern)
  }
  const byAtom = new Map([...byFirst].map(([atom, listed]) => [atom, opening(listed)]))
  return { byAtom, atoms: [...byAtom.keys()], openings: [...byAtom.values()] }
}

function opening<T>(patterns: readonly Pattern<T>[]): Opening<T> {
  const alone = patterns.filter(({ elements }) => elements.length === 1)
  const others = patterns.filter((pattern) => pattern.elements.length > 1 && secondOf(pattern) === undefined)
  const bySecond = new Map<number, Pattern<T>[]>()
  let [sieve, finer, reach] = [0, 0, 0]
  for (const pattern of patterns) {
    const second = secondOf(pattern)
    if (second === undefined) continue
    bySecond.set(second.atom, [...(bySecond.get(second.atom) ?? []), pattern])
    sieve |= 1 << (second.atom & 31)
    finer |= 1 << ((second.atom >> 5) & 31)
    reach = Math.max(reach, second.gap + 1)
  }
  return {
    alone: unlessEmpty(alone),
    others: unlessEmpty(others),
    bySecond: bySecond.size > 0 ? numberTable(bySecond) : undefined,
    sieve,
    finer,
    reach,
  }
}

/** The second element of a pattern that it can be told by. */
function secondOf({ elements }: Pattern<unknown>): Element | undefined {
  const second = elements[1]
  return second === undefined || second.optional || second.not || second.atom === ANYTHING ? undefined : second
}

/** A copy, for a list that was filtered has room for many more, which would lie between what is read. */
const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list.slice() : undefined)

/** Atoms as a sieve of 32 bits. */
export function sieveOf(atoms: Iterable<number>): number {
  let sieve = 0
  for (const atom of atoms) sieve |= 1 << (atom & 31)
  return sieve
}

/** What of an index is worth trying at a word of these atoms; undefined where nothing is. */
export function openingOf<T>(index: PatternIndex<T>, atoms: readonly number[]): Opening<T> | undefined {
  const found: Opening<T>[] = []
  for (const atom of atoms) {
    const one = index.byAtom.get(atom)
    if (one !== undefined) found.push(one)
  }
  return found.length > 1 ? opening(found.flatMap(patternsOf)) : found[0]
}

const patternsOf = <T>({ alone, others, bySecond }: Opening<T>): Pattern<T>[] => [
  ...(alone ?? []),
  ...(others ?? []),
  ...(bySecond ? valuesOf(bySecond).flat() : []),
]

const NONE: readonly never[] = []

/** Every match of every pattern from `first` to `last`, at most one for each pattern and opening token. */
export function findMatches<T>(
  index: PatternIndex<T>,
  view: View,
  first: number,
  last: number,
): readonly Match<T>[] {
  let found: Match<T>[] | undefined
  for (let k = 0; k < index.atoms.length; k += 1) {
    const atom = index.atoms[k] as number
    if (!view.holds(atom)) continue
    found ??= []
    for (let i = first; i < last; i += 1)
      if (fulfils(view, i, atom))
        follow(index.openings[k] as Opening<T>, view, i, Math.min(view.ends[i] as number, last), found)
  }
  if (found === undefined) return NONE
  return found.length > 1 ? found.sort((x, y) => x.first - y.first) : found
}

/** Whether any pattern is met from `first` to `last`. */
export const holds = <T>(index: PatternIndex<T>, view: View, first: number, last: number): boolean =>
  findMatches(index, view, first, last).length > 0

/** Adds the matches of an opening at token `i`; no pattern twice. */
export function follow<T>(opens: Opening<T>, view: View, i: number, end: number, found: Match<T>[]): void {
  const { alone, bySecond, reach, others } = opens
  if (alone !== undefined)
    for (let k = 0; k < alone.length; k += 1) {
      const pattern = alone[k] as Pattern<T>
      if (isWorthTrying(pattern, view))
        found.push({ pattern, value: pattern.value, first: i, last: i + 1, at: [i] })
    }
  const before = found.length
  if (others !== undefined)
    for (let k = 0; k < others.length; k += 1) tryOne(others[k] as Pattern<T>, view, i, end, found, before)
  if (bySecond === undefined) return
  const { sieve, finer } = opens
  const { atoms } = view
  const until = Math.min(end, i + 1 + reach)
  for (let j = i + 1; j < until; j += 1) {
    const next = view.seen[j] as Seen
    if ((next.sieve & sieve) === 0) continue
    for (let a = next.secondsFrom; a < next.secondsTo; a += 1) {
      const atom = atoms[a] as number
      if ((sieve & (1 << (atom & 31))) === 0 || (finer & (1 << ((atom >> 5) & 31))) === 0) continue
      const listed = valueAt(bySecond, atom)
      if (listed !== undefined) for (const pattern of listed) tryOne(pattern, view, i, end, found, before)
    }
  }
}

function isWorthTrying<T>({ need, needs }: Pattern<T>, view: View): boolean {
  if (need !== ANYTHING && !view.holds(need)) return false
  if (needs === undefined) return true
  for (let k = 0; k < needs.length; k += 1) {
    const group = needs[k] as readonly number[]
    let met = false
    for (let g = 0; g < group.length && !met; g += 1) met = view.holds(group[g] as number)
    if (!met) return false
  }
  return true
}

function tryOne<T>(
  pattern: Pattern<T>,
  view: View,
  i: number,
  end: number,
  found: Match<T>[],
  before: number,
): void {
  if (!isWorthTrying(pattern, view)) return
  for (let k = before; k < found.length; k += 1) if ((found[k] as Match<T>).pattern === pattern) return
  const at = [i]
  if (matchRest(pattern.elements, 1, view, i + 1, end, at))
    found.push({ pattern, value: pattern.value, first: i, last: (at[at.length - 1] as number) + 1, at })
}

/** Whether token `i` fulfils an atom. */
export function fulfils({ seen, atoms }: View, i: number, atom: number): boolean {
  const { atomsFrom, atomsTo } = seen[i] as Seen
  for (let a = atomsFrom; a < atomsTo; a += 1) if (atoms[a] === atom) return true
  return false
}

const fits = ({ atom }: Element, view: View, i: number): boolean =>
  atom === ANYTHING || fulfils(view, i, atom)

/** Bounded backtracking: elements are few and gaps at most 12, whatever the text's length. */
function matchRest(
  elements: readonly Element[],
  e: number,
  view: View,
  from: number,
  end: number,
  at: number[],
): boolean {
  const element = elements[e]
  if (element === undefined) return true
  const until = Math.min(end, from + element.gap + 1)
  if (element.not) {
    for (let i = from; i < until; i += 1) if (fits(element, view, i)) return false
    return matchRest(elements, e + 1, view, from, end, at)
  }
  for (let i = from; i < until; i += 1) {
    if (!fits(element, view, i)) continue
    at.push(i)
    if (matchRest(elements, e + 1, view, i + 1, end, at)) return true
    at.pop()
  }
  return element.optional && matchRest(elements, e + 1, view, from, end, at)
}
