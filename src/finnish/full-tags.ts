import type { Features } from '../language/word.js'
import { copierOf } from './feature-copies.js'
import type { LinkStep, Match } from './match.js'
import type { PackedFinnish } from './packed.js'
import { tagOf } from './reading.js'
import { featuresOf } from './tags.js'

/**
 * Numbers of tags with the participles and degrees that lead to them (`nut.pl.par`), and what each means. A plain
 * tag keeps its own number, -1 is no tag.
 */
export class FullTags {
  private readonly texts = new Map<number, string>()
  private readonly byTag: (TagFeatures | undefined)[]
  private readonly byFullTag = new Map<number, TagFeatures>()
  /** Number of what each link makes, 0 for a word of its own. */
  private readonly makes: Uint8Array

  constructor(private readonly packed: PackedFinnish) {
    this.byTag = new Array<TagFeatures | undefined>(packed.tags.length).fill(undefined)
    const kinds: string[] = ['own']
    this.makes = Uint8Array.from(packed.links, ({ makes }) => {
      if (!kinds.includes(makes)) kinds.push(makes)
      return kinds.indexOf(makes)
    })
  }

  of(match: Match): number {
    const { links } = match
    let chain = 0
    for (let index = 0; index < links.length; index++) {
      const kind = this.makes[(links[index] as LinkStep).link] as number
      chain = kind === 0 ? 0 : chain * 16 + kind
    }
    if (chain === 0) return match.tag
    const number = chain * this.packed.tags.length + match.tag
    if (!this.texts.has(number)) this.texts.set(number, tagOf(this.packed, match))
    return number
  }

  text(number: number): string {
    return number < this.packed.tags.length
      ? (this.packed.tags[number] ?? '')
      : (this.texts.get(number) ?? '')
  }

  /** Features that the tag alone tells, as an object of its own. */
  features(number: number): Features {
    const plain = number < this.byTag.length
    let known = plain ? this.byTag[number] : this.byFullTag.get(number)
    if (known === undefined) {
      known = tagFeatures(featuresOf(this.text(number)))
      if (plain) this.byTag[number] = known
      else this.byFullTag.set(number, known)
    }
    const { nominal } = known
    if (nominal !== null) return { number: nominal.number, case: nominal.case }
    return known.copy(known.features)
  }
}

interface TagFeatures {
  features: Features
  copy: (features: Features) => Features
  /** The features of a plain nominal form, as most forms are: those are copied on the spot. */
  nominal: Required<Pick<Features, 'number' | 'case'>> | null
}

function tagFeatures(features: Features): TagFeatures {
  const { number, case: name } = features
  const plain =
    number !== undefined && name !== undefined && Object.keys(features).join(' ') === 'number case'
  return { features, copy: copierOf(features), nominal: plain ? { number, case: name } : null }
}
