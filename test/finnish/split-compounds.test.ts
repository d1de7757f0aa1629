import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'
import type { Token } from '../../src/language/tokens.js'
import { tokensOf } from './tokensOf.js'

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

const read = (text: string) => finnish.lemmatize(tokensOf(text))

describe('compounds written apart', () => {
  it.each([
    ['terveys keskus', 'terveys#keskus'],
    ['Terveys keskuksessa', 'terveys#keskus'],
    ['hammas lääkärille', 'hammas#lääkäri'],
    ['puhelin palvelusta', 'puhelin#palvelu'],
    ['sairaan hoitaja', 'sairaan#hoitaja'],
    ['yhteyden otto', 'yhteyden#otto'],
    ['vastaan otto', 'vastaan#otto'],
    ['odotus huone', 'odotus#huone'],
    ['potilas turvallisuus', 'potilas#turvallisuus'],
  ])('%s: the second word takes the reading of the whole', (text, compound) => {
    const [first, second, ...rest] = read(text)
    expect(rest).toEqual([])
    expect(first?.compound).not.toContain('#')
    expect(second).toMatchObject({ compound, lemma: compound.replaceAll('#', ''), pos: 'noun' })
    expect(second?.parts.length).toBe(2)
  })

  it.each([
    'lääkäri soitti',
    'vuoden aikana',
    'puoli tuntia',
    'osa totuutta',
    'lasten leikki',
    'vanhus asiakkaana',
    'lääkärin vastaanotto',
    'hoitaja vastaa',
    'potilas Lahti',
  ])('%s: two words', (text) => {
    const [first, second] = text.split(' ')
    expect(read(text)[1]?.lemma).toBe(read(`${first} ja ${second}`)[2]?.lemma)
  })

  it('asks for one space between the words', () => {
    const [first, second] = tokensOf('terveys keskus') as [Token, Token]
    const apart = { ...second, start: second.start + 1, end: second.end + 1 }
    expect(finnish.lemmatize([first, apart])[1]?.lemma).toBe('keskus')
  })

  it('gives the end of a compound a reading of its own', () => {
    const whole = read('terveyskeskus')[0]
    for (let round = 0; round < 3; round += 1) expect(read('terveys keskus')[1]).not.toBe(whole)
    expect(read('terveys keskus')[1]).toBe(read('terveys keskus')[1])
  })
})
