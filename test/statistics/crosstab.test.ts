import { expect, test } from 'vitest'
import { crossTabulate, pairedShares } from '../../src/statistics/index.js'

const respondents = (table: number[][]) =>
  table.flatMap((line, i) =>
    line.flatMap((count, j) => Array.from({ length: count }, () => ({ row: `r${i}`, column: `c${j}` }))),
  )

test('the interval of V is R’s, by uniroot over pchisq(x, df, ncp)', () => {
  const small = crossTabulate(
    respondents([
      [12, 5],
      [7, 9],
    ]),
  ).association
  expect(small?.interval.low).toBe(0)
  expect(small?.interval.high).toBeCloseTo(0.6125777108, 9)
  const large = crossTabulate(
    respondents([
      [120, 50, 30],
      [70, 90, 200],
    ]),
  ).association
  expect(large?.interval.low).toBeCloseTo(0.3658013459, 9)
  expect(large?.interval.high).toBeCloseTo(0.531823367, 9)
  expect(large?.cramersV).toBeGreaterThan(large?.interval.low ?? 1)
})

test('every percentage has its base; not asked differs from missing', () => {
  const table = crossTabulate([
    { row: 'a', column: 'x' },
    { row: 'a', column: 'y' },
    { row: 'b', column: 'y' },
    { row: 'b', column: null },
    { row: null, column: 'x' },
    { row: 'a', column: undefined },
  ])
  expect(table).toMatchObject({ n: 3, missing: 2, notAsked: 1, rowBases: [2, 1], columnBases: [1, 2] })
  expect(table.rowShares).toEqual([
    [0.5, 0.5],
    [0, 1],
  ])
  expect(table.columnShares).toEqual([
    [1, 0.5],
    [0, 0.5],
  ])
})

test('options chosen together are shares of respondents, without a test that would count a person twice', () => {
  const table = crossTabulate([
    { row: 'a', column: ['x', 'y', 'x'] },
    { row: 'a', column: [] },
    { row: 'b', column: ['y'] },
  ])
  expect(table.rowShares).toEqual([
    [0.5, 0.5],
    [0, 1],
  ])
  expect(table.rowBases).toEqual([2, 1])
  expect(table.association).toBeNull()
})

test('nothing gives empty tables, one group no association', () => {
  expect(crossTabulate([])).toMatchObject({ n: 0, rows: [], association: null })
  expect(crossTabulate(respondents([[3, 4]])).association).toBeNull()
})

test('paired answers: the difference and its interval are those of Tango', () => {
  const pairs = [
    ...Array.from({ length: 12 }, () => [false, true] as const),
    ...Array.from({ length: 4 }, () => [true, false] as const),
    ...Array.from({ length: 30 }, () => [true, true] as const),
    [null, true] as const,
  ]
  const result = pairedShares(pairs)
  expect(result).toMatchObject({ n: 46, incomplete: 1, first: 34 / 46, second: 42 / 46 })
  expect(result?.difference).toBeCloseTo(8 / 46, 12)
  expect(result?.interval.low).toBeGreaterThan(0)
  expect(result?.test?.exactP).toBeCloseTo(0.076812744140625, 12)
  expect(pairedShares([[null, null]])).toBeNull()
})
