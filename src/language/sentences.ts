import type { Span } from '../types.js'
import { LEADING_ABBREVIATIONS } from './abbreviations.js'
import { kindOf, LOWER } from './characters.js'
import { type Token, tokenize } from './tokens.js'

/** A sentence; `first` and `last` are the range of its tokens, last exclusive. */
export interface Sentence extends Span {
  first: number
  last: number
}

// A line this long was wrapped by a program rather than ended by its writer.
const WRAPPED = 60
const DOT = 46
const SPACE_CODE = 32
// Closing marks and smileys looked through for the end mark before them; a bound, so that rows of them cost nothing.
const LONGEST_TAIL = 8

/**
 * Splits a text into sentences. Ends are full stops, exclamation and question marks, emoji or smileys before a
 * capital, and line breaks (people write one remark a line); the full stop of an abbreviation ends a sentence
 * only where something new starts ("jne. Sitten"). Every token belongs to exactly one sentence.
 *
 * @param tokens the tokens of `text`, when they are at hand already
 * @example splitSentences('Hyvä.Kiitos!').map((s) => [s.start, s.end]) // [[0, 5], [5, 12]]
 */
export function splitSentences(text: string, tokens: readonly Token[] = tokenize(text)): Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  let line = tokens[0]?.start ?? 0
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    const next = tokens[i + 1]
    let last = next === undefined
    // The common case first: a word, one space or none, and more to come.
    const plain = token.kind === 'word' && text.charCodeAt(token.end - 1) !== DOT
    if (
      next !== undefined &&
      !(
        plain &&
        (next.start === token.end ||
          (text.charCodeAt(token.end) === SPACE_CODE && next.start === token.end + 1))
      )
    ) {
      const breaks = lineBreaks(text, token.end, next.start)
      const wrapped = breaks === 1 && next.start - line > WRAPPED && startsLower(next)
      last = (breaks > 0 && !wrapped) || (!clings(next, token) && ends(tokens, i, next))
      if (breaks > 0) line = next.start
    }
    if (!last) continue
    sentences.push({ start: (tokens[first] as Token).start, end: token.end, first, last: i + 1 })
    first = i + 1
  }
  return sentences
}

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10) || code === 0x2028 || code === 0x2029)
      breaks += 1
  }
  return breaks
}

function startsLower(token: Token): boolean {
  return token.kind === 'word' && kindOf(token.text.charCodeAt(0)) === LOWER
}

/** Closing marks, smileys and emoji stay with the sentence that they follow. */
function clings(token: Token, before: Token): boolean {
  if (token.text === '"') return token.start === before.end
  return (
    token.kind === 'emoji' ||
    token.kind === 'smiley' ||
    ')]}”’»,;:'.includes(token.text.charAt(0)) ||
    isTerminal(token)
  )
}

function isTerminal(token: Token): boolean {
  return token.kind === 'punctuation' && '.!?…'.includes(token.text.charAt(0))
}

/** Whether a sentence ends with token `i`, given that `next` does not cling to it. */
function ends(tokens: readonly Token[], i: number, next: Token): boolean {
  const token = tokens[i] as Token
  if (isTerminal(token)) {
    const pause = token.text === '…' || token.text.startsWith('..')
    return !(pause && startsLower(next))
  }
  if (token.kind === 'emoji' || token.kind === 'smiley' || isClosing(token)) {
    let before = i - 1
    while (before > 0 && i - before < LONGEST_TAIL && isTrailing(tokens[before] as Token)) before -= 1
    const mark = tokens[before]
    if (mark !== undefined && isTerminal(mark)) return isClosing(token) ? !startsLower(next) : true
    return !isClosing(token) && !startsLower(next) && next.kind === 'word'
  }
  if (startsLower(next) || next.kind !== 'word' || !token.text.endsWith('.')) return false
  // A date may end a sentence; the number of a list never does.
  if (token.kind === 'number') return token.text.length > 3
  // An initial or an abbreviation that leads on never ends a sentence.
  return token.text.length > 2 && !LEADING_ABBREVIATIONS.has(token.text.slice(0, -1).toLowerCase())
}

function isClosing(token: Token): boolean {
  return token.kind === 'punctuation' && ')]}”’»"'.includes(token.text.charAt(0))
}

function isTrailing(token: Token): boolean {
  return isClosing(token) || token.kind === 'emoji' || token.kind === 'smiley'
}
