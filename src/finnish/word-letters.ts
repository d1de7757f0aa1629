import { letterCode } from './alphabet.js'
import { withCapital, withOther, writtenWith } from './normalize.js'
import { firstHash, nextHash } from './repeated.js'
import { charCodeAt } from './unit-at.js'

/** Longest word that is matched; longer ones are never Finnish words and would only cost time. */
export const longestWord = 80

/** Units below this one are looked up; no other is in the alphabet. */
const known = 0x180
/** By unit: the code of the letter in the lower half, what a form with it is written with in the upper one. */
const table = Uint16Array.from({ length: known }, (_, unit) => {
  const letter = String.fromCharCode(unit)
  const kind = writtenWith(letter)
  const small = kind === withCapital ? letter.toLowerCase().charCodeAt(0) : unit
  return letterCode(small) | (kind << 8)
})

/**
 * The letters of one word, read once for all who ask: engines take several times longer to give a letter of a string
 * than to do with it whatever is done here.
 */
export class WordLetters {
  /** Codes of the letters, 0 of those that the lexicon does not have; capitals of Finnish have those of small letters. */
  readonly codes = new Uint8Array(longestWord + 1)
  /** How many letters there are; a word that is too long has none. */
  length = 0
  /** What the word is written with besides the small letters of Finnish, as `writtenWith` says. */
  kinds = 0
  /** Its number for `repeatedOnly`. */
  hash = 0

  take(word: string): void {
    const { codes } = this
    const { length } = word
    if (length > longestWord) {
      this.length = 0
      this.kinds = writtenWith(word)
      return
    }
    let kinds = 0
    let hash = firstHash
    for (let at = 0; at < length; at++) {
      const unit = charCodeAt.call(word, at)
      const letter = unit < known ? (table[unit] as number) : withOther << 8
      codes[at] = letter
      kinds |= letter
      hash = nextHash(hash, unit)
    }
    this.length = length
    this.kinds = kinds >> 8
    this.hash = hash
  }
}
