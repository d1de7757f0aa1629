import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'

/** Rows of a golden table without its header. */
const rows = (name: string): string[][] =>
  readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

const best = (form: string) => finnish.analyzeWord(form)[0]

describe('repair of misspelt words', () => {
  it('finds what was meant for four words of feedback out of five', () => {
    const all = rows('finnish-misspelt.tsv')
    const right = all.filter(([form = '', lemma]) => best(form)?.lemma === lemma)
    expect(right.length / all.length).toBeGreaterThan(4 / 5)
  })

  it('leaves rare words, names and foreign words alone, all but one of twenty', () => {
    const all = rows('finnish-rare.tsv')
    const changed = all.filter(([form = '']) => ['repaired', 'colloquial'].includes(best(form)?.source ?? ''))
    expect(changed.length / all.length).toBeLessThan(1 / 20)
  })

  it.each([
    ['lääkri', 'lääkäri'],
    ['hoitja', 'hoitaja'],
    ['hoitajja', 'hoitaja'],
    ['palvlu', 'palvelu'],
    ['kiitso', 'kiitos'],
    ['onhelma', 'ongelma'],
    ['hoitajlla', 'hoitaja'],
  ])('%s is meant for %s', (form, lemma) => {
    expect(best(form)).toMatchObject({ lemma, source: 'repaired' })
  })

  it.each(['hoitaja', 'maakunta', 'Hoitja', 'sote', 'poiju'])('never touches %s', (form) => {
    expect(best(form)?.source).not.toBe('repaired')
  })
})
