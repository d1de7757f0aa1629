import { LANGUAGE_SCALE, LANGUAGE_WEIGHTS } from '../generated/language.js'
import type { LanguageGuess } from '../types.js'
import { MOST_AT_ONCE, type NgramScan, SLOTS, scanNgrams } from './ngrams.js'
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

// Features whose packed sums cannot run over: 255 weights of eight bits fit sixteen.
const BLOCK = 255

// Decoded at the first call, so that importing costs nothing. The slots are scratch: always written before read.
const decoded: { table?: Int32Array; slots?: Uint16Array } = {}

/** Two numbers a slot, each two weights of eight bits: fi and sv, en and und. Summing one sums both. */
function weights(): Int32Array {
  if (decoded.table) return decoded.table
  const binary = atob(LANGUAGE_WEIGHTS)
  const signed = Int8Array.from({ length: SLOTS * WIDTH }, (_, i) => binary.charCodeAt(i))
  const table = new Int32Array(SLOTS * 2)
  for (let i = 0; i < table.length; i += 1)
    table[i] = (signed[2 * i] as number) + ((signed[2 * i + 1] as number) << 16)
  decoded.table = table
  return table
}

/** What was read of a text: counts, and sums of log-odds in the table's units. */
interface Odds extends NgramScan {
  sums: [fi: number, sv: number, en: number, und: number]
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
  return guessOf(oddsOf(text, 0, text.length))
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
  return sentences.map(({ start, end }) => orElse(guessOf(oddsOf(text, start, end)), whole))
}

/** The language of a text and those of the sentences that it is made of, reading each letter once. */
export function detectWithSentences(
  text: string,
  sentences: readonly Sentence[],
): { language: LanguageGuess; sentenceLanguages: LanguageGuess[] } {
  const odds = sentences.map(({ start, end }) => oddsOf(text, start, end))
  const language = guessOf(joined(odds) ?? oddsOf(text, 0, text.length))
  return {
    language,
    sentenceLanguages: odds.map((own) => (odds.length === 1 ? language : orElse(guessOf(own), language))),
  }
}

/** What a sentence says of itself, or the language of the whole where it cannot tell. */
function orElse(guess: LanguageGuess, whole: LanguageGuess): LanguageGuess {
  return guess.code === 'und' || guess.confidence < CLEAR ? whole : guess
}

/** The odds of the whole; undefined where it has more than is read, or letters that were put together first. */
function joined(odds: readonly Odds[]): Odds | undefined {
  if (odds.length === 1) return odds[0]
  const all: Odds = { count: 0, latin: 0, other: 0, marks: 0, sums: [0, 0, 0, 0] }
  for (const { count, latin, other, marks, sums } of odds) {
    all.count += count
    all.latin += latin
    all.other += other
    all.marks += marks
    for (let k = 0; k < WIDTH; k += 1) (all.sums[k] as number) += sums[k] as number
  }
  return all.marks > 0 || all.count >= FEATURES - MOST_AT_ONCE ? undefined : all
}

function oddsOf(text: string, start: number, end: number): Odds {
  decoded.slots ??= new Uint16Array(FEATURES)
  const slots = decoded.slots
  let scan = scanNgrams(text, start, end, slots)
  const { marks } = scan
  if (marks > 0) {
    const composed = text.slice(start, Math.min(end, start + FEATURES)).normalize('NFC')
    scan = scanNgrams(composed, 0, composed.length, slots)
  }
  const { count, latin, other } = scan
  const table = weights()
  const sums: Odds['sums'] = [0, 0, 0, 0]
  for (let from = 0; from < count; from += BLOCK) {
    const until = Math.min(count, from + BLOCK)
    let left = 0
    let right = 0
    for (let i = from; i < until; i += 1) {
      const at = (slots[i] as number) * 2
      left = (left + (table[at] as number)) | 0
      right = (right + (table[at + 1] as number)) | 0
    }
    sums[0] += (left << 16) >> 16
    sums[1] += (left + 0x8000) >> 16
    sums[2] += (right << 16) >> 16
    sums[3] += (right + 0x8000) >> 16
  }
  return { count, latin, other, marks, sums }
}

function guessOf({ latin, other, sums }: Odds): LanguageGuess {
  if (latin === 0 || other > latin) return { code: 'und', confidence: 0 }
  const odds = [
    sums[0] / LANGUAGE_SCALE + PRIOR[0],
    sums[1] / LANGUAGE_SCALE + PRIOR[1],
    sums[2] / LANGUAGE_SCALE + PRIOR[2],
    sums[3] / LANGUAGE_SCALE + PRIOR[3],
  ]
  if (latin < SHORT_OF_OTHER) odds[3] = (odds[3] as number) - 4
  else if (latin > LONG_OF_OTHER) odds[3] = (odds[3] as number) + 2
  let best = 0
  for (let k = 1; k < WIDTH; k += 1) if ((odds[k] as number) > (odds[best] as number)) best = k
  let total = 0
  for (let k = 0; k < WIDTH; k += 1) total += Math.exp((odds[k] as number) - (odds[best] as number))
  return { code: CODES[best] as string, confidence: Math.round(1e4 / total) / 1e4 }
}
