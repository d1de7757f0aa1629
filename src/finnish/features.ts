import { clitics } from './clitics.js'
import type { LinkStep, Match } from './matcher.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags, partsOfSpeech } from './parts-of-speech.js'

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
  offset: number
  size: number
  label: (index: number) => string
}

/**
 * The ranker's features: each is one number, and a name that a person can read (`tag:noun:sg.gen`,
 * `freq:verb:7`). A candidate's score is the sum of the weights of its features.
 */
export interface FeatureSpace {
  size: number
  names(): string[]
  /** Features of a lexicon match found in a given way. */
  ofMatch(match: Match, way: number, casing: number, wordLength: number, out: number[]): void
  /** Those features of a match in which forms of one stem differ: tag and clitic. `ofMatch` has them too. */
  ofForm(match: Match, pos: number, out: number[]): void
  /** Features of a guessed candidate: its part of speech, tag and how sure the guesser is (0-15). */
  ofGuess(
    way: number,
    pos: number,
    tag: number,
    sureness: number,
    casing: number,
    wordLength: number,
    out: number[],
    taken?: number,
  ): void
}

export function featureSpace(packed: PackedFinnish): FeatureSpace {
  const tagCount = packed.tags.length
  const posCount = partsOfSpeech.length
  const groups: Group[] = []
  let size = 0
  const group = (name: string, count: number, label: (index: number) => string): number => {
    const offset = size
    groups.push({ name, offset, size: count, label })
    size += count
    return offset
  }
  const pair = (left: readonly string[], right: readonly string[]) => (index: number) =>
    `${left[Math.floor(index / right.length)]}:${right[index % right.length]}`
  const way = group('way', ways.length, (index) => ways[index] ?? '')
  const tag = group('tag', posCount * tagCount, pair(partsOfSpeech, packed.tags))
  const make = group('makes', makes.length * tagCount, pair(makes, packed.tags))
  const frequency = group('freq', posCount * 16, pair(partsOfSpeech, buckets))
  const clitic = group('clitic', clitics.length, (index) => clitics[index]?.text ?? '')
  const link = group('link', packed.links.length, (index) => packed.links[index]?.name ?? '')
  const flag = group('flag', flagNames.length, (index) => flagNames[index] ?? '')
  const cased = group(
    'case',
    casings.length * posCount * 2,
    (index) =>
      `${casings[Math.floor(index / (posCount * 2))]}:${partsOfSpeech[Math.floor(index / 2) % posCount]}${index % 2 === 1 ? ':guess' : ''}`,
  )
  const parts = group('parts', 6, (index) => String(index))
  const lastLength = group('lastLength', 16, (index) => buckets[index] ?? '')
  const firstLength = group('firstLength', 16, (index) => buckets[index] ?? '')
  const firstFrequency = group('firstFreq', 16, (index) => buckets[index] ?? '')
  const joint = group('joint', packed.boundaries.length * posCount, pair(packed.boundaries, partsOfSpeech))
  const sure = group('sure', ways.length * 16, pair(ways, buckets))
  const length = group('length', ways.length * 16, pair(ways, buckets))
  const strip = group('strip', 3, (index) => stripped[index] ?? '')
  const repair = group('repair', ways.length * 16, pair(ways, buckets))
  const short = group('stem', 6, (index) => String(index))
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
  const makeOf = packed.links.map((kind) => makes.indexOf(kind.makes))
  const linkPos = packed.links.map((kind) => partsOfSpeech.indexOf(kind.pos ?? 'noun'))
  const clamp = (value: number): number => Math.min(15, value)

  const ofForm = (match: Match, pos: number, out: number[]): void => {
    out.push(tag + pos * tagCount + match.tag)
    if (match.clitic > 0) out.push(clitic + match.clitic)
    if (match.links.length === 0) return
    const kind = makeOf[(match.links[match.links.length - 1] as LinkStep).link] as number
    if (kind !== 0) out.push(make + kind * tagCount + match.tag)
  }

  return {
    size,
    ofForm,
    names: () =>
      groups.flatMap((g) => Array.from({ length: g.size }, (_, index) => `${g.name}:${g.label(index)}`)),
    ofMatch(match, wayIndex, casing, wordLength, out) {
      const entry = packed.valueEntry[match.value] as number
      let pos = packed.entryPos[entry] as number
      for (const step of match.links) {
        out.push(link + step.link)
        if (makeOf[step.link] === 9) pos = linkPos[step.link] as number
      }
      ofForm(match, pos, out)
      out.push(way + wayIndex)
      out.push(frequency + pos * 16 + ((packed.valueFrequency[match.value] as number) >> 1))
      const flags = (packed.entryFlags[entry] as number) & anyFlag
      if (flags !== 0)
        for (let bit = 0; bit < flagBits.length; bit++)
          if ((flags & (flagBits[bit] as number)) !== 0) out.push(flag + bit)
      out.push(cased + (casing * posCount + pos) * 2)
      if (match.stemEnd - match.start < 3) out.push(short + match.stemEnd - match.start)
      const chain = match.parts
      if (chain) {
        out.push(parts + Math.min(5, chain.count + 1), lastLength + clamp(wordLength - match.start))
        for (let part: typeof chain | null = chain; part; part = part.previous) {
          out.push(
            firstLength + clamp(part.end - part.start),
            firstFrequency + ((packed.valueFrequency[part.value] as number) >> 1),
            joint +
              part.boundary * posCount +
              (packed.entryPos[packed.valueEntry[part.value] as number] as number),
          )
          for (const step of part.links) out.push(link + step.link)
        }
      }
      if (wayIndex > 2) {
        out.push(length + wayIndex * 16 + clamp(wordLength))
        out.push(repair + wayIndex * 16 + ((packed.valueFrequency[match.value] as number) >> 1))
      }
    },
    ofGuess(wayIndex, pos, tagIndex, sureness, casing, wordLength, out, taken = 0) {
      if (taken > 0) out.push(strip + taken)
      out.push(
        way + wayIndex,
        cased + (casing * posCount + pos) * 2 + 1,
        sure + wayIndex * 16 + clamp(sureness),
      )
      out.push(length + wayIndex * 16 + clamp(wordLength))
      if (tagIndex >= 0) out.push(tag + pos * tagCount + tagIndex)
    },
  }
}
