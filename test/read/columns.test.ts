import { describe, expect, it } from 'vitest'
import { declaredScale } from '../../src/read/columns/scale.js'
import { questionKind } from '../../src/read/index.js'
import { readText } from './csv.js'

describe('roles by header and content', () => {
  it.each([
    [
      'Finnish',
      'Vastausnro;Vastausaika;Yksikkökoodi;Yksikkö;Palvelu;Hyvinvointialue;Asiointikanava;Kieli;Vastaajan rooli;Painokerroin;Kuinka todennäköisesti suosittelisit? (0-10);Kuinka tyytyväinen olit? (1-5);Kuinka helppoa asiointi oli? (1-7);Ratkesiko asiasi?;Kouluarvosana (4-10);Sain apua, kun sitä tarvitsin;Mikä meni hyvin?;Sähköposti\n1;25.3.2021 12:20;0012;Asema;Terveysasemat;Lapin hyvinvointialue;Puhelin;suomi;Asiakas;1,25;9;5;7;kyllä;8,5;5;Kaikki;a@example.org\n',
      'id time unit:code unit:name service region channel language role weight nps csat ces fcr grade likert comment other',
    ],
    [
      'Swedish',
      'Löpnummer;Svarsdatum;Enhet;Enhetskod;Tjänst;Språk;Vem svarar på enkäten?;Hur sannolikt är det att du rekommenderar oss? (0-10);Hur nöjd är du? (1-5);Hur lätt var det? (1-7);Löstes ditt ärende?;Vad var bra?;Vad kunde vi göra bättre?\n1;25.3.2021 kl. 12.20;Norr;0012;Mottagning;svenska;Patient;9;5;6;ja;Vården;Inget\n',
      'id time unit:name unit:code service language role nps csat ces fcr comment comment',
    ],
    [
      'English',
      'Respondent ID,Completed at,Location,Service line,Language,Who is completing this survey?,How likely are you to recommend us?,How satisfied were you? (1-5),How easy was it to get help? (1-7),Was your issue resolved?,What went well?\nA1,2024-03-25 12:20:00,North,Dental,en,Patient,9,5,6,Yes,Staff\n',
      'id time unit service language role nps csat ces fcr comment',
    ],
    [
      'keys of a program',
      'responseId,submittedAt,unitCode,unitName,npsScore,openFeedback\n1,2024-03-25T12:20:00Z,01,North,9,Nice staff here\n',
      'id time unit:code unit:name nps comment',
    ],
    [
      'three languages in one header',
      'ID;Päivämäärä / Datum / Date;Yksikkö / Enhet / Unit;Avoin palaute / Fri respons / Comment\n1;1.2.2024;A;hyvä\n',
      'id time unit comment',
    ],
    [
      'start, end and visits',
      'ID;Aloitusaika;Valmistumisaika;Kommentti\n1;4.11.2024 9:58:03;5.11.2024 10:01:47;x\n',
      'id time:start time:end comment',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await readText(text)).roles.join(' ')).toBe(expected)
  })

  it('takes the end as the time of the answer', async () => {
    const { responses } = await readText(
      'ID;Aloitusaika;Valmistumisaika\n1;4.11.2024 9:58:03;5.11.2024 0:01:47\n',
    )
    expect(responses[0]?.time).toBe('2024-11-05T00:01:47+02:00')
  })

  it('gives every column a reason and a confidence', async () => {
    const { survey } = await readText('id;x1;nps;Mitä parantaisit?\n1;0,5;9;Jonoja\n')
    for (const column of survey.layout.columns) {
      expect(column.reason.length, column.name).toBeGreaterThan(5)
      expect(column.confidence, column.name).toBeGreaterThan(0)
    }
  })

  it('leaves durations, ages and postal codes alone', async () => {
    const { roles } = await readText(
      'id;Vastausaika (s);Ikä;Syntymävuosi;Postinumero;Odotusaika (min);nps\n1;312;34;1987;00100;5;9\n',
    )
    expect(roles.slice(1, 6)).toEqual(['other', 'other', 'other', 'other', 'other'])
  })

  it('takes a number for each respondent as an id, not as a role', async () => {
    expect((await readText('Vastaaja;nps\n1;9\n2;8\n')).roles[0]).toBe('id')
    expect((await readText('Vastaaja;nps\nAsiakas;9\nLäheinen;8\n')).roles[0]).toBe('role')
  })

  it('keeps a second question of a kind beside the first', async () => {
    const { survey } = await readText(
      'id;Tyytyväisyys hoitoon (1-5);Tyytyväisyys odotukseen (1-5)\n1;5;2\n2;4;1\n',
    )
    expect(survey.layout.columns.map(({ role }) => role)).toEqual(['id', 'csat', 'likert'])
  })

  it('reads one question in two languages as one, and tells a conflict', async () => {
    const rows = ['1;kyllä;', '2;;nej', '3;ei;', '4;;delvis', '5;;ja', '6;kyllä;nej']
    const { responses, codes } = await readText(
      `id;Ratkesiko asiasi?;Löstes ditt ärende?\n${rows.join('\n')}\n`,
    )
    expect(responses.map(({ fcr }) => fcr)).toEqual(['yes', 'no', 'no', 'partial', 'yes', null])
    expect(codes).toContain('6 conflict')
  })
})

