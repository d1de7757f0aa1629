import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaTails,
  clopperPearsonInterval,
  endsAdjustedInterval,
  jeffreysInterval,
  momentsOf,
  normalQuantile,
  npsAdjustedWaldInterval,
  npsDifference,
  npsDirichletInterval,
  npsPosterior,
  npsScoreInterval,
  npsVariance,
  tInterval,
  wilsonInterval,
} from '../../src/statistics/index.js'

const counts = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(400))
  .filter(([p, q, d]) => p + q + d > 0)
  .map(([p, q, d]) => ({ p, d, n: p + q + d }))

/** Likelihood of the net share t, best over the free share, found by a slow search: the definition itself. */
function restrictedScore(p: number, d: number, n: number, t: number): number {
  const q = n - p - d
  const likelihood = (share: number) => {
    const rest = 1 - 2 * share - t
    const term = (count: number, at: number) => (count === 0 ? 0 : count * Math.log(Math.max(at, 1e-300)))
    return term(p, share + t) + term(d, share) + term(q, rest)
  }
  let [low, high] = [Math.max(0, -t), (1 - t) / 2]
  for (let i = 0; i < 200; i += 1) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (likelihood(a) < likelihood(b)) low = a
    else high = b
  }
  const share = (low + high) / 2
  return (p - d - n * t) / Math.sqrt(n * (2 * share + t - t * t))
}

describe('score interval of the net share', () => {
  it('holds the estimate, stays on the scale and mirrors', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.8, 0.95, 0.999), ({ p, d, n }, level) => {
        const { low, high } = npsScoreInterval(p, d, n, level)
        const x = (p - d) / n
        expect(low).toBeGreaterThanOrEqual(-1)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(x)
        expect(high).toBeGreaterThanOrEqual(x)
        expect(high - low).toBeGreaterThan(0)
        const mirrored = npsScoreInterval(d, p, n, level)
        expect(mirrored.low).toBeCloseTo(-high, 12)
        expect(mirrored.high).toBeCloseTo(-low, 12)
      }),
      { numRuns: 500 },
    )
  })

  it('its limits are where the restricted score is z', () => {
    fc.assert(
      fc.property(counts, ({ p, d, n }) => {
        const z = normalQuantile(0.975)
        const { low, high } = npsScoreInterval(p, d, n)
        if (low > -0.999) expect(restrictedScore(p, d, n, low)).toBeCloseTo(z, 4)
        if (high < 0.999) expect(restrictedScore(p, d, n, high)).toBeCloseTo(-z, 4)
      }),
      { numRuns: 150 },
    )
  })

  it('takes effective counts, and shrinks like 1/√n up to 1e12', () => {
    expect(npsScoreInterval(7.3, 0, 7.3).low).toBeCloseTo(0.310420855559955, 12)
    const { low, high } = npsScoreInterval(7e11, 1e11, 1e12)
    expect(high - low).toBeCloseTo(2 * 1.959964 * Math.sqrt(0.44 / 1e12), 12)
  })

  it('is everything where nothing is known', () => {
    expect(npsScoreInterval(0, 0, 0)).toEqual({ low: -1, high: 1 })
    expect(npsScoreInterval(5, 0, 5).high).toBe(1)
    expect(npsScoreInterval(0, 5, 5).low).toBe(-1)
  })
})

describe('Dirichlet posterior of the net share', () => {
  it('without passives is the beta posterior it reduces to for large counts', () => {
    // With q = 0 the passives' share is beta(1/2, n + 1): nearly 0 for large n.
    const got = npsPosterior(60_000, 40_000, 100_000, 0.195)
    expect(got).toBeCloseTo(betaTails((1 + 0.195) / 2, 60_000.5, 40_000.5).upper, 3)
  })

  it('agrees with R on 10 million draws of Dirichlet(70.5, 20.5, 10.5)', () => {
    expect(npsPosterior(70, 10, 100, 0.5)).toBeCloseTo(0.91036, 3)
    const { low, high } = npsDirichletInterval(70, 10, 100)
    expect(low).toBeCloseTo(0.45326, 3)
    expect(high).toBeCloseTo(0.71206, 3)
  })

  it('falls with the target, and mirrors', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: -0.99, max: 0.99, noNaN: true }), ({ p, d, n }, target) => {
        const here = npsPosterior(p, d, n, target)
        expect(here).toBeGreaterThanOrEqual(0)
        expect(here).toBeLessThanOrEqual(1)
        expect(npsPosterior(p, d, n, Math.min(1, target + 0.01))).toBeLessThanOrEqual(here + 1e-9)
        expect(npsPosterior(d, p, n, -target)).toBeCloseTo(1 - here, 9)
      }),
      { numRuns: 150 },
    )
  })
})

