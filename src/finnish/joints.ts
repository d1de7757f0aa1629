import { type LinkStep, noLinks, type Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { PartCosts } from './part-cost.js'
import { mostLinks, type SuffixChain } from './suffix-chain.js'

/**
 * Places of one word where a first part of a compound may end, each with the cheapest chain of parts up to it. A chain
 * goes on from the joint where its last part starts, so joints are offered from the first place to the last. Parts are
 * spelt out only when asked for: most joints lead nowhere.
 */
export class Joints {
  private readonly costs: PartCosts
  private readonly cost: Float64Array
  private readonly count: Uint8Array
  private readonly start: Int32Array
  private readonly stemEnd: Int32Array
  private readonly end: Int32Array
  private readonly value: Int32Array
  private readonly boundary: Uint8Array
  private readonly depth: Uint8Array
  private readonly link: Int32Array
  private readonly linkFrom: Int32Array
  private readonly made: (Part | null)[]
  /** The last joint, 0 for none. */
  private top = 0

  constructor(packed: PackedFinnish, longest: number) {
    const places = longest + 2
    this.costs = new PartCosts(packed)
    this.cost = new Float64Array(places)
    this.count = new Uint8Array(places)
    this.start = new Int32Array(places)
    this.stemEnd = new Int32Array(places)
    this.end = new Int32Array(places)
    this.value = new Int32Array(places)
    this.boundary = new Uint8Array(places)
    this.depth = new Uint8Array(places)
    this.link = new Int32Array(places * mostLinks)
    this.linkFrom = new Int32Array(places * mostLinks)
    this.made = new Array<Part | null>(places).fill(null)
  }

  clear(): void {
    for (let at = 0; at <= this.top; at++) {
      this.count[at] = 0
      this.made[at] = null
    }
    this.top = 0
  }

  /** How many parts the cheapest chain up to a place has, 0 where there is none. */
  parts(at: number): number {
    return this.count[at] as number
  }

  /** A part from `start` to `end`, after which another begins at `joint`; kept if it is cheaper than what is known. */
  offer(
    joint: number,
    start: number,
    stemEnd: number,
    end: number,
    value: number,
    boundary: number,
    depth: number,
    chain: SuffixChain,
  ): void {
    const before = (this.count[start] as number) > 0 ? (this.cost[start] as number) : 0
    const cost = before + this.costs.of(value, end - start, boundary, depth)
    if ((this.count[joint] as number) > 0 && (this.cost[joint] as number) <= cost) return
    if (joint > this.top) this.top = joint
    this.cost[joint] = cost
    this.count[joint] = (this.count[start] as number) + 1
    this.start[joint] = start
    this.stemEnd[joint] = stemEnd
    this.end[joint] = end
    this.value[joint] = value
    this.boundary[joint] = boundary
    this.depth[joint] = depth
    this.made[joint] = null
    for (let index = 0; index < depth; index++) {
      this.link[joint * mostLinks + index] = chain.link[index] as number
      this.linkFrom[joint * mostLinks + index] = chain.from[index] as number
    }
  }

  /** The cheapest chain up to a place, by its last part. */
  chain(at: number): Part | null {
    if (this.parts(at) === 0) return null
    this.made[at] ??= this.make(at)
    return this.made[at] as Part
  }

  private make(at: number): Part {
    const start = this.start[at] as number
    return {
      previous: this.chain(start),
      start,
      stemEnd: this.stemEnd[at] as number,
      end: this.end[at] as number,
      value: this.value[at] as number,
      links: this.links(at),
      boundary: this.boundary[at] as number,
      count: this.count[at] as number,
    }
  }

  private links(at: number): readonly LinkStep[] {
    const depth = this.depth[at] as number
    if (depth === 0) return noLinks
    return Array.from({ length: depth }, (_, index) => ({
      link: this.link[at * mostLinks + index] as number,
      from: this.linkFrom[at * mostLinks + index] as number,
    }))
  }
}