describe('scales', () => {
  it.each([
    ['Suosittelu (0–10)', 0, 10, 'high'],
    ['Tyytyväisyys asteikolla 1-5', 1, 5, 'high'],
    ['Hur lätt var det (skala 1 till 7)?', 1, 7, 'high'],
    ['Rate us from 1 to 5', 1, 5, 'high'],
    ['Helppous (1 = erittäin vaikeaa, 7 = erittäin helppoa)', 1, 7, 'high'],
    ['Arvio (1 = erittäin hyvä, 5 = erittäin huono)', 1, 5, 'low'],
    ['Väite (1 = täysin samaa mieltä ... 5 = täysin eri mieltä)', 1, 5, 'low'],
    ['Betyg (1 = mycket bra, 5 = mycket dålig)', 1, 5, 'low'],
    ['Kouluarvosana 4-10', 4, 10, 'high'],
  ] as const)('%s', (header, min, max, best) => {
    expect(declaredScale(header)).toMatchObject({ min, max, best })
  })

  it.each([
    '5_sain_apua_lapsi_7_12',
    'Lapsi 0-3 v',
    'Aukiolo 2021-2022',
    'Kerro 1-2 lauseella',
    'Päivystys 24/7',
  ])('sees no scale in %s', (header) => expect(declaredScale(header)).toBeUndefined())

  it('never reads a recommendation on 1-10 or option numbers 1-11 as a net promoter score', async () => {
    const ten = await readText('id;Kuinka todennäköisesti suosittelisit (1-10)?\n1;10\n2;8\n')
    const ordinals = await readText('id;Kuinka todennäköisesti suosittelisit?\n1;11\n2;8\n3;1\n')
    for (const { survey, responses, codes } of [ten, ordinals]) {
      expect(survey.layout.columns[1]).toMatchObject({ role: 'other', needsReview: true })
      expect(responses.every(({ nps }) => nps === undefined)).toBe(true)
      expect(codes).toContain('0 needs_review')
    }
  })

  it('resolves option numbers 1-11 by the labels of a code book', async () => {
    const labels = Array.from(
      { length: 11 },
      (_, n) => `nps;${n + 1};${n}${n === 10 ? ' - Erittäin todennäköisesti' : ''}`,
    )
    const { responses } = await readText('id;Kuinka todennäköisesti suosittelisit?\n1;11\n2;8\n3;1\n', {
      codebook: `Muuttuja;Koodi;Selite\n${labels.join('\n')}\n`,
    })
    expect(responses.map(({ nps }) => nps)).toEqual([10, 7, 0])
  })

  it('reads answer words and faces by their place on a known scale', async () => {
    const { responses } = await readText(
      'id;Sain apua, kun sitä tarvitsin;Kuinka tyytyväinen olit?;Miltä käynti tuntui?\n1;Täysin samaa mieltä;Erittäin tyytyväinen;😀\n2;Täysin eri mieltä;Tyytymätön;🙂\n3;En osaa sanoa;;😐\n4;Jokseenkin eri mieltä;Tyytyväinen;🙁\n',
    )
    expect(responses.map(({ likert }) => likert?.['Sain apua, kun sitä tarvitsin'])).toEqual([5, 1, null, 2])
    expect(responses.map(({ csat }) => csat)).toEqual([5, 2, null, 4])
    expect(responses.map(({ likert }) => likert?.['Miltä käynti tuntui?'])).toEqual([5, 4, 3, 2])
  })

  it('takes agreeing with a statement of harm as bad', async () => {
    const { survey } = await readText(
      'id;04 Jouduin odottamaan liian kauan;Asiani eteni hyvin täällä\n1;4;5\n',
    )
    expect(survey.layout.columns.map(({ scale }) => scale?.best)).toEqual([undefined, 'low', 'high'])
  })
})

