import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { entryOf, frequencyOf } from './values.js'

/** Costs of first parts of compounds: every part costs, short and rare ones and loose joints cost more. */
export class PartCosts {
  private readonly ofBoundary: Float64Array
  private readonly ofPos: Float64Array

  constructor(private readonly packed: PackedFinnish) {
    this.ofBoundary = Float64Array.from(packed.boundaries, (kind) => (kind === 'plgen' ? 2 : 0))
    // Abbreviations and names begin compounds with a hyphen or a capital, hardly otherwise.
    this.ofPos = Float64Array.from(partsOfSpeech, (pos) =>
      pos === 'abbreviation' ? 5 : pos === 'name' ? 2 : 0,
    )
  }

  of(value: number, length: number, boundary: number, links: number): number {
    const cell = this.packed.values[value] as number
    const pos = this.packed.entryPos[entryOf(cell)] as number
    let cost = 10 - 0.3 * frequencyOf(cell) + links * 3
    if (length <= 3) cost += 4
    else if (length === 4) cost += 1
    return cost + (this.ofBoundary[boundary] as number) + (this.ofPos[pos] as number)
  }
}
