import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'

interface Golden {
  form: string
  /** Readings that are right, the likeliest first, with # at compound boundaries. */
  right: readonly string[]
  parts: string
  kind: string
}

/** Hyphens do not count: some write tk-#lääkäri, some tk#lääkäri. */
const bare = (compound: string): string => compound.replaceAll('-', '')

const golden: readonly Golden[] = readFileSync(
  new URL('../golden/finnish-feedback.tsv', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [form = '', lemma = '', compound = '', parts = '', kind = ''] = line.split('\t')
    return { form, right: (compound === '=' ? lemma : compound).split('|').map(bare), parts, kind }
  })

/** Whole kinds that must be read without a single mistake. */
const exact = ['praise', 'verb', 'clitic', 'hyphen']
/** Share of all rows read right; what holds, so that any loss is seen. */
const share = 0.973

let finnish: Finnish

/** Rows whose best reading is another, told so that one can see why. */
function failures(rows: readonly Golden[]): string[] {
  return rows.flatMap(({ form, right }) => {
    const best = finnish.analyzeWord(form)[0]?.compound ?? ''
    return right.includes(bare(best)) ? [] : [`${form}: ${best} instead of ${right.join(' or ')}`]
  })
}

beforeAll(async () => {
  finnish = await loadFinnish()
})

describe('words of feedback', () => {
  it('are written once each, in kinds', () => {
    expect(golden.length).toBeGreaterThanOrEqual(300)
    expect(new Set(golden.map(({ form }) => form)).size).toBe(golden.length)
    for (const kind of exact) expect(golden.filter((row) => row.kind === kind).length).toBeGreaterThan(10)
  })

  it('are read as a Finn reads them', () => {
    const wrong = failures(golden)
    const allowed = Math.floor(golden.length * (1 - share))
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(allowed)
  })

  it.each(exact)('%s: every one', (kind) => {
    expect(failures(golden.filter((row) => row.kind === kind))).toEqual([])
  })

  it('give the words that a compound is made of', () => {
    const wrong = golden
      .filter(({ parts }) => parts !== '')
      .flatMap(({ form, right, parts }) => {
        const best = finnish.analyzeWord(form)[0]
        if (!best || !right.includes(bare(best.compound))) return []
        const told = best.parts.join('+')
        return told === parts ? [] : [`${form}: ${told} instead of ${parts}`]
      })
    expect(wrong).toEqual([])
  })

  it('are the same whether ä is one character or two', () => {
    for (const { form } of golden)
      expect(finnish.analyzeWord(form.normalize('NFD'))[0]?.compound, form).toBe(
        finnish.analyzeWord(form)[0]?.compound,
      )
  })
})
