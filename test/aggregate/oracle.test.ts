import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import * as aggregate from '../../src/aggregate/index.js'
import * as statistics from '../../src/statistics/index.js'

interface Case {
  id: string
  fn: string
  input: Record<string, unknown>
  expected: Record<string, unknown>
  tol: number | null
}
type Family = (input: Case['input'], context: object) => Record<string, unknown>
type Compare = (got: unknown, expected: unknown, tol: number) => unknown

const here = import.meta.dirname
const load = (path: string) =>
  import(pathToFileURL(resolve(here, '../../benchmarks/quality/oracle-families', path)).href)
const { families } = (await load('aggregate.mjs')) as { families: Record<string, Family> }
const { compare } = (await load('compare.mjs')) as { compare: Compare }
const { cases, datasets } = JSON.parse(readFileSync(resolve(here, '../reference/oracle.json'), 'utf8')) as {
  cases: Case[]
  datasets: object
}
const ours = cases.filter(({ fn }) => Object.hasOwn(families, fn))

test('every family has cases', () => {
  for (const fn of Object.keys(families))
    expect(
      ours.some((one) => one.fn === fn),
      fn,
    ).toBe(true)
})

test.each(ours)('$id', ({ fn, input, expected, tol }) => {
  let got: unknown
  try {
    got = families[fn]?.(input, { api: { aggregate, statistics }, datasets, expected })
  } catch (error) {
    got = { error: (error as Error).message }
  }
  expect(compare(got, expected, tol ?? 1e-10)).toBeNull()
})
