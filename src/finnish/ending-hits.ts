import { cliticReach, clitics, cliticsOf, mayEndInClitic } from './clitics.js'
import type { PackedFinnish } from './packed.js'
import { endsKey, keyNumber, placeShift } from './trie-cells.js'

const room = 4096

/**
 * The endings that a word could have: for each place, a chain of the lists of endings that begin there. Places are
 * counted from the end of the word, so that words which end alike have the same.
 */
export class EndingHits {
  /** First hit of each place, -1 for none. */
  readonly head: Int32Array
  readonly next = new Int32Array(room)
  readonly list = new Int32Array(room)
  readonly clitic = new Int32Array(room)
  private readonly at = new Int32Array(room)
  private count = 0
  /** So many last letters of the word tell its endings. */
  reach = 0

  constructor(
    private readonly packed: PackedFinnish,
    longest: number,
  ) {
    this.head = new Int32Array(longest + 2).fill(-1)
  }

  /** Finds the endings of a word, given by the codes of its letters; clitics are taken off first. */
  match(codes: Uint8Array, length: number): void {
    for (let hit = 0; hit < this.count; hit++) this.head[this.at[hit] as number] = -1
    this.count = 0
    this.reach = 0
    if (length === 0) return
    this.reach = Math.max(cliticReach, length - this.from(length, 0, codes, length))
    if (!mayEndInClitic(codes, length)) return
    // The harmony of a clitic hangs on letters far before it.
    this.reach = length
    const found = cliticsOf(codes, length)
    for (let index = 0; index < found.length; index++) {
      const clitic = found[index] as number
      this.from(length - (clitics[clitic]?.text.length ?? 0), clitic, codes, length)
    }
  }

  /** Finds the endings of a word's letters up to a place; gives the place of the last letter that was looked at. */
  private from(end: number, clitic: number, codes: Uint8Array, length: number): number {
    const cells = this.packed.endingCells
    let cell = cells[0] as number
    for (let at = end; at >= 1; at--) {
      if ((cell & endsKey) !== 0) this.hit(length - at, keyNumber(cells, cell), clitic)
      if (cell < 0) return at
      const code = codes[at - 1] as number
      if (code === 0) return at - 1
      cell = cells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) return at - 1
    }
    return 0
  }

  private hit(at: number, list: number, clitic: number): void {
    if (this.count >= room) return
    const index = this.count++
    this.at[index] = at
    this.list[index] = list
    this.clitic[index] = clitic
    this.next[index] = this.head[at] as number
    this.head[at] = index
  }
}
