/**
 * Features by which the language of a text is told: two to four letters in a row, with the edges of words, and
 * whole short words. Each is hashed to a slot of one table, so that no string is built. Training and detection
 * share this function; changing it means training again (`npm run train -- language`).
 */

export const SLOT_BITS = 13
export const SLOTS = 1 << SLOT_BITS
const EDGE = 32
const LONGEST_WORD = 12
const SHIFT = 32 - SLOT_BITS
/** A scan stops where there is no room for this many features; no character gives more. */
export const MOST_AT_ONCE = 5

/** What a scan found, beside the slots. */
export interface NgramScan {
  /** How many entries of `slots` are filled. */
  count: number
  /** Letters of the Latin script, and letters of other scripts. */
  latin: number
  other: number
  /** Combining marks: the letters should be composed (NFC) before a scan. */
  marks: number
}

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return h >>> SHIFT
}

const LATIN_1 = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code >= 97 && code <= 122) return code
  if (code >= 65 && code <= 90) return code + 32
  if (code >= 0xdf) return code === 0xf7 ? 0 : code
  return code >= 0xc0 && code !== 0xd7 ? code + 32 : 0
})

/** Lower case of a letter, 0 of anything else. */
function letterOf(code: number, text: string, i: number): number {
  if (code < 256) return LATIN_1[code] as number
  const character = String.fromCodePoint(text.codePointAt(i) as number)
  return LETTER.test(character) ? character.toLowerCase().charCodeAt(0) : 0
}

const LETTER = /^\p{L}/u
const LAST_LATIN = 0x24f

/**
 * Fills `slots` with the features of `text` between `start` and `end`. Stops when `slots` is full, which bounds
 * the work on long texts.
 */
export function scanNgrams(text: string, start: number, end: number, slots: Uint16Array): NgramScan {
  let count = 0
  let latin = 0
  let other = 0
  let marks = 0
  let a = EDGE
  let b = EDGE
  let c = EDGE
  let word = 0
  let length = 0
  const room = slots.length - MOST_AT_ONCE
  for (let i = start; i <= end && count < room; i += 1) {
    const code = i < end ? text.charCodeAt(i) : EDGE
    const letter = letterOf(code, text, i)
    if (letter === 0) {
      if (code === 0xad || code === 0x200b) continue
      if (code >= 0x300 && code <= 0x36f) {
        marks += 1
        continue
      }
      if (length === 0) continue
      slots[count++] = mix(c * 0x10001 + 0x20000001)
      slots[count++] = mix(Math.imul(b, 0x3779b1) + c * 0x401 + 0x40000003)
      if (length > 1)
        slots[count++] = mix(Math.imul(a, 0x1b873593) + Math.imul(b, 0x85ebca) + c * 0x6b + 0x60000005)
      if (length <= LONGEST_WORD) slots[count++] = mix(word + 0x7feb352d)
      a = EDGE
      b = EDGE
      c = EDGE
      word = 0
      length = 0
      continue
    }
    if (letter > LAST_LATIN) other += 1
    else latin += 1
    length += 1
    word = Math.imul(word ^ letter, 0x01000193) + letter
    slots[count++] = mix(Math.imul(c, 0x9e3779) + letter * 0x10001)
    if (length > 1)
      slots[count++] = mix(Math.imul(b, 0x3779b1) + Math.imul(c, 0x9e37) + Math.imul(letter, 0x1f1f) + 0x11)
    if (length > 2)
      slots[count++] = mix(
        Math.imul(a, 0x1b873593) + Math.imul(b, 0x85ebca) + Math.imul(c, 0xc2b2) + letter * 0x6b + 0x33,
      )
    a = b
    b = c
    c = letter
  }
  return { count, latin, other, marks }
}
