import { type Candidate, type CandidateMaker, casingUpper, wayNumber } from './candidate.js'
import { clitics, cliticsOf } from './clitics.js'
import { guess } from './guesser.js'
import type { Match } from './match.js'
import type { Matcher } from './matcher.js'
import { editVariants, endingLength, letterVariants } from './misspelling.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { chainOf } from './reading.js'
import { dotted, spokenVariants } from './spoken.js'
import { entryOf, frequencyOf } from './values.js'

const noun = partsOfSpeech.indexOf('noun')
const adjective = partsOfSpeech.indexOf('adjective')
const verb = partsOfSpeech.indexOf('verb')
const nameNumber = partsOfSpeech.indexOf('name')
const abbreviation = partsOfSpeech.indexOf('abbreviation')
const unknown = partsOfSpeech.indexOf('unknown')

/**
 * What the lexicon does not read: spoken and misspelt forms of its words, words with an unknown part, guesses
 * by the word's end. None of it overrides a word that the lexicon knows; the ranker chooses among the rest.
 */
export class UnknownWords {
  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
    private readonly maker: CandidateMaker,
  ) {}

  /** Adds to the compounds and derived words already found, if any. The matcher holds the word. */
  add(form: string, word: string, casing: number, plain: boolean, out: Candidate[]): void {
    const found = out.length
    const solid = out.some((candidate) => isSolid(word, candidate))
    // The matcher still holds the word: its chains and reach are read before other words are matched.
    const joints = found === 0 && word.length >= 5 && word.length <= 24 ? this.joints(word) : []
    if (found === 0 || casing !== 0) {
      if (casing === 0 && word.length >= 9) this.guessedPart(word, casing, out)
      if (found === 0 && casing === 0 && word.length >= 9) this.unknownPart(word, casing, out)
      this.guesses(word, casing, out)
    }
    if (plain && !solid && word.length >= 3 && word.length <= 24)
      this.rewrites(word, casing, found > 0, joints, out)
    if (found === 0 || casing !== 0) this.asItStands(form, word, casing, out)
  }

  /** Places where a first part may end. */
  private joints(word: string): number[] {
    const out: number[] = []
    for (let at = 3; at < word.length - 2; at++) if (this.matcher.chainAt(at)) out.push(at)
    return out
  }

  /** Spoken forms and misspellings that stand for a word of the lexicon. */
  private rewrites(
    word: string,
    casing: number,
    compound: boolean,
    joints: readonly number[],
    out: Candidate[],
  ): void {
    const { reach } = this.matcher
    const trail = this.matcher.keepTrail()
    const alive = (variant: string) => this.isAlive(word, variant)
    if (
      this.rewritten(word, spokenVariants(word, compound, alive), wayNumber.spoken, casing, out) ||
      compound
    )
      return
    if (this.dots(word, casing, joints, out)) return
    if (word.length < 5 || casing !== 0 || reach < 2) return
    if (!this.rewritten(word, letterVariants(word, reach + 1, trail), wayNumber.letters, casing, out))
      this.rewritten(word, editVariants(word, reach + 1, trail), wayNumber.edit, casing, out)
  }

  /** Words without their dots. A compound may mix back and front parts: paivystysaika, hammaslaakari. */
  private dots(word: string, casing: number, joints: readonly number[], out: Candidate[]): boolean {
    const front = dotted(word)
    if (front === word) return false
    const mixed: string[] = []
    for (const at of joints) {
      const tail = word.slice(at)
      const spelled = dotted(tail)
      if (spelled !== tail && this.matcher.reachOf(spelled) > 2) mixed.push(word.slice(0, at) + spelled)
    }
    if (this.rewritten(word, [front, ...mixed], wayNumber.dots, casing, out)) return true
    if (word.length < 8) return false
    const begins = this.matcher.reachOf(front) > 2
    const others: string[] = []
    if (begins) {
      this.matcher.simple(front)
      this.matcher.derived()
      for (const at of this.joints(front)) others.push(front.slice(0, at) + word.slice(at))
    }
    if (this.rewritten(word, others, wayNumber.dots, casing, out)) return true
    const before = out.length
    for (const variant of [...(begins ? [front] : []), ...mixed, ...others]) {
      this.matcher.simple(variant)
      this.matcher.derived()
      for (const match of this.matcher.compounds(3))
        if (match.stemEnd - match.start > 3) this.maker.add(out, wayNumber.dots, variant, '', match, casing)
      if (out.length > before) return true
    }
    return false
  }

  private rewritten(
    word: string,
    variants: readonly string[],
    way: number,
    casing: number,
    out: Candidate[],
  ): boolean {
    const floor = way === wayNumber.edit ? 2 : 1
    let any = false
    for (const variant of variants) {
      if (variant === word) continue
      if (!this.isAlive(word, variant)) continue
      for (const match of this.matcher.simple(variant)) {
        if (frequencyOf(this.packed.values[match.value] as number) < floor) continue
        any = true
        this.maker.add(out, way, variant, '', match, casing)
      }
    }
    return any
  }

  /** A change inside the stem helps only if some stem goes on past it; a change of the ending is tried. */
  private isAlive(word: string, variant: string): boolean {
    const at = firstDifference(word, variant)
    return at >= word.length - endingLength || this.matcher.reachOf(variant) >= at + 2
  }

  /** Guesses by the word's end; clitics and possessive suffixes are taken off first (finnish.md, advice 5). */
  guesses(word: string, casing: number, out: Candidate[], head = ''): void {
    this.guessed(word, 0, casing, out, head)
    for (const clitic of cliticsOf(word)) {
      const rest = word.slice(0, -(clitics[clitic]?.text.length ?? 0))
      if (rest.length >= 4) this.guessed(rest, 1, casing, out, head)
    }
    const owned = /(?:ni|si|ns[aä]|mme|nne)$/.exec(word)
    if (owned && owned.index >= 4) this.guessed(word.slice(0, owned.index), 2, casing, out, head)
    // -Vn of the third person: talossaan, ystävälleen.
    const third = /(?:([sl])\1|[slnt]t|n)([aä])\2n$|lleen$/.exec(word)
    if (third && word.length >= 7) this.guessed(word.slice(0, -2), 2, casing, out, head)
  }

  private guessed(word: string, taken: number, casing: number, out: Candidate[], head: string): void {
    const way = head === '' ? wayNumber.guess : wayNumber.guessedPart
    for (const found of guess(this.packed.guesser, word))
      out.push(this.maker.plain(way, head + found.lemma, found, casing, word.length, taken))
    if (casing === 0 || head !== '') return
    for (const found of guess(this.packed.nameGuesser, word)) {
      const lemma =
        casing === casingUpper
          ? found.lemma.toUpperCase()
          : found.lemma.charAt(0).toUpperCase() + found.lemma.slice(1)
      out.push(
        this.maker.plain(wayNumber.name, lemma, { ...found, pos: nameNumber }, casing, word.length, taken),
      )
    }
  }

  /** The form as a nominative of its own: foreign words, abbreviations without a dot, names. */
  private asItStands(form: string, word: string, casing: number, out: Candidate[]): void {
    const lemma = casing === 0 ? word : form.normalize('NFC')
    const wordlike = word.length > 3 && /[aeiouyäö]/.test(word)
    const pos = casing !== 0 ? nameNumber : wordlike ? unknown : abbreviation
    out.push(
      this.maker.plain(wayNumber.asItStands, lemma, { pos, tag: -1, sureness: 0 }, casing, word.length),
    )
  }

  /** A known first part before an unknown last one: toimisto#kuukkeli. The matcher holds the word. */
  private guessedPart(word: string, casing: number, out: Candidate[]): void {
    for (let at = word.length - 5; at >= 4; at--) {
      const part = this.matcher.chainAt(at)
      if (!part || part.links.length > 0) continue
      const marked = chainOf(part)
        .map((piece) => `${word.slice(piece.start, piece.end)}#`)
        .join('')
      this.guesses(word.slice(at), casing, out, marked)
      return
    }
  }

  /** An unknown first part before a known long last part (finnish.md, advice 7). The matcher holds the word. */
  private unknownPart(word: string, casing: number, out: Candidate[]): void {
    const vowel = word.search(/[aeiouyäö]/)
    if (vowel < 0) return
    for (let at = Math.max(3, vowel + 1); at <= word.length - 5; at++) {
      let any = false
      for (const match of this.matcher.from(at)) {
        if (!this.isLongPart(match)) continue
        any = true
        this.maker.add(out, wayNumber.unknownPart, word, `${word.slice(0, at)}#`, match, casing)
      }
      if (any) return
    }
  }

  private isLongPart(match: Match): boolean {
    const pos = this.packed.entryPos[entryOf(this.packed.values[match.value] as number)]
    return (
      match.links.length === 0 &&
      match.clitic === 0 &&
      match.stemEnd - match.start >= 4 &&
      (pos === noun || pos === adjective)
    )
  }
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

/** A compound of two long parts is hardly a misspelling of something else. */
function isSolid(word: string, candidate: Candidate): boolean {
  const { match } = candidate
  return (
    match?.parts != null &&
    candidate.pos !== verb &&
    match.parts.end - match.parts.start > 3 &&
    word.length - match.start > 5 &&
    match.parts.count < 3
  )
}
