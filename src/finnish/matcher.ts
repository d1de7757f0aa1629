import { hyphen, letterCode } from './alphabet.js'
import { clitics, cliticsOf } from './clitics.js'
import type { PackedFinnish } from './packed.js'
import { Trail } from './trail.js'

/** Longest word that is matched; longer ones are never Finnish words and would only cost time. */
export const longestWord = 80

/** A suffix that went on from a stem: its number in `links` and where the suffix begins and ends. */
export interface LinkStep {
  link: number
  /** Where the suffix's own text begins, after the infix that belongs to the base's stem. */
  from: number
}

/** The first part of a compound, and those before it. */
export interface Part {
  previous: Part | null
  start: number
  stemEnd: number
  end: number
  value: number
  links: readonly LinkStep[]
  boundary: number
  cost: number
  count: number
}

/** One way to read the whole word. */
export interface Match {
  parts: Part | null
  start: number
  stemEnd: number
  value: number
  links: readonly LinkStep[]
  tag: number
  clitic: number
}

const noLinks: readonly LinkStep[] = []

/** Cost of a compound's first part: every part costs, short and rare ones and loose joints cost more. */
export type PartCost = (value: number, length: number, boundary: number, links: number) => number

/**
 * Walks words through the packed tries. Holds scratch arrays only: the answer depends on the word alone.
 *
 * Endings are matched once, from the end of the word; a stem that stops where an ending begins and whose
 * paradigm has that ending's group is a reading. Compounds are the same walk from every place where a first
 * part may end (cheapest chain first).
 */
export class Matcher {
  private readonly codes = new Uint8Array(longestWord + 1)
  private readonly hitHead = new Int32Array(longestWord + 2)
  private readonly hitNext = new Int32Array(4096)
  private readonly hitList = new Int32Array(4096)
  private readonly hitClitic = new Int32Array(4096)
  private hitCount = 0
  /** Whether derived words and joints of compounds are looked for. */
  private deep = false
  private readonly scanned = new Int32Array(longestWord + 2)
  private readonly scanStart = new Int32Array(longestWord + 2)
  private readonly scanEnd = new Int32Array(longestWord + 2)
  private readonly scanList = new Int32Array(4096)
  private readonly scanAt = new Int32Array(4096)
  private scanCount = 0
  /** Number of the word in hand; what was scanned for another one does not count. */
  private word = 0
  private length = 0
  private out: Match[] = []
  /** How many letters of the word the stems could follow. */
  reach = 0
  /** Cells of the stem trie along the word. */
  private readonly cellAt = new Int32Array(longestWord + 2)
  private readonly trail: Trail
  private readonly best: (Part | null)[] = new Array<Part | null>(longestWord + 2).fill(null)

  constructor(
    private readonly packed: PackedFinnish,
    private readonly partCost: PartCost,
  ) {
    this.trail = new Trail(packed.stemCells, longestWord)
  }

  /** Readings of a lower-case word as a form of one word of the lexicon. */
  simple(word: string): Match[] {
    this.out = []
    this.deep = false
    if (word.length === 0 || word.length > longestWord) {
      this.length = 0
      return this.out
    }
    this.length = word.length
    for (let at = 0; at < word.length; at++) {
      this.codes[at] = letterCode(word.charCodeAt(at))
      this.hitHead[at] = -1
      this.best[at] = null
    }
    this.hitHead[word.length] = -1
    this.best[word.length] = null
    this.reach = 0
    this.scanCount = 0
    this.word = (this.word + 1) | 0
    this.matchEndings(word)
    this.walk(0, null)
    return this.out
  }

  /** Readings of the word last given to `simple` that need a derivation, and those of `simple` again. */
  derived(): Match[] {
    this.out = []
    this.deep = true
    if (this.length > 0) this.walk(0, null)
    return this.out
  }

