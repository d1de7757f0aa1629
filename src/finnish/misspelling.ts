import type { Trail } from './trail.js'

/** A change this near the end may touch the ending alone, so that no stem need go on past it. */
export const endingLength = 5

/**
 * Misspellings of the thumb, each change made only up to where the lexicon's stems could follow the word, and
 * only if some stem goes on past it: the trie is asked before a text is made. `trail` is the word's own.
 */
class Variants {
  readonly found: string[] = []
  private readonly last: number

  constructor(
    private readonly word: string,
    private readonly trail: Trail,
  ) {
    this.last = word.length - endingLength
  }

  /** The word with its letters `from` to `until` written as `letters`; they agree before `differs`. */
  put(from: number, until: number, letters: string, differs: number): void {
    const { word } = this
    const skip = differs - from
    if (
      differs < this.last &&
      !this.trail.goesOn(differs, letters.slice(skip), until + Math.max(0, skip - letters.length))
    )
      return
    const text = word.slice(0, from) + letters + word.slice(until)
    if (text !== word && !this.found.includes(text)) this.found.push(text)
  }
}

/** Letters doubled or left single: each run of like letters made one shorter or longer, up to a place. */
export function letterVariants(word: string, most: number, trail: Trail): string[] {
  const variants = new Variants(word, trail)
  if (/(.)\1\1/.test(word))
    variants.found.push(word.replace(/(.)\1{2,}/g, '$1$1'), word.replace(/(.)\1{2,}/g, '$1'))
  for (let at = 0; at < word.length && at <= most; at++) {
    const letter = word.charAt(at)
    if (letter === word.charAt(at + 1)) variants.put(at, at + 1, '', at + 1)
    else if (at > 0 && letter !== word.charAt(at - 1)) variants.put(at + 1, at + 1, letter, at + 1)
  }
  return variants.found
}

/** Neighbours swapped, or one letter too many, up to a place. */
export function editVariants(word: string, most: number, trail: Trail): string[] {
  const variants = new Variants(word, trail)
  for (let at = 0; at < word.length && at <= most; at++) {
    const next = word.charAt(at + 1)
    if (next === word.charAt(at)) continue
    if (at > 0) variants.put(at, at + 1, '', at)
    if (next !== '') variants.put(at, at + 2, next + word.charAt(at), at)
  }
  return variants.found
}
