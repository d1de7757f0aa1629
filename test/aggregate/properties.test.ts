import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aggregate,
  balancedCap,
  type RegionScore,
  type Scheme,
  type UnitCounts,
} from '../../src/aggregate/index.js'
import { answered, answers, anyRegion } from './region.js'

const open = { metric: 'nps', suppressBelow: 0 } as const
const schemes: Scheme[] = [
  'balanced',
  'pooled',
  'volume',
  'equal',
  'sqrt',
  { kind: 'power', exponent: 0.25 },
  { kind: 'hierarchical', within: 'equal', between: 'sqrt' },
]
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)
const close = (a: number | null, b: number | null) => {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(Math.abs(a - b)).toBeLessThan(1e-8 * Math.max(1, Math.abs(b)))
}
const some = (check: (units: UnitCounts[], scheme: Scheme) => void) =>
  fc.assert(fc.property(anyRegion.filter(answered), fc.constantFrom(...schemes), check), { numRuns: 200 })

describe('a region of any shape', () => {
  test('gives no NaN, and an interval that holds the value and stays on the scale', () => {
    some((units, scheme) => {
      const score = aggregate(units, { ...open, scheme })
      expect(JSON.stringify(score)).not.toMatch(/NaN|Infinity/)
      const numbers: number[] = []
      const collect = (value: unknown): void => {
        if (typeof value === 'number') numbers.push(value)
        else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
      }
      collect({ ...score, nEff: score.nEff === Infinity ? 0 : score.nEff })
      expect(numbers.every(Number.isFinite)).toBe(true)
      if (score.value === null || score.interval === null) {
        expect(score.reason).toBeDefined()
        return
      }
      expect(score.interval.low).toBeGreaterThanOrEqual(-100)
      expect(score.interval.low).toBeLessThanOrEqual(score.value + 1e-9)
      expect(score.interval.high).toBeGreaterThanOrEqual(score.value - 1e-9)
      expect(score.interval.high).toBeLessThanOrEqual(100)
    })
  })

  test('weights and shares sum to 1, contributions to 0', () => {
    some((units, scheme) => {
      const score = aggregate(units, { ...open, scheme })
      if (score.value === null) return
      close(sum(score.units.map((unit) => unit.weight)), 1)
      close(sum(Object.values(score.shares ?? {})), 1)
      close(sum(score.units.map((unit) => unit.shareOfAnswers)), 1)
      expect(Math.abs(sum(score.units.map((unit) => unit.contribution)))).toBeLessThan(1e-9)
      close(sum(score.units.map((unit) => unit.weight * (unit.value ?? 0))), score.value)
      const alone = score.units.filter((unit) => unit.service === null)
      close(sum(score.services.map((s) => s.weight)) + sum(alone.map((unit) => unit.weight)), 1)
      expect(
        Math.abs(
          sum(score.services.map((s) => s.contribution)) + sum(alone.map((unit) => unit.contribution)),
        ),
      ).toBeLessThan(1e-9)
    })
  })

  test('scaling all volumes changes nothing', () => {
    fc.assert(
      fc.property(
        anyRegion.filter(answered),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (units, factor) => {
          const before = aggregate(units, open)
          const after = aggregate(
            units.map((unit) => ({ ...unit, volume: (unit.volume ?? 0) * factor })),
            open,
          )
          close(after.value, before.value)
          close(after.interval?.low ?? null, before.interval?.low ?? null)
          close(after.nEff, before.nEff)
        },
      ),
    )
  })

  test('the order of units changes nothing but the order of rows', () => {
    fc.assert(
      fc.property(anyRegion.filter(answered), (units) => {
        const before = aggregate(units, open)
        const after = aggregate([...units].reverse(), open)
        close(after.value, before.value)
        close(after.interval?.high ?? null, before.interval?.high ?? null)
      }),
    )
  })

  test('pooled equals volume when every unit has the same response rate', () => {
    fc.assert(
      fc.property(anyRegion.filter(answered), fc.integer({ min: 1, max: 40 }), (units, invited) => {
        const even = units
          .map((unit) => ({ ...unit, volume: unit.counts.reduce((a, b) => a + b, 0) * invited }))
          .filter((unit) => unit.volume > 0)
        const pooled = aggregate(even, { ...open, scheme: 'pooled' })
        const volume = aggregate(even, { ...open, scheme: 'volume' })
        close(volume.value, pooled.value)
        close(volume.interval?.low ?? null, pooled.interval?.low ?? null)
      }),
    )
  })

  test('the cap of the balanced scheme holds, and more volume never means less weight', () => {
    fc.assert(
      fc.property(anyRegion.filter(answered), (units) => {
        const score = aggregate(units, open)
        if (score.value === null) return
        const weighing = [...score.services, ...score.units.filter((unit) => unit.service === null)].filter(
          (row) => row.weight > 0,
        )
        const cap = balancedCap(weighing.length)
        for (const row of weighing) {
          expect(row.weight).toBeLessThanOrEqual(cap + 1e-12)
          for (const other of weighing)
            if ((row.volume ?? 0) > (other.volume ?? 0))
              expect(row.weight).toBeGreaterThanOrEqual(other.weight - 1e-12)
        }
      }),
    )
  })
})

