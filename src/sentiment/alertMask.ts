/** Concepts: one bit each, in 32 bits a number. */
export type Mask = Int32Array

/** The numbers of a mask that hold anything: most masks are of one concept or few. */
export interface SparseMask {
  places: readonly number[]
  bits: readonly number[]
}

export const sparse = (mask: Mask): SparseMask => {
  const places = [...mask.keys()].filter((place) => mask[place] !== 0)
  return { places, bits: places.map((place) => mask[place] as number) }
}

export function addConcept(rows: Int32Array, at: number, concept: number): void {
  const place = at + (concept >> 5)
  rows[place] = (rows[place] as number) | (1 << (concept & 31))
}

/** Whether the concepts from `at` on hold one of a mask. */
export function meets(rows: Int32Array, at: number, { places, bits }: SparseMask): boolean {
  for (let i = 0; i < places.length; i += 1)
    if (((rows[at + (places[i] as number)] as number) & (bits[i] as number)) !== 0) return true
  return false
}

/** The numbers of the concepts from `at` on, ascending. */
export function conceptsAt(rows: Int32Array, at: number, width: number): number[] {
  const concepts: number[] = []
  for (let i = 0; i < width; i += 1)
    for (let rest = rows[at + i] as number; rest !== 0; rest &= rest - 1)
      concepts.push(i * 32 + 31 - Math.clz32(rest & -rest))
  return concepts
}
