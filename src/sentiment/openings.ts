import { ANYTHING } from './atoms.js'
import type { NumberPool } from './numberPool.js'
import { firstAtom, isWorthTrying, type Match, type Pattern, placesOf, secondOf } from './pattern.js'
import type { Seen, View } from './view.js'

/** Numbers of patterns by the atom that opens them. */
export type Openings = ReadonlyMap<number, readonly number[]>

/** @param from number of the first of the patterns */
export function openingsOf(patterns: readonly Pattern<unknown>[], from: number): Openings {
  const found = new Map<number, number[]>()
  for (const [index, pattern] of patterns.entries()) {
    const atom = firstAtom(pattern)
    const listed = found.get(atom)
    if (listed === undefined) found.set(atom, [from + index])
    else listed.push(from + index)
  }
  return found
}

/**
 * What may open at a word, as numbers one behind another, for memory is what reading waits for: a head, the patterns
 * of one element, those whose second element may be absent or anything, and a table of the rest by their second atom,
 * so that "ei" does not try hundreds. Each pattern stands there with the atom it needs, since most end at that.
 */
const HEAD = {
  /** How far after the opening a second element of the table may stand; 0 without a table. */
  reach: 0,
  /** Second atoms as a sieve of 32 bits: many words are told from it not to be one. */
  sieve: 1,
  /** The same by the next five bits of each atom: both together tell of most that they are not second. */
  finer: 2,
  /** Places of the table, a power of two, less one. */
  mask: 3,
  /** Where the parts behind the head end, counted from its beginning. */
  alone: 4,
  others: 5,
  size: 6,
} as const
/** Need and number of a pattern; in the table its second atom before them, `FREE` in places without a pattern. */
const PLAIN = 2
const TOLD = 3
const FREE = -1

/** No pattern opens at the word. */
export const NO_OPENING = -1

/** Writes what may open at a word of these atoms; says where it stands. */
export function writeOpening(
  pool: NumberPool,
  openings: Openings,
  patterns: readonly Pattern<unknown>[],
  atoms: readonly number[],
): number {
  const numbers = atoms.flatMap((atom) => openings.get(atom) ?? [])
  if (numbers.length === 0) return NO_OPENING
  const of = (number: number): Pattern<unknown> => patterns[number] as Pattern<unknown>
  const plain = (number: number): number[] => [of(number).need, number]
  const alone = numbers.filter((number) => of(number).elements.length === 1)
  const told = numbers.filter((number) => secondOf(of(number)) !== undefined)
  const others = numbers.filter((number) => !alone.includes(number) && secondOf(of(number)) === undefined)
  let places = 1
  while (places * 2 < told.length * 3) places *= 2
  let [reach, sieve, finer] = [0, 0, 0]
  const table: number[] = new Array(told.length > 0 ? places * TOLD : 0).fill(FREE)
  for (const number of told) {
    const { atom, gap } = secondOf(of(number)) as { atom: number; gap: number }
    reach = Math.max(reach, gap + 1)
    sieve |= bitOf(atom)
    finer |= finerBitOf(atom)
    let place = placeOf(atom) & (places - 1)
    while (table[place * TOLD] !== FREE) place = (place + 1) & (places - 1)
    table.splice(place * TOLD, TOLD, atom, of(number).need, number)
  }
  const aloneEnd = HEAD.size + alone.length * PLAIN
  const head = [reach, sieve, finer, places - 1, aloneEnd, aloneEnd + others.length * PLAIN]
  return pool.add([...head, ...alone.flatMap(plain), ...others.flatMap(plain), ...table])
}

const bitOf = (atom: number): number => 1 << (atom & 31)
const finerBitOf = (atom: number): number => 1 << ((atom >> 5) & 31)

/** Second atoms of a word as a sieve. */
export const sieveOf = (atoms: readonly number[]): number =>
  atoms.reduce((sieve, atom) => sieve | bitOf(atom), 0)

/** Multiplicative hashing by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const placeOf = (atom: number): number => Math.imul(atom, 0x9e3779b1) >>> 15

/** Adds the matches of what opens at token `i`, whose opening stands at `at`; no pattern twice. */
export function follow<T>(
  view: View,
  patterns: readonly Pattern<T>[],
  at: number,
  i: number,
  found: Match<T>[],
): void {
  const { numbers } = view
  const end = view.ends[i] as number
  const aloneEnd = at + (numbers[at + HEAD.alone] as number)
  const othersEnd = at + (numbers[at + HEAD.others] as number)
  for (let k = at + HEAD.size; k < aloneEnd; k += PLAIN) {
    const need = numbers[k] as number
    if (need !== ANYTHING && !view.holds(need)) continue
    const pattern = patterns[numbers[k + 1] as number] as Pattern<T>
    if (isWorthTrying(ANYTHING, pattern.needs, view))
      found.push({ pattern, value: pattern.value, first: i, last: i + 1, at: [i] })
  }
  const before = found.length
  for (let k = aloneEnd; k < othersEnd; k += PLAIN)
    tryOne(view, patterns, numbers[k] as number, numbers[k + 1] as number, i, end, found, before)
  const reach = numbers[at + HEAD.reach] as number
  if (reach === 0) return
  const sieve = numbers[at + HEAD.sieve] as number
  const finer = numbers[at + HEAD.finer] as number
  const mask = numbers[at + HEAD.mask] as number
  const until = Math.min(end, i + 1 + reach)
  for (let j = i + 1; j < until; j += 1) {
    const next = view.seen[j] as Seen
    if ((next.sieve & sieve) === 0) continue
    for (let a = next.secondsFrom; a < next.secondsTo; a += 1) {
      const atom = numbers[a] as number
      if ((sieve & bitOf(atom)) === 0 || (finer & finerBitOf(atom)) === 0) continue
      let place = placeOf(atom) & mask
      let k = othersEnd + place * TOLD
      for (let held = numbers[k] as number; held !== FREE; held = numbers[k] as number) {
        if (held === atom)
          tryOne(view, patterns, numbers[k + 1] as number, numbers[k + 2] as number, i, end, found, before)
        place = (place + 1) & mask
        k = othersEnd + place * TOLD
      }
    }
  }
}

function tryOne<T>(
  view: View,
  patterns: readonly Pattern<T>[],
  need: number,
  number: number,
  i: number,
  end: number,
  found: Match<T>[],
  before: number,
): void {
  if (need !== ANYTHING && !view.holds(need)) return
  const pattern = patterns[number] as Pattern<T>
  if (!isWorthTrying(ANYTHING, pattern.needs, view)) return
  for (let k = before; k < found.length; k += 1) if ((found[k] as Match<T>).pattern === pattern) return
  const at = placesOf(pattern, view, i, end)
  if (at !== undefined)
    found.push({ pattern, value: pattern.value, first: i, last: (at[at.length - 1] as number) + 1, at })
}
