import { describe, expect, test } from 'vitest'
import { aggregate, type ScoreMetric, type UnitCounts } from '../../src/aggregate/index.js'
import { ces, csat, fcr, grade, likert, nps } from '../../src/metrics/index.js'
import { answers, region } from './region.js'

/** A single unit is a sample of its own: its region figure must be that of the metric. */
describe('one unit has the figures of its metric', () => {
  const histogram = (classes: number) => Array.from({ length: classes }, (_, i) => (i * 7 + 3) % 11)
  const one = (
    metric: ScoreMetric,
    counts: number[],
    scale?: { min: number; max: number; best: 'high' | 'low' },
  ) => aggregate([{ unit: 'a', counts }], { metric, ...(scale ? { scale } : {}), suppressBelow: 0 })
  test.each([
    ['nps', one('nps', histogram(11)), nps({ counts: histogram(11) })],
    ['csat', one('csat', histogram(5)), csat({ counts: histogram(5) })],
    ['ces', one('ces', histogram(7)), ces({ counts: histogram(7) })],
    ['grade', one('grade', histogram(7)), grade({ counts: histogram(7) })],
    ['likert', one('likert', histogram(5)), likert({ counts: histogram(5) })],
    ['fcr', one('fcr', [4, 3, 13]), fcr({ counts: { no: 4, partial: 3, yes: 13 } })],
  ])('%s', (_, score, own) => {
    expect(score.value).toBeCloseTo(own.value ?? Number.NaN, 9)
    expect(score.interval?.low).toBeCloseTo(own.interval?.low ?? Number.NaN, 9)
    expect(score.interval?.high).toBeCloseTo(own.interval?.high ?? Number.NaN, 9)
    expect(score.interval?.method).toBe(own.interval?.method)
    expect(score.se).toBeCloseTo(own.standardError ?? Number.NaN, 9)
  })

  test.each([
    ['csat', { min: 1, max: 5, best: 'low' }],
    ['csat', { min: 1, max: 3, best: 'high' }],
    ['csat', { min: 0, max: 10, best: 'high' }],
  ] as const)('%s on %j', (metric, scale) => {
    const counts = histogram(scale.max - scale.min + 1)
    const score = one(metric, counts, scale)
    const own = csat({ counts }, { scale })
    expect(score.value).toBeCloseTo(own.value ?? Number.NaN, 9)
    expect(score.mean?.value).toBeCloseTo(own.mean?.value ?? Number.NaN, 9)
    expect(score.mean?.interval?.low).toBeCloseTo(own.mean?.interval.low ?? Number.NaN, 9)
  })

  test('grades in quarters', () => {
    const quarters = new Array<number>(25).fill(0)
    for (const mark of [8, 8.25, 8.5, 9.75, 9, 10]) quarters[(mark - 4) * 4] = 3
    const score = one('grade', quarters)
    const own = grade([8, 8.25, 8.5, 9.75, 9, 10].flatMap((mark) => [mark, mark, mark]))
    expect(score.value).toBeCloseTo(own.value ?? Number.NaN, 12)
    expect(score.interval?.low).toBeCloseTo(own.interval?.low ?? Number.NaN, 9)
    expect(score.topBox?.value).toBeCloseTo(own.topBox?.value ?? Number.NaN, 12)
  })
})

describe('intervals', () => {
  const big = region.map((unit) => ({ ...unit, counts: unit.counts.map((count) => count * 10) }))

  test('by the design where every weighing unit has 30 answers, else by the effective size', () => {
    expect(aggregate(big, { metric: 'nps' }).interval?.method).toBe('design-t')
    expect(aggregate(region, { metric: 'nps' }).interval?.method).toBe('score')
    expect(aggregate(big, { metric: 'nps', interval: 'score' }).interval?.method).toBe('score')
  })

  test('a design interval that leaves the scale is replaced', () => {
    const high = region.map((unit) => ({ ...unit, counts: answers(0, 1, 60) }))
    const { interval } = aggregate(high, { metric: 'nps' })
    expect(interval?.method).toBe('score')
    expect(interval?.high).toBeLessThanOrEqual(100)
  })

  test('a higher level is wider; a finite population is narrower', () => {
    const width = (options: object) => {
      const { interval } = aggregate(region, { metric: 'nps', ...options })
      return (interval?.high ?? 0) - (interval?.low ?? 0)
    }
    expect(width({ level: 0.99 })).toBeGreaterThan(width({}))
    const few = region.map((unit) => ({ ...unit, population: 2 * unit.counts.reduce((a, b) => a + b, 0) }))
    const finite = aggregate(few, { metric: 'nps', finitePopulation: true }).interval
    // Half of the population answered: the variance is halved.
    expect(((finite?.high ?? 0) - (finite?.low ?? 0)) / width({})).toBeCloseTo(Math.SQRT1_2, 1)
  })

  test('units without few answers and much weight are not warned of; one with is', () => {
    const units: UnitCounts[] = [
      ...Array.from({ length: 8 }, (_, i) => ({
        unit: `u${i}`,
        service: `s${i}`,
        volume: 100,
        counts: answers(30, 60, 210),
      })),
      { unit: 'thin', service: 'thin', volume: 400, counts: answers(1, 1, 1) },
    ]
    const warned = aggregate(units, { metric: 'nps' }).warnings.filter(
      (w) => w.code === 'few_answers_much_weight',
    )
    expect(warned.map((w) => w.params.unit)).toEqual(['thin'])
  })
})

describe('raking', () => {
  const cells: UnitCounts[] = (['F', 'M'] as const).flatMap((sex) =>
    ['a', 'b'].map((unit, i) => ({
      unit,
      service: unit,
      volume: [100, 300][i] as number,
      cell: { sex },
      counts: sex === 'F' ? answers(2 + i, 8, 40) : answers(15, 10, 10 + i),
    })),
  )

  test('one margin weighs the respondents to it', () => {
    const margins = { sex: { F: 500, M: 500 } }
    const score = aggregate(cells, {
      metric: 'nps',
      scheme: { kind: 'raked', margins, base: 'pooled' },
      suppressBelow: 0,
    })
    const of = (sex: string) => {
      const counts = cells.filter((c) => c.cell?.sex === sex).map((c) => c.counts)
      const sum = (i: number) => counts.reduce((total, c) => total + (c[i] ?? 0), 0)
      return (sum(10) - sum(0)) / (sum(0) + sum(7) + sum(10))
    }
    expect(score.value).toBeCloseTo(50 * (of('F') + of('M')), 9)
    expect(score.units.reduce((sum, unit) => sum + (unit.contribution ?? 0), 0)).toBeCloseTo(0, 9)
    expect(score.units.reduce((sum, unit) => sum + unit.weight, 0)).toBeCloseTo(1, 12)
    expect(score.nEff).toBeLessThan(score.n)
  })

  test('margins that contradict one another or the answers are refused', () => {
    const raked = (margins: Record<string, Record<string, number>>) => () =>
      aggregate(cells, { metric: 'nps', scheme: { kind: 'raked', margins } })
    expect(raked({ sex: { F: 1, M: 1, X: 1 } })).toThrow(/"X" has no answers/)
    expect(raked({ sex: { F: 1 } })).toThrow(/"M" have no population total/)
    expect(raked({ sex: { F: 1, M: -1 } })).toThrow(/0 or more/)
    expect(raked({ sex: { F: 0, M: 0 } })).toThrow(/sum to 0/)
    expect(raked({ sex: { F: 1, M: 1 }, age: { old: 2 } })).toThrow(/"age"/)
  })
})
