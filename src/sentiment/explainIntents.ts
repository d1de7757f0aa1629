import type { Document } from '../language/document.js'
import type { Intent } from '../types.js'
import { namesOfWord, placesOf, type SentenceSigns, SIGNS, signsOfSentences } from './intentFeatures.js'
import { HEADS, type IntentRead, type IntentWeights, type Spoken } from './intentModel.js'
import { languageOfSentence } from './view.js'

/** What spoke of an intent: the sentence, and what in it gave how much, in log-odds. */
export interface IntentReason {
  intent: Intent
  /** The sentence that spoke most clearly. */
  text: string
  logOdds: number
  /** From where the intent is named. */
  threshold: number
  /** Words as they stand, and signs of the sentence in brackets, the weightiest first. */
  reasons: { from: string; gives: number }[]
}

/** Reasons told of one intent. */
const MOST = 8

/** What is behind the intents that were named. */
export function intentReasons(
  weights: IntentWeights,
  spoken: readonly Spoken[],
  read: IntentRead,
): IntentReason[] {
  const [document, view, clauses, met, setting] = read
  const told = signsOfSentences(document, view, clauses, met, setting.question)
  return spoken.map(({ intent, logOdds, threshold, sentence, head }) => {
    const { facts, classes, follows, plus, minus } = told[sentence] as SentenceSigns
    const of = (place: number): number => (weights.signs[place * HEADS + head] as number) / 10
    const signs = [
      ...placesOf.setting(setting),
      ...placesOf.facts(facts),
      ...placesOf.classes(classes),
      ...placesOf.follows(follows),
    ].map((place) => ({ from: `(${SIGNS[place]})`, gives: of(place) }))
    const sums = [
      { from: '(plus)', gives: Math.log1p(plus) * of(placesOf.plus) },
      { from: '(minus)', gives: Math.log1p(minus) * of(placesOf.minus) },
    ]
    const all = [...wordsOf(weights, document, sentence, head), ...signs, ...sums]
      .map(({ from, gives }) => ({ from, gives: Math.round(gives * 100) / 100 }))
      .filter(({ gives }) => gives !== 0)
      .sort((x, y) => Math.abs(y.gives) - Math.abs(x.gives))
    const { first, last } = document.sentences[sentence] as { first: number; last: number }
    return {
      intent,
      text: document.text.slice(document.tokens[first]?.start ?? 0, document.tokens[last - 1]?.end ?? 0),
      logOdds: Math.round(logOdds * 100) / 100,
      threshold,
      reasons: all.slice(0, MOST),
    }
  })
}

/** What each word of a sentence gives to a head. */
function wordsOf(
  { words }: IntentWeights,
  document: Document,
  sentence: number,
  head: number,
): { from: string; gives: number }[] {
  const { first, last } = document.sentences[sentence] as { first: number; last: number }
  const language = languageOfSentence(document, sentence)
  return document.tokens.slice(first, last).map((token, i) => {
    const word = document.words[first + i]
    let gives = 0
    if (word) for (const name of namesOfWord(token, word, language)) gives += words.get(name)?.[head] ?? 0
    return { from: token.text, gives: gives / 10 }
  })
}
