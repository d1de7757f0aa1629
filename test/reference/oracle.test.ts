import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as aggregate from '../../src/aggregate/index.js'
import * as metrics from '../../src/metrics/index.js'
import * as statistics from '../../src/statistics/index.js'

interface Case {
  id: string
  fn: string
  input: unknown
  expected: unknown
  tol?: number
}
type Family = (input: unknown, context: { api: unknown; datasets: unknown; expected: unknown }) => unknown

const root = new URL('../../', import.meta.url)
const file = new URL('test/reference/oracle.json', root)
const oracle = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[]; datasets: unknown }
const load = (name: string) => import(new URL(`benchmarks/quality/oracle-families/${name}.mjs`, root).href)
const [one, two, { compare }] = await Promise.all(['statistics', 'aggregate', 'compare'].map(load))
const families: Record<string, Family> = { ...one.families, ...two.families }
const leftOut: Record<string, string> = { ...one.leftOut, ...two.leftOut }

describe('figures of R', () => {
  it.each(oracle.cases.filter(({ fn }) => families[fn]))('$id', ({ fn, input, expected, tol }) => {
    let got: unknown
    try {
      got = families[fn]?.(input, {
        api: { statistics, metrics, aggregate },
        datasets: oracle.datasets,
        expected,
      })
    } catch (error) {
      got = { error: (error as Error).message }
    }
    expect(compare(got, expected, tol ?? 1e-10)).toBeNull()
  })

  it('every family is held or left out for a reason', () => {
    const missing = new Set(oracle.cases.map(({ fn }) => fn).filter((fn) => !families[fn] && !leftOut[fn]))
    expect([...missing]).toEqual([])
  })
})

describe('the harness', () => {
  it('reports a case a line, a total, and fails on a wrong figure', () => {
    const directory = mkdtempSync(join(tmpdir(), 'palaute-oracle-'))
    try {
      const path = join(directory, 'cases.json')
      const mcnemar = (id: string, p: number) => ({
        id,
        fn: 'mcnemar',
        input: { b: 15, c: 5 },
        expected: { chisq: 5, p },
        tol: 1e-10,
      })
      const cases = [
        mcnemar('right', 0.0253473186774683),
        mcnemar('wrong', 0.0253473186),
        { ...mcnemar('new', 1), fn: 'x' },
      ]
      writeFileSync(path, JSON.stringify({ cases }))
      let output = ''
      let status = 0
      try {
        output = execFileSync('node', ['benchmarks/quality/oracle.mjs', path], {
          cwd: root,
          encoding: 'utf8',
          stdio: 'pipe',
        })
      } catch (error) {
        const failure = error as { status: number; stdout: string }
        output = failure.stdout
        status = failure.status
      }
      const lines = output.trim().split('\n')
      expect(lines[0]).toBe('right ok')
      expect(lines[1]).toMatch(/^wrong FAIL got 0\.02534731867\d+ expected 0\.0253473186 at p$/)
      expect(lines[2]).toBe('new left out: no such family')
      expect(lines[3]).toBe('1 ok, 1 failed, 1 left out of 3')
      expect(status).toBe(1)
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})
