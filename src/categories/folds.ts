import { randomFrom, shuffle } from './fit.js'
import { hashText } from './hash.js'

/** Letters of a shingle, and the share of shingles from which two comments count as the same. */
const SHINGLE = 5
const ALIKE = 0.6

/**
 * Groups of comments that are near-duplicates: they must stand on one side of a split, or the model is tested on
 * what it has seen. Compares the comments that share a rare shingle; linear in practice.
 */
export function nearDuplicates(texts: readonly string[]): Int32Array {
  const group = Int32Array.from(texts, (_, index) => index)
  const rootOf = (index: number): number => {
    let at = index
    while (group[at] !== at) at = group[at] as number
    return at
  }
  const sets = texts.map(shingles)
  const holders = new Map<number, number[]>()
  for (const [index, set] of sets.entries())
    for (const shingle of set) {
      const list = holders.get(shingle)
      if (list === undefined) holders.set(shingle, [index])
      else if (list.length < 40) list.push(index)
    }
  for (const [index, set] of sets.entries()) {
    const shared = new Map<number, number>()
    for (const shingle of set)
      for (const other of holders.get(shingle) ?? [])
        if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1)
    for (const [other, count] of shared)
      if (count >= ALIKE * Math.min(set.size, (sets[other] as Set<number>).size))
        group[rootOf(index)] = rootOf(other)
  }
  return Int32Array.from(group, (_, index) => rootOf(index))
}

function shingles(text: string): Set<number> {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 2000)
  const out = new Set<number>()
  if (plain.length <= SHINGLE) return out.add(hashText(0, plain))
  for (let at = 0; at + SHINGLE <= plain.length; at += 1) out.add(hashText(0, plain.slice(at, at + SHINGLE)))
  return out
}

/** Fold of each comment: whole groups together, folds of about the same size. */
export function assignFolds(groups: Int32Array, folds: number, seed = 11): Int32Array {
  const members = new Map<number, number[]>()
  for (const [index, group] of groups.entries()) {
    const list = members.get(group)
    if (list === undefined) members.set(group, [index])
    else list.push(index)
  }
  const order = [...members.values()]
  shuffle(order as unknown as number[], randomFrom(seed))
  const sizes = new Array<number>(folds).fill(0)
  const fold = new Int32Array(groups.length)
  for (const list of order) {
    const smallest = sizes.indexOf(Math.min(...sizes))
    sizes[smallest] = (sizes[smallest] as number) + list.length
    for (const index of list) fold[index] = smallest
  }
  return fold
}
