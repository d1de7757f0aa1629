import type { Document, Token, WordReading } from '../language/index.js'
import type { Span } from '../types.js'
import {
  belongings,
  eponyms,
  humanVerbs,
  kin,
  openings,
  personalBelongings,
  personWords,
  titles,
  units,
} from './cues.js'
import { type KnownName, knownName, nameFlags } from './gazetteer.js'

/** Everything that is asked of a word when it is weighed as a name. */
interface Candidate {
  token: Token
  word: WordReading
  known: KnownName | undefined
  /** Capital first letter, where capitals mean something. */
  capital: boolean
  /** At the head of a sentence, line or quotation, where every word has its capital. */
  initial: boolean
  /** The reader knows the word as something else than a name. */
  common: boolean
  language: string
}

const { first, surname, ambiguous, place, product } = nameFlags

/**
 * Names of persons, first and last name in one span. Known names count by themselves; everyday words that are
 * names too ("Toivo"), names of places and unknown capitals need a neighbor that speaks of a person.
 */
export function findNames(document: Document, taken: readonly Span[]): Span[] {
  const { tokens } = document
  const reader = createCandidates(document)
  const out: Span[] = []
  let covered = 0
  let behind = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token
    while (behind < taken.length && (taken[behind] as Span).end <= token.start) behind += 1
    const other = taken[behind]
    if (token.kind !== 'word' || token.start < covered || (other && other.start < token.end)) continue
    if (!reader.mayBeName(index)) continue
    const candidate = reader.at(index)
    if (!candidate || !isName(reader, index, candidate)) continue
    const end = lastOf(reader, index, other?.start ?? document.text.length)
    const start = reader.startsBefore(index, Math.max(covered, taken[behind - 1]?.end ?? 0))
    const span = { start, end: reader.endOf(end) }
    out.push(span)
    covered = span.end
  }
  return out
}

type Candidates = ReturnType<typeof createCandidates>

