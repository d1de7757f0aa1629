import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createAnalyzer } from '../../src/pipeline.js'

/** Pairs of the commonest phenomena in common words, of which we read the errors: what is plain stays right. */
test('both sides of plain minimal pairs', async () => {
  const analyzer = await createAnalyzer()
  const rows = readFileSync(resolve(import.meta.dirname, '../golden/sentiment/pairs-plain.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(1)
    .map((line) => line.split('\t'))
  const wrong = rows.filter(([, a = '', labelA, b = '', labelB]) => {
    const is = (text: string, label?: string) => analyzer.analyze(text).sentiment.label === label
    return !is(a, labelA) || !is(b, labelB)
  })
  expect(rows).toHaveLength(236)
  expect(wrong.length / rows.length, wrong.map(([name]) => name).join(' ')).toBeLessThanOrEqual(0.15)
})
