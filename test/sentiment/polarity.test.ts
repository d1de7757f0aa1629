import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader, splitClauses } from '../../src/language/index.js'
import { loadResource } from '../../src/resources.js'
import { briefly } from '../../src/sentiment/brief.js'
import { listFeatures } from '../../src/sentiment/features.js'
import {
  type Assessment,
  type Assessor,
  createAssessor,
  loadSentiment,
  readTables,
} from '../../src/sentiment/index.js'
import { learntPart, predict, readWeights, sumUp } from '../../src/sentiment/model.js'
import { shareOf } from '../../src/sentiment/verdict.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

let readers: Record<SupportedLanguage, LanguageReader>
let sentiment: Assessor

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  sentiment = await loadSentiment()
})

const read = (text: string, language: SupportedLanguage = 'fi') => createDocument(text, { readers, language })
const assess = (
  text: string,
  question: QuestionKind = 'general',
  language: SupportedLanguage = 'fi',
): Assessment => sentiment.assess(read(text, language), question)

interface Pair {
  a: string
  b: string
  polarity_a: string
  polarity_b: string
  phenomenon: string
}

const pairs: Pair[] = readFileSync('test/golden/sentiment/minimal-pairs.fi.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

test('both sides of nine in ten minimal pairs', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(540)
  const wrong = pairs.filter(
    ({ a, b, polarity_a, polarity_b }) => assess(a).label !== polarity_a || assess(b).label !== polarity_b,
  )
  expect(wrong.length / pairs.length).toBeLessThan(0.1)
})

test('praise and blame of one comment stay in their clauses', () => {
  const text = 'Ruoka oli kylmää, mutta hoitaja oli ihana.'
  const found = assess(text)
  expect(found.label).toBe('mixed')
  const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  expect(sentiment.polarityAt(found, at('Ruoka oli kylmää'))).toBe('negative')
  expect(sentiment.polarityAt(found, at('hoitaja'))).toBe('positive')
})

test('the category of a mention tells with its clause how it is meant', () => {
  const text = 'Jonotin tunnin, mutta hoitaja oli ihana.'
  const found = assess(text)
  const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  expect(sentiment.polarityAt(found, at('Jonotin tunnin'), 'access.queue')).toBe('negative')
  expect(sentiment.polarityAt(found, at('hoitaja'), 'encounter.manner')).toBe('positive')
  const long = 'Kahvia sai ja telkkari oli auki.'
  const told = assess(long)
  const all = [{ start: 0, end: long.length }]
  expect(sentiment.polarityAt({ ...told, clauses: [] }, all, 'access.queue')).toBe(told.label)
})

/** The rules without what is learnt. */
const rulesOf = (text: string, language: SupportedLanguage = 'fi') =>
  createAssessor(readTables(sentimentTexts())).reading(read(text, language), 'general').whole.label

test('what people suffer from is a circumstance where praise follows', () => {
  expect(rulesOf('Pelkäsin leikkausta, mutta hoitajat olivat ihania.')).toBe('positive')
  expect(rulesOf('Hoitajat olivat ihania, mutta pelkäsin koko yön.')).toBe('mixed')
  expect(rulesOf('I was terrified but the nurses were lovely.', 'en')).toBe('positive')
  expect(rulesOf('The nurses were lovely but I was terrified.', 'en')).toBe('mixed')
  expect(rulesOf('Pelkäsin koko yön.')).not.toBe('positive')
})

test('a sentence without a verb that asks for a change blames', () => {
  for (const text of [
    'Enemmän aikoja!',
    'Parkkipaikkoja lisää',
    'Jonot lyhyemmiksi.',
    'Vakituisia lääkäreitä, kiitos.',
  ])
    expect([text, rulesOf(text)]).toEqual([text, 'negative'])
  expect(rulesOf('More staff at night.', 'en')).toBe('negative')
  expect(rulesOf('Fler läkare på kvällarna.', 'sv')).toBe('negative')
  expect(rulesOf('Lyhyt jono, kiitos.')).toBe('positive')
})

test('the clauses of a short answer and of a single clause say what the whole says', () => {
  for (const question of ['good', 'improve', 'general'] as const)
    for (const text of ['Ei mitään', 'Kaikki', 'Ei valittamista', '-', '👍', 'Hoitaja oli ihana']) {
      const { label, score, clauses } = assess(text, question)
      expect(clauses.map((clause) => [clause.label, clause.score])).toEqual(clauses.map(() => [label, score]))
    }
})

