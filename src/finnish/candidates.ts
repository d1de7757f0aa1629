import type { ReadingSource } from '../language/word.js'
import { clitics, cliticsOf } from './clitics.js'
import { casings, type FeatureSpace, type Way, ways } from './features.js'
import { guess } from './guesser.js'
import { longestWord, type Match, type Matcher } from './matcher.js'
import { normalizeForm } from './normalize.js'
import type { PackedFinnish } from './packed.js'
import { entryFlags, partsOfSpeech } from './parts-of-speech.js'
import { chainOf, compoundOf } from './reading.js'
import { dottedVariants, editVariants, letterVariants, spokenVariants } from './spoken.js'

/** One answer to what a form is, before ranking. */
export interface Candidate {
  way: number
  pos: number
  /** Number of the form's tag, -1 where none is known. */
  tag: number
  /** Text that the match refers to: the form, or what it was rewritten to. */
  base: string
  match: Match | null
  /** Lemma marked with '#' where there is no match. */
  lemma: string
  /** Text before the analysed part (`tk-`), already marked. */
  head: string
  features: number[]
  score: number
}

const wayNumber = Object.fromEntries(ways.map((way, index) => [way, index])) as Record<Way, number>
const abbreviation = partsOfSpeech.indexOf('abbreviation')
const nameNumber = partsOfSpeech.indexOf('name')
const unknown = partsOfSpeech.indexOf('unknown')

export function sourceOfWay(way: number, packed: PackedFinnish, match: Match | null): ReadingSource {
  switch (ways[way]) {
    case 'lexicon':
      return match &&
        ((packed.entryFlags[packed.valueEntry[match.value] ?? 0] ?? 0) & entryFlags.colloquial) !== 0
        ? 'colloquial'
        : 'lexicon'
    case 'derivation':
      return 'derivation'
    case 'compound':
    case 'hyphen':
      return 'compound'
    case 'spoken':
      return 'colloquial'
    case 'dots':
    case 'letters':
    case 'edit':
      return 'repaired'
    case 'name':
      return 'name'
    case 'identity':
      return 'identity'
    default:
      return 'guess'
  }
}

export function casingOf(form: string): number {
  const first = form.charAt(0)
  if (first === first.toLowerCase()) return casings.indexOf('lower')
  if (form.length > 1 && form === form.toUpperCase()) return casings.indexOf('upper')
  return casings.indexOf('capital')
}

/** The lemma with '#' at boundaries. */
export function compoundText(packed: PackedFinnish, candidate: Candidate): string {
  return (
    candidate.head + (candidate.match ? compoundOf(packed, candidate.base, candidate.match) : candidate.lemma)
  )
}

/** Finds the candidates of forms; holds no state but the matcher's scratch. */
export class CandidateFinder {
  constructor(
    private readonly packed: PackedFinnish,
    private readonly matcher: Matcher,
    private readonly space: FeatureSpace,
    private readonly weights: ArrayLike<number>,
  ) {}

