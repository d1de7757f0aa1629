import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/language/index.js'
import { loadSwedish } from '../../src/swedish/index.js'
import { growth, TRAPS } from '../language/linear.js'

const reader = await loadSwedish()
const golden = readFileSync(new URL('../golden/swedish.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string])

describe('loadSwedish', () => {
  it('finds the lemma of at least 96 of 100 golden forms', () => {
    const wrong = golden.filter(([form, lemma]) => reader.analyzeWord(form)[0]?.lemma !== lemma)
    expect(golden.length).toBeGreaterThanOrEqual(200)
    expect(wrong.length / golden.length, wrong.join(' ')).toBeLessThanOrEqual(0.04)
  })

  it('gives one reading a token, and is pure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tokens = tokenize(text)
        const words = reader.lemmatize(tokens)
        expect(words).toHaveLength(tokens.length)
        expect(reader.lemmatize(tokens)).toEqual(words)
        for (const word of words) expect(word.compound.replaceAll('#', '')).toBe(word.lemma)
      }),
    )
  })

  it('never gives an empty list or throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (form) => {
        expect(reader.analyzeWord(form).length).toBeGreaterThan(0)
        expect(typeof reader.stem(form)).toBe('string')
      }),
    )
    expect(reader.analyzeWord(null as unknown as string)[0]?.lemma).toBe('')
  })

  it.each(TRAPS.map((trap) => [JSON.stringify(trap), trap] as const))('grows linearly on %s', (_, trap) => {
    expect(growth(trap, (text) => reader.analyzeWord(text))).toBeLessThan(45)
    expect(growth(trap, (text) => reader.stem(text))).toBeLessThan(45)
  })
})

describe('Swedish words', () => {
  it('splits compounds at their heads', () => {
    expect(reader.analyzeWord('väntetiderna')[0]).toMatchObject({
      compound: 'vänte#tid',
      parts: ['vänta', 'tid'],
    })
    expect(reader.analyzeWord('hälsostationens')[0]).toMatchObject({
      compound: 'hälso#station',
      source: 'compound',
    })
    expect(reader.analyzeWord('tk-läkaren')[0]).toMatchObject({ lemma: 'tk-läkare', parts: ['tk', 'läkare'] })
  })

  it('marks the words that deny', () => {
    for (const word of ['inte', 'int', 'ej', 'aldrig', 'ingen', 'inget', 'utan', 'knappast'])
      expect(reader.analyzeWord(word)[0]?.features.negative, word).toBe(true)
    expect(reader.analyzeWord('bra')[0]?.features.negative).toBeUndefined()
  })

  it('conflates inflected forms under one stem', () => {
    expect(reader.stem('sjukhusen')).toBe(reader.stem('sjukhuset'))
  })
})
