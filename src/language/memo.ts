import type { Token } from './tokens.js'
import type { WordReading } from './word.js'

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

/**
 * A bounded memo of what depends on one word alone: its text and its reading. Readers give the same reading object
 * for a form met again, so that the object itself is the key; where a reader shares one object among several
 * spellings, the spelling met last is remembered.
 */
export function rememberByWord<Value>(
  of: (token: Token, word: WordReading) => Value,
  size = 1 << 15,
): (token: Token, word: WordReading) => Value {
  type Kept = { text: string; kind: Token['kind']; value: Value }
  let young = new Map<WordReading, Kept>()
  let old = new Map<WordReading, Kept>()
  return (token, word) => {
    const fresh = young.get(word)
    if (fresh !== undefined && fresh.text === token.text && fresh.kind === token.kind) return fresh.value
    const older = old.get(word)
    const kept =
      older !== undefined && older.text === token.text && older.kind === token.kind
        ? older
        : { text: ownText(token.text), kind: token.kind, value: of(token, word) }
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(word, kept)
    return kept.value
  }
}

/**
 * A copy that keeps nothing else alive: a word of 13 letters or more is a slice of its text, which may be a piece
 * of a file (64 KB), and V8 keeps the whole as long as the slice. Gluing a letter on and cutting it off again
 * makes V8 write the word out anew.
 */
function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
