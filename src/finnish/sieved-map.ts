import { hashOf } from './repeated.js'

/** Places of the sieve; a power of two. */
const places = 1 << 14

/**
 * A map of words in which most words that are asked for are not: those are told so by their length and three of their
 * letters, a tenth of the price of looking in a map. The rest are found by a hash of our own, as an engine's map would
 * first ask a runtime for the hash of each new word.
 */
export class SievedMap<Value> {
  private readonly sieve = new Uint8Array(places)
  private readonly keys: readonly string[]
  private readonly values: readonly Value[]
  /** Numbers of words from 1 on, at the places of their hashes; no more than half full. */
  private readonly table: Uint16Array

  constructor(entries: readonly (readonly [word: string, value: Value])[]) {
    const all = new Map(entries)
    this.keys = [...all.keys()]
    this.values = [...all.values()]
    this.table = new Uint16Array(2 ** Math.ceil(Math.log2(2 * all.size + 2)))
    this.keys.forEach((word, index) => {
      this.sieve[placeOf(word)] = 1
      this.table[this.find(word)] = index + 1
    })
  }

  /** Whether the word may be in the map, in small letters or capitals. */
  mayHave(word: string): boolean {
    return this.sieve[placeOf(word)] === 1
  }

  get(word: string): Value | undefined {
    if (!this.mayHave(word)) return undefined
    const number = this.table[this.find(word)] as number
    return number === 0 ? undefined : this.values[number - 1]
  }

  /** Where a word stands in the table, or else the free place for it. */
  private find(word: string): number {
    const { keys, table } = this
    const mask = table.length - 1
    const hash = hashOf(word)
    let place = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const number = table[place] as number
      if (number === 0 || keys[number - 1] === word) return place
      place = (place + 1) & mask
    }
  }
}

/** A capital of Latin-1 is 32 before its small letter; all else beyond is one. */
function letterAt(word: string, at: number): number {
  const unit = word.charCodeAt(at)
  return unit < 0x100 ? unit | 0x20 : 0
}

function placeOf(word: string): number {
  const { length } = word
  const letters =
    Math.imul(letterAt(word, 0), 0x2c1b) ^
    Math.imul(letterAt(word, length >> 1), 0x297) ^
    Math.imul(letterAt(word, length - 1), 0x35)
  return (letters ^ (length * 0x505)) & (places - 1)
}
