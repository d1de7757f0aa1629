import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { helsinkiClock, helsinkiOffset } from '../../src/read/values/helsinki.js'
import { languageCode } from '../../src/read/values/language.js'
import { missingScore, missingText } from '../../src/read/values/missing.js'
import { readCount, readNumber, readQuantity } from '../../src/read/values/number.js'
import { respondentRole } from '../../src/read/values/respondent.js'
import { readTime } from '../../src/read/values/time.js'
import { createTimeReader } from '../../src/read/values/timeReader.js'
import { yesNo } from '../../src/read/values/yesNo.js'

const dmy = { order: 'dmy', unit: 'date' } as const
const time = (cell: string, unit: 'date' | 'quarter' | 'week' | 'month' = 'date'): string => {
  const reading = readTime(cell, { order: 'dmy', unit })
  return 'time' in reading ? reading.time : reading.problem
}

describe('times', () => {
  it.each([
    ['25.3.2021 12:20', '2021-03-25T12:20:00+02:00'],
    ['25.3.2021 klo 12.20', '2021-03-25T12:20:00+02:00'],
    ['25.03.2021 kl. 12.20', '2021-03-25T12:20:00+02:00'],
    ['to 25.3.2021 8.05.09', '2021-03-25T08:05:09+02:00'],
    ['torstai 25.3.2021', '2021-03-25'],
    ['25.3.21', '2021-03-25'],
    ['25. maaliskuuta 2021', '2021-03-25'],
    ['25 mars 2021', '2021-03-25'],
    ['March 25, 2021', '2021-03-25'],
    ['25/03/2021 1:05 PM', '2021-03-25T13:05:00+02:00'],
    ['2021-07-01T06:00:30Z', '2021-07-01T09:00:30+03:00'],
    ['2021-07-01T09:00:30+0300', '2021-07-01T09:00:30+03:00'],
    ['2021-03-25 12:20:00.123', '2021-03-25T12:20:00+02:00'],
    ['20210325', '2021-03-25'],
    ['44280,5138888889', '2021-03-25T12:20:00+02:00'],
    ['44280', '2021-03-25'],
    ['2021', '2021'],
    ['Q2 2023', '2023-Q2'],
    ['2_2023', '2023-Q2'],
    ['III/2023', '2023-Q3'],
    ['2. neljännes 2023', '2023-Q2'],
    ['vk 12/2021', '2021-W12'],
    ['2021-W05', '2021-W05'],
    ['3/2021', '2021-03'],
    ['toukokuu 2021', '2021-05'],
    ['30.2.2021', 'bad_date'],
    ['25.3.2021 25:00', 'bad_date'],
    ['vk 54/2021', 'bad_date'],
    ['ensi viikolla', 'not_a_date'],
    ['12:20', 'not_a_date'],
    ['5', 'not_a_date'],
  ])('%s', (cell, expected) => expect(time(cell)).toBe(expected))

  it('reads by what the column counts', () => {
    expect(time('20232', 'quarter')).toBe('2023-Q2')
    expect(time('2/2023', 'quarter')).toBe('2023-Q2')
    expect(time('202115', 'week')).toBe('2021-W15')
    expect(time('12/2021', 'week')).toBe('2021-W12')
    expect(time('12/2021', 'month')).toBe('2021-12')
  })

  it('tells the hour that the clock skips and the one it shows twice', () => {
    expect(readTime('28.3.2021 3:30', dmy)).toMatchObject({ time: '2021-03-28T04:30:00+03:00', note: 'gap' })
    expect(readTime('31.10.2021 3:30', dmy)).toMatchObject({
      time: '2021-10-31T03:30:00+03:00',
      note: 'repeated',
    })
    expect(readTime('31.10.2021 4:00', dmy)).toEqual({ time: '2021-10-31T04:00:00+02:00', precision: 'time' })
  })

  it('agrees with the time zone data of the platform', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Helsinki',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1997, 0, 1), max: Date.UTC(2037, 0, 1) }), (ms) => {
        const instant = Math.floor(ms / 1000) * 1000
        const { time: t, minutes } = helsinkiClock(instant)
        const pad = (n: number): string => String(n).padStart(2, '0')
        expect(
          `${t.year}-${pad(t.month)}-${pad(t.day)} ${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}`,
        ).toBe(format.format(instant))
        const offset = helsinkiOffset(t)
        if (!offset.repeated) expect(offset.minutes).toBe(minutes)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads a column as it reads a cell', () => {
    const column = createTimeReader(dmy)
    const n = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(
        n(33),
        n(13),
        fc.integer({ min: 1994, max: 2030 }),
        n(25),
        n(61),
        n(61),
        fc.constantFrom('.', ':'),
        fc.constantFrom('', 'iso', 'T'),
        fc.boolean(),
        (d, m, y, h, min, s, mark, form, seconds) => {
          const pad = (value: number): string => String(value).padStart(2, '0')
          const date = form === '' ? `${d}.${m}.${y}` : `${y}-${pad(m)}-${pad(d)}`
          const cell = `${date}${form === 'T' ? 'T' : ' '}${form === '' ? h : pad(h)}${mark}${pad(min)}${seconds ? mark + pad(s) : ''}`
          expect(column(cell)).toEqual(readTime(cell, dmy))
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('numbers', () => {
  it.each([
    ['9', 9],
    ['8,0', 8],
    [' 6 ', 6],
    ['10 - Erittäin todennäköisesti', 10],
    ['10 – Mycket sannolikt', 10],
    ['0 = en lainkaan', 0],
    ['0 (en lainkaan todennäköisesti)', 0],
    ['5: neutraali', 5],
    ['1 - ', 1],
    ['Samaa mieltä (4)', 4],
    ['-1', -1],
  ])('%s', (cell, value) => expect(readNumber(cell)).toMatchObject({ value }))

  it.each(['8/10', '9-10', '10+', '1e1', 'kymmenen', '7 tai 8', '9-', '', '10 9', '2021-03-25'])(
    'does not guess at "%s"',
    (cell) => expect(readNumber(cell)).toHaveProperty('problem'),
  )

  it('reads weights and counts', () => {
    expect(['1,25', '0.8', '1 050,5', '1.050,5', '1,050.5'].map(readQuantity)).toEqual([
      1.25, 0.8, 1050.5, 1050.5, 1050.5,
    ])
    expect(['12400', '12 400', '12.400', '7,0'].map(readCount)).toEqual([12400, 12400, 12400, 7])
    expect(['-3', '1,5', 'abc', ''].map(readCount)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('answers that are none', () => {
  it.each([
    '',
    '-',
    '–',
    'EOS',
    'En osaa sanoa',
    'en osaa sanoa / ei koske minua',
    'E',
    'Vet ej',
    "I don't know",
    'Ei vastausta',
    'N/A',
    '(en osaa sanoa)',
  ])('"%s" is no score', (cell) => expect(missingScore(cell)).toBeDefined())
  it.each(['0', 'ei', 'Ei', 'nej', 'no', 'hyvä', '5', 'ei vielä'])('"%s" is an answer', (cell) =>
    expect(missingScore(cell)).toBeUndefined(),
  )

  it('leaves to the reader of comments what was said in words', () => {
    expect(['Did not answer', '-', 'N/A', 'Ei vastausta'].map(missingText)).not.toContain(undefined)
    for (const said of ['Nothing.', 'Ei mitään', 'En osaa sanoa', 'x', 'No', 'E', ','])
      expect(missingText(said), said).toBeUndefined()
  })

  it('reads yes, no and in part by the first words', () => {
    expect(['kyllä', 'Kyllä, kokonaan', 'Ja', 'yes'].map(yesNo)).toEqual(['yes', 'yes', 'yes', 'yes'])
    expect(['ei', 'ei vielä', 'Ei, jouduin soittamaan uudelleen', 'nej', 'No'].map(yesNo)).toEqual([
      'no',
      'no',
      'no',
      'no',
      'no',
    ])
    expect(['osittain', 'Delvis', 'Kyllä, osittain'].map(yesNo)).toEqual(['partial', 'partial', 'partial'])
    expect(['1', 'K', 'Eila', 'ehkä'].map(yesNo)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('knows whose voice an answer is', () => {
    expect(
      [
        'Asiakas',
        'Läheinen',
        'Lapsi 7–12 v',
        'Huoltaja',
        'Vastaan lapsen puolesta',
        'Anhörig',
        'jokin muu',
      ].map(respondentRole),
    ).toEqual(['customer', 'relative', 'child', 'relative', 'on_behalf', 'relative', undefined])
  })

  it('names languages by their code', () => {
    expect(
      ['FI-fi', 'suomi', 'Svenska', 'på svenska', 'en_GB', 'Finska', 'klingon'].map(languageCode),
    ).toEqual(['fi', 'fi', 'sv', 'sv', 'en', 'fi', 'klingon'])
  })
})
