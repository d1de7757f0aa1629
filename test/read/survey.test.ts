import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PalauteError, ReadError } from '../../src/errors.js'
import { checkLayout, readSurvey, respondentGroups, type SurveyLayout } from '../../src/read/index.js'
import { bytes, readText } from './csv.js'

const EXPORT =
  'Vastausnro;Vastausaika;Yksikkökoodi;Kuinka todennäköisesti suosittelisit?;Avoin palaute\n1;25.3.2021 12:20;0012;9;Hyvä\n2;26.3.2021 8:01;0107;EOS;-\n3;30.6.2021 8:01;0107;12;\n'

describe('responses', () => {
  it('tells empty and "cannot say" from not asked, with the cell as written', async () => {
    const { responses } = await readText('id;nps;Yksikkö;palaute\n1;EOS;;-\n')
    expect(responses[0]).toEqual({
      row: 1,
      file: 'answers.csv',
      id: '1',
      nps: null,
      unit: null,
      comments: [],
      missing: { nps: 'EOS', unit: '', palaute: '-' },
    })
  })

  it('gives a bad cell as null with an issue, not as missing and not moved or rounded', async () => {
    const { responses, survey } = await readText(
      'id;Suosittelu 0-10;Tyytyväisyys 1-5\n1;11;0\n2;7,5;6\n3;8/10;5\n4;-1;1e0\n',
    )
    expect(responses.map(({ nps, csat, missing }) => [nps, csat, missing])).toEqual([
      [null, null, undefined],
      [null, null, undefined],
      [null, 5, undefined],
      [null, null, undefined],
    ])
    expect(
      survey.issues
        .list()
        .filter(({ row }) => row > 0)
        .map(({ code, row, value }) => [row, code, value]),
    ).toEqual([
      [1, 'out_of_range', '11'],
      [1, 'out_of_range', '0'],
      [2, 'not_an_integer', '7,5'],
      [2, 'out_of_range', '6'],
      [3, 'not_a_number', '8/10'],
      [4, 'out_of_range', '-1'],
      [4, 'not_a_number', '1e0'],
    ])
  })

  it('tells of ids and units only kind and length', async () => {
    const { survey } = await readText('Vastaajatunnus;Yksikkökoodi;nps\n1,1823E+11;0012;9\n7;12;8\n')
    const told = survey.issues.list().filter(({ row }) => row > 0)
    expect(told.map(({ code }) => code)).toEqual(['damaged_code', 'leading_zeros'])
    expect(JSON.stringify(told)).not.toMatch(/1823|"12"/)
  })

  it('keeps leading zeros and every character of ids', async () => {
    const { responses } = await readText('id;Yksikkökoodi;nps\n007;0012;9\na-1;0107;8\n')
    expect(responses.map(({ id, unit }) => [id, unit])).toEqual([
      ['007', '0012'],
      ['a-1', '0107'],
    ])
  })
})

describe('dates with slashes', () => {
  it('reads by the days above 12, and tells the dates of the other order', async () => {
    const { responses, codes } = await readText(
      'id,date\n1,30/09/2021\n2,05/10/2021\n3,5/31/2022\n4,28/02/2022\n',
    )
    expect(responses.map(({ time }) => time)).toEqual([
      '2021-09-30',
      '2021-10-05',
      '2022-05-31',
      '2022-02-28',
    ])
    expect(codes).toEqual(['0 needs_review', '3 date_order'])
  })

  it('asks for a look where no day tells', async () => {
    const { survey } = await readText('id,date\n1,03/04/2021\n')
    expect(survey.layout.columns[1]).toMatchObject({ role: 'time', dateOrder: 'dmy', needsReview: true })
  })
})

