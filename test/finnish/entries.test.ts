import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

const best = (form: string): string => finnish.analyzeWord(form)[0]?.compound ?? ''

describe('entries of a special kind', () => {
  it.each([
    ['Uudenmaan', 'Uusimaa'],
    ['Itä-Uudellamaalla', 'Itä-Uusimaa'],
    ['Uudessakaupungissa', 'Uusikaupunki'],
    ['Uudessa-Seelannissa', 'Uusi-Seelanti'],
    ['Isonkyrön', 'Isokyrö'],
  ])('%s: both parts of %s inflect', (form, lemma) => {
    expect(best(form)).toBe(lemma)
  })

  it.each([
    ['pahoillani', 'pahoillaan'],
    ['pahoillamme', 'pahoillaan'],
    ['innoissani', 'innoissaan'],
  ])('%s: another person of the adverb %s', (form, lemma) => {
    expect(best(form)).toBe(lemma)
  })

  it.each([
    ['haavat', 'haava'],
    ['kärsiä', 'kärsiä'],
    ['synnytystä', 'synnytys'],
  ])('%s: the usual word %s comes before its rare homograph', (form, lemma) => {
    expect(best(form)).toBe(lemma)
  })

  it.each([
    ['ootettiin', 'odottaa'],
    ['kattoon', 'katsoa|katto'],
    ['puhuun', 'puhua'],
    ['mentii', 'mennä'],
  ])('%s: a spoken form of %s', (form, lemma) => {
    expect(lemma.split('|')).toContain(best(form))
  })
})
