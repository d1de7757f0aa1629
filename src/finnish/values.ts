/**
 * What a stem may be a stem of, in one number: the paradigm (12 bits), the entry (13 bits), what goes on from such stems
 * (2 bits), how common the lemma is (4 bits) and whether it is the stem's last value.
 */
export const mostParadigms = 1 << 12
export const mostEntries = 1 << 13

/** Suffixes that make forms of the base go on from a stem; any suffix, or the next part of a compound, does. */
export const formSuffix = 1 << 5
export const anySuffix = 1 << 6

/**
 * Letters that suffixes begin with, as bits: of a code, those of its last five bits, so that letters which Finnish does
 * not have share theirs with others. The first bit stands for a suffix without letters.
 */
export function firstLetter(code: number): number {
  return 1 << (code & 31)
}

export interface Value {
  paradigm: number
  entry: number
  /** `formSuffix` and `anySuffix`. */
  goesOn: number
  /** 0 (not met) to 15. */
  frequency: number
  last: boolean
}

export function valueCell({ paradigm, entry, goesOn, frequency, last }: Value): number {
  return (paradigm << 20) | (entry << 7) | goesOn | (frequency << 1) | (last ? 1 : 0)
}

export function paradigmOf(cell: number): number {
  return cell >>> 20
}

export function entryOf(cell: number): number {
  return (cell >>> 7) & (mostEntries - 1)
}

export function frequencyOf(cell: number): number {
  return (cell >>> 1) & 15
}

export function withFrequency(cell: number, frequency: number): number {
  return (cell & ~0x1e) | (frequency << 1)
}

export function isLast(cell: number): boolean {
  return (cell & 1) === 1
}
