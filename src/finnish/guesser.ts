import { endsKey, keyNumber, placeShift } from './trie-cells.js'
import { unitAt } from './unit-at.js'

/** Longest-suffix statistics, packed by data/build/finnish-guesser.ts. */
export interface SuffixTable {
  /** Trie of suffixes, from their ends. */
  cells: Int32Array
  /** By suffix: where its guesses begin. */
  offsets: Uint32Array
  /** By guess: its rule, and how sure it is (0-15, the higher the surer, in the upper half). */
  ruleIds: Uint16Array
  sureness: Uint8Array
  /** By rule: letters to cut from the form, text to add (a number of `adds`), part of speech and tag of the form. */
  cut: Uint8Array
  add: Uint16Array
  pos: Uint8Array
  tag: Uint16Array
  adds: () => readonly string[]
}

const vowel = new Uint8Array(256)
for (const letter of 'aeiouyäöåé') vowel[letter.charCodeAt(0)] = 1

/** Place of the first vowel of a text, mostly one of the first two letters; its length where it has none. */
export function firstVowel(text: string): number {
  const { length } = text
  let at = 0
  while (at < length && vowel[unitAt(text, at)] !== 1) at++
  return at
}

/** Number of the longest suffix that the table has of a word, -1 where it has none. The first letter is never part of it. */
export function longestSuffix({ cells }: SuffixTable, codes: Uint8Array, length: number): number {
  let found = -1
  let cell = cells[0] as number
  for (let at = length; ; at--) {
    if ((cell & endsKey) !== 0) found = keyNumber(cells, cell)
    if (cell < 0 || at <= 1) return found
    const code = codes[at - 1] as number
    if (code === 0) return found
    cell = cells[(cell >> placeShift) + code] as number
    if ((cell & 255) !== code) return found
  }
}

/**
 * The lemma that a rule makes of a word, null where no stem would be left: it keeps a consonant and a vowel at least.
 * `vowelAt`: place of the word's first vowel.
 */
export function guessedLemma(table: SuffixTable, rule: number, word: string, vowelAt: number): string | null {
  const stem = word.length - (table.cut[rule] as number)
  if (stem < 2) return null
  const add = table.adds()[table.add[rule] as number] as string
  return vowelAt < stem || firstVowel(add) < add.length ? word.slice(0, stem) + add : null
}
