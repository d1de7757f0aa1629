import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PalauteError } from '../../src/errors.js'
import { ces, choice, csat, fcr, grade, likert, nps, type Score } from '../../src/metrics/index.js'
import type { Scale } from '../../src/types.js'

/** The error that a call throws, which must be one of ours. */
function refused(call: () => unknown): PalauteError {
  try {
    call()
  } catch (error) {
    if (error instanceof PalauteError) return error
  }
  throw new Error('was not refused with a PalauteError')
}

/** No figure is NaN or infinite anywhere in a result. */
function expectSound(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) expectSound(inner)
}

const on010: Scale = { min: 0, max: 10, best: 'high', missing: ['NA'] }

describe('nps', () => {
  it('counts classes of 0-10, missing and what is off the scale', () => {
    const score = nps([10, 9, 8, 7, 6, 0, 'NA', 11, -1, 5.5, '10', null, undefined, ''], { scale: on010 })
    expect(score).toMatchObject({
      metric: 'nps',
      n: 7,
      missing: 4,
      invalid: 3,
      counts: { detractors: 2, passives: 2, promoters: 3 },
    })
    expect(score.value).toBeCloseTo(100 / 7, 12)
    expect(score.issues).toEqual([
      { code: 'off_scale', index: 7, value: 11 },
      { code: 'off_scale', index: 8, value: -1 },
      { code: 'between_points', index: 9, value: 5.5 },
    ])
    expect(score.histogram).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2])
  })

  it('takes a histogram or classes, up to 1e12', () => {
    const listed = nps({ counts: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2] })
    const classes = nps({ counts: { detractors: 1, passives: 2, promoters: 3 }, missing: 4 })
    expect(classes.value).toBe(listed.value)
    expect(classes.interval).toEqual(listed.interval)
    expect(classes.missing).toBe(4)
    expect(nps({ counts: { 6: 1, 7: 1, 8: 1, 9: 1, 10: 2 } }).histogram).toEqual(listed.histogram)
    const huge = nps({ counts: { detractors: 1e11, passives: 2e11, promoters: 7e11 } })
    expect(huge.value).toBe(60)
    expect((huge.interval?.high ?? 0) - (huge.interval?.low ?? 0)).toBeCloseTo(2.6e-4, 5)
  })

  it('is null with a reason where there is nothing, never 0', () => {
    expect(nps([])).toMatchObject({ value: null, reason: 'no_answers', interval: null, shares: null })
    expect(nps([null, ''])).toMatchObject({ value: null, reason: 'all_missing', missing: 2 })
    expect(nps([12, Number.NaN])).toMatchObject({ value: null, reason: 'none_on_scale', invalid: 2 })
    expect(nps({ counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }).value).toBeNull()
  })

  it('knows that one answer says little', () => {
    const one = nps([10])
    expect(one.value).toBe(100)
    expect(one.standardError).toBeNull()
    expect(one.interval?.low).toBeCloseTo(-58.6901371245525, 9)
    expect(one.notes).toEqual([{ code: 'one_answer' }])
  })

  it('keeps its width where everybody promotes', () => {
    expect(nps(Array.from({ length: 10 }, () => 10)).interval?.low).toBeCloseTo(44.4934400274222, 9)
  })

  it('refuses any other scale unless the cuts are said aloud', () => {
    const error = refused(() => nps([9, 10], { scale: { min: 1, max: 10, best: 'high' } }))
    expect(error.path).toBe('scale')
    expect(error.message).toMatch(/asked on 0-10; the scale given is 1-10/)
    const cut = nps([1, 2, 3, 4, 5], {
      scale: { min: 1, max: 5, best: 'high' },
      cuts: { detractorsTo: 3, promotersFrom: 5 },
    })
    expect(cut.counts).toEqual({ detractors: 3, passives: 1, promoters: 1 })
    expect(cut.notes).toEqual([
      { code: 'own_cuts', detractorsTo: 3, promotersFrom: 5 },
      { code: 'not_standard_scale', min: 1, max: 5 },
    ])
  })

  it('counts from the best end where 0 is best, and says so', () => {
    const score = nps([0, 1, 2, 10], { scale: { min: 0, max: 10, best: 'low' } })
    expect(score.counts).toEqual({ detractors: 1, passives: 1, promoters: 2 })
    expect(score.notes).toEqual([{ code: 'best_is_low' }])
  })

  it('offers the closed form', () => {
    const score = nps(
      { counts: { detractors: 10, passives: 20, promoters: 70 } },
      { method: 'adjusted-wald' },
    )
    expect(score.interval?.method).toBe('adjusted-wald')
    expect(score.interval?.low).toBeCloseTo(45.2697602538483, 9)
  })
})

