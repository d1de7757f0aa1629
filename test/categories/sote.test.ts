import { describe, expect, it } from 'vitest'
import { loadSoteTaxonomy } from '../../src/categories/index.js'

const { categories, domains } = await loadSoteTaxonomy()

describe('the bundled taxonomy', () => {
  it('has 13 domains and 60 leaves, each with a name and one definition of its own in three languages', () => {
    expect(domains).toHaveLength(13)
    expect(categories).toHaveLength(60)
    for (const language of ['fi', 'sv', 'en'] as const) {
      const definitions = categories.map(({ definition }) => definition?.[language] ?? '')
      expect(new Set(definitions).size).toBe(60)
      for (const [at, { key, names }] of categories.entries()) {
        expect(names[language], key).not.toBe('')
        // One sentence, told as one.
        expect(definitions[at], key).toMatch(/^[A-ZÅÄÖ].{8,}\.$/)
      }
    }
  })

  it('names who can act: shares sum to 1, the first owner is the main one', () => {
    for (const { key, owner, owners } of categories) {
      expect(owner, key).toBeDefined()
      if (owners === undefined) continue
      expect(
        owners.reduce((sum, { share }) => sum + share, 0),
        key,
      ).toBeCloseTo(1, 12)
      expect(owners[0]?.key, key).toBe(owner)
      expect(new Set(owners.map((each) => each.key)).size, key).toBe(owners.length)
    }
    expect(categories.filter(({ owners }) => owners !== undefined).length).toBeGreaterThan(4)
  })
})
