import { letterCode, spellOut } from './alphabet.js'
import type { Candidate, CandidateMaker } from './candidate.js'
import { wayNumber } from './candidate.js'
import type { Matcher } from './matcher.js'
import type { PackedFinnish } from './packed.js'
import type { Trail } from './trail.js'
import { frequencyOf } from './values.js'

/** Longest word that is rewritten. */
export const longestRewritten = 24
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
  private trail: Trail | null = null
  private out: Candidate[] = []
  private casing = 0
  private way = 0
  private floor = 0
  private found: string[] = []

  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
    private readonly maker: CandidateMaker,
  ) {}

  /** Takes the word last given to the matcher. */
  begin(word: string, casing: number, out: Candidate[]): void {
    const { base } = this
    for (let at = 0; at < word.length; at++) base.codes[at] = letterCode(word.charCodeAt(at))
    base.length = word.length
    this.trail = this.matcher.keepTrail()
    this.casing = casing
    this.out = out
  }

  /** Begins to try spellings of one kind. */
  start(way: number): void {
    this.way = way
    this.floor = way === wayNumber.edit ? 2 : 1
    this.found = []
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
    return same >= this.base.length - endingLength || (this.trail as Trail).goesOn(spelling, same)
  }

  /** Whether the word with its letters `from` to `until` as `letters` is alive where it `differs`. */
  mayDiffer(from: number, until: number, letters: readonly number[], differs: number): boolean {
    const { base } = this
    if (differs >= base.length - endingLength) return true
    const skip = differs - from
    const rest = until - letters.length
    const first = skip < letters.length ? letters[skip] : base.codes[rest + skip]
    const second = skip + 1 < letters.length ? letters[skip + 1] : base.codes[rest + skip + 1]
    return (this.trail as Trail).hasBranch(differs, first as number, second as number)
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
    for (const match of this.matcher.vary(codes, length, differs)) {
      if (frequencyOf(this.packed.values[match.value] as number) < this.floor) continue
      if (text === null) {
        text = spellOut(codes, length)
        if (this.found.includes(text)) return
        this.found.push(text)
      }
      this.maker.add(this.out, this.way, text, '', match, this.casing)
    }
  }
}
