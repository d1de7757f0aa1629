import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEnglish } from '../../src/english/index.js'
import { tokenize } from '../../src/language/index.js'
import { growth, TRAPS } from '../language/linear.js'

const reader = await loadEnglish()
const golden = readFileSync(new URL('../golden/english.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string])

describe('loadEnglish', () => {
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

describe('English words', () => {
  it('marks the words that deny', () => {
    for (const word of ['not', "couldn't", 'never', 'nobody', 'without', 'didnt', 'hardly', 'don’t'])
      expect(reader.analyzeWord(word)[0]?.features.negative, word).toBe(true)
    expect(reader.analyzeWord('good')[0]?.features.negative).toBeUndefined()
  })

  it('chooses noun or verb by the word before', () => {
    const lemmas = (text: string) =>
      reader.lemmatize(tokenize(text)).map((word) => `${word.lemma}/${word.pos}`)
    expect(lemmas('I call')).toContain('call/verb')
    expect(lemmas('the call')).toContain('call/noun')
  })

  it('asks compromise for parts of speech when told so', async () => {
    const tagged = await loadEnglish({ tagger: 'compromise' })
    const words = tagged.lemmatize(tokenize('The staff staff the ward. 👍 They were kind!'))
    expect(words).toHaveLength(11)
    expect(words[1]?.pos).toBe('noun')
  })

  it('conflates adverbs and abstract nouns with their adjective', () => {
    expect(reader.stem('kindness')).toBe(reader.stem('kind'))
    expect(reader.stem('quickly')).toBe(reader.stem('quicker'))
  })
})
