import type { Seen, View } from './view.js'

/** A list of words that rules ask for, as a set. */
export const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Whether a form from `first` to `last` is one of these. */
export function holdsForm({ seen }: View, first: number, last: number, words: ReadonlySet<string>): boolean {
  for (let i = first; i < last; i += 1) if (words.has((seen[i] as Seen).form)) return true
  return false
}

/** Whether a lemma from `first` to `last` is one of these. */
export function holdsLemma({ seen }: View, first: number, last: number, words: ReadonlySet<string>): boolean {
  for (let i = first; i < last; i += 1) if (words.has((seen[i] as Seen).lemma)) return true
  return false
}
