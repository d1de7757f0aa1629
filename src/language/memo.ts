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

/** Readings of one text that are remembered side by side ("kuin" as a conjunction and as a noun). */
const READINGS = 4

/**
 * A bounded memo of what depends on one word alone: its text and its reading. Of a text that is read now one way, now
 * another, the few readings met last are remembered. A reading is recognized by being the same object, as readers
 * give it for a form that comes often, else by what it says.
 */
export function rememberByWord<Value>(
  of: (token: Token, word: WordReading) => Value,
  size = 1 << 15,
): (token: Token, word: WordReading) => Value {
  type Kept = { word: WordReading; kind: Token['kind']; value: Value; next: Kept | undefined; depth: number }
  let young = new Map<string, Kept>()
  let old = new Map<string, Kept>()
  return (token, word) => {
    const { text, kind } = token
    const fresh = young.get(text)
    for (let kept = fresh; kept !== undefined; kept = kept.next)
      if (kept.word === word && kept.kind === kind) return kept.value
    const first = fresh ?? old.get(text)
    let found = first
    while (
      found !== undefined &&
      (found.kind !== kind || (found.word !== word && !saysTheSame(found.word, word)))
    )
      found = found.next
    // A reading that was found in the chain stays at its place.
    let head = first
    if (found !== undefined) found.word = word
    else {
      const value = of(token, word)
      const next = first !== undefined && first.depth < READINGS ? first : undefined
      found = { word, kind, value, next, depth: (next?.depth ?? 0) + 1 }
      head = found
    }
    if (text.length > 64 || head === undefined) return found.value
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(ownText(text), head)
    return found.value
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
