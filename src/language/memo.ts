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
    value = old.get(key) ?? of(key)
    // A very long key is not worth keeping.
    if (key.length > 64) return value
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