  /** Compound readings of the word last given to `derived`, at most `most` parts. */
  compounds(most = 4): Match[] {
    this.out = []
    for (let at = 2; at < this.length; at++) {
      const part = this.best[at]
      if (part && part.count < most) this.walk(at, part)
    }
    return this.out
  }

  /** Plain readings of what follows a place, in the word last given to `simple`. */
  from(at: number): Match[] {
    this.out = []
    this.deep = false
    this.walk(at, null)
    return this.out
  }

  /** Cheapest chain of first parts that ends at a place, from the last `derived` and `compounds`. */
  chainAt(at: number): Part | null {
    return this.best[at] ?? null
  }

  /** How many letters of a text the stems of the lexicon could follow. */
  reachOf(text: string): number {
    const cells = this.packed.stemCells
    let cell = cells[0] as number
    for (let at = 0; at < text.length; at++) {
      const code = letterCode(text.charCodeAt(at))
      if (cell < 0 || code === 0) return at
      cell = cells[(cell >> 8) + code] as number
      if ((cell & 255) !== code) return at
    }
    return text.length
  }

  /** Keeps how the stems follow the word last given to `simple`, for later, while other words are matched. */
  keepTrail(): Trail {
    this.trail.keep(this.cellAt, this.reach, this.codes, this.length)
    return this.trail
  }

  private matchEndings(word: string): void {
    this.hitCount = 0
    this.endingsFrom(this.length, 0)
    for (const clitic of cliticsOf(word))
      this.endingsFrom(this.length - (clitics[clitic]?.text.length ?? 0), clitic)
  }

  private endingsFrom(end: number, clitic: number): void {
    const { endingBase: base, endingCheck: check } = this.packed
    let slot = 0
    for (let at = end; at >= 1; at--) {
      const place = base[slot] as number
      if (place < 0) {
        this.hit(at, -place - 1, clitic)
        return
      }
      if (check[place] === 0) this.hit(at, -(base[place] as number) - 1, clitic)
      const code = this.codes[at - 1] as number
      if (code === 0 || check[place + code] !== code) return
      slot = place + code
    }
  }

  private hit(at: number, list: number, clitic: number): void {
    const index = this.hitCount++
    if (index >= 4096) return
    this.hitList[index] = list
    this.hitClitic[index] = clitic
    this.hitNext[index] = this.hitHead[at] as number
    this.hitHead[at] = index
  }

  private walk(start: number, parts: Part | null): void {
    const cells = this.packed.stemCells
    let cell = cells[0] as number
    for (let at = start; ; at++) {
      const place = cell >> 8
      if (place < 0) {
        this.values(-place - 1, start, at, parts)
        return
      }
      const own = cells[place] as number
      if ((own & 255) === 0) this.values(-(own >> 8) - 1, start, at, parts)
      if (start === 0) {
        this.reach = at
        this.cellAt[at] = cell
      }
      if (at >= this.length) return
      const code = this.codes[at] as number
      if (code === 0) return
      cell = cells[place + code] as number
      if ((cell & 255) !== code) return
    }
  }

  private values(first: number, start: number, end: number, parts: Part | null): void {
    const { valueFrequency, valueParadigm } = this.packed
    const ends = (this.hitHead[end] as number) >= 0
    if (this.scanned[end] !== this.word) this.scan(end)
    const goesOn = this.scanStart[end] !== this.scanEnd[end]
    for (let value = first; ; value++) {
      const paradigm = valueParadigm[value] as number
      if (ends) this.finish(paradigm, value, start, end, end, noLinks, parts)
      if (goesOn) this.suffixes(paradigm, value, start, end, end, noLinks, parts)
      if (((valueFrequency[value] as number) & 1) === 1) return
    }
  }

