/** Kinds of characters that the tokenizer tells apart. */
export const SPACE = 0
export const LOWER = 1
export const UPPER = 2
export const DIGIT = 3
export const PUNCTUATION = 4
export const SYMBOL = 5
/** Soft hyphen, zero-width characters, direction marks: they stay inside a word and never make a token. */
export const IGNORABLE = 6
/** Combining marks (NFD): part of the letter before them. */
export const MARK = 7
export const EMOJI = 8
/** Half of a surrogate pair; the pair (or its lack) decides. */
export const SURROGATE = 9

export type CharacterKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

// One digit for each of the first 256 characters. Control characters count as white space.
const LATIN_1 =
  `${'0'.repeat(33)}4455554444544443333333333445554522222222222222222222222222444545${'1'.repeat(26)}4545${'0'.repeat(34)}` +
  '45555555514565555115154511433342222222222222222222222252222222111111111111111111111111511111111'

const KINDS = Uint8Array.from(LATIN_1, Number)

const LETTER = /^\p{L}/u
const UPPER_LETTER = /^\p{Lu}/u
const NUMBER = /^\p{N}/u
const COMBINING = /^\p{M}/u
const PUNCT = /^\p{P}/u
const BLANK = /^\s/u
const PICTOGRAPH = /^\p{Extended_Pictographic}/u

/** Kind of the UTF-16 unit `code`; units above Latin-1 are rarer and may take a slower way. */
export function kindOf(code: number): CharacterKind {
  return (code < 256 ? KINDS[code] : kindOfRare(code)) as CharacterKind
}

function kindOfRare(code: number): CharacterKind {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  if (code >= 0x300 && code <= 0x36f) return MARK
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return IGNORABLE
  if ((code >= 0x2060 && code <= 0x206f) || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f))
    return IGNORABLE
  if (code >= 0x2010 && code <= 0x2027) return PUNCTUATION
  return kindOfCharacter(String.fromCharCode(code))
}

/** Kind of a whole character beyond the plane's first 256, by its Unicode properties. */
export function kindOfCharacter(character: string): CharacterKind {
  if (BLANK.test(character)) return SPACE
  if (LETTER.test(character)) return UPPER_LETTER.test(character) ? UPPER : LOWER
  if (PICTOGRAPH.test(character)) return EMOJI
  if (COMBINING.test(character)) return MARK
  if (NUMBER.test(character)) return DIGIT
  return PUNCT.test(character) ? PUNCTUATION : SYMBOL
}

/** Letters and what clings to them. */
export function isWordKind(kind: CharacterKind): boolean {
  return kind === LOWER || kind === UPPER || kind === MARK || kind === IGNORABLE
}
