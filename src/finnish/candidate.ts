import type { ReadingSource } from '../language/word.js'
import { casings, type FeatureSpace, type Way, ways } from './features.js'
import type { Match } from './matcher.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags, partsOfSpeech } from './parts-of-speech.js'
import { compoundOf } from './reading.js'

/** One answer to what a form is, before ranking. */
export interface Candidate {
  way: number
  pos: number
  /** Number of the form's tag, -1 where none is known. */
  tag: number
  /** Text that the match refers to: the form, or what it was rewritten to. */
  base: string
  match: Match | null
  /** Lemma marked with '#' where there is no match. */
  lemma: string
  /** Text before the analysed part (`tk-`), already marked. */
  head: string
  features: readonly number[]
  score: number
}

export const wayNumber = Object.fromEntries(ways.map((way, index) => [way, index])) as Record<Way, number>

const casingLower = casings.indexOf('lower')
const casingCapital = casings.indexOf('capital')
export const casingUpper = casings.indexOf('upper')

export function casingOf(form: string): number {
  const first = form.charCodeAt(0)
  if (first >= 97 && first <= 122) return casingLower
  const letter = form.charAt(0)
  if (letter === letter.toLowerCase()) return casingLower
  return form.length > 1 && form === form.toUpperCase() ? casingUpper : casingCapital
}

/** The lemma with '#' at boundaries. */
export function compoundText(packed: PackedFinnish, candidate: Candidate): string {
  const text = candidate.match ? compoundOf(packed, candidate.base, candidate.match) : candidate.lemma
  return candidate.head === '' ? text : candidate.head + text
}

export function sourceOfWay(way: number, packed: PackedFinnish, match: Match | null): ReadingSource {
  switch (ways[way]) {
    case 'lexicon': {
      const flags = match ? (packed.entryFlags[packed.valueEntry[match.value] ?? 0] ?? 0) : 0
      return (flags & entryFlags.colloquial) !== 0 ? 'colloquial' : 'lexicon'
    }
    case 'derivation':
      return 'derivation'
    case 'compound':
    case 'hyphen':
      return 'compound'
    case 'spoken':
      return 'colloquial'
    case 'dots':
    case 'letters':
    case 'edit':
      return 'repaired'
    case 'name':
      return 'name'
    case 'identity':
      return 'identity'
    default:
      return 'guess'
  }
}

/** Makes scored candidates. */
export class CandidateMaker {
  private readonly scratch: number[] = []
  /** Part of speech that a link's derived word has, -1 where the link makes a form of its base. */
  private readonly linkPos: readonly number[]

  constructor(
    readonly packed: PackedFinnish,
    private readonly space: FeatureSpace,
    private readonly weights: ArrayLike<number>,
    /** Training needs each candidate's features; reading needs only their sum. */
    readonly keepFeatures: boolean,
  ) {
    this.linkPos = packed.links.map((kind) =>
      kind.makes === 'own' ? partsOfSpeech.indexOf(kind.pos ?? 'noun') : -1,
    )
  }

  /** Whether the reading is of a derived word with its own lemma. */
  isOwn(match: Match): boolean {
    for (const step of match.links) if ((this.linkPos[step.link] as number) >= 0) return true
    return false
  }

  add(out: Candidate[], way: Way, base: string, head: string, match: Match, casing: number): void {
    const { packed } = this
    const before = out.length > 0 ? (out[out.length - 1] as Candidate) : null
    const known = before?.match
    // Forms of one stem differ in their tags alone: the likeliest stands for them.
    if (
      !this.keepFeatures &&
      known &&
      known.value === match.value &&
      known.links === match.links &&
      known.parts === match.parts &&
      known.start === match.start &&
      before.base === base
    ) {
      const score = this.formScore(match, before.pos)
      const gain = score - this.formScore(known, before.pos)
      if (gain > 0) {
        before.match = match
        before.tag = match.tag
        before.score += gain
      }
      return
    }
    let pos = packed.entryPos[packed.valueEntry[match.value] as number] as number
    for (const step of match.links) {
      const own = this.linkPos[step.link] as number
      if (own >= 0) pos = own
    }
    const features = this.fresh()
    this.space.ofMatch(match, wayNumber[way], casing, base.length, features)
    const score = this.score(features)
    out.push({ way: wayNumber[way], pos, tag: match.tag, base, match, lemma: '', head, features, score })
  }

  /** A candidate without a match: a guess, or the form as it stands. */
  plain(
    way: Way,
    lemma: string,
    guess: { pos: number; tag: number; sureness: number },
    casing: number,
    length: number,
    taken = 0,
  ): Candidate {
    const features = this.fresh()
    const { pos, tag } = guess
    this.space.ofGuess(wayNumber[way], pos, tag, guess.sureness, casing, length, features, taken)
    const score = this.score(features)
    return { way: wayNumber[way], pos, tag, base: '', match: null, lemma, head: '', features, score }
  }

  /** Says of a candidate that it was read behind a hyphen. */
  behindHyphen(candidate: Candidate, head: string): Candidate {
    return {
      ...candidate,
      head,
      way: wayNumber.hyphen,
      features: [...candidate.features, wayNumber.hyphen],
      score: candidate.score + (this.weights[wayNumber.hyphen] as number),
    }
  }

  private fresh(): number[] {
    if (this.keepFeatures) return []
    this.scratch.length = 0
    return this.scratch
  }

  private formScore(match: Match, pos: number): number {
    const features = this.fresh()
    this.space.ofForm(match, pos, features)
    return this.score(features)
  }

  private score(features: readonly number[]): number {
    let sum = 0
    for (let index = 0; index < features.length; index++)
      sum += this.weights[features[index] as number] as number
    return sum
  }
}
