import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { type Analyzer, createAnalyzer } from '../../src/pipeline.js'
import { createAssessor, readTables } from '../../src/sentiment/index.js'

const tables = readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')))
const rules = createAssessor(tables)
let fi: LanguageReader
let analyzer: Analyzer

beforeAll(async () => {
  fi = await loadFinnish()
  analyzer = await createAnalyzer()
})

const byRules = (text: string): string =>
  rules.reading(createDocument(text, { readers: { fi }, language: 'fi' }), 'general').whole.label

/** What each rule of grammar decides, and beside it what it must leave alone. */
const examples: readonly [rule: string, text: string, label: string][] = [
  ['what stands in the place of the denied is not denied', 'Ei loistavaa vaan huonoa palvelua.', 'negative'],
  ['nor is what a verb says after a comma', 'Vaikkei aikaa ollut varattu, pääsin heti hoitoon.', 'positive'],
  ['a denied comparative with "voida" tops all', 'Ei voisi ystävällisempää väkeä olla.', 'positive'],
  ['so does one of blame', 'Ei voisi töykeämpää väkeä olla.', 'negative'],
  ['so does a perfect', 'En ole mukavampaa hoitajaa tavannut.', 'positive'],
  ['so does a comparative before the denial', 'Ystävällisempää väkeä ei ole.', 'positive'],
  ['but not "ei sen parempi"', 'Hoito ei ole sen parempaa.', 'negative'],
  ['thanks for nothing but blame', 'Kiitos kun pilasitte päiväni.', 'negative'],
  ['thanks for help stay thanks', 'Kiitos kun autoitte.', 'positive'],
  ['what is only pretended', 'Hoitaja muka auttoi.', 'negative'],
  ['distress amid which help came', 'Isän kuollessa saimme kiitettävää hoitoa.', 'positive'],
  ['distress by its time', 'Vaikeuksien keskellä saimme kiitettävää hoitoa.', 'positive'],
  ['a noun and what its phrase says', 'Inhimillisyys loisti poissaolollaan.', 'negative'],
  ['a verb of praise in the conditional is a wish', 'Selkokielinen ohje auttaisi.', 'negative'],
  ['one of one’s own is not', 'Suosittelisin tätä lääkäriä.', 'positive'],
  ['an abessive in a phrase', 'Lupaus jäi pitämättä.', 'negative'],
  ['what was hoped for', 'Odotin lämpimämpää vastaanottoa.', 'negative'],
  ['a wish for everybody', 'Pääsisipä jokainen tuonne.', 'positive'],
  ['a wish for oneself', 'Pääsisipä joskus tuonne.', 'negative'],
  ['a negation of the main clause', 'En usko, että hoito auttaa.', 'negative'],
  ['two negations', 'En voi sanoa, ettei hoito auttanut.', 'positive'],
  ['others’ disbelief is not the writer’s', 'Lääkäri ei uskonut, että minulla on kova särky.', 'negative'],
  ['what is told without belief', 'Väittivät, että hoitoni oli hyvää.', 'negative'],
  ['an indirect question', 'Lääkäri selvitti hienosti, mistä kipu johtuu.', 'positive'],
  ['praise of the past', 'Ennen täällä oli hyvä palvelu.', 'negative'],
  ['but not of what came before something', 'Ennen leikkausta sain hyvää hoitoa.', 'positive'],
  ['parts of a list judge apart', 'Nopea palvelu, kalliit hinnat.', 'mixed'],
  ['too much of a good thing', 'Hoitaja oli liiankin kiltti.', 'positive'],
  ['an intensifier in a phrase', 'Ihan hirveän ystävällinen vastaanotto.', 'positive'],
  ['a question of what could not be', 'Voiko huonompaa hoitoa ollakaan?', 'negative'],
]

test.each(examples)('%s: %s', (_, text, label) => {
  expect(byRules(text)).toBe(label)
})

describe('brief comments', () => {
  test.each([
    ['one clause says one thing', 'Lääkäri jopa soitti perään.', 'positive'],
    ['flat words are neutral', 'Sairaalan ruoka menetteli.', 'neutral'],
    ['flat words after a denial are not', 'Ruoka ei ollut ok.', 'negative'],
    ['kind words alone are praise', 'Minulle vastattiin: "kyllä tämä meille kuuluu".', 'positive'],
    ['a wish to know is a question', 'Haluaisin tietää vastaanoton aukioloajat.', 'neutral'],
    ['clear rules count', 'Voiko huonompaa hoitoa ollakaan?', 'negative'],
  ])('%s: %s', (_, text, label) => {
    expect(analyzer.analyze(text).sentiment.label).toBe(label)
  })
})

test('at least 85 in a hundred pairs of grammar, both sides', () => {
  const pairs = readFileSync(resolve(import.meta.dirname, '../golden/sentiment/pairs-grammar.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(1)
    .map((line) => line.split('\t'))
  const labelOf = (text = ''): string => analyzer.analyze(text).sentiment.label
  const right = pairs.filter(([, a, labelA, b, labelB]) => labelOf(a) === labelA && labelOf(b) === labelB)
  expect(pairs).toHaveLength(150)
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.85)
})
