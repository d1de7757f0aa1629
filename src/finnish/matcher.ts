import { hyphen, letterCode } from './alphabet.js'
import { EndingHits } from './ending-hits.js'
import type { LinkStep, Match, Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { PartCosts } from './part-cost.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { anySuffix, formSuffix, SuffixHits, suffixesByParadigm } from './suffix-hits.js'
import { Trail } from './trail.js'

/** Longest word that is matched; longer ones are never Finnish words and would only cost time. */
export const longestWord = 80

const noLinks: readonly LinkStep[] = []
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
  /** By paradigm: whether forms of the base, or anything at all, go on from its stems. */
  private readonly goesOn: Uint8Array
  private readonly costs: PartCosts
  /** Whether derived words and joints of compounds are looked for. */
  private deep = false
  private readonly suffixHits: SuffixHits
  /** Suffixes gone through on the way to where the walk is: their links and where their own text begins. */
  private readonly stepLink = new Int32Array(mostLinks)
  private readonly stepFrom = new Int32Array(mostLinks)
  /** Part of speech of the word of its own that a link makes, -1 of links that make forms of their base. */
  private readonly linkPos: Int8Array
  private length = 0
  private out: Match[] = []
  /** How many letters of the word the stems could follow. */
  reach = 0
  /** Cells of the stem trie along the word. */
  private readonly cellAt = new Int32Array(longestWord + 2)
  /** Stems that the word begins with: where they end and their first values. */
  private readonly stemEnds = new Int32Array(longestWord + 2)
  private readonly stemValues = new Int32Array(longestWord + 2)
  private stemCount = 0
  private readonly trail: Trail
  private readonly best: (Part | null)[] = new Array<Part | null>(longestWord + 2).fill(null)
  /** Whether the word in hand has joints; where it has none, `best` is not cleared for the next. */
  private jointed = false

  constructor(
    private readonly packed: PackedFinnish,
    private readonly scorer: FormScorer | null = null,
  ) {
    this.trail = new Trail(packed.stemCells, longestWord)
    this.endings = new EndingHits(packed, longestWord)
    this.hitHead = this.endings.head
    this.suffixHits = new SuffixHits(packed, longestWord)
    this.goesOn = suffixesByParadigm(packed)
    this.costs = new PartCosts(packed)
    this.linkPos = Int8Array.from(packed.links, ({ makes, pos }) =>
      makes === 'own' ? partsOfSpeech.indexOf(pos ?? 'noun') : -1,
    )
  }

  /** Readings of a lower-case word as a form of one word of the lexicon. */
  simple(word: string): readonly Match[] {
    this.begin(word)
    if (this.length > 0) this.walk(0, null)
    return this.out
  }

  private begin(word: string): void {
    const { codes } = this
    if (this.jointed) {
      this.best.fill(null)
      this.jointed = false
    }
    this.out = []
    this.deep = false
    this.reach = 0
    this.stemCount = 0
    const length = word.length > longestWord ? 0 : word.length
    this.length = length
    for (let at = 0; at < length; at++) codes[at] = letterCode(word.charCodeAt(at))
    this.endings.match(length > 0 ? word : '', codes)
    this.suffixHits.begin(codes, length)
  }

  /** Readings of the word last given to `simple` as a derived word with its own lemma; finds joints on the way. */
  derived(): readonly Match[] {
    this.out = []
    this.deep = true
    for (let index = 0; index < this.stemCount; index++)
      this.values(this.stemValues[index] as number, 0, this.stemEnds[index] as number, null)
    return this.out
  }

  /** Compounds of the word last given to `simple` and `derived`, at most `most` parts; the last has three letters at least. */
  compounds(most = 4): readonly Match[] {
    this.out = []
    for (let at = 2; at < this.length - 2; at++) {
      const part = this.best[at]
      if (part && part.count < most) this.walk(at, part)
    }
    return this.out
  }

  /** Plain forms, without clitic or suffix, of what follows a place in the word last given to `simple`. */
  from(at: number): readonly Match[] {
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

  private walk(start: number, parts: Part | null): void {
    const { length, codes, cellAt } = this
    const cells = this.packed.stemCells
    let cell = cells[0] as number
    for (let at = start; ; at++) {
      const place = cell >> 8
      if (start === 0 && place >= 0) {
        this.reach = at
        cellAt[at] = cell
      }
      const own = place < 0 ? cell : (cells[place] as number)
      if (place < 0 || (own & 255) === 0) {
        const first = -(own >> 8) - 1
        if (start === 0) {
          this.stemEnds[this.stemCount] = at
          this.stemValues[this.stemCount++] = first
        }
        this.values(first, start, at, parts)
      }
      if (place < 0 || at >= length) return
      const code = codes[at] as number
      if (code === 0) return
      cell = cells[place + code] as number
      if ((cell & 255) !== code) return
    }
  }

  private values(first: number, start: number, end: number, parts: Part | null): void {
    const { valueFrequency, valueParadigm } = this.packed
    const { deep, goesOn } = this
    const through = start === 0 || parts !== null ? (deep ? anySuffix : formSuffix) : 0
    // Derived words alone are asked for where a word is walked through again.
    const ends = (this.hitHead[end] as number) >= 0 && !(deep && parts === null)
    for (let value = first; ; value++) {
      const paradigm = valueParadigm[value] as number
      if (ends) this.finish(paradigm, value, start, end, end, 0, parts)
      if (((goesOn[paradigm] as number) & through) !== 0)
        this.suffixes(paradigm, value, start, end, end, 0, parts)
      if (((valueFrequency[value] as number) & 1) === 1) return
    }
  }

  private finish(
    paradigm: number,
    value: number,
    start: number,
    stemEnd: number,
    at: number,
    depth: number,
    parts: Part | null,
  ): void {
    const { endingOffsets, endingData, paradigmBits, words } = this.packed
    const { scorer, endings } = this
    const row = paradigm * words
    const link = depth === 0 ? -1 : (this.stepLink[depth - 1] as number)
    const plain = parts === null && start > 0
    let found: Match | null = null
    let top = 0
    for (let hit = this.hitHead[at] as number; hit >= 0; hit = endings.next[hit] as number) {
      const clitic = endings.clitic[hit] as number
      if (plain && clitic > 0) continue
      const list = endings.list[hit] as number
      const last = endingOffsets[list + 1] as number
      for (let index = endingOffsets[list] as number; index < last; index++) {
        const group = endingData[index * 2 + 1] as number
        if ((((paradigmBits[row + (group >> 5)] as number) >>> (group & 31)) & 1) === 0) continue
        const tag = endingData[index * 2] as number
        if (found !== null && scorer !== null) {
          if (top === noScore) top = scorer.score(found.pos, link, found.tag, found.clitic)
          const score = scorer.score(found.pos, link, tag, clitic)
          if (score > top) {
            top = score
            found.tag = tag
            found.clitic = clitic
          }
          continue
        }
        top = noScore
        found = {
          parts,
          start,
          stemEnd,
          value,
          links: this.links(depth),
          pos: this.posOf(value, depth),
          tag,
          clitic,
        }
        this.out.push(found)
      }
    }
  }

  /** The suffixes gone through. */
  private links(depth: number): readonly LinkStep[] {
    if (depth === 0) return noLinks
    const out: LinkStep[] = []
    for (let index = 0; index < depth; index++)
      out.push({ link: this.stepLink[index] as number, from: this.stepFrom[index] as number })
    return out
  }

  private suffixes(
    paradigm: number,
    value: number,
    start: number,
    stemEnd: number,
    from: number,
    depth: number,
    parts: Part | null,
  ): void {
    const { suffixOffsets, suffixSplit, suffixData, paradigmBits, words } = this.packed
    const { hitHead, deep, length } = this
    const kinds = this.packed.links.length
    const row = paradigm * words
    const hits = this.suffixHits
    hits.scan(from)
    const until = hits.end[from] as number
    for (let hit = hits.start[from] as number; hit < until; hit++) {
      const at = hits.at[hit] as number
      const ends = (hitHead[at] as number) >= 0
      // A suffix after which no ending begins and nothing goes on leads nowhere.
      if (!ends && at >= length) continue
      const list = hits.list[hit] as number
      const last = (deep ? suffixOffsets[list + 1] : suffixSplit[list]) as number
      for (let index = suffixOffsets[list] as number; index < last; index++) {
        const group = suffixData[index * 4 + 1] as number
        if ((((paradigmBits[row + (group >> 5)] as number) >>> (group & 31)) & 1) === 0) continue
        const kind = suffixData[index * 4] as number
        if (kind >= kinds) {
          this.boundary(value, start, stemEnd, at, depth, kind - kinds, parts)
          continue
        }
        if (depth >= mostLinks) continue
        this.stepLink[depth] = kind
        this.stepFrom[depth] = from + (suffixData[index * 4 + 3] as number)
        const next = suffixData[index * 4 + 2] as number
        if (ends && (!deep || parts !== null || this.isOwn(depth + 1)))
          this.finish(next, value, start, stemEnd, at, depth + 1, parts)
        if (at < length && this.goesOn[next] !== 0)
          this.suffixes(next, value, start, stemEnd, at, depth + 1, parts)
      }
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
    return this.packed.entryPos[this.packed.valueEntry[value] as number] as number
  }

  private boundary(
    value: number,
    start: number,
    stemEnd: number,
    end: number,
    depth: number,
    boundary: number,
    parts: Part | null,
  ): void {
    const joint = this.codes[end] === hyphen ? end + 1 : end
    if (end - start < 2 || joint >= this.length || (start > 0 && parts === null)) return
    const cost = (parts?.cost ?? 0) + this.costs.of(value, end - start, boundary, depth)
    const known = this.best[joint]
    if (known && known.cost <= cost) return
    this.jointed = true
    this.best[joint] = {
      previous: parts,
      start,
      stemEnd,
      end,
      value,
      links: this.links(depth),
      boundary,
      cost,
      count: (parts?.count ?? 0) + 1,
    }
  }
}
