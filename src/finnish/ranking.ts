import { type Candidate, compoundText } from './candidate.js'
import type { PackedFinnish } from './packed.js'

/** A form has no more readings than this; what guessing adds beyond them says nothing. */
const mostReadings = 8

/** By hand: engines take a replacement of all for a rare thing, and start with ceremony. */
export function withoutMarks(compound: string): string {
  let at = compound.indexOf('#')
  if (at < 0) return compound
  let text = compound.slice(0, at)
  while (at >= 0) {
    const next = compound.indexOf('#', at + 1)
    text += next < 0 ? compound.slice(at + 1) : compound.slice(at + 1, next)
    at = next
  }
  return text
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.compound < b.compound)
}

/** By insertion: lists are of a few. */
function sort(list: Candidate[]): void {
  for (let index = 1; index < list.length; index++) {
    const each = list[index] as Candidate
    let at = index
    for (; at > 0 && isBetter(each, list[at - 1] as Candidate); at--) list[at] = list[at - 1] as Candidate
    list[at] = each
  }
}

/** Place of the candidate, among the first `count`, with the same lemma and part of speech; -1 for none. */
function same(list: readonly Candidate[], count: number, { compound, pos }: Candidate): number {
  for (let index = 0; index < count; index++) {
    const other = list[index] as Candidate
    if (other.pos === pos && other.compound === compound) return index
  }
  return -1
}

/**
 * The candidates of a normalized form best first, one for each lemma and part of speech: the list itself, put in order. Their
 * lemmas are spelt out, and what the form is more often adds to their scores.
 */
export function rankCandidates(packed: PackedFinnish, word: string, list: Candidate[]): Candidate[] {
  if (list.length === 1) {
    const only = list[0] as Candidate
    only.compound = compoundText(packed, only)
    return list
  }
  const preferences = packed.preferences().get(word)
  let count = 0
  for (let index = 0; index < list.length; index++) {
    const candidate = list[index] as Candidate
    candidate.compound = compoundText(packed, candidate)
    if (preferences) candidate.score += preferences.get(withoutMarks(candidate.compound).toLowerCase()) ?? 0
    const known = same(list, count, candidate)
    if (known < 0) list[count++] = candidate
    else if ((list[known] as Candidate).score < candidate.score) list[known] = candidate
  }
  while (list.length > count) list.pop()
  sort(list)
  while (list.length > mostReadings) list.pop()
  return list
}
