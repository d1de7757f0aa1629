import { describe, expect, test } from 'vitest'
import { aggregate, type UnitCounts } from '../../src/aggregate/index.js'
import { explainRegion, explainWarning } from '../../src/report/words/region.js'

const nps = (detractors: number, passives: number, promoters: number): number[] => [
  detractors,
  ...new Array<number>(6).fill(0),
  passives,
  0,
  0,
  promoters,
]
const region: UnitCounts[] = [
  { unit: 'Päivystys', service: 'päivystys', volume: 60_000, counts: nps(120, 200, 880) },
  { unit: 'Neuvola', service: 'neuvolat', volume: 4000, counts: nps(20, 40, 60) },
  { unit: 'Hammashoitola', service: 'suun terveydenhuolto', volume: 9000, counts: nps(60, 70, 100) },
  { unit: 'Pohjoinen', service: 'kotihoito', volume: 3000, counts: nps(10, 30, 60) },
  { unit: 'Eteläinen', service: 'kotihoito', volume: 500, counts: nps(1, 3, 3) },
]
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const words = (units: readonly UnitCounts[], locale: 'fi' | 'sv' | 'en', options = {}) =>
  plain(explainRegion(aggregate(units, { metric: 'nps', ...options }), locale))

describe('a region in sentences', () => {
  test('Finnish', () => {
    expect(words(region, 'fi')).toMatchInlineSnapshot(
      `"Koko alue: NPS 47 (95 %:n luottamusväli 43–51). Palvelut on painotettu käyntimäärän neliöjuurella, yhden palvelun osuus on enintään 50 %. Suurin palvelu on päivystys: 72 % vastauksista, 50 % painosta. Ilman painotusta NPS olisi 54, käyntimäärällä painotettuna 56. Tehokas otoskoko on 1 278 (vastauksia 1 657). Vastanneiden yksiköiden osuus käynneistä on 100 %. Eri painotukset eroavat toisistaan enemmän kuin virhemarginaalin verran: tulos riippuu siitä, kenen ääni painaa. Yhden yksikön tulosta ei näytetä, koska vastauksia on alle 10. Yhden muun yksikön tulosta ei näytetä, jotta piilotettua lukua ei voi laskea muista."`,
    )
  })
  test('Swedish', () => {
    expect(words(region, 'sv')).toMatchInlineSnapshot(
      `"Hela området: NPS 47 (95 % konfidensintervall 43–51). Tjänsterna är viktade enligt kvadratroten ur antalet besök, en enskild tjänst har högst 50 %. Den största tjänsten är päivystys: 72 % av svaren, 50 % av vikten. Utan viktning vore NPS 54, viktat enligt antalet besök 56. Den effektiva urvalsstorleken är 1 278 (1 657 svar). Enheterna som fått svar står för 100 % av besöken. De olika viktningarna skiljer sig mer än felmarginalen: resultatet beror på vems röst som väger. Resultatet för en enhet visas inte, eftersom svaren är färre än 10. Resultatet för ytterligare en enhet visas inte, för att ett dolt tal inte ska kunna räknas ut ur de andra."`,
    )
  })
  test('English', () => {
    expect(words(region, 'en')).toMatchInlineSnapshot(
      `"Whole region: NPS 47 (95% confidence interval 43–51). Services are weighted by the square root of their visits, no service having more than 50%. The largest service is päivystys: 72% of the answers, 50% of the weight. Unweighted, NPS would be 54; weighted by visits, 56. The effective sample size is 1,278 (1,657 answers). Units with answers cover 100% of visits. The weightings differ by more than the margin of error: the result depends on whose voice weighs. The result of one unit is not shown, because it has fewer than 10 answers. The result of one more unit is not shown, so that a hidden figure cannot be computed from the others."`,
    )
  })

  test.each(['fi', 'sv', 'en'] as const)(
    'nothing is left unfilled, whatever the scheme or the reason: %s',
    (locale) => {
      const silent = region.map((unit) => ({ ...unit, counts: nps(0, 0, 0) }))
      const weights = Object.fromEntries(region.map(({ unit }) => [unit, 1]))
      const schemes = [
        'balanced',
        'pooled',
        'volume',
        'equal',
        'sqrt',
        'log',
        { kind: 'power', exponent: 0.25 },
        { kind: 'capped', cap: 0.3 },
        { kind: 'fixed', weights },
        { kind: 'hierarchical', within: 'equal', between: { kind: 'capped', cap: 0.4 } },
      ]
      const texts = [
        ...schemes.map((scheme) => words(region, locale, { scheme })),
        words([], locale),
        words(silent, locale),
        words(region.slice(4), locale),
        words(
          region.map((unit) => ({ ...unit, volume: null })),
          locale,
        ),
        words([...region, { unit: 'X', volume: 1e6, counts: nps(0, 0, 0) }], locale),
      ]
      for (const text of texts) {
        expect(text).not.toMatch(/[{}]|undefined|NaN|null/)
        expect(text).toMatch(/\.$/)
      }
    },
  )

  test('every warning has words in one and in many', () => {
    const score = aggregate(region, { metric: 'nps' })
    const params = {
      units: 1,
      first: 'A',
      answers: 3,
      coverage: 0.4,
      unit: 'A',
      weight: 0.6,
      n: 3,
      name: 'A',
    }
    for (const code of [
      'no_volumes',
      'volume_missing',
      'coverage_low',
      'coverage_withheld',
      'schemes_disagree',
      'few_answers_much_weight',
      'one_answer',
      'one_unit_dominates',
    ] as const)
      for (const locale of ['fi', 'sv', 'en'] as const)
        for (const units of [1, 2, 12]) {
          const text = explainWarning({ code, params: { ...params, units } }, score, locale)
          expect(text).not.toMatch(/[{}]|undefined/)
          expect(text).toMatch(/^[\p{Lu}\d].*\.$/u)
        }
  })
})
