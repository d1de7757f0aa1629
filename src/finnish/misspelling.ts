import { compose, type Rewriting } from './rewriting.js'

/*
 * Misspellings of the thumb. Changes are made only up to where the lexicon's stems could follow the word (`most`), and
 * only if some stem goes on past them: the trie is asked before a spelling is made.
 */

/** Tries the word with its letters `from` to `until` as `letters`; they agree before `differs`. */
function put(
  word: Rewriting,
  from: number,
  until: number,
  letters: readonly number[],
  differs: number,
): void {
  compose(word.changed, word.base, from, letters, until)
  word.attempt(word.changed, differs)
}

/** Letters doubled or left single: each run of like letters made one shorter or longer. */
export function tryLetters(word: Rewriting, most: number): void {
  const { codes, length } = word.base
  tryRuns(word)
  for (let at = 0; at < length && at <= most; at++) {
    const letter = codes[at] as number
    const next = codes[at + 1] as number
    if (at + 1 < length && letter === next) {
      if (word.mayDiffer(at + 1, codes[at + 2] as number, codes[at + 3] as number))
        put(word, at, at + 1, [], at + 1)
    } else if (at > 0 && letter !== codes[at - 1] && word.mayDiffer(at + 1, letter, next))
      put(word, at + 1, at + 1, [letter], at + 1)
  }
}

/** Runs of three like letters or more: all written as two, and as one. */
function tryRuns(word: Rewriting): void {
  for (const kept of [2, 1]) {
    const { codes, length } = word.base
    const { changed } = word
    changed.length = 0
    let same = length
    for (let at = 0; at < length; ) {
      const letter = codes[at] as number
      let end = at + 1
      while (end < length && codes[end] === letter) end++
      const run = end - at
      const copies = run > 2 ? kept : run
      if (copies < run) same = Math.min(same, changed.length + copies)
      for (let copy = 0; copy < copies; copy++) changed.codes[changed.length++] = letter
      at = end
    }
    if (same === length) return
    word.attempt(changed, same)
  }
}

/** Neighbours swapped, or one letter too many. */
export function tryEdits(word: Rewriting, most: number): void {
  const { codes, length } = word.base
  for (let at = 0; at < length && at <= most; at++) {
    const letter = codes[at] as number
    const next = at + 1 < length ? (codes[at + 1] as number) : 0
    if (next === letter) continue
    if (at > 0 && word.mayDiffer(at, next, codes[at + 2] as number)) put(word, at, at + 1, [], at)
    if (next !== 0 && word.mayDiffer(at, next, letter)) put(word, at, at + 2, [next, letter], at)
  }
}
