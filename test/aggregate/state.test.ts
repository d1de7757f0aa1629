import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aggregate,
  createHistograms,
  finish,
  merge,
  type PartialState,
  partial,
  readState,
} from '../../src/aggregate/index.js'
import { dayNumber, daysOf, periodOf } from '../../src/aggregate/period.js'
import { PalauteError } from '../../src/errors.js'
import type { Response } from '../../src/types.js'

const responses: fc.Arbitrary<Response[]> = fc.array(
  fc.record(
    {
      row: fc.constant(1),
      file: fc.constant('a.csv'),
      unit: fc.constantFrom('t1', 't2', 'T1', 'ä', '10', '9', null),
      unitName: fc.constantFrom('Terveysasema', 'Alfa', null),
      service: fc.constantFrom('a', 'b', null),
      region: fc.constantFrom('r', null),
      time: fc.constantFrom(
        '2021-03-25T12:20:00+02:00',
        '2021-12-31',
        '2023-Q2',
        '2021-W12',
        '2022',
        null,
        'rubbish',
      ),
      nps: fc.constantFrom(0, 5, 9, 10, 11, -1, 7.5, null, undefined),
      csat: fc.constantFrom(1, 5, 6, null, undefined),
      ces: fc.constantFrom(1, 7, undefined),
      fcr: fc.constantFrom('yes', 'no', 'partial', null, undefined),
      grade: fc.option(
        fc.dictionary(fc.constantFrom('teaching', 'food'), fc.constantFrom(4, 8.25, 10, 3, 8.1, null)),
        {
          nil: undefined,
        },
      ),
      likert: fc.option(fc.dictionary(fc.constantFrom('s1', 's2'), fc.constantFrom(1, 5, null)), {
        nil: undefined,
      }),
      comments: fc.constant([]),
    },
    { requiredKeys: ['row', 'file', 'comments'] },
  ) as fc.Arbitrary<Response>,
  { maxLength: 30 },
)
const bytes = (state: PartialState) => JSON.stringify(state)

