import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { isMashed, readGrade } from '../../src/sentiment/plainAnswers.js'
import { compileShortAnswers, readShortAnswer, readTopic } from '../../src/sentiment/shortAnswers.js'
import { answerClasses, fillers, folded } from '../../src/sentiment/shortAnswerWords.js'
import type { ShortAnswerRow } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
const rows = readFileSync('data/sentiment/short-answers.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [language, pattern, good, improve, general, example] = line.split('\t')
    return { language, pattern, good, improve, general, example } as ShortAnswerRow
  })
const answers = compileShortAnswers(rows)

const QUESTIONS = ['good', 'improve', 'general'] as const
type Meant = 'positive' | 'negative' | 'neutral' | 'mixed' | '-' | 'no short answer'

const said = (found: ReturnType<typeof readShortAnswer>): Meant =>
  found === undefined ? 'no short answer' : found.substance ? found.label : '-'

const documentOf = (text: string, language?: SupportedLanguage) =>
  createDocument(text, language ? { readers, language } : { readers })

const meant = (text: string, question: QuestionKind, language?: SupportedLanguage): Meant =>
  said(readShortAnswer(answers, documentOf(text, language), question))

/** An answer that holds a word of the class, and how it is meant when asked what was good, what to improve, anything. */
const frames: Record<string, [SupportedLanguage, (word: string) => string, Meant[]]> = {
  ei: ['fi', (word) => `${word} mitään`, ['negative', 'positive', '-']],
  mitään: ['fi', (word) => `ei ${word} moitittavaa`, ['positive', 'positive', 'positive']],
  ole: ['fi', (word) => `ei ${word} moitittavaa`, ['positive', 'positive', 'positive']],
  nyt: ['fi', (word) => `ei ${word} moitittavaa`, ['positive', 'positive', 'positive']],
  kiitos: ['fi', (word) => `ei moitittavaa ${word}`, ['positive', 'positive', 'positive']],
  sano: ['fi', (word) => `ei ${word} mitään`, ['-', '-', '-']],
  aihe: ['fi', (word) => `ei ${word} valittaa`, ['positive', 'positive', 'positive']],
  tiedä: ['fi', (word) => `ei ${word}`, ['-', '-', '-']],
  mieleen: ['fi', (word) => `ei ${word} mitään`, ['-', '-', '-']],
  moite: ['fi', (word) => `ei ${word}`, ['positive', 'positive', 'positive']],
  kehu: ['fi', (word) => `ei mitään ${word}`, ['negative', 'negative', 'negative']],
  käyttänyt: ['fi', (word) => `en ole ${word} palvelua`, ['-', '-', '-']],
  tarvitse: ['fi', (word) => `ei ${word}`, ['-', 'positive', '-']],
  toimi: ['fi', (word) => `mikään ei ${word}`, ['negative', 'negative', 'negative']],
  kaikki: ['fi', (word) => `${word} hyvin`, ['positive', 'positive', 'positive']],
  melkein: ['fi', (word) => `${word} kaikki`, ['positive', 'negative', 'neutral']],
  hyvin: ['fi', (word) => `kaikki ${word}`, ['positive', 'positive', 'positive']],
  oli: ['fi', (word) => `kaikki ${word} hyvin`, ['positive', 'positive', 'positive']],
  inte: ['sv', (word) => `${word} dåligt`, ['positive', 'positive', 'positive']],
  något: ['sv', (word) => `inget ${word} klaga`, ['positive', 'positive', 'positive']],
  är: ['sv', (word) => `inget ${word} klaga`, ['positive', 'positive', 'positive']],
  klaga: ['sv', (word) => `inget ${word}`, ['positive', 'positive', 'positive']],
  beröm: ['sv', (word) => `inget ${word}`, ['negative', 'negative', 'negative']],
  tillägga: ['sv', (word) => `inget ${word}`, ['-', '-', '-']],
  vet: ['sv', (word) => `inte ${word}`, ['-', '-', '-']],
  behövs: ['sv', (word) => `inget ${word}`, ['-', 'positive', '-']],
  not: ['en', (word) => `${word} complain`, ['positive', 'positive', 'positive']],
  anything: ['en', (word) => `no ${word} complaints`, ['positive', 'positive', 'positive']],
  complain: ['en', (word) => `no ${word}`, ['positive', 'positive', 'positive']],
  praise: ['en', (word) => `not ${word}`, ['negative', 'negative', 'negative']],
  comment: ['en', (word) => `no ${word}`, ['-', '-', '-']],
  know: ['en', (word) => `not ${word}`, ['-', '-', '-']],
}

