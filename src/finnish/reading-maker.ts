import { readingPlacer } from '../language/memo.js'
import type { Features, ReadingSource, WordReading } from '../language/word.js'
import { type Candidate, compoundText, sourceInLexicon, sourceOf } from './candidate.js'
import { clitics } from './clitics.js'
import type { ContextWord } from './context.js'
import type { FullTags } from './full-tags.js'
import type { Match, Part } from './match.js'
import { normalizeForm } from './normalize.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { lemmaOf, mark, markedLemma, marksOf } from './reading.js'

const adjective = partsOfSpeech.indexOf('adjective')

/** A form has no more readings than this; what guessing adds beyond them says nothing. */
const mostReadings = 8

/** A candidate with its lemma spelt out and its score with the form's own preferences: all that is kept of a form. */
export interface Ranked {
  compound: string
  score: number
  pos: number
  /** Number of the full tag, -1 where none is known. */
  tag: number
  clitic: number
  source: ReadingSource
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

function isBetter(a: Ranked, b: Ranked): boolean {
  return a.score > b.score || (a.score === b.score && a.compound < b.compound)
}

/** By hand: engines take a replacement of all for a rare thing, and start with ceremony. */
export function withoutMarks(compound: string): string {
  let at = compound.indexOf('#')
  if (at < 0) return compound
  let text = compound.slice(0, at)
  while (at >= 0) {
    const next = compound.indexOf('#', at + 1)
    text += next < 0 ? compound.slice(at + 1) : compound.slice(at + 1, next)
    at = next
  }
  return text
}

/** By insertion: lists are of a few. */
function sort(list: Ranked[]): void {
  for (let index = 1; index < list.length; index++) {
    const each = list[index] as Ranked
    let at = index
    for (; at > 0 && isBetter(each, list[at - 1] as Ranked); at--) list[at] = list[at - 1] as Ranked
    list[at] = each
  }
}

/** Ranks candidates and makes readings of them. */
export class ReadingMaker {
  constructor(
    private readonly packed: PackedFinnish,
    private readonly tags: FullTags,
  ) {}

  private readonly place = readingPlacer()

  /** Candidates best first, one for each lemma and part of speech. */
  rank(form: string, candidates: readonly Candidate[]): Ranked[] {
    if (candidates.length === 1) {
      const candidate = candidates[0] as Candidate
      return [this.ranked(candidate, compoundText(this.packed, candidate), candidate.score)]
    }
    const preferences = this.packed.preferences().of(normalizeForm(form))
    const best: Ranked[] = []
    for (const candidate of candidates) {
      const compound = compoundText(this.packed, candidate)
      const extra = preferences ? (preferences.get(withoutMarks(compound).toLowerCase()) ?? 0) : 0
      const score = candidate.score + extra
      const known = this.same(best, compound, candidate.pos)
      if (known < 0) best.push(this.ranked(candidate, compound, score))
      else if ((best[known] as Ranked).score < score) best[known] = this.ranked(candidate, compound, score)
    }
    if (best.length === 1) return best
    sort(best)
    return best.length > mostReadings ? best.slice(0, mostReadings) : best
  }

  private ranked(candidate: Candidate, compound: string, score: number): Ranked {
    const { match, pos } = candidate
    return {
      compound,
      score,
      pos,
      tag: match ? this.tags.of(match) : candidate.tag,
      clitic: match ? match.clitic : 0,
      source: sourceOf(candidate, this.packed),
      candidate: this.mayHaveParts(candidate) ? candidate : null,
      parts: null,
      word: null,
      shared: null,
      placed: false,
    }
  }

  private mayHaveParts({ match, head, lemma }: Candidate): boolean {
    if (head !== '') return true
    if (match === null) return lemma.includes('#')
    return match.parts !== null || marksOf(this.packed, match.value).length > 0
  }

  private same(best: readonly Ranked[], compound: string, pos: number): number {
    for (let index = 0; index < best.length; index++) {
      const other = best[index] as Ranked
      if (other.pos === pos && other.compound === compound) return index
    }
    return -1
  }

  readings(ranked: readonly Ranked[]): WordReading[] {
    if (ranked.length === 1) return [this.reading(ranked[0] as Ranked)]
    return ranked.map((each) => this.reading(each))
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
    const { packed } = this
    const { pos } = match
    const marks = marksOf(packed, match.value)
    const lemma = lemmaOf(packed, word, match)
    const compound = marks.length === 0 ? lemma : mark(lemma, marks)
    return {
      lemma,
      compound,
      parts: marks.length === 0 ? [lemma] : this.pieces(compound),
      pos: partsOfSpeech[pos] ?? 'unknown',
      features: this.features(this.tags.of(match), pos, match.clitic, lemma),
      source: sourceInLexicon(match, packed),
    }
  }

  private reading(ranked: Ranked): WordReading {
    const { compound, candidate, pos } = ranked
    if (candidate !== null) {
      ranked.parts = this.parts(candidate, compound)
      ranked.candidate = null
    }
    const { parts } = ranked
    const lemma = parts === null ? compound : withoutMarks(compound)
    return {
      lemma,
      compound,
      parts: parts === null ? [compound] : parts.slice(),
      pos: partsOfSpeech[pos] ?? 'unknown',
      features: this.features(ranked.tag, pos, ranked.clitic, lemma),
      source: ranked.source,
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
  private parts(candidate: Candidate, compound: string): string[] {
    const { match, head, lemma, base } = candidate
    if (match !== null && match.parts === null && head === '') return this.pieces(compound)
    const out: string[] = []
    if (head !== '') for (const piece of head.split('#')) if (piece !== '') out.push(piece.replace(/-$/, ''))
    if (match === null) {
      out.push(...lemma.split('#'))
      return out
    }
    if (match.parts !== null) this.addParts(base, match.parts, out)
    this.addPieces(markedLemma(this.packed, base, match), out)
    return out
  }

  private addParts(base: string, part: Part, out: string[]): void {
    if (part.previous !== null) this.addParts(base, part.previous, out)
    this.addPieces(markedLemma(this.packed, base, part), out)
  }

  private pieces(marked: string): string[] {
    const out: string[] = []
    this.addPieces(marked, out)
    return out
  }

  private addPieces(marked: string, out: string[]): void {
    let from = 0
    for (let at = marked.indexOf('#'); at >= 0; at = marked.indexOf('#', from)) {
      out.push(this.firstPart(marked.slice(from, at)))
      from = at + 1
    }
    out.push(from === 0 ? marked : marked.slice(from))
  }

  /** Lemma of a first part of a compound of the lexicon, as it stands in the compound. */
  private firstPart(surface: string): string {
    return this.packed.firstParts().get(surface.toLowerCase()) ?? surface
  }
}
