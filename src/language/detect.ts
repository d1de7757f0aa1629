import { LANGUAGE_SCALE, LANGUAGE_WEIGHTS } from '../generated/language.js'
import type { LanguageGuess } from '../types.js'
import { SLOTS, scanNgrams } from './ngrams.js'
import { type Sentence, splitSentences } from './sentences.js'

const CODES = ['fi', 'sv', 'en', 'und'] as const
const WIDTH = CODES.length
// Enough letters to be sure of any language; it bounds the work on long texts.
const FEATURES = 1600
// Log-odds before anything is read: most feedback of a welfare region is Finnish, and another language than the
// three needs clear signs. They decide between near ties only.
const PRIOR = [0.7, 0.2, 0, -1.2] as const
// With this many letters a text can show that it is in another language; below, names would pass for one.
const SHORT_OF_OTHER = 12
const LONG_OF_OTHER = 40
const CLEAR = 0.8

// Decoded at the first call, so that importing costs nothing. The slots are scratch: always written before read.
const decoded: { table?: Int8Array; slots?: Uint16Array } = {}

function weights(): Int8Array {
  if (decoded.table) return decoded.table
  const binary = atob(LANGUAGE_WEIGHTS)
  const table = new Int8Array(SLOTS * WIDTH)
  for (let i = 0; i < table.length; i += 1) table[i] = binary.charCodeAt(i)
  decoded.table = table
  return table
}

/**
 * The language of a text: fi, sv, en, or `und` when nothing can be said (no letters, another script, or a text
 * that is plainly none of the three). Letter n-grams against a trained table (data/models/language.json);
 * confidence is the probability of the answer, 0..1. Works from one character on; reads the first four
 * hundred letters or so. Never throws.
 *
 * @example detectLanguage('Kiitos hoitajalle').code // 'fi'
 */
export function detectLanguage(text: string): LanguageGuess {
  if (typeof text !== 'string') return { code: 'und', confidence: 0 }
  return detectSpan(text, 0, text.length)
}

/**
 * The language of each sentence, for comments that mix languages. A sentence too short or too unclear to tell
 * (probability below 0.8) takes the language of the whole text.
 *
 * @example languageOfSentences('Kiitos kaikille! Tack ska ni ha!').map((guess) => guess.code) // ['fi', 'sv']
 */
export function languageOfSentences(
  text: string,
  sentences: readonly Sentence[] = splitSentences(text),
): LanguageGuess[] {
  const whole = detectLanguage(text)
  return sentences.map((sentence) => {
    const guess = detectSpan(text, sentence.start, sentence.end)
    return guess.code === 'und' || guess.confidence < CLEAR ? whole : guess
  })
}

function detectSpan(text: string, start: number, end: number): LanguageGuess {
  decoded.slots ??= new Uint16Array(FEATURES)
  const filled = decoded.slots
  let scan = scanNgrams(text, start, end, filled)
  if (scan.marks > 0) {
    const composed = text.slice(start, Math.min(end, start + FEATURES)).normalize('NFC')
    scan = scanNgrams(composed, 0, composed.length, filled)
  }
  if (scan.latin === 0 || scan.other > scan.latin) return { code: 'und', confidence: 0 }
  const table = weights()
  let fi = 0
  let sv = 0
  let en = 0
  let und = 0
  for (let i = 0; i < scan.count; i += 1) {
    const at = (filled[i] as number) * WIDTH
    fi += table[at] as number
    sv += table[at + 1] as number
    en += table[at + 2] as number
    und += table[at + 3] as number
  }
  const odds = [
    fi / LANGUAGE_SCALE + PRIOR[0],
    sv / LANGUAGE_SCALE + PRIOR[1],
    en / LANGUAGE_SCALE + PRIOR[2],
    und / LANGUAGE_SCALE + PRIOR[3],
  ]
  if (scan.latin < SHORT_OF_OTHER) odds[3] = (odds[3] as number) - 4
  else if (scan.latin > LONG_OF_OTHER) odds[3] = (odds[3] as number) + 2
  let best = 0
  for (let k = 1; k < WIDTH; k += 1) if ((odds[k] as number) > (odds[best] as number)) best = k
  let total = 0
  for (let k = 0; k < WIDTH; k += 1) total += Math.exp((odds[k] as number) - (odds[best] as number))
  return { code: CODES[best] as string, confidence: Math.round(1e4 / total) / 1e4 }
}
