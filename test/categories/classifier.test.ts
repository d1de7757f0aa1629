import { beforeAll, describe, expect, it } from 'vitest'
import { type Classifier, loadCategories, loadTaxonomy, parseTaxonomy } from '../../src/categories/index.js'
import { loadDocumentReader } from '../../src/categories/read.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

let classifier: Classifier
let read: Awaited<ReturnType<typeof loadDocumentReader>>
beforeAll(async () => {
  classifier = await loadCategories()
  read = await loadDocumentReader()
})
const keys = (text: string, language: SupportedLanguage = 'fi', question: QuestionKind = 'general') =>
  classifier.classify(read({ text, language }), question).map(({ key }) => key)

describe('classify', () => {
  it.each([
    ['Ajanvarauspuhelimeen ei vastattu koko aamuna', 'fi', 'channels.reachability'],
    ['soittoaikaan ei pääse läpi', 'fi', 'channels.reachability'],
    ['Linjoilla roikkumista', 'fi', 'channels.reachability'],
    ['Hoitaja oli ystävällinen', 'fi', 'encounter.manner'],
    ['Kukaan ei kuunnellut minua', 'fi', 'encounter.listening'],
    ['Ruoka oli kylmää ja mautonta', 'fi', 'environment.food'],
    ['Parkkipaikkaa ei löytynyt', 'fi', 'location.parking'],
    ['Personalen lyssnade inte på mig', 'sv', 'encounter.listening'],
    ['Maten var god', 'sv', 'environment.food'],
    ['The nurse was friendly', 'en', 'encounter.manner'],
    ['Nowhere to park the car', 'en', 'location.parking'],
  ] as const)('%s', (text, language, key) => {
    expect(keys(text, language)).toContain(key)
  })

  it('gives evidence inside the text', () => {
    const text = 'Jonotin puhelimessa tunnin, mutta hoitaja oli ystävällinen.'
    for (const { evidence, confidence } of classifier.classify(read({ text }), 'general')) {
      expect(evidence.length).toBeGreaterThan(0)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      for (const { start, end } of evidence) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
      }
    }
  })

  it.each(['', 'a', '😀😀', '-', 'Matti Virtanen', 'Wszystko było bardzo dobrze, dziękuję', '12345'])(
    'gives no category out of thin air: "%s"',
    (text) => {
      expect(classifier.classify(read({ text }), 'general')).toEqual([])
    },
  )

  it('takes time in proportion to the text', () => {
    const time = (words: number) => {
      const document = read({ text: 'hoitaja odotti pitkään puhelinta. '.repeat(words), language: 'fi' })
      const start = performance.now()
      classifier.classify(document, 'general')
      return performance.now() - start
    }
    time(50)
    expect(time(3000)).toBeLessThan(Math.max(20, time(300)) * 40)
  })

  it('owners have shares that sum to 1', () => {
    const owners = classifier.owners([
      { key: 'environment.food' },
      { key: 'channels.reachability' },
      { key: 'care.pain' },
    ])
    expect(owners.map(({ key }) => key).sort()).toEqual(['food', 'phone', 'unit'])
    expect(owners.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(classifier.owners([])).toEqual([])
  })

  it('explains a category by its words', () => {
    const [first] = classifier.explain(read({ text: 'Parkkipaikkaa ei löytynyt', language: 'fi' }), 'general')
    expect(first?.key).toBe('location.parking')
    expect(first?.reasons.some(({ concept }) => concept === 'parking')).toBe(true)
  })

  it('learns the crosswalk to another framework', () => {
    const document = read({ text: 'Parkkipaikkaa ei löytynyt', language: 'fi' })
    const found = classifier.classify(document, 'general')
    expect(classifier.crosswalk(found, 'qdc', document, 'general')).toContain('Parking')
    expect(classifier.crosswalk([{ key: 'location.parking' }], 'hcat')).toEqual(['Environment'])
  })

  it('thresholds are settable, and checked', async () => {
    const careful = await loadCategories({ thresholds: { 'environment.food': 1 } })
    expect(
      careful.classify(read({ text: 'Ruoka oli hyvää' }), 'general').map(({ key }) => key),
    ).not.toContain('environment.food')
    await expect(loadCategories({ thresholds: { nothing: 0.5 } })).rejects.toMatchObject({
      code: 'bad_option',
    })
  })
})

const names = { fi: 'n', sv: 'n', en: 'n' }
const own = {
  schemaVersion: 1,
  id: 'mine',
  version: '1',
  names,
  domains: [{ key: 'pool', names }],
  categories: [{ key: 'pool.water', domain: 'pool', names, triggers: { fi: ['allas kylmä', 'uimavesi'] } }],
}

describe('taxonomies', () => {
  it('finds by the words of a taxonomy of one’s own', async () => {
    const mine = await loadCategories({ taxonomy: parseTaxonomy(own) })
    expect(mine.classify(read({ text: 'Uimavesi oli sameaa' }), 'general').map(({ key }) => key)).toEqual([
      'pool.water',
    ])
  })

  it('extends the bundled one and keeps what was learnt', async () => {
    const mine = await loadCategories({ taxonomy: await loadTaxonomy({ ...own, extends: 'sote' }) })
    expect(mine.taxonomy.categories).toHaveLength(61)
    const found = mine.classify(read({ text: 'Uimavesi oli sameaa. Parkkipaikkaa ei löytynyt.' }), 'general')
    expect(found.map(({ key }) => key)).toEqual(expect.arrayContaining(['pool.water', 'location.parking']))
  })

  it.each(['library', 'servicedesk'])('%s finds friendliness', async (name) => {
    const classes = await loadCategories({ taxonomy: await loadTaxonomy(name) })
    expect(classes.classify(read({ text: 'Ystävällinen palvelu' }), 'general')[0]?.key).toBe('friendliness')
  })

  it('refuses what is wrong, with the path', async () => {
    const twice = { ...own, categories: [...own.categories, ...own.categories] }
    expect(() => parseTaxonomy(twice)).toThrow(expect.objectContaining({ path: 'categories.1.key' }))
    expect(() => parseTaxonomy({ ...own, extends: 'nothing' })).toThrow(
      expect.objectContaining({ path: 'extends' }),
    )
    const a = { ...own, id: 'a', extends: 'b' }
    const b = { ...own, id: 'b', extends: 'a' }
    expect(() => parseTaxonomy(a, (name) => (name === 'b' ? b : a))).toThrow(/a > b > a/)
    const shares = [{ key: 'unit', share: 0.4 }]
    expect(() => parseTaxonomy({ ...own, categories: [{ ...own.categories[0], owners: shares }] })).toThrow(
      /sum to 1/,
    )
    await expect(loadTaxonomy('nowhere')).rejects.toMatchObject({ code: 'bad_taxonomy' })
  })
})
