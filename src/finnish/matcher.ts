import { hyphen, letterCode } from './alphabet.js'
import { EndingHits } from './ending-hits.js'
import { Joints } from './joints.js'
import type { LinkStep, Match, Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { Trail } from './trail.js'
import { endsKey, keyNumber, markedKey, placeShift } from './trie-cells.js'
import { anySuffix, entryOf, formSuffix, isLast, paradigmOf } from './values.js'

/** Longest word that is matched; longer ones are never Finnish words and would only cost time. */
export const longestWord = 80

const noLinks: readonly LinkStep[] = []
const noMatches: readonly Match[] = []
/** The list of endings that stands for none: the stem is the form. */
const noEnding = 0
/** A form whose points nobody asked for yet. */
const noScore = Number.NEGATIVE_INFINITY

/** Points of what the forms of one stem differ in. `link`: the last suffix gone through, -1 for none. */
export interface FormScorer {
  score(pos: number, link: number, tag: number, clitic: number): number
}

/** No stem goes on through more suffixes. */
const mostLinks = 3

/**
 * Walks words through the packed tries. Holds scratch arrays only: the answer depends on the word alone.
 *
 * Endings are matched once, from the end of the word; a stem that stops where an ending begins and whose
 * paradigm has that ending's group is a reading. Compounds are the same walk from every place where a first
 * part may end (cheapest chain first).
 *
 * Forms of one stem that differ in their tags alone are one reading: the likeliest stands for them. Without
 * `scorer` (training) each is given.
 */
export class Matcher {
  private readonly codes = new Uint8Array(longestWord + 1)
  private readonly endings: EndingHits
  private readonly hitHead: Int32Array
  /** Suffixes gone through on the way to where the walk is: their links and where their own text begins. */
  private readonly stepLink = new Int32Array(mostLinks)
  private readonly stepFrom = new Int32Array(mostLinks)
  /** Part of speech of the word of its own that a link makes, -1 of links that make forms of their base. */
  private readonly linkPos: Int8Array
  private length = 0
  private out: readonly Match[] = noMatches
  /** Points of the likeliest form of the stem in hand. */
  private top = 0
  /** How many letters of the word the stems could follow. */
  reach = 0
  /** Cells of the stem trie along the word. */
  private readonly cellAt = new Int32Array(longestWord + 2)
  /** Stems that the word begins with: where they end and their cells. */
  private readonly stemEnds = new Int32Array(longestWord + 2)
  private readonly stemCell = new Int32Array(longestWord + 2)
  private stemCount = 0
  private readonly trail: Trail
  private readonly joints: Joints
  /** Where the stem in hand begins, whether parts of a compound stand before it, and what may go on from it. */
  private start = 0
  private behindParts = false
  private through = formSuffix

  constructor(
    private readonly packed: PackedFinnish,
    private readonly scorer: FormScorer | null = null,
  ) {
    this.trail = new Trail(packed.stemCells, longestWord)
    this.endings = new EndingHits(packed, longestWord)
    this.hitHead = this.endings.head
    this.joints = new Joints(packed, longestWord, mostLinks)
    this.linkPos = Int8Array.from(packed.links, ({ makes, pos }) =>
      makes === 'own' ? partsOfSpeech.indexOf(pos ?? 'noun') : -1,
    )
  }

  /** Readings of a lower-case word as a form of one word of the lexicon. */
  simple(word: string): readonly Match[] {
    this.begin(word)
    this.follow()
    for (let index = 0; index < this.stemCount; index++) {
      const end = this.stemEnds[index] as number
      const cell = this.stemCell[index] as number
      // Looked at from afar: what neither an ending nor a suffix can follow is not read.
      if ((this.hitHead[end] as number) >= 0 || (cell & markedKey) !== 0) this.values(cell, end)
    }
    return this.out
  }

  private begin(word: string): void {
    const { codes } = this
    this.joints.clear()
    this.look(0, false, formSuffix)
    this.reach = 0
    this.stemCount = 0
    const length = word.length > longestWord ? 0 : word.length
    this.length = length
    for (let at = 0; at < length; at++) codes[at] = letterCode(word.charCodeAt(at))
    this.endings.match(word, codes, length)
  }

  /** Begins to collect readings of stems that start at a place. */
  private look(start: number, behindParts: boolean, through: number): void {
    this.out = noMatches
    this.start = start
    this.behindParts = behindParts
    this.through = through
  }

  /** Readings of the word last given to `simple` as a derived word with its own lemma; finds joints on the way. */
  derived(): readonly Match[] {
    this.look(0, false, anySuffix)
    for (let index = 0; index < this.stemCount; index++)
      this.values(this.stemCell[index] as number, this.stemEnds[index] as number)
    return this.out
  }

  /** Compounds of the word last given to `simple` and `derived`, at most `most` parts; the last has three letters at least. */
  compounds(most = 4): readonly Match[] {
    const { joints, length } = this
    this.look(0, true, anySuffix)
    for (let at = 2; at < length - 2; at++) {
      const parts = joints.parts(at)
      if (parts === 0 || parts >= most) continue
      this.start = at
      this.walk()
    }
    return this.out
  }

  /** Plain forms, without clitic or suffix, of what follows a place in the word last given to `simple`. */
  from(at: number): readonly Match[] {
    this.look(at, false, 0)
    this.walk()
    return this.out
  }

  /** Cheapest chain of first parts that ends at a place, from the last `derived` and `compounds`. */
  chainAt(at: number): Part | null {
    return this.joints.chain(at)
  }

  /** How many letters of a text the stems of the lexicon could follow. */
  reachOf(text: string): number {
    const cells = this.packed.stemCells
    let cell = cells[0] as number
    for (let at = 0; at < text.length; at++) {
      const code = letterCode(text.charCodeAt(at))
      if (cell < 0 || code === 0) return at
      cell = cells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) return at
    }
    return text.length
  }

  /** Keeps how the stems follow the word last given to `simple`, for later, while other words are matched. */
  keepTrail(): Trail {
    this.trail.keep(this.cellAt, this.reach, this.codes, this.length)
    return this.trail
  }

  /** Follows the word from its first letter as far as stems go, and notes those that it begins with. */
  private follow(): void {
    const { length, codes, cellAt } = this
    const cells = this.packed.stemCells
    let cell = cells[0] as number
    for (let at = 0; ; at++) {
      if ((cell & endsKey) !== 0) {
        this.stemEnds[this.stemCount] = at
        this.stemCell[this.stemCount++] = cell
      }
      if (cell < 0) return
      this.reach = at
      cellAt[at] = cell
      if (at >= length) return
      const code = codes[at] as number
      if (code === 0) return
      cell = cells[(cell >> placeShift) + code] as number
      if ((cell & 255) !== code) return
    }
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
    const { values, stemCells } = this.packed
    const { through } = this
    // Derived words alone are asked for where a word is walked through again.
    const ends = (this.hitHead[end] as number) >= 0 && (through !== anySuffix || this.behindParts)
    if (!ends && through === 0) return
    for (let value = keyNumber(stemCells, stem); ; value++) {
      const cell = values[value] as number
      if (ends) this.finish(paradigmOf(cell), value, end, end, 0)
      if ((cell & through) !== 0) this.suffixes(paradigmOf(cell), value, end, end, 0)
      if (isLast(cell)) return
    }
  }

  /** Readings of a stem, and the suffixes gone through, with the endings that begin at a place. */
  private finish(paradigm: number, value: number, stemEnd: number, at: number, depth: number): void {
    const { endingOffsets, endingData, paradigmBits, words, wholeOffsets, wholeTags } = this.packed
    const { endings } = this
    const row = paradigm * words
    const first = this.out.length
    for (let hit = this.hitHead[at] as number; hit >= 0; hit = endings.next[hit] as number) {
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
      const parts = this.behindParts ? this.joints.chain(start) : null
      const pos = this.posOf(value, depth)
      const match = { parts, start, stemEnd, value, links: this.links(depth), pos, tag, clitic }
      // Mostly the only one: an array of one takes a tenth of the room of an empty one that grows.
      if (out.length === 0) this.out = [match]
      else (out as Match[]).push(match)
      this.top = noScore
      return
    }
    const found = out[first] as Match
    const link = depth === 0 ? -1 : (this.stepLink[depth - 1] as number)
    if (this.top === noScore) this.top = scorer.score(found.pos, link, found.tag, found.clitic)
    const score = scorer.score(found.pos, link, tag, clitic)
    if (score <= this.top) return
    this.top = score
    found.tag = tag
    found.clitic = clitic
  }

  /** The suffixes gone through. */
  private links(depth: number): readonly LinkStep[] {
    if (depth === 0) return noLinks
    const out: LinkStep[] = []
    for (let index = 0; index < depth; index++)
      out.push({ link: this.stepLink[index] as number, from: this.stepFrom[index] as number })
    return out
  }

  /** Readings of a stem with the suffixes that begin at a place and what follows them. */
  private suffixes(paradigm: number, value: number, stemEnd: number, from: number, depth: number): void {
    const { suffixCells } = this.packed
    const { codes, hitHead, length } = this
    let cell = suffixCells[0] as number
    for (let at = from; ; at++) {
      // A suffix after which no ending begins and nothing goes on leads nowhere.
      if ((cell & endsKey) !== 0 && (at < length || (hitHead[at] as number) >= 0))
        this.suffix(keyNumber(suffixCells, cell), paradigm, value, stemEnd, from, at, depth)
      if (cell < 0 || at >= length) return
      const code = codes[at] as number
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
    const { suffixOffsets, suffixSplit, suffixData, paradigmBits, words, goesOn } = this.packed
    const { through, behindParts } = this
    const deep = through === anySuffix
    const ends = (this.hitHead[at] as number) >= 0
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
      this.stepLink[depth] = kind
      this.stepFrom[depth] = from + (suffixData[index * 4 + 3] as number)
      const next = suffixData[index * 4 + 2] as number
      if (ends && (!deep || behindParts || this.isOwn(depth + 1)))
        this.finish(next, value, stemEnd, at, depth + 1)
      if (at < this.length && goesOn[next] !== 0) this.suffixes(next, value, stemEnd, at, depth + 1)
    }
  }

  /** Whether a suffix on the way made a word with its own lemma. */
  private isOwn(depth: number): boolean {
    for (let index = 0; index < depth; index++)
      if ((this.linkPos[this.stepLink[index] as number] as number) >= 0) return true
    return false
  }

  private posOf(value: number, depth: number): number {
    for (let index = depth - 1; index >= 0; index--) {
      const own = this.linkPos[this.stepLink[index] as number] as number
      if (own >= 0) return own
    }
    return this.packed.entryPos[entryOf(this.packed.values[value] as number)] as number
  }

  /** Notes a place where a first part of a compound ends. */
  private joint(value: number, stemEnd: number, end: number, depth: number, boundary: number): void {
    const { start } = this
    const joint = this.codes[end] === hyphen ? end + 1 : end
    if (end - start < 2 || joint >= this.length) return
    this.joints.offer(joint, start, stemEnd, end, value, boundary, depth, this.stepLink, this.stepFrom)
  }
}