describe('layout', () => {
  it('can be saved and passed back: the same is read', async () => {
    const first = await readText(EXPORT)
    const saved: unknown = JSON.parse(JSON.stringify(first.survey.layout))
    const second = await readText(EXPORT, { layout: await checkLayout(saved) })
    expect(second.responses).toEqual(first.responses)
  })

  it('finds moved columns by name, and says which moved', async () => {
    const { survey } = await readText('id;nps;palaute\n1;9;Hyvä\n')
    const { responses, codes } = await readText('palaute;uusi;ID;nps\nHuono;x;2;3\n', {
      layout: survey.layout,
    })
    expect(responses[0]).toMatchObject({ id: '2', nps: 3, comments: [{ text: 'Huono' }] })
    expect(codes.filter((code) => code === '0 column_moved')).toHaveLength(3)
    expect(codes).toContain('0 column_not_in_layout')
  })

  it('declares a scale where 1 is best, a code of its own for "cannot say", and the rest out of range', async () => {
    const layout: SurveyLayout = await checkLayout({
      schemaVersion: 1,
      columns: [{ name: 'rating', role: 'csat', scale: { min: 1, max: 5, best: 'low', missing: ['6'] } }],
    })
    const { responses, codes } = await readText('rating;x\n1;a\n6;b\n7;c\n', { layout })
    expect(responses.map(({ csat, missing }) => [csat, missing?.csat])).toEqual([
      [1, undefined],
      [null, '6'],
      [null, undefined],
    ])
    expect(codes).toContain('3 out_of_range')
  })

  it.each([
    ['columns[0].role', { columns: [{ name: 'a', role: 'npss' }] }, /"nps"/],
    [
      'columns[0].scale.max',
      { columns: [{ name: 'a', role: 'csat', scale: { min: 5, max: 1, best: 'high' } }] },
      /above min/,
    ],
    [
      'columns[0].scale.best',
      { columns: [{ name: 'a', role: 'csat', scale: { min: 1, max: 5, best: 'up' } }] },
      /"high", "low"/,
    ],
    [
      'columns[0].scale',
      { columns: [{ name: 'a', role: 'nps', scale: { min: 1, max: 10, best: 'high' } }] },
      /0-10/,
    ],
    ['columns[0]', { columns: [{ name: 'a', role: 'nps', scales: {} }] }, /"scales"/],
    [
      'columns[1].sameAs',
      {
        columns: [
          { name: 'a', role: 'fcr' },
          { name: 'b', role: 'fcr', sameAs: 'c' },
        ],
      },
      /no other fcr/,
    ],
    ['columns[0].question', { columns: [{ name: 'a', role: 'comment', question: 'bad' }] }, /"improve"/],
    ['locale', { columns: [{ name: 'a', role: 'nps' }], locale: 'de' }, /"sv"/],
    [
      'groups[0].question',
      { columns: [{ name: 'a', role: 'nps' }], groups: [{ name: 'g', question: 'q', anyOf: ['x'] }] },
      /no column/,
    ],
    ['schemaVersion', { columns: [{ name: 'a', role: 'nps' }], schemaVersion: 2 }, /1/],
  ])('a wrong layout is told by its path: %s', async (path, layout, message) => {
    try {
      await checkLayout({ schemaVersion: 1, ...layout })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(PalauteError)
      expect((error as PalauteError).path).toBe(path)
      expect((error as PalauteError).message).toMatch(message)
    }
  })

  it('names the columns that the file does not have, and those that it has', async () => {
    const layout = await checkLayout({
      schemaVersion: 1,
      columns: [
        { name: 'nps', role: 'nps' },
        { name: 'tyytyväisyys', role: 'csat' },
      ],
    })
    await expect(readText('nps;Kommentti\n9;x\n', { layout })).rejects.toThrow(/"tyytyväisyys".*"Kommentti"/)
  })
})

