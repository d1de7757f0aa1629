import { PalauteError } from '../errors.js'
import type { Document } from '../language/document.js'
import { rememberByWord } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { Intent, SupportedLanguage } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { addClasses, classesOfWord, type IntentWords, noClasses } from './intentClasses.js'
import { INTENTS, namesOfWord, type Setting, SIGNS, tellSigns } from './intentFeatures.js'
import { languageOfSentence, type View } from './view.js'

const HEADS = INTENTS.length

/** Logistic heads, one an intent, in steps of a tenth; read from a table that people can read too. */
export interface IntentWeights {
  bias: Float32Array
  /** Log-odds from which an intent is spoken of. */
  thresholds: Float32Array
  /** By sign, heads side by side. */
  signs: Float32Array
  /** By name of what a word shows. */
  words: ReadonlyMap<string, Float32Array>
}

/**
 * Reads the packed table: a row a feature, a column an intent.
 *
 * @throws {PalauteError} `cannot_read` when the table is of another version
 */
export function readIntentWeights(text: string): IntentWeights {
  const words = new Map<string, Float32Array>()
  const signs = new Float32Array(SIGNS.length * HEADS)
  const places = new Map<string, number>(SIGNS.map((sign, place) => [sign, place]))
  let bias: Float32Array | undefined
  let thresholds: Float32Array | undefined
  for (const line of text.split('\n')) {
    const [name = '', ...cells] = line.split('\t')
    if (name === '') continue
    const row = Float32Array.from({ length: HEADS }, (_, head) => Number(cells[head] || 0) / 10)
    if (name === '(bias)') bias = row
    else if (name === '(threshold)') thresholds = row
    else if (name.startsWith('(')) {
      const place = places.get(name.slice(1, -1))
      if (place === undefined) throw otherVersion()
      signs.set(row, place * HEADS)
    } else words.set(name, row)
  }
  if (bias === undefined || thresholds === undefined) throw otherVersion()
  return { bias, thresholds, signs, words }
}

const otherVersion = (): PalauteError =>
  new PalauteError('cannot_read', 'The packed weights of intents are of another version; reinstall palaute.')

/** Which sentence speaks of an intent most, and how clearly, in log-odds. */
export interface Spoken {
  intent: Intent
  logOdds: number
  threshold: number
  sentence: number
}

/** A row of the table that holds, by its intent and the token at which it opens. */
export interface MetRow {
  intent: Intent
  place: number
}

export interface IntentModel {
  weights: IntentWeights
  /** One for each intent, in the order of `INTENTS`: an intent is as clear as its clearest sentence. */
  judge(
    document: Document,
    view: View,
    clauses: readonly ClauseEvidence[],
    met: readonly MetRow[],
    setting: Setting,
  ): Spoken[]
}

/** What a word gives to each intent, and the classes it is of; null for most words. */
type Looker = (token: Token, word: WordReading) => { sum: Float32Array | undefined; bits: number } | null

/** Makes the learnt part of intents; words are summed up once and remembered. */
export function intentModel(weights: IntentWeights, classes: IntentWords): IntentModel {
  const { bias, thresholds, signs, words } = weights
  const lookers: Record<SupportedLanguage, Looker> = {
    fi: rememberByWord(summing('fi')),
    sv: rememberByWord(summing('sv')),
    en: rememberByWord(summing('en')),
  }
  return { weights, judge }

  function summing(language: SupportedLanguage): Looker {
    return (token, word) => {
      let sum: Float32Array | undefined
      for (const name of namesOfWord(token, word, language)) {
        const row = words.get(name)
        if (row === undefined) continue
        sum ??= new Float32Array(HEADS)
        for (let head = 0; head < HEADS; head += 1) sum[head] = (sum[head] as number) + (row[head] as number)
      }
      const bits = classesOfWord(token, word, classes[language])
      return sum || bits ? { sum, bits } : null
    }
  }

  function judge(
    document: Document,
    view: View,
    clauses: readonly ClauseEvidence[],
    met: readonly MetRow[],
    setting: Setting,
  ): Spoken[] {
    const { sentences, tokens, words: read } = document
    const scores = new Float32Array(sentences.length * HEADS)
    const held = noClasses(sentences.length)
    const add = (sentence: number, row: Float32Array, from: number, value: number): void => {
      const at = sentence * HEADS
      for (let head = 0; head < HEADS; head += 1)
        scores[at + head] = (scores[at + head] as number) + value * (row[from + head] as number)
    }
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const look = lookers[languageOfSentence(document, s)]
      add(s, bias, 0, 1)
      for (let i = first; i < last; i += 1) {
        const found = look(tokens[i] as Token, read[i] as WordReading)
        if (found === null) continue
        if (found.sum) add(s, found.sum, 0, 1)
        addClasses(held, s, found.bits, i === first)
      }
    }
    tellSigns(document, view, clauses, met, setting, held, (sentence, sign, value) =>
      add(sentence, signs, sign * HEADS, value),
    )
    return INTENTS.map((intent, head) => {
      let sentence = 0
      for (let s = 1; s < sentences.length; s += 1)
        if ((scores[s * HEADS + head] as number) > (scores[sentence * HEADS + head] as number)) sentence = s
      const logOdds = scores[sentence * HEADS + head] ?? Number.NEGATIVE_INFINITY
      return { intent, logOdds, threshold: thresholds[head] as number, sentence }
    })
  }
}
