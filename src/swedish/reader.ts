/*! The stemmer bundled from natural/lib/natural/stemmers/porter_stemmer_sv.js:
Copyright (c) 2017, Dogan Yazar

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
*/
import porter from 'natural/lib/natural/stemmers/porter_stemmer_sv.js'
import { readHyphenated, readingOf, readingSharer } from '../language/formTable.js'
import { functionWordsOf } from '../language/functionWords.js'
import { memoize } from '../language/memo.js'
import { normalizeWord } from '../language/normalize.js'
import { readAsIs } from '../language/readAsIs.js'
import type { LanguageReader, WordReading } from '../language/word.js'
import { readCompound } from './compounds.js'
import { guessSwedish } from './guess.js'
import { buildLexicon, lookUp } from './lexicon.js'

const MEMO = 1 << 15

/**
 * Swedish behind the interface of all languages: a lexicon with its inflection classes, compounds read from their
 * head, endings for the rest. `stem` is the Porter stemmer for Swedish of the package natural.
 *
 * @example (await loadSwedish()).analyzeWord('väntetiderna')[0].compound // 'vänte#tid'
 */
export async function loadSwedish(): Promise<LanguageReader> {
  const lexicon = buildLexicon()
  const read = memoize((form: string): readonly WordReading[] => {
    const known = lookUp(form, lexicon)
    if (known) return known
    if (form.endsWith('.'))
      return [lexicon.get(form.slice(0, -1))?.[0] ?? readingOf(form, 'abbreviation', {}, 'derivation')]
    const bare = /^(.{2,12}):\p{L}{1,6}$/u.exec(form)?.[1]
    if (bare !== undefined)
      return [lexicon.get(bare)?.[0] ?? readingOf(bare, 'abbreviation', {}, 'derivation')]
    if (form.includes('-')) return [readHyphenated(form, (part) => read(part)[0] as WordReading)]
    return [readCompound(form, lexicon) ?? guessSwedish(form, lexicon)]
  }, MEMO)
  const share = readingSharer()
  const shared = memoize((text: string) => share(read(normalizeWord(text))[0] as WordReading), MEMO)
  const sharedName = memoize(
    (text: string) => share(readingOf(normalizeWord(text), 'name', {}, 'name')),
    MEMO,
  )
  return {
    code: 'sv',
    analyzeWord: (form) => [...read(normalizeWord(form))],
    lemmatize: (tokens) =>
      tokens.map((token, i) => {
        if (token.kind !== 'word') return readAsIs(token)
        const reading = shared(token.text)
        const before = tokens[i - 1]
        // A capital inside a sentence on a word that only its ending explains: a name.
        const named = before !== undefined && before.kind === 'word' && isCapitalized(token.text)
        return named && (reading.source === 'guess' || reading.source === 'identity')
          ? sharedName(token.text)
          : reading
      }),
    // Of the lemma, since the algorithm knows neither strong verbs nor the neuter article (sjukhuset).
    stem: (word) => porter.stem((read(normalizeWord(word))[0] as WordReading).lemma),
    functionWords: functionWordsOf('sv'),
  }
}

/** Jansson, but not AKUT. */
function isCapitalized(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word)
}
