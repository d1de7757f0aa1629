import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/language/index.js'
import {
  createPseudonyms,
  findPersonalData,
  isSensitive,
  nameFilter,
  publishableTerms,
  redact,
  withoutPraisedStaff,
} from '../../src/privacy/index.js'
import type { PersonalDataFinding } from '../../src/types.js'
import { loadReading } from './reading.js'

let read: (text: string) => Document

beforeAll(async () => {
  read = await loadReading()
})

test('roles and the sentence around a name stay', () => {
  const text = 'Hoitaja Maija soitti numerosta 040 123 4567.'
  expect(redact(text, findPersonalData(read(text))).text).toBe('Hoitaja [NIMI] soitti numerosta [PUHELIN].')
  expect(redact(text, findPersonalData(read(text)), 'sv').text).toContain('[TELEFON]')
  expect(redact(text, findPersonalData(read(text)), { locale: 'en' }).text).toContain('[PHONE]')
})

test('spans outside findings keep their text, spans inside widen to the placeholder', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 40 }), cuts, (text, numbers) => {
      const sorted = [...numbers].sort((a, b) => a - b)
      const findings: PersonalDataFinding[] = []
      for (let i = 0; i + 1 < sorted.length; i += 2)
        findings.push({ type: 'name', start: sorted[i] ?? 0, end: sorted[i + 1] ?? 0 })
      const { text: shown, move } = redact(text, findings)
      let from = 0
      for (const finding of [...findings, { start: text.length, end: text.length }]) {
        const kept = { start: from, end: finding.start }
        if (kept.end > kept.start) {
          const { start, end } = move(kept)
          expect(shown.slice(start, end)).toBe(text.slice(kept.start, kept.end))
        }
        if (finding.end > finding.start) {
          const { start, end } = move(finding)
          expect(shown.slice(start, end)).toBe('[NIMI]')
        }
        from = finding.end
      }
    }),
  )
})

describe("findings of one's own", () => {
  const text = 'Hoitaja Maija Virtanen soitti'

  test('in any order, and those that overlap as one of the type of the longest', () => {
    const name = { type: 'name', start: 8, end: 13 } as const
    expect(redact(text, [{ type: 'name', start: 14, end: 22 }, name]).text).toBe(
      'Hoitaja [NIMI] [NIMI] soitti',
    )
    expect(redact(text, [{ type: 'email', start: 10, end: 22 }, name]).text).toBe(
      'Hoitaja [SÄHKÖPOSTI] soitti',
    )
    expect(redact(text, [name, name, name]).text).toBe('Hoitaja [NIMI] Virtanen soitti')
    const { move } = redact(text, [{ type: 'name', start: 14, end: 22 }, name])
    expect(move({ start: 0, end: 7 })).toEqual({ start: 0, end: 7 })
    expect(move({ start: 23, end: 29 })).toEqual({ start: 22, end: 28 })
  })

  test.each<[string, unknown, unknown]>([
    ['findings[0].start', [{ type: 'name', start: -1, end: 3 }], 'fi'],
    [
      'findings[1].end',
      [
        { type: 'name', start: 0, end: 3 },
        { type: 'name', start: 4, end: 30 },
      ],
      'fi',
    ],
    ['findings[0].end', [{ type: 'name', start: 5, end: 3 }], 'fi'],
    ['findings[0].start', [{ type: 'name', start: Number.NaN, end: 3 }], 'fi'],
    ['findings[0].end', [{ type: 'name', start: 0, end: 2.5 }], 'fi'],
    ['findings[0].type', [{ type: 'hetu', start: 0, end: 3 }], 'fi'],
    ['findings[0].type', [{ type: 'constructor', start: 0, end: 3 }], 'fi'],
    ['findings[0].type', [null], 'fi'],
    ['findings', 'Maija', 'fi'],
    ['locale', [], 'de'],
    ['locale', [], { locale: 'toString' }],
  ])('what cannot be is told: %s', (path, findings, options) => {
    const call = () => redact(text, findings as PersonalDataFinding[], options as 'fi')
    expect(call).toThrow(expect.objectContaining({ code: 'bad_option', path }))
  })

  test('a text in the place of a document is told what to call', () => {
    expect(() => findPersonalData('Maija Virtanen' as unknown as Document)).toThrow(/personalData\(text\)/)
  })
})

