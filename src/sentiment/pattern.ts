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
  pattern: Pattern<T>
  value: T
  /** Tokens from the first matched to the last, exclusive. */
  first: number
  last: number
  /** The matched tokens themselves: gaps are not among them. */
  at: readonly number[]
}

/** Patterns that open with one word, told apart by their second element, so that "ei" does not try hundreds. */
interface Opening<T> {
  /** Those of one element. */
  alone: Pattern<T>[]
  bySecond: Map<string, Pattern<T>[]>
  /** How far after the opening a second element of `bySecond` may stand. */
  reach: number
  /** Those whose second element is no plain word. */
  others: Pattern<T>[]
}

export interface PatternIndex<T> {
  byWord: Map<string, Opening<T>>
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
    for (const word of first.words) open(index.byWord, word, pattern)
    for (const form of first.forms) open(index.byWord, form, pattern)
    for (const head of first.heads) put(index.byHead, head, pattern)
    for (const prefix of first.prefixes) put(index.byPrefix, prefix.slice(0, PREFIX), pattern)
    if (first.number) index.byNumber.push(pattern)
  }
  return index
}

function open<T>(map: Map<string, Opening<T>>, word: string, pattern: Pattern<T>): void {
  let held = map.get(word)
  if (held === undefined) {
    held = { alone: [], bySecond: new Map(), reach: 0, others: [] }
    map.set(word, held)
  }
  const second = pattern.elements[1]
  if (second === undefined) {
    if (!held.alone.includes(pattern)) held.alone.push(pattern)
    return
  }
  const plain =
    !second.optional &&
    !second.not &&
    !second.any &&
    !second.number &&
    second.heads.size + second.prefixes.length === 0
  if (!plain) {
    if (!held.others.includes(pattern)) held.others.push(pattern)
    return
  }
  held.reach = Math.max(held.reach, second.gap + 1)
  for (const key of [...second.words, ...second.forms]) {
    const listed = held.bySecond.get(key)
    if (listed === undefined) held.bySecond.set(key, [pattern])
    else if (!listed.includes(pattern)) listed.push(pattern)
  }
}

/** Every match of every pattern from `first` to `last`, at most one for each pattern and opening token. */
export function findMatches<T>(index: PatternIndex<T>, view: View, first: number, last: number): Match<T>[] {
  const found: Match<T>[] = []
  const { lemmas, forms, heads } = view
  for (let i = first; i < last; i += 1) {
    const lemma = lemmas[i] as string
    const form = forms[i] as string
    const before = found.length
    const end = Math.min(view.ends[i] ?? last, last)
    const opening = index.byWord.get(lemma)
    if (opening !== undefined) follow(opening, view, i, end, found, before)
    if (form !== lemma) {
      const other = index.byWord.get(form)
      if (other !== undefined) follow(other, view, i, end, found, before)
    }
    if (index.byHead.size > 0) tryEach(index.byHead.get(heads[i] as string), view, i, end, found, before)
    if (index.byPrefix.size > 0) {
      const letters = lemma.slice(0, PREFIX)
      const shown = form.slice(0, PREFIX)
      tryEach(index.byPrefix.get(letters), view, i, end, found, before)
      if (shown !== letters) tryEach(index.byPrefix.get(shown), view, i, end, found, before)
    }
    if (index.byNumber.length > 0 && isNumber(form)) tryEach(index.byNumber, view, i, end, found, before)
  }
  return found
}

function follow<T>(
  opening: Opening<T>,
  view: View,
  i: number,
  end: number,
  found: Match<T>[],
  before: number,
): void {
  for (const pattern of opening.alone) tryOne(pattern, view, i, end, found, before)
  for (const pattern of opening.others) tryOne(pattern, view, i, end, found, before)
  const until = Math.min(end, i + 1 + opening.reach)
  for (let j = i + 1; j < until; j += 1) {
    const lemma = view.lemmas[j] as string
    const form = view.forms[j] as string
    const listed = opening.bySecond.get(lemma)
    if (listed !== undefined) for (const pattern of listed) tryOne(pattern, view, i, end, found, before)
    if (form === lemma) continue
    const shown = opening.bySecond.get(form)
    if (shown !== undefined) for (const pattern of shown) tryOne(pattern, view, i, end, found, before)
  }
}

function tryEach<T>(
  patterns: readonly Pattern<T>[] | undefined,
  view: View,
  i: number,
  end: number,
  found: Match<T>[],
  before: number,
): void {
  if (patterns === undefined) return
  for (const pattern of patterns)
    if (fits(pattern.elements[0] as Element, view, i)) tryOne(pattern, view, i, end, found, before)
}

/** A pattern whose opening is met at token `i`; once a token. */
function tryOne<T>(
  pattern: Pattern<T>,
  view: View,
  i: number,
  end: number,
  found: Match<T>[],
  before: number,
): void {
  for (let k = before; k < found.length; k += 1) if ((found[k] as Match<T>).pattern === pattern) return
  if (pattern.elements.length === 1) {
    found.push({ pattern, value: pattern.value, first: i, last: i + 1, at: [i] })
    return
  }
  const at = [i]
  if (matchRest(pattern.elements, 1, view, i + 1, end, at))
    found.push({ pattern, value: pattern.value, first: i, last: (at[at.length - 1] as number) + 1, at })
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
