import type { PackedFinnish } from './packed.js'

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
  return cost
}
