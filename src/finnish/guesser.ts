import { letterCode } from './alphabet.js'
import type { Rows } from './packed.js'

/** Longest-suffix statistics, packed by data/build/finnish-guesser.ts. */
export interface SuffixTable {
  base: Int32Array
  check: Uint8Array
  offsets: Uint32Array
  ruleIds: Uint16Array
  sureness: Uint8Array
  rules: Rows<GuessRule>
}

/** Letters to cut from the form, text to add, part of speech and tag of the form. */
export interface GuessRule {
  cut: number
  add: string
  pos: number
  tag: number
}

export interface Guess {
  lemma: string
  pos: number
  tag: number
  /** 0-15, the higher the surer. */
  sureness: number
}

const hasVowel = /[aeiouyäöåé]/

/** Lemmas that a word with this end usually has, by its longest known suffix; the best first, none for a word of no letters. */
export function guess(table: SuffixTable, word: string): Guess[] {
  let slot = 0
  let list = -1
  for (let at = word.length; ; at--) {
    const place = table.base[slot] as number
    if (place < 0) {
      list = -place - 1
      break
    }
    if (table.check[place] === 0) list = -(table.base[place] as number) - 1
    if (at <= 1) break
    const code = letterCode(word.charCodeAt(at - 1))
    if (code === 0 || table.check[place + code] !== code) break
    slot = place + code
  }
  const out: Guess[] = []
  if (list < 0) return out
  const firstVowel = word.search(hasVowel)
  for (let index = table.offsets[list] as number; index < (table.offsets[list + 1] as number); index++) {
    const { cut, add, pos, tag } = table.rules.row(table.ruleIds[index] as number)
    // A stem keeps at least a consonant and a vowel.
    if (word.length - cut < 2) continue
    if ((firstVowel < 0 || firstVowel >= word.length - cut) && !hasVowel.test(add)) continue
    out.push({
      lemma: word.slice(0, word.length - cut) + add,
      pos,
      tag,
      sureness: (table.sureness[index] as number) >> 4,
    })
  }
  return out
}
