import { describe, expect, test } from 'vitest'
import { funnel, rankUnits, type UnitCounts } from '../../src/aggregate/index.js'
import { shrinkHistogram } from '../../src/statistics/index.js'
import { answers } from './region.js'

const many = (n: number, of: (i: number) => number[]): UnitCounts[] =>
  Array.from({ length: n }, (_, i) => ({ unit: `u${i}`, service: 's', counts: of(i) }))

describe('ranking', () => {
  test('ten happy answers do not lead a unit of a thousand nearly as happy ones', () => {
    const units = [
      { unit: 'small', counts: answers(0, 0, 10) },
      { unit: 'large', counts: answers(20, 60, 920) },
      ...many(20, (i) => answers(30 + i, 20, 100)),
    ]
    const { units: rows, strength } = rankUnits(units, { metric: 'nps' })
    expect(rows[0]?.unit).toBe('large')
    expect(rows[0]?.rank).toBe(1)
    expect(strength).toBeGreaterThan(0)
    const small = rows.find((row) => row.unit === 'small')
    expect(small?.value).toBe(100)
    expect(small?.shrunk).toBeLessThan(90)
    expect(small?.interval?.low).toBeLessThan(50)
  })

  test('values between the unit and the center, closer to the unit the more it answers', () => {
    const units = many(12, (i) => answers(5 * (i + 1), 5, 5 * (13 - i)))
    const { units: rows, center } = rankUnits(units, { metric: 'nps' })
    for (const row of rows) {
      expect(Math.abs(row.shrunk - center)).toBeLessThanOrEqual(Math.abs(row.value - center) + 1e-9)
      expect(Math.sign(row.shrunk - center)).toBe(Math.sign(row.value - center))
    }
  })

  test('units that do not differ are all drawn to the center and share the first place', () => {
    const { units, strength, tau } = rankUnits(
      many(8, () => answers(3, 4, 13)),
      { metric: 'nps' },
    )
    expect(strength).toBeNull()
    expect(tau).toBe(0)
    expect(units.every((row) => row.rank === 1 && row.shrunk === units[0]?.shrunk)).toBe(true)
  })

  test('where 1 is best, low means lead', () => {
    const units = [
      { unit: 'bad', counts: [0, 0, 0, 0, 0, 40, 60] },
      { unit: 'good', counts: [60, 40, 0, 0, 0, 0, 0] },
    ]
    const { units: rows } = rankUnits(units, { metric: 'ces', scale: { min: 1, max: 7, best: 'low' } })
    expect(rows.map((row) => row.unit)).toEqual(['good', 'bad'])
  })

  test('small units are left out, and no answers is an error', () => {
    expect(rankUnits([{ unit: 'a', counts: answers(1, 1, 1) }], { metric: 'nps' }).units).toEqual([])
    expect(() => rankUnits([], { metric: 'nps' })).toThrow(/no answers/)
  })

  test('a profile of no strength leaves the counts alone, one of infinite strength replaces them', () => {
    const prior = [0.2, 0.2, 0.6]
    expect(shrinkHistogram([0, 4, 1], [-1, 0, 1], prior, 0).value).toBeCloseTo(0.2, 12)
    expect(shrinkHistogram([0, 4, 1], [-1, 0, 1], prior, Infinity)).toEqual({
      value: 0.39999999999999997,
      sd: 0,
    })
  })
})

describe('funnel', () => {
  test('a unit far below its peers is flagged, its peers are not', () => {
    const units = [
      ...many(30, (i) => answers(10 + (i % 3), 20, 70)),
      { unit: 'low', counts: answers(70, 20, 10) },
    ]
    const { units: rows } = funnel(units, { metric: 'nps' })
    expect(rows.filter((row) => row.flag !== null).map((row) => [row.unit, row.flag])).toEqual([
      ['low', 'worse'],
    ])
    const low = rows.find((row) => row.unit === 'low')
    expect(low?.value).toBeLessThan(low?.low ?? -100)
  })

  test('limits narrow with answers', () => {
    const units = many(5, (i) => answers(2 ** i * 2, 2 ** i * 4, 2 ** i * 14))
    const { units: rows } = funnel(units, { metric: 'nps' })
    const widths = rows.map((row) => row.high - row.low)
    expect([...widths].sort((a, b) => b - a)).toEqual(widths)
  })

  test('a target of your own, also where all answers agree', () => {
    const { units, center } = funnel(
      many(3, () => answers(0, 0, 50)),
      { metric: 'nps', target: 60 },
    )
    expect(center).toBe(60)
    expect(units.every((row) => Number.isFinite(row.z) && row.flag === 'better')).toBe(true)
  })
})
