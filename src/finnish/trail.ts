import { letterCode } from './alphabet.js'
import { placeShift } from './trie-cells.js'

/** How the stems of the lexicon follow one word: changes of the word are tried from where they begin. */
export class Trail {
  private readonly cells: Int32Array
  private readonly codes: Uint8Array
  private reach = 0
  private length = 0

  constructor(
    private readonly stemCells: Int32Array,
    longest: number,
  ) {
    this.cells = new Int32Array(longest + 2)
    this.codes = new Uint8Array(longest + 1)
  }

  /** Takes over the cells up to the last letter that stems could follow, and the word's letter codes. */
  keep(cells: Int32Array, reach: number, codes: Uint8Array, length: number): void {
    this.reach = reach
    this.length = length
    for (let at = 0; at <= reach; at++) this.cells[at] = cells[at] as number
    for (let at = 0; at < length; at++) this.codes[at] = codes[at] as number
  }

  /**
   * Whether some stem begins as the word does up to `at` and has two letters more: the first of `letters` and of
   * the word from `until` on.
   */
  goesOn(at: number, letters: string, until: number): boolean {
    if (at > this.reach) return false
    let cell = this.cells[at] as number
    for (let index = 0; index < 2; index++) {
      const code =
        index < letters.length
          ? letterCode(letters.charCodeAt(index))
          : this.codeAt(until + index - letters.length)
      if (cell < 0 || code === 0) return false
      cell = this.stemCells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) return false
    }
    return true
  }

  private codeAt(at: number): number {
    return at < this.length ? (this.codes[at] as number) : 0
  }
}
