import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import type { LanguageReader } from '../../src/language/index.js'
import { readTables, type ValenceRow } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { SupportedLanguage } from '../../src/types.js'
import { createProbe, type Probe, type Row } from './probe.js'
import { spelled } from './spelled.js'

const tables = readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')))
let readers: Record<SupportedLanguage, LanguageReader>
let probe: Probe

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  probe = createProbe(tables, readers)
})

const rowOf = ({ entry, grade, near }: ValenceRow): Row => ({
  pattern: entry,
  near,
  says: { kind: 'valence', grade, entry },
})

/** Whether a text gets the sign of the row's grade, and another verdict without the row. */
function isDecided(row: ValenceRow, text: string, language: SupportedLanguage, by: Probe): boolean {
  const found = by.compare(rowOf(row), text, language)
  if (found === undefined) return false
  const { whole, without } = found
  const differs = whole.label !== without.label || whole.score !== without.score
  return differs && (row.grade === 0 || Math.sign(whole.score) === Math.sign(row.grade))
}

const isAlive = (row: ValenceRow, language: SupportedLanguage, by: Probe): boolean =>
  spelled(row, language, tables.classes).some((text) => isDecided(row, text, language, by))

const dead = (rows: readonly ValenceRow[], language: SupportedLanguage, by: Probe): string[] =>
  rows.filter((row) => !isAlive(row, language, by)).map(({ entry, near }) => [entry, near].join('\t').trim())

/** No word of any text. */
const NOBODY = '\u0001'

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/** Signs stand in all three tables alike. */
const symbols = new Set(
  readFileSync('data/sentiment/valence-symbols.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]),
)
const wordsOf = (language: SupportedLanguage) =>
  tables.valence[language].filter(({ entry }) => !symbols.has(entry))

describe('valence', () => {
  test.each(languages)('every %s entry is graded once, from -4 to 4', (language) => {
    const seen = new Set<string>()
    for (const { entry, grade, near } of tables.valence[language]) {
      expect(Number.isInteger(grade) && Math.abs(grade) <= 4, entry).toBe(true)
      const key = `${entry}\t${near}`
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
  })

  test.each(languages)(
    'every %s row decides a text: it has the sign of the row, and another verdict without it',
    (language) => {
      expect(dead(wordsOf(language), language, probe)).toEqual([])
    },
  )

  test('every sign decides a text', () => {
    const rows = tables.valence.fi.filter(({ entry }) => symbols.has(entry))
    expect(rows.length).toBeGreaterThan(100)
    expect(dead(rows, 'fi', probe)).toEqual([])
  })

  test.each([...tables.classes.keys()].filter((name) => name !== 'etunimi'))(
    'class %s decides a text of a row that names it',
    (name) => {
      const classes = new Map([...tables.classes, [name, [NOBODY]]])
      const without = createProbe({ ...tables, classes }, readers)
      const decides = languages.some((language) =>
        tables.valence[language]
          .filter(({ entry, near }) => `${entry} ${near}`.split(/[ |]/).includes(`@${name}`))
          .some((row) =>
            spelled(row, language, tables.classes).some(
              (text) =>
                isDecided(row, text, language, probe) &&
                without.compare(rowOf(row), text, language)?.whole.score !==
                  probe.compare(rowOf(row), text, language)?.whole.score,
            ),
          ),
      )
      expect(decides).toBe(true)
    },
  )
})