describe('several files of one survey', () => {
  const files = [
    'Tunnus;Vuosi;01 Sain apua, kun sitä tarvitsin;02 Oloni oli turvallinen hoidossa;03 Jouduin odottamaan liian kauan;05 Lapseni sai apua, kun hän tarvitsi sitä\n1;2021;5;4;2;3\n',
    'tunnus;vuosi;1_sain_apua_kun_sita_tarvitsin;2_oloni_oli_turvallinen;3_en_joutunut_odottamaan_liian_kauan;5_sain_apua_kun_sita_tarvitsin_lapsi_7_12\n2;2022;4;3;5;2\n',
    'Löpnummer;År;1. Jag fick hjälp när jag behövde det;2. Jag kände mig trygg under vården;3. Jag fick vänta för länge\n3;2023;3;2;1\n',
  ]

  it('joins wording drift and translations of a statement, never a negation or another voice', async () => {
    const { responses, survey, codes } = await readText(files)
    const values = (name: string): unknown[] => responses.map(({ likert }) => likert?.[name])
    expect(values('01 Sain apua, kun sitä tarvitsin')).toEqual([5, 4, 3])
    expect(values('02 Oloni oli turvallinen hoidossa')).toEqual([4, 3, 2])
    expect(values('03 Jouduin odottamaan liian kauan')).toEqual([2, undefined, undefined])
    expect(values('3_en_joutunut_odottamaan_liian_kauan')).toEqual([undefined, 5, undefined])
    expect(values('05 Lapseni sai apua, kun hän tarvitsi sitä')).toEqual([3, undefined, undefined])
    expect(codes).toContain('0 questions_joined')
    const again = await readText(files, {
      layout: await checkLayout(JSON.parse(JSON.stringify(survey.layout))),
    })
    expect(again.responses).toEqual(responses)
  })

  it('does not mix scales', async () => {
    const { responses, codes } = await readText(['id;Tyytyväisyys 1-5\n1;5\n', 'id;Tyytyväisyys 1-7\n2;5\n'])
    expect(responses.map(({ csat }) => csat)).toEqual([5, undefined])
    expect(codes).toContain('0 scales_differ')
  })
})

describe('joined files', () => {
  it('fills units from a list, and tells those that are not in it once', async () => {
    const units = bytes(
      'Yksikkökoodi;Yksikön nimi;Palvelu;Alue\n0012;Asema;Terveysasemat;Pirkanmaa\n0107;Hammas;Suun terveys;Pirkanmaa\n',
    )
    const { responses, codes } = await readText('id;Yksikkökoodi;nps\n1;0012;9\n2;107;8\n3;107;8\n4;;8\n', {
      units,
    })
    expect(responses[0]).toMatchObject({
      unit: '0012',
      unitName: 'Asema',
      service: 'Terveysasemat',
      region: 'Pirkanmaa',
    })
    expect(codes.filter((code) => code.endsWith('unknown_unit'))).toEqual(['2 unknown_unit'])
  })

  it('says what a code book lacks', async () => {
    await expect(readText('id;nps\n1;9\n', { codebook: 'a;b\n1;2\n' })).rejects.toThrow(ReadError)
  })
})

describe('period', () => {
  it('takes answers within it and tells the others', async () => {
    const { responses, survey, codes } = await readText(EXPORT, { from: '2021-Q1', to: '2021-03-25' })
    expect(responses.map(({ row }) => row)).toEqual([1])
    expect(codes.filter((code) => code.endsWith('outside_period'))).toHaveLength(2)
    expect(survey.counts()).toEqual({ records: 3, responses: 1, leftOut: 2 })
  })

  it('leaves out what is too coarse to tell, and says so', async () => {
    const { responses, codes } = await readText('id;kvartaali;nps\n1;2_2023;9\n2;;8\n', { from: '2023-05' })
    expect(responses).toEqual([])
    expect(codes).toContain('1 period_unknown')
    expect(codes).toContain('2 period_unknown')
  })

  it('refuses what is no date', async () => {
    await expect(readText(EXPORT, { from: 'kevät' })).rejects.toThrow(/2024-01-31/)
    await expect(readText(EXPORT, { from: '2024', to: '2023' })).rejects.toThrow(/before it begins/)
  })
})

