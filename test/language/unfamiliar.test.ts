import { beforeAll, describe, expect, test } from 'vitest'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader, loadLanguageDetector } from '../../src/language/index.js'
import { type Analyzer, createAnalyzer } from '../../src/pipeline.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { LanguageGuess, SupportedLanguage } from '../../src/types.js'

let readers: Record<SupportedLanguage, LanguageReader>
let detect: (text: string) => LanguageGuess
let analyzer: Analyzer

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  detect = await loadLanguageDetector()
  analyzer = await createAnalyzer({ crosswalk: 'qdc' })
})

const foreign = [
  'Ma olen väga rahul teie teenusega ja arst oli sõbralik ning kuulas mind ära.',
  'Ootasin kaua järjekorras ja keegi ei tulnud mulle abiks.',
  'Legen var veldig hyggelig og forklarte alt bra.',
  'Waan ku qanacsanahay adeegga, dhakhtarka aad buu u fiicnaa',
  'Mun lean hui duhtavaš bálvalussii ja doavttir lei buorre',
  'Lægen var meget venlig og forklarede alting godt.',
  'bla bla bla bla blaa',
]

describe('letters of ours, words of others', () => {
  test.each(foreign)('%s', (text) => {
    const { code } = createDocument(text, { readers, detect }).language
    expect(['fi', 'sv', 'en']).not.toContain(code)
    const analysis = analyzer.analyze(text)
    expect(analysis).toMatchObject({
      sentiment: { label: 'neutral', score: 0 },
      categories: [],
      uncategorized: 'other_language',
      intents: [],
      crosswalk: { qdc: [] },
    })
  })

  test.each([
    ['fi', 'nou hätä, kaikki jees'],
    ['fi', 'Turha sitä on mulle savvoo hokee kun kuulo on männy, kirjottakee isolla.'],
    ['sv', 'appen pratar dataspråk, inte mänskospråk'],
    ['en', 'Windowless basement, wonderful back.'],
    ['fi', 'Jonotin'],
    ['fi', '<img src=x onerror=alert(1)> ei vastattu puhelimeen'],
    ['sv', '<p class="comment body">Ingen svarade i telefon</p><br/>'],
    ['fi', 'Kuume oli <b 38, ei otettu vastaan'],
  ])('%s: %s', (code, text) => {
    expect(createDocument(text, { readers, detect }).language.code).toBe(code)
  })

  test('a language that is told is not doubted', () => {
    const text = foreign[0] ?? ''
    expect(createDocument(text, { readers, detect, language: 'fi' }).language.code).toBe('fi')
  })
})
