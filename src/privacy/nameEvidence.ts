import type { Token, WordReading } from '../language/index.js'
import {
  belongings,
  humanVerbs,
  kin,
  meetingVerbs,
  openings,
  personalBelongings,
  personWords,
  titles,
  units,
} from './cues.js'
import { nameFlags } from './gazetteer.js'
import {
  type Candidate,
  type Candidates,
  hasInitial,
  hasLemma,
  isCapital,
  isCue,
  isEponym,
  isInstitution,
  isPlaceName,
  isUpper,
} from './nameCandidates.js'

const { first, surname, ambiguous, place, product } = nameFlags

/** "i Lovisa", "from Carolina" */
export function isPlaced(reader: Candidates, index: number): boolean {
  return /^(?:i|till|från|på|vid|in|to|from|at|of)$/i.test(reader.document.tokens[index - 1]?.text ?? '')
}

/** A name beside it that carries it: "Satu Rantanen", "Satu ja Meri". */
export function hasPartner(reader: Candidates, index: number): boolean {
  const own = reader.at(index)
  if (!own?.known) return false
  const next = reader.adjacent(index, index + 1) ? reader.at(index + 1) : undefined
  if (
    next?.capital &&
    next.known &&
    next.known.flags & surname &&
    !isInstitution(next) &&
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
  return (
    (hasInitial(reader, index) && !own.common && (own.known.flags & surname) !== 0) ||
    isListed(reader, index, 1) ||
    isListed(reader, index, -1)
  )
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
    (other.known.flags & (first | surname)) !== 0
  )
}

export function hasTitle(reader: Candidates, index: number): boolean {
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

export function hasKin(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  const before = tokens[index - 1]?.text
  const over = before === ',' || before === '('
  const at = over ? index - 2 : index - 1
  if (!hasLemma(words[at], tokens[at], kin)) return false
  return !over || before === '(' || /^[,)]$/.test(tokens[index + 1]?.text ?? '')
}

export function isOpened(reader: Candidates, index: number): boolean {
  const { text, tokens } = reader.document
  const start = (tokens[index] as Token).start
  const before = text.slice(Math.max(0, start - 24), start)
  return openings.test(before)
}

/** A verb that only persons do, a word of praise or blame after "on", thanks, or a thing that a person has. */
export function speaksOfPerson(reader: Candidates, index: number, own: Candidate): boolean {
  const { tokens, words } = reader.document
  const next = words[index + 1]
  const of = own.known?.case
  if (next && reader.adjacent(index, index + 1)) {
    if (of === 'nominative' && next.pos === 'verb' && isFiniteVerb(next)) {
      if (humanVerbs.has(next.lemma)) return true
      // "Laine tuli laiturille"
      if (
        next.lemma === 'tulla' &&
        (own.known?.flags ?? 0) & first &&
        /^(?:illative|allative)$/.test(words[index + 2]?.features.case ?? '')
      )
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
  if (
    of === 'person' &&
    (thanks.test(tokens[index + 1]?.text ?? '') || thanks.test(tokens[index - 1]?.text ?? ''))
  )
    return true
  if (meetingVerbs.has(words[index - 1]?.lemma ?? '') && (of === 'genitive' || of === 'partitive'))
    return !((own.known?.flags ?? 0) & place)
  return of === 'nominative' && (own.known?.flags ?? 0) & first
    ? thanks.test(tokens[index - 1]?.text ?? '') && /^[,!.]$/.test(tokens[index + 1]?.text ?? '.')
    : isThanked(reader, index)
}

const thanks = /^(?:kiitos|kiitokset|kiitoksia|terveiset|terkut|tack|ros|thanks|hei|moi|hej)$/i

/** "Kiitos Mäkinen!", "Kiitos Niemi ja Laine", "Kiitos Virta hyvästä hoidosta": a word alone behind thanks. */
export function isThanked(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  const known = reader.at(index)?.known
  if (!thanks.test(tokens[index - 1]?.text ?? '')) return false
  // Whole towns are thanked as well: "Kiitos Lahti!"
  if (known && (known.case !== 'nominative' || known.flags & place)) return false
  const next = tokens[index + 1]
  return (
    next === undefined ||
    /^(?:[,!.)]|ja|sekä|och|and|för|for)$/i.test(next.text) ||
    words[index + 1]?.features.case === 'elative' ||
    words[index + 2]?.features.case === 'elative'
  )
}

/** "Lääkärini oli Laine", "hoitajana toimi Salo" */
export function hasRole(reader: Candidates, index: number): boolean {
  const { tokens, words } = reader.document
  return (
    /^(?:olla|toimia|vara|be)$/.test(words[index - 1]?.lemma ?? '') &&
    words[index - 1]?.features.person !== '1' &&
    hasLemma(words[index - 2], tokens[index - 2], titles) &&
    /(?:n[aä]|ni|mme|min|vår|my|our)$/i.test(
      `${/^(?:min|vår|my|our)$/i.test(tokens[index - 3]?.text ?? '') ? 'min' : (tokens[index - 2]?.text ?? '')}`,
    )
  )
}

const isFiniteVerb = (word: WordReading): boolean =>
  word.features.form === undefined || word.features.form === 'infinitive1'

const englishUnits =
  /^(?:hospital|ward|clinic|surgery|road|lane|street|house|unit|centre|center|bar|court|infirmary|university|park|library|view|school|square)$/i

/** "Hoivakoti Laine", "osasto Koivu" */
export function standsBehindUnit({ document: { tokens, words } }: Candidates, index: number): boolean {
  return hasLemma(words[index - 1], tokens[index - 1], units)
}

/** "Meilahden sairaala", "Salon terveysasema", "Otso-osasto": the name of a place of work. */
export function namesUnit(reader: Candidates, index: number): boolean {
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
      /^(?:päivä|tiimi|talo|lääke|testi|laastari|pisteet)$/.test(next.lemma)
    )
  )
}
