import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { type Assessor, opened, type RuleReader } from '../../src/sentiment/assessor.js'
import { namesOfWord, placesOf, SIGNS, signsOfSentences } from '../../src/sentiment/intentFeatures.js'
import { metRows } from '../../src/sentiment/intents.js'
import { languageOfSentence } from '../../src/sentiment/view.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../../src/types.js'
import type { Source } from './sentiment-corpus.js'

/** A comment of our own with its intents. */
export interface IntentExample {
  /** The file that it is in, one a writer or a wave. */
  file: string
  /** Written for intents alone: the rarer ones, and what resembles them. */
  rare: boolean
  text: string
  language: SupportedLanguage
  question: QuestionKind
  intents: readonly Intent[]
}

/** Features of one sentence: names and values. */
export type Sentence = [name: string, value: number][]

const folders = ['data/comments', 'data/sentiment/intents']

/** Our own comments that carry intents and say something. */
export function readIntentCorpus(): { examples: IntentExample[]; sources: Source[] } {
  const examples: IntentExample[] = []
  const sources: Source[] = []
  for (const folder of folders) {
    if (!existsSync(folder)) continue
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.jsonl')) continue
      const bytes = readFileSync(`${folder}/${file}`)
      const lines = bytes.toString('utf8').split('\n').filter(Boolean)
      sources.push({ file, lines: lines.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      for (const line of lines) {
        const { text, language, question, intents, substance } = JSON.parse(line)
        if (substance !== false)
          examples.push({ file, rare: folder !== 'data/comments', text, language, question, intents })
      }
    }
  }
  return { examples, sources }
}

export interface PreparedIntents extends IntentExample {
  label: Polarity
  sentences: Sentence[]
}

/** Reads every comment as the program does. `assessorOf` gives an assessor that has not seen the text. */
export async function prepareIntents(
  examples: readonly IntentExample[],
  assessorOf: (text: string) => Assessor & RuleReader,
): Promise<PreparedIntents[]> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  return examples.map((example) => {
    const { text, language, question } = example
    const document = createDocument(text, { readers, language })
    const assessor = assessorOf(text)
    const { label } = assessor.assess(document, question)
    const { view, clauses } = assessor.reading(document, question)
    const met = metRows(document, view, opened(view, 'themes', 0, document.tokens.length), clauses, label)
    const sentences: Sentence[] = document.sentences.map(({ first, last }, s) => {
      const own = languageOfSentence(document, s)
      const told: Sentence = []
      for (let i = first; i < last; i += 1) {
        const token = document.tokens[i]
        const word = document.words[i]
        if (token === undefined || word === undefined) continue
        for (const name of namesOfWord(token, word, own)) told.push([name, 1])
      }
      return told
    })
    const told = signsOfSentences(document, view, clauses, met, question)
    for (const [s, { facts, classes, follows, plus, minus }] of told.entries()) {
      const places = [
        ...placesOf.setting({ label, question }),
        ...placesOf.facts(facts),
        ...placesOf.classes(classes),
        ...placesOf.follows(follows),
      ]
      for (const place of places) sentences[s]?.push([`(${SIGNS[place]})`, 1])
      if (plus > 0) sentences[s]?.push(['(plus)', Math.log1p(plus)])
      if (minus > 0) sentences[s]?.push(['(minus)', Math.log1p(minus)])
    }
    return { ...example, label, sentences }
  })
}
