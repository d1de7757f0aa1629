import { ANYTHING, type AtomTable, badPattern } from './atoms.js'
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
  return {
    elements: elements.slice(),
    value,
    need: need[0] as number,
    needs: others.length > 0 ? others : undefined,
  }
}

/** The first atom of a pattern: tokens that fulfil it open the pattern. */
export const firstAtom = ({ elements }: Pattern<unknown>): number => (elements[0] as Element).atom

/** The second element of a pattern that it can be told by; undefined where it may be absent, or be anything. */
export function secondOf({ elements }: Pattern<unknown>): Element | undefined {
  const second = elements[1]
  return second === undefined || second.optional || second.not || second.atom === ANYTHING
    ? undefined
    : second
}

/** Whether any of the patterns is met from `first` to `last`. */
export const holds = (
  patterns: readonly Pattern<unknown>[],
  view: View,
  first: number,
  last: number,
): boolean => patterns.some((pattern) => isMet(pattern, view, first, last))

function isMet(pattern: Pattern<unknown>, view: View, first: number, last: number): boolean {
  const opening = firstAtom(pattern)
  if (!view.holds(opening) || !isWorthTrying(pattern.need, pattern.needs, view)) return false
  for (let i = first; i < last; i += 1)
    if (fulfils(view, i, opening) && placesOf(pattern, view, i, Math.min(view.ends[i] as number, last)))
      return true
  return false
}

/** Whether the comment has what a pattern cannot be without. */
export function isWorthTrying(need: number, needs: Pattern<unknown>['needs'], view: View): boolean {
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

/** The tokens that a pattern matches that opens at token `i`; undefined where it does not. */
export function placesOf(
  { elements }: Pattern<unknown>,
  view: View,
  i: number,
  end: number,
): number[] | undefined {
  const at = [i]
  return matchRest(elements, 1, view, i + 1, end, at) ? at : undefined
}

/** Whether token `i` fulfils an atom. */
export function fulfils({ seen, numbers }: View, i: number, atom: number): boolean {
  const { atomsFrom, atomsTo } = seen[i] as Seen
  for (let a = atomsFrom; a < atomsTo; a += 1) if (numbers[a] === atom) return true
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
