import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Analyzer, createAnalyzer } from '../../src/pipeline.js'
import type { QuestionKind } from '../../src/types.js'

/** Sentences of writers who had not seen the rules; never trained on (see the README beside them). */
const lines = (name: string): string[] =>
  readFileSync(resolve(import.meta.dirname, '../golden/sentiment/fresh', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
const rows = (name: string): string[][] =>
  lines(name)
    .slice(1)
    .map((line) => line.split('\t'))

let analyzer: Analyzer
beforeAll(async () => {
  analyzer = await createAnalyzer()
})

const labelOf = (text = '', question: QuestionKind = 'general') =>
  analyzer.analyze(text, { question }).sentiment.label

test('both sides of minimal pairs', () => {
  const pairs = rows('pairs.tsv')
  const right = pairs.filter(([, a, labelA, b, labelB]) => labelOf(a) === labelA && labelOf(b) === labelB)
  expect(pairs).toHaveLength(200)
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.88)
})

test('both sides of minimal pairs that go through the grammar', () => {
  const pairs = rows('pairs-grammar.tsv')
  const right = pairs.filter(([, a, labelA, b, labelB]) => labelOf(a) === labelA && labelOf(b) === labelB)
  expect(pairs).toHaveLength(240)
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.72)
})

test('short answers by what was asked', () => {
  const answers = rows('short.tsv')
  const right = answers.filter(([question, text, label]) => labelOf(text, question as QuestionKind) === label)
  expect(right.length / answers.length).toBeGreaterThanOrEqual(0.9)
})

test('short answers by what was asked, label and whether anything was said', () => {
  const answers = rows('answers.tsv')
  const right = answers.filter(([, , question, text = '', label, substance]) => {
    const found = analyzer.analyze(text, { question: question as QuestionKind })
    return found.sentiment.label === label && String(found.substance) === substance
  })
  expect(answers.length).toBeGreaterThan(500)
  expect(right.length / answers.length).toBeGreaterThanOrEqual(0.95)
})

test('alerts, with as many look-alikes', () => {
  let found = 0
  let given = 0
  let wanted = 0
  for (const line of lines('alerts.jsonl')) {
    const { text, alerts } = JSON.parse(line) as { text: string; alerts: string[] }
    const keys = analyzer.analyze(text).alerts.map(({ key }) => key as string)
    wanted += alerts.length
    given += keys.length
    found += keys.filter((key) => alerts.includes(key)).length
  }
  expect(found / wanted).toBeGreaterThanOrEqual(0.9)
  expect(found / given).toBeGreaterThanOrEqual(0.79)
})
