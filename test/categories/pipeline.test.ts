import { describe, expect, it } from 'vitest'
import { loadCategories, type Prediction, trainClassifier } from '../../src/categories/index.js'
import { analyze, createAnalyzer, explainAnalysis } from '../../src/index.js'

const analyzer = await createAnalyzer({ crosswalk: 'qdc' })
const keys = (analysis: { categories: { key: string }[] }) => analysis.categories.map(({ key }) => key)

describe('nothing out of thin air', () => {
  const letters = 'bcdfghjklmnpqrstvwxz'
  const random = Array.from({ length: 40 }, (_, at) =>
    Array.from({ length: 6 }, (_, word) =>
      Array.from(
        { length: 7 },
        (_, letter) => letters[(at * 31 + word * 17 + letter * letter * 7) % 20],
      ).join(''),
    ).join(' '),
  )
  it.each([
    '<script>alert(1)</script>',
    'Matti Virtanen',
    'Anna-Liisa Korhonen',
    'K',
    '?',
    '12345',
    '040 123 4567',
    'https://www.example.com/',
    'matti.virtanen@example.com',
    '😀😀',
    'null',
    'SELECT * FROM users;',
    'Väga hea teenindus, suur aitäh arstile ja kõigile õdedele, kes mind nii hästi hoidsid!',
    'Врач был очень внимательный, но ждать пришлось долго',
    'الانتظار طويل جدا والموظفون لطفاء',
    'Wszystko było bardzo dobrze, dziękuję lekarzowi i pielęgniarkom za opiekę',
    ...random.slice(0, 8),
  ])('"%s"', (text) => {
    for (const question of ['general', 'improve', 'good'] as const)
      expect(keys(analyzer.analyze(text, { question }))).toEqual([])
  })

  it('says why no category was given, and nothing where some were', () => {
    const reason = (text: string) => analyzer.analyze(text).uncategorized
    expect(reason('-')).toBe('nothing_said')
    expect(reason('')).toBe('nothing_said')
    expect(reason('😀')).toBe('nothing_said')
    expect(reason('Врач был очень внимательный, но ждать пришлось долго')).toBe('other_language')
    expect(reason('Eilen satoi vettä.')).toBe('unclear')
    expect(reason('Parkkipaikkaa ei löytynyt')).toBeUndefined()
  })
})

describe('what is worked out when it is read', () => {
  const text = 'Hoitaja antoi väärän lääkkeen. Soittakaa 040 123 4567.'

  it('is what it would have been at once, whatever was analyzed in between', () => {
    const asked = analyzer.analyze(text)
    const expected = JSON.parse(JSON.stringify(asked))
    expect(expected.alerts.map(({ key }: { key: string }) => key)).toContain('medication_error')
    expect(expected.personalData).toHaveLength(1)
    const later = analyzer.analyze(text)
    for (const other of ['Kiitos!', 'Lääkäri löi minua.', '']) analyzer.analyze(other).alerts.slice()
    expect(later.personalData).toEqual(expected.personalData)
    expect(later.alerts).toEqual(expected.alerts)
    expect(later.alerts).toBe(later.alerts)
    expect(JSON.parse(JSON.stringify(later))).toEqual(expected)
  })

  it('goes with copies and clones, can be replaced, and is nothing where nothing was said', () => {
    const analysis = analyzer.analyze(text)
    expect({ ...analysis }.alerts).toEqual(analysis.alerts)
    expect(structuredClone(analyzer.analyze(text)).personalData).toEqual(analysis.personalData)
    analysis.alerts = []
    analysis.personalData = []
    expect([analysis.alerts, analysis.personalData]).toEqual([[], []])
    expect(analyzer.analyze('-').alerts).toEqual([])
  })
})

