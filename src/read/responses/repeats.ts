/** Ids out of order that are remembered; past this, repeats are no longer looked for among them (2 MB). */
const MOST = 1 << 17
/** Stretches of ids that count up. */
const STRETCHES = 32

/** The number that an id ends in, or -1; `0012` is no number, since `12` is another id. */
function endNumber(id: string, from: number): number {
  const { length } = id
  if (from >= length || length - from > 15 || (id.charCodeAt(from) === 48 && length - from > 1)) return -1
  let value = 0
  for (let at = from; at < length; at += 1) {
    const digit = id.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/**
 * Tells whether an id came before. Ids that count up are kept as stretches, others as 53-bit marks in a table of
 * open addresses, so that a file of any size costs a bounded memory; the odds of a false alarm are below one to
 * a hundred thousand.
 */
export function createRepeats(): (id: string) => boolean {
  const stretches: { first: number; last: number }[] = []
  let current: { first: number; last: number } | undefined
  let slots = new Float64Array(1024)
  let count = 0

  function place(mark: number): number {
    let at = mark % slots.length
    for (;;) {
      const there = slots[at]
      if (there === 0 || there === mark) return at
      at = at + 1 === slots.length ? 0 : at + 1
    }
  }

  function grow(): void {
    const before = slots
    slots = new Float64Array(before.length * 2)
    for (const mark of before) if (mark !== 0) slots[place(mark)] = mark
  }

  function marked(id: string): boolean {
    if (count >= MOST) return false
    // Two multiplicative hashes of 32 and 21 bits.
    let high = 0x811c9dc5
    let low = 0x9e3779b1
    for (let at = 0; at < id.length; at += 1) {
      const code = id.charCodeAt(at)
      high = Math.imul(high ^ code, 0x01000193)
      low = Math.imul(low ^ code, 0x85ebca6b)
      low ^= low >>> 15
    }
    const mark = (low >>> 0) * 2 ** 21 + ((high ^ (high >>> 13)) & 0x1fffff) + 1
    const at = place(mark)
    if (slots[at] === mark) return true
    slots[at] = mark
    count += 1
    if (count * 2 > slots.length) grow()
    return false
  }

  return (id) => {
    const number = endNumber(id, 0)
    if (number < 0) return marked(id)
    if (current !== undefined && number === current.last + 1) {
      // A stretch may grow into one that came before.
      if (
        stretches.length > 1 &&
        stretches.some((s) => s !== current && number >= s.first && number <= s.last)
      )
        return true
      current.last = number
      return count > 0 && marked(id)
    }
    if (stretches.some(({ first, last }) => number >= first && number <= last)) return true
    if (stretches.length >= STRETCHES) return marked(id)
    current = { first: number, last: number }
    stretches.push(current)
    return count > 0 && marked(id)
  }
}
