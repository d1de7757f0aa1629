import { unitAt } from './unit-at.js'

/** Words kept at most; then all are forgotten, and the frequent ones are soon met again. */
const mostWords = 1 << 15
/** The table begins with so many places, and is never more than half full. */
const fewestPlaces = 1 << 11
/**
 * Words met once are known by half hashes, the last two in each of so many places; a power of two. More places would be
 * lines of memory that every new word pushes out of the processor's cache.
 */
const onceMet = 1 << 14
/** Longer keys are not worth keeping. */
const longestKey = 64

/** The number of a word is that of its letters from the first on (FNV-1a, by UTF-16 units). */
export const firstHash = 0x811c9dc5 | 0
export const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

function hashOf(key: string): number {
  let hash = firstHash
  const { length } = key
  for (let at = 0; at < length; at++) hash = nextHash(hash, unitAt(key, at))
  return hash
}

/**
 * A memo of a pure function of a word that keeps only what was asked for twice: most forms of a text come once,
 * and keeping those would cost more than analysing them (their readings would outlive the young generation of
 * the collector). Memory is bounded.
 */
export function rememberRepeated<Value>(of: (key: string) => Value): (key: string) => Value {
  const repeated = repeatedOnly(of)
  return (key) => repeated(key) ?? of(key)
}

/**
 * The same memo for who knows a shorter way where nothing is kept: null for a word that comes for the first time. Who
 * has read the word's letters anyway knows its hash.
 */
export function repeatedOnly<Value>(
  of: (key: string) => Value,
): (key: string, hash?: number) => Value | null {
  const once = new Int32Array(onceMet)
  let hashes = new Int32Array(fewestPlaces)
  let keys = new Array<string>(fewestPlaces).fill('')
  let values = new Array<Value | null>(fewestPlaces).fill(null)
  let count = 0

  const empty = (places: number): void => {
    hashes = new Int32Array(places)
    keys = new Array<string>(places).fill('')
    values = new Array<Value | null>(places).fill(null)
    count = 0
  }
  /** Where a key stands, or else the free place for it. */
  const placeOf = (hash: number, key: string): number => {
    const mask = keys.length - 1
    let place = (hash ^ (hash >>> 15)) & mask
    while (keys[place] !== '' && (hashes[place] !== hash || keys[place] !== key)) place = (place + 1) & mask
    return place
  }
  const put = (hash: number, key: string, value: Value): void => {
    const place = placeOf(hash, key)
    hashes[place] = hash
    keys[place] = key
    values[place] = value
    count += 1
  }
  const makeRoom = (): void => {
    if (count >= mostWords) empty(fewestPlaces)
    if (count * 2 < keys.length) return
    const old = { hashes, keys, values }
    empty(keys.length * 2)
    for (const [at, key] of old.keys.entries())
      if (key !== '') put(old.hashes[at] as number, key, old.values[at] as Value)
  }

  return (key, known) => {
    const { length } = key
    if (length > longestKey || length === 0) return null
    const hash = known ?? hashOf(key)
    const place = placeOf(hash, key)
    if (keys[place] !== '') return values[place] as Value
    const at = (hash ^ (hash >>> 13)) & (onceMet - 1)
    const two = once[at] as number
    const half = hash >>> 16
    if (two >>> 16 !== half && (two & 0xffff) !== half) {
      once[at] = (two << 16) | half
      return null
    }
    // A word is a slice of its text, which V8 would keep alive as a whole: glued and cut, it is written anew.
    const own = ` ${key}`.slice(1)
    const value = of(own)
    makeRoom()
    put(hash, own, value)
    return value
  }
}
