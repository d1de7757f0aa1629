import { hyphen } from './alphabet.js'
import { EndingHits } from './ending-hits.js'
import { Joints } from './joints.js'
import { type FormScorer, Matches } from './match.js'
import type { PackedFinnish } from './packed.js'
import type { Spelling } from './rewriting.js'
import { mostLinks, SuffixChain } from './suffix-chain.js'
import { Trail } from './trail.js'
import { endsKey, hasPrefix, keyNumber, markedKey, placeShift } from './trie-cells.js'
import { anySuffix, entryOf, firstLetter, formSuffix, isLast, paradigmOf } from './values.js'
import { longestWord, WordLetters } from './word-letters.js'

/** The last part of a compound has so many letters. */
const shortestLast = 3
/** The list of endings that stands for none: the stem is the form. */
const noEnding = 0
/** A form whose points nobody asked for yet. */
const noScore = Number.NEGATIVE_INFINITY

/**
 * Walks words through the packed tries. Holds scratch arrays only: the answer depends on the word alone.
 *
 * Endings are matched once, from the end of the word; a stem that stops where an ending begins and whose
 * paradigm has that ending's group is a reading. Compounds are the same walk from every place where a first
 * part may end (cheapest chain first).
 *
 * What it finds it gives in objects that hold until it is asked again. Forms of one stem that differ in their tags
 * alone are one reading: the likeliest stands for them. Without `scorer` (training) each is given.
 */
export class Matcher {
  /** Letters of the word in hand. */
  readonly letters = new WordLetters()
  private codes: Uint8Array = this.letters.codes
  /** Endings of the word in hand: those found last, or those of the word whose trail was kept. */
  private endings: EndingHits
  private hitHead: Int32Array
  private freshEndings: EndingHits
  private keptEndings: EndingHits
  private readonly chain: SuffixChain
  private length = 0
  private readonly out = new Matches()
  /** Points of the likeliest form of the stem in hand. */
  private top = 0
  /** How the stems follow the word in hand, and the one that `keepTrail` kept. */
  private readonly own: Trail
  readonly trail: Trail
  /** Places where a first part of a compound may end, from the last `derived` and `compounds`. */
  readonly joints: Joints
  /** Where the stem in hand begins, whether parts of a compound stand before it, and what may go on from it. */
  private start = 0
  private behindParts = false
  private through = formSuffix
  /** Column of `suffixLetters`: 1 where any suffix may go on. */
  private deep = 0

  constructor(
    private readonly packed: PackedFinnish,
    private readonly scorer: FormScorer | null = null,
  ) {
    this.own = new Trail(packed.stemCells, longestWord)
    this.trail = new Trail(packed.stemCells, longestWord)
    this.freshEndings = new EndingHits(packed, longestWord)
    this.keptEndings = new EndingHits(packed, longestWord)
    this.endings = this.freshEndings
    this.hitHead = this.endings.head
    this.joints = new Joints(packed, longestWord)
    this.chain = new SuffixChain(packed)
  }

  /** How many letters of the word the stems could follow. */
  get reach(): number {
    return this.own.reach
  }

  /** Readings of a lower-case word as a form of one word of the lexicon. */
  simple(word: string): Matches {
    this.letters.take(word)
    return this.spelled(this.letters)
  }

  /** The same of a word by the codes of its letters. */
  spelled({ codes, length }: Spelling): Matches {
    this.clear(codes, length)
    this.takeEndings(this.freshEndings)
    this.endings.match(codes, length)
    this.own.follow(codes, length, 0, this.packed.stemCells[0] as number)
    return this.forms()
  }

  /**
   * Readings, as of `simple`, of a word that has its first letters (at least `same`) in common with the word whose
   * trail was kept last, and its last letters (at least `tail`) too.
   */
  vary(codes: Uint8Array, length: number, same: number, tail: number): Matches {
    this.clear(codes, length)
    this.own.branch(this.trail, codes, length, same)
    if (this.own.stemCount === 0) return this.out
    if (tail >= this.keptEndings.reach) this.takeEndings(this.keptEndings)
    else {
      this.takeEndings(this.freshEndings)
      this.endings.match(codes, length)
    }
    return this.forms()
  }

  private takeEndings(endings: EndingHits): void {
    this.endings = endings
    this.hitHead = endings.head
  }

