import type { Match } from './matcher.js'
import type { PackedFinnish } from './packed.js'
import { partOfSpeechOf, tagOf } from './reading.js'

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

/** Score of a reading: the higher, the likelier. */
export function scoreMatch(packed: PackedFinnish, _word: string, match: Match): number {
  const frequency = (packed.valueFrequency[match.value] ?? 0) >> 1
  let score = frequency * 0.6
  if (match.parts) score -= match.parts.cost
  for (const step of match.links) score -= packed.links[step.link]?.makes === 'own' ? 4 : 0.5
  if (match.clitic > 0) score -= 2
  const tag = tagOf(packed, match)
  if (tag.includes('.spoken')) score -= 3
  if (/pot|imp|ins|com|abe/.test(tag)) score -= 2
  if (/\.(?:ni|si|nsa|mme|nne)$/.test(tag)) score -= 0.7
  if (partOfSpeechOf(packed, match) === 'name') score -= 1
  return score
}
