import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Analyzer, createAnalyzer } from '../../src/pipeline.js'
import type { SupportedLanguage } from '../../src/types.js'

/** Swedish and English minimal pairs, two fifths of those of their writer; the rest is learnt from, these never. */
const pairs = readFileSync('test/golden/sentiment/fresh/pairs-sv-en.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .slice(1)
  .map((line) => line.split('\t'))

let analyzer: Analyzer
beforeAll(async () => {
  analyzer = await createAnalyzer()
})

test.each(['sv', 'en'] as const)('both sides of minimal pairs, %s', (language: SupportedLanguage) => {
  const own = pairs.filter(([code]) => code === language)
  const labelOf = (text = '') => analyzer.analyze(text, { question: 'general', language }).sentiment.label
  const right = own.filter(([, , a, labelA, b, labelB]) => labelOf(a) === labelA && labelOf(b) === labelB)
  expect(own).toHaveLength(60)
  expect(right.length / own.length).toBeGreaterThanOrEqual(0.45)
})
