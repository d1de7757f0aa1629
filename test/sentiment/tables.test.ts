import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import {
  type Assessment,
  type Assessor,
  createAssessor,
  readTables,
  type Tables,
} from '../../src/sentiment/index.js'
import { compileShortAnswers, readShortAnswer } from '../../src/sentiment/shortAnswers.js'
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

function reading(changed: Tables, text: string, language: string, question: QuestionKind = 'general') {
  return assessBy(createAssessor(changed), text, language, question)
}

function assessBy(
  assessor: Assessor,
  text: string,
  language: string,
  question: QuestionKind = 'general',
): Assessment {
  const document = createDocument(text, { readers, language: languageOf(language) })
  return assessor.assess(document, question)
}

/** A table of one row and nothing else of its kind: what the row does by itself. */
const only = (change: Partial<Tables>): Tables => ({ ...tables, ...change })

describe('every intent row', () => {
  const withoutIntents = createAssessor(only({ intents: [] }))

  test.each(tables.intents.map((row, number) => [`${number + 2} ${row.intent}`, row] as const))(
    'row %s finds its intent',
    (_, row) => {
      const found = reading(only({ intents: [row] }), row.example, row.language).intents
      expect(found).toContain(row.intent)
      expect(assessBy(withoutIntents, row.example, row.language).intents).not.toContain(row.intent)
    },
  )
})

describe('every short answer', () => {
  test.each(tables.shortAnswers.map((row, number) => [`${number + 2} ${row.example}`, row] as const))(
    'row %s answers under each question',
    (_, row) => {
      const document = createDocument(row.example, { readers, language: languageOf(row.language) })
      for (const question of ['good', 'improve', 'general'] as const) {
        const found = readShortAnswer(compileShortAnswers([row]), document, question)
        const label = row[question]
        expect([question, found]).toEqual([
          question,
          label === '-' ? { label: 'neutral', substance: false } : { label, substance: true },
        ])
      }
    },
  )
})

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
