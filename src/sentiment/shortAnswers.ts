import type { Document } from '../language/document.js'
import type { Polarity, QuestionKind } from '../types.js'
import type { ShortAnswerRow } from './tables.js'

/** Answers of at most this many words are looked up whole. */
const LONGEST = 9

interface Piece {
  words: ReadonlySet<string>
  optional: boolean
}

interface CompiledAnswer {
  pieces: readonly Piece[]
  row: ShortAnswerRow
}

/** Answers by their possible first words, in the order of the table. */
export type ShortAnswers = ReadonlyMap<string, readonly CompiledAnswer[]>

export interface ShortAnswer {
  label: Polarity
  substance: boolean
}

export function compileShortAnswers(rows: readonly ShortAnswerRow[]): ShortAnswers {
  const index = new Map<string, CompiledAnswer[]>()
  for (const row of rows) {
    const pieces = row.pattern.split(' ').map((piece) => {
      const optional = piece.startsWith('[')
      return { words: new Set((optional ? piece.slice(1, -1) : piece).split('|')), optional }
    })
    const answer = { pieces, row }
    for (const { words, optional } of pieces) {
      for (const word of words) {
        const held = index.get(word)
        if (held === undefined) index.set(word, [answer])
        else if (held.at(-1) !== answer) held.push(answer)
      }
      if (!optional) break
    }
  }
  return index
}

/**
 * Reads a comment that is nothing but a short answer: its meaning hangs on what was asked. Nothing but
 * punctuation says nothing. Undefined where the comment says more, so that the clauses must be weighed.
 */
export function readShortAnswer(
  answers: ShortAnswers,
  document: Document,
  question: QuestionKind,
): ShortAnswer | undefined {
  const words: string[] = []
  for (const { kind, text } of document.tokens) {
    if (kind === 'punctuation' || kind === 'symbol') continue
    const form = text.toLowerCase().replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu, '')
    const repeated = kind === 'emoji' && words.at(-1) === form
    if (!repeated && words.length > LONGEST) return undefined
    if (!repeated) words.push(form)
  }
  if (words.length === 0) return { label: 'neutral', substance: false }
  if (words.length > LONGEST) return undefined
  for (const { pieces, row } of answers.get(words[0] as string) ?? []) {
    if (!matchWhole(pieces, 0, words, 0)) continue
    const label = row[question]
    return label === '-' ? { label: 'neutral', substance: false } : { label, substance: true }
  }
  return undefined
}

function matchWhole(pieces: readonly Piece[], p: number, words: readonly string[], w: number): boolean {
  const piece = pieces[p]
  if (piece === undefined) return w === words.length
  if (w < words.length && piece.words.has(words[w] as string) && matchWhole(pieces, p + 1, words, w + 1))
    return true
  return piece.optional && matchWhole(pieces, p + 1, words, w)
}
