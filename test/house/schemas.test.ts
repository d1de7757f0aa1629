import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { afterAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const schemas = resolve(root, 'dist/schemas')
const example = resolve(root, 'data/examples/region.csv')

/** What a command of the built package writes to standard output. */
function run(args: readonly string[], input = ''): string {
  return execFileSync('node', [resolve(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** The lines of one kind that `palaute read` writes. */
const linesOf = (kind: string, text: string): unknown[] =>
  lines(text).flatMap((line) => (kind in line ? [line[kind]] : []))

const folder = mkdtempSync(join(tmpdir(), 'palaute-schemas-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ragged = join(folder, 'ragged.csv')
writeFileSync(ragged, 'Vastausaika;NPS;Palaute\n1.2.2024;11;Hyvä\n2.2.2024;9\n')

function validator(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(`${schemas}/${name}.json`, 'utf8'))
  return new Ajv({ strict: false }).compile(schema)
}

function expectAll(name: string, values: readonly unknown[]): void {
  const validate = validator(name)
  expect(values.length).toBeGreaterThan(0)
  for (const value of values) {
    validate(value)
    expect(validate.errors ?? []).toEqual([])
  }
}

const written: Record<string, () => readonly unknown[]> = {
  analysis: () =>
    lines(
      run(
        ['analyze'],
        ['Jonotin tunnin, mutta hoitaja Maija oli ihana.', 'Ei mitään', '', 'Fick fel medicin.']
          .map((text, id) => JSON.stringify({ id, text }))
          .join('\n'),
      ),
    ),
  response: () => linesOf('response', run(['read', example])),
  issue: () => linesOf('issue', run(['read', ragged])),
  scored: () => lines(run(['score', example, '-o', '-', '--format', 'ndjson'])),
  layout: () => [JSON.parse(run(['layout', example]))],
  report: () => {
    const file = join(folder, 'figures.json')
    run(['report', example, '--compare', '2021-01', '-o', file])
    return [JSON.parse(readFileSync(file, 'utf8'))]
  },
  figures: () => [JSON.parse(run(['aggregate', example]))],
  state: () => [JSON.parse(run(['aggregate', example, '--partial']))],
}

describe('what leaves the library holds to its published schema', () => {
  test.each(Object.keys(written))('%s', (name) => {
    expectAll(name, written[name]?.() ?? [])
  })

  test('every schema is published by a name', () => {
    expect(readdirSync(schemas).sort()).toEqual(
      [...Object.keys(written), 'region'].map((name) => `${name}.json`).sort(),
    )
  })

  test('a value of another shape does not hold', () => {
    expect(validator('analysis')({ sentiment: { label: 'fine' } })).toBe(false)
    expect(validator('report')({ schemaVersion: 2 })).toBe(false)
  })
})
