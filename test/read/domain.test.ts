import { describe, expect, it } from 'vitest'
import { findRegion, matchStatement, regions, statementThemes } from '../../src/read/index.js'
import { codeList } from '../../src/read/regions/regions.js'
import { readText } from './csv.js'

describe('national statements', () => {
  it.each([
    ['Sain apua, kun sitä tarvitsin', 'access', 'adult'],
    ['1_sain_apua_kun_sita_tarvitsin', 'access', 'adult'],
    ['5_sain_apua_kun_sita_tarvitsin_lapsi_7_12', 'access', 'child'],
    ['05 Lapseni sai apua, kun hän tarvitsi sitä', 'access', 'guardian'],
    ['1. Jag fick hjälp när jag behövde det', 'access', 'adult'],
    ['Mitt barn fick hjälp när det behövde det', 'access', 'guardian'],
    ['Minusta välitettiin kokonaisvaltaisesti', 'encounter', 'adult'],
    ['Asiaani koskevat päätökset tehtiin yhdessä', 'participation', 'adult'],
    ['Tunsin oloni turvalliseksi palvelun aikana', 'safety', 'adult'],
    ['I felt safe during my care', 'safety', 'adult'],
    ['3_saamani_tieto_oli_helppo_ymmartaa', 'information', 'adult'],
    ['Saamani palvelu oli hyödyllistä', 'usefulness', 'adult'],
    ['Tiedän, miten hoitoni jatkuu', 'continuity', 'adult'],
  ])('%s', (header, theme, voice) => {
    expect(matchStatement(header)).toEqual({ theme, voice, verified: false })
  })

  it.each([
    'En saanut apua, kun sitä tarvitsin',
    'Jag fick inte hjälp när jag behövde',
    '4_en_joutunut_odottamaan',
    'Hoitaja kuunteli minua',
    'Avoin palaute',
  ])('is not one: %s', (header) => expect(matchStatement(header)).toBeUndefined())

  it('are seven', () => expect(statementThemes).toHaveLength(7))
})

describe('regions', () => {
  it('are known by name in three languages and by names in use', () => {
    const codes = (names: string[]): (string | undefined)[] =>
      names.map((name) => findRegion(name)?.region.id)
    expect(
      codes([
        'Pirkanmaan hyvinvointialue',
        'Birkalands välfärdsområde',
        'Pirkanmaa',
        'Pirha',
        'pirkanmaan hyvinvointialue',
      ]),
    ).toEqual(['08', '08', '08', '08', '08'])
    expect(codes(['Helsingin kaupunki', 'Åland', 'HUS', 'Pohde', 'South Karelia', 'Narnia'])).toEqual([
      '90',
      '91',
      'HUS',
      '19',
      '11',
      undefined,
    ])
  })

  it('are never certain by a bare code, since another list has the same ones', () => {
    expect(findRegion('05')).toMatchObject({
      by: 'code',
      certain: false,
      region: { name: { fi: 'Varsinais-Suomen hyvinvointialue' } },
    })
    expect(findRegion('HVA05')).toMatchObject({ certain: true })
    expect(codeList(['05', '08'])).toBe('unknown')
    expect(codeList(['05', '90'])).toBe('county')
    expect(codeList(['05', '77'])).toBe('other')
  })

  it("are 24 with HUS, and their people sum to the source's total", () => {
    expect(regions()).toHaveLength(24)
    expect(regions().reduce((sum, { population2024 }) => sum + (population2024 ?? 0), 0)).toBe(5_605_317)
  })

  it('are found by content, and codes of two lists are asked about', async () => {
    const named = await readText('id;Kysytty;nps\n1;Lapin hyvinvointialue;9\n2;Pohde;8\n')
    expect(named.roles[1]).toBe('region')
    const coded = await readText('id;Hyvinvointialue;nps\n1;05;9\n2;08;8\n')
    expect(coded.survey.layout.columns[1]).toMatchObject({ role: 'region', needsReview: true })
    expect(coded.responses[0]?.region).toBe('05')
  })
})
