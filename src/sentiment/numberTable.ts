/**
 * Values by whole numbers from 0, as numbers and values in turn in one open-addressed list: most questions end in one
 * place of it. A `Map` of each word lay in four places of the memory, which is what reading waits for.
 */
export type NumberTable<Value> = readonly (number | Value | undefined)[]

export function numberTable<Value extends object>(entries: ReadonlyMap<number, Value>): NumberTable<Value> {
  let size = 2
  while (size * 3 < entries.size * 4) size *= 2
  if (size === entries.size) size *= 2
  const table: (number | Value | undefined)[] = new Array(size * 2).fill(undefined)
  for (const [number, value] of entries) {
    let at = placeOf(number, table.length)
    while (table[at] !== undefined) at = (at + 2) & (table.length - 1)
    table[at] = number
    table[at + 1] = value
  }
  return table
}

export function valueAt<Value>(table: NumberTable<Value>, number: number): Value | undefined {
  const last = table.length - 1
  let at = placeOf(number, table.length)
  for (let held = table[at]; held !== undefined; held = table[at]) {
    if (held === number) return table[at + 1] as Value
    at = (at + 2) & last
  }
  return undefined
}

/** In the order of their places. */
export const valuesOf = <Value>(table: NumberTable<Value>): Value[] =>
  table.filter((value, at): value is Value => at % 2 === 1 && value !== undefined)

/** Multiplicative hashing by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const placeOf = (number: number, length: number): number =>
  (Math.imul(number, 0x9e3779b1) >>> 15) & (length - 2)
