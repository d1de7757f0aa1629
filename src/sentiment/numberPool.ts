/**
 * Lists of whole numbers one behind another. What is kept of many words and read for every word of a text lies so in
 * few places of the memory; a list of its own for each lay in three.
 */
export class NumberPool {
  numbers = new Int32Array(1 << 12)
  filled = 0

  /** Where the list stands from now on. */
  add(list: readonly number[]): number {
    const from = this.filled
    const end = from + list.length
    if (end > this.numbers.length) {
      const larger = new Int32Array(Math.max(end, this.numbers.length * 2))
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers.set(list, from)
    this.filled = end
    return from
  }
}
