import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignFolds, nearDuplicates } from '../../src/categories/folds.js'
import {
  correctedShares,
  errorRates,
  evaluateClassifier,
  evaluateLabels,
  type LabelledComment,
  learningCurve,
  loadCategories,
  parseLabelled,
  trainClassifier,
  worthLabelling,
} from '../../src/categories/index.js'
import { loadDocumentReader } from '../../src/categories/read.js'

const collection = [
  'Valikoima on laaja',
  'Uutuuskirjat tulevat hyllyyn myöhässä',
  'Lastenkirjojen valikoima riittää hyvin',
  'Äänikirjoja saisi olla lisää hyllyssä',
  'Kirjojen valikoima kutistuu vuosi vuodelta',
  'Dekkarihylly on täynnä aarteita',
  'Sarjakuvien valikoima yllätti',
  'Ruotsinkielisiä kirjoja on vähän hyllyssä',
]
const service = [
  'Henkilökunta on ystävällistä',
  'Neuvoja oli ystävällinen ja hymyili',
  'Ystävällinen nainen tiskillä',
  'Tiskillä palveltiin iloisesti',
  'Virkailijat jaksavat auttaa, ystävällisiä kaikki',
  'Töykeä mies tiskillä',
  'Henkilökunta tervehtii aina',
  'Kiitos ystävällisille virkailijoille',
]
const labelled = (texts: readonly string[], label: string): LabelledComment[] =>
  texts.map((text) => ({ text, labels: [label], language: 'fi' }))
const comments = [...labelled(collection, 'collection'), ...labelled(service, 'service')]

describe('trainClassifier', () => {
  it('learns labels of one’s own, deterministically', async () => {
    const model = await trainClassifier(comments)
    expect(model.labels).toEqual(['collection', 'service'])
    expect(await trainClassifier(comments)).toEqual(model)
    const classifier = await loadCategories({ model })
    const read = await loadDocumentReader(['fi'])
    const given = (text: string) =>
      classifier.classify(read({ text, language: 'fi' }), 'general').map(({ key }) => key)
    expect(given('Ystävällinen henkilökunta')).toEqual(['service'])
    expect(given('Suppea kirjojen valikoima')).toEqual(['collection'])
  })

  it('corrections change what is learnt', async () => {
    const text = 'Kahvila oli auki'
    const model = await trainClassifier([...comments, { text, labels: ['service'] }], {
      corrections: [{ text, add: ['cafe'], remove: ['service'] }],
    })
    expect(model.labels).toEqual(['cafe', 'collection', 'service'])
  })

  it('refuses models that are damaged or of another taxonomy', async () => {
    const model = await trainClassifier(comments)
    const broken = { ...model, weights: model.weights.slice(8) }
    await expect(loadCategories({ model: broken })).rejects.toMatchObject({ code: 'bad_model' })
    await expect(loadCategories({ model: { ...model, checksum: 1 } })).rejects.toMatchObject({
      code: 'bad_model',
    })
    await expect(loadCategories({ model: { ...model, schemaVersion: 2 } })).rejects.toMatchObject({
      code: 'bad_model',
    })
    const other = { ...model, taxonomy: { id: 'elsewhere', version: '1' } }
    await expect(loadCategories({ model: other })).rejects.toMatchObject({ code: 'bad_model' })
  })

  it('needs comments, and labels that the taxonomy has', async () => {
    await expect(trainClassifier([])).rejects.toMatchObject({ code: 'no_answers' })
    expect(() => parseLabelled([{ text: 'a' }])).toThrow(expect.objectContaining({ code: 'bad_option' }))
  })
})

describe('evaluation', () => {
  it('counts as by hand', () => {
    const result = evaluateLabels([
      { truth: ['a', 'b'], given: ['a'] },
      { truth: ['a'], given: ['a', 'c'] },
      { truth: [], given: [] },
    ])
    expect(result.micro.precision).toBeCloseTo(2 / 3)
    expect(result.micro.recall).toBeCloseTo(2 / 3)
    expect(result.macro.f1).toBeCloseTo(0.5)
    expect(result.exactMatch).toBeCloseTo(1 / 3)
    expect(result.labels.map(({ key, f1 }) => [key, f1])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 0],
    ])
  })

  it('is 1 for answers that are all right, and intervals hold the figure', () => {
    const row = fc.subarray(['a', 'b', 'c'], { minLength: 1 })
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 12 }), (rows) => {
        expect(evaluateLabels(rows.map(([truth]) => ({ truth, given: truth }))).micro.f1).toBe(1)
        const { micro } = evaluateLabels(rows.map(([truth, given]) => ({ truth, given })))
        expect(micro.interval.low).toBeLessThanOrEqual(micro.interval.high)
      }),
      { numRuns: 20 },
    )
  })

  it('cross-validates, with the pairs that are confused', async () => {
    const result = await evaluateClassifier(comments, { folds: 4 })
    expect(result.comments).toBe(comments.length)
    expect(result.micro.f1).toBeGreaterThan(0.6)
    expect(result.calibration?.error).toBeLessThan(0.4)
    const curve = await learningCurve(comments, { steps: 2 })
    expect(curve.map((point) => point.comments)).toEqual([5, 11])
  })

  it('keeps near-duplicates together', () => {
    const texts = [
      'Jonotin puhelimessa tunnin ajan',
      'Jonotin puhelimessa tunnin ajan!!',
      'Ruoka oli hyvää tänään',
    ]
    const groups = nearDuplicates(texts)
    expect(groups[0]).toBe(groups[1])
    expect(groups[2]).not.toBe(groups[0])
    const folds = assignFolds(groups, 2)
    expect(folds[0]).toBe(folds[1])
  })

  it('puts what is uncertain first, once of each kind', async () => {
    const picked = await worthLabelling(
      [
        { text: 'Puhelimeen ei vastattu' },
        { text: 'Asia hoitui jotenkin, no' },
        { text: 'Asia hoitui jotenkin, no!' },
        { text: '' },
      ],
      { count: 3 },
    )
    expect(picked.length).toBe(2)
    expect(picked.map(({ index }) => index)).toContain(0)
  })
})

describe('correctedShares', () => {
  it('undoes known error rates', () => {
    const rates = [{ key: 'a', sensitivity: 0.8, specificity: 0.9, having: 400, lacking: 400 }]
    const [share] = correctedShares([{ key: 'a', count: 310 }], 1000, rates)
    expect(share?.observed).toBe(0.31)
    // 0.3 truly: 0.3 * 0.8 + 0.7 * 0.1 = 0.31.
    expect(share?.corrected).toBeCloseTo(0.3, 10)
    expect(share?.interval?.low).toBeLessThan(0.3)
    expect(share?.interval?.high).toBeGreaterThan(0.3)
  })

  it('says nothing where the classifier tells nothing', () => {
    const useless = [{ key: 'a', sensitivity: 0.5, specificity: 0.5, having: 10, lacking: 10 }]
    expect(correctedShares([{ key: 'a', count: 3 }], 10, useless)[0]?.corrected).toBeNull()
    expect(errorRates([{ truth: ['a'], given: ['a'] }])[0]?.sensitivity).toBe(0.75)
  })
})
