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

/** Where the stem of a lemma ends in the word: before what the entry's rule cuts off, or the last derivation adds to. */
function stemUntil(packed: PackedFinnish, { links, stemEnd }: Stem, rule: number): number {
  for (let index = links.length - 1; index >= 0; index--) {
    const step = links[index] as LinkStep
    if (packed.links[step.link]?.makes === 'own') return step.from
  }
  return stemEnd - (packed.ruleCut[rule] as number)
}

/** What is added to that stem. */
function addedTo(packed: PackedFinnish, { links }: Stem, rule: number): string {
  for (let index = links.length - 1; index >= 0; index--) {
    const kind = packed.links[(links[index] as LinkStep).link]
    if (kind?.makes === 'own') return kind.lemma ?? ''
  }
  return packed.adds()[packed.ruleAdd[rule] as number] as string
}

/** Lemma of one part, without boundaries. */
export function lemmaOf(packed: PackedFinnish, word: string, part: Stem): string {
  const entry = entryOf(packed.values[part.value] as number)
  const rule = packed.entryRule[entry] as number
  const add = addedTo(packed, part, rule)
  const stem = word.slice(part.start, stemUntil(packed, part, rule))
  const lemma = add === '' ? stem : stem + add
  return ((packed.entryFlags[entry] as number) & entryFlags.capital) === 0 ? lemma : capitalized(lemma)
}

/** Of plain letters by their numbers: to ask for a capital by the rules of a language takes as long as all the rest. */
export function capitalized(lemma: string): string {
  const unit = lemma.charCodeAt(0)
  const plain = (unit >= 97 && unit <= 122) || unit === 228 || unit === 246 || unit === 229
  const first = plain ? String.fromCharCode(unit - 32) : lemma.charAt(0).toUpperCase()
  return first + lemma.slice(1)
}

/** Lemma of one part, cut at its boundaries. */
export function piecesOf(packed: PackedFinnish, word: string, part: Stem): string[] {
  const marks = marksOf(packed, part.value)
  if (marks.length !== 1) return cutAt(lemmaOf(packed, word, part), marks)
  const entry = entryOf(packed.values[part.value] as number)
  const rule = packed.entryRule[entry] as number
  const { start } = part
  const at = start + (marks[0] as number)
  const until = stemUntil(packed, part, rule)
  // Mostly there is one boundary, inside the stem: pieces of the word are cheaper than those of a text glued together.
  if (at >= until || at <= start || ((packed.entryFlags[entry] as number) & entryFlags.capital) !== 0)
    return cutAt(lemmaOf(packed, word, part), marks)
  return [word.slice(start, at), word.slice(at, until) + addedTo(packed, part, rule)]
}

function cutAt(text: string, marks: readonly number[]): string[] {
  if (marks.length === 0) return [text]
  const out: string[] = []
  let from = 0
  for (let index = 0; index < marks.length; index++) {
    const at = marks[index] as number
    if (at <= from || at >= text.length) continue
    out.push(text.slice(from, at))
    from = at
  }
  out.push(text.slice(from))
  return out
}

/** Pieces with '#' between them. */
export function joined(pieces: readonly string[]): string {
  if (pieces.length === 1) return pieces[0] as string
  return pieces.length === 2 ? `${pieces[0]}#${pieces[1]}` : pieces.join('#')
}

/** Lemma of one part with its boundaries marked. */
export function markedLemma(packed: PackedFinnish, word: string, part: Stem): string {
  return marksOf(packed, part.value).length === 0
    ? lemmaOf(packed, word, part)
    : joined(piecesOf(packed, word, part))
}

export function chainOf(part: Part | null): Part[] {
  const chain: Part[] = []
  for (let at = part; at; at = at.previous) chain.push(at)
  return chain.length > 1 ? chain.reverse() : chain
}

const hyphenUnit = 45

/** First parts as they stand in the word, with '#' after each and at the boundaries inside them. */
function headOf(packed: PackedFinnish, word: string, part: Part): string {
  const marks = marksOf(packed, part.value)
  const text = word.slice(part.start, part.end)
  const surface = marks.length === 0 ? text : joined(cutAt(text, marks))
  const head = surface + (word.charCodeAt(part.end) === hyphenUnit ? '-#' : '#')
  return part.previous === null ? head : headOf(packed, word, part.previous) + head
}

/** The lemma with '#' at every boundary. `last`: the lemma of its last part, without them. */
export function compoundOf(packed: PackedFinnish, word: string, match: Match, last: string): string {
  const marked = marksOf(packed, match.value).length === 0 ? last : joined(piecesOf(packed, word, match))
  return match.parts === null ? marked : headOf(packed, word, match.parts) + marked
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