  /** Readings of the stems that the word begins with. */
  private forms(): Matches {
    const { stemCount, stemEnds, stemCell } = this.own
    const { length, hitHead } = this
    for (let index = 0; index < stemCount; index++) {
      const end = stemEnds[index] as number
      const cell = stemCell[index] as number
      // Looked at from afar: what neither an ending nor a suffix can follow is not read.
      if ((hitHead[length - end] as number) >= 0 || (cell & markedKey) !== 0) this.values(cell, end)
    }
    return this.out
  }

  private clear(codes: Uint8Array, length: number): void {
    this.joints.clear()
    this.look(0, false, formSuffix)
    this.own.clear()
    this.codes = codes
    this.length = length
  }

  /** Begins to collect readings of stems that start at a place. */
  private look(start: number, behindParts: boolean, through: number): void {
    this.out.clear()
    this.start = start
    this.behindParts = behindParts
    this.through = through
    this.deep = through === anySuffix ? 1 : 0
  }

  /** Readings of the word last given to `simple` as a derived word with its own lemma; finds joints on the way. */
  derived(): Matches {
    this.look(0, false, anySuffix)
    const { stemCount, stemEnds, stemCell } = this.own
    for (let index = 0; index < stemCount; index++)
      this.values(stemCell[index] as number, stemEnds[index] as number)
    return this.out
  }

  /** Compounds of the word last given to `simple` and `derived`, at most `most` parts. */
  compounds(most = 4): Matches {
    const { joints, length } = this
    this.look(0, true, anySuffix)
    for (let at = 2; at <= length - shortestLast; at++) {
      const parts = joints.parts(at)
      if (parts === 0 || parts >= most) continue
      this.start = at
      this.walk()
    }
    return this.out
  }

  /** Plain forms, without clitic or suffix, of what follows a place in the word last given to `simple`. */
  from(at: number): Matches {
    this.look(at, false, 0)
    this.walk()
    return this.out
  }

  /** Whether some stem begins with three letters of a spelling. */
  begins(spelling: Uint8Array, length: number, from: number): boolean {
    return from + 3 <= length && hasPrefix(this.packed.stemCells, spelling, from, from + 3)
  }

  /** Keeps how stems and endings follow the word last given to `simple`, for later, while other words are matched. */
  keepTrail(): void {
    this.trail.keep(this.own, this.hitHead)
    const { endings } = this
    this.freshEndings = this.keptEndings
    this.keptEndings = endings
  }

