import { describe, expect, it } from 'vitest'
import {
  correctedShares,
  evaluateClassifier,
  learningCurve,
  loadCategories,
  loadDocumentReader,
  loadTaxonomy,
  trainClassifier,
  worthLabelling,
} from '../../src/categories/index.js'
import {
  applyCorrections,
  commentsChecksum,
  type LabelledComment,
  parseCorrections,
} from '../../src/categories/labelled.js'

const nothing: LabelledComment[] = [
  { text: 'Ei mitään', labels: ['general.praise'], question: 'improve' },
  { text: 'Ei mitään', labels: ['general.dissatisfaction'], question: 'good' },
]
const pool = ['Allas oli kylmä', 'Altaan vesi oli sameaa', 'Uimavesi oli lämmintä', 'Allas oli likainen']
const ticket = ['Lippu oli kallis', 'Lipun hinta nousi', 'Halpa lippu', 'Lippu maksoi liikaa']
const own: LabelledComment[] = [
  ...pool.map((text) => ({ text, labels: ['pool'] })),
  ...ticket.map((text) => ({ text, labels: ['ticket'] })),
]

describe('corrections', () => {
  it('keep the same text under two questions apart, and rows that are alike', async () => {
    expect(applyCorrections(nothing, [])).toEqual(nothing)
    expect(applyCorrections([...nothing, ...nothing], [])).toHaveLength(4)
    const [first, second] = applyCorrections(nothing, [{ text: 'Ei mitään', question: 'good', add: ['x'] }])
    expect(first?.labels).toEqual(['general.praise'])
    expect(second?.labels).toEqual(['general.dissatisfaction', 'x'])
    expect((await evaluateClassifier([...own, ...own.slice(0, 1)], { folds: 2 })).comments).toBe(9)
    // What the bundled model knows already needs no ten comments.
    expect((await trainClassifier(nothing)).about).toMatchObject({ comments: 2, few: {} })
  })

  it('say which comment they mean where several fit', () => {
    expect(() => applyCorrections(nothing, [{ text: 'Ei mitään', add: ['x'] }])).toThrow(
      expect.objectContaining({ code: 'bad_option', path: 'corrections.0.question' }),
    )
  })

  it('of a new text start from the classifier, and find it again', () => {
    const twice = [
      { text: 'b', remove: ['p'] },
      { text: 'b', add: ['x'] },
    ]
    expect(applyCorrections([{ text: 'a', labels: [] }], twice, () => ['p', 'q'])[1]?.labels).toEqual([
      'q',
      'x',
    ])
    expect(() => applyCorrections([], [{ text: 'b', remove: ['p'] }])).toThrow(
      expect.objectContaining({ path: 'corrections.0.add' }),
    )
    expect(() => parseCorrections([{ text: 'a', labels: ['b'] }])).toThrow(
      expect.objectContaining({ path: 'corrections.0' }),
    )
  })

  it('of a new text bring no bundled labels among labels of one’s own', async () => {
    const model = await trainClassifier(own, {
      corrections: [{ text: 'Ruoka oli kylmää ja hoitaja ystävällinen', add: ['pool'] }],
    })
    expect(model.labels).toEqual(['pool', 'ticket'])
  })
})

describe('labels', () => {
  const bundled: LabelledComment[] = [
    { text: 'Ruoka oli kylmää', labels: ['environment.food'] },
    { text: 'Parkkipaikkaa ei ollut', labels: ['location.parking'] },
    { text: 'Hoitaja oli ystävällinen', labels: ['encounter.maner'] },
  ]

  it('that are nearly the bundled ones are refused, with the nearest', async () => {
    const refused = {
      code: 'bad_option',
      path: '2.labels',
      message: expect.stringMatching(/encounter\.manner/),
    }
    await expect(trainClassifier(bundled)).rejects.toMatchObject(refused)
    await expect(trainClassifier(bundled.slice(2).concat(own))).rejects.toMatchObject({ path: '0.labels' })
    await expect(trainClassifier(bundled, { taxonomy: await loadTaxonomy('sote') })).rejects.toMatchObject(
      refused,
    )
    await expect(evaluateClassifier(bundled)).rejects.toMatchObject(refused)
    await expect(evaluateClassifier(bundled, { taxonomy: await loadTaxonomy('sote') })).rejects.toMatchObject(
      refused,
    )
    await expect(
      trainClassifier(bundled.slice(0, 2), { corrections: [{ text: 'x', add: ['care.pian'] }] }),
    ).rejects.toMatchObject({ path: 'corrections.0.add', message: expect.stringMatching(/care\.pain/) })
  })

  it('that the model does not have are an error, a rare one is told', async () => {
    const model = await trainClassifier(own)
    const others = pool.map((text) => ({ text, labels: ['sauna'] }))
    await expect(evaluateClassifier(others, { model })).rejects.toMatchObject({
      code: 'bad_model',
      path: 'labels',
    })
    const some = await evaluateClassifier([...own, { text: 'Sauna oli kylmä', labels: ['sauna'] }], { model })
    expect(some.unknownLabels).toEqual(['sauna'])
    expect(some.learnt).toBe(false)
  })

  it('of the comments learnt flatter, which is told', async () => {
    const model = await trainClassifier(own)
    const result = await evaluateClassifier([...own].reverse(), { model })
    expect(result).toMatchObject({ learnt: true, judged: 'classifier' })
    expect(commentsChecksum(own.slice(1))).not.toBe(commentsChecksum(own))
    expect((await evaluateClassifier(own, { folds: 2 })).judged).toBe('held-out')
  })
})

