/** A slot for each of this many forms; a power of two. */
const slots = 1 << 14
/** Longer keys are not worth keeping. */
const longestKey = 64

/**
 * A memo of a pure function of a word that keeps only what was asked for twice: most forms of a text come once,
 * and keeping those would cost more than analysing them (their readings would outlive the young generation of
 * the collector). A fixed table, so memory is bounded; a form that shares its slot with another takes it over.
 */
export function rememberRepeated<Value>(of: (key: string) => Value): (key: string) => Value {
  const seen = new Int32Array(slots)
  const keys = new Array<string>(slots).fill('')
  const values = new Array<Value | undefined>(slots).fill(undefined)
  return (key) => {
    const { length } = key
    if (length > longestKey) return of(key)
    let hash = 0x811c9dc5
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
    const slot = (hash ^ (hash >>> 15)) & (slots - 1)
    if (keys[slot] === key) {
      const known = values[slot]
      if (known !== undefined) return known
    }
    const value = of(key)
    if (seen[slot] === hash) {
      // A word is a slice of its text, which V8 would keep alive as a whole: glued and cut, it is written anew.
      keys[slot] = ` ${key}`.slice(1)
      values[slot] = value
    } else seen[slot] = hash
    return value
  }
}
