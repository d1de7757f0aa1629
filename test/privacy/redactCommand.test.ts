import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { palaute } from './command.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palaute-redact-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('text lines and NDJSON keep their order and number', () => {
  const lines = [
    'Hoitaja Maija auttoi, puh 040 123 4567.',
    '',
    '{"id":7,"text":"Virtasen vastaanotto","more":{"list":["hetu 010190-901R"]}}',
    '{not json, Maijalle kiitos',
    'Jono oli pitkä',
  ]
  const { status, stdout, stderr } = palaute(['redact'], `${lines.join('\n')}\n`)
  expect(status).toBe(0)
  expect(stdout.split('\n')).toEqual([
    'Hoitaja [NIMI] auttoi, puh [PUHELIN].',
    '',
    '{"id":7,"text":"[NIMI] vastaanotto","more":{"list":["hetu [HETU]"]}}',
    '{not json, [NIMI] kiitos',
    'Jono oli pitkä',
    '',
  ])
  expect(stderr).toMatch(/identityCode 1, name 3, phone 1/)
})

test('pseudonyms, lists and the locale', () => {
  writeFileSync(join(folder, 'allow'), 'Maija\n')
  writeFileSync(join(folder, 'deny'), 'Nallukka\n')
  const { stdout } = palaute(
    [
      'redact',
      '--pseudonymize',
      '--locale',
      'sv',
      '--allow',
      join(folder, 'allow'),
      '--deny',
      join(folder, 'deny'),
    ],
    'Maijalle kiitos. Nallukalla oli kiva. Virtanen ja Virtasen\n',
  )
  expect(stdout).toBe('Maijalle kiitos. [NAMN 1] oli kiva. [NAMN 2] ja [NAMN 2]\n')
})

test('hostile keys stay keys', () => {
  const line =
    '{"__proto__":{"polluted":"Maija Virtanen"},"constructor":{"prototype":{"polluted":1}},"text":"Maija"}'
  const { stdout } = palaute(['redact'], `${line}\n`)
  expect(stdout).toBe(
    '{"__proto__":{"polluted":"[NIMI]"},"constructor":{"prototype":{"polluted":1}},"text":"[NIMI]"}\n',
  )
  const deep = `${'{"a":'.repeat(5000)}"Maija"${'}'.repeat(5000)}`
  expect(palaute(['redact'], `${deep}\n`)).toMatchObject({ status: 0 })
})

test('wrong usage is told', () => {
  expect(palaute(['redact', '--locale', 'de']).status).toBe(2)
  expect(palaute(['redact', '--key-file', 'x']).status).toBe(2)
  expect(palaute(['redact', 'file.txt']).status).toBe(2)
})