describe('states', () => {
  test('merging in any order and grouping gives the bytes of counting all at once', async () => {
    await fc.assert(
      fc.asyncProperty(responses, responses, responses, async (x, y, z) => {
        const [a, b, c] = await Promise.all([partial(x), partial(y), partial(z)])
        const whole = bytes(await partial([...y, ...z, ...x]))
        expect(bytes(merge(merge(a, b), c))).toBe(whole)
        expect(bytes(merge(a, merge(b, c)))).toBe(whole)
        expect(bytes(merge(c, merge(b, a)))).toBe(whole)
      }),
    )
  })

  test('a state survives JSON, in any order of its lists', async () => {
    await fc.assert(
      fc.asyncProperty(responses, async (rows) => {
        const state = await partial(rows)
        expect(bytes(readState(JSON.parse(bytes(state))))).toBe(bytes(state))
        const shuffled = {
          ...state,
          units: [...state.units].reverse(),
          questions: [...state.questions].reverse(),
        }
        expect(bytes(readState(JSON.parse(JSON.stringify(shuffled))))).toBe(bytes(state))
      }),
    )
  })

  test('no answer is lost: counted, missing and off the scale make up all that were asked', async () => {
    await fc.assert(
      fc.asyncProperty(responses, async (rows) => {
        const state = await partial(rows)
        const cells = state.units.flatMap((unit) => unit.cells)
        expect(cells.reduce((sum, cell) => sum + cell.responses, 0)).toBe(rows.length)
        for (const key of ['nps', 'csat', 'ces', 'fcr'] as const) {
          const asked = rows.filter((row) => row[key] !== undefined).length
          const told = cells
            .flatMap((cell) => cell.answers)
            .filter((a) => a.question === key)
            .reduce((sum, a) => sum + a.missing + a.offScale + a.counts.reduce((x, y) => x + y, 0), 0)
          expect(told).toBe(asked)
        }
      }),
    )
  })

  test('figures of a state are those of its counts', async () => {
    const rows: Response[] = Array.from({ length: 90 }, (_, row) => ({
      row,
      file: 'a',
      unit: `u${row % 3}`,
      service: row % 3 === 0 ? 'a' : 'b',
      nps: [10, 9, 3, null, 8][row % 5] as number | null,
      comments: [],
    }))
    const volumes = [
      { unit: 'u0', visits: 500, period: '2021-01' },
      { unit: 'u0', visits: 400 },
      { unit: 'u1', visits: 80 },
      { unit: 'u2', visits: 20 },
    ]
    const [found] = finish(await partial(rows), { volumes }).regions
    const question = found?.questions[0]
    const counts = (at: number) =>
      Array.from(
        { length: 11 },
        (_, point) => rows.filter((r) => r.unit === `u${at}` && r.nps === point).length,
      )
    const expected = aggregate(
      [0, 1, 2].map((i) => ({
        unit: `u${i}`,
        service: i === 0 ? 'a' : 'b',
        volume: [900, 80, 20][i] as number,
        counts: counts(i),
      })),
      { metric: 'nps' },
    )
    expect(question?.score.value).toBe(expected.value)
    expect(question?.score.interval).toEqual(expected.interval)
    expect(question?.missing).toBe(18)
  })

  test('units with visits and no answers lower the coverage; those not asked do not', async () => {
    const row = (unit: string, answer: Partial<Response>): Response => ({
      row: 1,
      file: 'a',
      unit,
      comments: [],
      ...answer,
    })
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(i % 2 ? 'a' : 'b', i % 2 ? { nps: 9, csat: 4 } : { nps: 9 }),
    )
    const volumes = [
      { unit: 'a', visits: 60 },
      { unit: 'b', visits: 30 },
      { unit: 'silent', visits: 10 },
    ]
    const questions = finish(await partial(rows), { volumes }).regions[0]?.questions ?? []
    const coverage = Object.fromEntries(questions.map((q) => [q.question, q.score.coverage.volume]))
    expect(coverage.nps).toBeCloseTo(0.9, 12)
    expect(coverage.csat).toBeCloseTo(60 / 70, 12)
  })

  test('periods are cut at their ends, and what is left out is counted', async () => {
    const row = (time: string | null): Response => ({
      row: 1,
      file: 'a',
      unit: 'a',
      nps: 9,
      time,
      comments: [],
    })
    const state = await partial(
      ['2021-01-31', '2021-02-01', '2021-02-28', '2021-03-01', '2021-Q1', null].map(row),
    )
    const [region] = finish(state, { from: '2021-02', to: '2021-02', suppressBelow: 0 }).regions
    expect(region?.responses).toBe(2)
    expect(region?.leftOut).toBe(4)
    expect(finish(state, { from: '2021-Q1', to: '2021-Q1' }).regions[0]?.responses).toBe(5)
    expect(finish(state).regions[0]?.responses).toBe(6)
  })

  test('regions are counted apart, and a unit without a service joins its only one', async () => {
    const row = (region: string, service: string | null): Response => ({
      row: 1,
      file: 'a',
      unit: 'u',
      region,
      service,
      nps: 9,
      comments: [],
    })
    const state = await partial([row('north', 's'), row('north', null), row('south', null)])
    const { regions } = finish(state, { suppressBelow: 0 })
    expect(regions.map((r) => [r.region, r.questions[0]?.score.units.map((u) => [u.service, u.n])])).toEqual([
      ['north', [['s', 2]]],
      ['south', [[null, 1]]],
    ])
  })
})

describe('states that cannot be used', () => {
  const good = async () =>
    JSON.parse(bytes(await partial([{ row: 1, file: 'a', unit: 'u', nps: 9, comments: [] }])))
  test.each<[string, (state: Record<string, unknown>) => unknown]>([
    ['kind', (s) => ({ ...s, kind: 'other' })],
    ['schemaVersion', (s) => ({ ...s, schemaVersion: 2 })],
    ['period', (s) => ({ ...s, period: 'decade' })],
    ['questions', (s) => ({ ...s, questions: null })],
    ['units', (s) => ({ ...s, units: [...(s.units as unknown[]), ...(s.units as unknown[])] })],
    [
      'units[0].cells[0].answers[0].counts[9]',
      (s) => JSON.parse(JSON.stringify(s).replace('0,1,0]', '0,-1,0]')),
    ],
    ['units[0].cells[0].answers[0].counts', (s) => JSON.parse(JSON.stringify(s).replace('0,1,0]', '0,1]'))],
    ['kind', () => []],
    ['kind', () => null],
  ])('%s', async (path, spoil) => {
    const state = await good()
    expect(() => readState(spoil(state))).toThrow(PalauteError)
    try {
      readState(spoil(state))
    } catch (error) {
      expect((error as PalauteError).code).toBe('bad_state')
      expect((error as PalauteError).path).toBe(path)
    }
  })

  test('different scales or periods do not merge', async () => {
    const row: Response = { row: 1, file: 'a', unit: 'u', csat: 4, comments: [] }
    const five = await partial([row])
    const ten = await partial([row], { scales: { csat: { min: 1, max: 10, best: 'high' } } })
    expect(() => merge(five, ten)).toThrow(/different scales/)
    expect(() => merge(five, { ...five, period: 'year' })).toThrow(/different periods/)
  })

  test('NPS on another scale than 0-10 is refused', async () => {
    const row: Response = { row: 1, file: 'a', nps: 9, comments: [] }
    await expect(partial([row], { scales: { nps: { min: 1, max: 10, best: 'high' } } })).rejects.toThrow(
      /0-10/,
    )
  })
})

