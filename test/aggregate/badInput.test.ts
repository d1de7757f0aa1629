import { describe, expect, test } from 'vitest'
import { type AggregateOptions, aggregate, type UnitCounts } from '../../src/aggregate/index.js'
import { PalauteError } from '../../src/errors.js'
import { answers, region } from './region.js'

function failure(units: unknown, options: Partial<AggregateOptions> = {}): PalauteError {
  try {
    aggregate(units as UnitCounts[], { metric: 'nps', ...options })
  } catch (error) {
    if (error instanceof PalauteError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

const ward = (changes: object) => [
  { unit: 'ward', service: 's', volume: 100, counts: answers(5, 5, 20), ...changes },
]

describe('bad units are named with the field', () => {
  test.each([
    [ward({ counts: answers(-1, 0, 20) }), 'units[0].counts[0]'],
    [ward({ counts: answers(0.5, 0, 20) }), 'units[0].counts[0]'],
    [ward({ counts: answers(0, Number.NaN, 20) }), 'units[0].counts[7]'],
    [ward({ counts: answers(0, 0, Infinity) }), 'units[0].counts[10]'],
    [ward({ counts: answers(0, 0, 2 ** 53) }), 'units[0].counts[10]'],
    [ward({ counts: [1, 2, 3] }), 'units[0].counts'],
    [ward({ counts: undefined }), 'units[0].counts'],
    [ward({ volume: -1 }), 'units[0].volume'],
    [ward({ volume: Number.NaN }), 'units[0].volume'],
    [ward({ volume: '100' }), 'units[0].volume'],
    [ward({ population: 29 }), 'units[0].population'],
    [ward({ service: 7 }), 'units[0].service'],
    [[...ward({}), ...ward({})], 'units[1].unit'],
  ])('%#', (units, path) => {
    const error = failure(units)
    expect(error.code).toBe('bad_option')
    expect(error.path).toBe(path)
    expect(error.message).toContain('"ward"')
  })

  test('a row without a name, and no list at all', () => {
    expect(failure([{ counts: answers(0, 0, 1) }]).path).toBe('units[0].unit')
    expect(failure([null]).path).toBe('units[0].unit')
    expect(failure('units').path).toBe('units')
  })

  test('a volume below the answers is refused only as a population', () => {
    const units = ward({ volume: 10 })
    expect(aggregate(units, { metric: 'nps' }).value).not.toBeNull()
    const error = failure(units, { finitePopulation: true })
    expect(error.path).toBe('units[0].population')
    expect(error.message).toContain('"ward"')
  })

  test('cells of one unit must agree on its volume', () => {
    const cells = (second: number) => [
      { ...ward({})[0], cell: { sex: 'F' } },
      { ...ward({})[0], cell: { sex: 'M' }, volume: second },
    ]
    expect(aggregate(cells(100) as UnitCounts[], { metric: 'nps' }).units).toHaveLength(1)
    expect(failure(cells(200)).path).toBe('units[1].volume')
  })
})

describe('bad options are named', () => {
  test.each([
    [{ metric: 'choice' }, 'metric'],
    [{ metric: undefined }, 'metric'],
    [{ scale: { min: 1, max: 10, best: 'high' } }, 'scale'],
    [{ level: 1 }, 'level'],
    [{ level: Number.NaN }, 'level'],
    [{ suppressBelow: -1 }, 'suppressBelow'],
    [{ interval: 'wald' }, 'interval'],
    [{ lonely: 'ignore' }, 'lonely'],
    [{ scheme: 'weighted' }, 'scheme'],
    [{ scheme: { kind: 'best' } }, 'scheme.kind'],
    [{ scheme: { kind: 'power', exponent: 2 } }, 'scheme.exponent'],
    [{ scheme: { kind: 'capped', cap: 0.1 } }, 'cap'],
    [{ scheme: { kind: 'capped', cap: 0 } }, 'cap'],
    [{ scheme: { kind: 'fixed', weights: { phone: 1 } } }, 'scheme.weights'],
    [{ scheme: { kind: 'raked', margins: { age: { old: 1 } } } }, 'margins.age'],
    [{ scheme: { kind: 'raked', margins: {} } }, 'margins'],
  ])('%j', (options, path) => {
    const error = failure(region, options as Partial<AggregateOptions>)
    expect(error.code).toBe('bad_option')
    expect(error.path).toBe(path)
  })

  test('a lonely unit under "fail" is named', () => {
    const units = [...region, { unit: 'tiny', service: 'home', volume: 50, counts: answers(0, 0, 1) }]
    expect(failure(units, { lonely: 'fail' }).message).toContain('"tiny"')
    expect(aggregate(units, { metric: 'nps' }).warnings.map((w) => w.code)).toContain('one_answer')
  })

  test('weights of a fixed scheme may not be negative or NaN', () => {
    const weights = (value: number) =>
      Object.fromEntries(region.map(({ unit }) => [unit, unit === 'phone' ? value : 1]))
    expect(failure(region, { scheme: { kind: 'fixed', weights: weights(-1) } }).message).toContain('"phone"')
    expect(failure(region, { scheme: { kind: 'fixed', weights: weights(Number.NaN) } }).message).toContain(
      '"phone"',
    )
    expect(
      aggregate(region, { metric: 'nps', scheme: { kind: 'fixed', weights: weights(0) } }).units[1]?.weight,
    ).toBe(0)
  })
})

describe('where there is no figure there is a reason', () => {
  const silent = region.map((unit) => ({ ...unit, counts: answers(0, 0, 0) }))
  const zero = Object.fromEntries(region.map(({ unit }) => [unit, 0]))
  test.each<[string, UnitCounts[], Partial<AggregateOptions>, string]>([
    ['no units', [], {}, 'no_answers'],
    ['no answers', silent, {}, 'no_answers'],
    ['few answers', ward({ counts: answers(1, 1, 1) }), {}, 'too_few_answers'],
    ['no volumes', region.map((u) => ({ ...u, volume: null })), { scheme: 'volume' }, 'no_volumes'],
    ['volumes of zero', region.map((u) => ({ ...u, volume: 0 })), { scheme: 'sqrt' }, 'no_volumes'],
    ['weights of zero', region, { scheme: { kind: 'fixed', weights: zero } }, 'no_weight'],
    [
      'coverage',
      [...region, { unit: 'x', volume: 1e6, counts: answers(0, 0, 0) }],
      {},
      'coverage_below_half',
    ],
  ])('%s', (_, units, options, reason) => {
    const score = aggregate(units, { metric: 'nps', ...options })
    expect(score.value).toBeNull()
    expect(score.interval).toBeNull()
    expect(score.reason).toBe(reason)
    expect(score.nEff).toBeNull()
  })
})

describe('extremes', () => {
  const open = { metric: 'nps', suppressBelow: 0 } as const

  test('one answer has a value, a wide interval and no standard error of its own', () => {
    const score = aggregate(ward({ counts: answers(0, 0, 1) }), open)
    expect(score.value).toBe(100)
    expect(score.interval?.low).toBeCloseTo(-58.6901371245525, 9)
    expect(score.interval?.high).toBe(100)
  })

  test('all promoters in every unit keep an interval', () => {
    const units = region.map((unit) => ({ ...unit, counts: answers(0, 0, 40) }))
    const { interval, value } = aggregate(units, open)
    expect(value).toBe(100)
    expect(interval?.high).toBe(100)
    expect(interval?.low).toBeGreaterThan(90)
    expect(interval?.low).toBeLessThan(100)
  })

  test('counts of a million millions', () => {
    const units = region.map((unit) => ({ ...unit, counts: unit.counts.map((count) => count * 1e12) }))
    const score = aggregate(units, open)
    expect(score.value).toBeCloseTo(aggregate(region, open).value ?? 0, 9)
    expect((score.interval?.high ?? 0) - (score.interval?.low ?? 0)).toBeLessThan(1e-3)
    expect(score.interval?.low).toBeLessThan(score.value ?? 0)
  })

  test('volumes from the smallest to the largest double', () => {
    const units = region.map((unit, i) => ({ ...unit, volume: i % 2 === 0 ? 1e-300 : 1e300 }))
    const score = aggregate(units, open)
    expect(Number.isFinite(score.value)).toBe(true)
    expect(score.units.reduce((sum, unit) => sum + unit.weight, 0)).toBeCloseTo(1, 12)
  })

  test('a census has no sampling error', () => {
    const units = region.map((unit) => ({ ...unit, population: unit.counts.reduce((a, b) => a + b, 0) }))
    const { interval, value, se } = aggregate(units, { ...open, finitePopulation: true, interval: 'score' })
    expect(interval).toEqual({ low: value, high: value, level: 0.95, method: 'census' })
    expect(se).toBe(0)
  })
})
