import { type Candidate, CandidateMaker, casingOf, wayNumber } from './candidate.js'
import type { FeatureSpace } from './features.js'
import type { Match, Matches } from './match.js'
import type { Matcher } from './matcher.js'
import { normalizeForm, withCapital, withHyphen, withOther } from './normalize.js'
import type { PackedFinnish } from './packed.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { UnknownWords } from './unknown-words.js'
import { entryOf } from './values.js'
import { longestWord } from './word-letters.js'

const abbreviation = partsOfSpeech.indexOf('abbreviation')
const unknown = partsOfSpeech.indexOf('unknown')
/** An abbreviation with its point or colon is as sure as a guess can be. */
const surest = 15
const nameNumber = partsOfSpeech.indexOf('name')
/** Parts of speech that the last part of a compound may have. */
const lastParts = Uint8Array.from(partsOfSpeech, (pos) =>
  ['noun', 'adjective', 'verb', 'adverb', 'numeral'].includes(pos) ? 1 : 0,
)

/** Hides readings of the lexicon, so that training can see a word as an unknown one. */
export type Hide = (candidate: Candidate) => boolean

/** Finds the candidates of forms; the answer depends on the form alone. */
export class CandidateFinder {
  private readonly maker: CandidateMaker
  private readonly unknown: UnknownWords
  /** The form in hand as the lexicon spells it, whether in small letters of Finnish alone, and its plain readings. */
  word = ''
  private plain = true
  private forms: Matches | null = null

  constructor(
    packed: PackedFinnish,
    private readonly matcher: Matcher,
    space: FeatureSpace,
    weights: ArrayLike<number>,
    private readonly keepFeatures = false,
  ) {
    this.maker = new CandidateMaker(packed, space, weights, keepFeatures)
    this.unknown = new UnknownWords(packed, matcher, this.maker)
  }

  /** All candidates of a form, unsorted, never empty. `casing` overrides what the form itself shows. */
  find(form: string, casing = casingOf(form), hide?: Hide): Candidate[] {
    this.matcher.letters.take(form)
    const match = this.lone(form)
    if (match === null || this.keepFeatures || hide) return this.others(form, casing, hide)
    return [this.only(match)]
  }

  /** What `lone` gave, as a candidate: without a score, as there is no other. */
  only(match: Match): Candidate {
    return this.maker.unranked(this.word, match)
  }

  /**
   * The only reading of a form as a plain form of the lexicon, null where it has none or several. It is all that most
   * forms have, and there is nothing to rank it among. The matcher's letters have taken the form.
   */
  lone(form: string): Match | null {
    const { letters } = this.matcher
    const { kinds } = letters
    this.word = kinds > withHyphen ? normalizeForm(form, kinds) : form
    if (kinds >= withOther) letters.take(this.word)
    this.plain = (letters.kinds & ~withCapital) === 0
    this.forms = isWord(this.word, this.plain) ? this.matcher.spelled(letters) : null
    return this.forms !== null && this.forms.length === 1 ? this.forms.at(0) : null
  }