describe('bad counts and options are refused by name', () => {
  it.each([
    [() => nps({ counts: { promoters: -1 } }), 'counts.promoters'],
    [() => nps({ counts: { promoters: 1.5, passives: 0, detractors: 0 } }), 'counts.promoters'],
    [() => nps({ counts: { promoters: Number.NaN, passives: 0 } }), 'counts.promoters'],
    [() => nps({ counts: { promoters: 1, promotors: 2 } }), 'counts.promotors'],
    [() => nps({ counts: [1, 2] }), 'counts'],
    [() => csat({ counts: [1, 0, -2, 0, 0] }), 'counts[2]'],
    [() => csat({ counts: { 6: 1 } }), 'counts.6'],
    [() => csat([1], { topBox: 5 }), 'topBox'],
    [() => csat([1], { scale: { min: 5, max: 1, best: 'high' } }), 'scale'],
    [() => csat([1], { scale: { min: 0, max: 1e7, best: 'high' } }), 'scale'],
    [() => ces([], { level: 95 }), 'level'],
    [() => fcr({ counts: { yes: 1, maybe: 2 } }), 'counts.maybe'],
    [() => grade({ counts: [1, 2, 3] }), 'counts'],
    [() => choice({ counts: { a: 7 }, respondents: 6 }), 'counts.a'],
    [() => choice({ counts: { a: 1 }, respondents: -1 }), 'respondents'],
    [() => nps('10 9 8' as unknown as number[]), 'values'],
    [() => nps({ counts: { promoters: 1 }, missing: -1 }), 'missing'],
  ])('%#', (call, path) => {
    const error = refused(call)
    expect(error.code).toBe('bad_option')
    expect(error.path).toBe(path)
  })
})

describe('csat and ces', () => {
  it('share of the two best beside the mean', () => {
    const score = csat([5, 4, 4, 2])
    expect(score.value).toBe(0.75)
    expect(score.mean?.value).toBe(3.75)
    expect(score.interval).toMatchObject({ method: 'wilson', level: 0.95 })
    expect(score.topBox).toMatchObject({ count: 3, points: [4, 5], value: 0.75 })
    const ease = ces([7, 6, 5])
    expect(ease.value).toBe(6)
    expect(ease.interval?.method).toBe('ends-adjusted')
    expect(ease.topBox?.value).toBeCloseTo(2 / 3, 12)
  })

  it('counts from the best end where 1 is best; the mean stays on the scale of the question', () => {
    const score = csat([1, 2, 1, 5], { scale: { min: 1, max: 5, best: 'low' } })
    expect(score.value).toBe(0.75)
    expect(score.topBox?.points).toEqual([1, 2])
    expect(score.mean?.value).toBe(2.25)
    expect(score.notes).toContainEqual({ code: 'best_is_low' })
  })

  it('says when the scale is not the usual one', () => {
    const score = csat([9, 10, 5], { scale: { min: 1, max: 10, best: 'high' } })
    expect(score.topBox?.points).toEqual([9, 10])
    expect(score.notes).toContainEqual({ code: 'not_standard_scale', min: 1, max: 10 })
  })

  it('uses the t interval from 200 answers on', () => {
    expect(ces({ counts: [0, 0, 0, 0, 0, 50, 149] }).interval?.method).toBe('ends-adjusted')
    expect(ces({ counts: [0, 0, 0, 0, 0, 50, 150] }).interval?.method).toBe('t')
  })

  it('offers the exact interval where "at least" is demanded', () => {
    expect(csat({ counts: [0, 0, 0, 0, 10] }, { method: 'clopper-pearson' }).interval?.low).toBeCloseTo(
      0.691502892181239,
      9,
    )
  })
})

