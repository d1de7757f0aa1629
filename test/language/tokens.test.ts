import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences, type Token, tokenize } from '../../src/language/index.js'

const texts = (text: string) => tokenize(text).map((token) => token.text)
const kinds = (text: string) => tokenize(text).map((token) => `${token.text}/${token.kind}`)

describe('tokenize', () => {
  it.each([
    ['Soitin klo 8.30. Ei vastattu.', 'Soitin|klo|8.30|.|Ei|vastattu|.'],
    ['Kävin 15.3. ja 3.5.2024.', 'Kävin|15.3.|ja|3.5.2024|.'],
    ['esim. 45 min, 45min, 37,5 C, n. 2 h', 'esim.|45|min|,|45|min|,|37,5|C|,|n.|2|h'],
    ['Jonotin 45 min. Sitten yhteys katkesi', 'Jonotin|45|min|.|Sitten|yhteys|katkesi'],
    ['HUS:ssa tk-lääkäri, 80-vuotias, 10:een', 'HUS:ssa|tk-lääkäri|,|80-vuotias|,|10:een'],
    ['Palvelu:hyvä', 'Palvelu|:|hyvä'],
    ['hyvä.Kiitos', 'hyvä|.|Kiitos'],
    ['hyvä.se oli', 'hyvä|.|se|oli'],
    ['puhelin- ja nettiasiointi sekä -tuet', 'puhelin-|ja|nettiasiointi|sekä|-tuet'],
    ['-hyvä hoito', '-|hyvä|hoito'],
    ['Det är t.ex. bra, bl.a. maten o.s.v.', 'Det|är|t.ex.|bra|,|bl.a.|maten|o.s.v.'],
    ['Dr. Smith said e.g. no.', 'Dr.|Smith|said|e.g.|no|.'],
    ["I don't, rei'itys, don’t", "I|don't|,|rei'itys|,|don’t"],
    ['Hyvä!!! Miksi?! ...no', 'Hyvä|!!!|Miksi|?!|...|no'],
    ['klo 8-16, 24/7, 1.-3.5., 1. kerros', 'klo|8-16|,|24/7|,|1.-3.5.|,|1.|kerros'],
    ['Kesti noin. ei no. ihan ok', 'Kesti|noin|.|ei|no|.|ihan|ok'],
    ['1.) Jono', '1.|)|Jono'],
    ['M. Virtanen oli töissä', 'M.|Virtanen|oli|töissä'],
    ['3D-kuva ja 4G', '3D-kuva|ja|4G'],
    ['A&E & H&M:ssä, hyvä&nopea', 'A&E|&|H&M:ssä|,|hyvä|&|nopea'],
  ])('%s', (text, expected) => {
    expect(texts(text).join('|')).toBe(expected)
  })

  it('tells the kinds apart', () => {
    expect(kinds('Moi :) <3 5 % 👍🏽 https://a.fi/b?c=1. www.hus.fi etu.suku@hus.fi!')).toEqual([
      'Moi/word',
      ':)/smiley',
      '<3/smiley',
      '5/number',
      '%/symbol',
      '👍🏽/emoji',
      'https://a.fi/b?c=1/url',
      './punctuation',
      'www.hus.fi/url',
      'etu.suku@hus.fi/email',
      '!/punctuation',
    ])
  })

  it('keeps emoji sequences whole', () => {
    expect(texts('👩‍👩‍👧🇫🇮🇸🇪❤️1️⃣')).toEqual(['👩‍👩‍👧', '🇫🇮', '🇸🇪', '❤️', '1️⃣'])
  })

  it('keeps decomposed letters, soft hyphens and zero-width characters inside their word', () => {
    expect(texts('hyva\u0308 hoi\u00adto pal\u200bvelu')).toEqual([
      'hyva\u0308',
      'hoi\u00adto',
      'pal\u200bvelu',
    ])
  })

  it('smiles only where people do', () => {
    expect(kinds('klo 8:30 HUS:D :D')).toEqual([
      'klo/word',
      '8:30/number',
      'HUS/word',
      ':/punctuation',
      'D/word',
      ':D/smiley',
    ])
  })

  it('gives nothing for anything but text', () => {
    expect(tokenize(null as unknown as string)).toEqual([])
    expect(tokenize(undefined as unknown as string)).toEqual([])
    expect(tokenize(5 as unknown as string)).toEqual([])
    expect(tokenize('')).toEqual([])
  })
})

const odd = fc.constantFrom(
  ...'aäÖ1.,:;!?-–@/\'"()<3=^xD \n\t\u00ad\u200b\u200d\ufe0f\u0308\ud800\udc00€%&#*'.split(''),
  '👍🏽',
  '👩‍👩‍👧',
  '🇫🇮',
  '1️⃣',
  'www.',
  'http://',
  'a@b.fi',
  'esim.',
  't.ex.',
  '15.3.',
  ' ja -',
  'Привет',
  'شكرا',
  '𝒳',
)
const anyText = fc.oneof(
  fc.array(odd, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const NOTHING = /^(?:[\s\p{Cc}\p{Cf}]|[\ufe00-\ufe0f])*$/u

function check(text: string, tokens: readonly Token[]): void {
  let before = 0
  for (const token of tokens) {
    expect(token.start).toBeGreaterThanOrEqual(before)
    expect(token.end).toBeGreaterThan(token.start)
    expect(text.slice(token.start, token.end)).toBe(token.text)
    // Between tokens there is nothing to read: white space, controls, joiners and marks of direction.
    expect(text.slice(before, token.start)).toMatch(NOTHING)
    before = token.end
  }
  expect(text.slice(before)).toMatch(NOTHING)
}

describe('tokenize on any text', () => {
  it('gives the text back, with true offsets', () => {
    fc.assert(
      fc.property(anyText, (text) => check(text, tokenize(text))),
      { numRuns: 3000 },
    )
  })

  it('is pure', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokenize(text)).toEqual(tokenize(text))
      }),
    )
  })

  it('puts every token into one sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text)
        let next = 0
        for (const sentence of splitSentences(text, tokens)) {
          expect(sentence.first).toBe(next)
          expect(sentence.last).toBeGreaterThan(sentence.first)
          expect(sentence.start).toBe(tokens[sentence.first]?.start)
          expect(sentence.end).toBe(tokens[sentence.last - 1]?.end)
          next = sentence.last
        }
        expect(next).toBe(tokens.length)
      }),
      { numRuns: 2000 },
    )
  })
})
