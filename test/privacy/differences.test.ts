import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aggregate, type UnitCounts } from '../../src/aggregate/index.js'

/*
 * A reader of the published table tries to get at a hidden group: from each total that is shown it takes away
 * the groups that are shown. What remains must be at least as large as the limit, or rest on several hidden
 * groups; for weighted figures, the remainder must not be one hidden unit's.
 */
const limit = 10

const unit = fc.record({
  unit: fc.constant(''),
  service: fc.constantFrom('a', 'b', 'c', 'd'),
  volume: fc.integer({ min: 1, max: 5000 }),
  n: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 10, max: 80 })),
})

function counts(n: number, seed: number): number[] {
  const out = new Array<number>(11).fill(0)
  for (let i = 0; i < n; i += 1) out[(seed * 7 + i * 3) % 11] = (out[(seed * 7 + i * 3) % 11] ?? 0) + 1
  return out
}

test('no hidden group follows from the difference of what is shown', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 2, maxLength: 14 }), (drawn) => {
      const units: UnitCounts[] = drawn.map(({ service, volume, n }, index) => ({
        unit: `u${index}`,
        service,
        volume,
        counts: counts(n, index + 1),
      }))
      const score = aggregate(units, { metric: 'nps' })
      const size = new Map(drawn.map(({ n }, index) => [`u${index}`, n]))
      for (const row of score.units) {
        const n = size.get(row.unit) ?? 0
        if (n > 0 && n < limit) expect([row.unit, row.value]).toEqual([row.unit, null])
      }
      for (const service of score.services) {
        const members = score.units.filter(
          (row) => row.service === service.service && (size.get(row.unit) ?? 0) > 0,
        )
        const dark = members.filter(({ value }) => value === null)
        const left = dark.reduce((sum, row) => sum + (size.get(row.unit) ?? 0), 0)
        // A shown service minus its shown units leaves one small hidden unit: found out.
        if (service.value !== null && dark.length > 0) {
          expect(dark.length === 1 && left < limit).toBe(false)
          expect(left).toBeGreaterThanOrEqual(limit)
        }
      }
      const lost = score.units.filter(({ unit: name, value }) => value === null && (size.get(name) ?? 0) > 0)
      const left = lost.reduce((sum, row) => sum + (size.get(row.unit) ?? 0), 0)
      if (lost.length > 0 && score.value !== null) expect(left).toBeGreaterThanOrEqual(limit)
    }),
    { numRuns: 400 },
  )
})

test('two tables of one survey, whole and without a small unit, do not tell the unit', () => {
  const big = [
    { unit: 'u1', service: 'a', volume: 100, counts: counts(60, 1) },
    { unit: 'u2', service: 'a', volume: 100, counts: counts(40, 2) },
    { unit: 'u3', service: 'b', volume: 100, counts: counts(50, 3) },
  ]
  const small = { unit: 'x', service: 'a', volume: 30, counts: counts(4, 4) }
  const whole = aggregate([...big, small], { metric: 'nps' })
  const row = whole.units.find(({ unit: name }) => name === 'x')
  expect(row?.value).toBeNull()
  // The exact total less the exact shown units would give the hidden one: another unit hides with it.
  const hiddenInA = whole.units.filter(({ service, value }) => service === 'a' && value === null)
  expect(hiddenInA.length).toBeGreaterThanOrEqual(2)
})