describe('histograms', () => {
  test('columns, rows and single answers count the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 200 }), fc.oneof(fc.integer({ min: -3, max: 14 }), fc.double()))),
        (rows) => {
          const scale = { min: 0, max: 10 }
          const expected = new Map<string, { counts: number[]; offScale: number }>()
          const [columns, names, single] = [
            createHistograms(scale),
            createHistograms(scale),
            createHistograms(scale),
          ]
          for (const [unit, score] of rows) {
            const row = expected.get(`u${unit}`) ?? { counts: new Array(11).fill(0), offScale: 0 }
            expected.set(`u${unit}`, row)
            if (Number.isInteger(score) && score >= 0 && score <= 10) row.counts[score] += 1
            else row.offScale += 1
          }
          columns.countColumns(
            rows.map(([unit]) => columns.intern(`u${unit}`)),
            rows.map(([, score]) => score),
          )
          const typed = createHistograms(scale)
          const whole = rows.filter(([, score]) => Number.isInteger(score) && score >= 0 && score < 256)
          const numbers = Uint16Array.from(whole, ([unit]) => typed.intern(`u${unit}`))
          typed.countColumns(
            numbers,
            Uint8Array.from(whole, ([, score]) => score),
          )
          const slow = createHistograms(scale)
          for (const [unit, score] of whole) slow.count(slow.intern(`u${unit}`), score)
          expect(typed.units()).toEqual(slow.units())
          names.countRows(
            rows.map(([unit]) => `u${unit}`),
            rows.map(([, score]) => score),
          )
          for (const [unit, score] of rows) single.count(single.intern(`u${unit}`), score)
          const wanted = [...expected].map(([unit, row]) => ({ unit, ...row }))
          for (const seen of [columns, names, single]) expect(seen.units()).toEqual(wanted)
        },
      ),
    )
  })

  test('a unit number that nobody interned is an error, not a lost answer', () => {
    const seen = createHistograms({ min: 0, max: 10 })
    seen.intern('a')
    for (const unit of [1, -1, 0.5, Number.NaN]) expect(() => seen.count(unit, 5)).toThrow(PalauteError)
    expect(() => seen.countColumns([0, 1], [5, 5])).toThrow(PalauteError)
    expect(() => seen.countColumns([0], [5, 5])).toThrow(PalauteError)
    // Nothing of a refused call is kept, in the slow form or in that of typed arrays.
    for (const length of [2, 5, 8]) {
      const units = Uint16Array.from({ length }, (_, i) => (i === length - 1 ? 40 : 0))
      expect(() => seen.countColumns(units, new Uint8Array(length))).toThrow(/40/)
      expect(seen.units()).toEqual([{ unit: 'a', counts: new Array(11).fill(0), offScale: 0 }])
    }
  })
})

describe('periods', () => {
  test('days and weeks agree with the calendar of JavaScript', () => {
    const epoch = dayNumber(1970, 1, 1)
    for (let day = -25_000; day < 30_000; day += 1) {
      const date = new Date(day * 86_400_000)
      const iso = date.toISOString().slice(0, 10)
      expect(daysOf(iso)?.first).toBe(epoch + day)
      const week = daysOf(periodOf(iso, 'week'))
      expect(Math.abs(((week?.first ?? 0) - epoch + 3) % 7)).toBe(0)
      expect(week?.first).toBeLessThanOrEqual(epoch + day)
      expect(week?.last).toBeGreaterThanOrEqual(epoch + day)
    }
    expect(periodOf('2021-01-03', 'week')).toBe('2020-W53')
    expect(periodOf('2024-12-30', 'week')).toBe('2025-W01')
  })

  test.each([
    ['2021-03-25T12:20:00+02:00', 'month', '2021-03'],
    ['2021-03-25', 'quarter', '2021-Q1'],
    ['2021-03-25', 'year', '2021'],
    ['2021-03-25', 'day', '2021-03-25'],
    ['2023-Q2', 'month', '2023-Q2'],
    ['2021-W12', 'month', '2021-W12'],
    ['2021-03', 'day', '2021-03'],
    ['2021', 'month', '2021'],
    ['2023-Q2', 'year', '2023'],
    ['rubbish', 'month', ''],
    [null, 'month', ''],
    ['2021-03-25', 'none', ''],
  ] as const)('%s by %s is %s', (time, length, period) => {
    expect(periodOf(time, length)).toBe(period)
  })
})
