import { describe, expect, it } from 'vitest'
import { parseForm } from '../../../src/read/summary/form.js'
import { parseSummary } from '../../../src/read/summary/parse.js'
import { readSummary } from '../../../src/read/summary/read.js'
import { isSummary } from '../../../src/read/summary/recognize.js'
import { readError, utf8 } from './support.js'

const dump = `Digipalvelukysely 2024
Vastaajien määrä: 18

Missä käytätte palvelua?omassa organisaatiossamme1
kumppanin tiloissa12
kotona5
Avoimet vastaukset: Missä käytätte palvelua?
Kahvilassa, yleensä
Junassa klo 8

Miten kuulitte meistä?ystävältä3
verkosta 2024-kampanjasta10
muualta, mistä?2

Yksikkö:Osasto 112
Osasto 27
Osasto 33

Avoimet vastaukset: Mitä voisimme parantaa?
Enemmän aikoja
Puhelin ei vastannut

Nimi
Testi Henkilö
Sähköposti
testi@example.org
Puhelin: 050 000 0000
`

const form = `Missä käytätte palvelua?
- omassa organisaatiossamme
- kumppanin tiloissa
- kotona

Miten kuulitte meistä?
- ystävältä
- verkosta 2024-kampanjasta
- muualta, mistä?

Yksikkö:
1. Osasto 1
2. Osasto 2
3. Osasto 3

Mitä voisimme parantaa?

Nimi

Sähköposti

Puhelin
`

const plain = (summary: ReturnType<typeof parseSummary>) =>
  summary.questions.map((question) => [
    question.label,
    question.kind,
    question.options.map((option) => `${option.text}=${option.count}`),
    question.answers,
  ])

const expected = [
  [
    'Missä käytätte palvelua?',
    'choice',
    ['omassa organisaatiossamme=1', 'kumppanin tiloissa=12', 'kotona=5'],
    ['Kahvilassa, yleensä', 'Junassa klo 8'],
  ],
  [
    'Miten kuulitte meistä?',
    'choice',
    ['ystävältä=3', 'verkosta 2024-kampanjasta=10', 'muualta, mistä?=2'],
    [],
  ],
  ['Yksikkö:', 'choice', ['Osasto 1=12', 'Osasto 2=7', 'Osasto 3=3'], []],
  ['Mitä voisimme parantaa?', 'open', [], ['Enemmän aikoja', 'Puhelin ei vastannut']],
  ['Nimi', 'contact', [], ['Testi Henkilö']],
  ['Sähköposti', 'contact', [], ['testi@example.org']],
  ['Puhelin', 'contact', [], ['050 000 0000']],
]

describe('a questionnaire summary', () => {
  it('is refused as a table, with the way on', async () => {
    expect(isSummary(dump)).toBe(true)
    const error = await readError(utf8(dump), { name: 'kysely.txt' })
    expect(error.code).toBe('not_a_table')
    expect(error.message).toContain('questionnaire summary, not a table')
    expect(error.message).toContain('--format summary')
    expect(error.message).not.toContain('Kahvilassa')
  })

  it('is not seen in tables and in lists of comments', () => {
    expect(isSummary('id;nps\n1;9\n2;8\n3;7\n4;10\n')).toBe(false)
    expect(isSummary('Avoin palaute\nHyvä\nJonotin tunnin\nKiitos\nTulin bussilla 55\nOk\n')).toBe(false)
  })

  it('comes out right with its form, and nothing is guessed', () => {
    const summary = parseSummary(dump, { form: parseForm(form) })
    expect(summary).toMatchObject({ title: 'Digipalvelukysely 2024', respondents: 18 })
    expect(plain(summary)).toEqual(expected)
    expect(summary.issues.list()).toEqual([])
    expect(JSON.stringify(summary.questions)).not.toContain('guess')
  })

  it('comes out right without its form, with every guess marked and told of', () => {
    const summary = parseSummary(dump)
    expect(plain(summary)).toEqual(expected)
    const [where, how, unit] = summary.questions
    // The line of open answers repeats the label: the split of the first is no guess.
    expect(where?.guess).toBeUndefined()
    expect(how?.guess).toBe(true)
    expect(unit?.guess).toBe(true)
    expect(unit?.options.every((option) => option.guess)).toBe(true)
    expect(summary.issues.list().map((issue) => issue.row)).toEqual([11, 15, 16, 17])
  })

  it('marks what it cannot split at all', () => {
    const [question] = parseSummary('Käyttöpaikka omassa organisaatiossamme4\nkotona7\nmuualla2\n').questions
    expect(question).toMatchObject({ label: 'Käyttöpaikka omassa organisaatiossamme', guess: true })
    expect(question?.options).toEqual([
      { text: '', count: 4, guess: true },
      { text: 'kotona', count: 7 },
      { text: 'muualla', count: 2 },
    ])
  })

  it('marks a count that two options of the form fit', () => {
    const questions = parseForm('Osasto?\nOsasto 5\nOsasto 51\n')
    const summary = parseSummary('Osasto?Osasto 512\n', { form: questions })
    expect(summary.questions[0]?.options).toEqual([{ text: 'Osasto 51', count: 2, guess: true }])
    expect(summary.issues.list()).toHaveLength(1)
  })

  it('takes labels that stand alone, and open answers named after the label', () => {
    const summary = parseSummary(
      'Palveluiden käyttö\nviikoittain4\nkuukausittain6\n\nMitä kautta asioitte? (avoimet vastaukset)\nPuhelimella\nNetissä\n',
    )
    expect(plain(summary)).toEqual([
      ['Palveluiden käyttö', 'choice', ['viikoittain=4', 'kuukausittain=6'], []],
      ['Mitä kautta asioitte?', 'open', [], ['Puhelimella', 'Netissä']],
    ])
  })

  it('reads files, and forms as JSON', async () => {
    const json = JSON.stringify([
      { label: 'Osasto?', options: ['Osasto 5', 'Osasto 6'] },
      { label: 'Miksi?' },
    ])
    const summary = await readSummary(
      utf8('\uFEFFOsasto?Osasto 512\r\nOsasto 63\r\n\r\nMiksi?\r\nSiksi\r\n'),
      { name: 'k.txt', form: utf8(json) },
    )
    expect(summary).toMatchObject({ file: 'k.txt', encoding: 'utf-8-bom' })
    expect(plain(summary)).toEqual([
      ['Osasto?', 'choice', ['Osasto 5=12', 'Osasto 6=3'], []],
      ['Miksi?', 'open', [], ['Siksi']],
    ])
    expect(() => parseForm('{"a":1}')).toThrow(/JSON array/)
    expect(() => parseForm('[{"label":1}]')).toThrow(/JSON array/)
    expect(() => parseForm(' \n ')).toThrow(/no question/)
  })
})
