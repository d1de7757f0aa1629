import { describe, expect, it } from 'vitest'
import { loadFinnish } from '../../src/finnish/index.js'

const finnish = await loadFinnish()

describe('spoken forms', () => {
  it.each([
    ['autto', 'auttaa'],
    ['kerto', 'kertoa'],
    ['hoitu', 'hoitua'],
    ['löyty', 'löytyä'],
    ['peruuntu', 'peruuntua'],
    ['pysähty', 'pysähtyä'],
  ])('%s is the past of %s without its last letter', (form, lemma) => {
    const [best] = finnish.analyzeWord(form)
    expect(best).toMatchObject({ lemma, pos: 'verb', features: { tense: 'past', person: '3' } })
  })

  it('a word of the lexicon is what it is', () => {
    for (const form of ['soitto', 'jakso', 'loppu', 'talo'])
      expect(finnish.analyzeWord(form)[0]).toMatchObject({ lemma: form, source: 'lexicon' })
  })
})
