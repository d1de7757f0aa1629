import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'
import type { Token } from '../../src/language/tokens.js'

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

function tokens(text: string): Token[] {
  let at = 0
  return text.split(' ').map((word) => {
    const start = at
    at += word.length + 1
    return { text: word, kind: /\p{L}/u.test(word) ? 'word' : 'punctuation', start, end: start + word.length }
  })
}

const lemmas = (text: string): string =>
  finnish
    .lemmatize(tokens(text))
    .map((reading) => reading.lemma)
    .join(' ')

describe('words in their sentence', () => {
  it('has one reading for each token, in order', () => {
    expect(finnish.lemmatize([])).toEqual([])
    expect(finnish.lemmatize(tokens('Hoito oli hyvää , kiitos !')).length).toBe(6)
  })

  it('reads sentences of feedback', () => {
    expect(lemmas('En saanut aikaa lääkärille .')).toBe('ei saada aika lääkäri .')
    expect(lemmas('Hoitajat olivat ystävällisiä ja kuuntelivat minua .')).toBe(
      'hoitaja olla ystävällinen ja kuunnella minä .',
    )
    expect(lemmas('Minua ei kuunneltu ollenkaan')).toBe('minä ei kuunnella ollenkaan')
  })

  it('chooses by the neighbors where the form alone does not tell', () => {
    const past = finnish.lemmatize(tokens('Lääkäri tuli heti paikalle .'))[1]
    expect(past).toMatchObject({ lemma: 'tulla', pos: 'verb' })
    const name = finnish.lemmatize(tokens('Minua hoiti Satu ja Pirkko .'))
    expect(name.map((reading) => reading.pos)).toContain('name')
  })

  it('gives the same whether a sentence stands alone or after another', () => {
    const alone = finnish.lemmatize(tokens('Jono oli pitkä .'))
    const after = finnish.lemmatize(tokens('Kiitos kaikesta ! Jono oli pitkä .')).slice(3)
    expect(after).toEqual(alone)
  })
})