describe('pseudonyms', () => {
  const marks = (text: string, key?: string) =>
    redact(text, findPersonalData(read(text)), {
      pseudonyms: createPseudonyms(key === undefined ? {} : { key }),
    }).text

  test('one person stays one in every case, numbers in every writing', () => {
    const text =
      'Maija auttoi. Kiitos Maijalle! Virtasen vuoro, puhuin Virtaselle. 040 123 4567 tai +358401234567.'
    expect(marks(text)).toBe(
      '[NIMI 1] auttoi. Kiitos [NIMI 1]! [NIMI 2] vuoro, puhuin [NIMI 2]. [PUHELIN 1] tai [PUHELIN 1].',
    )
  })

  test('a lone first or last name is the one full name of the text', () => {
    expect(marks('Maija Virtanen auttoi. Maijan neuvot ja Virtasen kädet!')).toBe(
      '[NIMI 1] auttoi. [NIMI 1] neuvot ja [NIMI 1] kädet!',
    )
    expect(marks('Kiitos Maijalle. Hoitaja Maija Virtanen ja lääkäri M. Virtanen auttoivat.')).toBe(
      'Kiitos [NIMI 1]. Hoitaja [NIMI 1] ja lääkäri [NIMI 1] auttoivat.',
    )
    expect(marks('Maija Virtanen ja Matti Virtanen tulivat. Virtasen vuoro ja Matin hymy.')).toBe(
      '[NIMI 1] ja [NIMI 2] tulivat. [NIMI 3] vuoro ja [NIMI 2] hymy.',
    )
    const key = 'a secret of the region'
    const one = marks('Maija Virtanen auttoi.', key).slice(0, 13)
    expect(marks('Maijan kanssa Maija Virtanen auttoi.', key).startsWith(one)).toBe(true)
  })

  test('a key gives the same marks in every run, another key others', () => {
    const key = 'a secret of the region'
    expect(marks('Kiitos Maijalle!', key)).toBe(marks('Kiitos Maijalle!', key))
    expect(marks('Kiitos Maijalle!', key)).not.toBe(marks('Kiitos Maijalle!', 'another secret of it'))
    expect(marks('Kiitos Maijalle!', key)).toMatch(/^Kiitos \[NIMI [0-9A-HJKMNP-TV-Z]{6}\]!$/)
    expect(() => createPseudonyms({ key: 'short' })).toThrow(/16/)
  })
})

test('lists of names match base forms', () => {
  const text = 'Kävin Kallion Auralla ja Nallukalla, Maijalle kiitos'
  const document = read(text)
  const filter = nameFilter({ allow: ['Maija'], deny: ['Nallukka'] })
  const shown = redact(text, filter(document, findPersonalData(document))).text
  expect(shown).toContain('Maijalle kiitos')
  expect(shown).not.toContain('Nallukalla')
})

describe('staff in praise', () => {
  const praise = (text: string, label: 'positive' | 'negative' = 'positive') => ({
    sentiment: { label, score: 1 },
    intents: ['praise' as const],
    alerts: [],
    personalData: findPersonalData(read(text)),
  })

  test('first names may stay in plain praise', () => {
    const text = 'Hoitaja Maija oli ihana!'
    expect(withoutPraisedStaff(text, praise(text))).toEqual([])
  })

  test.each([
    ['Hoitaja Maija Virtanen oli ihana!', 'positive'],
    ['Hoitaja Maija oli ihana!', 'negative'],
    ['Poikani Eino sai ihanaa hoitoa!', 'positive'],
    ['Maija hoiti masennukseni ihanasti!', 'positive'],
    ['Maija oli ihana, numeroni on 040 123 4567', 'positive'],
  ] as const)('but not here: %s (%s)', (text, label) => {
    const analysis = praise(text, label)
    expect(analysis.personalData.length).toBeGreaterThan(0)
    expect(withoutPraisedStaff(text, analysis)).toEqual(analysis.personalData)
  })

  test('a diagnosis raises the level', () => {
    expect(isSensitive('Syöpä löytyi myöhään')).toBe(true)
    expect(isSensitive('Jono oli pitkä')).toBe(false)
  })
})

test('rare terms are not published', () => {
  const terms = [
    { term: 'jono', respondents: 40 },
    { term: 'kiire', respondents: 5 },
    { term: 'maija', respondents: 4 },
  ]
  expect(publishableTerms(terms).map(({ term }) => term)).toEqual(['jono', 'kiire'])
  expect(() => publishableTerms(terms, { minimum: 1 })).toThrow(/at least 2/)
})
