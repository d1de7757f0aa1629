import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'

/** Cost of a first part of a compound. */
export function partCost(
  packed: PackedFinnish,
  value: number,
  length: number,
  boundary: number,
  links: number,
): number {
  const frequency = (packed.valueFrequency[value] ?? 0) >> 1
  const kind = packed.boundaries[boundary]
  let cost = 10 - 0.3 * frequency + links * 3
  if (length <= 3) cost += 4
  else if (length === 4) cost += 1
  if (kind === 'plgen') cost += 2
  const pos = partsOfSpeech[packed.entryPos[packed.valueEntry[value] ?? 0] ?? 0]
  // Abbreviations and names begin compounds with a hyphen or a capital, hardly otherwise.
  if (pos === 'abbreviation') cost += 5
  else if (pos === 'name') cost += 2
  return cost
}
