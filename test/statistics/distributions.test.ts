import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaQuantile,
  betaTails,
  binomialMass,
  binomialQuantile,
  binomialTails,
  chiSquareQuantile,
  chiSquareTails,
  fQuantile,
  fTails,
  gammaQuantile,
  gammaTails,
  hypergeometricMass,
  hypergeometricQuantile,
  hypergeometricTails,
  normalCdf,
  normalQuantile,
  normalTails,
  poissonTails,
  type Tails,
  tQuantile,
  tTails,
} from '../../src/statistics/index.js'

const relative = (got: number, want: number) => (got === want ? 0 : Math.abs(got - want) / Math.abs(want))
const close = (got: number, want: number, tolerance = 1e-12) =>
  expect(relative(got, want), `${got} against ${want}`).toBeLessThan(tolerance)

// Figures of R 4.2.2: pf, phyper, pbinom, ppois, qf, qbinom, qhyper, qchisq.
describe('against R', () => {
  it('F, hypergeometric, binomial and Poisson tails', () => {
    close(fTails(0.2, 2, 10).upper, 0.821927106759352)
    close(fTails(50, 10, 30).upper, 6.11470531890491e-16, 1e-11)
    const small = { marked: 5, total: 10, drawn: 2 }
    close(hypergeometricTails(1, small).upper, 0.222222222222222)
    const wide = { marked: 1000, total: 10_000, drawn: 2500 }
    close(hypergeometricTails(300, wide).upper, 6.60836843575101e-5)
    close(hypergeometricTails(200, wide).lower, 5.04513203902646e-5)
    close(hypergeometricTails(499_000, { marked: 1e6, total: 2e6, drawn: 1e6 }).lower, 0.00234921563222886)
    close(binomialTails(15, 20, 0.5).upper, 0.00590896606445313)
    close(binomialTails(700_500, 1e6, 0.7).upper, 0.137370698290231)
    close(binomialTails(1, 1e9, 1e-10).upper, 0.00467884015637266)
    close(poissonTails(120, 60).upper, 3.02877550885131e-12)
    close(poissonTails(1e6, 1e6 - 500).upper, 0.308273506267975)
  })

  it('quantiles', () => {
    close(fQuantile(0.95, 2, 10), 4.1028210151304)
    close(fQuantile(0.001, 7, 3), 0.0532700632288843, 1e-10)
    close(chiSquareQuantile(0.95, 1), 3.84145882069412)
    close(chiSquareQuantile(0.01, 4), 0.297109480506532)
    expect(binomialQuantile(0.05, 23, 0.5)).toBe(8)
    expect(binomialQuantile(0.999, 1e6, 0.25)).toBe(251_339)
    expect(hypergeometricQuantile(0.975, { marked: 1000, total: 10_000, drawn: 2500 })).toBe(276)
  })

  it('keeps the far tails where 1 - lower is zero', () => {
    close(normalTails(37).upper, 5.72557122252458e-300)
    close(normalQuantile(1e-300), -37.0470962993612)
    close(tTails(40, 100).upper, 1.23105380107004e-63, 1e-11)
    close(chiSquareTails(700, 6).upper, 6.11672698000319e-148)
    close(betaQuantile(0.025, 0.01, 5), 7.80360173562969e-162)
  })
})

const shape = fc.double({ min: -2, max: 6, noNaN: true }).map((power) => 10 ** power)
const probability = fc.oneof(
  fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
  fc.double({ min: -200, max: -1, noNaN: true }).map((power) => 10 ** power),
)
const smaller = ({ lower, upper }: Tails) => Math.min(lower, upper)

describe('properties', () => {
  it('tails sum to one and stay in 0..1', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        for (const tails of [
          betaTails(x, a, b),
          gammaTails(x * 2 * a, a),
          fTails(x * 3, a, b),
          tTails(x * 9, a),
        ]) {
          expect(tails.lower).toBeGreaterThanOrEqual(0)
          expect(tails.upper).toBeGreaterThanOrEqual(0)
          expect(Math.abs(tails.lower + tails.upper - 1)).toBeLessThan(1e-12)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('mirrors: beta, t and normal', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
        const mirrored = betaTails(1 - x, b, a)
        expect(relative(betaTails(x, a, b).lower, mirrored.upper) < 1e-9 || mirrored.upper < 1e-290).toBe(
          true,
        )
        expect(tTails(-x * 5, a).lower).toBe(tTails(x * 5, a).upper)
        expect(normalQuantile(x, 'upper')).toBe(-normalQuantile(x))
      }),
      { numRuns: 200 },
    )
  })

  it('quantiles undo tails', () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, p) => {
        const want = Math.min(p, 1 - p)
        const side = p <= 0.5 ? 'lower' : 'upper'
        const back = [
          [gammaTails(gammaQuantile(p, a), a)[side], gammaQuantile(p, a)],
          [betaTails(betaQuantile(p, a, b), a, b)[side], betaQuantile(p, a, b)],
          [normalTails(normalQuantile(p))[side], 1],
        ] as const
        for (const [got, x] of back) {
          // Where the quantile itself falls below the smallest double, or crowds against 1, it cannot be undone.
          if (x < 1e-290 || x > 1 - 1e-9) continue
          expect(relative(got, want)).toBeLessThan(1e-6)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('discrete tails are sums of masses', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.nat(60),
        fc.nat(60),
        (n, p, k, m) => {
          let binomial = 0
          let urnSum = 0
          const urn = { marked: Math.min(m, n), total: n, drawn: Math.min(k, n) }
          for (let i = 0; i <= Math.min(k, n); i += 1) {
            binomial += binomialMass(i, n, p)
            urnSum += hypergeometricMass(i, urn)
          }
          expect(binomialTails(k, n, p).lower).toBeCloseTo(Math.min(1, binomial), 12)
          expect(urnSum).toBeCloseTo(1, 12)
          const half = Math.floor(urn.drawn / 2)
          let lower = 0
          for (let i = 0; i <= half; i += 1) lower += hypergeometricMass(i, urn)
          expect(hypergeometricTails(half, urn).lower).toBeCloseTo(lower, 12)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('quantiles rise with p', () => {
    fc.assert(
      fc.property(shape, probability, probability, (df, p, q) => {
        const [low, high] = p < q ? [p, q] : [q, p]
        const below = tQuantile(low, df)
        const above = tQuantile(high, df)
        // Of neighboring doubles the last bits of the quantiles may cross.
        if (below > above) expect(below - above).toBeLessThanOrEqual(8 * Number.EPSILON * Math.abs(above))
        expect(smaller(tTails(tQuantile(low, df), df))).toBeLessThanOrEqual(0.5)
      }),
      { numRuns: 200 },
    )
  })
})

it('refuses what is not a number, a probability or a positive shape', () => {
  expect(() => normalCdf(Number.NaN)).toThrow(/x must be a number/)
  expect(() => normalQuantile(1.5)).toThrow(/between 0 and 1/)
  expect(() => betaTails(0.5, 0, 1)).toThrow(/a must be above 0/)
  expect(() => tQuantile(0.5, -1)).toThrow(/df must be above 0/)
  expect(() => hypergeometricTails(1, { marked: 11, total: 10, drawn: 1 })).toThrow(
    /marked must not be above/,
  )
  expect(() => binomialMass(1, 1.5, 0.5)).toThrow(/n must be a whole number/)
})
