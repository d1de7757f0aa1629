import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Matcher } from '../../src/finnish/matcher.js'
import { editVariants, letterVariants } from '../../src/finnish/misspelling.js'
import { openPacked } from '../../src/finnish/packed.js'
import { rememberRepeated } from '../../src/finnish/repeated.js'

let matcher: Matcher

beforeAll(() => {
  const packed = openPacked(readFileSync(new URL('../../src/generated/finnish.bin', import.meta.url)))
  matcher = new Matcher(packed)
})

const variantsOf = (word: string, make: typeof letterVariants): string[] => {
  matcher.simple(word)
  return make(word, matcher.reach + 1, matcher.keepTrail())
}

describe('variants of a misspelt word', () => {
  it.each([
    ['lääkkäri', 'lääkäri'],
    ['hoittaja', 'hoitaja'],
    ['asiakkas', 'asiakas'],
    ['kiitooosss', 'kiitos'],
  ])('%s: letters doubled or left single give %s', (word, meant) => {
    expect(variantsOf(word, letterVariants)).toContain(meant)
  })

  it.each([
    ['plavelu', 'palvelu'],
    ['hoitjaa', 'hoitaja'],
    ['potiilas', 'potilas'],
    ['hoirtaja', 'hoitaja'],
  ])('%s: neighbours swapped or a letter too many give %s', (word, meant) => {
    const all = [...variantsOf(word, letterVariants), ...variantsOf(word, editVariants)]
    expect(all).toContain(meant)
  })

  it('never gives the word itself, nor a variant twice', () => {
    for (const word of ['hoitaja', 'aaaaaaa', 'kirjastossa', 'qxqxqxqx', 'vastaanottto'])
      for (const make of [letterVariants, editVariants]) {
        const found = variantsOf(word, make)
        expect(found).not.toContain(word)
        expect(new Set(found).size).toBe(found.length)
      }
  })

  it('makes no text where no stem goes on', () => {
    expect(variantsOf('qxqxqxqxqxqx', editVariants)).toEqual([])
  })
})

describe('memo of repeated words', () => {
  it('computes a word at most twice and gives the same answer each time', () => {
    let calls = 0
    const upper = rememberRepeated((word) => {
      calls += 1
      return word.toUpperCase()
    })
    for (let round = 0; round < 5; round += 1) expect(upper('hoitaja')).toBe('HOITAJA')
    expect(calls).toBe(2)
  })

  it('stays right when many words share its slots', () => {
    const same = rememberRepeated((word) => `${word}!`)
    for (let round = 0; round < 3; round += 1)
      for (let index = 0; index < 40_000; index += 1) {
        const word = `sana${index}`
        if (same(word) !== `${word}!`) expect.fail(word)
      }
    expect(same('')).toBe('!')
  })

  it('does not keep very long words', () => {
    let calls = 0
    const size = rememberRepeated((word) => {
      calls += 1
      return word.length
    })
    for (let round = 0; round < 4; round += 1) size('a'.repeat(1000))
    expect(calls).toBe(4)
  })
})
