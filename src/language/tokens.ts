import type { Span } from '../types.js'
import { abbreviationEnd } from './abbreviations.js'
import { emailAround, urlEnd } from './addresses.js'
import {
  DIGIT,
  EMOJI,
  IGNORABLE,
  isWordKind,
  kindOf,
  kindOfCharacter,
  LOWER,
  PUNCTUATION,
  SPACE,
  SURROGATE,
  UPPER,
} from './characters.js'
import { colonEnd } from './colon.js'
import { emojiEnd, keycapEnd } from './emoji.js'
import { GLUED_UNITS, numberEnd, takesFullStop } from './numbers.js'
import { LETTER_SMILEYS, smileyEnd } from './smileys.js'

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'emoji' | 'smiley' | 'url' | 'email'

/** A piece of text between white space and boundaries; `text` is always the slice at its offsets. */
export interface Token extends Span {
  text: string
  kind: TokenKind
}

const DOT = 46
const HYPHEN = 45
const COLON = 58
const AMPERSAND = 38
// A dash glued to the word before it opens a shared compound part only before these ("puhelin- ja tekstipalvelu").
const SHARING: ReadonlySet<string> = new Set('ja tai sekä eli että och eller samt and or'.split(' '))
const CLOCK: ReadonlySet<string> = new Set(['klo', 'klo.', 'kello', 'kl', 'kl.', 'at'])
const RUNS = '.!?…-–—*_~=,'

/**
 * Splits a text into words, numbers, punctuation, symbols, emoji, smileys and addresses, in one pass over its
 * char codes. White space (and zero-width characters outside words) is not a token.
 *
 * Offsets are UTF-16 units of `text`, so `text.slice(token.start, token.end) === token.text` always holds, also
 * for lone surrogates, decomposed letters and soft hyphens. The full stop of an abbreviation ("esim.", "t.ex.")
 * and of a date or ordinal ("15.3.") belongs to its token. Never throws; anything but a string gives no tokens.
 *
 * @example tokenize('Soitin klo 8.30.').map((token) => token.text) // ['Soitin', 'klo', '8.30', '.']
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  if (typeof text !== 'string') return tokens
  const length = text.length
  let i = 0
  while (i < length) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === SPACE || kind === IGNORABLE) {
      i += 1
      continue
    }
    let end = i + 1
    let of: TokenKind = 'symbol'
    if (kind === LOWER || kind === UPPER) {
      end = wordEnd(text, i + 1, i)
      of = 'word'
      const next = text.charCodeAt(end)
      if (next === DOT || next === COLON) {
        const address = urlEnd(text, i, end)
        if (address > i) {
          end = address
          of = 'url'
        } else if (next === DOT) end = abbreviationEnd(text, i, end)
      } else if ((code === 120 || code === 88) && end - i < 4 && LETTER_SMILEYS.has(text.slice(i, end)))
        of = 'smiley'
    } else if (kind === DIGIT) {
      end = numberEnd(text, i)
      of = 'number'
      const keycap = end === i + 1 ? keycapEnd(text, i) : i
      if (keycap > i) {
        end = keycap
        of = 'emoji'
      } else if (text.charCodeAt(end) === DOT) {
        if (takesFullStop(text, i, end, CLOCK.has(tokens[tokens.length - 1]?.text.toLowerCase() ?? '')))
          end += 1
      } else {
        const word = wordEnd(text, end, i)
        if (word > end && !isUnit(text, end, word)) {
          end = word
          of = 'word'
        }
      }
    } else if (kind === PUNCTUATION || code === 60 || code === 61 || code === 94) {
      const smiley = smileyEnd(text, i)
      if (smiley > i) {
        end = smiley
        of = 'smiley'
      } else if (sharesPart(text, i, tokens)) {
        end = wordEnd(text, i + 1, i)
        of = 'word'
      } else {
        end = runEnd(text, i)
        of = kind === PUNCTUATION ? 'punctuation' : 'symbol'
      }
    } else if (kind === EMOJI || code === 0xa9 || code === 0xae) {
      end = emojiEnd(text, i)
      if (end === i + 1 && code < 0x2190) of = 'symbol'
      else of = 'emoji'
      if (end === i) end = i + 1
    } else if (kind === SURROGATE) {
      const point = text.codePointAt(i) as number
      if (point > 0xffff) {
        const of2 = kindOfCharacter(String.fromCodePoint(point))
        end = i + 2
        if (isWordKind(of2)) {
          end = wordEnd(text, end, i)
          of = 'word'
        } else if (of2 === DIGIT) of = 'number'
        else {
          const sequence = emojiEnd(text, i)
          if (sequence > i) {
            end = sequence
            of = 'emoji'
          }
        }
      }
    } else if (code === 64) {
      const email = emailAround(text, i)
      if (email && takeBack(tokens, email.start)) {
        tokens.push({
          text: text.slice(email.start, email.end),
          kind: 'email',
          start: email.start,
          end: email.end,
        })
        i = email.end
        continue
      }
    } else if (code === 35 || code === 42) {
      const keycap = keycapEnd(text, i)
      if (keycap > i) {
        end = keycap
        of = 'emoji'
      }
    }
    tokens.push({ text: text.slice(i, end), kind: of, start: i, end })
    i = end
  }
  return tokens
}

/** End of a word from `from` on: letters, digits, marks, inner hyphens and apostrophes, an ending after a colon. */
function wordEnd(text: string, from: number, start: number): number {
  const length = text.length
  let i = from
  while (i < length) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === LOWER || kind === DIGIT || isWordKind(kind)) {
      i += 1
      continue
    }
    if (kind === SPACE) return i
    if (kind === SURROGATE) {
      const point = text.codePointAt(i) as number
      if (point < 0x10000 || !isWordKind(kindOfCharacter(String.fromCodePoint(point)))) return i
      i += 2
      continue
    }
    if (code === HYPHEN || code === 0x2010 || code === 0x2011) {
      if (isJoined(text, i + 1)) i += 2
      else return sharedBefore(text, i) ? i + 1 : i
      continue
    }
    if (code === 39 || code === 0x2019) {
      const next = i + 1 < length ? kindOf(text.charCodeAt(i + 1)) : SPACE
      if (next !== LOWER && next !== UPPER) return i
      i += 2
      continue
    }
    // A&E, H&M.
    if (code === AMPERSAND && isCapital(text, i - 1) && isCapital(text, i + 1)) {
      i += 2
      continue
    }
    return code === COLON ? colonEnd(text, start, i) : i
  }
  return i
}

