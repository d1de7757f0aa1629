import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRegions, kitagawa, type UnitCounts } from '../../src/aggregate/index.js'
import { PalauteError } from '../../src/errors.js'
import { answers, region } from './region.js'

const value = fc.option(fc.double({ min: -100, max: 100, noNaN: true }), { nil: null, freq: 6 })
const weight = fc.double({ min: 0, max: 1000, noNaN: true })
const groups = fc.array(
  fc.record({ weightBefore: weight, weightAfter: weight, before: value, after: value }),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const total = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0)

describe('kitagawa', () => {
  test('rate, mix, entered and left add up to the change', () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const weights = (side: 'before' | 'after') =>
          rows.map((row) => (row[side] === null ? 0 : side === 'before' ? row.weightBefore : row.weightAfter))
        fc.pre(total(weights('before')) > 1e-6 && total(weights('after')) > 1e-6)
        const mean = (side: 'before' | 'after') =>
          total(rows.map((row, i) => ((weights(side)[i] ?? 0) * (row[side] ?? 0)) / total(weights(side))))
        const parts = kitagawa(rows)
        expect(parts.total).toBeCloseTo(mean('after') - mean('before'), 6)
        expect(parts.rate + parts.mix + parts.enteredTotal + parts.leftTotal).toBeCloseTo(parts.total, 6)
      }),
    )
  })

  test('turning time around turns the signs', () => {
    fc.assert(
      fc.property(groups, (rows) => {
        fc.pre(rows.some((r) => r.before !== null && r.weightBefore > 1e-3))
        fc.pre(rows.some((r) => r.after !== null && r.weightAfter > 1e-3))
        const forth = kitagawa(rows)
        const back = kitagawa(
          rows.map((r) => ({
            weightBefore: r.weightAfter,
            weightAfter: r.weightBefore,
            before: r.after,
            after: r.before,
          })),
        )
        expect(back.total).toBeCloseTo(-forth.total, 6)
        expect(back.rate).toBeCloseTo(-forth.rate, 6)
        expect(back.mix).toBeCloseTo(-forth.mix, 6)
        expect(back.enteredTotal).toBeCloseTo(-forth.leftTotal, 6)
      }),
    )
  })

  test('weights that are negative, not finite or all zero are refused', () => {
    const row = { weightBefore: 1, weightAfter: 1, before: 1, after: 1 }
    for (const bad of [-1, Number.NaN, Infinity])
      expect(() => kitagawa([row, { ...row, weightAfter: bad }])).toThrow(PalauteError)
    expect(() => kitagawa([{ ...row, weightBefore: 0 }])).toThrow(/sum to 0/)
    expect(() => kitagawa([{ ...row, after: null }])).toThrow(/sum to 0/)
    expect(() => kitagawa([])).toThrow(PalauteError)
  })
})

describe('two periods of a region', () => {
  const options = { metric: 'nps', suppressBelow: 0 } as const

  test('no change is no change', () => {
    const { value, interval, services, units } = compareRegions(region, region, options)
    expect(value).toBe(0)
    expect((interval?.low ?? 0) < 0 && (interval?.high ?? 0) > 0).toBe(true)
    for (const split of [services, units])
      expect([split?.rate, split?.mix, split?.simpson]).toEqual([0, 0, false])
  })

  test('every unit falls and the pooled figure rises: the mix is told apart', () => {
    const before: UnitCounts[] = [
      { unit: 'a', service: 'a', volume: 100, counts: answers(320, 160, 320) },
      { unit: 'b', service: 'b', volume: 100, counts: answers(10, 30, 160) },
    ]
    const after: UnitCounts[] = [
      { unit: 'a', service: 'a', volume: 100, counts: answers(85, 40, 75) },
      { unit: 'b', service: 'b', volume: 100, counts: answers(60, 120, 620) },
    ]
    const change = compareRegions(before, after, options)
    expect(change.value).toBeLessThan(0)
    expect(change.services?.mix).toBe(0)
    expect(change.services?.simpson).toBe(false)
    expect(change.pooled?.total).toBeGreaterThan(0)
    expect(change.pooled?.rate).toBeLessThan(0)
    expect(change.pooled?.simpson).toBe(true)
  })

  test('units that enter or leave have rows of their own', () => {
    const after = region
      .filter((unit) => unit.unit !== 'imaging')
      .concat({
        unit: 'new clinic',
        service: 'primary',
        volume: 5000,
        counts: answers(2, 2, 20),
      })
    const { units, value } = compareRegions(region, after, options)
    const row = (name: string) => units?.rows.find((r) => r.unit === name)
    expect(row('imaging')).toMatchObject({ present: 'left', rate: null, mix: null })
    expect(row('new clinic')).toMatchObject({ present: 'entered', change: null })
    const parts = (units?.rate ?? 0) + (units?.mix ?? 0) + (units?.entered ?? 0) + (units?.left ?? 0)
    expect(parts).toBeCloseTo(value ?? Number.NaN, 9)
  })

  test('hidden units stay hidden in the rows of the change', () => {
    const { units } = compareRegions(region, region, { metric: 'nps' })
    const hidden = units?.rows.filter((row) => row.unit === 'home care')
    expect(hidden).toMatchObject([{ change: null, rate: null, mix: null, presence: null }])
  })

  test('a period without a figure gives no change', () => {
    const silent = region.map((unit) => ({ ...unit, counts: answers(0, 0, 0) }))
    const change = compareRegions(silent, region, options)
    expect([change.value, change.interval, change.services]).toEqual([null, null, null])
    expect(change.before.reason).toBe('no_answers')
  })
})