describe('explainAnalysis', () => {
  it('lists words and weights behind each category, strongest first, and the polarity of clauses', async () => {
    const analysis = await analyze('Parkkipaikkaa ei löytynyt, mutta hoitaja oli ystävällinen.')
    const { categories, polarity, clauses } = explainAnalysis(analysis)
    expect(categories.map(({ key }) => key).sort()).toEqual(keys(analysis).sort())
    const parking = categories.find(({ key }) => key === 'location.parking')
    expect(parking?.reasons[0]).toMatchObject({ text: 'Parkkipaikkaa', concept: 'parking' })
    expect(parking?.reasons[0]?.weight).toBeGreaterThan(1)
    for (const { reasons } of categories) {
      const sizes = reasons.map(({ weight }) => Math.abs(weight))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    }
    expect(clauses.map(({ label }) => label)).toEqual(['negative', 'positive'])
    expect(polarity.rules.reasons.some(({ text, weight }) => text === 'ystävällinen' && weight > 0)).toBe(
      true,
    )
  })

  it('leaves the analysis as it is in JSON, and refuses what carries no text', () => {
    const analysis = analyzer.analyze('Ruoka oli kylmää')
    expect(Object.keys(JSON.parse(JSON.stringify(analysis)))).toEqual(Object.keys(analysis))
    expect(() => explainAnalysis({ ...analysis })).toThrow(expect.objectContaining({ path: 'analysis' }))
    expect(() => explainAnalysis(JSON.parse(JSON.stringify(analysis)))).toThrow(/Analyze the text again/)
  })
})

describe('a classifier of your own', () => {
  const comments = ['allas oli kylmä', 'altaan vesi oli kylmää', 'uimavesi lämmintä', 'allas likainen'].map(
    (text) => ({
      text,
      labels: ['pool'],
    }),
  )
  const others = ['lippu oli kallis', 'lipun hinta nousi', 'halpa lippu', 'lippu maksoi liikaa'].map(
    (text) => ({
      text,
      labels: ['ticket'],
    }),
  )

  it('can be the JSON of a trained model, or a classifier', async () => {
    const model = await trainClassifier([...comments, ...others])
    const byModel = await createAnalyzer({ classifier: model })
    expect(keys(byModel.analyze('Allas oli hieno'))).toEqual(['pool'])
    const byClassifier = await createAnalyzer({ classifier: await loadCategories({ model }) })
    expect(keys(byClassifier.analyze('Allas oli hieno'))).toEqual(['pool'])
    await expect(createAnalyzer({ classifier: { ...model, checksum: 1 } })).rejects.toMatchObject({
      code: 'bad_model',
    })
  })

  const food = async (texts: readonly string[]): Promise<Prediction[]> =>
    texts.map((text) => ({
      categories: /keitto/i.test(text) ? [{ key: 'environment.food', confidence: 0.7 }] : [],
    }))

  it('can be a function of texts, asked some at a time and in order', async () => {
    const asked: number[] = []
    const own = await createAnalyzer({
      classifier: async (texts: readonly string[]) => {
        asked.push(texts.length)
        return food(texts)
      },
    })
    const texts = Array.from({ length: 150 }, (_, at) => ({
      text: at % 2 ? `Keitto ${at} oli hyvää` : 'Hei vaan',
    }))
    const found: string[][] = []
    for await (const analysis of own.analyzeAll(texts)) found.push(keys(analysis))
    expect(found).toEqual(texts.map((_, at) => (at % 2 ? ['environment.food'] : [])))
    expect(asked).toEqual([64, 64, 22])
    expect(() => own.analyze('Keitto')).toThrow(expect.objectContaining({ path: 'classifier' }))
  })

  it.each([
    ['too few', [], 'classifier'],
    ['no such key', [{ categories: [{ key: 'nothing' }] }], 'classifier.0.categories.0.key'],
    [
      'too sure',
      [{ categories: [{ key: 'care.pain', confidence: 2 }] }],
      'classifier.0.categories.0.confidence',
    ],
    [
      'beside the text',
      [{ categories: [{ key: 'care.pain', evidence: [{ start: 0, end: 99 }] }] }],
      'classifier.0.categories.0.evidence',
    ],
  ])('is checked: %s', async (_, predictions, path) => {
    const own = await createAnalyzer({ classifier: async () => predictions })
    await expect(
      own
        .analyzeAll([{ text: 'Kipu' }])
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toMatchObject({
      code: 'bad_model',
      path,
    })
  })

  it('stops where it is told to', async () => {
    const controller = new AbortController()
    const stream = analyzer.analyzeAll([{ text: 'Kiitos' }], { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('enough')
  })
})
