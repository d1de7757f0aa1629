import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'
import { tokensOf } from './tokensOf.js'

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

const lemmas = (text: string): string =>
  finnish
    .lemmatize(tokensOf(text))
    .map((reading) => reading.lemma)
    .join(' ')

describe('words in their sentence', () => {
  it('has one reading for each token, in order', () => {
    expect(finnish.lemmatize([])).toEqual([])
    expect(finnish.lemmatize(tokensOf('Hoito oli hyvää , kiitos !')).length).toBe(6)
  })

  it('reads sentences of feedback', () => {
    expect(lemmas('En saanut aikaa lääkärille .')).toBe('ei saada aika lääkäri .')
    expect(lemmas('Hoitajat olivat ystävällisiä ja kuuntelivat minua .')).toBe(
      'hoitaja olla ystävällinen ja kuunnella minä .',
    )
    expect(lemmas('Minua ei kuunneltu ollenkaan')).toBe('minä ei kuunnella ollenkaan')
  })

  it('chooses by the neighbors where the form alone does not tell', () => {
    const past = finnish.lemmatize(tokensOf('Lääkäri tuli heti paikalle .'))[1]
    expect(past).toMatchObject({ lemma: 'tulla', pos: 'verb' })
    const name = finnish.lemmatize(tokensOf('Minua hoiti Satu ja Pirkko .'))
    expect(name.map((reading) => reading.pos)).toContain('name')
  })

  it('gives the same whether a sentence stands alone or after another', () => {
    const alone = finnish.lemmatize(tokensOf('Jono oli pitkä .'))
    const after = finnish.lemmatize(tokensOf('Kiitos kaikesta ! Jono oli pitkä .')).slice(3)
    expect(after).toEqual(alone)
  })
})