  /** All candidates of the form that was last given to `lone`. */
  others(form: string, casing = casingOf(form), hide?: Hide): Candidate[] {
    const { word, plain, forms } = this
    if (forms === null) return [this.identity(form, word, casing)]
    const known = this.plainForms(word, forms, casing, hide)
    if (known.length > 0) return known
    const out = this.madeWords(word, casing, hide)
    if (!plain) {
      if (word.endsWith('.') && word.length <= 8)
        out.push(this.maker.plain(wayNumber.colon, word, abbreviation, -1, surest, casing, word.length))
      const bare = word.replace(/[.:'-]+$/, '')
      if (bare !== word && bare !== '') {
        const rest = form.normalize('NFC').slice(0, bare.length)
        this.matcher.letters.take(rest)
        this.lone(rest)
        const more = this.others(rest, casing, hide)
        this.word = word
        return [...out, ...more]
      }
      const colon = word.indexOf(':')
      const dash = word.lastIndexOf('-')
      if (colon > 0) this.colon(form, word, colon, casing, out)
      else if (dash > 0 && dash < word.length - 1) this.hyphen(form, word, dash, out)
    }
    this.unknown.add(form, word, casing, plain, out)
    return out
  }

  /** Plain readings of the lexicon. */
  private plainForms(word: string, forms: Matches, casing: number, hide?: Hide): Candidate[] {
    let out: Candidate[] = []
    for (let index = 0; index < forms.length; index++) {
      const candidate = this.maker.of(wayNumber.lexicon, word, '', forms.at(index), casing)
      if (!hide?.(candidate)) out = added(out, candidate)
    }
    return out
  }

  /** Derived and compound words of the word last given to the matcher. */
  private madeWords(word: string, casing: number, hide?: Hide): Candidate[] {
    let out: Candidate[] = []
    const derived = this.matcher.derived()
    for (let index = 0; index < derived.length; index++) {
      const candidate = this.maker.of(wayNumber.derivation, word, '', derived.at(index), casing)
      if (!hide?.(candidate)) out = added(out, candidate)
    }
    const compounds = this.matcher.compounds()
    for (let index = 0; index < compounds.length; index++) {
      const match = compounds.at(index)
      if (!this.mayEnd(word, match)) continue
      const candidate = this.maker.of(wayNumber.compound, word, '', match, casing)
      if (!hide?.(candidate)) out = added(out, candidate)
    }
    return out
  }

  /**
   * Whether a word may be the last part of a compound: open classes only, three letters at least, and names
   * only after a hyphen (no toimi#Kari, al#joka).
   */
  private mayEnd(word: string, match: Match): boolean {
    const { packed } = this.maker
    const pos = packed.entryPos[entryOf(packed.values[match.value] as number)] as number
    if (word.length - match.start < 3) return false
    return pos === nameNumber ? word[match.start - 1] === '-' : lastParts[pos] === 1
  }

  private identity(form: string, word: string, casing: number): Candidate {
    const lemma = word === '' ? form : word
    return this.maker.plain(wayNumber.identity, lemma, unknown, -1, 0, casing, lemma.length)
  }

  /** HUS:ssa, EKG:n: what stands before the colon is the lemma. */
  private colon(form: string, word: string, at: number, casing: number, out: Candidate[]): void {
    if (!/^[a-zäö]{1,10}$/.test(word.slice(at + 1))) return
    const head = form.normalize('NFC').split(':')[0] ?? word.slice(0, at)
    out.push(this.maker.plain(wayNumber.colon, head, abbreviation, -1, surest, casing, head.length))
  }

  /** tk-lääkäri, 2000-luvulla: the last part is read by itself. */
  private hyphen(form: string, word: string, at: number, out: Candidate[]): void {
    const original = form.normalize('NFC')
    const same = original.length === word.length
    const tail = word.slice(at + 1)
    const casing = casingOf(same ? original.slice(at + 1) : tail)
    const head = `${(same ? original : word).slice(0, at).replace(/-/g, '-#')}-#`
    const known = this.plainForms(tail, this.matcher.simple(tail), casing)
    const found = known.length > 0 ? known : this.madeWords(tail, casing)
    if (found.length === 0) this.unknown.guesses(tail, casing, found)
    for (const candidate of found) out.push(this.maker.behindHyphen(candidate, head))
  }
}

/** Adds to a list. Of one or two it is made at once: one that grows by itself takes room for twenty. */
function added(list: Candidate[], candidate: Candidate): Candidate[] {
  if (list.length === 0) return [candidate]
  if (list.length === 1) return [list[0] as Candidate, candidate]
  list.push(candidate)
  return list
}

/** Whether there is anything to look up. */
function isWord(word: string, plain: boolean): boolean {
  return word.length <= longestWord && hasLetter(word) && (plain || !isAddress(word))
}

function isAddress(word: string): boolean {
  return word.includes('://') || word.includes('@') || word.startsWith('www.')
}

function hasLetter(word: string): boolean {
  const first = word.charCodeAt(0)
  return (first >= 97 && first <= 122) || first === 228 || first === 246 || /\p{L}/u.test(word)
}
