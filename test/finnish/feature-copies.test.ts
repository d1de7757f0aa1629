import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { copierOf } from '../../src/finnish/feature-copies.js'
import { openPacked } from '../../src/finnish/packed.js'
import { SievedMap } from '../../src/finnish/sieved-map.js'
import { featuresOf } from '../../src/finnish/tags.js'

it('copies of features say the same in the same order, whatever leads to the form', () => {
  const { tags, links } = openPacked(
    readFileSync(new URL('../../src/generated/finnish.bin', import.meta.url)),
  )
  const makes = [...new Set(links.map((link) => link.makes))].filter((kind) => kind !== 'own')
  for (const prefix of ['', ...makes.map((kind) => `${kind}.`), 'tava.comparative.', 'nut.superlative.'])
    for (const tag of tags) {
      const features = featuresOf(prefix + tag)
      const copy = copierOf(features)(features)
      expect(JSON.stringify(copy), prefix + tag).toBe(JSON.stringify(features))
      expect(copy).not.toBe(features)
    }
})

it('a sieved map has all its words, asked for in capitals too, and no others', () => {
  const words = ['ajan', 'terveyden', 'äidin', 'öljyn', 'šakin', 'e', 'tk']
  const map = new SievedMap(words.map((word, index): [string, number] => [word, index]))
  words.forEach((word, index) => {
    expect(map.get(word)).toBe(index)
    expect(map.mayHave(word.toUpperCase())).toBe(true)
  })
  expect(map.get('aivan')).toBeUndefined()
  expect(map.get('')).toBeUndefined()
})
