import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'

const rows = readFileSync(new URL('../golden/finnish-feedback.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'))

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

describe('words of feedback', () => {
  it('are read as a Finn reads them', () => {
    const wrong: string[] = []
    for (const [form = '', lemma = '', parts = ''] of rows) {
      const best = finnish.analyzeWord(form)[0]
      const told = `${best?.compound}\t${(best?.parts.length ?? 0) > 1 ? best?.parts.join('+') : ''}`
      if (told !== `${lemma}\t${parts}`) wrong.push(`${form}: ${told} instead of ${lemma} ${parts}`)
    }
    expect(rows.length).toBeGreaterThanOrEqual(300)
    // One in a hundred may go wrong; which ones is said when more do.
    expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(rows.length / 100)
  })
})
