import { beforeAll, expect, test } from 'vitest'
import type { Document } from '../../src/language/index.js'
import { findPersonalData, redact } from '../../src/privacy/index.js'
import { fastest } from '../language/linear.js'
import { loadReading } from './reading.js'

let read: (text: string) => Document

beforeAll(async () => {
  read = await loadReading()
})

const pieces = [
  '0',
  '0 ',
  '0-',
  '040 ',
  '0101',
  '010190-',
  '010190 - 901 ',
  'FI21 1234 ',
  'AB12 3456 ',
  'a',
  'a.',
  'a@',
  'a@a.',
  '(at)',
  'a(at)a.',
  's. ',
  'synt. ',
  'syntynyt on ',
  '1.1.',
  '1.1.1950 ',
  'Mäkitie 1 ',
  'Mäkitie 1, ',
  'Itäinen ',
  'ABC-',
  'auto abc ',
  'Maija ',
  'Maija-',
  'Maija ja ',
  'hoitaja ',
  'K. ',
  'Maija, 1.1.1950 ',
  'A',
  'Ä ',
  '-',
  '\n',
  ' ',
  'terveisin ',
  'nimeni on ',
  '0 1 0 1 9 0 ',
  '010190 999',
  'hetu ',
  'hetu 0101',
  'hetun loppu ',
  'p. ',
  'p. 123 ',
  'puh',
  'a piste ',
  'a ät ',
  'a ät b piste ',
  'a@b . ',
  'a@b ',
  'tammikuun 1. ',
  'synnyin täällä ',
  'Kauppakatu nro ',
  'kiitos ',
  'kiitos mäkinen ',
  'Laine ja ',
  'lääkäri oli ',
  'Łukasz ',
]

test.each(pieces)('time grows with the length, not with its square: %j', (piece) => {
  const short = read(piece.repeat(Math.ceil(4000 / piece.length)))
  const long = read(piece.repeat(Math.ceil(32000 / piece.length)))
  // Eight times the text: linear gives 8, quadratic 64. A busy machine gets another try.
  let ratio = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 4 && ratio >= 24; attempt += 1) {
    const first = fastest(() => findPersonalData(short))
    const second = fastest(() => findPersonalData(long))
    ratio = Math.min(ratio, second / Math.max(first, 1))
  }
  expect(ratio).toBeLessThan(24)
})

test('redaction and its offsets are fast with many findings', () => {
  const text = 'Maija soitti. '.repeat(5000)
  const findings = findPersonalData(read(text))
  expect(findings.length).toBe(5000)
  const work = fastest(() => {
    const { move } = redact(text, findings)
    for (let start = 0; start < text.length; start += 10) move({ start, end: start + 5 })
  })
  expect(work).toBeLessThan(500)
})
