import type { Spelling } from './rewriting.js'
import { placeShift } from './trie-cells.js'

/** How the stems of the lexicon follow one word: changes of the word are tried from where they begin. */
export class Trail {
  readonly cells: Int32Array
  readonly stemEnds: Int32Array
  readonly stemCell: Int32Array
  stemCount = 0
  /** Where endings of the word begin, and where stems end. */
  readonly ends: Uint8Array
  readonly stems: Uint8Array
  /** The last letter after which stems go on. */
  reach = 0

  constructor(
    private readonly stemCells: Int32Array,
    longest: number,
  ) {
    this.cells = new Int32Array(longest + 2)
    this.stemEnds = new Int32Array(longest + 2)
    this.stemCell = new Int32Array(longest + 2)
    this.ends = new Uint8Array(longest + 2)
    this.stems = new Uint8Array(longest + 2)
  }

  /** Takes over where endings begin, by their first hits. */
  keepEnds(hits: Int32Array, length: number): void {
    for (let at = 0; at <= length; at++) this.ends[at] = (hits[at] as number) >= 0 ? 1 : 0
    this.stems.fill(0, 0, length + 1)
    for (let index = 0; index < this.stemCount; index++) this.stems[this.stemEnds[index] as number] = 1
  }

  /** Takes over the cells up to the last letter that stems could follow, and the stems on the way. */
  keep(cells: Int32Array, reach: number, ends: Int32Array, stems: Int32Array, count: number): void {
    this.reach = reach
    for (let at = 0; at <= reach; at++) this.cells[at] = cells[at] as number
    this.stemCount = count
    for (let index = 0; index < count; index++) {
      this.stemEnds[index] = ends[index] as number
      this.stemCell[index] = stems[index] as number
    }
  }

  /** Whether some stem begins as the word does up to `at` and goes on with the next two letters of a spelling. */
  goesOn({ codes, length }: Spelling, at: number): boolean {
    return at + 2 <= length && this.hasBranch(at, codes[at] as number, codes[at + 1] as number)
  }

  /** Whether some stem begins as the word does up to `at` and goes on with two letters. */
  hasBranch(at: number, first: number, second: number): boolean {
    if (at > this.reach || first === 0 || second === 0) return false
    const cells = this.stemCells
    let cell = this.cells[at] as number
    if (cell < 0) return false
    cell = cells[(cell >> placeShift) + first] as number
    if (cell < 0 || (cell & 255) !== first) return false
    return ((cells[(cell >> placeShift) + second] as number) & 255) === second
  }
}
