import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/language/index.js'
import { growth, TRAPS } from './linear.js'

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each([
    ['Hyvä.Kiitos! ok', ['Hyvä.', 'Kiitos!', 'ok']],
    ['Soitin klo 8.30. Ei vastattu.', ['Soitin klo 8.30.', 'Ei vastattu.']],
    ['Kävin 15.3. Sitten odotin.', ['Kävin 15.3.', 'Sitten odotin.']],
    ['Kävin 15.3. labrassa.', ['Kävin 15.3. labrassa.']],
    ['Lääkäri, hoitaja jne. Sitten kotiin.', ['Lääkäri, hoitaja jne.', 'Sitten kotiin.']],
    ['Hoitaja esim. Tampereella auttoi.', ['Hoitaja esim. Tampereella auttoi.']],
    ['Hoitaja M. Virtanen auttoi.', ['Hoitaja M. Virtanen auttoi.']],
    ['Kiitos :) Hyvä hoito 😊 Tulen uudelleen', ['Kiitos :)', 'Hyvä hoito 😊', 'Tulen uudelleen']],
    ['Ihan hyvä... mutta kallis', ['Ihan hyvä... mutta kallis']],
    ['Ihan hyvä... Mutta kallis', ['Ihan hyvä...', 'Mutta kallis']],
    ['Hyvä hoito\nnopea palvelu\n- jono', ['Hyvä hoito', 'nopea palvelu', '- jono']],
    ['1. Hyvä\n2. Nopea', ['1. Hyvä', '2. Nopea']],
    ['"Odota." Niin hän sanoi.', ['"Odota."', 'Niin hän sanoi.']],
    ['(Kiitos!) hyvä', ['(Kiitos!) hyvä']],
    ['Maten, sängen o.s.v. Allt bra.', ['Maten, sängen o.s.v.', 'Allt bra.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('keeps a wrapped line together', () => {
    const text = `${'Odotin todella kauan puhelimessa ja lopulta minulle vastattiin'}\nmutta asia ei hoitunut.`
    expect(split(text)).toHaveLength(1)
  })

  it.each(TRAPS.map((trap) => [JSON.stringify(trap), trap] as const))('grows linearly on %s', (_, trap) => {
    expect(growth(trap, (text) => splitSentences(text))).toBeLessThan(45)
  })
})
