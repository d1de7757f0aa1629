import type { WordReading } from '../language/word.js'
import { type Candidate, compoundText, sourceOfWay } from './candidates.js'
import type { Matcher } from './matcher.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { chainOf, featuresOfMatch, markedLemma } from './reading.js'
import { featuresOf } from './tags.js'

/** A candidate with its lemma spelt out and its score with the form's own preferences. */
export interface Ranked {
  candidate: Candidate
  compound: string
  score: number
}

/** Ranks candidates and makes readings of them. */
export class ReadingMaker {
  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
  ) {}

  /** Candidates best first, one for each lemma and part of speech. */
  rank(word: string, candidates: readonly Candidate[]): Ranked[] {
    const preferences = this.packed.preferences.get(word)
    const best = new Map<string, Ranked>()
    for (const candidate of candidates) {
      const compound = compoundText(this.packed, candidate)
      const extra = preferences?.[compound.replace(/#/g, '').toLowerCase()] ?? 0
      const ranked = { candidate, compound, score: candidate.score + extra }
      const key = `${compound}|${candidate.pos}`
      const known = best.get(key)
      if (!known || known.score < ranked.score) best.set(key, ranked)
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.compound < b.compound ? -1 : 1))
  }

  readings(word: string, candidates: readonly Candidate[]): WordReading[] {
    return this.rank(word, candidates).map((ranked) => this.reading(ranked))
  }

  reading({ candidate, compound }: Ranked): WordReading {
    const { match } = candidate
    const lemma = compound.replace(/#/g, '')
    const features = match
      ? featuresOfMatch(this.packed, match, lemma)
      : candidate.tag < 0
        ? {}
        : featuresOf(this.packed.tags[candidate.tag] ?? '')
    return {
      lemma,
      compound,
      parts: this.parts(candidate, compound),
      pos: partsOfSpeech[candidate.pos] ?? 'unknown',
      features,
      source: sourceOfWay(candidate.way, this.packed, match),
    }
  }

  /** Lemmas of the parts; a lexical compound's first parts are read as first parts in turn. */
  private parts(candidate: Candidate, compound: string): string[] {
    const { match } = candidate
    if (!compound.includes('#')) return [compound]
    const out = candidate.head
      .split('#')
      .filter((piece) => piece !== '')
      .map((piece) => piece.replace(/-$/, ''))
    if (!match) return [...out, ...candidate.lemma.split('#')]
    for (const part of [...chainOf(match.parts), match]) {
      const pieces = markedLemma(this.packed, candidate.base, part).split('#')
      pieces.forEach((piece, index) => {
        out.push(index === pieces.length - 1 ? piece : this.firstPart(piece))
      })
    }
    return out
  }

  private firstPart(surface: string): string {
    const probe = `${surface.toLowerCase()}a`
    this.matcher.simple(probe)
    const part = this.matcher.chainAt(probe.length - 1)
    return part && part.start === 0 ? markedLemma(this.packed, probe, part).replace(/#/g, '') : surface
  }
}
