import { memoize } from '../language/memo.js'
import type { Features, WordReading } from '../language/word.js'
import { type Candidate, compoundText, sourceOfWay } from './candidate.js'
import { clitics } from './clitics.js'
import type { Matcher } from './matcher.js'
import { normalizeForm } from './normalize.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { chainOf, markedLemma, tagOf } from './reading.js'
import { featuresOf } from './tags.js'

const adjective = partsOfSpeech.indexOf('adjective')

/** A form has no more readings than this; what guessing adds beyond them says nothing. */
const mostReadings = 8

/** A candidate with its lemma spelt out and its score with the form's own preferences. */
export interface Ranked {
  candidate: Candidate
  compound: string
  score: number
  /** Made when asked for, frozen, and shared by all who read this form. */
  shared?: WordReading
}

function frozen(reading: WordReading): WordReading {
  Object.freeze(reading.parts)
  if (reading.features.clitics) Object.freeze(reading.features.clitics)
  Object.freeze(reading.features)
  return Object.freeze(reading)
}

function better(a: Ranked, b: Ranked): number {
  return b.score - a.score || (a.compound < b.compound ? -1 : 1)
}

/** Ranks candidates and makes readings of them. */
export class ReadingMaker {
  /** Features by tag: there are some hundreds. */
  private readonly byTag = new Map<string, Features>()

  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
  ) {}

  /** Candidates best first, one for each lemma and part of speech. */
  rank(form: string, candidates: readonly Candidate[]): Ranked[] {
    if (candidates.length === 1) {
      const candidate = candidates[0] as Candidate
      return [{ candidate, compound: compoundText(this.packed, candidate), score: candidate.score }]
    }
    const preferences = this.packed.preferences().get(normalizeForm(form))
    const best: Ranked[] = []
    for (const candidate of candidates) {
      const compound = compoundText(this.packed, candidate)
      const extra = preferences ? (preferences.get(compound.replace(/#/g, '').toLowerCase()) ?? 0) : 0
      const score = candidate.score + extra
      const known = this.same(best, compound, candidate.pos)
      if (!known) best.push({ candidate, compound, score })
      else if (known.score < score) {
        known.candidate = candidate
        known.score = score
      }
    }
    if (best.length === 1) return best
    best.sort(better)
    return best.length > mostReadings ? best.slice(0, mostReadings) : best
  }

  private same(best: readonly Ranked[], compound: string, pos: number): Ranked | null {
    for (const other of best) if (other.candidate.pos === pos && other.compound === compound) return other
    return null
  }

  readings(ranked: readonly Ranked[]): WordReading[] {
    const out: WordReading[] = []
    for (const each of ranked) out.push(this.reading(each))
    return out
  }

  /** The same frozen reading each time, so that what others work out about a word can be kept by it. */
  sharedReading(ranked: Ranked): WordReading {
    ranked.shared ??= frozen(this.reading(ranked))
    return ranked.shared
  }

  reading({ candidate, compound }: Ranked): WordReading {
    const { match } = candidate
    const simple = !compound.includes('#')
    const lemma = simple ? compound : compound.replace(/#/g, '')
    return {
      lemma,
      compound,
      parts: simple ? [compound] : this.parts(candidate),
      pos: partsOfSpeech[candidate.pos] ?? 'unknown',
      features: this.features(candidate, lemma),
      source: sourceOfWay(candidate.way, this.packed, match),
    }
  }

  private features(candidate: Candidate, lemma: string): Features {
    const { match } = candidate
    if (!match && candidate.tag < 0) return {}
    const tag =
      match && match.links.length > 0 ? tagOf(this.packed, match) : (this.packed.tags[candidate.tag] ?? '')
    let known = this.byTag.get(tag)
    if (!known) {
      known = featuresOf(tag)
      this.byTag.set(tag, known)
    }
    const features: Features = { ...known }
    if (candidate.pos === adjective && (lemma.endsWith('ton') || lemma.endsWith('tön')))
      features.negative = true
    if (match && match.clitic > 0) features.clitics = [...(clitics[match.clitic]?.clitics ?? [])]
    return features
  }

  /** Lemmas of the parts; a lexical compound's first parts are read as first parts in turn. */
  private parts(candidate: Candidate): string[] {
    const { match } = candidate
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

  private readonly firstPart = memoize((surface: string): string => {
    const probe = `${surface.toLowerCase()}a`
    this.matcher.simple(probe)
    this.matcher.derived()
    const part = this.matcher.chainAt(probe.length - 1)
    return part && part.start === 0 ? markedLemma(this.packed, probe, part).replace(/#/g, '') : surface
  }, 2000)
}
