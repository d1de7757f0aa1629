import { PalauteError } from '../errors.js'

export type Classes = ReadonlyMap<string, readonly string[]>

/** The atom that every token fulfils. */
export const ANYTHING = -1

/** Prefixes are found by their first letters, so they have at least this many. */
const PREFIX = 3

/** What a token shows to the patterns. */
export interface Shown {
  /** Lower-case text; emoji without skin tones and variation selectors. */
  form: string
  lemma: string
  /** Last part of a compound; the lemma of a simple word. */
  head: string
}

/**
 * The alternatives that tables name at one place (`hoitaja|*lääkäri|@henkilö`), each distinct set of them under a
 * number. A word fulfils few; which, depends on the word alone, so that it is worked out once a word and a pattern
 * compares numbers.
 */
export interface AtomTable {
  /** The number of a set of alternatives; `ANYTHING` for `_`. */
  add(alternatives: string): number
  /** The atoms that a token fulfils, ascending. */
  atomsOf(shown: Shown): readonly number[]
  /** Atoms that stand second in some pattern. */
  readonly seconds: Set<number>
  /** Atoms whose presence in a comment is asked for before anything is tried. */
  readonly awaited: Set<number>
  readonly size: number
}

/** @throws {PalauteError} `bad_option` from `add`, for an alternative that cannot be read */
export function createAtoms(classes: Classes): AtomTable {
  const numbers = new Map<string, number>()
  const seconds = new Set<number>()
  const awaited = new Set<number>()
  const byWord = new Map<string, number[]>()
  const byForm = new Map<string, number[]>()
  const byHead = new Map<string, number[]>()
  const byPrefix = new Map<string, { prefix: string; atom: number }[]>()
  const byNumber: number[] = []
  return {
    add,
    atomsOf,
    seconds,
    awaited,
    get size() {
      return numbers.size
    },
  }

  function add(alternatives: string): number {
    const held = numbers.get(alternatives)
    if (held !== undefined) return held
    const names = namesOf(alternatives)
    if (names.has('_')) return ANYTHING
    const atom = numbers.size
    numbers.set(alternatives, atom)
    for (const name of names) {
      if (name === '#') byNumber.push(atom)
      else if (name.length > 1 && name[0] === '=') put(byForm, name.slice(1), atom)
      else if (name.length > 1 && name[0] === '*') put(byHead, name.slice(1), atom)
      else if (name.length > 1 && name.endsWith('*'))
        put(byPrefix, name.slice(0, PREFIX), prefixOf(name, atom))
      else put(byWord, name, atom)
    }
    return atom
  }

  function namesOf(alternatives: string, into = new Set<string>()): Set<string> {
    for (const name of alternatives.split('|')) {
      if (name.length < 2 || name[0] !== '@') {
        into.add(name)
        continue
      }
      const members = classes.get(name.slice(1))
      if (members === undefined) throw badPattern(alternatives)
      for (const member of members) namesOf(member, into)
    }
    return into
  }

  function atomsOf({ form, lemma, head }: Shown): readonly number[] {
    const found = new Set<number>()
    const take = (atoms: readonly number[] | undefined): void => {
      if (atoms !== undefined) for (const atom of atoms) found.add(atom)
    }
    take(byWord.get(lemma))
    take(byWord.get(form))
    take(byForm.get(form))
    take(byHead.get(head))
    take(byHead.get(lemma))
    for (const { prefix, atom } of byPrefix.get(lemma.slice(0, PREFIX)) ?? [])
      if (lemma.startsWith(prefix)) found.add(atom)
    for (const { prefix, atom } of byPrefix.get(form.slice(0, PREFIX)) ?? [])
      if (form.startsWith(prefix)) found.add(atom)
    const code = form.charCodeAt(0)
    if (code >= 48 && code <= 57) take(byNumber)
    return found.size === 0 ? NONE : [...found].sort((x, y) => x - y)
  }
}

const NONE: readonly number[] = []

export const badPattern = (text: string): PalauteError =>
  new PalauteError('bad_option', `The pattern "${text}" cannot be read.`, { path: 'pattern' })

function prefixOf(name: string, atom: number): { prefix: string; atom: number } {
  if (name.length <= PREFIX) throw badPattern(name)
  return { prefix: name.slice(0, -1), atom }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}
