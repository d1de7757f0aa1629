import labels from '../../../data/columns/labels.json'

/** A scale by its answer words: their values, and whether every place of the scale was seen. */
export interface WordScale {
  name: string
  min: number
  max: number
  /** Share of the given answers that the words cover. */
  covered: number
}

/** Answer words are compared as they are said: case, end punctuation and emoji variants do not matter. */
export function plainLabel(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('\uFE0F', '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/(?<=\p{L})[.!]$/u, '')
}

type Places = readonly (readonly string[])[]

/** Values of the answer words of a named scale, worst 1; undefined for a name that is not known. */
export function wordValues(name: string): Map<string, number> | undefined {
  const places = Object.hasOwn(labels.scales, name)
    ? (labels.scales as Record<string, Places>)[name]
    : undefined
  if (!places) return undefined
  const values = new Map<string, number>()
  places.forEach((wordings, at) => {
    for (const wording of wordings) values.set(plainLabel(wording), at + 1)
  })
  return values
}

export const wordScaleNames: readonly string[] = Object.keys(labels.scales)

/** The scale whose answer words cover the values best, when they cover at least four fifths of them. */
export function wordScale(values: ReadonlyMap<string, number>): WordScale | undefined {
  let best: WordScale | undefined
  let total = 0
  for (const n of values.values()) total += n
  if (total === 0) return undefined
  for (const [name, places] of Object.entries(labels.scales)) {
    const value = wordValues(name)
    const seen = new Set<number>()
    let covered = 0
    for (const [cell, n] of values) {
      const score = value?.get(plainLabel(cell))
      if (score === undefined) continue
      seen.add(score)
      covered += n
    }
    if (covered / total < 0.8) continue
    // Five faces are told from three by at least four of them being in use.
    if (name === 'smiley5' && seen.size < 4) continue
    if (!best || covered / total > best.covered)
      best = { name, min: 1, max: places.length, covered: covered / total }
  }
  return best
}
