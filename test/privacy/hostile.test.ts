import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aggregate } from '../../src/aggregate/index.js'
import { readSurvey } from '../../src/read/index.js'
import { report } from '../../src/report/index.js'
import { scoreSurvey, summarizeSurvey } from '../../src/survey.js'

/*
 * Names that are properties of every object, as headers, units, answers and keys. Nothing may reach a
 * prototype, and nothing may get lost or fail because of its name.
 */
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palaute-hostile-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function clean(): void {
  const probe = {} as Record<string, unknown>
  expect(probe.polluted).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(typeof probe.toString).toBe('function')
  expect(Object.getPrototypeOf(probe)).toBe(Object.prototype)
}

test('as headers, units and answers of a table', async () => {
  const rows = Array.from({ length: 120 }, (_, row) => {
    const name = names[row % names.length] ?? ''
    return [name, String(row % 11), name, name, `${name} oli hyvä ja jono pitkä`].join(';')
  })
  const path = join(folder, 'hostile.csv')
  writeFileSync(path, `Yksikkö;NPS (0-10);__proto__;constructor;Kommentti\n${rows.join('\n')}\n`)
  const result = await summarizeSurvey(path)
  expect(result.rows.responses).toBe(120)
  const page = report(result)
  expect(page).toContain('__proto__')
  let seen = 0
  const survey = await scoreSurvey(path)
  for await (const response of survey.responses) {
    seen += 1
    expect(Object.getPrototypeOf(response)).toBe(Object.prototype)
    expect(Object.getPrototypeOf(response.scores)).toBe(Object.prototype)
  }
  expect(seen).toBe(120)
  clean()
})

test('as keys of NDJSON and JSON', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, row) =>
      `{"NPS (0-10)":${row % 11},"Kommentti":"hyvä","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"${names[row % names.length]}":"x"}`,
  )
  for (const [name, text] of [
    ['hostile.ndjson', lines.join('\n')],
    ['hostile.json', `[${lines.join(',')}]`],
  ] as const) {
    const path = join(folder, name)
    writeFileSync(path, text)
    const survey = await readSurvey(path)
    let seen = 0
    for await (const response of survey.responses) {
      seen += 1
      expect(Object.getPrototypeOf(response)).toBe(Object.prototype)
    }
    expect(seen).toBe(40)
  }
  clean()
})

test('in a layout', async () => {
  const path = join(folder, 'plain.csv')
  writeFileSync(
    path,
    `NPS (0-10);Kommentti\n${Array.from({ length: 30 }, (_, row) => `${row % 11};ok`).join('\n')}\n`,
  )
  const layout = JSON.parse(
    '{"schemaVersion":1,"__proto__":{"polluted":true},"columns":[{"name":"NPS (0-10)","index":0,"role":"nps","confidence":1,"reason":"","scale":{"min":0,"max":10,"best":"high","__proto__":{"polluted":true}},"values":{"__proto__":"5","constructor":"7"}}]}',
  )
  await readSurvey(path, { layout }).catch((error: unknown) => {
    expect(error).toBeInstanceOf(Error)
  })
  clean()
})

test('as units of an aggregate', () => {
  const counts = [2, 0, 0, 0, 0, 0, 0, 0, 3, 4, 11]
  const score = aggregate(
    names.map((unit) => ({ unit, service: unit, volume: 10, counts })),
    { metric: 'nps' },
  )
  expect(score.units.map(({ unit }) => unit).sort()).toEqual([...names].sort())
  expect(score.units.every(({ value }) => typeof value === 'number')).toBe(true)
  clean()
})
