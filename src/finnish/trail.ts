import type { Spelling } from './rewriting.js'
import { endsKey, placeShift } from './trie-cells.js'

/** How the stems of the lexicon follow one word. */
export class Trail {
  /** Cells of the trie along the word. */
  readonly cells: Int32Array
  /** Stems that the word begins with: where they end and their cells. */
  readonly stemEnds: Int32Array
  readonly stemCell: Int32Array
  stemCount = 0
  private hits: Int32Array = new Int32Array(0)
  /** Where endings of the word begin, and where stems end, as `noteEnds` found. */
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

  /** Notes where stems end and where endings begin, which few words come to be asked. */
  noteEnds(length: number): void {
    const { ends, stems, hits } = this
    for (let at = 0; at <= length; at++) {
      ends[at] = (hits[length - at] as number) >= 0 ? 1 : 0
      stems[at] = 0
    }
    for (let index = 0; index < this.stemCount; index++) stems[this.stemEnds[index] as number] = 1
  }

  clear(): void {
    this.reach = 0
    this.stemCount = 0
  }

  /** Follows a word from a place, whose cell is given, as far as stems go, and notes those that it begins with. */
  follow(codes: Uint8Array, length: number, from: number, first: number): void {
    const { cells, stemEnds, stemCell, stemCells } = this
    let count = this.stemCount
    let cell = first
    for (let at = from; ; at++) {
      if ((cell & endsKey) !== 0) {
        stemEnds[count] = at
        stemCell[count++] = cell
      }
      if (cell < 0) break
      this.reach = at
      cells[at] = cell
      const code = at < length ? (codes[at] as number) : 0
      if (code === 0) break
      cell = stemCells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) break
    }
    this.stemCount = count
  }

  /**
   * Follows a word that has its first letters (at least `same`) in common with that of another trail, from where they
   * differ.
   */
  branch(trail: Trail, codes: Uint8Array, length: number, same: number): void {
    const goesOn = same <= trail.reach
    let count = 0
    for (; count < trail.stemCount; count++) {
      const end = trail.stemEnds[count] as number
      if (end > same || (goesOn && end === same)) break
      this.stemEnds[count] = end
      this.stemCell[count] = trail.stemCell[count] as number
    }
    this.stemCount = count
    if (goesOn) this.follow(codes, length, same, trail.cells[same] as number)
  }

  /**
   * Takes over the cells up to the last letter that stems could follow, and the stems on the way. `hits`: the first hit of
   * the word's endings by their places, counted from the end.
   */
  keep({ cells, reach, stemEnds, stemCell, stemCount }: Trail, hits: Int32Array): void {
    this.hits = hits
    this.reach = reach
    for (let at = 0; at <= reach; at++) this.cells[at] = cells[at] as number
    this.stemCount = stemCount
    for (let index = 0; index < stemCount; index++) {
      this.stemEnds[index] = stemEnds[index] as number
      this.stemCell[index] = stemCell[index] as number
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
