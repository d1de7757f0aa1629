import type { Span } from '../types.js'

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'emoji' | 'smiley' | 'url' | 'email'

/** A piece of text between white space and boundaries; `text` is always the slice at its offsets. */
export interface Token extends Span {
  text: string
  kind: TokenKind
}
