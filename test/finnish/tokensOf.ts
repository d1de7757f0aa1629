import type { Token } from '../../src/language/tokens.js'

/** Tokens of a text whose words and signs stand apart by single spaces. */
export function tokensOf(text: string): Token[] {
  let at = 0
  return text.split(' ').map((word) => {
    const start = at
    at += word.length + 1
    return { text: word, kind: /\p{L}/u.test(word) ? 'word' : 'punctuation', start, end: start + word.length }
  })
}
