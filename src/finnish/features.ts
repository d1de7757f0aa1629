import { clitics } from './clitics.js'
import type { LinkStep, Match, Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags, partsOfSpeech } from './parts-of-speech.js'
import { entryOf, frequencyOf } from './values.js'

/** How a candidate was found, finer than `ReadingSource`: the ranker weighs each way. */
export const ways = [
  'lexicon',
  'derivation',
  'compound',
  'unknownPart',
  'guessedPart',
  'colon',
  'hyphen',
  'spoken',
  'dots',
  'letters',
  'edit',
  'slip',
  'name',
  'guess',
  'asItStands',
  'identity',
] as const
export type Way = (typeof ways)[number]

/** How the token is written. */
export const casings = ['lower', 'first', 'capital', 'upper'] as const
export type Casing = (typeof casings)[number]

const makes = ['none', 'va', 'tava', 'nut', 'tu', 'ma', 'maton', 'comparative', 'superlative', 'own'] as const
const buckets = Array.from({ length: 16 }, (_, index) => String(index))
const flagNames = [
  'lexicalized',
  'form',
  'colloquial',
  'firstname',
  'surname',
  'place',
  'organization',
  'drug',
] as const

/** What was taken off a word before guessing. */
export const stripped = ['nothing', 'clitic', 'possessive'] as const

interface Group {
  name: string
  size: number
  label: (index: number) => string
}

/** Takes the features of a candidate, one by one. */
export interface FeatureSink {
  add(feature: number): void
}

const flagBits = [
  entryFlags.lexicalized,
  entryFlags.form,
  entryFlags.colloquial,
  entryFlags.firstname,
  entryFlags.surname,
  entryFlags.place,
  entryFlags.organization,
  entryFlags.drug,
]
const anyFlag = flagBits.reduce((all, bit) => all | bit, 0)
const posCount = partsOfSpeech.length

function clamp(value: number): number {
  return Math.min(15, value)
}

/**
 * The ranker's features: each is one number, and a name that a person can read (`tag:noun:sg.gen`,
 * `freq:verb:7`). A candidate's score is the sum of the weights of its features.
 */
export class FeatureSpace {
  private readonly groups: Group[] = []
  /** How many features there are. */
  size = 0
  private readonly tagCount: number
  private readonly way: number
  private readonly tag: number
  private readonly make: number
  private readonly frequency: number
  private readonly clitic: number
  private readonly link: number
  private readonly flag: number
  private readonly cased: number
  private readonly parts: number
  private readonly lastLength: number
  private readonly firstLength: number
  private readonly firstFrequency: number
  private readonly joint: number
  private readonly sure: number
  private readonly length: number
  private readonly strip: number
  private readonly repair: number
  private readonly short: number
  /** What each link makes, as a number of `makes`. */
  private readonly makeOf: Uint8Array

  constructor(private readonly packed: PackedFinnish) {
    const tagCount = packed.tags.length
    const pair = (left: readonly string[], right: readonly string[]) => (index: number) =>
      `${left[Math.floor(index / right.length)]}:${right[index % right.length]}`
    const of = (list: readonly string[]) => (index: number) => list[index] ?? ''
    this.tagCount = tagCount
    this.way = this.group('way', ways.length, of(ways))
    this.tag = this.group('tag', posCount * tagCount, pair(partsOfSpeech, packed.tags))
    this.make = this.group('makes', makes.length * tagCount, pair(makes, packed.tags))
    this.frequency = this.group('freq', posCount * 16, pair(partsOfSpeech, buckets))
    this.clitic = this.group('clitic', clitics.length, (index) => clitics[index]?.text ?? '')
    this.link = this.group('link', packed.links.length, (index) => packed.links[index]?.name ?? '')
    this.flag = this.group('flag', flagNames.length, of(flagNames))
    this.cased = this.group(
      'case',
      casings.length * posCount * 2,
      (index) =>
        `${casings[Math.floor(index / (posCount * 2))]}:${partsOfSpeech[Math.floor(index / 2) % posCount]}${index % 2 === 1 ? ':guess' : ''}`,
    )
    this.parts = this.group('parts', 6, String)
    this.lastLength = this.group('lastLength', 16, of(buckets))
    this.firstLength = this.group('firstLength', 16, of(buckets))
    this.firstFrequency = this.group('firstFreq', 16, of(buckets))
    this.joint = this.group(
      'joint',
      packed.boundaries.length * posCount,
      pair(packed.boundaries, partsOfSpeech),
    )
    this.sure = this.group('sure', ways.length * 16, pair(ways, buckets))
    this.length = this.group('length', ways.length * 16, pair(ways, buckets))
    this.strip = this.group('strip', 3, of(stripped))
    this.repair = this.group('repair', ways.length * 16, pair(ways, buckets))
    this.short = this.group('stem', 6, String)
    this.makeOf = Uint8Array.from(packed.links, (kind) => makes.indexOf(kind.makes))
  }

