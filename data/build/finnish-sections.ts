import { encodeKey } from '../../src/finnish/alphabet.js'
import { Matcher } from '../../src/finnish/matcher.js'
import type { PackedFinnish } from '../../src/finnish/packed.js'
import { markedLemma } from '../../src/finnish/reading.js'
import { trieCell } from '../../src/finnish/trie-cells.js'
import { firstLetter } from '../../src/finnish/values.js'
import { type DoubleArray, END, FREE } from './double-array.js'
import type { GuesserTable } from './finnish-guesser.js'
import type { Lexeme } from './finnish-lexicon.js'
import type { SectionArray } from './sections.js'

/** Numbers texts in the order of their first appearance. */
export class Numbering {
  readonly list: string[] = []
  private readonly map = new Map<string, number>()
  of(text: string): number {
    let id = this.map.get(text)
    if (id === undefined) {
      id = this.list.length
      this.list.push(text)
      this.map.set(text, id)
    }
    return id
  }
}

export function trieCells({ base, check }: DoubleArray, isMarked = (_: number) => false): Int32Array {
  return Int32Array.from(base, (place, slot) => {
    const inner = place > 0 && check[place] === END
    const ends = place < 0 || inner
    const number = -(inner ? (base[place] ?? 0) : place) - 1
    return trieCell(place, check[slot] ?? FREE, ends, ends && isMarked(number))
  })
}

export function suffixSections(
  name: string,
  table: GuesserTable,
  adds: Numbering,
  tags: Numbering,
): Record<string, SectionArray> {
  const rules = table.rules.map((rule) => rule.split('|'))
  return {
    [`${name}Cut`]: Uint8Array.from(rules, ([cut]) => Number(cut)),
    [`${name}Add`]: Uint16Array.from(rules, ([, add]) => adds.of(add ?? '')),
    [`${name}Pos`]: Uint8Array.from(rules, ([, , pos]) => Number(pos)),
    [`${name}Tag`]: Uint16Array.from(rules, ([, , , tag]) => tags.of(tag ?? '')),
    [`${name}Cells`]: trieCells(table.trie),
    [`${name}Offsets`]: table.offsets,
    [`${name}RuleIds`]: table.ruleIds,
    [`${name}Sureness`]: table.sureness,
  }
}

/**
 * By paradigm, twice: which letters suffixes begin with that make forms of the base, and which any suffixes or joints,
 * as `firstLetter` says.
 */
export function suffixLetters(
  suffixKeys: readonly string[],
  suffixes: { suffixData: readonly number[]; suffixOffsets: Uint16Array; suffixSplit: Uint16Array },
  paradigms: { paradigmBits: Uint32Array; words: number; count: number },
): Int32Array {
  const { suffixData, suffixOffsets, suffixSplit } = suffixes
  const { paradigmBits, words, count } = paradigms
  const out = new Int32Array(count * 2)
  suffixKeys.forEach((key, list) => {
    const letter = firstLetter(key === '' ? 0 : (encodeKey(key)[0] ?? 0))
    for (let row = suffixOffsets[list] ?? 0; row < (suffixOffsets[list + 1] ?? 0); row++) {
      const group = suffixData[row * 4 + 1] ?? 0
      for (let paradigm = 0; paradigm < count; paradigm++) {
        if ((((paradigmBits[paradigm * words + (group >> 5)] ?? 0) >>> (group & 31)) & 1) === 0) continue
        if (row < (suffixSplit[list] ?? 0)) out[paradigm * 2] = (out[paradigm * 2] ?? 0) | letter
        out[paradigm * 2 + 1] = (out[paradigm * 2 + 1] ?? 0) | letter
      }
    }
  })
  return out
}

/** Lemmas of the first parts of compounds, where they are not as they stand: read as first parts before any other. */
export function firstPartLines(packed: PackedFinnish, lexicon: readonly Lexeme[]): string[] {
  const matcher = new Matcher(packed)
  const surfaces = new Set(
    lexicon.flatMap(({ lemma, standard }) => (standard ?? lemma).toLowerCase().split('#').slice(0, -1)),
  )
  const lines: string[] = []
  for (const surface of [...surfaces].sort()) {
    const probe = `${surface}aaa`
    matcher.simple(probe)
    matcher.derived()
    const part = matcher.joints.chain(surface.length)
    if (part?.start !== 0) continue
    const lemma = markedLemma(packed, probe, part).replace(/#/g, '')
    if (lemma !== surface) lines.push(`${surface}\t${lemma}`)
  }
  return lines
}
