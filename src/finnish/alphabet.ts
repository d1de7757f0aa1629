/**
 * Letters that the packed tries know, each with a code from 1 on; those of Finnish from the commonest on, so that what
 * follows a letter mostly lies in one line of the processor's cache. Words with other characters are not in the lexicon
 * and cannot be.
 */
const letters =
  "aitenslkouämvrjhpydögbfcwåqxzéšž'-0123456789:./&üáèñõçóøæêàíëïúþðôâîûœµ²³°%+*_()!?ýřčćńłßąęěůőűāēīō"

const table = new Uint8Array(0x180)
for (let index = 0; index < letters.length; index++) table[letters.charCodeAt(index)] = index + 1

/** Code of a UTF-16 unit of lower-case text, 0 where the lexicon does not have it. */
export function letterCode(unit: number): number {
  return unit < 0x180 ? (table[unit] ?? 0) : 0
}

/** The text of letter codes. */
export function spellOut(codes: Uint8Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at++) text += letters.charAt((codes[at] as number) - 1)
  return text
}

/** Whether the lexicon can hold the text. */
export function isEncodable(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (letterCode(text.charCodeAt(at)) === 0) return false
  return true
}

/** Codes of a key for the build; throws on a letter that the alphabet lacks. */
export function encodeKey(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => {
    const code = letterCode(text.charCodeAt(index))
    if (code === 0)
      throw new Error(`The alphabet of the lexicon lacks "${text.charAt(index)}" (in "${text}")`)
    return code
  })
}

export const hyphen = letterCode('-'.charCodeAt(0))
