import type { Token } from '../language/tokens.js'
import type { LanguageReader, WordReading } from '../language/word.js'
import { loadResource } from '../resources.js'
import { FormPoints } from './candidate.js'
import { CandidateFinder } from './candidates.js'
import { ContextWeights } from './context.js'
import { featureSpace } from './features.js'
import { FullTags } from './full-tags.js'
import { functionWords } from './function-words.js'
import type { Matches } from './match.js'
import { Matcher } from './matcher.js'
import { openPacked, type PackedFinnish } from './packed.js'
import { rankCandidates } from './ranking.js'
import { type Ranked, ReadingMaker } from './reading-maker.js'
import { repeatedOnly } from './repeated.js'
import { SentenceReader } from './sentence-reader.js'
import { SplitCompounds } from './split-compounds.js'
import { frequencyOf } from './values.js'

/** The Finnish reader. Made by `loadFinnish`; its answers depend on the words alone. */
export interface Finnish extends LanguageReader {
  readonly code: 'fi'
}

/**
 * Loads the Finnish lexicon (once per call; keep the result).
 *
 * @throws PalauteError `cannot_read` where the packed data is missing or damaged.
 * @example (await loadFinnish()).analyzeWord('ajanvarauspuhelimessa')[0]?.compound // 'ajan#varaus#puhelin'
 */
export async function loadFinnish(): Promise<Finnish> {
  return finnishFrom(openPacked(await loadResource('finnish')))
}

/** Class of frequency of the commonest of a form's words, -1 for none. */
function commonness({ values }: PackedFinnish, matches: Matches): number {
  let most = -1
  for (let index = 0; index < matches.length; index++)
    most = Math.max(most, frequencyOf(values[matches.at(index).value] as number))
  return most
}

/** The reader over packed tables already in memory. */
export function finnishFrom(packed: PackedFinnish): Finnish {
  const space = featureSpace(packed)
  const matcher = new Matcher(packed, new FormPoints(space, packed.weights))
  const finder = new CandidateFinder(packed, matcher, space, packed.weights)
  const tags = new FullTags(packed)
  const maker = new ReadingMaker(packed, tags)
  const rankAnew = (text: string): Ranked => {
    matcher.letters.take(text)
    const match = finder.lone(text)
    const { word } = finder
    if (match !== null && maker.isOnePart(match)) return maker.rankedLone(word, match)
    const found = match === null ? finder.others(text) : [finder.only(match)]
    return maker.ranked(rankCandidates(packed, word, found))
  }
  const repeated = repeatedOnly(rankAnew)
  const rank = (text: string): Ranked => repeated(text) ?? rankAnew(text)
  let sentences: SentenceReader | null = null
  // Made at the first sentence: single words need no table of neighbours.
  const reader = (): SentenceReader => {
    sentences ??= new SentenceReader(
      new ContextWeights(packed.context, tags),
      rank,
      new SplitCompounds(packed.tags, rank, (form) => commonness(packed, matcher.simple(form))),
    )
    return sentences
  }
  const analyzeWord = (form: string): WordReading[] => {
    const text = typeof form === 'string' ? form : ''
    const { letters } = matcher
    letters.take(text)
    const ranked = repeated(text, letters.hash)
    if (ranked !== null) return maker.readings(ranked)
    const match = finder.lone(text)
    const { word } = finder
    if (match !== null) return [maker.lone(word, match)]
    return maker.readingsOf(rankCandidates(packed, word, finder.others(text)))
  }
  return {
    code: 'fi',
    analyzeWord,
    lemmatize: (tokens: readonly Token[]) =>
      reader()
        .choose(tokens)
        .map((ranked) => maker.sharedReading(ranked)),
    stem: (word: string) => rank(word).compound.replace(/#/g, '').toLowerCase(),
    functionWords,
  }
}