describe('open questions', () => {
  it.each([
    ['Mikä meni hyvin?', 'good'],
    ['Missä onnistuimme?', 'good'],
    ['Ruusut', 'good'],
    ['Vad var bra?', 'good'],
    ['What did you like best?', 'good'],
    ['Mitä voisimme parantaa?', 'improve'],
    ['Kehittämisideat ja parannusehdotukset', 'improve'],
    ['Hur kan vi bli bättre?', 'improve'],
    ['What could we do better?', 'improve'],
    ['FFT Why?', 'general'],
    ['Avoin palaute', 'general'],
    ['Risut ja ruusut', 'general'],
    ['Describe what you were satisfied and/or dissatisfied with', 'general'],
    ['Mikä vaikutti kokemukseesi eniten?', 'general'],
    ['improve', 'improve'],
  ])('%s asks for: %s', (header, kind) => expect(questionKind(header)).toBe(kind))

  it('is a comment wherever reasons are asked for, whatever else the header names', async () => {
    const { roles } = await readText(
      'id;Perustelu arvosanalle;Miksi suosittelisit meitä?\n1;Hyvä hoito;Siksi\n',
    )
    expect(roles).toEqual(['id', 'comment', 'comment'])
  })
})

describe('choices', () => {
  it('reads a column an option: marked, none marked, not told', async () => {
    const { responses } = await readText('id;Kanava: Puhelin;Kanava: Chat;nps\n1;1;0;9\n2;0;0;8\n3;;;7\n')
    expect(responses.map(({ choices }) => choices?.Kanava)).toEqual([['Puhelin'], [], null])
    expect(responses[2]?.missing).toEqual({ Kanava: '' })
  })

  it.each([
    ['the option itself', 'id;Asioin [Puhelin];Asioin [Chat]\n1;Puhelin;\n2;;Chat\n'],
    ['x', 'id;asioin_Puhelin;asioin_Chat\n1;x;\n2;;x\n'],
    ['words', 'id;Asioin - Puhelin;Asioin - Chat\n1;Kyllä;Ei\n2;Ei;Kyllä\n'],
    ['two header rows', 'id;Asioin;\n;Puhelin;Chat\n1;1;\n2;;1\n'],
  ])('marks by %s', async (_, text) => {
    const { responses } = await readText(text)
    expect(responses.map(({ choices }) => Object.values(choices ?? {})[0])).toEqual([['Puhelin'], ['Chat']])
  })

  it.each([
    ['; at the end', '"Puhelin;Chat;"', '"Chat;"'],
    ['|', 'Puhelin|Chat', 'Chat'],
    [',', '"Puhelin, Chat"', 'Chat'],
    ['lines', '"Puhelin\nChat"', 'Chat'],
  ])('splits a joined cell at %s', async (_, both, one) => {
    const { responses } = await readText(`id;Asiointikanava\n1;${both}\n2;${one}\n3;Puhelin\n4;\n`)
    expect(responses.map(({ choices }) => choices?.Asiointikanava)).toEqual([
      ['Puhelin', 'Chat'],
      ['Chat'],
      ['Puhelin'],
      null,
    ])
    expect(responses.map(({ channel }) => channel)).toEqual([null, 'Chat', 'Puhelin', null])
  })

  it('keeps a comma inside an option that the code book names', async () => {
    const { responses } = await readText('id;Asiointikanava\n1;"Puhelin, takaisinsoitto, Chat"\n2;Chat\n', {
      codebook:
        'Muuttuja;Koodi;Selite\nchannel;Puhelin, takaisinsoitto;Puhelin, takaisinsoitto\nchannel;Chat;Chat\n',
    })
    expect(responses[0]?.choices?.Asiointikanava).toEqual(['Puhelin, takaisinsoitto', 'Chat'])
  })

  it('knows columns by the question texts of a code book', async () => {
    const { roles, responses } = await readText('K1;K2;K3;K4\n1;9;2;Jonot\n2;3;1;Hyvä\n', {
      codebook:
        'Muuttuja;Muuttujan selite;Koodi;Selite\nK1;Vastaajan tunnus;;\nK2;Kuinka todennäköisesti suosittelisit?;;\nK3;Asiointikanava;1;Puhelin\nK3;;2;Chat\nK4;Mitä voisimme parantaa?;;\n',
    })
    expect(roles).toEqual(['id', 'nps', 'channel', 'comment'])
    expect(responses[0]).toMatchObject({
      nps: 9,
      channel: 'Chat',
      comments: [{ column: 'K4', question: 'improve' }],
    })
  })

  it('offers codes that no column claims to choice columns only', async () => {
    const { responses } = await readText('id;Kanava;nps\n1;1;2\n2;2;1\n', {
      codebook: 'code;label\n1;Puhelin\n2;Chat\n',
    })
    expect(responses.map(({ channel, nps }) => [channel, nps])).toEqual([
      ['Puhelin', 2],
      ['Chat', 1],
    ])
  })
})
