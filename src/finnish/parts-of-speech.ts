import type { PartOfSpeech } from '../language/word.js'

/** Parts of speech in the order of their packed numbers. */
export const partsOfSpeech: readonly PartOfSpeech[] = [
  'noun',
  'name',
  'adjective',
  'verb',
  'adverb',
  'pronoun',
  'numeral',
  'adposition',
  'conjunction',
  'interjection',
  'particle',
  'abbreviation',
  'unknown',
]

/** Bits of an entry's flags in the packed table. */
export const entryFlags = {
  /** The lemma begins with a capital. */
  capital: 1,
  colloquial: 2,
  lexicalized: 4,
  firstname: 8,
  surname: 16,
  place: 32,
  organization: 64,
  drug: 128,
  /** From the table of forms that no paradigm gives. */
  form: 256,
  first: 512,
  last: 1024,
} as const
