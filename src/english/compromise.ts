import nlp from 'compromise/two'
import type { Token } from '../language/tokens.js'
import type { PartOfSpeech } from '../language/word.js'

const PARTS: readonly (readonly [string, PartOfSpeech])[] = [
  ['Pronoun', 'pronoun'],
  ['Verb', 'verb'],
  ['Adjective', 'adjective'],
  ['Adverb', 'adverb'],
  ['Noun', 'noun'],
]

interface TaggedTerm {
  tags: string[]
  offset: { start: number }
}

/**
 * Parts of speech by compromise's tagger, one for each token; undefined where it names none of them. The tokens
 * are joined by spaces and found again by their offsets, so that its own splitting cannot shift ours.
 */
export function tagWords(tokens: readonly Token[]): (PartOfSpeech | undefined)[] {
  const at = new Map<number, number>()
  let text = ''
  tokens.forEach((token, i) => {
    at.set(text.length, i)
    text += `${token.text} `
  })
  const tags: (PartOfSpeech | undefined)[] = tokens.map(() => undefined)
  const sentences = nlp(text).json({ offset: true, terms: { offset: true } }) as { terms: TaggedTerm[] }[]
  for (const sentence of sentences)
    for (const term of sentence.terms) {
      const index = at.get(term.offset.start)
      if (index !== undefined) tags[index] = PARTS.find(([tag]) => term.tags.includes(tag))?.[1]
    }
  return tags
}
