import type { Token } from './tokens.js'
import type { Features, WordReading } from './word.js'

/**
 * A bounded memo of a pure function of a string: two generations, the older one dropped when the younger is
 * full, so that frequent words stay and memory never grows past `2 * size` entries.
 */
export function memoize<Value>(of: (key: string) => Value, size: number): (key: string) => Value {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  return (key) => {
    let value = young.get(key)
    if (value !== undefined) return value
    value = old.get(key)
    // A very long key is not worth keeping.
    if (value === undefined && key.length > 64) return of(key)
    const own = ownText(key)
    value ??= of(own)
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(own, value)
    return value
  }
}

/** Places in memos of words; a power of two, well above the words that readers keep. */
const PLACES = 1 << 16
/** A memo of words begins with so many of them and doubles. */
const FIRST = 1 << 10

/** Where in memos of words a reading is kept. Not enumerable: it is no part of what the reading says. */
const place = Symbol('place')
type Placed = WordReading & { readonly [place]?: number }

/** Where memos of words keep a reading; undefined for one that comes once. */
export const placeOfReading = (word: WordReading): number | undefined => (word as Placed)[place]

/** Gives readings their places, one after the other. What is placed belongs to one text and is never changed. */
export function readingPlacer(): (reading: WordReading) => WordReading {
  let next = 0
  return (reading) => {
    Object.defineProperty(reading, place, { value: next })
    next = (next + 1) & (PLACES - 1)
    return reading
  }
}

/**
 * A bounded memo of what depends on one word alone: its text and its reading. Readers give the same reading object for
 * a form that comes often, with a place in such memos: looking there costs a tenth of looking a text up in a map.
 * Of words that come once nothing is kept; signs and numbers, whose readings need not be shared, are kept by their text.
 */
export function rememberByWord<Value>(
  of: (token: Token, word: WordReading) => Value,
): (token: Token, word: WordReading) => Value {
  // Readings and values in turn: the two lie side by side in memory.
  let slots = new Array<WordReading | Value | null>(FIRST * 2).fill(null)
  let sign: { token: Token; word: WordReading }
  const ofSign = memoize((_) => of(sign.token, sign.word), FIRST)
  return (token, word) => {
    const at = placeOfReading(word)
    if (at === undefined) {
      if (token.kind === 'word') return of(token, word)
      sign = { token, word }
      return ofSign(token.text)
    }
    if (slots[at * 2] === word) return slots[at * 2 + 1] as Value
    const value = of(token, word)
    while (at * 2 >= slots.length) slots = slots.concat(new Array(slots.length).fill(null))
    slots[at * 2] = word
    slots[at * 2 + 1] = value
    return value
  }
}

/** Whether two readings of a form say the same. */
export function saysTheSame(a: WordReading, b: WordReading): boolean {
  return (
    a.compound === b.compound &&
    a.pos === b.pos &&
    a.lemma === b.lemma &&
    a.source === b.source &&
    a.parts.join('#') === b.parts.join('#') &&
    sameFeatures(a.features, b.features)
  )
}

function sameFeatures(a: Features, b: Features): boolean {
  if (a === b) return true
  const names = Object.keys(a) as (keyof Features)[]
  if (names.length !== Object.keys(b).length) return false
  for (const name of names) if (a[name] !== b[name] && String(a[name]) !== String(b[name])) return false
  return true
}

/**
 * A copy that keeps nothing else alive: a word of 13 letters or more is a slice of its text, which may be a piece
 * of a file (64 KB), and V8 keeps the whole as long as the slice. Gluing a letter on and cutting it off again
 * makes V8 write the word out anew.
 */
function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