describe('few comments', () => {
  it.each([1, 2, 4])('%d of a label give no certainty about texts of unknown words', async (count) => {
    const model = await trainClassifier([...own.slice(0, count), ...own.slice(4, 4 + count)])
    expect(model.slope).toBeLessThan(3)
    expect(model.about?.few).toEqual({ pool: count, ticket: count })
    const classifier = await loadCategories({ model })
    const read = await loadDocumentReader()
    for (const text of ['Auto ajoi ojaan', 'The cat sat on the mat', 'Eilen satoi kovasti', 'Jag vet inte'])
      expect(classifier.classify(read({ text }), 'general'), text).toEqual([])
  })
})

describe('models', () => {
  it('are whole: no figure can be changed unnoticed', async () => {
    const model = await trainClassifier(own)
    const changed: [string, object][] = [
      ['checksum', { labels: [...model.labels].reverse() }],
      ['checksum', { bias: model.bias.map((value) => value + 1) }],
      ['checksum', { thresholds: model.thresholds.map(() => 0.5) }],
      ['checksum', { slope: model.slope * 2 }],
      ['checksum', { intercept: 0.25 }],
      ['checksum', { about: { comments: 3 } }],
      ['slope', { slope: -1 }],
      ['intercept', { intercept: 1e9 }],
      ['thresholds.0', { thresholds: [2, 0.5] }],
      ['bias.1', { bias: [0, 1e6] }],
      ['scales.0', { scales: [0, 1] }],
    ]
    for (const [path, change] of changed)
      await expect(loadCategories({ model: { ...model, ...change } }), path).rejects.toMatchObject({
        code: 'bad_model',
        path,
      })
    await expect(loadCategories({ model: JSON.parse(JSON.stringify(model)) })).resolves.toBeDefined()
  })
})

describe('options out of their range are named', () => {
  it.each([0, 1, 1.5, -2, Number.NaN])('folds %d', async (folds) => {
    await expect(trainClassifier(own, { folds })).rejects.toMatchObject({ code: 'bad_option', path: 'folds' })
    await expect(evaluateClassifier(own, { folds })).rejects.toMatchObject({ path: 'folds' })
  })
  it.each([-1, 0, 99, Number.NaN])('beta %d', async (beta) => {
    await expect(trainClassifier(own, { beta })).rejects.toMatchObject({ code: 'bad_option', path: 'beta' })
  })
  it.each([0, -1, 2.5])('steps %d, count %d', async (value) => {
    await expect(learningCurve(own, { steps: value })).rejects.toMatchObject({ path: 'steps' })
    await expect(worthLabelling(own, { count: value })).rejects.toMatchObject({ path: 'count' })
  })
  it('shares', () => {
    const rates = [{ key: 'a', sensitivity: 0.8, specificity: 0.9, having: 40, lacking: 40 }]
    const path = (count: number, total: number, rate = {}) => {
      try {
        correctedShares([{ key: 'a', count }], total, [{ ...(rates[0] as (typeof rates)[number]), ...rate }])
      } catch (error) {
        return (error as { path: string }).path
      }
      return undefined
    }
    expect(path(5, 10)).toBeUndefined()
    expect(path(11, 10)).toBe('counts.0.count')
    expect(path(-1, 10)).toBe('counts.0.count')
    expect(path(1, Number.NaN)).toBe('total')
    expect(path(1, 10, { sensitivity: 1.2 })).toBe('rates.0.sensitivity')
    expect(path(1, 10, { having: -1 })).toBe('rates.0.having')
  })
})
