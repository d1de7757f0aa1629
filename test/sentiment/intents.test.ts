import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { intentWeights } from '../../src/generated/intents.js'
import { createDocument, type Document } from '../../src/language/index.js'
import { type Assessor, loadSentiment } from '../../src/sentiment/index.js'
import { readIntentWeights } from '../../src/sentiment/intentModel.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Intent, QuestionKind, SupportedLanguage } from '../../src/types.js'

interface Golden {
  text: string
  language: SupportedLanguage
  question: QuestionKind
  intents: Intent[]
}

/** Comments that were written before anything was learnt, and from which nothing is learnt. */
const golden = readFileSync('test/golden/sentiment/intents.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden)

let sentiment: Assessor
let read: (text: string, language?: SupportedLanguage) => Document
let intentsOf: (text: string, language?: SupportedLanguage, question?: QuestionKind) => Intent[]

beforeAll(async () => {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  sentiment = await loadSentiment()
  read = (text, language = 'fi') => createDocument(text, { readers, language })
  intentsOf = (text, language = 'fi', question = 'general') =>
    sentiment.assess(read(text, language), question).intents
})

describe('intents', () => {
  const floors: Record<Intent, [precision: number, recall: number]> = {
    praise: [0.75, 0.85],
    complaint: [0.7, 0.8],
    suggestion: [0.8, 0.65],
    question: [0.8, 0.8],
    contact_request: [0.75, 0.7],
    thanks_to_person: [0.7, 0.7],
    survey_feedback: [0.5, 0.7],
    expectation_gap: [0.75, 0.5],
  }

  test.each(Object.entries(floors))(
    '%s keeps its precision and recall on comments never learnt from',
    (intent, [precision, recall]) => {
      let right = 0
      let said = 0
      let meant = 0
      for (const { text, language, question, intents } of golden) {
        const isSaid = intentsOf(text, language, question).includes(intent as Intent)
        const isMeant = intents.includes(intent as Intent)
        if (isSaid) said += 1
        if (isMeant) meant += 1
        if (isSaid && isMeant) right += 1
      }
      expect(right / said).toBeGreaterThanOrEqual(precision)
      expect(right / meant).toBeGreaterThanOrEqual(recall)
    },
  )

  /** Written before questions without their mark and questions that ask for no answer were read. */
  test('questions are told from complaints in their form, marked or not', () => {
    const asked = readFileSync('test/golden/sentiment/intents-asked.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Golden)
    for (const intent of ['question', 'complaint'] as const) {
      const said = asked.filter(({ text, language, question }) =>
        intentsOf(text, language, question).includes(intent),
      )
      const right = said.filter(({ intents }) => intents.includes(intent))
      const meant = asked.filter(({ intents }) => intents.includes(intent))
      expect(right.length / said.length).toBeGreaterThanOrEqual(0.8)
      expect(right.length / meant.length).toBeGreaterThanOrEqual(0.8)
    }
  })

  test('who signs thanks nobody by it', () => {
    expect(intentsOf('Kiitos hyvästä hoidosta! Terveisin Pirkko Turusta')).not.toContain('thanks_to_person')
    expect(intentsOf('Kiitos hoitaja Pirkolle!')).toContain('thanks_to_person')
  })

  test('a mixed comment praises and complains, a plain one does not do the other', () => {
    expect(intentsOf('Hoitaja oli ihana, mutta jono kesti kolme tuntia.')).toEqual(
      expect.arrayContaining(['praise', 'complaint']),
    )
    expect(intentsOf('Kiitos ihanalle hoitajalle.')).not.toContain('complaint')
    expect(intentsOf('Törkeää käytöstä, en suosittele kenellekään.')).not.toContain('praise')
  })

  test('the explanation names the sentence that spoke, and what in it', () => {
    const text = 'Jono kesti tunnin. Luvattiin soittaa maanantaina, kukaan ei soittanut.'
    const { intents } = sentiment.explain(read(text), 'general')
    const gap = intents?.find(({ intent }) => intent === 'expectation_gap')
    expect(gap?.text).toBe('Luvattiin soittaa maanantaina, kukaan ei soittanut.')
    expect(gap?.logOdds).toBeGreaterThanOrEqual(gap?.threshold as number)
    expect(gap?.reasons.map(({ from }) => from)).toContain('(table expectation_gap)')
    expect(intents?.map(({ intent }) => intent)).toEqual(intentsOf(text))
  })

  test('a table of weights of another version is refused', () => {
    expect(readIntentWeights(intentWeights).words.size).toBeGreaterThan(500)
    expect(() => readIntentWeights('(no such sign)\t1')).toThrow('another version')
    expect(() => readIntentWeights('fi soittaa\t1')).toThrow('another version')
  })
})
