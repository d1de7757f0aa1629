/**
 * Eight whole numbers in three: each number holds three of them side by side, sixteen bits apart, so that a word adds
 * to all heads by three additions. Exact while every sum stays within fifteen bits and a sign.
 */
export interface Packed {
  a: number
  b: number
  c: number
}

const STEP = 65536

const join = (x: number, y: number, z: number): number => (x * STEP + y) * STEP + z

export const pack = (row: ArrayLike<number>): Packed => ({
  a: join(row[0] as number, row[1] as number, row[2] as number),
  b: join(row[3] as number, row[4] as number, row[5] as number),
  c: join(0, row[6] as number, row[7] as number),
})

/** The lowest number, and what is left above it. */
const lowest = (packed: number): number => packed - Math.round(packed / STEP) * STEP

/** Writes the eight numbers into `into`. */
export function unpack(a: number, b: number, c: number, into: number[]): void {
  into[2] = lowest(a)
  const overA = (a - (into[2] as number)) / STEP
  into[1] = lowest(overA)
  into[0] = (overA - (into[1] as number)) / STEP
  into[5] = lowest(b)
  const overB = (b - (into[5] as number)) / STEP
  into[4] = lowest(overB)
  into[3] = (overB - (into[4] as number)) / STEP
  into[7] = lowest(c)
  into[6] = (c - (into[7] as number)) / STEP
}
