import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { type Analyzer, createAnalyzer } from '../../src/pipeline.js'
import { createAssessor, readTables } from '../../src/sentiment/index.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

/** Swedish and English minimal pairs, two fifths of those of their writer; the rest is learnt from, these never. */
const pairs = readFileSync('test/golden/sentiment/fresh/pairs-sv-en.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .slice(1)
  .map((line) => line.split('\t'))

const rules = createAssessor(
  readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8'))),
)
let readers: Partial<Record<SupportedLanguage, LanguageReader>>
let analyzer: Analyzer
beforeAll(async () => {
  readers = { sv: await loadSwedish(), en: await loadEnglish() }
  analyzer = await createAnalyzer()
})

const byRules = (text: string, language: SupportedLanguage, question: QuestionKind = 'general'): string =>
  rules.reading(createDocument(text, { readers, language }), question).whole.label

test.each(['sv', 'en'] as const)('both sides of minimal pairs, %s', (language) => {
  const own = pairs.filter(([code]) => code === language)
  const labelOf = (text = '') => analyzer.analyze(text, { question: 'general', language }).sentiment.label
  const right = own.filter(([, , a, labelA, b, labelB]) => labelOf(a) === labelA && labelOf(b) === labelB)
  expect(own).toHaveLength(60)
  expect(right.length / own.length).toBeGreaterThanOrEqual(0.55)
})

/** What each rule of grammar decides, and beside it what it must leave alone. */
const examples: readonly [rule: string, language: SupportedLanguage, text: string, label: string][] = [
  ['what the writer did not do blames nobody', 'en', "I didn't ask for it.", 'neutral'],
  ['what others did not do does', 'en', "They didn't ask about it.", 'negative'],
  ['nor does Swedish', 'sv', 'Jag ringde inte dit.', 'neutral'],
  ['of others', 'sv', 'De ringde inte.', 'negative'],
  ['walking without something', 'en', 'I walk without the stick.', 'neutral'],
  ['what could be more', 'en', 'The leaflet could have been clearer.', 'negative'],
  ['what could not', 'en', 'The leaflet could not have been clearer.', 'positive'],
  ['in Swedish', 'sv', 'Broschyren kunde ha varit klarare.', 'negative'],
  ['in Swedish denied', 'sv', 'Broschyren kunde inte ha varit klarare.', 'positive'],
  ['an ability is no wish', 'en', 'They spoke in a kind voice that I could follow.', 'positive'],
  ['what everybody should have', 'en', 'Every town should have a surgery like this.', 'positive'],
  ['what one lacks', 'en', 'This town should have a surgery.', 'negative'],
  ['what was no hindrance', 'en', 'Despite the long queue the nurse was kind.', 'positive'],
  ['in Swedish too', 'sv', 'Trots den långa kön var skötaren vänlig.', 'positive'],
  ['what was, and is no more', 'sv', 'Köket var bra förr.', 'negative'],
  ['what never was before', 'en', 'I have never felt so safe before.', 'positive'],
  ['what is excepted first', 'sv', 'Förutom kaffet var allting utmärkt.', 'mixed'],
  ['what comes beside', 'sv', 'Förutom god vård fick vi kaffe.', 'positive'],
  ['thanks for something good', 'sv', 'Tack för god vård.', 'positive'],
  ['too much', 'sv', 'Rummet var för ljust.', 'negative'],
]

test.each(examples)('%s (%s): %s', (_, language, text, label) => {
  expect(byRules(text, language)).toBe(label)
})

test('nothing to improve, and praise after it', () => {
  expect(byRules('Nothing, the nurses were excellent.', 'en', 'improve')).toBe('positive')
  expect(byRules('Ingenting, skötarna var utmärkta.', 'sv', 'improve')).toBe('positive')
  expect(byRules('Nothing works.', 'en', 'improve')).toBe('negative')
})

test('a good thing that is only named under what should improve', () => {
  expect(byRules('Consistency', 'en', 'improve')).toBe('negative')
  expect(byRules('Bänkar i aulan, tack', 'sv', 'improve')).toBe('negative')
})
