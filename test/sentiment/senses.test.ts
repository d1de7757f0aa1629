import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { loadResource } from '../../src/resources.js'
import { createAssessor } from '../../src/sentiment/assessor.js'
import { listClauseFeatures, listFeatures } from '../../src/sentiment/features.js'
import { leanOf, leanOfListed, learntPart, readWeights } from '../../src/sentiment/model.js'
import { readSenses, SENSES, senseOf } from '../../src/sentiment/senses.js'
import { readTables } from '../../src/sentiment/tables.js'
import { senseBucket, senseCode } from '../../src/sentiment/wordFeatures.js'

const rowsOf = (name: string): string[][] =>
  readFileSync(`data/sentiment/${name}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

const senses = rowsOf('senses')
const lemmas = rowsOf('senses-fi')
const numberOf = (sense: string): number => senses.findIndex(([name]) => name === sense) + 1

describe('the table of senses', () => {
  test('has as many senses as the model has places for', () => expect(senses).toHaveLength(SENSES))

  test('gives each lemma one sense, in the order of the letters', () => {
    const names = new Set(senses.map(([name]) => name))
    const listed = lemmas.map(([lemma = '']) => lemma)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed).toEqual(listed.map((lemma) => lemma.toLowerCase()))
    expect(listed).toEqual([...listed].sort())
    expect(lemmas.filter(([, sense = '']) => !names.has(sense))).toEqual([])
  })

  test.each(senses)('%s (%s): %s', (sense, _meaning, example) =>
    expect(lemmas.find(([lemma]) => lemma === example)?.[1]).toBe(sense),
  )

  test('a compound has the sense of its last part where it has none of its own', () => {
    const table = readSenses([['jono'], ['hoitojono']])
    expect(senseOf(table, 'puhelinjono', 'jono')).toBe(1)
    expect(senseOf(table, 'hoitojono', 'jono')).toBe(2)
    expect(senseOf(table, 'hoitaja', 'hoitaja')).toBe(0)
  })
})

describe('features of senses', () => {
  let finnish: LanguageReader
  beforeAll(async () => {
    finnish = await loadFinnish()
  })

  test('two words that never met are told as words of their kinds that did', () => {
    const { reading } = createAssessor(readTables(sentimentTexts()))
    const told = (text: string): Set<number> => {
      const { view, clauses, whole } = reading(
        createDocument(text, { readers: { fi: finnish }, language: 'fi' }),
        'general',
      )
      return new Set(listFeatures(view, clauses, whole, 'general', 'fi').buckets)
    }
    const eased = (denied: boolean): number =>
      senseBucket(numberOf('trouble'), senseCode(numberOf('remove'), denied))
    expect(told('Särky katosi.').has(eased(false))).toBe(true)
    expect(told('Närästys loppui.').has(eased(false))).toBe(true)
    expect(told('Närästys ei loppunut.').has(eased(false))).toBe(false)
    expect(told('Närästys ei loppunut.').has(eased(true))).toBe(true)
    // Another clause is another matter.
    expect(told('Särky jatkui, mutta jono katosi.').has(eased(false))).toBe(false)
  })

  test('what a clause leans to is the same word by word as from the list of its features', async () => {
    const weights = readWeights(await loadResource('sentiment'))
    const { reading } = createAssessor(readTables(sentimentTexts()), learntPart(weights))
    for (const text of [
      'Särky katosi, mutta lasku ei ollut oikein ja uutta luvattiin turhaan.',
      'Kukaan ei soittanut, vaikka pyysin monta kertaa.',
      '',
    ]) {
      const { view, clauses } = reading(
        createDocument(text, { readers: { fi: finnish }, language: 'fi' }),
        'general',
      )
      for (const found of clauses)
        expect(leanOf(weights, view, found)).toBeCloseTo(
          leanOfListed(weights, listClauseFeatures(view, found)),
          4,
        )
    }
  })
})