test('clauses cover a text without overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'ei ja mutta hoitaja oli "kiva" , . että vaikka jonotin ( )'.split(' '))),
      (words) => {
        const { tokens, words: readings, sentences } = read(words.join(' '))
        let next = 0
        for (const { first, last } of splitClauses(tokens, readings, sentences)) {
          expect(first).toBe(next)
          expect(last).toBeGreaterThan(first)
          next = last
        }
        expect(next).toBe(tokens.length)
      },
    ),
  )
})

test('any text is assessed, the same way twice, with a score that fits its label', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('good', 'improve', 'general'),
      (text, question) => {
        const found = assess(text, question as QuestionKind)
        expect(found).toEqual(assess(text, question as QuestionKind))
        expect(Math.abs(found.score)).toBeLessThanOrEqual(1)
        if (found.label === 'positive') expect(found.score).toBeGreaterThan(0)
        if (found.label === 'negative') expect(found.score).toBeLessThan(0)
        for (const { start, end } of found.clauses) expect(text.slice(start, end)).not.toBe('')
      },
    ),
    { numRuns: 200 },
  )
})

test.each(['ei ', 'ja ei ', 'mutta ', 'kuoli ', 'väärä lääke ', 'liian ', '"ei" ', 'ei, ', '😡', 'a'])(
  'a hundred kilobytes of "%s" take no more than linear time',
  (piece) => {
    const time = (length: number): number => {
      const document = read(piece.repeat(Math.ceil(length / piece.length)))
      const start = performance.now()
      sentiment.assess(document, 'general')
      return performance.now() - start
    }
    time(10_000)
    const short = Math.max(5, time(25_000))
    expect(time(100_000) / short).toBeLessThan(16)
  },
)

test('weights summed word by word say what the listed features say', async () => {
  const weights = readWeights(await loadResource('sentiment'))
  const model = learntPart(weights)
  const reader = createAssessor(readTables(sentimentTexts()), model)
  const texts = [...pairs.flatMap(({ a, b }) => [a, b]), 'ä'.repeat(300), '', 'EI 😡 5/5 (ei)!?']
  for (const text of texts)
    for (const question of ['good', 'general'] as const) {
      const { view, clauses, whole } = reader.reading(read(text), question)
      const sum = sumUp(weights, view, clauses, whole, question, 'fi')
      const listed = predict(weights, listFeatures(view, clauses, whole, question, 'fi'))
      for (const head of [
        'positive',
        'negative',
        'positiveElsewhere',
        'negativeElsewhere',
        'feedback',
      ] as const)
        expect(Math.abs(sum[head] - listed[head]), `${head} ${text}`).toBeLessThan(1e-4)
    }
})

test('an explanation tells the graded words and adds up to the log-odds', async () => {
  const weights = readWeights(await loadResource('sentiment'))
  const reader = createAssessor(readTables(sentimentTexts()), learntPart(weights))
  const document = read('Huone oli siisti. Lääkäri ei ollut huolellinen.')
  const { rules, learnt } = reader.explain(document, 'general')
  const denied = rules.reasons.find(({ text }) => text.includes('huolellinen'))
  expect(denied?.grade).toBeGreaterThan(0)
  expect(denied?.weight).toBeLessThan(0)
  const { view, clauses, whole } = reader.reading(document, 'general')
  const found = sumUp(weights, view, clauses, whole, 'general', 'fi')
  const own = shareOf(found, false, briefly(view, clauses, whole))
  const total = (key: 'praise' | 'blame') =>
    learnt?.reasons.reduce((sum, reason) => sum + reason[key], learnt.bias[key] + learnt.rules[key])
  expect(total('praise')).toBeCloseTo(own * found.positive + (1 - own) * found.positiveElsewhere, 1)
  expect(total('blame')).toBeCloseTo(own * found.negative + (1 - own) * found.negativeElsewhere, 1)
})

test('words and score that disagree are suspected of sarcasm', () => {
  const document = read('Kiitos mahtavasta palvelusta!')
  expect(sentiment.assess(document, 'general', { rating: 0 }).sarcasm).toBe(true)
  expect(sentiment.assess(document, 'general', { rating: 1 }).sarcasm).toBeUndefined()
  expect(assess('Saimme todella "ystävällistä" palvelua.').sarcasm).toBe(true)
})
