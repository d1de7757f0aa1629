/** Words kept at most; then all are forgotten, and the frequent ones are soon met again. */
const mostWords = 1 << 15
/** The table begins with so many places, and is never more than half full. */
const fewestPlaces = 1 << 11
/** Words met once are known by half hashes, the last two in each of so many places; a power of two. */
const onceMet = 1 << 16
/** Longer keys are not worth keeping. */
const longestKey = 64

/** The number of a word is that of its letters from the first on (FNV-1a, by UTF-16 units). */
export const firstHash = 0x811c9dc5 | 0
export const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

function hashOf(key: string): number {
  let hash = firstHash
  for (let at = 0; at < key.length; at++) hash = nextHash(hash, key.charCodeAt(at))
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
  let table: Table<Value> = emptyTable(fewestPlaces)
  let count = 0

  const put = (hash: number, check: number, value: Value): void => {
    const { hashes, values } = table
    const mask = values.length - 1
    let place = placeOf(hash, mask)
    while (hashes[place * 2 + 1] !== 0) place = (place + 1) & mask
    hashes[place * 2] = hash
    hashes[place * 2 + 1] = check
    values[place] = value
    count += 1
  }
  const makeRoom = (): void => {
    const { hashes, values } = table
    const isFull = count >= mostWords
    if (!isFull && count * 2 < values.length) return
    table = emptyTable(isFull ? fewestPlaces : values.length * 2)
    count = 0
    if (isFull) return
    for (const [place, value] of values.entries())
      if (value !== null) put(hashes[place * 2] as number, hashes[place * 2 + 1] as number, value)
  }

  return (key, known) => {
    const { length } = key
    if (length > longestKey || length === 0) return null
    const hash = known ?? hashOf(key)
    const { hashes, values } = table
    const mask = values.length - 1
    let check = 0
    for (let place = placeOf(hash, mask); hashes[place * 2 + 1] !== 0; place = (place + 1) & mask) {
      if (hashes[place * 2] !== hash) continue
      if (check === 0) check = checkOf(key)
      if (hashes[place * 2 + 1] === check) return values[place] as Value
    }
    const at = (hash ^ (hash >>> 13)) & (onceMet - 1)
    const two = once[at] as number
    const half = hash >>> 16
    if (two >>> 16 !== half && (two & 0xffff) !== half) {
      once[at] = (two << 16) | half
      return null
    }
    // A word is a slice of its text, which V8 would keep alive as a whole: glued and cut, it is written anew.
    const value = of(` ${key}`.slice(1))
    makeRoom()
    put(hash, check === 0 ? checkOf(key) : check, value)
    return value
  }
}

/**
 * Words by two hashes, 64 bits that tell them apart: the letters of words long met would be one more place of the
 * memory to wait for. The second hash of a place that is free is 0.
 */
interface Table<Value> {
  hashes: Int32Array
  values: (Value | null)[]
}

const emptyTable = <Value>(places: number): Table<Value> => ({
  hashes: new Int32Array(places * 2),
  values: new Array<Value | null>(places).fill(null),
})

const placeOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask

/** The second hash of a word: the letters from the last to the first by another factor (xxHash's second prime), never 0. */
function checkOf(key: string): number {
  let check = key.length
  for (let at = key.length - 1; at >= 0; at--) check = Math.imul(check ^ key.charCodeAt(at), 0x85ebca77)
  return check | 1
}