  private group(name: string, size: number, label: (index: number) => string): number {
    const offset = this.size
    this.groups.push({ name, size, label })
    this.size += size
    return offset
  }

  names(): string[] {
    return this.groups.flatMap((group) =>
      Array.from({ length: group.size }, (_, index) => `${group.name}:${group.label(index)}`),
    )
  }

  /** Features of a lexicon match found in a given way. */
  ofMatch(match: Match, way: number, casing: number, wordLength: number, out: FeatureSink): void {
    const { packed } = this
    const { pos, links, value } = match
    const cell = packed.values[value] as number
    const frequency = frequencyOf(cell)
    let last = -1
    for (let index = 0; index < links.length; index++) {
      last = (links[index] as LinkStep).link
      out.add(this.link + last)
    }
    this.ofForm(pos, last, match.tag, match.clitic, out)
    out.add(this.way + way)
    out.add(this.frequency + pos * 16 + frequency)
    const flags = (packed.entryFlags[entryOf(cell)] as number) & anyFlag
    if (flags !== 0)
      for (let bit = 0; bit < flagBits.length; bit++)
        if ((flags & (flagBits[bit] as number)) !== 0) out.add(this.flag + bit)
    out.add(this.cased + (casing * posCount + pos) * 2)
    if (match.stemEnd - match.start < 3) out.add(this.short + match.stemEnd - match.start)
    if (match.parts !== null) this.ofParts(match.parts, wordLength - match.start, out)
    if (way > 2) {
      out.add(this.length + way * 16 + clamp(wordLength))
      out.add(this.repair + way * 16 + frequency)
    }
  }

  private ofParts(chain: Part, lastLength: number, out: FeatureSink): void {
    const { values, entryPos } = this.packed
    out.add(this.parts + Math.min(5, chain.count + 1))
    out.add(this.lastLength + clamp(lastLength))
    for (let part: Part | null = chain; part; part = part.previous) {
      const cell = values[part.value] as number
      out.add(this.firstLength + clamp(part.end - part.start))
      out.add(this.firstFrequency + frequencyOf(cell))
      out.add(this.joint + part.boundary * posCount + (entryPos[entryOf(cell)] as number))
      for (let index = 0; index < part.links.length; index++)
        out.add(this.link + (part.links[index] as LinkStep).link)
    }
  }

  /**
   * Those features of a match in which forms of one stem differ; `link` is its last suffix, -1 for none.
   * `ofMatch` has them too.
   */
  ofForm(pos: number, link: number, tag: number, clitic: number, out: FeatureSink): void {
    out.add(this.tag + pos * this.tagCount + tag)
    if (clitic > 0) out.add(this.clitic + clitic)
    if (link < 0) return
    const kind = this.makeOf[link] as number
    if (kind !== 0) out.add(this.make + kind * this.tagCount + tag)
  }

  /**
   * Features of a guessed candidate: its part of speech, tag, how sure the guesser is (0-15) and what was taken off
   * the word before (`stripped`).
   */
  ofGuess(
    way: number,
    pos: number,
    tag: number,
    sureness: number,
    casing: number,
    wordLength: number,
    taken: number,
    out: FeatureSink,
  ): void {
    if (taken > 0) out.add(this.strip + taken)
    out.add(this.way + way)
    out.add(this.cased + (casing * posCount + pos) * 2 + 1)
    out.add(this.sure + way * 16 + clamp(sureness))
    out.add(this.length + way * 16 + clamp(wordLength))
    if (tag >= 0) out.add(this.tag + pos * this.tagCount + tag)
  }
}

export function featureSpace(packed: PackedFinnish): FeatureSpace {
  return new FeatureSpace(packed)
}