describe('routing and groups', () => {
  const text =
    'id;Mitä käytit?: Digi;Mitä käytit?: Puhelin;Digin arvio 1-5\n1;1;0;4\n2;0;1;\n3;0;1;5\n4;1;0;\n'

  it('tells not asked from not answered', async () => {
    const { survey } = await readText(text)
    const layout = structuredClone(survey.layout)
    const column = layout.columns[3]
    if (!column) throw new Error('no column')
    column.askedIf = { question: 'Mitä käytit?', anyOf: ['Digi'] }
    const { responses, codes } = await readText(text, { layout })
    const name = 'Digin arvio 1-5'
    expect(responses.map(({ likert, missing }) => [likert?.[name], missing?.[name]])).toEqual([
      [4, undefined],
      [undefined, undefined],
      [5, undefined],
      [null, ''],
    ])
    expect(codes).toContain('3 answered_though_not_asked')
  })

  it('derives groups by rule, and nobody without an answer is in or out', async () => {
    const { responses } = await readText('id;Käyttö [Luen];Käyttö [Varaan]\n1;1;0\n2;1;1\n3;;\n')
    const rules = [{ name: 'active', question: 'Käyttö', anyExcept: ['Luen'] }]
    expect(responses.map((response) => respondentGroups(response, rules).active)).toEqual([false, true, null])
  })
})

describe('nothing is lost, nothing breaks', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '5',
      '0',
      '10',
      'EOS',
      'kyllä',
      'ei',
      '1.2.2024',
      '2_2023',
      'Hyvä',
      'a;b',
      'Yhteensä',
      '"',
      'x\ny',
      '#N/A',
      '=1+1',
      '44280,5',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const headers = fc.constantFrom(
    'id',
    'aika',
    'nps',
    'csat',
    'Ratkesiko asiasi?',
    'palaute',
    'Yksikkö',
    'Kanava: A',
    'Kanava: B',
    'paino',
    'Sain apua, kun sitä tarvitsin',
    'x',
    '',
    'Arvosana',
    'kieli',
  )
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

  it('keeps the missing answers of a grade called "nps" apart from those of the score', async () => {
    const { responses } = await readText('nps;nps\r\nHyvä;\r\n;0\r\n')
    for (const { nps, missing } of responses)
      if (nps !== null && nps !== undefined) expect(missing).not.toHaveProperty('nps')
    expect(responses.some(({ nps }) => nps === 0)).toBe(true)
  })

  it('rows in = responses + rows left out, and only errors meant to be thrown are thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(headers, { minLength: 2, maxLength: 7 }),
        fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 12 }),
        async (names, rows) => {
          const text = [names, ...rows.map((row) => row.slice(0, names.length))]
            .map((row) => row.map(quoted).join(';'))
            .join('\r\n')
          let survey: Awaited<ReturnType<typeof readText>>
          try {
            survey = await readText(`${text}\r\n`)
          } catch (error) {
            expect(error).toBeInstanceOf(PalauteError)
            return
          }
          const { responses, survey: read } = survey
          expect(read.counts()).toMatchObject({
            responses: responses.length,
            records: responses.length + read.counts().leftOut,
          })
          const last = responses.at(-1)?.row ?? 0
          expect(read.counts().records).toBeGreaterThanOrEqual(last)
          for (const response of responses) {
            for (const value of [
              response.nps,
              response.csat,
              response.weight,
              ...Object.values(response.likert ?? {}),
            ])
              expect(value === null || value === undefined || Number.isFinite(value)).toBe(true)
            if (response.nps !== null && response.nps !== undefined)
              expect(Number.isInteger(response.nps) && response.nps >= 0 && response.nps <= 10).toBe(true)
            for (const key of Object.keys(response.missing ?? {}))
              if (key === 'nps' && 'nps' in response) expect(response.nps).toBeNull()
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('reads the same twice', async () => {
    const [a, b] = [await readText(EXPORT), await readText(EXPORT)]
    expect(JSON.stringify([a.responses, a.survey.layout, a.survey.issues.list()])).toBe(
      JSON.stringify([b.responses, b.survey.layout, b.survey.issues.list()]),
    )
  })

  it('throws for a source that is not there', async () => {
    await expect(readSurvey('/no/such/file.csv')).rejects.toThrow(ReadError)
    await expect(readSurvey('/no/such/*.csv')).rejects.toThrow(/No file matches/)
  })
})
