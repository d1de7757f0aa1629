import type { Token } from '../language/tokens.js'
import type { LanguageReader, WordReading } from '../language/word.js'
import { loadResource } from '../resources.js'
import { functionWords } from './function-words.js'
import { type Match, Matcher } from './matcher.js'
import { normalizeForm } from './normalize.js'
import { openPacked, type PackedFinnish } from './packed.js'
import {
  chainOf,
  compoundOf,
  featuresOfMatch,
  markedLemma,
  partOfSpeechOf,
  sourceOf,
  tagOf,
} from './reading.js'
import { partCost, scoreMatch } from './score.js'

/** The Finnish reader. Made by `loadFinnish`; immutable but for a bounded memo. */
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

/** The reader over packed tables already in memory. */
export function finnishFrom(packed: PackedFinnish): Finnish {
  const matcher = new Matcher(packed, (value, length, boundary, links) =>
    partCost(packed, value, length, boundary, links),
  )
  const analyzeWord = (form: string): WordReading[] => {
    const text = typeof form === 'string' ? form : ''
    const word = normalizeForm(text)
    let matches = matcher.simple(word)
    if (!matches.some((match) => match.links.every((step) => packed.links[step.link]?.makes !== 'own')))
      matches = [...matches, ...matcher.compounds()]
    if (matches.length === 0) return [identity(text, word)]
    return readings(packed, matcher, word, matches)
  }
  return {
    code: 'fi',
    analyzeWord,
    lemmatize: (tokens: readonly Token[]) =>
      tokens.map((token) => analyzeWord(token.text)[0] ?? identity(token.text, token.text)),
    stem: (word: string) => {
      const best = analyzeWord(word)[0]
      return best ? best.lemma.toLowerCase() : normalizeForm(word)
    },
    functionWords,
  }
}

function identity(text: string, word: string): WordReading {
  const lemma = word === '' ? text : word
  return { lemma, compound: lemma, parts: [lemma], pos: 'unknown', features: {}, source: 'identity' }
}

function readings(
  packed: PackedFinnish,
  matcher: Matcher,
  word: string,
  matches: readonly Match[],
): WordReading[] {
  const best = new Map<string, { match: Match; score: number }>()
  for (const match of matches) {
    const score = scoreMatch(packed, word, match)
    const key = `${compoundOf(packed, word, match)}|${partOfSpeechOf(packed, match)}`
    const known = best.get(key)
    if (!known || known.score < score) best.set(key, { match, score })
  }
  return [...best]
    .sort((a, b) => b[1].score - a[1].score || (a[0] < b[0] ? -1 : 1))
    .map(([key, { match }]) => {
      const compound = key.slice(0, key.lastIndexOf('|'))
      const lemma = compound.replace(/#/g, '')
      return {
        lemma,
        compound,
        parts: partsOf(packed, matcher, word, match),
        pos: partOfSpeechOf(packed, match),
        features: featuresOfMatch(packed, match, lemma),
        source: sourceOf(packed, match),
      }
    })
}

/** Lemmas of the parts; a lexical compound's first parts are read as first parts in turn. */
function partsOf(packed: PackedFinnish, matcher: Matcher, word: string, match: Match): string[] {
  const out: string[] = []
  for (const part of [...chainOf(match.parts), match]) {
    const pieces = markedLemma(packed, word, part).split('#')
    pieces.forEach((piece, index) => {
      if (index === pieces.length - 1) out.push(piece)
      else out.push(firstPartLemma(packed, matcher, piece))
    })
  }
  return out
}

function firstPartLemma(packed: PackedFinnish, matcher: Matcher, surface: string): string {
  const probe = `${surface.toLowerCase()}a`
  matcher.simple(probe)
  const part = matcher.chainAt(probe.length - 1)
  return part && part.start === 0 ? markedLemma(packed, probe, part).replace(/#/g, '') : surface
}

export { tagOf }
