import type { LinkStep, Match, Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags } from './parts-of-speech.js'
import { entryOf } from './values.js'

/** What a lemma is made from: the stem, by its entry's rule, or the derived word that goes on from it. */
interface Stem {
  start: number
  stemEnd: number
  value: number
  links: readonly LinkStep[]
}

/** Boundaries inside the lemma of the entry that a value is of. */
export function marksOf(packed: PackedFinnish, value: number): readonly number[] {
  const entry = entryOf(packed.values[value] as number)
  return packed.marks()[packed.ruleMarks[packed.entryRule[entry] as number] as number] as readonly number[]
}

/** Lemma of one part, without boundaries. */
export function lemmaOf(packed: PackedFinnish, word: string, part: Stem): string {
  const { start, links } = part
  const entry = entryOf(packed.values[part.value] as number)
  const rule = packed.entryRule[entry] as number
  const add = packed.adds()[packed.ruleAdd[rule] as number] as string
  const stem = word.slice(start, part.stemEnd - (packed.ruleCut[rule] as number))
  let lemma = add === '' ? stem : stem + add
  for (let index = 0; index < links.length; index++) {
    const step = links[index] as LinkStep
    const kind = packed.links[step.link]
    if (kind?.makes === 'own') lemma = word.slice(start, step.from) + (kind.lemma ?? '')
  }
  if (((packed.entryFlags[entry] as number) & entryFlags.capital) !== 0)
    lemma = lemma.charAt(0).toUpperCase() + lemma.slice(1)
  return lemma
}

/** Lemma of one part with its boundaries marked. */
export function markedLemma(packed: PackedFinnish, word: string, part: Stem): string {
  return mark(lemmaOf(packed, word, part), marksOf(packed, part.value))
}

export function mark(text: string, marks: readonly number[]): string {
  if (marks.length === 0) return text
  let out = ''
  let from = 0
  for (const at of marks) {
    if (at <= from || at >= text.length) continue
    out += `${text.slice(from, at)}#`
    from = at
  }
  return out + text.slice(from)
}

export function chainOf(part: Part | null): Part[] {
  const chain: Part[] = []
  for (let at = part; at; at = at.previous) chain.push(at)
  return chain.length > 1 ? chain.reverse() : chain
}

const hyphenUnit = 45

/** First parts as they stand in the word, with '#' after each and at the boundaries inside them. */
function headOf(packed: PackedFinnish, word: string, part: Part): string {
  const surface = mark(word.slice(part.start, part.end), marksOf(packed, part.value))
  const text = surface + (word.charCodeAt(part.end) === hyphenUnit ? '-#' : '#')
  return part.previous === null ? text : headOf(packed, word, part.previous) + text
}

/** The lemma with '#' at every boundary. */
export function compoundOf(packed: PackedFinnish, word: string, match: Match): string {
  const lemma = markedLemma(packed, word, match)
  return match.parts === null ? lemma : headOf(packed, word, match.parts) + lemma
}

/** The same lemma without '#': what stands before the last part is as the word has it. */
export function wholeLemma(packed: PackedFinnish, word: string, match: Match): string {
  const lemma = lemmaOf(packed, word, match)
  return match.parts === null ? lemma : word.slice(0, match.start) + lemma
}

/** Tag of the form with the participles and degrees that lead to it: `nut.pl.par`. */
export function tagOf(packed: PackedFinnish, match: Match): string {
  let prefix = ''
  for (const step of match.links) {
    const makes = packed.links[step.link]?.makes
    prefix = makes === undefined || makes === 'own' ? '' : `${prefix}${makes}.`
  }
  return prefix + (packed.tags[match.tag] ?? '')
}