  /**
   * All candidates of a form, unsorted, never empty. `casing` overrides what the form itself shows; `without`
   * hides readings of the lexicon, so that training can see the word as an unknown one.
   */
  find(form: string, casing = casingOf(form), without?: (candidate: Candidate) => boolean): Candidate[] {
    const word = normalizeForm(form)
    const out: Candidate[] = []
    if (word.length > longestWord || !/\p{L}/u.test(word)) return [this.identity(form, word, casing)]
    if (this.known(word, casing, '', out, without)) return out
    if (word.endsWith('.') && word.length <= 8)
      out.push(this.plain('colon', word, abbreviation, -1, 15, casing, word.length))
    const bare = word.replace(/[.:'-]+$/, '')
    if (bare !== word && bare !== '') {
      const rest = this.find(form.normalize('NFC').slice(0, bare.length), casing, without)
      return [...out, ...rest]
    }
    const colon = word.indexOf(':')
    const dash = word.lastIndexOf('-')
    if (colon > 0) this.colon(form, word, colon, casing, out)
    else if (dash > 0 && dash < word.length - 1) this.hyphen(form, word, dash, casing, out)
    const compounds = out.length
    if (colon < 0 && dash < 0) this.rewrites(word, casing, out)
    if (compounds === 0 || casing !== 0) {
      this.guesses(word, casing, out)
      this.guessedPart(word, casing, out)
    }
    if (compounds === 0) this.unknownPart(word, casing, out)
    this.asItStands(form, word, casing, out)
    return out
  }

  /** Lexicon, derivation and compound readings; true where a plain reading of the lexicon is among them. */
  private known(
    word: string,
    casing: number,
    head: string,
    out: Candidate[],
    without?: (candidate: Candidate) => boolean,
  ): boolean {
    const simple = this.matcher.simple(word)
    let plain = false
    for (const match of simple) {
      const own = match.links.some((step) => this.packed.links[step.link]?.makes === 'own')
      this.push(out, own ? 'derivation' : 'lexicon', word, head, match, casing)
      if (without?.(out[out.length - 1] as Candidate)) out.pop()
      else if (!own) plain = true
    }
    if (!plain)
      for (const match of this.matcher.compounds()) this.push(out, 'compound', word, head, match, casing)
    return plain
  }

  private push(out: Candidate[], way: Way, base: string, head: string, match: Match, casing: number): void {
    const features: number[] = []
    const entry = this.packed.valueEntry[match.value] ?? 0
    let pos = this.packed.entryPos[entry] ?? unknown
    for (const step of match.links) {
      const kind = this.packed.links[step.link]
      if (kind?.makes === 'own') pos = partsOfSpeech.indexOf(kind.pos ?? 'noun')
    }
    this.space.ofMatch(match, wayNumber[way], casing, base.length, features)
    out.push({
      way: wayNumber[way],
      pos,
      tag: match.tag,
      base,
      match,
      lemma: '',
      head,
      features,
      score: this.score(features),
    })
  }

  private score(features: readonly number[]): number {
    let sum = 0
    for (let index = 0; index < features.length; index++)
      sum += this.weights[features[index] as number] as number
    return sum
  }

  private plain(
    way: Way,
    lemma: string,
    pos: number,
    tag: number,
    sureness: number,
    casing: number,
    length: number,
    taken = 0,
  ): Candidate {
    const features: number[] = []
    this.space.ofGuess(wayNumber[way], pos, tag, sureness, casing, length, features, taken)
    return {
      way: wayNumber[way],
      pos,
      tag,
      base: '',
      match: null,
      lemma,
      head: '',
      features,
      score: this.score(features),
    }
  }

  private identity(form: string, word: string, casing: number): Candidate {
    const lemma = word === '' ? form : word
    return this.plain('identity', lemma, unknown, -1, 0, casing, lemma.length)
  }

  /** HUS:ssa, EKG:n: what stands before the colon is the lemma (VISK § 169). */
  private colon(form: string, word: string, at: number, casing: number, out: Candidate[]): void {
    const tail = word.slice(at + 1)
    if (!/^[a-zäö]{1,10}$/.test(tail)) return
    const head = form.normalize('NFC').split(':')[0] ?? word.slice(0, at)
    out.push(this.plain('colon', head, abbreviation, -1, 15, casing, head.length))
  }

  /** tk-lääkäri, 2000-luvulla: the last part is read by itself. */
  private hyphen(form: string, word: string, at: number, casing: number, out: Candidate[]): void {
    const tail = word.slice(at + 1)
    const found: Candidate[] = []
    const original = form.normalize('NFC')
    const keep = original.length === word.length ? original.slice(0, at) : word.slice(0, at)
    const head = `${keep.replace(/-/g, '-#')}-#`
    if (!this.known(tail, casingOf(original.slice(at + 1)), head, found) && found.length === 0)
      this.guesses(tail, casingOf(original.slice(at + 1)), found)
    for (const candidate of found) {
      candidate.head = head
      candidate.way = wayNumber.hyphen
      candidate.features.push(wayNumber.hyphen)
      candidate.score = this.score(candidate.features)
      out.push(candidate)
    }
    void casing
  }

  private rewrites(word: string, casing: number, out: Candidate[]): void {
    if (word.length < 3 || word.length > 30) return
    const tryAll = (variants: readonly string[], way: Way): boolean => {
      let any = false
      for (const variant of variants) {
        const matches = this.matcher.simple(variant)
        for (const match of matches) {
          if (match.links.some((step) => this.packed.links[step.link]?.makes === 'own')) continue
          if (
            (this.packed.valueFrequency[match.value] ?? 0) >> 1 <
            (way === 'spoken' || way === 'dots' ? 1 : 3)
          )
            continue
          any = true
          this.push(out, way, variant, '', match, casing)
        }
      }
      return any
    }
    const compound = out.length > 0
    tryAll(spokenVariants(word), 'spoken')
    if (compound) return
    if (tryAll(dottedVariants(word), 'dots')) return
    if (word.length < 5 || casing !== 0) return
    if (!tryAll(letterVariants(word), 'letters')) tryAll(editVariants(word), 'edit')
  }

  /** Guesses by the word's end; clitics and possessive suffixes are taken off first (finnish.md, advice 5). */
  private guesses(word: string, casing: number, out: Candidate[], head = ''): void {
    this.guessed(word, 0, casing, out, head)
    for (const clitic of cliticsOf(word)) {
      const rest = word.slice(0, -(clitics[clitic]?.text.length ?? 0))
      if (rest.length >= 4) this.guessed(rest, 1, casing, out, head)
    }
    const owned = /^(.{4,}?)(?:ni|si|ns[aä]|mme|nne)$/.exec(word)
    if (owned?.[1]) this.guessed(owned[1], 2, casing, out, head)
    const third = /^(.{4,}(?:ss|st|ll|lt|n|[^t]t)([aä])|.{4,}l(e))(?:[aäe])n$/.exec(word)
    if (third?.[1] && third[1].slice(-1) === word.at(-2)) this.guessed(third[1], 2, casing, out, head)
  }

  private guessed(word: string, taken: number, casing: number, out: Candidate[], head: string): void {
    const length = word.length
    const upper = casing === casings.indexOf('upper')
    const way = head === '' ? 'guess' : 'guessedPart'
    for (const g of guess(this.packed.guesser, word))
      out.push(this.plain(way, head + g.lemma, g.pos, g.tag, g.sureness, casing, length, taken))
    if (casing === 0 || head !== '') return
    for (const g of guess(this.packed.nameGuesser, word)) {
      const lemma = upper ? g.lemma.toUpperCase() : g.lemma.charAt(0).toUpperCase() + g.lemma.slice(1)
      out.push(this.plain('name', lemma, nameNumber, g.tag, g.sureness, casing, length, taken))
    }
  }

  /** The form as a nominative of its own: foreign words, abbreviations without a dot, names. */
  private asItStands(form: string, word: string, casing: number, out: Candidate[]): void {
    const lemma = casing === 0 ? word : form.normalize('NFC')
    const pos =
      casing === 0 ? (/[aeiouyäö]/.test(word) && word.length > 3 ? unknown : abbreviation) : nameNumber
    out.push(this.plain('asItStands', lemma, pos, -1, 0, casing, word.length))
  }

  /** A known first part before an unknown last one: toimisto#kuukkeli. */
  private guessedPart(word: string, casing: number, out: Candidate[]): void {
    if (casing !== 0 || word.length < 9) return
    this.matcher.simple(word)
    this.matcher.compounds(2)
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

  /** An unknown first part before a known long last part (finnish.md, advice 7). */
  private unknownPart(word: string, casing: number, out: Candidate[]): void {
    if (casing !== 0 || word.length < 9) return
    for (let at = 3; at <= word.length - 5; at++) {
      if (!/[aeiouyäö]/.test(word.slice(0, at))) continue
      const tail = word.slice(at)
      for (const match of this.matcher.simple(tail)) {
        if (match.links.length > 0 || match.clitic > 0 || match.stemEnd < 4) continue
        const pos = this.packed.entryPos[this.packed.valueEntry[match.value] ?? 0] ?? unknown
        if (partsOfSpeech[pos] !== 'noun' && partsOfSpeech[pos] !== 'adjective') continue
        this.push(out, 'unknownPart', tail, `${word.slice(0, at)}#`, match, casing)
      }
      if (out.some((candidate) => candidate.way === wayNumber.unknownPart)) return
    }
  }
}
