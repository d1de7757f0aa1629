/** Ids that are remembered; past this, repeats are no longer looked for (8 MB). */
const MOST = 1 << 19

/**
 * Tells whether an id came before. Ids are kept as 53-bit marks in a table of open addresses, so that a file of
 * any size costs a bounded memory; the odds of a false alarm among half a million ids are 1 to 60,000.
 */
export function createRepeats(): (id: string) => boolean {
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

  return (id) => {
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
}
