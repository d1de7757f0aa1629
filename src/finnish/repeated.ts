/** The table begins with this many places and doubles up to the second number, as words fill it; powers of two. */
const fewest = 1 << 11
const most = 1 << 15
/** Words met once are kept, as half hashes and the last two of each, in this many places; a power of two. */
const onceMet = 1 << 15
/** Longer keys are not worth keeping. */
const longestKey = 64

/**
 * A memo of a pure function of a word that keeps only what was asked for twice: most forms of a text come once,
 * and keeping those would cost more than analysing them (their readings would outlive the young generation of
 * the collector). Each word has two places, the one used last first; a newcomer takes the place of the other, so
 * memory is bounded.
 */
export function rememberRepeated<Value>(of: (key: string) => Value): (key: string) => Value {
  const seen = new Int32Array(onceMet)
  let size = fewest
  let filled = 0
  let keys = new Array<string>(size).fill('')
  let values = new Array<Value | undefined>(size).fill(undefined)

  const put = (hash: number, key: string, value: Value): void => {
    const place = placeOf(hash, size)
    if (keys[place] !== '') {
      if (keys[place + 1] === '') filled += 1
      keys[place + 1] = keys[place] as string
      values[place + 1] = values[place]
    } else filled += 1
    keys[place] = key
    values[place] = value
  }
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values]
    size *= 2
    filled = 0
    keys = new Array<string>(size).fill('')
    values = new Array<Value | undefined>(size).fill(undefined)
    for (let at = oldKeys.length - 1; at >= 0; at--) {
      const key = oldKeys[at] as string
      if (key !== '') put(hashOf(key), key, oldValues[at] as Value)
    }
  }

  return (key) => {
    const { length } = key
    if (length > longestKey || length === 0) return of(key)
    const hash = hashOf(key)
    const place = placeOf(hash, size)
    if (keys[place] === key) return values[place] as Value
    if (keys[place + 1] === key) {
      const value = values[place + 1] as Value
      keys[place + 1] = keys[place] as string
      values[place + 1] = values[place]
      keys[place] = key
      values[place] = value
      return value
    }
    const once = hash & (onceMet - 1)
    const two = seen[once] as number
    const half = hash >>> 16
    if (two >>> 16 !== half && (two & 0xffff) !== half) {
      seen[once] = (two << 16) | half
      return of(key)
    }
    // A word is a slice of its text, which V8 would keep alive as a whole: glued and cut, it is written anew.
    const own = ` ${key}`.slice(1)
    const value = of(own)
    if (filled * 4 > size * 3 && size < most) grow()
    put(hash, own, value)
    return value
  }
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash
}

/** The first of the two places of a key. */
function placeOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 2)
}
