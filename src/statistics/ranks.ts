export interface Ranks {
  /** Rank of each value, ties given their mean rank. */
  ranks: number[]
  /** Sizes of the groups of equal values, single ones too. */
  ties: number[]
}

/** Ranks from 1 up, with mean ranks for ties. */
export function rank(values: readonly number[]): Ranks {
  const order = values.map((_, i) => i).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0))
  const ranks = values.map(() => 0)
  const ties: number[] = []
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1
    for (let i = from; i < to; i += 1) ranks[order[i] ?? 0] = (from + to + 1) / 2
    ties.push(to - from)
    from = to
  }
  return { ranks, ties }
}

/** Sum of t³ - t over the ties. */
export const tieSum = (ties: readonly number[]) => ties.reduce((sum, t) => sum + t ** 3 - t, 0)
