import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import advisor from '../../data/metrics/advisor.json'
import reasons from '../../data/metrics/advisor.reasons.json'
import {
  type AdvisedGoal,
  type AdvisedQuestion,
  adequacy,
  assessTarget,
  csat,
  defaultTargets,
  fcr,
  metricAdvisor,
  nps,
  plan,
  type Target,
  targetFor,
} from '../../src/metrics/index.js'

const score = (promoters: number, passives: number, detractors: number) =>
  nps({ counts: { promoters, passives, detractors } })

describe('adequacy', () => {
  it('tiers by number and by margin', () => {
    expect(adequacy(nps([])).tier).toBe('suppressed')
    expect(adequacy(score(5, 3, 1)).tier).toBe('suppressed')
    expect(adequacy(score(20, 5, 4)).tier).toBe('interval_only')
    expect(adequacy(score(70, 20, 10)).tier).toBe('indicative')
    expect(adequacy(score(140, 40, 20)).tier).toBe('usable')
    expect(adequacy(score(700, 200, 100)).tier).toBe('good')
    expect(adequacy(score(7000, 2000, 1000)).tier).toBe('saturated')
  })

  it('plans as the tables of the method say: s = 0.66 at +60', () => {
    const { needed, perPeriod } = adequacy(score(700, 200, 100), { margin: 5, change: 10 })
    // (1.96 s / 5)² with s² = 100² (0.7 + 0.1 - 0.36); 2 s² (1.96 + 0.8416)² / 10².
    expect(needed.answers).toBe(677)
    expect(needed.more).toBe(0)
    expect(perPeriod.answers).toBe(691)
  })

  it('stops by the first rule that is met', () => {
    expect(adequacy(score(7000, 2000, 1000)).stopRule).toBe('margin')
    expect(adequacy(score(70, 20, 10), { population: 105 }).stopRule).toBe('population')
    expect(adequacy(score(350, 100, 50), { betweenUnits: 10 }).stopRule).toBe('reliability')
    expect(adequacy(score(70, 20, 10), { betweenUnits: 10 }).reliability).toBeCloseTo(100 / (100 + 44), 2)
    expect(adequacy(score(70, 20, 10)).stopRule).toBeNull()
  })

  it('tells what the next hundred buy: √(n / (n + 100))', () => {
    const { margin, next100 } = adequacy(score(70, 20, 10))
    expect(next100?.margin).toBeCloseTo((margin ?? 0) * Math.SQRT1_2, 12)
    expect(next100?.gain).toBeCloseTo((margin ?? 0) - (next100?.margin ?? 0), 12)
  })

  it('says what the margin does not cover', () => {
    const { responseRate, nonResponse } = adequacy(score(70, 20, 10), { population: 1000 })
    expect(responseRate).toBe(0.1)
    expect(nonResponse).toEqual({ shift: 18, mustBeSaid: true })
    expect(adequacy(score(70, 20, 10), { invited: 200 }).nonResponse?.mustBeSaid).toBe(false)
    expect(adequacy(score(70, 20, 10)).nonResponse).toBeNull()
  })

  it('works in shares for csat', () => {
    const { needed, tier } = adequacy(csat({ counts: [10, 20, 30, 200, 300] }))
    expect(needed.margin).toBe(0.05)
    expect(tier).toBe('good')
  })

  it('refuses a population smaller than the sample, and margins of nothing', () => {
    expect(() => adequacy(score(70, 20, 10), { population: 50 })).toThrow(
      /population \(50\) must not be below the 100/,
    )
    expect(() => adequacy(score(70, 20, 10), { margin: 0 })).toThrow(/margin must be/)
    expect(() => adequacy(score(70, 20, 10), { change: Number.NaN })).toThrow(/change must be/)
  })

  it('more answers of the same kind never widen the margin, a population never either', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(30), (p, q, d) => {
        const once = adequacy(score(p, q, d))
        const twice = adequacy(score(2 * p, 2 * q, 2 * d))
        expect(twice.margin ?? 0).toBeLessThanOrEqual((once.margin ?? 0) + 1e-9)
        expect(adequacy(score(p, q, d), { population: 500 }).margin).toBeLessThanOrEqual(once.margin ?? 0)
      }),
    )
  })
})

describe('plan', () => {
  it('answers needed, with and without an end to the population', () => {
    expect(plan({ margin: 5, spread: 67, population: 900 })).toMatchObject({
      answers: 391,
      answersWithoutEnd: 690,
    })
    expect(plan({ margin: 0.05, spread: 0.67, population: 900 }).answers).toBe(391)
    expect(plan()).toMatchObject({ answers: 1537, spread: 100, margin: 5, population: null })
    expect(plan({ margin: 5, spread: 66, responseRate: 0.25 }).invitations).toBe(2680)
    expect(plan({ metric: 'csat' }).answers).toBe(385)
    expect(plan({ spread: 66, change: 5 }).perPeriod.answers).toBe(2736)
  })

  it('refuses mixed units and impossible numbers', () => {
    expect(() => plan({ spread: 0.67, margin: 5 })).toThrow(/unit of the margin/)
    expect(() => plan({ spread: 200 })).toThrow(/at most 100/)
    expect(() => plan({ population: -3 })).toThrow(/population must be above 0/)
    expect(() => plan({ responseRate: 30 })).toThrow(/responseRate/)
  })
})

