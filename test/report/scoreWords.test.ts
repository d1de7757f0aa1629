import { describe, expect, it } from 'vitest'
import reasons from '../../data/metrics/advisor.reasons.json'
import { ces, choice, csat, fcr, grade, likert, nps } from '../../src/metrics/index.js'
import { explainAdvice } from '../../src/report/words/advice.js'
import { type ExplainedScore, explainScore } from '../../src/report/words/score.js'

/** No-break spaces are told apart from plain ones only on the page. */
const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const fi = (score: ExplainedScore) => plain(explainScore(score, 'fi'))

describe('a score in words', () => {
  it('carries value, interval, answers and shares', () => {
    const score = nps({ counts: { promoters: 70, passives: 20, detractors: 10 } })
    expect(fi(score)).toBe(
      'Suositteluindeksi (NPS) on 60 (95 %:n luottamusväli 45–71, 100 vastausta). ' +
        'Suosittelijoita on 70 %, neutraaleja 20 % ja arvostelijoita 10 %.',
    )
    expect(plain(explainScore(score, 'sv'))).toBe(
      'Rekommendationsindex (NPS) är 60 (95 % konfidensintervall 45–71, 100 svar). ' +
        '70 % är ambassadörer, 20 % passiva och 10 % kritiker.',
    )
    expect(plain(explainScore(score, 'en'))).toBe(
      'The net promoter score (NPS) is 60 (95% confidence interval 45–71, 100 answers). ' +
        '70% are promoters, 20% passives and 10% detractors.',
    )
  })

  it('gives as many digits as the interval can carry', () => {
    expect(fi(nps({ counts: { promoters: 45430, passives: 8260, detractors: 5310 } }))).toContain(
      'on 68,0 (95 %:n luottamusväli 67,5–68,5, 59 000 vastausta)',
    )
    expect(fi(csat([5, 4, 4, 2, 5, 5, 5, 5, 5, 4, 3, 5]))).toContain(
      'on 83 % vastanneista (95 %:n luottamusväli 55–95 %',
    )
    expect(fi(nps([0, 1, 2]))).toContain('on −100')
  })

  it('warns of few answers, odd scales and what was not counted', () => {
    expect(fi(nps([9, 11, null]))).toMatch(
      /perustuu yhteen vastaukseen.*1 arvo ei ollut asteikolla.*1 jätti vastaamatta/,
    )
    expect(fi(nps([9, 9, 9]))).toContain('alle 10')
    expect(fi(nps({ counts: { promoters: 20, passives: 1, detractors: 1 } }))).toContain('alle 30')
    expect(fi(csat({ counts: [20, 8, 2, 1, 2] }, { scale: { min: 1, max: 5, best: 'low' } }))).toContain(
      'Tällä asteikolla 1 on paras.',
    )
    const cut = {
      scale: { min: 1, max: 5, best: 'high' } as const,
      cuts: { detractorsTo: 3, promotersFrom: 5 },
    }
    expect(fi(nps([1, 5], cut))).toContain('arvostelijat enintään 3, suosittelijat vähintään 5')
    expect(fi(likert([5, 'x'], { notApplicable: ['x'] }))).toContain(
      '1 vastaaja sanoi, ettei väittämä koske häntä.',
    )
    expect(fi(choice([['a', 'b'], ['b']]))).toContain('osuuksien summa voi olla yli 100 %')
  })

  it('says why there is no figure', () => {
    expect(fi(nps([]))).toBe('Suositteluindeksi (NPS): lukua ei voi laskea, koska vastauksia ei ole.')
    expect(fi(ces([null]))).toContain('kaikki vastaukset ovat tyhjiä')
    expect(fi(grade([2]))).toContain('yksikään vastaus ei ole asteikolla')
  })

  it('has words for every metric in every language, and never says undefined or NaN', () => {
    const scores: ExplainedScore[] = [
      nps([10]),
      csat([5, 5]),
      ces([7, 6, 1]),
      fcr([true, 'partial']),
      grade(['8½']),
      likert([3]),
      choice([['a']]),
      choice({ counts: { a: 1, b: 1 }, respondents: 2 }),
    ]
    for (const locale of ['fi', 'sv', 'en'] as const)
      for (const score of scores) {
        const text = explainScore(score, locale)
        expect(text).not.toMatch(/undefined|NaN|null|\[object/)
        expect(text.endsWith('.')).toBe(true)
      }
  })

  it('words every reason of the advisor in three languages', () => {
    for (const reason of Object.keys(reasons))
      for (const locale of ['fi', 'sv', 'en'] as const)
        expect(explainAdvice({ metric: 'nps', fit: 'fits', reason }, locale)).toMatch(/\.$/)
    expect(explainAdvice({ metric: 'nps', fit: 'fits', reason: 'constructor' }, 'fi')).toBe('')
  })
})
