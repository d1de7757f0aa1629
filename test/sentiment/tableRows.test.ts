import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type Document, type LanguageReader } from '../../src/language/index.js'
import { loadResource } from '../../src/resources.js'
import { type Assessor, createAssessor, readTables } from '../../src/sentiment/index.js'
import { type LearntPart, learntPart, readWeights } from '../../src/sentiment/model.js'
import { compileShortAnswers, readShortAnswer } from '../../src/sentiment/shortAnswers.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

/** Every row of these tables decides its example: the example is read otherwise once the row is gone. */
const tables = readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')))
let readers: Record<SupportedLanguage, LanguageReader>
let learnt: LearntPart

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  learnt = learntPart(readWeights(await loadResource('sentiment')))
})

const languageOf = (code: string): SupportedLanguage => (code === 'sv' || code === 'en' ? code : 'fi')
const read = (text: string, language: string): Document =>
  createDocument(text, { readers, language: languageOf(language) })

const QUESTIONS = ['good', 'improve', 'general'] as const
const NOT_SAID = '-'

describe('short answers', () => {
  const all = compileShortAnswers(tables.shortAnswers)
  /** What becomes of an answer that no row holds: by the rules, and with the learnt part. */
  let otherwise: Assessor[]
  beforeAll(() => {
    const without = { ...tables, shortAnswers: [] }
    otherwise = [createAssessor(without), createAssessor(without, learnt)]
  })

  const meant = ({ label, substance }: { label: string; substance: boolean }): string =>
    substance ? label : NOT_SAID

  test.each(tables.shortAnswers.map((row, number) => [`${number + 2} ${row.example}`, row] as const))(
    'row %s answers under each question, and nothing else answers so',
    (_, row) => {
      const document = read(row.example, row.language)
      const found = (answers: typeof all, question: QuestionKind): string | undefined => {
        const answer = readShortAnswer(answers, document, question)
        return answer && meant(answer)
      }
      const wanted = QUESTIONS.map((question) => row[question])
      expect(QUESTIONS.map((question) => found(all, question))).toEqual(wanted)
      const rest = compileShortAnswers(tables.shortAnswers.filter((other) => other !== row))
      const without = otherwise.map((assessor) =>
        QUESTIONS.map((question) => found(rest, question) ?? meant(assessor.assess(document, question))),
      )
      expect(without).not.toEqual([wanted, wanted])
    },
  )
})

describe('intents, by the rules alone', () => {
  let whole: Assessor
  beforeAll(() => {
    whole = createAssessor(tables)
  })

  test.each(tables.intents.map((row, number) => [`${number + 2} ${row.intent}`, row] as const))(
    'row %s finds its intent, and nothing else finds it',
    (_, row) => {
      const document = read(row.example, row.language)
      expect(whole.assess(document, 'general').intents).toContain(row.intent)
      const language = languageOf(row.language)
      const without = createAssessor({
        ...tables,
        // The words of other languages take their time, and no part.
        valence: { fi: [], sv: [], en: [], [language]: tables.valence[language] },
        intents: tables.intents.filter((other) => other !== row),
      })
      expect(without.assess(document, 'general').intents).not.toContain(row.intent)
    },
  )
})
