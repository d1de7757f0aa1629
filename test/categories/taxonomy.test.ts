import { describe, expect, it } from 'vitest'
import {
  loadCategories,
  loadDocumentReader,
  loadTaxonomy,
  parseTaxonomy,
} from '../../src/categories/index.js'
import { createAnalyzer } from '../../src/index.js'

const names = { fi: 'n', sv: 'n', en: 'n' }
const category = { key: 'pool.water', domain: 'pool', names }
const own = {
  schemaVersion: 1,
  id: 'mine',
  version: '1',
  names,
  domains: [{ key: 'pool', names }],
  categories: [category],
}
const withCategory = (change: object) => ({ ...own, categories: [{ ...category, ...change }] })

describe('a taxonomy of your own', () => {
  it.each<[string, string, unknown, RegExp]>([
    [
      'a pattern',
      'categories.0.triggers.fi.1',
      withCategory({ triggers: { fi: ['vesi', '(allas|'] } }),
      /pattern/,
    ],
    [
      'a domain twice',
      'domains.1.key',
      { ...own, domains: [...own.domains, ...own.domains] },
      /stands twice/,
    ],
    ['a domain not there', 'categories.0.domain', withCategory({ domain: 'sauna' }), /there are pool/],
    [
      'an owner twice',
      'categories.0.owners.1',
      withCategory({
        owners: [
          { key: 'unit', share: 0.5 },
          { key: 'unit', share: 0.5 },
        ],
      }),
      /stands twice/,
    ],
    [
      'an owner that the owners contradict',
      'categories.0.owner',
      withCategory({ owner: 'phone', owners: [{ key: 'unit', share: 1 }] }),
      /leave "owner" out/,
    ],
    ['an owner that is none', 'categories.0.owner', withCategory({ owner: 'boss' }), /one of unit, phone/],
    [
      'a field of a category',
      'categories.0.trigger',
      withCategory({ trigger: ['x'] }),
      /there are key, .*triggers/,
    ],
    [
      'a language',
      'categories.0.triggers.de',
      withCategory({ triggers: { de: ['x'] } }),
      /there are fi, sv, en/,
    ],
    ['a field', 'title', { ...own, title: 'x' }, /there are schemaVersion, id/],
    ['a type', 'version', { ...own, version: 1 }, /"version" is a text/],
    ['nothing', 'schemaVersion', {}, /"schemaVersion"/],
    ['no categories', 'categories', { ...own, categories: [] }, /no categories/],
    ['its parent’s id', 'id', { ...own, id: 'sote', extends: 'sote' }, /give yours another/],
    ['no parent', 'extends', { ...own, extends: 'soto' }, /sote, library, servicedesk/],
  ])('is refused at once: %s', async (_, path, value, message) => {
    const refused = { code: 'bad_taxonomy', path, message: expect.stringMatching(message) }
    await expect(loadTaxonomy(value)).rejects.toMatchObject(refused)
    await expect(loadCategories({ taxonomy: value as never })).rejects.toMatchObject(refused)
    await expect(createAnalyzer({ taxonomy: value as never })).rejects.toMatchObject(refused)
  })

  it('is no text, nor a concept that is not there', async () => {
    await expect(createAnalyzer({ taxonomy: 'library' as never })).rejects.toMatchObject({
      code: 'bad_taxonomy',
      message: expect.stringMatching(/loadTaxonomy/),
    })
    await expect(
      createAnalyzer({ taxonomy: withCategory({ concepts: { parkin: 2 } }) as never }),
    ).rejects.toMatchObject({
      path: 'categories.0.concepts.parkin',
      message: expect.stringMatching(/"parking"/),
    })
  })

  it('may not come round to itself, whatever the ids', () => {
    const a = { ...own, id: 'first', extends: 'b' }
    const b = { ...own, id: 'second', extends: 'a' }
    expect(() => parseTaxonomy(a, (name) => (name === 'b' ? b : a))).toThrow(
      expect.objectContaining({ code: 'bad_taxonomy', path: 'extends' }),
    )
  })

  it('that extends the bundled one keeps its calibration', async () => {
    const extended = await loadCategories({ taxonomy: await loadTaxonomy({ ...own, extends: 'sote' }) })
    const bundled = await loadCategories()
    const document = (await loadDocumentReader())({
      text: 'Parkkipaikkaa ei löytynyt mistään',
      language: 'fi',
    })
    const of = (classifier: typeof bundled) =>
      classifier.probabilities(document, 'general').find(({ key }) => key === 'location.parking')?.probability
    expect(of(extended)).toBeCloseTo(of(bundled) as number, 2)
  })

  it('that extends the bundled one keeps the learnt crosswalk, and adds its own', async () => {
    const water = { ...category, triggers: { fi: ['uimavesi'] }, crosswalk: { qdc: ['Pool'] } }
    const extended = await loadCategories({
      taxonomy: await loadTaxonomy({ ...own, extends: 'sote', categories: [water] }),
    })
    const bundled = await loadCategories()
    const read = await loadDocumentReader()
    for (const text of [
      'Parkkipaikkaa ei löytynyt',
      'Puhelimeen ei vastattu',
      'Aikaa ei saanut, kiire oli kova',
    ]) {
      const document = read({ text, language: 'fi' })
      const of = (classifier: typeof bundled) =>
        classifier.crosswalk(classifier.classify(document, 'general'), 'qdc', document, 'general')
      expect(of(extended), text).toEqual(of(bundled))
    }
    const document = read({ text: 'Uimavesi oli sameaa. Parkkipaikkaa ei löytynyt.', language: 'fi' })
    const labels = extended.crosswalk(extended.classify(document, 'general'), 'qdc', document, 'general')
    expect(labels).toEqual(expect.arrayContaining(['Parking', 'Pool']))
    // What is asked for is the learnt one: it may name labels that the categories found are not mapped to.
    const alone = [{ key: 'general.praise' }]
    const parking = read({ text: 'Parkkipaikkaa ei löytynyt', language: 'fi' })
    expect(extended.crosswalk(alone, 'qdc', parking, 'general')).toContain('Parking')
  })
})
