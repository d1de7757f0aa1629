import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import type { ConceptTable } from './conceptTable.js'
import type { FeatureKind } from './features.js'
import { type ConceptHit, matchSentence } from './matcher.js'
import { WORD, WordTable } from './wordTable.js'

/** What a comment says, before any model is asked. Holds until the next comment is read. */
export interface Comprehension {
  hits: readonly ConceptHit[]
  table: WordTable
  /** How many words there are, without punctuation; their numbers in `table`, and the token that each is. */
  length: number
  words: Int32Array
  places: Int32Array
  /** How many words count, and which: each lemma where it is met first. */
  different: number
  counted: Int32Array
}

/** Longer texts are cut for the words (not for the concepts): nothing more is learnt from a tenth page. */
const MOST_COUNTED = 3000
/** Slots of the set of lemmas met in a comment; a power of two well above `MOST_COUNTED`. */
const SLOTS = 8192

/**
 * Gives a reader of documents for classifiers: finds concepts by the patterns of each sentence's language, and the
 * words that count. A text whose language is not read in depth holds nothing, nor does a sentence of such.
 */
export function comprehend(
  { patterns }: Pick<ConceptTable, 'patterns'>,
  without: ReadonlySet<FeatureKind> = new Set(),
): (document: Document) => Comprehension {
  const table = new WordTable(patterns, without)
  const met = { hashes: new Int32Array(SLOTS), rounds: new Uint32Array(SLOTS), round: 0 }
  const counted = new Int32Array(MOST_COUNTED)
  let words = new Int32Array(1024)
  let places = new Int32Array(1024)
  return (document) => {
    const { tokens, sentences, sentenceLanguages } = document
    const hits: ConceptHit[] = []
    table.tidy()
    if (tokens.length > words.length) {
      words = new Int32Array(tokens.length * 2)
      places = new Int32Array(tokens.length * 2)
    }
    met.round += 1
    let length = 0
    let different = 0
    for (let s = 0; s < sentences.length && isRead(document.language.code); s += 1) {
      const { first, last } = sentences[s] as Document['sentences'][number]
      const language = sentenceLanguages[s]?.code ?? document.language.code
      if (!isRead(language)) continue
      const from = length
      for (let at = first; at < last; at += 1) {
        const token = tokens[at] as Token
        if (token.kind === 'punctuation') continue
        const word = table.numberOf(token, document.words[at] as WordReading, language)
        words[length] = word
        places[length] = at
        if (different < MOST_COUNTED && isNew(met, table.records[word * WORD.size + WORD.key] as number)) {
          counted[different] = length
          different += 1
        }
        length += 1
      }
      matchSentence(table, words, places, from, length, patterns(language), hits)
    }
    return { hits, table, length, words, places, different, counted }
  }
}

function isRead(language: string): language is SupportedLanguage {
  return language === 'fi' || language === 'sv' || language === 'en'
}

/** Whether a hash is met for the first time in this round; the table needs no emptying. */
function isNew(met: { hashes: Int32Array; rounds: Uint32Array; round: number }, hash: number): boolean {
  let at = hash & (SLOTS - 1)
  while (met.rounds[at] === met.round) {
    if (met.hashes[at] === hash) return false
    at = (at + 1) & (SLOTS - 1)
  }
  met.rounds[at] = met.round
  met.hashes[at] = hash
  return true
}
