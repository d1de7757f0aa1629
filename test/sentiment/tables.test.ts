import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import type { LanguageReader } from '../../src/language/index.js'
import { readTables } from '../../src/sentiment/index.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'
import { createProbe, type Probe } from './probe.js'

const tables = readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')))
let readers: Record<SupportedLanguage, LanguageReader>
let probe: Probe

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  probe = createProbe(tables, readers)
})

const languageOf = (code: string): SupportedLanguage => (code === 'sv' || code === 'en' ? code : 'fi')

describe('negators and modifiers', () => {
  const decides = (
    row: { pattern: string; example: string; language: string },
    says: Record<string, unknown>,
    question: QuestionKind = 'general',
  ): boolean => {
    const found = probe.compare(
      { pattern: row.pattern, says },
      row.example,
      languageOf(row.language),
      question,
    )
    return found !== undefined && found.whole.score !== found.without.score
  }

  test.each(tables.negators.map((row) => [row.example, row] as const))('%s', (_, row) => {
    expect(decides(row, { kind: 'negator', scope: row.scope })).toBe(true)
  })

  test.each(tables.modifiers.map((row) => [row.example, row] as const))('%s', (_, row) => {
    const says = { kind: 'modifier', modifier: row.kind, factor: row.factor }
    expect(decides(row, says, row.kind === 'wish' ? 'improve' : 'general')).toBe(true)
  })
})
