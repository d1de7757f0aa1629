import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adjustedNpsDifference,
  kendallCorrelation,
  kruskalTest,
  npsHomogeneity,
  oneWayTest,
  pairedTTest,
  pearsonCorrelation,
  powerOfMeans,
  type QuantileType,
  sampleQuantile,
  sampleSizeForMargin,
  sampleSizeForMeans,
  spearmanCorrelation,
  tTest,
  twoSampleTTest,
  wilcoxonTest,
} from '../../src/statistics/index.js'

describe('ranks', () => {
  const distinct = (least: number, most: number) =>
    fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: least, maxLength: most })

  it('Wilcoxon counts all splits', () => {
    fc.assert(
      fc.property(distinct(2, 9), fc.integer({ min: 1, max: 8 }), (values, cut) => {
        const m = Math.min(cut, values.length - 1)
        const [first, second] = [values.slice(0, m), values.slice(m)]
        const above = (a: number[], b: number[]) =>
          a.reduce((sum, x) => sum + b.filter((y) => x > y).length, 0)
        const w = above(first, second)
        const center = (m * second.length) / 2
        let [hits, all] = [0, 0]
        for (let mask = 0; mask < 1 << values.length; mask += 1) {
          const chosen = values.filter((_, i) => mask & (1 << i))
          if (chosen.length !== m) continue
          all += 1
          const other = above(
            chosen,
            values.filter((_, i) => !(mask & (1 << i))),
          )
          if (w <= center ? other <= w : other >= w) hits += 1
        }
        const test = wilcoxonTest(first, second, { exact: true })
        expect(test?.w).toBe(w)
        expect(test?.p).toBeCloseTo(Math.min(1, (2 * hits) / all), 12)
      }),
      { numRuns: 100 },
    )
  })

  it('know when there is nothing to rank', () => {
    expect(wilcoxonTest([], [1])).toBeNull()
    expect(wilcoxonTest([3, 3], [3])).toBeNull()
    expect(kruskalTest([[1, 1], [1]])).toBeNull()
    expect(kruskalTest([[1, 2]])).toBeNull()
    expect(() => wilcoxonTest([1, 2], [2, 3], { exact: true })).toThrow(/without ties/)
  })

  it('correlations are 1 for rising, -1 for falling, and null without variation', () => {
    const [x, up, down] = [
      [1, 2, 3, 4, 5],
      [10, 20, 30, 40, 50],
      [5, 4, 3, 2, 1],
    ]
    for (const correlation of [pearsonCorrelation, spearmanCorrelation, kendallCorrelation]) {
      expect(correlation(x, up)?.r).toBeCloseTo(1, 12)
      expect(correlation(x, down)?.r).toBeCloseTo(-1, 12)
      expect(correlation(x, [1, 1, 1, 1, 1])).toBeNull()
      expect(() => correlation(x, [1])).toThrow(/equally long/)
    }
    // 1/5! in each direction.
    expect(kendallCorrelation(x, up, { exact: true })?.p).toBeCloseTo(2 / 120, 12)
    expect(spearmanCorrelation(x, up, { exact: true })?.p).toBeCloseTo(2 / 120, 12)
  })
})

describe('many samples', () => {
  it('two net shares: the test of many is the test of two, squared', () => {
    const pair = [
      { promoters: 70, detractors: 10, n: 100 },
      { promoters: 55, detractors: 20, n: 120 },
    ] as const
    const [first, second] = pair
    const two = adjustedNpsDifference(first, second)
    expect(npsHomogeneity(pair)?.q).toBeCloseTo(two.z ** 2, 10)
    expect(npsHomogeneity(pair)?.p).toBeCloseTo(two.p, 10)
    expect(npsHomogeneity([first, { promoters: 0, detractors: 0, n: 0 }])).toBeNull()
  })

  it('Welch on two groups is the t test squared, and three groups are as R says', () => {
    const [a, b, c] = [
      [5, 4, 4, 3, 5, 5, 2, 4, 5, 1, 4, 5],
      [3, 4, 2, 3, 5, 2, 2, 4, 3, 1],
      [1, 2, 3, 3, 4],
    ]
    const t = twoSampleTTest(a, b)
    const two = oneWayTest([a, b])
    expect(two?.f).toBeCloseTo((t?.t ?? 0) ** 2, 10)
    expect(two?.p).toBeCloseTo(t?.p ?? 0, 10)
    expect(oneWayTest([a, b, c])).toMatchObject({ df1: 2 })
    expect(oneWayTest([a, b, c])?.p).toBeCloseTo(0.113437736262496, 10)
    expect(
      oneWayTest([
        [1, 1],
        [2, 3],
      ]),
    ).toBeNull()
  })
})

describe('means and quantiles', () => {
  it('t tests say nothing of constants and single values', () => {
    expect(tTest([4, 4, 4])).toBeNull()
    expect(tTest([4])).toBeNull()
    expect(twoSampleTTest([1], [2])).toBeNull()
    expect(twoSampleTTest([1, 2, 3], [], {})).toBeNull()
    expect(() => pairedTTest([1], [1, 2])).toThrow(/equally long/)
  })

  it('paired is the one-sample test of differences', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
          minLength: 3,
          maxLength: 20,
        }),
        (pairs) => {
          const first = pairs.map(([a]) => a)
          const second = pairs.map(([, b]) => b)
          expect(pairedTTest(first, second)).toEqual(tTest(first.map((a, i) => a - (second[i] ?? 0))))
        },
      ),
    )
  })

  it('quantiles stay between the smallest and the largest and rise with p', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, type, p) => {
          const t = type as QuantileType
          const q = sampleQuantile(values, p, t) ?? Number.NaN
          expect(q).toBeGreaterThanOrEqual(Math.min(...values))
          expect(q).toBeLessThanOrEqual(Math.max(...values))
          expect(sampleQuantile(values, Math.min(1, p + 0.1), t)).toBeGreaterThanOrEqual(q)
        },
      ),
    )
    expect(sampleQuantile([], 0.5)).toBeNull()
  })

  it('the answers needed for power give that power', () => {
    const n = sampleSizeForMeans(0.3, 1, 0.9)
    expect(powerOfMeans(n, 0.3, 1)).toBeCloseTo(0.9, 9)
  })

  it('a finite population never needs more than itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (population, margin) => {
          const { answers, infinite } = sampleSizeForMargin(1, margin, population)
          expect(answers).toBeLessThanOrEqual(population)
          expect(answers).toBeLessThanOrEqual(Math.ceil(infinite))
        },
      ),
    )
  })
})
