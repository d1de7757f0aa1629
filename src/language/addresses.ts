import type { Span } from '../types.js'
import { DIGIT, isWordKind, kindOf, LOWER, SPACE, UPPER } from './characters.js'

// Bare names (terveyskyla.fi) count as addresses under these only: "se", "no" or "me" after a missing space
// ("hyvä.se oli") would be words.
const TOP_LEVEL: ReadonlySet<string> = new Set('fi com net org eu ax gov edu nhs'.split(' '))
const LONGEST_LABEL = 63
const LONGEST_LOCAL = 64
const HYPHEN = 45
const DOT = 46
const SLASH = 47

function labelEnd(text: string, start: number): number {
  let i = start
  const limit = Math.min(text.length, start + LONGEST_LABEL)
  while (i < limit) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind !== LOWER && kind !== UPPER && kind !== DIGIT && code !== HYPHEN) break
    i += 1
  }
  return i
}

/** End of `label(.label)+` from `start`, or `start` where there is none; `last` tells the last label. */
function domainEnd(text: string, start: number): { end: number; last: string } {
  let end = labelEnd(text, start)
  let last = ''
  for (let labels = 1; end > start && labels < 6 && text.charCodeAt(end) === DOT; labels += 1) {
    const next = labelEnd(text, end + 1)
    if (next === end + 1) break
    last = text.slice(end + 1, next)
    end = next
  }
  return { end: last === '' ? start : end, last }
}

/** End of the rest of an address: everything up to white space, without the punctuation that closes a clause. */
function pathEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && kindOf(text.charCodeAt(end)) !== SPACE) end += 1
  while (end > start && '.,;:!?)]}\'"»”’'.includes(text.charAt(end - 1))) end -= 1
  return end
}

/**
 * End of a web address that starts at `start` (http://, https://, www.), or of a bare name whose first
 * label ends at `wordEnd`; `start` where there is none.
 */
export function urlEnd(text: string, start: number, wordEnd: number): number {
  const length = wordEnd - start
  const next = text.charCodeAt(wordEnd)
  if (next === 58 && (length === 4 || length === 5) && text.startsWith('//', wordEnd + 1)) {
    const scheme = text.slice(start, wordEnd).toLowerCase()
    if (scheme === 'http' || scheme === 'https') return pathEnd(text, wordEnd + 3)
  }
  if (next !== DOT) return start
  if (length === 3 && text.slice(start, wordEnd).toLowerCase() === 'www') {
    const { end } = domainEnd(text, start)
    return end === start ? start : text.charCodeAt(end) === SLASH ? pathEnd(text, end) : end
  }
  const { end, last } = domainEnd(text, start)
  if (end === start || !TOP_LEVEL.has(last)) return start
  return text.charCodeAt(end) === SLASH ? pathEnd(text, end) : end
}

/** The e-mail address around the `@` at `at`, or undefined. Looks back at most 64 characters (RFC 5321, 4.5.3.1.1). */
export function emailAround(text: string, at: number): Span | undefined {
  let start = at
  while (start > 0 && at - start < LONGEST_LOCAL) {
    const code = text.charCodeAt(start - 1)
    const kind = kindOf(code)
    if (!isWordKind(kind) && kind !== DIGIT && code !== DOT && code !== HYPHEN && code !== 43 && code !== 95)
      break
    start -= 1
  }
  while (start < at && text.charCodeAt(start) === DOT) start += 1
  if (start === at) return undefined
  const { end } = domainEnd(text, at + 1)
  return end === at + 1 ? undefined : { start, end }
}
