import { readHyphenated, readingOf, readingSharer } from '../language/formTable.js'
import { functionWordsOf } from '../language/functionWords.js'
import { memoize } from '../language/memo.js'
import { normalizeWord } from '../language/normalize.js'
import { readAsIs } from '../language/readAsIs.js'
import type { Token } from '../language/tokens.js'
import type { LanguageReader, WordReading } from '../language/word.js'
import { guessEnglish } from './guess.js'
import { buildLexicon } from './lexicon.js'

export interface EnglishOptions {
  /**
   * Who chooses between a noun and a verb: `rules` looks at the word before (fast); `compromise` asks the tagger of
   * that name, which is imported then and reads a few hundred comments a second.
   */
  tagger?: 'rules' | 'compromise'
}

const NOMINAL: ReadonlySet<string> = new Set(
  'a an the my your his her its our their this that these those some any no every each good great excellent'.split(
    ' ',
  ),
)
const VERBAL: ReadonlySet<string> = new Set(
  "to i you he she we they it who can could will would should must may might don't didn't doesn't not".split(
    ' ',
  ),
)
const CONTRACTED = /'(?:s|ve|re|ll|d|m)$/
const MEMO = 1 << 15

/**
 * English behind the interface of all languages: an irregular table, spelling rules and a small lexicon; forms of
 * "not" lead to their verb with `features.negative`.
 *
 * @example (await loadEnglish()).analyzeWord("couldn't")[0] // lemma 'could', features { negative: true }
 */
export async function loadEnglish(options: EnglishOptions = {}): Promise<LanguageReader> {
  const lexicon = buildLexicon()
  const tagger = options.tagger === 'compromise' ? (await import('./compromise.js')).tagWords : undefined
  const read = memoize((form: string): readonly WordReading[] => {
    const known = lexicon.get(form)
    if (known) return known
    if (form.endsWith('.'))
      return [lexicon.get(form.slice(0, -1))?.[0] ?? readingOf(form, 'abbreviation', {}, 'derivation')]
    const bare = CONTRACTED.test(form) ? form.replace(CONTRACTED, '') : form
    const readings = bare === form ? undefined : lexicon.get(bare)
    if (readings) return readings
    if (form.includes('-'))
      return [readHyphenated(form, (part) => lexicon.get(part)?.[0] ?? guessEnglish(part, lexicon))]
    return [guessEnglish(bare, lexicon)]
  }, MEMO)
  const share = readingSharer()
  const shared = memoize((text: string) => read(normalizeWord(text)).map(share), MEMO)
  const analyzeWord = (form: string): WordReading[] => [...read(normalizeWord(form))]
  return {
    code: 'en',
    analyzeWord,
    lemmatize(tokens) {
      const tags = tagger?.(tokens)
      const words: WordReading[] = []
      let before = ''
      for (let i = 0; i < tokens.length; i += 1) {
        const token = tokens[i] as Token
        const isWord = token.kind === 'word'
        const readings = isWord ? shared(token.text) : undefined
        if (readings === undefined) words.push(readAsIs(token))
        else {
          const wanted = tags?.[i] ?? (NOMINAL.has(before) ? 'noun' : VERBAL.has(before) ? 'verb' : undefined)
          const first = readings[0] as WordReading
          const fits =
            wanted === undefined || first.pos === wanted ? first : readings.find((r) => r.pos === wanted)
          words.push(fits ?? first)
        }
        before = isWord ? normalizeWord(token.text) : token.text
      }
      return words
    },
    stem: (word) => stemOf((read(normalizeWord(word))[0] as WordReading).lemma),
    functionWords: functionWordsOf('en'),
  }
}

/** The lemma without the endings that make adverbs and abstract nouns of adjectives. */
function stemOf(lemma: string): string {
  return lemma.length > 6
    ? lemma.replace(/(?:iness|ness|ily|ly)$/, (end) => (end.startsWith('i') ? 'y' : ''))
    : lemma
}
