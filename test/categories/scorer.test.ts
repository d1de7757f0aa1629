import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comprehend } from '../../src/categories/comprehend.js'
import { conceptKeys, extractFeatures } from '../../src/categories/features.js'
import type { LinearModel } from '../../src/categories/model.js'
import { rowFinder, scoreLabels } from '../../src/categories/model.js'
import { tableFor } from '../../src/categories/modelOfTaxonomy.js'
import { openCategories } from '../../src/categories/packed.js'
import { loadDocumentReader } from '../../src/categories/read.js'
import { Scorer } from '../../src/categories/scorer.js'
import { loadSoteTaxonomy } from '../../src/categories/taxonomy.js'
import { loadResource } from '../../src/resources.js'

const packed = openCategories(await loadResource('categories'))
const table = tableFor(packed, await loadSoteTaxonomy())
const model = packed.models.get('leaves') as LinearModel
const documentOf = await loadDocumentReader()

const words =
  'hoitaja Hoitaja hoitajan ei kuunnellut puhelin puhelimeen jonotin tunnin, ruoka kylmää . 12 parkkipaikka personalen lyssnade inte the nurse friendly'.split(
    ' ',
  )
const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' '))
const question = fc.constantFrom('good', 'improve', 'general')
const language = fc.constantFrom('fi', 'sv', 'en', undefined)

describe('Scorer', () => {
  it('adds up what the features of the vector weigh', () => {
    const read = comprehend(table)
    const keys = table.names.map(conceptKeys)
    const find = rowFinder(model.hashes)
    const scorer = new Scorer(model, table.names)
    const slowly = new Float32Array(model.labels.length)
    fc.assert(
      fc.property(text, question, language, (comment, asked, code) => {
        const comprehension = read(documentOf({ text: comment, ...(code ? { language: code } : {}) }))
        const vector = extractFeatures(
          comprehension,
          asked,
          (concept) => keys[concept] as (typeof keys)[number],
        )
        scoreLabels(model, find, vector, slowly)
        for (const [label, score] of scorer.score(comprehension, asked).entries())
          expect(score).toBeCloseTo(slowly[label] as number, 3)
      }),
      { numRuns: 200 },
    )
  })

  it('splits a score into what words, concepts and the rest gave', () => {
    const read = comprehend(table)
    const scorer = new Scorer(model, table.names)
    fc.assert(
      fc.property(text, question, (comment, asked) => {
        const {
          hits,
          table: known,
          words: numbers,
          different,
          counted,
          ...rest
        } = read(documentOf({ text: comment }))
        const scores = scorer.score(
          { hits, table: known, words: numbers, different, counted, ...rest },
          asked,
        )
        for (const label of [0, 17, 59]) {
          let sum = (model.bias[label] as number) + scorer.restGain(label)
          for (const concept of new Set(hits.map((hit) => hit.concept)))
            sum += scorer.conceptGain(concept, label)
          for (const at of counted.subarray(0, different))
            sum += scorer.wordGain(known, numbers[at] as number, label)
          expect(sum).toBeCloseTo(scores[label] as number, 3)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same for a comment however many others were read before', () => {
    const fresh = new Scorer(model, table.names)
    const used = new Scorer(model, table.names)
    const read = comprehend(table)
    const comment = documentOf({ text: 'Puhelimeen ei vastattu, hoitaja oli ystävällinen', language: 'fi' })
    const first = [...fresh.score(comprehend(table)(comment), 'general')]
    for (let round = 0; round < 60; round += 1) {
      const many = Array.from({ length: 1200 }, (_, at) => `sana${round}x${at}`).join(' ')
      used.score(read(documentOf({ text: many, language: 'fi' })), 'general')
    }
    expect([...used.score(read(comment), 'general')]).toEqual(first)
  })
})
