import type { Document } from '../language/document.js'

/** A document as the rules see it: per token the forms that a pattern may name. */
export interface View {
  /** Lower-case text; emoji without skin tones and variation selectors. */
  forms: string[]
  lemmas: string[]
  /** Last part of a compound; the lemma of a simple word. */
  heads: string[]
  /** Sentence end (last token, exclusive) of each token: no pattern crosses it. */
  ends: Int32Array
}

const decoration = /[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu

export function viewOf(document: Document): View {
  const { tokens, words, sentences } = document
  const forms: string[] = new Array(tokens.length)
  const lemmas: string[] = new Array(tokens.length)
  const heads: string[] = new Array(tokens.length)
  const ends = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    const word = words[i]
    if (token === undefined || word === undefined) continue
    const form = token.text.toLowerCase().replace('’', "'")
    const shown = token.kind === 'emoji' ? form.replace(decoration, '') : form
    forms[i] = shown
    const lemma = token.kind === 'word' ? word.lemma.toLowerCase() : shown
    lemmas[i] = lemma
    const { parts } = word
    heads[i] = parts.length > 1 ? (parts[parts.length - 1] as string).toLowerCase() : lemma
  }
  for (const { first, last } of sentences) for (let i = first; i < last; i += 1) ends[i] = last
  return { forms, lemmas, heads, ends }
}

/** How far around a place an exclusion is looked for. */
const BEFORE = 25
const AFTER = 40

/** The tokens about a place in which its exclusions are looked for: bounded, whatever the length of the text. */
export const windowOf = (view: View, place: number): [first: number, last: number] => [
  Math.max(0, place - BEFORE),
  Math.min(view.forms.length, place + AFTER),
]
