import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage, languageOfSentences, loadLanguageDetector } from '../../src/language/index.js'
import { growth, TRAPS } from './linear.js'

const golden = readFileSync(new URL('../golden/language.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string])

describe('detectLanguage', () => {
  it.each(['fi', 'sv', 'en'])('finds %s in the first 20 characters of our own sentences', (code) => {
    const own = golden.filter(([of]) => of === code)
    const right = own.filter(([, text]) => detectLanguage(text.slice(0, 20)).code === code).length
    expect(own.length).toBeGreaterThan(100)
    expect(right / own.length).toBeGreaterThanOrEqual(0.97)
  })

  it.each([
    ['ei', 'fi'],
    ['å', 'sv'],
    ['och', 'sv'],
    ['the', 'en'],
    ['Hej', 'sv'],
    ['Hei', 'fi'],
    ['KIITOS', 'fi'],
    ['Hyva\u0308a\u0308 pa\u0308iva\u0308a\u0308', 'fi'],
  ])('reads %s as %s', (text, code) => {
    expect(detectLanguage(text).code).toBe(code)
  })

  it.each(['', '-', '😀😀', '12345', '?!', 'Спасибо большое', 'شكرا', '\ud800', '\u200b'])(
    'says und of %j',
    (text) => {
      expect(detectLanguage(text)).toEqual({ code: 'und', confidence: 0 })
    },
  )

  it('says und of a long text in another language', () => {
    expect(detectLanguage('Sehr gute Betreuung im Krankenhaus, vielen Dank für alles').code).toBe('und')
  })

  it('reads decomposed letters as composed ones', () => {
    const text = 'Får jag öl på måndag?'
    expect(detectLanguage(text.normalize('NFD'))).toEqual(detectLanguage(text))
  })

  it('does not throw on what is no text', () => {
    expect(detectLanguage(null as unknown as string)).toEqual({ code: 'und', confidence: 0 })
  })

  it('is surer of more', () => {
    expect(detectLanguage('Kiitos hyvästä hoidosta').confidence).toBeGreaterThan(0.99)
    expect(detectLanguage('a').confidence).toBeLessThan(0.9)
  })

  it('gives a probability and the same answer twice, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const guess = detectLanguage(text)
        expect(guess.confidence).toBeGreaterThanOrEqual(0)
        expect(guess.confidence).toBeLessThanOrEqual(1)
        expect(detectLanguage(text)).toEqual(guess)
      }),
    )
  })

  it.each(TRAPS.map((trap) => [JSON.stringify(trap), trap] as const))(
    'grows at most linearly on %s',
    (_, trap) => {
      expect(growth(trap, detectLanguage)).toBeLessThan(45)
    },
  )
})

describe('languageOfSentences', () => {
  it('answers for each sentence', () => {
    const text = 'Kiitos kaikille hoitajille! Tack ska ni ha allihopa! Thank you very much. Ok.'
    expect(
      languageOfSentences(text)
        .map((guess) => guess.code)
        .slice(0, 3),
    ).toEqual(['fi', 'sv', 'en'])
  })
})

describe('loadLanguageDetector', () => {
  it('names other languages on long texts only', async () => {
    const detect = await loadLanguageDetector()
    expect(detect('Добрый день, спасибо большое за хорошее обслуживание!').code).toBe('ru')
    expect(detect('Todos fueron muy amables conmigo y la doctora me explicó todo muy bien').code).toBe('es')
    expect(detect('Спасибо').code).toBe('und')
    expect(detect('Kiitos hyvästä hoidosta ja ystävällisestä palvelusta koko henkilökunnalle').code).toBe(
      'fi',
    )
    expect(detect('Personalen var mycket vänlig och jag fick snabbt hjälp med mina problem').code).toBe('sv')
    expect(detect(null as unknown as string).code).toBe('und')
  })
})
