import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEnglish } from '../../src/english/index.js'
import { functionWordsOf } from '../../src/language/functionWords.js'
import { createDocument, normalizeWord } from '../../src/language/index.js'
import { loadSwedish } from '../../src/swedish/index.js'

const readers = { en: await loadEnglish(), sv: await loadSwedish() }

describe('createDocument', () => {
  it('reads each sentence in its own language', () => {
    const text = 'The nurses were really kind to me. Väntetiderna var för långa på mottagningen.'
    const { words, sentenceLanguages, sentences } = createDocument(text, { readers })
    expect(sentenceLanguages.map((guess) => guess.code)).toEqual(['en', 'sv'])
    expect(sentences).toHaveLength(2)
    const lemmas = words.map((word) => word.lemma)
    expect(lemmas).toContain('nurse')
    expect(lemmas).toContain('väntetid')
  })

  it('guesses nothing when the language is given', () => {
    const { language, words } = createDocument('barn', { language: 'en', readers })
    expect(language).toEqual({ code: 'en', confidence: 1 })
    expect(words).toHaveLength(1)
  })

  it('gives words back as they stand where no reader is', () => {
    const { words } = createDocument('Hyvä 5 !', { language: 'fi', readers })
    expect(words.map((word) => [word.lemma, word.pos, word.source])).toEqual([
      ['hyvä', 'unknown', 'identity'],
      ['5', 'number', 'identity'],
      ['!', 'punctuation', 'identity'],
    ])
  })

  it('has one word for each token, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const document = createDocument(text, { readers })
        expect(document.words).toHaveLength(document.tokens.length)
        expect(createDocument(text, { readers })).toEqual(document)
      }),
    )
  })

  it('takes null as no text', () => {
    expect(createDocument(null as unknown as string, { readers })).toMatchObject({
      text: '',
      tokens: [],
      words: [],
    })
  })
})

describe('normalizeWord', () => {
  it.each([
    ['HYVA\u0308', 'hyvä'],
    ['hoi\u00adto', 'hoito'],
    ['don’t', "don't"],
    ['tk\u2011lääkäri', 'tk-lääkäri'],
  ])('%s', (form, expected) => {
    expect(normalizeWord(form)).toBe(expected)
  })
})

describe('function words', () => {
  it.each([
    ['fi', 'ei en et eivät älä eikä ettei mutta ja koska vaikka hyvä huono'],
    ['sv', 'inte ej aldrig ingen inget inga utan men och eller bra dålig'],
    ['en', 'not no never nothing without but and because good bad'],
  ] as const)('%s keep negations, connectives and judgements in the text', (code, words) => {
    const list = functionWordsOf(code)
    expect(words.split(' ').filter((word) => list.has(word))).toEqual([])
    expect(list.size).toBeGreaterThan(100)
  })
})
