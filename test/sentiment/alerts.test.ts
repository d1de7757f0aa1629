import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { readAlertRows } from '../../src/sentiment/alertTable.js'
import { type Assessor, createAssessor } from '../../src/sentiment/assessor.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'

interface Golden {
  id: string
  text: string
  alerts: string[]
}

const tables = readTables(sentimentTexts())
const golden = readFileSync('test/golden/sentiment/alerts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden)

let keysOf: (text: string) => Set<string>

beforeAll(async () => {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const assessor: Assessor = createAssessor(tables)
  keysOf = (text) =>
    new Set(assessor.assess(createDocument(text, { readers }), 'general').alerts.map(({ key }) => key))
})

describe('alerts', () => {
  it('raises the alert of every example and none of a counterexample', () => {
    const silent = tables.alerts.filter((row) => !keysOf(row.example).has(row.key)).map((row) => row.example)
    const loud = tables.alerts
      .filter((row) => row.counterexample !== '' && keysOf(row.counterexample).has(row.key))
      .map((row) => row.counterexample)
    expect({ silent, loud }).toEqual({ silent: [], loud: [] })
  })

  it('keeps recall and precision on our own comments', () => {
    let right = 0
    let extra = 0
    let missed = 0
    for (const { text, alerts } of golden) {
      const found = keysOf(text)
      for (const key of alerts) {
        if (found.has(key)) right += 1
        else missed += 1
      }
      for (const key of found) if (!alerts.includes(key)) extra += 1
    }
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.93)
    expect(right / (right + extra)).toBeGreaterThanOrEqual(0.9)
  })

  it('reads a named text into the rows below it and refuses an unknown name', () => {
    const rows = readAlertRows([
      ['macro', 'well', 'fi', 'hyvin|kunnossa'],
      ['self_harm', 'likely', 'fi', 'sana', '{well} ; muu', 'Sana.'],
    ])
    expect(rows.map(({ unless }) => unless)).toEqual(['hyvin|kunnossa ; muu'])
    expect(() => readAlertRows([['self_harm', 'likely', 'fi', '{well}']])).toThrow(RangeError)
  })
})
