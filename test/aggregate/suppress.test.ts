import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solve } from '../../src/aggregate/disclosure.js'
import { aggregate, type RegionScore, type UnitCounts } from '../../src/aggregate/index.js'
import { answers } from './region.js'

const unit = (name: string, service: string | null, n: number, volume = 100): UnitCounts => ({
  unit: name,
  service,
  volume,
  counts: answers(Math.floor(n / 4), Math.floor(n / 4), n - 2 * Math.floor(n / 4)),
})
const isDetermined = (equations: number[][], target: number[]) => solve(equations).determines(target)
const hidden = (score: RegionScore) =>
  score.suppressed.map((row) => `${row.level} ${row.unit ?? row.service} ${row.reason}`)

describe('small groups', () => {
  test('nothing is hidden where all groups are large', () => {
    const score = aggregate([unit('a', 's', 10), unit('b', 's', 11)], { metric: 'nps' })
    expect(score.suppressed).toEqual([])
    expect(score.hidden).toBeNull()
  })

  test('a hidden unit takes its smallest sibling with it', () => {
    const score = aggregate([unit('a', 's', 9), unit('b', 's', 60), unit('c', 's', 30), unit('d', 't', 50)], {
      metric: 'nps',
    })
    expect(hidden(score)).toEqual(['unit a few', 'unit c complementary'])
    for (const row of score.units.filter((u) => ['a', 'c'].includes(u.unit)))
      expect([row.value, row.interval, row.contribution, row.influence]).toEqual([null, null, null, null])
    expect(score.services.every((service) => service.value !== null)).toBe(true)
    expect(score.hidden?.units).toBe(2)
    expect(score.hidden?.n).toBe(39)
  })

  test('a hidden service takes another service and one of its units with it', () => {
    const score = aggregate([unit('a', 's', 5), unit('b', 't', 40), unit('c', 't', 20), unit('d', 'u', 90)], {
      metric: 'nps',
    })
    expect(hidden(score)).toEqual([
      'service s few',
      'service t complementary',
      'unit a few',
      'unit c complementary',
    ])
  })

  test('several hidden units that are large enough together need no other', () => {
    const score = aggregate([unit('a', 's', 6), unit('b', 's', 6), unit('c', 's', 40)], { metric: 'nps' })
    expect(hidden(score)).toEqual(['unit a few', 'unit b few'])
  })

  test('a region of few answers shows nothing', () => {
    const score = aggregate([unit('a', 's', 4), unit('b', 't', 5)], { metric: 'nps' })
    expect(score.reason).toBe('too_few_answers')
    expect([score.shares, score.nEff, score.alternatives.pooled.value]).toEqual([null, null, null])
    expect(score.units.every((row) => row.value === null)).toBe(true)
  })

  test('alternatives are rounded while something is hidden, and so are the warnings that quote them', () => {
    const units = [unit('a', 's', 9, 1000), unit('b', 's', 64), unit('c', 's', 33), unit('d', 't', 57, 3)]
    const open = aggregate(units, { metric: 'nps', suppressBelow: 0 })
    const score = aggregate(units, { metric: 'nps' })
    expect(score.value).toBe(open.value)
    expect(open.alternatives.pooled.value).not.toBe(Math.round(open.alternatives.pooled.value ?? 0))
    expect(score.alternatives.pooled.value).toBe(Math.round(open.alternatives.pooled.value ?? 0))
    for (const { params } of score.warnings.filter((w) => w.code === 'schemes_disagree'))
      expect(params.pooled).toBe(score.alternatives.pooled.value)
  })
})

/** Whether two regions that differ in hidden answers only could have the same visible figures. */
test('no hidden unit follows from the figures shown', () => {
  const regions = fc.array(
    fc.record({
      service: fc.constantFrom('a', 'b', 'c', 'd', null),
      n: fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 10, max: 80 })),
      volume: fc.integer({ min: 1, max: 1000 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  fc.assert(
    fc.property(regions, (rows) => {
      const units = rows.map((row, i) => unit(`u${i}`, row.service, row.n, row.volume))
      const score = aggregate(units, { metric: 'nps' })
      const few = score.units.filter((row) => row.n > 0 && row.n < 10)
      for (const row of few) expect(row.value).toBeNull()
      if (score.value === null) return
      // Everything exact that is shown, as equations in the values of all units.
      const column = (of: (i: number) => number) => score.units.map((_, i) => of(i))
      const equations = [
        column((i) => score.units[i]?.weight ?? 0),
        ...score.services
          .filter((service) => service.value !== null)
          .map((service) =>
            column((i) => (score.units[i]?.service === service.service ? (score.units[i]?.weight ?? 0) : 0)),
          ),
        ...score.units.flatMap((row, at) => (row.value === null ? [] : [column((i) => (i === at ? 1 : 0))])),
      ]
      score.units.forEach((row, at) => {
        if (row.n > 0 && row.n < 10 && row.weight > 0)
          expect(
            isDetermined(
              equations,
              column((i) => (i === at ? 1 : 0)),
            ),
          ).toBe(row.n === score.n)
      })
      for (const service of score.services)
        if (service.n > 0 && service.n < 10 && service.weight > 0) {
          expect(service.value).toBeNull()
          expect(
            isDetermined(
              equations,
              column((i) =>
                score.units[i]?.service === service.service ? (score.units[i]?.weight ?? 0) : 0,
              ),
            ),
          ).toBe(false)
        }
    }),
    { numRuns: 400 },
  )
})

test('sums and differences of totals are seen through', () => {
  expect(isDetermined([[0.2, 0.8]], [1, 0])).toBe(false)
  expect(
    isDetermined(
      [
        [0.2, 0.8, 0],
        [0, 0.8, 0],
      ],
      [1, 0, 0],
    ),
  ).toBe(true)
  expect(
    isDetermined(
      [
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
      ],
      [1, 0, 0],
    ),
  ).toBe(true)
  expect(
    isDetermined(
      [
        [1, 1, 0],
        [0, 1, 1],
      ],
      [1, 0, 0],
    ),
  ).toBe(false)
  expect(isDetermined([], [1])).toBe(false)
})
