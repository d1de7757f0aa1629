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
})

test('any JSON line is parsed, and what is no personal text stays to the byte', () => {
  const lines = [
    '["\\u004daija Virtanen auttoi", {"a": 1.50}]',
    '"puh 040\\u0020123 4567"',
    '{ "n":12345678901234567890,"x":1e400,"y":-0.0,"text" : "ok\\u00e4" , "t":"Maija" }',
    '{"puh":401234567,"id":401234567,"tel":358401234567,"hetu":1001909013}',
    '{"hoitaja 010190-901R":"Maija"}',
    '[1, 2.0, true, null]',
  ]
  const { stdout } = palaute(['redact'], `${lines.join('\n')}\n`)
  expect(stdout.split('\n')).toEqual([
    '["[NIMI] auttoi", {"a": 1.50}]',
    '"puh [PUHELIN]"',
    '{ "n":12345678901234567890,"x":1e400,"y":-0.0,"text" : "ok\\u00e4" , "t":"[NIMI]" }',
    '{"puh":"[PUHELIN]","id":401234567,"tel":"[PUHELIN]","hetu":"[HETU]"}',
    '{"hoitaja [HETU]":"[NIMI]"}',
    '[1, 2.0, true, null]',
    '',
  ])
})

test('no depth hides a name', () => {
  const object = `${'{"a":'.repeat(5000)}"Maija"${'}'.repeat(5000)}`
  const array = `${'['.repeat(50_000)}"Maija"${']'.repeat(50_000)}`
  const { stdout, status } = palaute(['redact'], `${object}\n${array}\n`)
  expect(status).toBe(0)
  expect(stdout).toBe(`${object}\n${array}\n`.replaceAll('Maija', '[NIMI]'))
})

test('only the fields asked for, of objects in arrays too', () => {
  const { stdout } = palaute(
    ['redact', '--fields', 'text'],
    '{"text":"Maija","who":"Maija","more":{"text":"Maija"}}\n[{"who":"Maija","text":["Maija"]}]\n["Maija"]',
  )
  expect(stdout).toBe(
    '{"text":"[NIMI]","who":"Maija","more":{"text":"Maija"}}\n[{"who":"Maija","text":["[NIMI]"]}]\n["[NIMI]"]',
  )
})

test('line ends stay as they were', () => {
  for (const text of ['Maija\r\n{"a":"Maija"}\r\n', 'Maija\nMaija', '', '\n', 'Maija\r\n\r\nMaija\n'])
    expect(palaute(['redact'], text).stdout).toBe(text.replaceAll('Maija', '[NIMI]'))
})

test('wrong usage is told', () => {
  expect(palaute(['redact', '--locale', 'de']).status).toBe(2)
  expect(palaute(['redact', '--key-file', 'x']).status).toBe(2)
  expect(palaute(['redact', 'file.txt']).status).toBe(2)
})
