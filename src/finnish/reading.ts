import type { LinkStep, Match, Part } from './match.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags } from './parts-of-speech.js'
import { entryOf } from './values.js'

/** Boundaries inside the lemma of an entry. */
function marksOf(packed: PackedFinnish, entry: number): readonly number[] {
  return packed.marks()[packed.ruleMarks[packed.entryRule[entry] as number] as number] as readonly number[]
}

/** Lemma of one part with its boundaries marked: the stem by its rule, or the derived word that goes on from it. */
export function markedLemma(
  packed: PackedFinnish,
  word: string,
  part: { start: number; stemEnd: number; value: number; links: readonly LinkStep[] },
): string {
  const entry = entryOf(packed.values[part.value] as number)
  const rule = packed.entryRule[entry] as number
  const add = packed.adds()[packed.ruleAdd[rule] as number] as string
  let lemma = word.slice(part.start, part.stemEnd - (packed.ruleCut[rule] as number)) + add
  if (part.links.length > 0)
    for (const step of part.links) {
      const kind = packed.links[step.link]
      if (kind?.makes === 'own') lemma = word.slice(part.start, step.from) + (kind.lemma ?? '')
    }
  if (((packed.entryFlags[entry] as number) & entryFlags.capital) !== 0)
    lemma = lemma.charAt(0).toUpperCase() + lemma.slice(1)
  return mark(lemma, marksOf(packed, entry))
}

function mark(text: string, marks: readonly number[]): string {
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

/** The first part as it stands in the word, with the boundaries inside it. */
function markedSurface(packed: PackedFinnish, word: string, part: Part): string {
  return mark(word.slice(part.start, part.end), marksOf(packed, entryOf(packed.values[part.value] as number)))
}

export function chainOf(part: Part | null): Part[] {
  const chain: Part[] = []
  for (let at = part; at; at = at.previous) chain.push(at)
  return chain.length > 1 ? chain.reverse() : chain
}

/** The lemma with '#' at every boundary. */
export function compoundOf(packed: PackedFinnish, word: string, match: Match): string {
  if (match.parts === null) return markedLemma(packed, word, match)
  let out = ''
  for (const part of chainOf(match.parts)) {
    out += `${markedSurface(packed, word, part)}#`
    if (word[part.end] === '-') out = `${out.slice(0, -1)}-#`
  }
  return out + markedLemma(packed, word, match)
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
