import type { PackedFinnish } from './packed.js'

const room = 4096

/** The suffixes that begin at the places of a word, each place looked at once. */
export class SuffixHits {
  /** For each place, the range of its hits. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** For each hit, its list of suffixes and where they end. */
  readonly list = new Int32Array(room)
  readonly at = new Int32Array(room)
  private readonly scanned: Int32Array
  private count = 0
  /** Number of the word in hand; what was found in another one does not count. */
  private word = 0
  private codes: Uint8Array = new Uint8Array(0)
  private length = 0

  constructor(
    private readonly packed: PackedFinnish,
    longest: number,
  ) {
    this.start = new Int32Array(longest + 2)
    this.end = new Int32Array(longest + 2)
    this.scanned = new Int32Array(longest + 2)
  }

  begin(codes: Uint8Array, length: number): void {
    this.word = (this.word + 1) | 0
    this.count = 0
    this.codes = codes
    this.length = length
  }

  /** Finds the suffixes that begin at a place. */
  scan(from: number): void {
    if (this.scanned[from] === this.word) return
    const { suffixBase: base, suffixCheck: check } = this.packed
    const { codes, length } = this
    this.scanned[from] = this.word
    this.start[from] = this.count
    let slot = 0
    for (let at = from; ; at++) {
      const place = base[slot] as number
      const leaf = place < 0
      if ((leaf || check[place] === 0) && this.count < room) {
        this.list[this.count] = leaf ? -place - 1 : -(base[place] as number) - 1
        this.at[this.count] = at
        this.count++
      }
      if (leaf || at >= length) break
      const code = codes[at] as number
      if (code === 0 || check[place + code] !== code) break
      slot = place + code
    }
    this.end[from] = this.count
  }
}

/** Bits of a paradigm: suffixes that make forms of the base, and any suffix or joint. */
export const formSuffix = 1
export const anySuffix = 2

/** By paradigm: what goes on from its stems. */
export function suffixesByParadigm({
  suffixData,
  suffixOffsets,
  suffixSplit,
  paradigmBits,
  words,
}: PackedFinnish): Uint8Array {
  const forms = new Uint32Array(words)
  const any = new Uint32Array(words)
  for (let list = 0; list < suffixSplit.length; list++)
    for (let index = suffixOffsets[list] as number; index < (suffixOffsets[list + 1] as number); index++) {
      const group = suffixData[index * 4 + 1] as number
      const bit = 1 << (group & 31)
      any[group >> 5] = (any[group >> 5] as number) | bit
      if (index < (suffixSplit[list] as number)) forms[group >> 5] = (forms[group >> 5] as number) | bit
    }
  const out = new Uint8Array(paradigmBits.length / words)
  for (let at = 0; at < paradigmBits.length; at++) {
    const paradigm = Math.floor(at / words)
    const bits = paradigmBits[at] as number
    const word = at % words
    if ((bits & (any[word] as number)) !== 0) out[paradigm] = (out[paradigm] as number) | anySuffix
    if ((bits & (forms[word] as number)) !== 0) out[paradigm] = (out[paradigm] as number) | formSuffix
  }
  return out
}
