import { requireScale } from '../metrics/scaleAnswers.js'
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
  requireScale({ min, max, best: 'high' })
  // One slot more than classes: the last of the row takes what is off the scale.
  const shift = Math.max(4, Math.ceil(Math.log2(classes + 1)))
  const off = (1 << shift) - 1
  const ids = new Map<string, number>()
  let sums = new Float64Array(64 << shift)
  // Counting is done in whole machine words, which are emptied into `sums` long before they can overflow.
  let counts = new Uint32Array(sums.length)
  let pending = 0
  // Names seen lately, by their last letters: finding one again is quicker than asking the map.
  const lately: string[] = new Array(cacheSize).fill('')
  const latelyAt = new Int32Array(cacheSize).fill(-1)

  function empty(): void {
    for (let i = 0; i < counts.length; i += 1) sums[i] = (sums[i] as number) + (counts[i] as number)
    counts.fill(0)
    pending = 0
  }
  function intern(unit: string): number {
    const known = ids.get(unit)
    if (known !== undefined) return known
    const id = ids.size
    ids.set(unit, id)
    if (id >= sums.length >> shift) {
      empty()
      const larger = new Float64Array(sums.length * 2)
      larger.set(sums)
      sums = larger
      counts = new Uint32Array(larger.length)
    }
    return id
  }
  const slotOf = (score: number): number => {
    // A small integer is equal to its truncation exactly when it is whole; NaN and text never are.
    const point = (score - min) * perUnit
    const slot = point | 0
    return slot === point && slot >= 0 && slot < classes ? slot : off
  }
  const smallSlot = (score: number): number => {
    const point = (score - min) >>> 0
    return point < classes ? point : off
  }
  function reserve(units: ArrayLike<unknown>, scores: ArrayLike<unknown>): void {
    if (units.length !== scores.length)
      throw badOption(
        'scores',
        `units and scores must be equally many, got ${units.length} and ${scores.length}.`,
      )
    pending += units.length
    if (pending >= 2 ** 32) {
      empty()
      pending = units.length
    }
  }
  /** Counts all, or nothing and gives the first unit number that is not known. */
  function countAny(units: ArrayLike<number>, scores: ArrayLike<number>): number | undefined {
    for (let i = 0; i < units.length; i += 1) {
      const unit = units[i] as number
      if (!(unit >>> 0 === unit && unit < ids.size)) return unit
    }
    for (let i = 0; i < units.length; i += 1) {
      const at = ((units[i] as number) << shift) | slotOf(scores[i] as number)
      counts[at] = (counts[at] as number) + 1
    }
    return undefined
  }
  function countSmall(units: Small, scores: Small): number | undefined {
    const bounds = { shift, off, min, classes, last: ids.size - 1 }
    const rest = units.length & ~3
    if (addSmall(counts, units, scores, bounds, 1)) {
      if (countAny(units.subarray(rest), scores.subarray(rest)) === undefined) return undefined
    }
    // Somewhere a number was not known: what was added is taken away again.
    addSmall(counts, units, scores, bounds, -1)
    return units.find((unit: number) => unit > bounds.last)
  }
  const unknown = (unit: number) =>
    badOption('units', `There is no unit number ${unit}; intern its name first.`)

  return {
    intern,
    count(unit, score) {
      if (!(unit >>> 0 === unit && unit < ids.size)) throw unknown(unit)
      const at = (unit << shift) | slotOf(score)
      sums[at] = (sums[at] as number) + 1
    },
    countColumns(units, scores) {
      reserve(units, scores)
      const unit =
        perUnit === 1 && isSmall(units) && isSmall(scores)
          ? countSmall(units, scores)
          : countAny(units, scores)
      if (unit !== undefined) throw unknown(unit)
    },
    countRows(units, scores) {
      reserve(units, scores)
      const small = perUnit === 1 && isSmall(scores)
      for (let i = 0; i < units.length; i += 1) {
        const unit = units[i] as string
        const place = cachePlace(unit)
        let id = latelyAt[place] as number
        if (id < 0 || lately[place] !== unit) {
          id = intern(unit)
          lately[place] = unit
          latelyAt[place] = id
        }
        const at = (id << shift) | (small ? smallSlot(scores[i] as number) : slotOf(scores[i] as number))
        counts[at] = (counts[at] as number) + 1
      }
    },
    units() {
      empty()
      return [...ids].map(([unit, id]) => {
        const row = [...sums.subarray(id << shift, (id + 1) << shift)]
        return { unit, counts: row.slice(0, classes), offScale: row[off] ?? 0 }
      })
    },
  }
}

const cacheSize = 4096

/** Place of a name in the cache, by its length and last letters, which tell units apart best. */
function cachePlace(name: string): number {
  const n = name.length
  if (n < 4) return n === 0 ? 0 : name.charCodeAt(n - 1) & (cacheSize - 1)
  const last = name.charCodeAt(n - 1) + 10 * name.charCodeAt(n - 2)
  return (last + 100 * name.charCodeAt(n - 3) + 1000 * name.charCodeAt(n - 4) + 37 * n) & (cacheSize - 1)
}

type Small = Uint8Array | Uint16Array

function isSmall(values: ArrayLike<unknown>): values is Small {
  return values instanceof Uint8Array || values instanceof Uint16Array
}

interface Bounds {
  shift: number
  off: number
  min: number
  classes: number
  /** Largest unit number known. */
  last: number
}

/** The hot loop, four rows at a time, a rest of up to three left; whether all unit numbers are known. */
function addSmall(counts: Uint32Array, units: Small, scores: Small, bounds: Bounds, by: number): boolean {
  const { shift, off, min, classes, last } = bounds
  const even = units.length & ~3
  let sign = 0
  for (let i = 0; i < even; i += 4) {
    const a = units[i] as number
    const b = units[i + 1] as number
    const c = units[i + 2] as number
    const d = units[i + 3] as number
    const p = ((scores[i] as number) - min) >>> 0
    const q = ((scores[i + 1] as number) - min) >>> 0
    const r = ((scores[i + 2] as number) - min) >>> 0
    const s = ((scores[i + 3] as number) - min) >>> 0
    // Negative as soon as one number is above the last known.
    sign |= (last - a) | (last - b) | (last - c) | (last - d)
    ;(counts[(a << shift) | (p < classes ? p : off)] as number) += by
    ;(counts[(b << shift) | (q < classes ? q : off)] as number) += by
    ;(counts[(c << shift) | (r < classes ? r : off)] as number) += by
    ;(counts[(d << shift) | (s < classes ? s : off)] as number) += by
  }
  return sign >= 0
}
