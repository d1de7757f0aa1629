import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareRegions } from '../../src/aggregate/index.js'
import { report } from '../../src/report/index.js'
import { proportionDifference } from '../../src/statistics/index.js'
import { summarizeSurvey } from '../../src/survey.js'

const example = resolve(import.meta.dirname, '../../data/examples/region.csv')

/** Twenty answers a month from one unit: nines and tens in spring, worse in autumn. */
function survey(months: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const rows = Object.entries(months).flatMap(([month, scores]) =>
    scores.map((score) => `${month}-15;A1;${score};${score < 7 ? 'Jonotin kauan puhelimessa.' : 'Kiitos!'}`),
  )
  return new TextEncoder().encode(`Vastausaika;Yksikkö;NPS;Palaute\n${rows.join('\n')}\n`)
}

const spring = [10, 10, 10, 10, 9, 9, 9, 9, 9, 9, 8, 8, 8, 7, 7, 7, 6, 5, 10, 9]
const autumn = [3, 10, 9, 5, 6, 4, 9, 2, 6, 9, 8, 8, 8, 7, 7, 3, 6, 5, 10, 4]
const both = survey({ '2024-03': spring, '2024-10': autumn })

const counts = (scores: readonly number[]) =>
  scores.reduce((sums, score) => sums.with(score, (sums[score] ?? 0) + 1), new Array<number>(11).fill(0))

describe('two periods in one report', () => {
  test('the difference is that of the two periods, with its interval', async () => {
    const { comparison, metrics, period, rows } = await summarizeSurvey(both, { compare: '2024-01..2024-06' })
    const unit = { unit: 'A1', service: null, volume: null }
    const expected = compareRegions(
      [{ ...unit, counts: counts(spring) }],
      [{ ...unit, counts: counts(autumn) }],
      { metric: 'nps' },
    )
    const [change] = comparison?.metrics ?? []
    expect(change?.change.value).toBe(expected.value)
    expect(change?.change.interval).toEqual(expected.interval)
    expect(metrics[0]?.region.value).toBe(expected.after.value)
    expect(change?.groups).toMatchObject([
      { group: 'A1', before: { n: 20, value: 50 }, difference: expected.value },
    ])
    expect(comparison).toMatchObject({
      period: { from: '2024-03-15', to: '2024-03-15' },
      responses: 20,
    })
    expect(period).toEqual({ from: '2024-10-15', to: '2024-10-15' })
    expect(rows).toEqual({ records: 40, responses: 40, leftOut: 0 })
  })

  test('themes are counted apart and tested together', async () => {
    const { comparison, comments } = await summarizeSurvey(both, { compare: '2024-03' })
    const queue = comparison?.themes.find(({ key }) => key === 'channels.reachability')
    const [y, x] = [queue?.after.respondents ?? 0, queue?.before.respondents ?? 0]
    expect([x, y]).toEqual([2, 10])
    expect(queue?.interval).toMatchObject(
      proportionDifference(y, comments.respondents, x, comparison?.comments.respondents ?? 0).interval,
    )
    expect(queue?.p).toBeGreaterThanOrEqual(
      proportionDifference(y, comments.respondents, x, comparison?.comments.respondents ?? 0).p ?? 1,
    )
  })

  test('the page and the table say it in each language', async () => {
    const result = await summarizeSurvey(example, { compare: '2021-01' })
    for (const [locale, title] of [
      ['fi', 'Muutos vertailujaksoon nähden'],
      ['sv', 'Förändring sedan jämförelseperioden'],
      ['en', 'Change since the period compared'],
    ] as const) {
      expect(report(result, { locale })).toContain(`<h2 id="change">${title}</h2>`)
      expect(report(result, { locale, format: 'text' })).toContain(title)
    }
    expect(report(result, { locale: 'fi' })).toMatch(/vastauksia 172\./)
  })

  test('a small group is hidden in the comparison too', async () => {
    const few = survey({ '2024-03': spring.slice(0, 9), '2024-10': autumn })
    const { comparison } = await summarizeSurvey(few, { compare: '2024-03' })
    expect(comparison?.metrics[0]?.change.before.value).toBeNull()
    expect(comparison?.metrics[0]?.change.value).toBeNull()
    expect(comparison?.metrics[0]?.groups).toEqual([])
    expect(comparison?.themes).toEqual([])
    expect(comparison?.comments.sentiment).toBeNull()
  })

  test('without it nothing is compared', async () => {
    const result = await summarizeSurvey(both)
    expect(result.comparison).toBeNull()
    expect(report(result)).not.toContain('id="change"')
  })

  test.each([
    [{ compare: 'kevät' }, /is no date/],
    [{ compare: '2024-01..2024-02..2024-03' }, /is no date/],
    [{ compare: '2024-06..2024-01' }, /ends before it begins/],
    [{ compare: '2024-03', from: '2024-01' }, /shares days/],
    [{ compare: '2023' }, /to compare with/],
    [{ compare: '2024', from: '2025' }, /period reported/],
    [{ compare: '2024-13' }, /"2024-13" is no date/],
    [{ compare: '2024-02-30' }, /"2024-02-30" is no date/],
    [{ from: '2025' }, /40 are from outside it/],
  ])('%j', async (options, message) => {
    await expect(summarizeSurvey(both, options)).rejects.toThrow(message)
  })
})
