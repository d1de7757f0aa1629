import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Adjustment,
  adjustP,
  binomialTestP,
  chiSquareTest,
  exactOddsRatio,
  fisherExact,
  goodmanKruskalGamma,
  mcNemarTest,
} from '../../src/statistics/index.js'

/** All tables with the margins of this one, with their probabilities up to a constant. */
function allTables(table: readonly (readonly number[])[]): { table: number[][]; weight: number }[] {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0))
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0))
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const found: { table: number[][]; weight: number }[] = []
  const fill = (cells: number[], left: number[], open: number[]): void => {
    const at = cells.length
    if (at === rows.length * columns.length) {
      if ([...left, ...open].some((value) => value !== 0)) return
      const shaped = rows.map((_, i) => cells.slice(i * columns.length, (i + 1) * columns.length))
      found.push({ table: shaped, weight: cells.reduce((product, cell) => product / factorial(cell), 1) })
      return
    }
    const [i, j] = [Math.floor(at / columns.length), at % columns.length]
    for (let k = 0; k <= Math.min(left[i] ?? 0, open[j] ?? 0); k += 1)
      fill(
        [...cells, k],
        left.map((value, r) => (r === i ? value - k : value)),
        open.map((value, c) => (c === j ? value - k : value)),
      )
  }
  fill([], rows, columns)
  return found
}

const smallTable = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([r, c]) =>
    fc.array(fc.array(fc.nat(4), { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
  )

describe('tables', () => {
  it('Fisher goes through all tables', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const all = allTables(table)
        const total = all.reduce((sum, { weight }) => sum + weight, 0)
        const own = all.find((other) => JSON.stringify(other.table) === JSON.stringify(table))?.weight ?? 0
        const p = all.reduce((sum, { weight }) => sum + (weight <= own * (1 + 1e-7) ? weight : 0), 0) / total
        expect(fisherExact(table)).toBeCloseTo(p, 10)
      }),
      { numRuns: 150 },
    )
  })

  it('agrees with R on tables that take a walk', () => {
    const four = [
      [5, 8, 2, 4],
      [7, 3, 6, 6],
      [4, 4, 9, 5],
      [8, 7, 5, 3],
    ]
    expect(fisherExact(four)).toBeCloseTo(0.355574031630006, 10)
    const wide = [
      [50, 40, 30, 20, 60],
      [45, 55, 20, 31, 22],
    ]
    expect(fisherExact(wide)).toBeCloseTo(0.000114627001746818, 13)
  })

  it('gives up on tables too large to go through, and says so by null', () => {
    const big = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => 100 + i * j))
    expect(fisherExact(big)).toBeNull()
  })

  it('chi-square is zero where rows are alike and null where a margin is empty', () => {
    expect(
      chiSquareTest([
        [10, 20],
        [20, 40],
      ])?.chiSquare,
    ).toBeCloseTo(0, 12)
    expect(
      chiSquareTest([
        [5, 5],
        [0, 0],
      ]),
    ).toBeNull()
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(/equally long/)
    expect(() =>
      chiSquareTest([
        [1, -2],
        [3, 4],
      ]),
    ).toThrow(/table\[0\]\[1\]/)
  })

  it('the odds ratio has the sample mean as its expectation and inverts with the rows', () => {
    const there = exactOddsRatio([
      [12, 5],
      [7, 9],
    ])
    const back = exactOddsRatio([
      [7, 9],
      [12, 5],
    ])
    expect((there?.value ?? 0) * (back?.value ?? 0)).toBeCloseTo(1, 9)
    expect((there?.interval.low ?? 0) * (back?.interval.high ?? 0)).toBeCloseTo(1, 9)
    expect(
      exactOddsRatio([
        [10, 0],
        [5, 5],
      ])?.value,
    ).toBe(Infinity)
  })

  it('gamma is 1 for a rising diagonal and null without pairs', () => {
    expect(
      goodmanKruskalGamma([
        [4, 0],
        [0, 6],
      ])?.gamma,
    ).toBe(1)
    expect(
      goodmanKruskalGamma([
        [4, 3],
        [0, 0],
      ]),
    ).toBeNull()
  })

  it('McNemar is exact for few pairs', () => {
    expect(mcNemarTest(0, 0)).toBeNull()
    expect(mcNemarTest(0, 5)?.exactP).toBeCloseTo(2 / 32, 14)
    expect(binomialTestP(15, 20, 0.5)).toBeCloseTo(mcNemarTest(15, 5)?.exactP ?? 0, 12)
  })
})

describe('p-values of a family', () => {
  const naive = (p: number[], method: Adjustment): number[] => {
    const m = p.length
    const sorted = [...p].sort((a, b) => a - b)
    const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0)
    return p.map((value) => {
      const candidates = sorted.map((other, i) => ({ other, rank: i + 1 }))
      const above = candidates.filter(({ other }) => other >= value)
      const below = candidates.filter(
        ({ other, rank }) => other <= value && rank <= sorted.indexOf(value) + 1,
      )
      const least = (factor: (rank: number) => number) =>
        Math.min(1, ...above.map(({ other, rank }) => other * factor(rank)))
      if (method === 'benjamini-hochberg') return least((rank) => m / rank)
      if (method === 'benjamini-yekutieli') return least((rank) => (harmonic * m) / rank)
      if (method === 'hochberg') return least((rank) => m - rank + 1)
      if (method === 'bonferroni') return Math.min(1, value * m)
      return Math.min(1, Math.max(...below.map(({ other, rank }) => other * (m - rank + 1))))
    })
  }

  it('are as their definitions say, whatever the order', () => {
    const methods = ['benjamini-hochberg', 'benjamini-yekutieli', 'hochberg', 'holm', 'bonferroni'] as const
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...methods),
        (p, method) => {
          const got = adjustP(p, method)
          naive(p, method).forEach((want, i) => {
            expect(got[i]).toBeCloseTo(want, 12)
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('leave null out and refuse what is not a probability', () => {
    expect(adjustP([0.01, null, 0.02])).toEqual([0.02, null, 0.02])
    expect(() => adjustP([2])).toThrow(/p\[0\]/)
    expect(() => adjustP([0.1], 'none' as Adjustment)).toThrow(/method must be one of/)
  })
})