describe('proportions', () => {
  it('are ordered: Wilson holds the share, Clopper-Pearson holds Jeffreys', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (k, rest) => {
        const n = k + rest
        if (n === 0) return
        const wilson = wilsonInterval(k, n)
        expect(wilson.low).toBeLessThanOrEqual(k / n)
        expect(wilson.high).toBeGreaterThanOrEqual(k / n)
        const [exact, jeffreys] = [clopperPearsonInterval(k, n), jeffreysInterval(k, n)]
        expect(exact.low).toBeLessThanOrEqual(jeffreys.low)
        expect(exact.high).toBeGreaterThanOrEqual(jeffreys.high)
      }),
    )
  })

  it('refuses more hits than answers', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(/k must not be above n/)
    expect(() => wilsonInterval(-1, 2)).toThrow(/k must be 0 or more/)
    expect(() => wilsonInterval(1, 2, 95)).toThrow(/level must be strictly between/)
  })
})

describe('means on a bounded scale', () => {
  it('never leaves the scale and has width even where all agree', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }), (histogram) => {
        const moments = momentsOf([1, 2, 3, 4, 5], histogram)
        if (moments.n === 0) return
        const { low, high } = endsAdjustedInterval(moments, 1, 5)
        expect(low).toBeGreaterThanOrEqual(1)
        expect(high).toBeLessThanOrEqual(5)
        expect(high - low).toBeGreaterThan(0)
      }),
    )
  })

  it('covers where the t interval does not: mean 4.7 of five points, n = 30', () => {
    const shares = [0.01, 0.01, 0.02, 0.19, 0.77]
    const truth = 1 * 0.01 + 2 * 0.01 + 3 * 0.02 + 4 * 0.19 + 5 * 0.77
    let state = 12345
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 4294967296
    }
    let [ends, student] = [0, 0]
    const runs = 4000
    for (let run = 0; run < runs; run += 1) {
      const histogram = [0, 0, 0, 0, 0]
      for (let i = 0; i < 30; i += 1) {
        let u = uniform()
        let at = 0
        while (at < 4 && u > (shares[at] ?? 0)) u -= shares[at++] ?? 0
        histogram[at] = (histogram[at] ?? 0) + 1
      }
      const moments = momentsOf([1, 2, 3, 4, 5], histogram)
      const wide = endsAdjustedInterval(moments, 1, 5)
      const plain = tInterval(moments)
      if (wide.low <= truth && truth <= wide.high) ends += 1
      if (plain.low <= truth && truth <= plain.high) student += 1
    }
    expect(ends / runs).toBeGreaterThan(0.95)
    expect(student / runs).toBeLessThan(0.93)
  })
})

describe('difference of net shares', () => {
  it('changes sign with the order, and p agrees with the interval', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const first = { promoters: a.p, detractors: a.d, n: a.n }
        const second = { promoters: b.p, detractors: b.d, n: b.n }
        const [there, back] = [npsDifference(first, second), npsDifference(second, first)]
        expect(back.difference).toBeCloseTo(-there.difference, 12)
        expect(back.p).toBeCloseTo(there.p, 9)
        const excludesZero = there.interval.low > 0 || there.interval.high < 0
        if (Math.abs(there.p - 0.05) > 1e-6) expect(excludesZero).toBe(there.p < 0.05)
      }),
      { numRuns: 300 },
    )
  })

  it('uses MOVER below ten answers and says so', () => {
    const nine = { promoters: 9, detractors: 0, n: 9 }
    expect(npsDifference(nine, { promoters: 3, detractors: 3, n: 8 }).method).toBe('mover-score')
    expect(npsDifference(nine, nine).p).toBe(1)
  })
})

it('variance of an answer and the adjusted interval by hand', () => {
  expect(npsVariance(70, 10, 100)).toBeCloseTo(0.44, 14)
  const { low, high } = npsAdjustedWaldInterval(70, 10, 100)
  expect([low, high].map((limit) => Math.round(limit * 1e4) / 1e4)).toEqual([0.4527, 0.7124])
})
