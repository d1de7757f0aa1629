import { memoize } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import { partsOfSpeech } from './parts-of-speech.js'
import type { Ranked } from './reading-maker.js'

const [noun, name, adjective, adverb, adposition] = (
  ['noun', 'name', 'adjective', 'adverb', 'adposition'] as const
).map((pos) => partsOfSpeech.indexOf(pos))
/** Pairs kept at most, twice over. */
const mostPairs = 4096
/** Parts of a compound written apart have so many letters. */
const shortestPart = 3
/** Lower-case letters of Finnish alone. */
const plain = /^[a-zåäö]+$/
/** Words of amount, before which a partitive is a word of its own: puoli tuntia, osa totuutta. */
const amounts = new Set('puoli osa määrä pari joukko ryhmä kasa pino jono kuppi lasi pala'.split(' '))
/** Their genitive tells a time: vuoden aika(na), viikon lopussa. */
const times = new Set('vuosi viikko kuukausi päivä tunti minuutti hetki'.split(' '))
/**
 * A genitive or an adverb stands before nearly any noun (lasten leikki, takaisin kotiin): only a compound so common
 * (class of frequency) is hardly ever two words (sairaan hoitaja, yhteyden otto, vastaan otto).
 */
const commonCompound = 3

/**
 * Compounds of the lexicon written apart (terveys keskus, hammas lääkäri): a noun as it stands before the next part,
 * then a noun. The first word keeps its own reading, the second takes that of the whole.
 */
export class SplitCompounds {
  private readonly nominative: number
  private readonly genitives: readonly number[]
  private readonly partitives: readonly number[]
  /** Says as what something is seen, after the subject: vanhus asiakkaana. */
  private readonly essive: number

  /** `commonness`: class of frequency of the likeliest word of the lexicon that a form is of, -1 where it is of none. */
  constructor(
    tags: readonly string[],
    private readonly rank: (form: string) => Ranked,
    private readonly commonness: (form: string) => number,
  ) {
    this.nominative = tags.indexOf('sg.nom')
    this.genitives = ['sg.gen', 'pl.gen'].map((tag) => tags.indexOf(tag))
    this.essive = tags.indexOf('sg.ess')
    this.partitives = ['sg.par', 'pl.par'].map((tag) => tags.indexOf(tag))
  }

  /** Reading of the second of two words as the end of a compound, null where they are two words. */
  read(first: Token, one: Ranked, second: Token, two: Ranked): Ranked | null {
    if ((two.pos !== noun && two.pos !== name) || one.clitic > 0 || two.tag === this.essive) return null
    const nominative = one.pos === noun && one.tag === this.nominative
    if (!nominative && !this.mayStand(one)) return null
    if (first.end + 1 !== second.start) return null
    if (first.text.length < shortestPart || second.text.length < shortestPart) return null
    if (nominative && this.partitives.includes(two.tag) && amounts.has(one.compound)) return null
    return this.pair(`${nominative ? 'n' : 'g'}${first.text} ${second.text}`)
  }

  /** Whether a word may be the first part of a compound though other words may follow it too. */
  private mayStand({ pos, tag, compound }: Ranked): boolean {
    if (pos === adverb || pos === adposition) return true
    return (pos === noun || pos === adjective) && this.genitives.includes(tag) && !times.has(compound)
  }

  /** One object for each pair: what others keep by a reading must not mix a word with the end of a compound. */
  private readonly pair = memoize((pair: string): Ranked | null => {
    const at = pair.indexOf(' ')
    // A sentence may begin with the first part.
    const whole = pair.charAt(1).toLowerCase() + pair.slice(2, at) + pair.slice(at + 1)
    if (!plain.test(whole)) return null
    if (this.commonness(whole) < (pair.startsWith('g') ? commonCompound : 0)) return null
    const best = this.rank(whole)
    const found = (best.all ?? [best]).find(
      ({ pos, source, compound }) => pos === noun && source === 'lexicon' && hasBoundary(compound, at - 1),
    )
    return found ? { ...found, all: null, rivals: null, word: null, shared: null, placed: false } : null
  }, mostPairs)
}

/** Whether a marked lemma has a boundary after so many letters. */
function hasBoundary(compound: string, letters: number): boolean {
  let count = 0
  for (const letter of compound) {
    if (letter === '#') {
      if (count === letters) return true
    } else count++
  }
  return false
}
