import type { Token } from '../language/tokens.js'
import { type ContextWord, contextFeatures } from './context.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { tagOf } from './reading.js'
import type { Ranked } from './reading-maker.js'

/** Candidates farther than this many points behind the best are never lifted over it by context. */
const reach = 6 * 256

export function contextWord(packed: PackedFinnish, { candidate, compound }: Ranked): ContextWord {
  return {
    pos: partsOfSpeech[candidate.pos] ?? 'unknown',
    tag: candidate.match ? tagOf(packed, candidate.match) : (packed.tags[candidate.tag] ?? ''),
    lemma: compound.replace(/#/g, '').toLowerCase(),
  }
}

/**
 * The best candidate of each token among its neighbours. Context chooses only among what the lexicon and the
 * guesser already offer, from the neighbours' own best readings: one pass, in linear time.
 */
export function chooseInContext(
  packed: PackedFinnish,
  tokens: readonly Token[],
  rank: (form: string) => readonly Ranked[],
): Ranked[] {
  const weights = packed.context()
  const lists = tokens.map((token) => rank(token.text))
  const words = lists.map((list, index) => {
    const best = list[0]
    const kind = tokens[index]?.kind
    return best && (kind === 'word' || kind === 'number') ? contextWord(packed, best) : null
  })
  return lists.map((list, index) => {
    const best = list[0] as Ranked
    const second = list[1]
    if (!second || best.score - second.score > reach || words[index] === null) return best
    const before = tokens[index - 1]
    const first = index === 0 || /^[.!?…]+$/.test(before?.text ?? '')
    let chosen = best
    let top = Number.NEGATIVE_INFINITY
    for (const ranked of list) {
      if (best.score - ranked.score > reach) break
      const names = contextFeatures(
        contextWord(packed, ranked),
        first ? null : (words[index - 1] ?? null),
        words[index + 1] ?? null,
        first,
      )
      let score = ranked.score
      for (const name of names) score += weights.get(name) ?? 0
      if (score > top) {
        top = score
        chosen = ranked
      }
    }
    return chosen
  })
}
