import { letterCode, spellOut } from './alphabet.js'
import type { Candidate, CandidateMaker } from './candidate.js'
import { wayNumber } from './candidate.js'
import { copyOf, type Match } from './match.js'
import type { Matcher } from './matcher.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags } from './parts-of-speech.js'
import { markedLemma } from './reading.js'
import type { Trail } from './trail.js'
import { unitAt } from './unit-at.js'
import { entryOf, frequencyOf } from './values.js'

/** Longest word that is rewritten. */
export const longestRewritten = 24
/** How common (class of frequency) what is one letter away must be to be meant: the shorter the word, the more is. */

const commonEnough = (length: number): number => (length < 7 ? 5 : length < 9 ? 4 : 1)
/** The form of the dictionary is met so many classes oftener than others of the word. */
const dictionaryForm = 2
/** A change this near the end may touch the ending alone, so that no stem need go on past it. */
export const endingLength = 5
/** Rewriting makes a word longer by a few letters at most. */
const room = longestRewritten + 16

/** A spelling as letter codes. */
export interface Spelling {
  readonly codes: Uint8Array
  length: number
}

const spelling = (): Spelling => ({ codes: new Uint8Array(room), length: 0 })

/** Writes `source` with its letters from `from` to `until` as `letters`. */
export function compose(
  target: Spelling,
  source: Spelling,
  from: number,
  letters: readonly number[],
  until: number,
): void {
  const { codes } = target
  let length = 0
  for (; length < from; length++) codes[length] = source.codes[length] as number
  for (let index = 0; index < letters.length; index++) codes[length++] = letters[index] as number
  for (let at = until; at < source.length; at++) codes[length++] = source.codes[at] as number
  target.length = length
}

/**
 * A word that the lexicon does not read, and other spellings of it. A spelling is followed from where it differs: the
 * stems that the word begins with are known, and no text is made of it before some stem and ending are found.
 */
export class Rewriting {
  readonly base = spelling()
  /** Room for those who make spellings. */
  readonly changed = spelling()
  readonly spelled = spelling()
  readonly places = new Int8Array(room)
  readonly trail: Trail
  readonly stemCells: Int32Array
  readonly endingCells: Int32Array
  private out: Candidate[] = []
  private casing = 0
  private way = 0
  private floor = 0
  private found: string[] = []
  /** The likeliest spelling considered, with its lemma, how common it is, and its readings. */
  private likeliest = ''
  private lemma = ''
  private points = 0
  private matches: Match[] = []
  /** Another lemma is as common. */
  private tied = false
  /** How common a word must be to be considered. */
  private common = 0

  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
    private readonly maker: CandidateMaker,
  ) {
    this.trail = matcher.trail
    this.stemCells = packed.stemCells
    this.endingCells = packed.endingCells
  }

  /** Takes the word last given to the matcher. */
  begin(word: string, casing: number, out: Candidate[]): void {
    const { base } = this
    const { length } = word
    for (let at = 0; at < length; at++) base.codes[at] = letterCode(unitAt(word, at))
    base.length = length
    this.matcher.keepTrail()
    this.common = commonEnough(length)
    this.casing = casing
    this.out = out
  }

  /** Begins to try spellings of one kind. */
  start(way: number): void {
    this.way = way
    this.floor = way === wayNumber.edit ? 2 : 1
    this.found = []
    this.likeliest = ''
    this.points = 0
    this.tied = false
  }

  /** Whether any spelling since `start` stands for words of the lexicon. */
  get any(): boolean {
    return this.found.length > 0
  }

  /**
   * A change inside the stem helps only if some stem goes on past it; a change of the ending is tried. `same`: first
   * letters that the spelling shares with the word.
   */
  isAlive(spelling: Spelling, same: number): boolean {
    return same >= this.base.length - endingLength || this.trail.goesOn(spelling, same)
  }

  /** Whether a spelling with two other letters from a place on is alive. */
  mayDiffer(at: number, first: number, second: number): boolean {
    return at >= this.base.length - endingLength || this.trail.hasBranch(at, first, second)
  }

  /** Adds what the lexicon reads a spelling as. `same`: at least so many first letters are those of the word. */
  attempt(spelling: Spelling, same: number): void {
    if (!this.isAlive(spelling, same)) return
    const { base } = this
    const { codes, length } = spelling
    let differs = same
    while (differs < length && differs < base.length && codes[differs] === base.codes[differs]) differs++
    if (differs === length && length === base.length) return
    if (differs > same && !this.isAlive(spelling, differs)) return
    let text: string | null = null
    const matches = this.matcher.vary(codes, length, differs, this.tailOf(spelling))
    for (let index = 0; index < matches.length; index++) {
      const match = matches.at(index)
      if (frequencyOf(this.packed.values[match.value] as number) < this.floor) continue
      if (text === null) {
        text = spellOut(codes, length)
        if (this.found.includes(text)) return
        this.found.push(text)
      }
      this.maker.add(this.out, this.way, text, '', match, this.casing)
    }
  }

  /** How many last letters a spelling shares with the word. */
  private tailOf({ codes, length }: Spelling): number {
    const { base } = this
    let tail = 0
    while (
      tail < length &&
      tail < base.length &&
      codes[length - 1 - tail] === base.codes[base.length - 1 - tail]
    )
      tail++
    return tail
  }

  /**
   * Keeps the spelling that stands for the commonest word, if it is common enough. One that is as common as another
   * says nothing.
   */
  consider(spelling: Spelling, same: number): void {
    const matches = this.matcher.vary(spelling.codes, spelling.length, same, this.tailOf(spelling))
    let top: Match | null = null
    let points = this.common - 1
    for (let index = 0; index < matches.length; index++) {
      const match = matches.at(index)
      const frequency = this.commonness(match)
      if (frequency <= points) continue
      top = match
      points = frequency
    }
    if (top === null) return
    const text = spellOut(spelling.codes, spelling.length)
    const lemma = markedLemma(this.packed, text, top)
    if (lemma.replace(/#/g, '') === text) points += dictionaryForm
    if (points < this.points) return
    this.tied = points === this.points && (this.tied || lemma !== this.lemma)
    this.points = points
    this.lemma = lemma
    this.likeliest = text
    this.matches = []
    for (let index = 0; index < matches.length; index++) this.matches.push(copyOf(matches.at(index)))
  }

  /** Class of frequency; names are not written small by a slip of the thumb. */
  private commonness({ value }: Match): number {
    const cell = this.packed.values[value] as number
    const isName = ((this.packed.entryFlags[entryOf(cell)] as number) & entryFlags.capital) !== 0
    return isName ? -1 : frequencyOf(cell)
  }

  /** Adds the likeliest of the spellings considered, if there is one. */
  addLikeliest(): void {
    if (this.likeliest === '' || this.tied) return
    for (const match of this.matches)
      if (this.commonness(match) >= this.common)
        this.maker.add(this.out, this.way, this.likeliest, '', match, this.casing)
  }
}