describe('fcr, likert, grade', () => {
  it('partly solved is counted, and reported apart', () => {
    const score = fcr([true, 'yes', false, 'Partial', null, 'ehkä'])
    expect(score).toMatchObject({ value: 0.4 + 0.1, n: 4, missing: 1, invalid: 1 })
    expect(score.partial).toMatchObject({ count: 1, value: 0.25 })
    expect(score.issues).toEqual([{ code: 'unknown_answer', index: 5, value: null }])
    expect(fcr({ counts: { yes: 3, no: 1 } }).value).toBe(0.75)
  })

  it('"does not apply" is neither an answer nor missing', () => {
    const score = likert([5, 4, 'Ei koske minua', '', 'en tiedä'], {
      notApplicable: ['ei koske minua'],
      scale: { min: 1, max: 5, best: 'high', missing: ['En tiedä'] },
    })
    expect(score).toMatchObject({ value: 4.5, n: 2, missing: 2, notApplicable: 1 })
    expect(likert({ counts: [0, 0, 0, 0, 3], missing: 2, notApplicable: 7 })).toMatchObject({
      n: 3,
      missing: 2,
      notApplicable: 7,
    })
  })

  it('reads school grades as they are written', () => {
    const score = grade(['8+', '8½', '9-', '8,5', 10, 3, 8.3])
    expect(score.value).toBeCloseTo((8.25 + 8.5 + 8.75 + 8.5 + 10) / 5, 12)
    expect(score.counts['8.5']).toBe(2)
    expect(score.histogram).toBeNull()
    expect(score.invalid).toBe(2)
    expect(grade([8, 9]).histogram).toEqual([0, 0, 0, 0, 1, 1, 0])
  })
})

describe('choice', () => {
  it('shares of respondents may pass one and say so; mentions sum to one', () => {
    const score = choice([['wait', 'staff'], ['staff'], null, ['staff', 'food', 'staff']])
    expect(score).toMatchObject({ n: 3, missing: 1, mentions: 5, mode: ['staff'], invalid: 1 })
    expect(score.value).toBeCloseTo(5 / 3, 12)
    expect(score.shares?.staff).toBe(1)
    expect(score.notes).toContainEqual({ code: 'shares_may_pass_one', sum: 5 / 3 })
    expect(score.options.reduce((sum, { ofMentions }) => sum + (ofMentions ?? 0), 0)).toBeCloseTo(1, 12)
  })

  it('keeps undeclared options out and rare ones in the tail', () => {
    const respondents = Array.from({ length: 40 }, () => ['phone'])
    const score = choice([...respondents, ['letter'], ['fax']], { options: ['phone', 'letter', 'visit'] })
    expect(score.n).toBe(41)
    expect(score.invalid).toBe(1)
    expect(score.tail).toMatchObject({ options: ['letter', 'visit'], count: 1 })
    expect(score.options.map(({ option }) => option)).toEqual(['phone', 'letter', 'visit'])
  })

  it('has no interval for the mean number where only totals are known', () => {
    const score = choice({ counts: { a: 3, b: 5 }, respondents: 6 })
    expect(score.value).toBeCloseTo(8 / 6, 12)
    expect(score.interval).toBeNull()
    expect(score.options[0]?.ofRespondents?.interval.method).toBe('wilson')
  })
})

describe('every metric', () => {
  const answers = fc.array(
    fc.oneof(
      fc.integer({ min: -2, max: 12 }),
      fc.constantFrom('', 'NA', '7', '4,5', 'x', null, undefined, Number.NaN, Infinity),
    ),
    { maxLength: 60 },
  )
  const metrics: [string, (values: (number | string | null | undefined)[]) => Score][] = [
    ['nps', (values) => nps(values)],
    ['csat', (values) => csat(values)],
    ['ces', (values) => ces(values)],
    ['likert', (values) => likert(values)],
    ['grade', (values) => grade(values)],
    ['fcr', (values) => fcr(values.map((value) => (typeof value === 'number' ? value > 5 : value)))],
  ]

  it.each(metrics)('%s: all answers are accounted for, nothing is NaN', (_, metric) => {
    fc.assert(
      fc.property(answers, (values) => {
        const score = metric(values)
        expect(score.n + score.missing + score.invalid).toBe(values.length)
        const { issues, ...figures } = score
        expectSound(figures)
        expect(issues.length).toBeLessThanOrEqual(score.invalid)
        expect(Object.values(score.counts).reduce((sum, count) => sum + count, 0)).toBe(score.n)
        if (score.n === 0) {
          expect(score).toMatchObject({ value: null, interval: null, shares: null, standardError: null })
          expect(score.reason).toBeDefined()
        } else {
          const sum = Object.values(score.shares ?? {}).reduce((total, share) => total + share, 0)
          expect(sum).toBeCloseTo(1, 12)
          expect(score.value).toBeGreaterThanOrEqual((score.interval?.low ?? 0) - 1e-9)
          expect(score.value).toBeLessThanOrEqual((score.interval?.high ?? 0) + 1e-9)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on the order of answers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { minLength: 1, maxLength: 40 }), (values) => {
        expect(nps([...values].reverse())).toEqual(nps(values))
      }),
    )
  })
})