function isCapital(text: string, i: number): boolean {
  return i >= 0 && i < text.length && kindOf(text.charCodeAt(i)) === UPPER
}

function isJoined(text: string, i: number): boolean {
  if (i >= text.length) return false
  const kind = kindOf(text.charCodeAt(i))
  return kind === LOWER || kind === UPPER || kind === DIGIT
}

/** "puhelin- ja": the hyphen at `hyphen` stands for a part given later. */
function sharedBefore(text: string, hyphen: number): boolean {
  if (text[hyphen + 1] !== ' ') return false
  let end = hyphen + 2
  while (end < text.length && end - hyphen < 7 && kindOf(text.charCodeAt(end)) === LOWER) end += 1
  return SHARING.has(text.slice(hyphen + 2, end))
}

/** "ja -tuet": the hyphen at `i` stands for a part given before. A hyphen elsewhere before a word is a dash. */
function sharesPart(text: string, i: number, tokens: readonly Token[]): boolean {
  if (text.charCodeAt(i) !== HYPHEN || !isJoined(text, i + 1)) return false
  const before = tokens[tokens.length - 1]
  return before !== undefined && before.end < i && SHARING.has(before.text)
}

function isUnit(text: string, start: number, end: number): boolean {
  if (end - start > 7) return false
  const unit = text.slice(start, end)
  // 30MIN is thirty minutes, 4G is no four grams.
  return GLUED_UNITS.has(unit) || (unit.length > 1 && GLUED_UNITS.has(unit.toLowerCase()))
}

function runEnd(text: string, start: number): number {
  const first = text.charAt(start)
  let end = start + 1
  if (!RUNS.includes(first)) return end
  const terminal = first === '.' || first === '!' || first === '?' || first === '…'
  while (end < text.length && (text[end] === first || (terminal && '.!?…'.includes(text.charAt(end)))))
    end += 1
  return end
}

/** Drops the tokens from `start` on, when one of them starts exactly there. */
function takeBack(tokens: Token[], start: number): boolean {
  let keep = tokens.length
  while (keep > 0 && (tokens[keep - 1] as Token).start > start) keep -= 1
  if (keep === 0 || (tokens[keep - 1] as Token).start !== start) return false
  tokens.length = keep - 1
  return true
}
