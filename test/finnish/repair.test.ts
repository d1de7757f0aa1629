import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { spellOut } from '../../src/finnish/alphabet.js'
import { CandidateMaker } from '../../src/finnish/candidate.js'
import { featureSpace } from '../../src/finnish/features.js'
import { Matches } from '../../src/finnish/match.js'
import { Matcher } from '../../src/finnish/matcher.js'
import { tryEdits, tryLetters } from '../../src/finnish/misspelling.js'
import { openPacked } from '../../src/finnish/packed.js'
import { rememberRepeated } from '../../src/finnish/repeated.js'
import { Rewriting } from '../../src/finnish/rewriting.js'

let matcher: Matcher
let rewriting: Rewriting

beforeAll(() => {
  const packed = openPacked(readFileSync(new URL('../../src/generated/finnish.bin', import.meta.url)))
  matcher = new Matcher(packed)
  const maker = new CandidateMaker(packed, featureSpace(packed), packed.weights, false)
  rewriting = new Rewriting(packed, matcher, maker)
})

/** The spellings that are followed. */
const variantsOf = (word: string, attempt: typeof tryLetters): string[] => {
  const found: string[] = []
  const spy = vi.spyOn(matcher, 'vary').mockImplementation((codes, length) => {
    found.push(spellOut(codes, length))
    return new Matches()
  })
  matcher.simple(word)
  const { reach } = matcher
  rewriting.begin(word, 0, [])
  rewriting.start(0)
  attempt(rewriting, reach + 1)
  spy.mockRestore()
  return found
}

describe('variants of a misspelt word', () => {
  it.each([
    ['lääkkäri', 'lääkäri'],
    ['hoittaja', 'hoitaja'],
    ['asiakkas', 'asiakas'],
    ['kiitooosss', 'kiitos'],
  ])('%s: letters doubled or left single give %s', (word, meant) => {
    expect(variantsOf(word, tryLetters)).toContain(meant)
  })

  it.each([
    ['plavelu', 'palvelu'],
    ['hoitjaa', 'hoitaja'],
    ['potiilas', 'potilas'],
    ['hoirtaja', 'hoitaja'],
  ])('%s: neighbours swapped or a letter too many give %s', (word, meant) => {
    const all = [...variantsOf(word, tryLetters), ...variantsOf(word, tryEdits)]
    expect(all).toContain(meant)
  })

  it('never follows the word itself', () => {
    for (const word of ['hoitaja', 'aaaaaaa', 'kirjastossa', 'qxqxqxqx', 'vastaanottto'])
      for (const make of [tryLetters, tryEdits]) {
        expect(variantsOf(word, make)).not.toContain(word)
      }
  })

  it('makes no text where no stem goes on', () => {
    expect(variantsOf('qxqxqxqxqxqx', tryEdits)).toEqual([])
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
