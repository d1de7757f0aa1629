import type { ReadingSource } from '../language/word.js'
import { casings, type FeatureSink, type FeatureSpace, type Way, ways } from './features.js'
import { type FormScorer, type Match, noMatch } from './match.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags } from './parts-of-speech.js'
import { compoundOf, lemmaOf } from './reading.js'
import { entryOf } from './values.js'

/** One answer to what a form is, before ranking: a match, or what is guessed of it (`value` is -1, as in `noMatch`). */
export interface Candidate extends Match {
  way: number
  /** Text that the match refers to: the form, or what it was rewritten to. */
  base: string
  /** Lemma of the last part of a match, without '#'; where there is no match, the whole lemma with it. */
  lemma: string
  /** Text before the analysed part (`tk-`), already marked. */
  head: string
  features: readonly number[]
  score: number
  /** The lemma with '#' at boundaries, once it is ranked. */
  compound: string
}

export const wayNumber = Object.fromEntries(ways.map((way, index) => [way, index])) as Record<Way, number>

const casingLower = casings.indexOf('lower')
const casingCapital = casings.indexOf('capital')
export const casingUpper = casings.indexOf('upper')

export function casingOf(form: string): number {
  if (isSmall(form.charCodeAt(0))) return casingLower
  const letter = form.charAt(0)
  if (letter === letter.toLowerCase()) return casingLower
  if (isSmall(form.charCodeAt(1))) return casingCapital
  return form.length > 1 && form === form.toUpperCase() ? casingUpper : casingCapital
}

/** Whether a unit is a small letter of the English alphabet: mostly the answer, without asking a language's rules. */
function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

/** The lemma with '#' at boundaries. */
export function compoundText(packed: PackedFinnish, candidate: Candidate): string {
  const { base, value, lemma, head } = candidate
  const text = value < 0 ? lemma : compoundOf(packed, base, candidate, lemma)
  return head === '' ? text : head + text
}

const sources: Partial<Record<Way, ReadingSource>> = {
  lexicon: 'lexicon',
  derivation: 'derivation',
  compound: 'compound',
  hyphen: 'compound',
  spoken: 'colloquial',
  dots: 'repaired',
  letters: 'repaired',
  edit: 'repaired',
  slip: 'repaired',
  name: 'name',
  identity: 'identity',
}
const sourceByWay = ways.map((way): ReadingSource => sources[way] ?? 'guess')

export function sourceOf(candidate: Candidate, packed: PackedFinnish): ReadingSource {
  const { way, value } = candidate
  return way !== wayNumber.lexicon || value < 0
    ? (sourceByWay[way] as ReadingSource)
    : sourceInLexicon(candidate, packed)
}

export function sourceInLexicon(match: Match, packed: PackedFinnish): ReadingSource {
  const flags = packed.entryFlags[entryOf(packed.values[match.value] as number)] as number
  return (flags & entryFlags.colloquial) !== 0 ? 'colloquial' : 'lexicon'
}

/** Keeps the features of a candidate, for training. */
class FeatureList implements FeatureSink {
  list: number[] = []

  add(feature: number): void {
    this.list.push(feature)
  }
}

/** Sums the weights of features. */
class Points implements FeatureSink {
  sum = 0

  constructor(private readonly weights: ArrayLike<number>) {}

  add(feature: number): void {
    this.sum += this.weights[feature] as number
  }
}

/** Scores what the forms of one stem differ in. */
export class FormPoints implements FormScorer {
  private readonly points: Points

  constructor(
    private readonly space: FeatureSpace,
    weights: ArrayLike<number>,
  ) {
    this.points = new Points(weights)
  }

  score(pos: number, link: number, tag: number, clitic: number): number {
    this.points.sum = 0
    this.space.ofForm(pos, link, tag, clitic, this.points)
    return this.points.sum
  }
}

const noFeatures: readonly number[] = []

function candidateOf(match: Match, way: number, base: string, lemma: string, head: string): Candidate {
  const { parts, start, stemEnd, value, links, pos, tag, clitic } = match
  const features = noFeatures
  const score = 0
  const compound = ''
  return {
    parts,
    start,
    stemEnd,
    value,
    links,
    pos,
    tag,
    clitic,
    way,
    base,
    lemma,
    head,
    features,
    score,
    compound,
  }
}

/** Makes scored candidates. */
export class CandidateMaker {
  private readonly points: Points

  constructor(
    readonly packed: PackedFinnish,
    private readonly space: FeatureSpace,
    private readonly weights: ArrayLike<number>,
    /** Training needs each candidate's features; reading needs only their sum. */
    private readonly keepFeatures: boolean,
  ) {
    this.points = new Points(weights)
  }

  /** Adds a copy of a match. */
  add(out: Candidate[], way: number, base: string, head: string, match: Match, casing: number): void {
    out.push(this.of(way, base, head, match, casing))
  }

  of(way: number, base: string, head: string, match: Match, casing: number): Candidate {
    const candidate = candidateOf(match, way, base, lemmaOf(this.packed, base, match), head)
    if (this.keepFeatures) {
      const kept = new FeatureList()
      this.space.ofMatch(match, way, casing, base.length, kept)
      candidate.features = kept.list
    } else {
      this.points.sum = 0
      this.space.ofMatch(match, way, casing, base.length, this.points)
      candidate.score = this.points.sum
    }
    return candidate
  }

  /** The only reading of a form of the lexicon, without a score. */
  unranked(base: string, match: Match): Candidate {
    return candidateOf(match, wayNumber.lexicon, base, lemmaOf(this.packed, base, match), '')
  }

  /** A candidate without a match: a guess, or the form as it stands. */
  plain(
    way: number,
    lemma: string,
    pos: number,
    tag: number,
    sureness: number,
    casing: number,
    length: number,
    taken = 0,
  ): Candidate {
    const candidate = candidateOf(noMatch, way, '', lemma, '')
    candidate.pos = pos
    candidate.tag = tag
    if (this.keepFeatures) {
      const kept = new FeatureList()
      this.space.ofGuess(way, pos, tag, sureness, casing, length, taken, kept)
      candidate.features = kept.list
    } else {
      this.points.sum = 0
      this.space.ofGuess(way, pos, tag, sureness, casing, length, taken, this.points)
      candidate.score = this.points.sum
    }
    return candidate
  }

  /** Says of a candidate that it was read behind a hyphen. */
  behindHyphen(candidate: Candidate, head: string): Candidate {
    candidate.head = head
    candidate.way = wayNumber.hyphen
    if (this.keepFeatures) candidate.features = [...candidate.features, wayNumber.hyphen]
    candidate.score += this.weights[wayNumber.hyphen] as number
    return candidate
  }
}
