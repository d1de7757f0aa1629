import { badOption } from './badOption.js'

/** Histograms of many units over one scale, in one flat typed array: memory follows units, not answers. */
export interface Histograms {
  /** Small integer of a unit, for {@link Histograms.count} and {@link Histograms.countColumns}. */
  intern(unit: string): number
  /** One answer; a point outside the scale (also NaN) counts as off the scale. */
  count(unit: number, score: number): void
  /** Many answers: unit integers of `intern` beside scores. */
  countColumns(units: ArrayLike<number>, scores: ArrayLike<number>): void
  /** Many answers: unit names beside scores. */
  countRows(units: ArrayLike<string>, scores: ArrayLike<number>): void
  /** What was counted so far, units in the order of their first appearance. */
  units(): { unit: string; counts: number[]; offScale: number }[]
}

/**
 * Counts answers by unit and point of the scale: `h[unit << shift | point] += 1` on the way, so ten million
 * rows cost a tenth of a second and no memory of their own.
 *
 * @param scale whole numbers, min < max
 * @throws PalauteError `bad_option` for a scale that is not whole; a unit integer that `intern` never gave
 * @example
 * const seen = createHistograms({ min: 0, max: 10 })
 * seen.countRows(['ward', 'ward'], [9, 10])
 * seen.units() // [{unit: 'ward', counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], offScale: 0}]
 */
export function createHistograms(scale: { min: number; max: number; step?: number }): Histograms {
  const { min, max, step = 1 } = scale
  // Times, not by: a quarter is exact either way, and multiplying is quicker.
  const perUnit = 1 / step
  const classes = (max - min) * perUnit + 1
  if (
    !(
      Number.isSafeInteger(min) &&
      Number.isSafeInteger(max) &&
      Number.isSafeInteger(classes) &&
      classes > 1 &&
      classes < 2 ** 16
    )
  )
    throw badOption('scale', `scale must have whole numbers min < max, got ${min} and ${max}.`)
  // One slot more than classes: the last of the row takes what is off the scale.
  const shift = Math.max(4, Math.ceil(Math.log2(classes + 1)))
  const off = (1 << shift) - 1
  const ids = new Map<string, number>()
  let counts = new Float64Array(64 << shift)
  // Guards the flat index of a whole row at a time: ids beyond it have not been interned.
  const room = () => counts.length >> shift
  const intern = (unit: string): number => {
    const known = ids.get(unit)
    if (known !== undefined) return known
    const id = ids.size
    ids.set(unit, id)
    if (id >= room()) {
      const larger = new Float64Array(counts.length * 2)
      larger.set(counts)
      counts = larger
    }
    return id
  }
  const unknown = (unit: number) =>
    badOption('units', `There is no unit number ${unit}; intern its name first.`)
  const slotOf = (score: number): number => {
    // A small integer is equal to its truncation exactly when it is whole; NaN and text never are.
    const point = (score - min) * perUnit
    const slot = point | 0
    return slot === point && slot >= 0 && slot < classes ? slot : off
  }
  return {
    intern,
    count(unit, score) {
      if (!(unit >>> 0 === unit && unit < ids.size)) throw unknown(unit)
      const at = (unit << shift) | slotOf(score)
      counts[at] = (counts[at] as number) + 1
    },
    countColumns(units, scores) {
      if (units.length !== scores.length)
        throw badOption(
          'scores',
          `units and scores must be equally many, got ${units.length} and ${scores.length}.`,
        )
      const known = ids.size
      for (let i = 0; i < units.length; i += 1) {
        const unit = units[i] as number
        if (!(unit >>> 0 === unit && unit < known)) throw unknown(unit)
        const at = (unit << shift) | slotOf(scores[i] as number)
        counts[at] = (counts[at] as number) + 1
      }
    },
    countRows(units, scores) {
      let last: string | undefined
      let row = 0
      for (let i = 0; i < units.length; i += 1) {
        const unit = units[i] as string
        // Exports come sorted by unit more often than not.
        if (unit !== last) {
          row = intern(unit) << shift
          last = unit
        }
        const at = row | slotOf(scores[i] as number)
        counts[at] = (counts[at] as number) + 1
      }
    },
    units() {
      return [...ids].map(([unit, id]) => {
        const row = [...counts.subarray(id << shift, (id + 1) << shift)]
        return { unit, counts: row.slice(0, classes), offScale: row[off] ?? 0 }
      })
    },
  }
}
