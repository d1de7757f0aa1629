import { readingPlacer } from '../language/memo.js'
import type { Features, ReadingSource, WordReading } from '../language/word.js'
import { type Candidate, sourceInLexicon, sourceOf } from './candidate.js'
import { clitics } from './clitics.js'
import type { ContextWord } from './context.js'
import type { FullTags } from './full-tags.js'
import type { Match, Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { withoutMarks } from './ranking.js'
import { joined, lemmaOf, marksOf, piecesOf, wholeLemma } from './reading.js'

const adjective = partsOfSpeech.indexOf('adjective')

/** Candidates farther than this many points behind the best are never lifted over it by context. */
const reach = 6 * 256

/** A candidate with its lemma spelt out and its score with the form's own preferences: all that is kept of a form. */
export interface Ranked {
  compound: string
  score: number
  pos: number
  /** Number of the full tag, -1 where none is known. */
  tag: number
  clitic: number
  source: ReadingSource
  /** Of the best of a form: all of its readings, best first; null where it is the only one. */
  all: readonly Ranked[] | null
  /** The first of them, that context may choose among; null where it may not. */
  rivals: readonly Ranked[] | null
  /** What the parts of a compound are made from, until they are asked for. */
  candidate: Candidate | null
  parts: readonly string[] | null
  /** Made when asked for, and kept: what it tells its neighbours. */
  word: ContextWord | null
  /** Made when asked for, and shared by all who read this form. */
  shared: WordReading | null
  /** Asked for again: from then on the shared reading has a place in memos of words. */
  placed: boolean
}

/** By hand for the commonest lengths: it takes a fraction of the time. */
function chained(first: readonly string[], last: readonly string[]): string[] {
  const [a = '', b = ''] = first
  const [c = '', d = ''] = last
  if (first.length === 1 && last.length === 2) return [a, c, d]
  if (first.length === 2 && last.length === 1) return [a, b, c]
  return first.concat(last)
}

/** The texts between marks, of which there is mostly one. */
function cutAtMarks(marked: string): string[] {
  const at = marked.indexOf('#')
  if (at < 0) return [marked]
  if (marked.indexOf('#', at + 1) >= 0) return marked.split('#')
  return [marked.slice(0, at), marked.slice(at + 1)]
}

const withoutHyphen = (piece: string): string => (piece.endsWith('-') ? piece.slice(0, -1) : piece)

/** Makes readings of ranked candidates. */
export class ReadingMaker {
  constructor(
    private readonly packed: PackedFinnish,
    private readonly tags: FullTags,
  ) {}

  private readonly place = readingPlacer()

  /** What is kept of a form: all that is known of its candidates, and no more. The best of them, which has the others. */
  ranked(candidates: readonly Candidate[]): Ranked {
    const all = candidates.map((candidate) => this.kept(candidate))
    const best = all[0] as Ranked
    if (all.length > 1) best.all = all
    const rivals = all.filter(({ score }) => best.score - score <= reach)
    if (rivals.length > 1) best.rivals = rivals
    return best
  }

  /** The same of a form that has one plain reading of the lexicon alone, without boundaries. */
  rankedLone(word: string, match: Match): Ranked {
    const { packed } = this
    return this.keep(lemmaOf(packed, word, match), 0, match, sourceInLexicon(match, packed), null)
  }

  /** Whether the lemma of a plain reading has no boundaries. */
  isOnePart({ value }: Match): boolean {
    return marksOf(this.packed, value).length === 0
  }

  private kept(candidate: Candidate): Ranked {
    const source = sourceOf(candidate, this.packed)
    const parts = this.mayHaveParts(candidate) ? candidate : null
    return this.keep(candidate.compound, candidate.score, candidate, source, parts)
  }

  private keep(
    compound: string,
    score: number,
    match: Match,
    source: ReadingSource,
    candidate: Candidate | null,
  ): Ranked {
    const { pos, clitic } = match
    const tag = this.tags.of(match)
    return {
      compound,
      score,
      pos,
      tag,
      clitic,
      source,
      all: null,
      rivals: null,
      candidate,
      parts: null,
      word: null,
      shared: null,
      placed: false,
    }
  }

  private mayHaveParts({ parts, value, head, lemma }: Candidate): boolean {
    if (head !== '' || parts !== null) return true
    return value < 0 ? lemma.includes('#') : marksOf(this.packed, value).length > 0
  }

  /** Readings of a form by the best of them. */
  readings(best: Ranked): WordReading[] {
    return best.all === null ? [this.reading(best)] : best.all.map((each) => this.reading(each))
  }

  /**
   * The same reading each time, so that what others work out about a word can be kept by it. A form that comes once
   * takes no place from those that come often.
   */
  sharedReading(ranked: Ranked): WordReading {
    const { shared } = ranked
    if (shared === null) {
      ranked.shared = this.reading(ranked)
      return ranked.shared
    }
    if (!ranked.placed) {
      ranked.placed = true
      this.place(shared)
    }
    return shared
  }

  /** The reading of a form of the lexicon that has no other, as nearly every form has: it goes through no ranking. */
  lone(word: string, match: Match): WordReading {
    const { packed, tags } = this
    const { pos, clitic } = match
    const lemma = lemmaOf(packed, word, match)
    const source = sourceInLexicon(match, packed)
    if (this.isOnePart(match)) return this.make(lemma, lemma, [lemma], pos, tags.of(match), clitic, source)
    const pieces = piecesOf(packed, word, match)
    const compound = joined(pieces)
    return this.make(lemma, compound, this.asParts(pieces), pos, tags.of(match), clitic, source)
  }

  /** Readings of candidates, best first, of which nothing is kept. */
  readingsOf(candidates: readonly Candidate[]): WordReading[] {
    return candidates.map((candidate) => {
      const { compound, base, head, pos, value, clitic } = candidate
      const source = sourceOf(candidate, this.packed)
      const tag = this.tags.of(candidate)
      if (!this.mayHaveParts(candidate))
        return this.make(compound, compound, [compound], pos, tag, clitic, source)
      const whole = value >= 0 && head === ''
      const lemma = whole ? wholeLemma(this.packed, base, candidate) : withoutMarks(compound)
      return this.make(lemma, compound, this.parts(candidate), pos, tag, clitic, source)
    })
  }

  private reading(ranked: Ranked): WordReading {
    const { compound, candidate, pos, tag, clitic, source } = ranked
    if (candidate !== null) {
      ranked.parts = this.parts(candidate)
      ranked.candidate = null
    }
    const { parts } = ranked
    if (parts === null) return this.make(compound, compound, [compound], pos, tag, clitic, source)
    return this.make(withoutMarks(compound), compound, parts.slice(), pos, tag, clitic, source)
  }

  private make(
    lemma: string,
    compound: string,
    parts: string[],
    pos: number,
    tag: number,
    clitic: number,
    source: ReadingSource,
  ): WordReading {
    return {
      lemma,
      compound,
      parts,
      pos: partsOfSpeech[pos] ?? 'unknown',
      features: this.features(tag, pos, clitic, lemma),
      source,
    }
  }

  private features(tag: number, pos: number, clitic: number, lemma: string): Features {
    if (tag < 0) return {}
    const features = this.tags.features(tag)
    if (pos === adjective && (lemma.endsWith('ton') || lemma.endsWith('tön'))) features.negative = true
    if (clitic > 0) features.clitics = [...(clitics[clitic]?.clitics ?? [])]
    return features
  }

  /** Lemmas of the parts; a lexical compound's first parts are read as first parts in turn. */
  private parts(candidate: Candidate): string[] {
    const { value, parts, head, lemma, base } = candidate
    const own = value < 0 ? cutAtMarks(lemma) : this.partsOf(base, candidate, parts)
    if (head === '') return own
    // Every part of a head has its mark behind it.
    const before = cutAtMarks(head.slice(0, -1)).filter((piece) => piece !== '')
    return chained(before.map(withoutHyphen), own)
  }

  /** Lemmas of a part and of those before it. */
  private partsOf(base: string, part: Part | Match, before: Part | null): string[] {
    const { packed } = this
    const plain = marksOf(packed, part.value).length === 0
    if (before === null)
      return plain ? [lemmaOf(packed, base, part)] : this.asParts(piecesOf(packed, base, part))
    // Mostly there are two, without boundaries of their own.
    if (plain && before.previous === null && marksOf(packed, before.value).length === 0)
      return [lemmaOf(packed, base, before), lemmaOf(packed, base, part)]
    return chained(this.partsOf(base, before, before.previous), this.partsOf(base, part, null))
  }

  /** Pieces of a lemma as parts: all but the last are first parts. */
  private asParts(pieces: string[]): string[] {
    for (let index = 0; index < pieces.length - 1; index++)
      pieces[index] = this.firstPart(pieces[index] as string)
    return pieces
  }

  /** Lemma of a first part of a compound of the lexicon, as it stands in the compound. */
  private firstPart(surface: string): string {
    const known = this.packed.firstParts()
    return known.mayHave(surface) ? (known.get(surface.toLowerCase()) ?? surface) : surface
  }
}