describe('targets', () => {
  const emergency = targetFor('nps', 'emergency') as Target

  it('come with their basis, and are null where nothing was published', () => {
    expect(emergency).toMatchObject({ low: 30, target: 50, top: 65, year: 2021 })
    expect(emergency.basis).toMatch(/HUS/)
    for (const service of ['phone', 'dental', 'lobby', 'food', 'transport'])
      expect(targetFor('nps', service)).toBeNull()
    expect(targetFor('csat', 'emergency')).toBeNull()
    expect(targetFor('nps', 'toString')).toBeNull()
    for (const target of Object.values(defaultTargets().nps ?? {}))
      if (target) expect(target.low < target.target && target.target < target.top).toBe(true)
  })

  it('can be the region’s own', () => {
    const own = { csat: { phone: { low: 0.6, target: 0.8, top: 0.9, basis: 'own' } } }
    expect(targetFor('csat', 'phone', own)?.target).toBe(0.8)
    const broken = { csat: { phone: { low: 0.9, target: 0.8, top: 0.95, basis: 'own' } } }
    expect(() => targetFor('csat', 'phone', broken)).toThrow(/limits in order/)
  })

  it.each([
    [20, 'weak'],
    [30, 'fair'],
    [49.9, 'fair'],
    [50, 'good'],
    [64.9, 'good'],
    [65, 'excellent'],
  ])('%s is %s', (value, band) => {
    expect(assessTarget({ metric: 'nps', value, standardError: 5, n: 300 }, emergency).band).toBe(band)
  })

  it('probability: posterior for one unit, normal for aggregates, null where nothing varies', () => {
    const unit = assessTarget(score(70, 20, 10), emergency)
    expect(unit.method).toBe('dirichlet')
    expect(unit.probability).toBeCloseTo(0.9104, 3)
    const region = assessTarget({ metric: 'nps', value: 54, se: 4, n: 900 }, emergency)
    expect(region.method).toBe('normal')
    expect(region.probability).toBeCloseTo(0.8413447, 6)
    const share = assessTarget(fcr({ counts: { yes: 75, no: 25 } }), {
      low: 0.6,
      target: 0.7,
      top: 0.9,
      basis: 'x',
    })
    expect(share.method).toBe('beta')
    expect(share.probability).toBeCloseTo(0.86, 1)
    expect(
      assessTarget({ metric: 'ces', value: 6, standardError: 0 }, { low: 4, target: 5, top: 6, basis: 'x' })
        .probability,
    ).toBeNull()
    expect(assessTarget(nps([]), emergency)).toMatchObject({ band: null, probability: null })
  })

  it('a target may be a ceiling', () => {
    const worst = { low: 3, target: 2, top: 1.5, basis: 'x' }
    expect(assessTarget({ metric: 'likert', value: 1.8, standardError: 0.1, n: 50 }, worst)).toMatchObject({
      band: 'good',
    })
    expect(
      assessTarget({ metric: 'likert', value: 1.8, standardError: 0.1, n: 50 }, worst).probability,
    ).toBeGreaterThan(0.97)
  })

  it('does not show a color below 30 answers', () => {
    expect(assessTarget(score(20, 5, 4), emergency).enoughToShow).toBe(false)
    expect(assessTarget(score(20, 6, 4), emergency).enoughToShow).toBe(true)
  })
})

describe('metric advisor', () => {
  it('answers every question and goal with one row a metric, best first, each with a reason in words', () => {
    const order = ['fits', 'possible', 'avoid']
    for (const question of advisor.questions as AdvisedQuestion[])
      for (const goal of advisor.goals as AdvisedGoal[]) {
        const advice = metricAdvisor(question, goal)
        expect(advice.map(({ metric }) => metric).sort()).toEqual(['ces', 'csat', 'fcr', 'nps'])
        const fits = advice.map(({ fit }) => order.indexOf(fit))
        expect(fits).toEqual([...fits].sort())
        for (const { reason } of advice) expect(Object.keys(reasons)).toContain(reason)
      }
  })

  it('sends calls to FCR and CES, and keeps NPS for the relationship', () => {
    expect(metricAdvisor('contact', 'fix_single_cases')[0]?.metric).toBe('fcr')
    expect(metricAdvisor('process', 'find_obstacles')[0]?.metric).toBe('ces')
    expect(metricAdvisor('relationship', 'follow_change')[0]?.metric).toBe('nps')
    expect(metricAdvisor('involuntary_care', 'overall_level').at(-1)?.fit).toBe('avoid')
    expect(() => metricAdvisor('weather' as AdvisedQuestion, 'follow_change')).toThrow(
      /question must be one of/,
    )
  })
})
