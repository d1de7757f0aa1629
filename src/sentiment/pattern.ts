import { PalauteError } from '../errors.js'
import type { View } from './view.js'

/**
 * The pattern language of the tables in data/sentiment. Elements are separated by spaces:
 * `sana` a lemma or a form · `=sanat` a form only · `*aika` a lemma or the last part of a compound ·
 * `kehit*` the beginning of a lemma or form · `@luokka` a class of classes.tsv · `#` any number · `_` anything ·
 * `a|b` either · `?a` may be absent · `!a` must not follow · `~3 a` up to three tokens between.
 * A pattern never crosses the end of a sentence.
 */
export interface Element {
  words: ReadonlySet<string>
  forms: ReadonlySet<string>
  heads: ReadonlySet<string>
  prefixes: readonly string[]
  number: boolean
  any: boolean
  gap: number
  optional: boolean
  not: boolean
}

export interface Pattern<T> {
  elements: readonly Element[]
  value: T
}

export interface Match<T> {
  value: T
  /** Tokens from the first matched to the last, exclusive. */
  first: number
  last: number
  /** The matched tokens themselves: gaps are not among them. */
  at: readonly number[]
}

export interface PatternIndex<T> {
  byWord: Map<string, Pattern<T>[]>
  byHead: Map<string, Pattern<T>[]>
  byPrefix: Map<string, Pattern<T>[]>
  /** Patterns that open with a number. */
  byNumber: Pattern<T>[]
}

export type Classes = ReadonlyMap<string, readonly string[]>

/** Prefixes are found by their first letters, so they have at least this many. */
const PREFIX = 3

/** @throws {PalauteError} `bad_option` for a pattern that cannot be read, quoting it */
export function compilePattern<T>(text: string, value: T, classes: Classes): Pattern<T> {
  const elements: Element[] = []
  let gap = 0
  for (const piece of text.split(' ').filter(Boolean)) {
    if (piece[0] === '~') {
      gap = Number(piece.slice(1))
      if (!(gap > 0 && gap <= 12)) throw badPattern(text)
      continue
    }
    elements.push(compileElement(piece, gap, classes, text))
    gap = 0
  }
  const first = elements[0]
  if (first === undefined || first.optional || first.not || first.any) throw badPattern(text)
  return { elements, value }
}

const badPattern = (text: string): PalauteError =>
  new PalauteError('bad_option', `The pattern "${text}" cannot be read.`, { path: 'pattern' })

function compileElement(piece: string, gap: number, classes: Classes, whole: string): Element {
  const sign = piece[0]
  const marked = piece.length > 1 && (sign === '?' || sign === '!')
  const words = new Set<string>()
  const forms = new Set<string>()
  const heads = new Set<string>()
  const prefixes: string[] = []
  let number = false
  let any = false
  const add = (name: string): void => {
    if (name === '#') number = true
    else if (name === '_') any = true
    else if (name.length > 1 && name[0] === '@') {
      const members = classes.get(name.slice(1))
      if (members === undefined) throw badPattern(whole)
      for (const member of members) add(member)
    } else if (name.length > 1 && name[0] === '=') forms.add(name.slice(1))
    else if (name.length > 1 && name[0] === '*') heads.add(name.slice(1))
    else if (name.length > 1 && name.endsWith('*')) {
      if (name.length <= PREFIX) throw badPattern(whole)
      prefixes.push(name.slice(0, -1))
    } else words.add(name)
  }
  for (const name of (marked ? piece.slice(1) : piece).split('|')) add(name)
  return {
    words,
    forms,
    heads,
    prefixes,
    number,
    any,
    gap,
    optional: marked && sign === '?',
    not: marked && sign === '!',
  }
}

