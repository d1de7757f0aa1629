import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type Document } from '../../src/language/index.js'
import { createAlertFinder } from '../../src/sentiment/alerts.js'
import { type AlertTable, readAlertTable } from '../../src/sentiment/alertTable.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'

interface Golden {
  id: string
  text: string
  alerts: string[]
}

const { alerts: table } = readTables(sentimentTexts())
const golden = readFileSync('test/golden/sentiment/alerts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden)

let read: (text: string) => Document

beforeAll(async () => {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  read = (text) => createDocument(text, { readers })
})

const keysOf = (text: string, by: AlertTable = table): string[] =>
  createAlertFinder(by)(read(text)).map(({ key }) => key)

describe('alerts', () => {
  it.each(table.rows.map((row) => [`${row.key}: ${row.frame}`, row] as const))(
    '%s is raised by its example, and not without the row',
    (_, row) => {
      expect(keysOf(row.example)).toContain(row.key)
      expect(
        keysOf(row.example, { ...table, rows: table.rows.filter((other) => other !== row) }),
      ).not.toContain(row.key)
      if (row.counterexample !== '') expect(keysOf(row.counterexample)).not.toContain(row.key)
    },
  )

  it.each(table.idioms.map((row) => [row.example, row] as const))(
    '"%s" is a figure of speech, and an alert where the table does not know it',
    (example, row) => {
      expect(keysOf(example)).toEqual([])
      expect(
        keysOf(example, { ...table, idioms: table.idioms.filter((other) => other !== row) }),
      ).not.toEqual([])
    },
  )

  it('keeps recall and precision on our own comments', () => {
    const find = createAlertFinder(table)
    let right = 0
    let extra = 0
    let missed = 0
    for (const { text, alerts } of golden) {
      const found = new Set<string>(find(read(text)).map(({ key }) => key))
      for (const key of alerts) {
        if (found.has(key)) right += 1
        else missed += 1
      }
      for (const key of found) if (!alerts.includes(key)) extra += 1
    }
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.93)
    expect(right / (right + extra)).toBeGreaterThanOrEqual(0.9)
  })

  it('gives the words that raised it as evidence', () => {
    const text = 'Odotin kauan. Hoitaja antoi väärän lääkkeen.'
    const [finding] = createAlertFinder(table)(read(text))
    expect(finding?.key).toBe('medication_error')
    expect(finding?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['väärän', 'lääkkeen'])
  })

  it('reads concepts, figures of speech and rows, and refuses a concept that nobody defined', () => {
    const lines = [
      ['# A heading'],
      ...['neg', 'factive', 'clausemark', 'but', 'although', 'resolved', 'praise', 'joke', 'topic'].map(
        (name) => ['concept', name, 'fi', `${name}sana`],
      ),
      ['concept', 'verb', 'fi', 'tehdä|teke*'],
      ['idiom', '', 'fi', 'tehdä nannaa', '', 'Teki nannaa.'],
      ['self_harm', 'likely', '*', 'verb', '', 'Teki.'],
    ]
    const own = readAlertTable(lines)
    expect([own.concepts.length, own.idioms.length, own.rows.length]).toEqual([10, 1, 1])
    expect(keysOf('Hän teki sen.', own)).toEqual(['self_harm'])
    expect(keysOf('Se teki nannaa.', own)).toEqual([])
    const bad = readAlertTable([...lines, ['self_harm', 'likely', '*', 'nobody', '', 'Teki.']])
    expect(() => createAlertFinder(bad)).toThrow('nobody')
  })
})
