import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { createAssessor, opened } from '../../src/sentiment/assessor.js'
import {
  classesOfWord,
  isTime,
  namesOfWord,
  readIntentWords,
  SIGNS,
  tellSigns,
} from '../../src/sentiment/intentFeatures.js'
import { metRows } from '../../src/sentiment/intents.js'
import { readTables } from '../../src/sentiment/tables.js'
import { languageOfSentence } from '../../src/sentiment/view.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../../src/types.js'
import { sentimentTexts } from './sentiment.js'
import type { Source } from './sentiment-corpus.js'

/** A comment of our own with its intents. */
export interface IntentExample {
  /** The file, one a writer. */
  file: string
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
        if (substance !== false) examples.push({ file, text, language, question, intents })
      }
    }
  }
  return { examples, sources }
}

export interface PreparedIntents extends IntentExample {
  label: Polarity
  sentences: Sentence[]
}

/** Reads every comment as the program does. `labels` are its polarities, by models that had not seen it. */
export async function prepareIntents(
  examples: readonly IntentExample[],
  labels: readonly Polarity[],
): Promise<PreparedIntents[]> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const intentWords = readIntentWords(readFileSync('data/sentiment/intent-words.tsv', 'utf8'))
  const assessor = createAssessor(readTables(sentimentTexts()))
  return examples.map((example, e) => {
    const { text, language, question } = example
    const label = labels[e] as Polarity
    const document = createDocument(text, { readers, language })
    const { view, clauses } = assessor.reading(document, question)
    const met = metRows(document, view, opened(view, 'themes', 0, document.tokens.length), clauses, label)
    const held = {
      bits: new Int32Array(document.sentences.length),
      times: new Int32Array(document.sentences.length),
    }
    const sentences: Sentence[] = document.sentences.map(({ first, last }, s) => {
      const own = languageOfSentence(document, s)
      const told: Sentence = []
      for (let i = first; i < last; i += 1) {
        const token = document.tokens[i]
        const word = document.words[i]
        if (token === undefined || word === undefined) continue
        for (const name of namesOfWord(token, word, own)) told.push([name, 1])
        const bits = classesOfWord(token, word, intentWords[own])
        held.bits[s] = (held.bits[s] as number) | bits
        if (isTime(bits)) held.times[s] = (held.times[s] as number) + 1
      }
      return told
    })
    tellSigns(document, view, clauses, met, { label, question }, held, (sentence, sign, value) => {
      sentences[sentence]?.push([`(${SIGNS[sign]})`, value])
    })
    return { ...example, label, sentences }
  })
}