/** Gathers patterns so that a text meets only those whose first element it holds. */
export function indexPatterns<T>(patterns: readonly Pattern<T>[]): PatternIndex<T> {
  const index: PatternIndex<T> = { byWord: new Map(), byHead: new Map(), byPrefix: new Map(), byNumber: [] }
  const put = (map: Map<string, Pattern<T>[]>, key: string, pattern: Pattern<T>) => {
    const held = map.get(key)
    if (held === undefined) map.set(key, [pattern])
    else if (!held.includes(pattern)) held.push(pattern)
  }
  for (const pattern of patterns) {
    const first = pattern.elements[0] as Element
    for (const word of first.words) put(index.byWord, word, pattern)
    for (const form of first.forms) put(index.byWord, form, pattern)
    for (const head of first.heads) put(index.byHead, head, pattern)
    for (const prefix of first.prefixes) put(index.byPrefix, prefix.slice(0, PREFIX), pattern)
    if (first.number) index.byNumber.push(pattern)
  }
  return index
}

/** Every match of every pattern from `first` to `last`, at most one for each pattern and opening token. */
export function findMatches<T>(index: PatternIndex<T>, view: View, first: number, last: number): Match<T>[] {
  const found: Match<T>[] = []
  const at: number[] = []
  const tryAll = (patterns: readonly Pattern<T>[] | undefined, i: number): void => {
    if (patterns === undefined) return
    for (const pattern of patterns) {
      if (!fits(pattern.elements[0] as Element, view, i)) continue
      if (pattern.elements.length === 1) {
        found.push({ value: pattern.value, first: i, last: i + 1, at: [i] })
        continue
      }
      at.length = 0
      at.push(i)
      const end = Math.min(view.ends[i] ?? last, last)
      if (matchRest(pattern.elements, 1, view, i + 1, end, at))
        found.push({
          value: pattern.value,
          first: i,
          last: (at[at.length - 1] as number) + 1,
          at: at.slice(),
        })
    }
  }
  for (let i = first; i < last; i += 1) {
    const lemma = view.lemmas[i] as string
    const form = view.forms[i] as string
    const head = view.heads[i] as string
    const before = found.length
    tryAll(index.byWord.get(lemma), i)
    if (form !== lemma) tryNew(index.byWord.get(form), i, before)
    tryAll(index.byHead.get(head), i)
    const letters = lemma.slice(0, PREFIX)
    const shown = form.slice(0, PREFIX)
    tryNew(index.byPrefix.get(letters), i, before)
    if (shown !== letters) tryNew(index.byPrefix.get(shown), i, before)
    if (isNumber(form)) tryAll(index.byNumber, i)
  }
  return found

  function tryNew(patterns: readonly Pattern<T>[] | undefined, i: number, before: number): void {
    if (patterns === undefined) return
    if (found.length === before) tryAll(patterns, i)
    else
      tryAll(
        patterns.filter((pattern) => !found.slice(before).some((match) => match.value === pattern.value)),
        i,
      )
  }
}

/** Whether any pattern is met from `first` to `last`. */
export const holds = <T>(index: PatternIndex<T>, view: View, first: number, last: number): boolean =>
  findMatches(index, view, first, last).length > 0

const isNumber = (form: string): boolean => {
  const code = form.charCodeAt(0)
  return code >= 48 && code <= 57
}

function fits(element: Element, view: View, i: number): boolean {
  if (element.any) return true
  const form = view.forms[i] as string
  if (element.number && isNumber(form)) return true
  const lemma = view.lemmas[i] as string
  if (element.words.has(lemma) || element.words.has(form) || element.forms.has(form)) return true
  if (element.heads.size > 0 && (element.heads.has(view.heads[i] as string) || element.heads.has(lemma)))
    return true
  for (const prefix of element.prefixes) if (lemma.startsWith(prefix) || form.startsWith(prefix)) return true
  return false
}

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
  if (element.not) {
    const until = Math.min(end, from + element.gap + 1)
    for (let i = from; i < until; i += 1) if (fits(element, view, i)) return false
    return matchRest(elements, e + 1, view, from, end, at)
  }
  const until = Math.min(end, from + element.gap + 1)
  for (let i = from; i < until; i += 1) {
    if (!fits(element, view, i)) continue
    at.push(i)
    if (matchRest(elements, e + 1, view, i + 1, end, at)) return true
    at.pop()
  }
  return element.optional && matchRest(elements, e + 1, view, from, end, at)
}
