import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/categories/pattern.js'

describe('parsePattern', () => {
  it('reads the terms of the pattern language', () => {
    const [pattern] = parsePattern("NEG =jono vasta* +aika puhelin+ 'läpi' kieli:ade NUM")
    expect(pattern?.terms.map(({ kind }) => kind)).toEqual([
      'negation',
      'lemma',
      'prefix',
      'last',
      'first',
      'form',
      'case',
      'number',
    ])
    expect(pattern?.terms[6]?.case).toBe('adessive')
    expect(pattern?.gaps).toEqual([3, 3, 3, 3, 3, 3, 3])
  })

  it('forbids words between with an underscore, frees the order with a tilde', () => {
    expect(parsePattern('pitkä_pinna')[0]?.gaps).toEqual([0])
    expect(parsePattern('jonottaa ~ puhelin').map(({ terms }) => terms.map(({ text }) => text))).toEqual([
      ['jonottaa', 'puhelin'],
      ['puhelin', 'jonottaa'],
    ])
  })

  it('writes alternatives out', () => {
    expect(parsePattern('(lääkäri|hoitaja) ~ (kiire|hoppu)')).toHaveLength(8)
  })

  it.each(['', '  ', 'a ~ b ~ c', '(a|b', 'a__b', '~ a'])('refuses "%s"', (text) => {
    expect(() => parsePattern(text)).toThrow(expect.objectContaining({ code: 'bad_taxonomy' }))
  })

  it('gives patterns or a PalauteError for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          for (const { terms, gaps } of parsePattern(text)) expect(gaps).toHaveLength(terms.length - 1)
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad_taxonomy' })
        }
      }),
    )
  })
})
