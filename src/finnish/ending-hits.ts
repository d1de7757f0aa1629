import { clitics, cliticsOf } from './clitics.js'
import type { PackedFinnish } from './packed.js'

const room = 4096

/** The endings that a word could have: for each place, a chain of the lists of endings that begin there. */
export class EndingHits {
  /** First hit of each place, -1 for none. */
  readonly head: Int32Array
  readonly next = new Int32Array(room)
  readonly list = new Int32Array(room)
  readonly clitic = new Int32Array(room)
  private count = 0

  constructor(
    private readonly packed: PackedFinnish,
    longest: number,
  ) {
    this.head = new Int32Array(longest + 2)
  }

  /** Finds the endings of a word, given with the codes of its letters; clitics are taken off first. */
  match(word: string, codes: Uint8Array): void {
    const { length } = word
    for (let at = 0; at <= length; at++) this.head[at] = -1
    this.count = 0
    if (length === 0) return
    this.from(length, 0, codes)
    for (const clitic of cliticsOf(word))
      this.from(length - (clitics[clitic]?.text.length ?? 0), clitic, codes)
  }

  private from(end: number, clitic: number, codes: Uint8Array): void {
    const { endingBase: base, endingCheck: check } = this.packed
    let slot = 0
    for (let at = end; at >= 1; at--) {
      const place = base[slot] as number
      if (place < 0) {
        this.hit(at, -place - 1, clitic)
        return
      }
      if (check[place] === 0) this.hit(at, -(base[place] as number) - 1, clitic)
      const code = codes[at - 1] as number
      if (code === 0 || check[place + code] !== code) return
      slot = place + code
    }
  }

  private hit(at: number, list: number, clitic: number): void {
    if (this.count >= room) return
    const index = this.count++
    this.list[index] = list
    this.clitic[index] = clitic
    this.next[index] = this.head[at] as number
    this.head[at] = index
  }
}