function createCandidates(document: Document) {
  const { text, tokens, words, sentences, sentenceLanguages } = document
  const memo = new Map<number, Candidate | undefined>()
  let sentence = 0
  const starts = new Set(sentences.map(({ first: index }) => index))

  function languageAt(index: number): string {
    if (index < (sentences[sentence]?.first ?? 0)) sentence = 0
    while (sentence + 1 < sentences.length && index >= (sentences[sentence]?.last ?? 0)) sentence += 1
    return sentenceLanguages[sentence]?.code ?? document.language.code
  }

  function make(index: number): Candidate | undefined {
    const token = tokens[index]
    const word = words[index]
    if (token?.kind !== 'word' || word === undefined) return undefined
    const language = languageAt(index)
    const bare = token.text.includes(':') ? token.text.slice(0, token.text.indexOf(':')) : token.text
    const known = knownOf(bare, word, language)
    const shouted = isShouted(index)
    const dictionary =
      word.source === 'lexicon' || word.source === 'derivation' || word.source === 'colloquial'
    return {
      token,
      word,
      known,
      language,
      capital: isCapital(token.text) && !shouted,
      initial: isInitial(index),
      common:
        word.pos !== 'name' &&
        word.pos !== 'unknown' &&
        (dictionary || (word.source === 'compound' && word.pos !== 'abbreviation' && language === 'fi')),
    }
  }

  function at(index: number): Candidate | undefined {
    if (!memo.has(index)) memo.set(index, make(index))
    return memo.get(index)
  }

  function isInitial(index: number): boolean {
    if (index === 0 || starts.has(index)) return true
    const before = tokens[index - 1] as Token
    if (text.slice(before.end, (tokens[index] as Token).start).includes('\n')) return true
    return /^[:"”»*•–—-]$/.test(before.text)
  }

  function isShouted(index: number): boolean {
    const own = tokens[index]?.text ?? ''
    return (
      isUpper(own) && own.length > 1 && (isUpperWord(tokens[index - 1]) || isUpperWord(tokens[index + 1]))
    )
  }

  return {
    document,
    at,
    /** Cheap: a capital, a reading as a name, or a word beside a title. */
    mayBeName(index: number): boolean {
      const token = tokens[index] as Token
      return (
        isCapital(token.text) ||
        words[index]?.pos === 'name' ||
        hasLemma(words[index - 1], tokens[index - 1], titles)
      )
    },
    /** The word before, over a comma or an opening bracket where `over` says so. */
    before(index: number, over = false): number {
      const at = index - 1
      return over && /^[,(]$/.test(tokens[at]?.text ?? '') ? at - 1 : at
    },
    /** Words stand on one line with nothing but space between. */
    adjacent(left: number, right: number): boolean {
      const a = tokens[left]
      const b = tokens[right]
      return a !== undefined && b !== undefined && /^[ \u00a0]{0,2}$/.test(text.slice(a.end, b.start))
    },
    /** A suffix after a colon stays outside the span, as does the full stop of a closing initial's sentence. */
    endOf(index: number): number {
      const token = tokens[index] as Token
      const colon = token.text.indexOf(':')
      return colon > 0 ? token.start + colon : token.end
    },
    /** The start of a name whose last word is at `index`: an unknown first name before a known last name. */
    startsBefore(index: number, covered: number): number {
      const own = at(index)
      const left = at(index - 1)
      let start = (tokens[index] as Token).start
      if (hasInitial(this, index)) start = text.lastIndexOf('.', start) - 1
      if (!own || !left || left.token.start < covered || !this.adjacent(index - 1, index)) return start
      if (!own.known || !(own.known.flags & surname) || !left.capital || isCue(left) || isEponym(left))
        return start
      if (isUpper(left.token.text) || isPlaceName(left) || (left.common && left.initial && !isFirst(left)))
        return start
      // A stranger at the head of a Finnish sentence may be any long word: "Erityiskiitos Harrille".
      const stranger = !left.common && (left.language !== 'fi' || !left.initial || left.word.pos === 'name')
      return left.known || stranger ? left.token.start : start
    },
  }
}

const isFirst = ({ known }: Candidate): boolean => known !== undefined && (known.flags & first) !== 0

/** By the reader's own lemma where it knows the word as a name (Helsingissä is no Helsing), else by the form. */
function knownOf(form: string, word: WordReading, language: string): KnownName | undefined {
  if (language === 'fi' && word.pos === 'name' && word.source === 'lexicon') return viaLemma(word)
  const dash = form.lastIndexOf('-')
  // Rauha-mummo, Maija-täti
  if (dash > 2 && (kin.has(word.parts.at(-1) ?? '') || kin.has(form.slice(dash + 1).toLowerCase()))) {
    const head = knownName(form.slice(0, dash), false)
    if (head && head.flags & nameFlags.first) return { lemma: head.lemma, flags: first, case: 'nominative' }
  }
  return knownName(form, language !== 'sv' && language !== 'en') ?? viaLemma(word)
}

/** Finnish verb forms that a first name shares: "Annan kympin". */
const verbForms: ReadonlySet<string> = new Set([
  'anna',
  'annan',
  'annat',
  'salli',
  'sallin',
  'elän',
  'tahdon',
])

function viaLemma(word: WordReading): KnownName | undefined {
  if (word.pos !== 'name') return undefined
  const known = knownName(word.lemma)
  const of = word.features.case
  if (!known) return undefined
  const local = of === 'inessive' || of === 'elative' || of === 'illative'
  return {
    lemma: known.lemma,
    flags: known.flags,
    case: of === 'nominative' ? 'nominative' : of === 'genitive' ? 'genitive' : local ? 'local' : 'person',
  }
}

function isName(reader: Candidates, index: number, own: Candidate): boolean {
  const { known, capital, common, word } = own
  if (isEponym(own) && !hasTitle(reader, index)) return false
  const cued = hasTitle(reader, index) || hasKin(reader, index) || isOpened(reader, index)
  if (!capital) return isSmallName(reader, index, own)
  if (namesUnit(reader, index) && !hasTitle(reader, index)) return false
  if (!known || known.flags === place) return isUnknownName(reader, index, own, cued, hasTitle(reader, index))
  const { flags } = known
  if (known.case === 'local' && flags & place && !(flags & first && !common && !(flags & surname)))
    return false
  if (flags & product && !cued && !hasPartner(reader, index)) return false
  if (hasPartner(reader, index)) return true
  if (isCue(own)) return false
  if (cued) return true
  // TIA, TED: letters of something else.
  if (isUpper(own.token.text) && own.token.text.length < 5) return false
  if (own.language !== 'fi' && flags & place && isPlaced(reader, index)) return false
  // "Aamulla", "Illalla" with a stray capital.
  if (word.pos === 'adverb' && common) return false
  const doubtful = common || (flags & ambiguous) !== 0 || verbForms.has(own.token.text.toLowerCase())
  if (flags & first && !(flags & surname && flags & place)) {
    if (!doubtful) return true
    if (!own.initial)
      return flags & place ? speaksOfPerson(reader, index, own) : !isSentenceLike(reader, index)
    return speaksOfPerson(reader, index, own)
  }
  // Surnames: everyday words and places need a person beside them.
  if (!(flags & (ambiguous | place)) && !common) return true
  if (known.case === 'local') return false
  return speaksOfPerson(reader, index, own)
}

/** "i Lovisa", "from Carolina" */
function isPlaced(reader: Candidates, index: number): boolean {
  return /^(?:i|till|från|på|vid|in|to|from|at|of)$/i.test(reader.document.tokens[index - 1]?.text ?? '')
}

/** Capitals are no proof in a text that gives one to every word. */
function isSentenceLike(reader: Candidates, index: number): boolean {
  const before = reader.at(index - 1)
  const after = reader.at(index + 1)
  return (
    before?.capital === true && before.common && !before.initial && after?.capital === true && after.common
  )
}

/** Small letters: a known name that is nothing else, or one that follows a title. */
function isSmallName(reader: Candidates, index: number, own: Candidate): boolean {
  const { known, common, word, token } = own
  if (
    !known ||
    common ||
    known.flags === place ||
    token.text.length < 4 ||
    known.flags & (product | ambiguous)
  )
    return false
  if (hasTitle(reader, index)) return known.case !== 'local' || !(known.flags & place)
  if (word.pos !== 'name' || word.source !== 'lexicon' || known.flags & place) return false
  // Surnames without a capital or a title: only what cannot be anything else.
  if (known.case === 'local' || word.features.number === 'plural' || word.features.possessive) return false
  return ((known.flags & first) !== 0 && token.text.length > 4) || /..nen$/i.test(word.lemma)
}

function isUnknownName(
  reader: Candidates,
  index: number,
  own: Candidate,
  cued: boolean,
  titled: boolean,
): boolean {
  const { word, token, common, initial } = own
  if (common || isCue(own) || token.text.length < 2) return false
  if (word.source === 'lexicon' || isPlaceName(own)) return false
  // English gives capitals to more words than names.
  if (cued) return (!isUpper(token.text) || token.text.length > 5) && (own.language !== 'en' || titled)
  if (initial || isPlaced(reader, index)) return false
  // Last names that no list holds are known by their ending: -nen, -ström, -sson, -ova.
  const lemma = word.lemma.toLowerCase()
  return (
    (word.pos === 'name' && /..(?:[iou][aou]|[aeiouyäö])nen$/.test(lemma) && token.text.length > 5) ||
    /..(?:ström|qvist|kvist|sson|gren|holm|lund|berg|bäck|stedt|roos|dahl|blom|enko|ovitš|shvili|owski|owska)(?:s|in|illa|ille|ilta|ia)?$/i.test(
      token.text,
    )
  )
}

/** A name beside it that carries it: "Satu Rantanen", "Satu ja Meri". */
function hasPartner(reader: Candidates, index: number): boolean {
  const own = reader.at(index)
  if (!own?.known) return false
  const next = reader.adjacent(index, index + 1) ? reader.at(index + 1) : undefined
  if (
    next?.capital &&
    next.known &&
    next.known.flags & surname &&
    own.known.flags & first &&
    own.known.case !== 'local'
  ) {
    // "Annan Lahdelle": a verb before a place.
    return !(own.common && own.initial) || !next.common || (next.known.flags & place) === 0
      ? !(next.known.case === 'local')
      : false
  }
  const previous = reader.adjacent(index - 1, index) ? reader.at(index - 1) : undefined
  if (previous?.capital && previous.known && previous.known.flags & first && own.known.flags & surname)
    return own.known.case !== 'local' || !(own.known.flags & place)
  // "Pirkkoliisa Hämäläinen": a stranger that is read as a name, before a last name.
  if (
    previous?.capital &&
    own.capital &&
    own.known.flags & surname &&
    own.known.case !== 'local' &&
    previous.word.pos === 'name' &&
    !previous.known &&
    !isPlaceName(previous) &&
    !isCue(previous) &&
    !isEponym(previous) &&
    !isUpper(previous.token.text) &&
    previous.token.text.length > 2
  )
    return true
  return hasInitial(reader, index) || isListed(reader, index, 1) || isListed(reader, index, -1)
}

/** "K. Rautio" */
function hasInitial({ document: { text, tokens } }: Candidates, index: number): boolean {
  const start = tokens[index]?.start ?? 0
  return /(?:^|[^\p{L}\p{N}])\p{Lu}\. ?$/u.test(text.slice(Math.max(0, start - 4), start))
}

/** "Satu ja Meri", "Minna, Helmi ja Kati": the neighbor over a connective is a name that needs no proof. */
function isListed(reader: Candidates, index: number, step: 1 | -1): boolean {
  const { tokens } = reader.document
  if (!/^(?:ja|sekä|och|and|&|,)$/i.test(tokens[index + step]?.text ?? '')) return false
  const other = reader.at(index + 2 * step)
  return (
    other?.capital === true &&
    other.known !== undefined &&
    !other.common &&
    (other.known.flags & (ambiguous | place | product)) === 0 &&
    (other.known.flags & first) !== 0
  )
}

function hasTitle(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  let at = index - 1
  if (tokens[at]?.text === '.') at -= 1
  if (!hasLemma(words[at], tokens[at], titles)) return hasPairedTitle(reader, index)
  // "Kiitos lääkäri! Anna ..." stands over a boundary.
  return tokens[index - 1]?.text !== '.' || (tokens[at]?.text.length ?? 9) <= 4
}

/** "hoitaja Anneli ja Satu", "ensihoitajat Ville ja Sanna" */
function hasPairedTitle(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  return (
    /^(?:ja|sekä|och|and)$/i.test(tokens[index - 1]?.text ?? '') &&
    reader.at(index - 2)?.capital === true &&
    reader.at(index - 2)?.known !== undefined &&
    hasLemma(words[index - 3], tokens[index - 3], titles)
  )
}

function hasKin(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  const before = tokens[index - 1]?.text
  const over = before === ',' || before === '('
  const at = over ? index - 2 : index - 1
  if (!hasLemma(words[at], tokens[at], kin)) return false
  return !over || before === '(' || /^[,)]$/.test(tokens[index + 1]?.text ?? '')
}

function isOpened(reader: Candidates, index: number): boolean {
  const { text, tokens } = reader.document
  const start = (tokens[index] as Token).start
  const before = text.slice(Math.max(0, start - 24), start)
  return openings.test(before)
}

/** A verb that only persons do, a word of praise or blame after "on", thanks, or a thing that a person has. */
function speaksOfPerson(reader: Candidates, index: number, own: Candidate): boolean {
  const { tokens, words } = reader.document
  const next = words[index + 1]
  const of = own.known?.case
  if (next && reader.adjacent(index, index + 1)) {
    if (of === 'nominative' && next.pos === 'verb' && isFiniteVerb(next)) {
      if (humanVerbs.has(next.lemma)) return true
      if (next.lemma === 'tulla' && /^(?:illative|allative)$/.test(words[index + 2]?.features.case ?? ''))
        return true
    }
    if (of === 'nominative' && /^(?:olla|vara|be)$/.test(next.lemma) && next.pos === 'verb')
      for (let at = index + 2; at < index + 5; at += 1)
        if (hasLemma(words[at], tokens[at], personWords))
          return !hasLemma(words[at + 1], tokens[at + 1], units)
    if (
      (of === 'genitive' || of === 'nominative') &&
      hasLemma(next, tokens[index + 1], (own.known?.flags ?? 0) & place ? personalBelongings : belongings)
    )
      return of === 'genitive' || /^(?:rouva|herra|täti|setä|mummo)$/.test(next.lemma)
  }
  const thanks = /^(?:kiitos|kiitokset|kiitoksia|terveiset|terkut|tack|ros|thanks|hei|moi|hej)$/i
  if (
    of === 'person' &&
    (thanks.test(tokens[index + 1]?.text ?? '') || thanks.test(tokens[index - 1]?.text ?? ''))
  )
    return true
  return (
    thanks.test(tokens[index - 1]?.text ?? '') &&
    of === 'nominative' &&
    /^[,!.]$/.test(tokens[index + 1]?.text ?? '.') &&
    ((own.known?.flags ?? 0) & first) !== 0
  )
}

const isFiniteVerb = (word: WordReading): boolean => word.features.form === undefined

/** Last word of the name that begins at `index`. */
function lastOf(reader: Candidates, index: number, limit: number): number {
  let last = index
  while (last - index < 4 && reader.adjacent(last, last + 1)) {
    const next = reader.at(last + 1)
    if (!next || next.token.start >= limit) break
    if (/^(?:af|von|van|de|der|bin|al|el)$/i.test(next.token.text) && reader.at(last + 2)?.capital) {
      last += 2
      continue
    }
    if (!isCapital(next.token.text) || next.initial || isCue(next) || isEponym(next)) break
    if (next.token.text.length === 1) {
      last += 1
      if (
        reader.document.tokens[last + 1]?.text === '.' &&
        !reader.document.sentences.some(({ last: end }) => end === last + 2)
      )
        last += 1
      else if (reader.document.tokens[last + 1]?.text === '.') last += 1
      break
    }
    const known = next.known && !(next.known.case === 'local' && next.known.flags & place)
    // Finnish and Swedish give no capital inside a sentence but to names.
    const stranger =
      !isPlaceName(next) &&
      !isUpper(next.token.text) &&
      (next.language === 'en' ? !next.common : !hasLemma(next.word, next.token, units))
    if (!known && !stranger) break
    last += 1
  }
  return last
}

const englishUnits =
  /^(?:hospital|ward|clinic|surgery|road|lane|street|house|unit|centre|center|bar|court|infirmary|university|park|library|view|school|square)$/i

/** "Meilahden sairaala", "Salon terveysasema", "Otso-osasto": the name of a place of work. */
function namesUnit(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  const own = reader.at(index)
  const text = own?.token.text ?? ''
  const dash = text.lastIndexOf('-')
  if (dash > 0 && own && hasLemma(own.word, own.token, units)) return true
  const next = words[index + 1]
  const of = own?.known?.case
  if (of === 'person' || of === 'partitive' || of === 'local') return false
  // "Saija terveysaseman neuvonnasta": a first name does not name a unit, but in the genitive it may.
  if (of === 'nominative' && own?.known && (own.known.flags & ~place) === first) return false
  if (!next || !reader.adjacent(index, index + 1)) return false
  // Swedish and Finnish units have a small letter; "James Cook Hospital" has capitals all through.
  if (isCapital(tokens[index + 1]?.text ?? '')) {
    if (own?.language !== 'en') return false
    return [1, 2].some((step) => englishUnits.test(tokens[index + step]?.text ?? ''))
  }
  return (
    hasLemma(next, tokens[index + 1], units) &&
    !(
      own?.known &&
      own.known.flags & first &&
      !(own.known.flags & (place | surname | ambiguous)) &&
      next.lemma === 'päivä'
    )
  )
}

const isPlaceName = ({ word, known }: Candidate): boolean =>
  (word.pos === 'name' && word.source === 'lexicon' && known === undefined) || known?.flags === place

const isCue = ({ word, token }: Candidate): boolean =>
  hasLemma(word, token, titles) || hasLemma(word, token, kin)

function isEponym({ token, word }: Candidate): boolean {
  const text = token.text.toLowerCase()
  return (
    eponyms.has(text) ||
    eponyms.has(word.lemma.toLowerCase()) ||
    eponyms.has(text.replace(/(?:['’:]s|s|in|n)$/, ''))
  )
}

/** A reading's lemma, its last part, or the word itself without its Swedish ending is listed. */
function hasLemma(
  word: WordReading | undefined,
  token: Token | undefined,
  list: ReadonlySet<string>,
): boolean {
  if (!word || token?.kind !== 'word') return false
  const { lemma, parts } = word
  if (list.has(lemma)) return true
  // An abbreviation, a name or a word in a language that nobody reads.
  if ((isCapital(token.text) || word.source === 'identity') && list.has(token.text.toLowerCase())) return true
  const part = parts.length > 1 ? parts[parts.length - 1] : undefined
  return part !== undefined && part.length > 3 && list.has(part)
}

const isCapital = (text: string): boolean => {
  const letter = text.charAt(0)
  return letter !== letter.toLowerCase()
}

const isUpper = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()

const isUpperWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 2 && isUpper(token.text)
