import { encodeKey, letterCode, spellOut } from './alphabet.js'
import { type Candidate, type CandidateMaker, casingUpper, wayNumber } from './candidate.js'
import { clitics, cliticsOf } from './clitics.js'
import { firstVowel, guessedLemma, longestSuffix, type SuffixTable } from './guesser.js'
import type { Match } from './match.js'
import type { Matcher } from './matcher.js'
import { tryEdits, tryLetters } from './misspelling.js'
import { composed } from './normalize.js'
import { tryOneEdit } from './one-edit.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { capitalized, chainOf } from './reading.js'
import { longestRewritten, Rewriting } from './rewriting.js'
import { addDots, trySpoken } from './spoken.js'
import { unitAt } from './unit-at.js'
import { entryOf } from './values.js'
import { longestWord } from './word-letters.js'

/** Shorter words are one letter away from too many others. */
const shortestSlip = 6

const [a, ä, e, i, m, n, s] = encodeKey('aäeimns')
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
  private readonly rewriting: Rewriting
  /** Letters of the word that is guessed, and where its first vowel is. */
  private readonly codes = new Uint8Array(longestWord)
  private vowelAt = 0

  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
    private readonly maker: CandidateMaker,
  ) {
    this.rewriting = new Rewriting(packed, matcher, maker)
  }

  /** Adds to the compounds and derived words already found, if any. The matcher holds the word. */
  add(form: string, word: string, casing: number, plain: boolean, out: Candidate[]): void {
    const found = out.length
    const solid = out.some((candidate) => isSolid(word, candidate))
    // The matcher still holds the word: its chains and reach are read before other words are matched.
    const joints =
      found === 0 && word.length >= 5 && word.length <= longestRewritten ? this.joints(word.length) : []
    if (found === 0 || casing !== 0) {
      if (casing === 0 && word.length >= 9) this.guessedPart(word, casing, out)
      if (found === 0 && casing === 0 && word.length >= 9) this.unknownPart(word, casing, out)
      this.guesses(word, casing, out)
    }
    if (plain && !solid && word.length >= 3 && word.length <= longestRewritten)
      this.rewrites(word, casing, found > 0, joints, out)
    if (found === 0 || casing !== 0) this.asItStands(form, word, casing, out)
  }

  /** Places where a first part may end. */
  private joints(length: number): number[] {
    const out: number[] = []
    for (let at = 3; at < length - 2; at++) if (this.matcher.joints.parts(at) > 0) out.push(at)
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
    const { rewriting } = this
    const { reach } = this.matcher
    rewriting.begin(word, casing, out)
    rewriting.start(wayNumber.spoken)
    trySpoken(rewriting, compound)
    if (rewriting.any || compound) return
    if (this.dots(word, casing, joints, out)) return
    if (word.length < 5 || casing !== 0 || reach < 2) return
    rewriting.start(wayNumber.letters)
    tryLetters(rewriting, reach + 1)
    if (rewriting.any) return
    rewriting.start(wayNumber.edit)
    tryEdits(rewriting, reach + 1)
    if (word.length < shortestSlip) return
    rewriting.start(wayNumber.slip)
    tryOneEdit(rewriting)
    rewriting.addLikeliest()
  }

  /** Words without their dots. A compound may mix back and front parts: paivystysaika, hammaslaakari. */
  private dots(word: string, casing: number, joints: readonly number[], out: Candidate[]): boolean {
    const { rewriting, matcher } = this
    const { base, changed } = rewriting
    if (!addDots(changed, base, 0, word.length)) return false
    rewriting.start(wayNumber.dots)
    const begins = matcher.begins(changed.codes, changed.length, 0)
    rewriting.attempt(changed, 0)
    const mixed: number[] = []
    for (const at of joints) {
      if (!addDots(changed, base, at, word.length) || !matcher.begins(changed.codes, changed.length, at))
        continue
      rewriting.attempt(changed, at)
      mixed.push(at)
    }
    if (rewriting.any) return true
    return word.length >= 8 && (begins || mixed.length > 0) && this.dottedParts(begins, mixed, casing, out)
  }

  /** Compounds without their dots, of which the first part, the last one (from `mixed` on) or both should have them. */
  private dottedParts(begins: boolean, mixed: readonly number[], casing: number, out: Candidate[]): boolean {
    const { matcher, rewriting } = this
    const { base, changed } = rewriting
    const { length } = base
    const spans = mixed.map((at) => ({ from: at, until: length }))
    let walked = false
    if (begins) {
      spans.unshift({ from: 0, until: length })
      addDots(changed, base, 0, length)
      matcher.spelled(changed)
      matcher.derived()
      const joints = this.joints(length)
      // Nothing else is matched before the parts of this spelling are asked for.
      walked = joints.length === 0
      for (const at of joints) {
        addDots(changed, base, 0, at)
        rewriting.attempt(changed, 0)
        spans.push({ from: 0, until: at })
      }
    }
    if (rewriting.any) return true
    const before = out.length
    for (const { from, until } of spans) {
      if (!walked) {
        addDots(changed, base, from, until)
        matcher.spelled(changed)
        matcher.derived()
      }
      walked = false
      const compounds = matcher.compounds(3)
      if (compounds.length === 0) continue
      const text = spellOut(changed.codes, length)
      for (let index = 0; index < compounds.length; index++) {
        const match = compounds.at(index)
        if (match.stemEnd - match.start > 3) this.maker.add(out, wayNumber.dots, text, '', match, casing)
      }
      if (out.length > before) return true
    }
    return false
  }

  /** Guesses by the word's end; clitics and possessive suffixes are taken off first (finnish.md, advice 5). */
  guesses(word: string, casing: number, out: Candidate[], head = ''): void {
    const { codes } = this
    const { length } = word
    for (let at = 0; at < length; at++) codes[at] = letterCode(unitAt(word, at))
    this.vowelAt = firstVowel(word)
    this.guessed(word, 0, casing, out, head)
    for (const clitic of cliticsOf(codes, length)) {
      const rest = word.slice(0, -(clitics[clitic]?.text.length ?? 0))
      if (rest.length >= 4) this.guessed(rest, 1, casing, out, head)
    }
    if (codes[length - 1] === n) {
      // -Vn of the third person: talossaan, ystävälleen.
      if (
        length >= 7 &&
        codes[length - 2] === codes[length - 3] &&
        /(?:([sl])\1|[slnt]t|n)([aä])\2n$|lleen$/.test(word)
      )
        this.guessed(word.slice(0, -2), 2, casing, out, head)
      return
    }
    const owned = length - possessive(codes, length)
    if (owned < length && owned >= 4) this.guessed(word.slice(0, owned), 2, casing, out, head)
  }

  /** Guesses of the word whose letters `guesses` has written down, or of its beginning. */
  private guessed(word: string, taken: number, casing: number, out: Candidate[], head: string): void {
    this.addGuesses(this.packed.guesser, word, taken, casing, out, head)
    if (casing !== 0 && head === '') this.addGuesses(this.packed.nameGuesser, word, taken, casing, out, head)
  }

  private addGuesses(
    table: SuffixTable,
    word: string,
    taken: number,
    casing: number,
    out: Candidate[],
    head: string,
  ): void {
    const suffix = longestSuffix(table, this.codes, word.length)
    if (suffix < 0) return
    const names = table === this.packed.nameGuesser
    // Names are cut from the word as it is written; where its capital is no one letter, or all are, they are made of theirs.
    const capital = names && casing !== casingUpper ? capitalized(word) : word
    const written = capital.length === word.length ? capital : word
    const way = names ? wayNumber.name : head === '' ? wayNumber.guess : wayNumber.guessedPart
    const last = table.offsets[suffix + 1] as number
    for (let index = table.offsets[suffix] as number; index < last; index++) {
      const rule = table.ruleIds[index] as number
      const lemma = guessedLemma(table, rule, written, this.vowelAt)
      if (lemma === null) continue
      const pos = names ? nameNumber : (table.pos[rule] as number)
      const sureness = (table.sureness[index] as number) >> 4
      const text = names && written === word ? asName(lemma, casing) : head + lemma
      out.push(
        this.maker.plain(way, text, pos, table.tag[rule] as number, sureness, casing, word.length, taken),
      )
    }
  }

  /** The form as a nominative of its own: foreign words, abbreviations without a dot, names. */
  private asItStands(form: string, word: string, casing: number, out: Candidate[]): void {
    const lemma = casing === 0 ? word : composed(form)
    let pos = nameNumber
    if (casing === 0) pos = word.length > 3 && /[aeiouyäö]/.test(word) ? unknown : abbreviation
    out.push(this.maker.plain(wayNumber.asItStands, lemma, pos, -1, 0, casing, word.length))
  }

  /** A known first part before an unknown last one: toimisto#kuukkeli. The matcher holds the word. */
  private guessedPart(word: string, casing: number, out: Candidate[]): void {
    for (let at = word.length - 5; at >= 4; at--) {
      const part = this.matcher.joints.chain(at)
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
      const matches = this.matcher.from(at)
      for (let index = 0; index < matches.length; index++) {
        const match = matches.at(index)
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

/** Letters of the possessive suffix -ni, -si, -nsa, -mme, -nne that a word could end in, 0 for none. */
function possessive(codes: Uint8Array, length: number): number {
  const last = codes[length - 1]
  const before = codes[length - 2]
  if (last === i) return before === n || before === s ? 2 : 0
  const third = codes[length - 3]
  if (last === a || last === ä) return before === s && third === n ? 3 : 0
  return last === e && before === third && (before === m || before === n) ? 3 : 0
}

function asName(lemma: string, casing: number): string {
  return casing === casingUpper ? lemma.toUpperCase() : capitalized(lemma)
}

/** A compound of two long parts is hardly a misspelling of something else. */
function isSolid(word: string, { parts, pos, start }: Candidate): boolean {
  return (
    parts !== null &&
    pos !== verb &&
    parts.end - parts.start > 3 &&
    word.length - start > 5 &&
    parts.count < 3
  )
}