  private finish(
    paradigm: number,
    value: number,
    start: number,
    stemEnd: number,
    at: number,
    links: readonly LinkStep[],
    parts: Part | null,
  ): void {
    const { endingOffsets, endingData, paradigmBits, words } = this.packed
    const row = paradigm * words
    for (let hit = this.hitHead[at] as number; hit >= 0; hit = this.hitNext[hit] as number) {
      const list = this.hitList[hit] as number
      const last = endingOffsets[list + 1] as number
      for (let index = endingOffsets[list] as number; index < last; index++) {
        const group = endingData[index * 2 + 1] as number
        if ((((paradigmBits[row + (group >> 5)] as number) >>> (group & 31)) & 1) === 0) continue
        this.out.push({
          parts,
          start,
          stemEnd,
          value,
          links,
          tag: endingData[index * 2] as number,
          clitic: this.hitClitic[hit] as number,
        })
      }
    }
  }

  /** Finds, once a word, the suffixes that begin at a place. */
  private scan(from: number): void {
    const { suffixBase: base, suffixCheck: check } = this.packed
    this.scanned[from] = this.word
    this.scanStart[from] = this.scanCount
    let slot = 0
    for (let at = from; ; at++) {
      const place = base[slot] as number
      const leaf = place < 0
      if ((leaf || check[place] === 0) && this.scanCount < 4096) {
        this.scanList[this.scanCount] = leaf ? -place - 1 : -(base[place] as number) - 1
        this.scanAt[this.scanCount] = at
        this.scanCount++
      }
      if (leaf || at >= this.length) break
      const code = this.codes[at] as number
      if (code === 0 || check[place + code] !== code) break
      slot = place + code
    }
    this.scanEnd[from] = this.scanCount
  }

  private suffixes(
    paradigm: number,
    value: number,
    start: number,
    stemEnd: number,
    from: number,
    links: readonly LinkStep[],
    parts: Part | null,
  ): void {
    if (this.scanned[from] !== this.word) this.scan(from)
    const { suffixOffsets, suffixSplit, suffixData, paradigmBits, words } = this.packed
    const kinds = this.packed.links.length
    const row = paradigm * words
    const until = this.scanEnd[from] as number
    for (let scan = this.scanStart[from] as number; scan < until; scan++) {
      const list = this.scanList[scan] as number
      const at = this.scanAt[scan] as number
      const last = (this.deep ? suffixOffsets[list + 1] : suffixSplit[list]) as number
      for (let index = suffixOffsets[list] as number; index < last; index++) {
        const group = suffixData[index * 4 + 1] as number
        if ((((paradigmBits[row + (group >> 5)] as number) >>> (group & 31)) & 1) === 0) continue
        const kind = suffixData[index * 4] as number
        if (kind >= kinds) {
          this.boundary(value, start, stemEnd, at, links, kind - kinds, parts)
          continue
        }
        // A suffix after which no ending begins and nothing goes on leads nowhere.
        if (links.length >= 3 || ((this.hitHead[at] as number) < 0 && at >= this.length)) continue
        const step = { link: kind, from: from + (suffixData[index * 4 + 3] as number) }
        const chain = links.length === 0 ? [step] : [...links, step]
        const next = suffixData[index * 4 + 2] as number
        this.finish(next, value, start, stemEnd, at, chain, parts)
        this.suffixes(next, value, start, stemEnd, at, chain, parts)
      }
    }
  }

  private boundary(
    value: number,
    start: number,
    stemEnd: number,
    end: number,
    links: readonly LinkStep[],
    boundary: number,
    parts: Part | null,
  ): void {
    const joint = this.codes[end] === hyphen ? end + 1 : end
    if (end - start < 2 || joint >= this.length || (start > 0 && parts === null)) return
    const cost = (parts?.cost ?? 0) + this.partCost(value, end - start, boundary, links.length)
    const known = this.best[joint]
    if (known && known.cost <= cost) return
    this.best[joint] = {
      previous: parts,
      start,
      stemEnd,
      end,
      value,
      links,
      boundary,
      cost,
      count: (parts?.count ?? 0) + 1,
    }
  }
}
