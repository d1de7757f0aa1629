import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument } from '../../src/language/index.js'
import { createAtoms } from '../../src/sentiment/atoms.js'
import { follow, NO_OPENING, openingsOf } from '../../src/sentiment/openings.js'
import { compilePattern, type Match, type Pattern } from '../../src/sentiment/pattern.js'
import type { Rule } from '../../src/sentiment/rules.js'
import { createViewer, type Seen } from '../../src/sentiment/view.js'

const letters = 'abcdefgh'.split('')

/** The matches of patterns in a text of words, by the tables that the rules are read with. */
function found(patterns: readonly string[], words: readonly string[]): string[] {
  const atoms = createAtoms(
    // The viewer asks for the classes of care by name.
    new Map([
      ['vowel', ['a', 'e']],
      ['henkilö', ['hoitaja']],
      ['jono', ['jono']],
    ]),
  )
  const value: Rule = { kind: 'negator', scope: 'next' }
  const compiled = patterns.map((pattern) => compilePattern<Rule>(pattern, value, atoms))
  const own = { words: openingsOf(compiled, 0), themes: new Map() }
  const viewOf = createViewer({ fi: own, sv: own, en: own, patterns: compiled }, atoms, new Map())
  const view = viewOf(createDocument(words.join(' '), { readers: {}, language: 'fi' }))
  const matches: Match<Rule>[] = []
  for (const [i, { rules }] of (view.seen as Seen[]).entries())
    if (rules !== NO_OPENING) follow(view, view.patterns, rules, i, matches)
  return matches
    .map(({ pattern, at }) => `${patterns[compiled.indexOf(pattern as Pattern<Rule>)]}: ${at}`)
    .sort()
}

/** The same by trying every pattern at every word. */
function tried(patterns: readonly string[], words: readonly string[]): string[] {
  const out: string[] = []
  for (const pattern of patterns) {
    const elements: { names: string[]; gap: number; mark: string }[] = []
    let gap = 0
    for (const piece of pattern.split(' ')) {
      if (piece[0] === '~') {
        gap = Number(piece.slice(1))
        continue
      }
      const mark = piece[0] === '?' || piece[0] === '!' ? (piece[0] as string) : ''
      const names = (mark === '' ? piece : piece.slice(1))
        .split('|')
        .flatMap((name) => (name === '@vowel' ? ['a', 'e'] : [name]))
      elements.push({ names, gap, mark })
      gap = 0
    }
    const fits = (e: number, i: number): boolean =>
      (elements[e]?.names.includes('_') || elements[e]?.names.includes(words[i] as string)) ?? false
    const rest = (e: number, from: number): number[] | undefined => {
      const element = elements[e]
      if (element === undefined) return []
      const places: number[] = []
      for (let i = from; i <= from + element.gap && i < words.length; i += 1) if (fits(e, i)) places.push(i)
      if (element.mark === '!') return places.length > 0 ? undefined : rest(e + 1, from)
      for (const place of places) {
        const more = rest(e + 1, place + 1)
        if (more !== undefined) return [place, ...more]
      }
      return element.mark === '?' ? rest(e + 1, from) : undefined
    }
    for (let i = 0; i < words.length; i += 1) {
      const more = fits(0, i) ? rest(1, i + 1) : undefined
      if (more !== undefined) out.push(`${pattern}: ${[i, ...more]}`)
    }
  }
  return out.sort()
}

describe('what opens at a word', () => {
  const name = fc.constantFrom(...letters, 'a|b', 'c|d|e', '@vowel', 'f|@vowel')
  const later = fc.tuple(fc.constantFrom('', '', '~1 ', '~3 '), fc.constantFrom('', '', '', '?', '!'), name)
  const pattern = fc
    .tuple(name, fc.array(fc.oneof(later, fc.constant(['', '', '_'] as const)), { maxLength: 3 }))
    .map(([first, others]) => [first, ...others.map((parts) => parts.join(''))].join(' '))
  const patterns = fc.uniqueArray(pattern, { maxLength: 60 })
  const words = fc.array(fc.constantFrom(...letters), { maxLength: 25 })

  it('is found as by trying every pattern at every word', () => {
    fc.assert(
      fc.property(patterns, words, (some, text) => {
        expect(found(some, text)).toEqual(tried(some, text))
      }),
      { numRuns: 300 },
    )
  })

  it('tells hundreds of patterns of one word apart', () => {
    const some = Array.from({ length: 400 }, (_, i) => `ei ~2 w${i}`)
    expect(found(some, ['ei', 'x', 'w7', 'w399', 'w400', 'ei', 'w8'])).toEqual([
      'ei ~2 w399: 0,3',
      'ei ~2 w7: 0,2',
      'ei ~2 w8: 5,6',
    ])
  })
})
