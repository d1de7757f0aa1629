import { type LinkStep, noLinks } from './match.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'

/** No stem goes on through more suffixes. */
export const mostLinks = 3

/** Suffixes gone through on the way from a stem: their links and where their own text begins. */
export class SuffixChain {
  readonly link = new Int32Array(mostLinks)
  readonly from = new Int32Array(mostLinks)
  /** Part of speech of the word of its own that a link makes, -1 of links that make forms of their base. */
  private readonly ownPos: Int8Array

  constructor(packed: PackedFinnish) {
    this.ownPos = Int8Array.from(packed.links, ({ makes, pos }) =>
      makes === 'own' ? partsOfSpeech.indexOf(pos ?? 'noun') : -1,
    )
  }

  steps(depth: number): readonly LinkStep[] {
    if (depth === 0) return noLinks
    const out: LinkStep[] = []
    for (let index = 0; index < depth; index++)
      out.push({ link: this.link[index] as number, from: this.from[index] as number })
    return out
  }

  /** Part of speech of the last word of its own that the suffixes made, -1 where they made none. */
  pos(depth: number): number {
    for (let index = depth - 1; index >= 0; index--) {
      const own = this.ownPos[this.link[index] as number] as number
      if (own >= 0) return own
    }
    return -1
  }
}