describe('words of a class stand for one another', () => {
  test('every class has a frame', () => {
    expect([...answerClasses.keys()].sort()).toEqual(Object.keys(frames).sort())
  })

  test.each([...answerClasses])('%s', (name, words) => {
    const [language, frame, wanted] = frames[name] as (typeof frames)[string]
    const wrong = words.filter((word) =>
      QUESTIONS.some((question, i) => meant(frame(word), question, language) !== wanted[i]),
    )
    expect(wrong).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  })

  test('words that only fill', () => {
    const wrong = fillers.filter((word) => meant(`ei ${word} mitään`, 'improve', 'fi') !== 'positive')
    expect(wrong).toEqual([])
  })
})

describe('the whole answer', () => {
  test.each([
    ['Ei', 'mitään', 'moitittavaa', 'ole'],
    ['En', 'osaa', 'nyt', 'sanoa'],
    ['Mitään', 'hyvää', 'ei', 'ollut'],
    ['Inget', 'alls', 'att', 'klaga', 'på'],
  ])('a refusal says the same in any order: %s %s %s', (...words) => {
    const straight = meant(words.join(' '), 'improve', words[0] === 'Inget' ? 'sv' : 'fi')
    expect(straight).not.toBe('no short answer')
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (turned) => {
        expect(meant(turned.join(' '), 'improve', words[0] === 'Inget' ? 'sv' : 'fi')).toBe(straight)
      }),
    )
  })

  test.each<[string, QuestionKind, Meant]>([
    ['EI MITTÄÄN!!!', 'improve', 'positive'],
    ['kaikkkki', 'good', 'positive'],
    ['ei moitittavvoo', 'general', 'positive'],
    ['no ei kai kyllä mitään', 'improve', 'positive'],
    ['Ei mikään, valitettavasti', 'good', 'negative'],
    ['Inget, allt var bra', 'good', 'positive'],
    ['Kiitos 😊', 'general', 'positive'],
    ['😡😡🤮', 'good', 'negative'],
    ['👍🏽', 'improve', 'positive'],
    ['...', 'good', '-'],
    ['En kommentoi', 'good', '-'],
    // Speech drops the last sound, a keyboard lacks dots, hurry drops the space.
    ['ei juur mitään', 'improve', 'positive'],
    ['ei lisattavaa', 'good', '-'],
    ['emmätiedä', 'good', '-'],
    ['vetinte', 'general', '-'],
    ['Kukaan ei vastaa', 'general', 'no short answer'],
    ['Ei mitään kun kaikki oli hyvin', 'improve', 'positive'],
    ['Ei mitään koska lääkäri oli tyly', 'improve', 'no short answer'],
    ['sälinää', 'general', 'no short answer'],
    ['Ei pahemmin valittamista', 'general', 'positive'],
    // What others did not do is no refusal, and more than a short answer is weighed clause by clause.
    ['Ei kerrottu mitään', 'good', 'no short answer'],
    ['Ei parempaa', 'good', 'no short answer'],
    ['Ei toiminut lääkitys', 'good', 'no short answer'],
    ['Ei mitään hyvää kerrottavaa siitä päivästä kun äiti kaatui käytävällä', 'good', 'no short answer'],
    ['Kiitos 😡', 'general', 'no short answer'],
  ])('%s (%s): %s', (text, question, wanted) => {
    expect(meant(text, question)).toBe(wanted)
  })

  test('never throws, and answers the same twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(...QUESTIONS),
        (text, asked) => {
          expect(meant(text, asked)).toBe(meant(text, asked))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('doubled letters', () => {
  test('count once, but digits do not', () => {
    expect(folded('Mittään')).toBe(folded('mitään'))
    expect(folded('100')).toBe('100')
    expect(folded('Don\u2019t')).toBe("don't")
  })
})

test.each([
  ['10', 'positive'],
  ['9+', 'positive'],
  ['9½', 'positive'],
  ['Arvosana: 8,5', 'positive'],
  ['4/5', 'positive'],
  ['5 tähteä!', 'positive'],
  ['10 out of 10', 'positive'],
  ['3/5', 'neutral'],
  ['2/10', 'negative'],
  ['1 star', 'negative'],
  ['vahva ysi', 'positive'],
  ['Kymppi plus!', 'positive'],
  ['seiska', 'neutral'],
  ['yksi tähti', 'negative'],
  ['viiden tähden palvelu', 'positive'],
  ['two out of five', 'negative'],
  ['nolla pistettä', 'negative'],
  ['yksi', undefined],
  ['viisi hoitajaa', undefined],
  ['5', undefined],
  ['12', undefined],
  ['7/5', undefined],
  ['5 minuuttia', undefined],
  ['Odotin 10', undefined],
] as const)('the grade %s is %s', (text, wanted) => {
  expect(readGrade(text)).toBe(wanted)
})

test.each([
  ['ghjkl', true],
  ['asdasd', true],
  ['qwertyui', true],
  ['fdsfsd', true],
  ['hhhh', true],
  ['öööö!', true],
  ['kahvi', false],
  ['hlö', false],
  ['tk', false],
  ['lääkäri', false],
  ['ghjkl kahvi', false],
  ['', false],
])('%s is keys hit at random: %s', (text, wanted) => {
  expect(isMashed(documentOf(text))).toBe(wanted)
})

describe('topics and wishes', () => {
  const plain = { positive: 0, negative: 0 }
  const topic = (text: string, question: QuestionKind, sums = plain) =>
    said(readTopic(documentOf(text), sums, question))

  test.each(['Hoitajat', 'ruoka ja odotusajat', 'Omaolo', 'the parking'])('%s only names things', (text) => {
    expect(QUESTIONS.map((question) => topic(text, question))).toEqual(['positive', 'negative', 'neutral'])
  })

  test('what no reader knows is a thing where things were asked for', () => {
    expect(QUESTIONS.map((question) => topic('Wi-Fi', question))).toEqual([
      'positive',
      'negative',
      'no short answer',
    ])
  })

  test('a strong word is an opinion, whatever was asked', () => {
    expect(topic('Huippu', 'improve', { positive: 4, negative: 0 })).toBe('no short answer')
    expect(topic('katastrofi', 'good', { positive: 0, negative: 3 })).toBe('negative')
    expect(topic('katastrofi', 'general', { positive: 0, negative: 3 })).toBe('no short answer')
    expect(topic('Tyly hoitaja', 'good', { positive: 0, negative: 2 })).toBe('negative')
    expect(topic('Tylympi hoitaja', 'good', { positive: 0, negative: 1.5 })).toBe('no short answer')
  })

  test('so are several topics only together', () => {
    expect(topic('Nopeus ja tehokkuus', 'improve', { positive: 5, negative: 0 })).toBe('negative')
  })

  test('what was denied is blamed, also when asked what was good', () => {
    expect(topic('En saanut apua', 'good', { positive: 0, negative: 2 })).toBe('negative')
    expect(topic('En saanut aikaa', 'good', { positive: 0, negative: 1 })).toBe('no short answer')
    expect(topic('Ei tarvinnut jonottaa', 'good', { positive: 3, negative: 0 })).toBe('no short answer')
  })

  test('what is plainly blamed, but not what had an end or a sequel', () => {
    const blame = { positive: 0, negative: 2 }
    expect(topic('Kipu yltyi', 'good', blame)).toBe('negative')
    expect(topic('Kipu hävisi', 'good', blame)).toBe('no short answer')
    expect(topic('Vanha nainen vaikka olin', 'good', blame)).toBe('no short answer')
    expect(topic('Kipu yltyi', 'general', blame)).toBe('no short answer')
  })

  test.each([
    'tiedonkulku osastojen välillä',
    'oma huone',
    'min läkare',
    'bemötandet i receptionen',
    'my doctor',
  ])('%s names a thing and what it belongs to', (text) => {
    expect(QUESTIONS.map((question) => topic(text, question))).toEqual(['positive', 'negative', 'neutral'])
  })

  test('what no reader knows is a thing beside a known one, whatever was asked', () => {
    expect(topic('röntgen ja labra', 'general')).toBe('neutral')
  })

  test.each([
    'Lyhyemmät jonot',
    'Bättre information',
    'Kuunnelkaa potilasta',
    'Pitäkää lupaukset',
    'Asiakkaita pitää kuunnella',
    'Pysyvä omalääkäri takaisin',
    'Hinnat alas',
    'Ettei tarvitse jonottaa',
    'Että lääkäri kuuntelisi',
  ])('%s asks for a change', (text) => {
    expect(topic(text, 'improve')).toBe('negative')
    expect(topic(text, 'general')).toBe('no short answer')
  })

  test.each([
    'Jatkakaa hyvää työtä',
    'Pitäkää tämä taso',
    'Henkilökuntaa pitää kiittää',
    'Älkää muuttako ruokaa',
    'Sain ajan takaisin',
    'Enemmän rauhallista tilaa',
    'Lyhyemmät jonot auttoivat minua kovasti eilen',
  ])('%s does not, or not by itself', (text) => {
    expect(topic(text, 'improve')).toBe('no short answer')
  })
})
