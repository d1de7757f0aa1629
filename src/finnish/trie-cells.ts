/**
 * A cell of a double-array trie: the letter that leads to it (8 bits), whether a key ends there (1 bit), a mark of that
 * key (1 bit) and, above, the place of its children. A cell without children is negative and holds the number of its
 * key as `-number - 1`; one with children has that in the cell of letter 0.
 */
export const endsKey = 1 << 8
/** Of stems: suffixes that make forms of the base go on from some of the stem's values. */
export const markedKey = 1 << 9
export const placeShift = 10

export function trieCell(base: number, letter: number, ends: boolean, marked: boolean): number {
  return (base << placeShift) | (marked ? markedKey : 0) | (ends ? endsKey : 0) | letter
}

/** Number of the key that ends at a cell. */
export function keyNumber(cells: Int32Array, cell: number): number {
  const own = cell < 0 ? cell : (cells[cell >> placeShift] as number)
  return -(own >> placeShift) - 1
}

/** Whether some key begins with the codes from `from` to `until`. */
export function hasPrefix(cells: Int32Array, codes: Uint8Array, from: number, until: number): boolean {
  let cell = cells[0] as number
  for (let at = from; at < until; at++) {
    const code = codes[at] as number
    if (cell < 0 || code === 0) return false
    cell = cells[(cell >> placeShift) + code] as number
    if ((cell & 255) !== code) return false
  }
  return true
}