  /** Readings of the stems that start at the place in hand. */
  private walk(): void {
    const { length, codes } = this
    const cells = this.packed.stemCells
    let cell = cells[0] as number
    for (let at = this.start; ; at++) {
      if ((cell & endsKey) !== 0) this.values(cell, at)
      if (cell < 0 || at >= length) return
      const code = codes[at] as number
      if (code === 0) return
      cell = cells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) return
    }
  }

  /** Readings of a stem that ends at a place. */
  private values(stem: number, end: number): void {
    const { values, stemCells, suffixLetters } = this.packed
    const { through } = this
    // Derived words alone are asked for where a word is walked through again.
    const ends =
      (this.hitHead[this.length - end] as number) >= 0 && (through !== anySuffix || this.behindParts)
    if (!ends && through === 0) return
    const letters = this.lettersAt(end)
    for (let value = keyNumber(stemCells, stem); ; value++) {
      const cell = values[value] as number
      const paradigm = paradigmOf(cell)
      if (ends) this.finish(paradigm, value, end, end, 0)
      if ((cell & through) !== 0 && ((suffixLetters[paradigm * 2 + this.deep] as number) & letters) !== 0)
        this.suffixes(paradigm, value, end, end, 0)
      if (isLast(cell)) return
    }
  }

  /** What a suffix could begin with at a place. */
  private lettersAt(at: number): number {
    return firstLetter(0) | (at < this.length ? firstLetter(this.codes[at] as number) : 0)
  }

  /** Readings of a stem, and the suffixes gone through, with the endings that begin at a place. */
  private finish(paradigm: number, value: number, stemEnd: number, at: number, depth: number): void {
    const { endingOffsets, endingData, paradigmBits, words, wholeOffsets, wholeTags } = this.packed
    const { endings } = this
    const row = paradigm * words
    const first = this.out.length
    for (let hit = this.hitHead[this.length - at] as number; hit >= 0; hit = endings.next[hit] as number) {
      const clitic = endings.clitic[hit] as number
      if (clitic > 0 && this.through === 0) continue
      const list = endings.list[hit] as number
      if (list === noEnding) {
        const last = wholeOffsets[paradigm + 1] as number
        for (let index = wholeOffsets[paradigm] as number; index < last; index++)
          this.put(first, value, stemEnd, depth, wholeTags[index] as number, clitic)
        continue
      }
      const last = endingOffsets[list + 1] as number
      for (let index = endingOffsets[list] as number; index < last; index++) {
        const group = endingData[index * 2 + 1] as number
        if ((((paradigmBits[row + (group >> 5)] as number) >>> (group & 31)) & 1) === 1)
          this.put(first, value, stemEnd, depth, endingData[index * 2] as number, clitic)
      }
    }
  }

  /** Notes a form of a stem; of those from `first` on, all of the same stem, the likeliest is kept. */
  private put(
    first: number,
    value: number,
    stemEnd: number,
    depth: number,
    tag: number,
    clitic: number,
  ): void {
    const { scorer, out, start } = this
    if (first === out.length || scorer === null) {
      const match = out.next()
      match.parts = this.behindParts ? this.joints.chain(start) : null
      match.start = start
      match.stemEnd = stemEnd
      match.value = value
      match.links = this.chain.steps(depth)
      match.pos = this.posOf(value, depth)
      match.tag = tag
      match.clitic = clitic
      this.top = noScore
      return
    }
    const found = out.at(first)
    const link = depth === 0 ? -1 : (this.chain.link[depth - 1] as number)
    if (this.top === noScore) this.top = scorer.score(found.pos, link, found.tag, found.clitic)
    const score = scorer.score(found.pos, link, tag, clitic)
    if (score <= this.top) return
    this.top = score
    found.tag = tag
    found.clitic = clitic
  }

  /** Readings of a stem with the suffixes that begin at a place and what follows them. */
  private suffixes(paradigm: number, value: number, stemEnd: number, from: number, depth: number): void {
    const { suffixCells, suffixLetters } = this.packed
    const { codes, hitHead, length } = this
    const letters = suffixLetters[paradigm * 2 + this.deep] as number
    let cell = suffixCells[0] as number
    for (let at = from; ; at++) {
      // A suffix after which no ending begins and nothing goes on leads nowhere.
      if ((cell & endsKey) !== 0 && (at < length || (hitHead[0] as number) >= 0))
        this.suffix(keyNumber(suffixCells, cell), paradigm, value, stemEnd, from, at, depth)
      if (cell < 0 || at >= length) return
      const code = codes[at] as number
      if (at === from && (letters & firstLetter(code)) === 0) return
      if (code === 0) return
      cell = suffixCells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) return
    }
  }

  /** Readings of a stem with those suffixes of a list that its paradigm has. */
  private suffix(
    list: number,
    paradigm: number,
    value: number,
    stemEnd: number,
    from: number,
    at: number,
    depth: number,
  ): void {
    const { suffixOffsets, suffixSplit, suffixData, suffixLetters, paradigmBits, words } = this.packed
    const { behindParts } = this
    const deep = this.deep === 1
    const ends = (this.hitHead[this.length - at] as number) >= 0
    const kinds = this.packed.links.length
    const row = paradigm * words
    const last = (deep ? suffixOffsets[list + 1] : suffixSplit[list]) as number
    for (let index = suffixOffsets[list] as number; index < last; index++) {
      const group = suffixData[index * 4 + 1] as number
      if ((((paradigmBits[row + (group >> 5)] as number) >>> (group & 31)) & 1) === 0) continue
      const kind = suffixData[index * 4] as number
      if (kind >= kinds) {
        this.joint(value, stemEnd, at, depth, kind - kinds)
        continue
      }
      if (depth >= mostLinks) continue
      this.chain.link[depth] = kind
      this.chain.from[depth] = from + (suffixData[index * 4 + 3] as number)
      const next = suffixData[index * 4 + 2] as number
      if (ends && (!deep || behindParts || this.chain.pos(depth + 1) >= 0))
        this.finish(next, value, stemEnd, at, depth + 1)
      if (at < this.length && ((suffixLetters[next * 2 + this.deep] as number) & this.lettersAt(at)) !== 0)
        this.suffixes(next, value, stemEnd, at, depth + 1)
    }
  }

  private posOf(value: number, depth: number): number {
    const own = this.chain.pos(depth)
    return own >= 0 ? own : (this.packed.entryPos[entryOf(this.packed.values[value] as number)] as number)
  }

  /** Notes a place where a first part of a compound ends. */
  private joint(value: number, stemEnd: number, end: number, depth: number, boundary: number): void {
    const { start } = this
    const joint = this.codes[end] === hyphen ? end + 1 : end
    if (end - start < 2 || joint > this.length - shortestLast) return
    this.joints.offer(joint, start, stemEnd, end, value, boundary, depth, this.chain)
  }
}
