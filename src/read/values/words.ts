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

const byName = new Map<string, ReadonlyMap<string, number>>()

/** Values of the answer words of a named scale, worst 1; undefined for a name that is not known. */
export function wordValues(name: string): ReadonlyMap<string, number> | undefined {
  const known = byName.get(name)
  if (known) return known
  if (!Object.hasOwn(labels.scales, name)) return undefined
  const places = (labels.scales as Record<string, readonly (readonly string[])[]>)[name] ?? []
  const values = new Map<string, number>()
  places.forEach((wordings, at) => {
    for (const wording of wordings) values.set(plainLabel(wording), at + 1)
  })
  byName.set(name, values)
  return values
}

export const wordScaleNames: readonly string[] = Object.keys(labels.scales)

const LONGEST = 60

/** `5 - Täysin samaa mieltä`, where the number is the place of the words. */
function numbered(cell: string, value: ReadonlyMap<string, number> | undefined): number | undefined {
  const m = /^(\d)\s*[-–—=:.)]?\s*(\D+)$/u.exec(cell)
  const place = m ? value?.get(m[2] ?? '') : undefined
  return place !== undefined && place === Number(m?.[1]) ? place : undefined
}

/** The scale whose answer words cover the values best, when they cover at least four fifths of them. */
export function wordScale(cells: ReadonlyMap<string, number>): WordScale | undefined {
  const values: [string, number][] = []
  let total = 0
  let long = 0
  for (const [cell, n] of cells) {
    total += n
    if (cell.length <= LONGEST) values.push([plainLabel(cell), n])
    else long += n
  }
  if (total === 0 || long > total * 0.2) return undefined
  let best: WordScale | undefined
  for (const name of wordScaleNames) {
    const value = wordValues(name)
    const seen = new Set<number>()
    let covered = 0
    for (const [cell, n] of values) {
      const score = value?.get(cell) ?? numbered(cell, value)
      if (score === undefined) continue
      seen.add(score)
      covered += n
    }
    if (covered / total < 0.8) continue
    // Five faces are told from three by an outer and an inner one of the same side.
    if (name === 'smiley5' && !(seen.has(1) && seen.has(2)) && !(seen.has(4) && seen.has(5))) continue
    if (name === 'smiley4' && !(seen.has(1) && seen.has(2)) && !(seen.has(3) && seen.has(4))) continue
    if (name === 'smiley3' && best?.name === 'smiley5') continue
    if (!best || covered / total > best.covered)
      best = { name, min: 1, max: Number(name.at(-1)), covered: covered / total }
  }
  return best
}