/** Splits a unit into two with a part of its answers and of its volume. */
function splitUnit(
  units: readonly UnitCounts[],
  at: number,
  part: readonly number[],
  volume: number,
): UnitCounts[] {
  return units.flatMap((unit, i) =>
    i !== at
      ? [unit]
      : [
          { ...unit, unit: `${unit.unit} 1`, counts: part, volume },
          {
            ...unit,
            unit: `${unit.unit} 2`,
            counts: unit.counts.map((count, k) => count - (part[k] ?? 0)),
            volume: (unit.volume ?? 0) - volume,
          },
        ],
  )
}

const serviceWeights = (score: RegionScore) =>
  Object.fromEntries(score.services.map((s) => [s.service, s.weight]))

describe('splitting a unit', () => {
  const withServices = anyRegion
    .map((units) => units.map((unit) => ({ ...unit, service: unit.service ?? 'g' })))
    .filter((units) => units.some((unit) => unit.counts.some((count) => count > 1)))

  test('in equal ratios of answers to visits leaves the total as it was', () => {
    fc.assert(
      fc.property(
        withServices,
        fc.nat(),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (units, pick, share) => {
          const big = units.flatMap((unit, i) => (unit.counts.some((count) => count > 1) ? [i] : []))
          const at = big[pick % big.length] ?? 0
          const unit = units[at] as UnitCounts
          const part = unit.counts.map((count) => Math.floor(count * share))
          const n = unit.counts.reduce((a, b) => a + b, 0)
          const own = part.reduce((a, b) => a + b, 0)
          fc.pre(own > 0 && own < n)
          const before = aggregate(units, open)
          const after = aggregate(splitUnit(units, at, part, ((unit.volume ?? 0) * own) / n), open)
          close(after.value, before.value)
        },
      ),
    )
  })

  test('in any ratio leaves the weight of its service as it was', () => {
    fc.assert(
      fc.property(
        withServices,
        fc.nat(),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (units, pick, share) => {
          const at = pick % units.length
          const unit = units[at] as UnitCounts
          const part = unit.counts.map((count) => Math.floor(count / 2))
          const before = serviceWeights(aggregate(units, open))
          const after = serviceWeights(
            aggregate(splitUnit(units, at, part, (unit.volume ?? 0) * share), open),
          )
          for (const [service, weight] of Object.entries(before)) close(after[service] ?? null, weight)
        },
      ),
    )
  })
})

test('a phone line with most of the answers does not rule the total', () => {
  const units: UnitCounts[] = [
    { unit: 'phone', service: 'phone', volume: 60_000, counts: answers(0, 0, 6000) },
    ...['a', 'b', 'c', 'd', 'e'].map((name) => ({
      unit: name,
      service: name,
      volume: 8000,
      counts: answers(50, 0, 50),
    })),
  ]
  const score = aggregate(units, open)
  expect(score.alternatives.pooled.value).toBeGreaterThan(90)
  // Five services of NPS 0 and one of 100, which may weigh a third at most.
  expect(score.value).toBeCloseTo(100 / 3, 9)
  expect(score.cap).toBeCloseTo(1 / 3, 12)
})
