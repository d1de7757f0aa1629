import type { Document, Token } from '../language/index.js'
import type { Span } from '../types.js'
import { humanVerbs, units } from './cues.js'
import { nameFlags } from './gazetteer.js'
import {
  type Candidate,
  type Candidates,
  createCandidates,
  hasLemma,
  isCapital,
  isCue,
  isEponym,
  isInstitution,
  isParticled,
  isPlaceName,
  isUpper,
  mayBeName,
} from './nameCandidates.js'
import {
  hasKin,
  hasPartner,
  hasRole,
  hasTitle,
  isOpened,
  isPlaced,
  isThanked,
  namesUnit,
  speaksOfPerson,
  standsBehindUnit,
} from './nameEvidence.js'

const { first, surname, ambiguous, place, product } = nameFlags

/**
 * Names of persons, first and last name in one span. Known names count by themselves; everyday words that are
 * names too ("Toivo"), names of places and unknown capitals need a neighbor that speaks of a person.
 */
export function findNames(document: Document, taken: readonly Span[]): Span[] {
  const { tokens } = document
  const out: Span[] = []
  const places: number[] = []
  for (let index = 0; index < tokens.length; index += 1) if (mayBeName(document, index)) places.push(index)
  if (places.length === 0) return out
  const reader = createCandidates(document)
  let covered = 0
  let behind = 0
  let lastName = -2
  const alone = new Set<string>()
  const doubted: { index: number; own: Candidate }[] = []
  for (const index of places) {
    const token = tokens[index] as Token
    while (behind < taken.length && (taken[behind] as Span).end <= token.start) behind += 1
    const other = taken[behind]
    if (token.start < covered || (other && other.start < token.end)) continue
    const candidate = reader.at(index)
    if (candidate === undefined) continue
    if (!isName(reader, index, candidate) && !continuesList(reader, index, candidate, lastName)) {
      if (candidate.capital && candidate.known) doubted.push({ index, own: candidate })
      continue
    }
    const end = lastOf(reader, index, other?.start ?? document.text.length)
    const start = reader.startsBefore(index, Math.max(covered, taken[behind - 1]?.end ?? 0))
    const span = { start, end: reader.endOf(end) }
    out.push(span)
    covered = span.end
    lastName = end
    if (end === index && candidate.known) alone.add(candidate.known.lemma)
  }
  // "Lääkäri Lehto lupasi, mutta Lehdon lähete katosi": who was named once is known when named again.
  if (alone.size > 0)
    for (const { index, own } of doubted)
      if (own.known && alone.has(own.known.lemma) && isAgain(reader, index, own))
        out.push({ start: own.token.start, end: reader.endOf(index) })
  return out
}

const isAgain = (reader: Candidates, index: number, { known, initial, common, word }: Candidate): boolean =>
  known?.case !== 'local' && word.pos !== 'verb' && !(initial && common) && !namesUnit(reader, index)

/** "Hoitajat Mäkinen, Laine ja Niemi": what joins a name to another of its kind. */
function continuesList(reader: Candidates, index: number, own: Candidate, last: number): boolean {
  if (last !== index - 2 || !own.capital || !own.known || isEponym(own) || isInstitution(own)) return false
  const joint = reader.document.tokens[index - 1]?.text ?? ''
  const { case: of, flags } = own.known
  if (of === 'local' || flags === place || !(flags & (first | surname)) || namesUnit(reader, index))
    return false
  // "Mäkinen, Lahti": where one is from.
  return joint === ',' ? !(flags & place) : /^(?:ja|sekä|och|and|&)$/i.test(joint)
}

/** Small words that open a sentence far more often than the name. */
const neverNames: ReadonlySet<string> = new Set([
  'aina',
  'olen',
  'kai',
  'minä',
  'alla',
  'hans',
  'may',
  'will',
])

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

function isName(reader: Candidates, index: number, own: Candidate): boolean {
  const { known, capital, common, word } = own
  if ((isEponym(own) || isHouse(reader, index)) && !hasTitle(reader, index)) return false
  const cued =
    hasTitle(reader, index) || hasKin(reader, index) || isOpened(reader, index) || hasRole(reader, index)
  if (!capital) return isSmallName(reader, index, own)
  if (namesUnit(reader, index) && !hasTitle(reader, index)) return false
  if ((!known || known.flags === place) && isInstitution(own)) return false
  if (!known || known.flags === place) return isUnknownName(reader, index, own, cued, hasTitle(reader, index))
  if (isInstitution(own)) return false
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
  if (
    common &&
    (word.pos === 'adverb' || (known.case === 'person' && /^(?:aamu|ilta|yö|kesä|talvi)$/.test(known.lemma)))
  )
    return false
  if (own.initial && neverNames.has(own.token.text.toLowerCase())) return false
  const doubtful = common || (flags & ambiguous) !== 0 || verbForms.has(own.token.text.toLowerCase())
  if (flags & first && !(flags & surname && flags & place)) {
    if (!doubtful) return !isShut(reader, index)
    // "Onnea ja Rauhaa kaikille"; "i Maj"
    if (known.case === 'partitive' || (own.language === 'sv' && isPlaced(reader, index))) return false
    if (!own.initial)
      return flags & place ? speaksOfPerson(reader, index, own) : !isSentenceLike(reader, index)
    return speaksOfPerson(reader, index, own)
  }
  // Surnames: everyday words and places need a person beside them.
  // "Alamäkeä on ollut": a slope, where the name ends like a word of the land.
  if (own.initial && known.case === 'partitive' && !known.lemma.endsWith('nen')) return false
  if (!(flags & (ambiguous | place)) && !common) return true
  if (known.case === 'local') return false
  return isMidSurname(reader, index, own) || speaksOfPerson(reader, index, own)
}

/** "Puhuin Hämäläisen kanssa": inside a sentence the adjective has no capital, and a wave or a stream none either. */
function isMidSurname(reader: Candidates, index: number, { known, initial, language }: Candidate): boolean {
  if (!known || initial || language !== 'fi' || known.flags & place || isSentenceLike(reader, index))
    return false
  if (standsBehindUnit(reader, index) || reader.at(index + 1)?.capital) return false
  if (known.lemma.endsWith('nen')) return true
  // "mutta Virta ei kuunnellut"
  return known.case === 'nominative' && isActed(reader, index)
}

/** Somebody does, or does not do, what persons do; "Koivu kaatuu" is of a birch. */
function isActed({ document: { words } }: Candidates, index: number): boolean {
  const next = words[index + 1]
  return next?.pos === 'verb' && (next.lemma === 'ei' || humanVerbs.has(next.lemma))
}

/** "Villa Vanamo", "Sankt Göran", "St Thomas' Hospital": houses and churches. */
function isHouse({ document: { tokens } }: Candidates, index: number): boolean {
  const at = tokens[index - 1]?.text === '.' ? index - 2 : index - 1
  return /^(?:villa|st|sankt|saint|san|santa|pyhän)\.?$/i.test(tokens[at]?.text ?? '')
}

/** "Aurora on suljettu": a building that carries a first name. */
function isShut({ document: { words } }: Candidates, index: number): boolean {
  const be = words[index + 1]?.lemma ?? ''
  if (!/^(?:olla|vara|be)$/.test(be)) return false
  return /^(?:suljettu|sulkea|auki|kiinni|täynnä|ruuhkainen|stängd|öppen|closed|open)$/.test(
    words[index + 2]?.lemma ?? '',
  )
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
  if (!known || known.flags === place || token.text.length < 4) return false
  // "lääkäri mäkinen", "hoitaja laine": words of the dictionary; but "oliko lääkäri suomalainen" asks what she was.
  if (
    known.flags & (surname | first) &&
    token.text.toLowerCase() === known.lemma &&
    hasTitle(reader, index)
  ) {
    if (!common && !/l[aä]inen$/.test(known.lemma)) return true
    // "hoitaja toivoo", "lääkäri lahti lomalle": a verb, or one misspelt, of which no other verb tells.
    if (
      word.pos === 'verb' ||
      (known.flags & place && !isActed(reader, index) && !speaksOfPerson(reader, index, own))
    )
      return false
    return !isPredicate(reader, index)
  }
  if (/[^aä]inen$/.test(known.lemma) && known.flags & surname && isThanked(reader, index)) return true
  if (common || known.flags & (product | ambiguous)) return false
  if (hasTitle(reader, index)) return known.case !== 'local' || !(known.flags & place)
  if (word.pos !== 'name' || word.source !== 'lexicon' || known.flags & place) return false
  // Surnames without a capital or a title: only what cannot be anything else.
  if (known.case === 'local' || word.features.number === 'plural' || word.features.possessive) return false
  return (known.flags & first) !== 0 || /..nen$/i.test(word.lemma)
}

/** Whether the title before is the subject of a question or of "olla", and the word what is said of it. */
function isPredicate({ document: { tokens, words } }: Candidates, index: number): boolean {
  const title = words[index - 1]
  if (title?.features.case !== 'nominative' || title.features.number === 'plural') return true
  if (/^(?:olla|vara|be)$/.test(words[index - 2]?.lemma ?? '')) return true
  const next = words[index + 1]
  return next !== undefined && next.pos === 'noun' && tokens[index + 1]?.kind === 'word'
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
  // "Lääkäri Omasairaalasta": where a doctor is from.
  const local = /(?:ss[aä]|st[aä])$/.test(token.text)
  if (own.language === 'fi' && local) return false
  if (word.source === 'lexicon' || isPlaceName(own)) return false
  // English gives capitals to more words than names.
  if (foreign.test(token.text) && /^(?:fi|sv|en)$/.test(own.language) && token.text.length > 2) return true
  if (isParticled(reader, index)) return true
  if (!initial && isStrangerThanked(reader, index)) return true
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

/** Letters that Finnish, Swedish and English words do not have: who bears them is a person. */
const foreign = /[łńśźżćęąøæþðçğışñčďěňřťůýžđőűțșăĺľŕãõìòùŁŃŚŹŻĆĘĄØÆÞÐÇĞİŞÑČĎĚŇŘŤŮÝĐŐŰȚȘĂ]/u

/** "Kiitos Przemek Kowal avusta": two words behind thanks that nobody knows. */
function isStrangerThanked(reader: Candidates, index: number): boolean {
  const next = reader.at(index + 1)
  return (
    next?.capital === true &&
    !next.common &&
    !isPlaceName(next) &&
    !isInstitution(next) &&
    next.word.source !== 'lexicon' &&
    /^(?:kiitos|kiitokset|tack|thanks)$/i.test(reader.document.tokens[index - 1]?.text ?? '')
  )
}

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
    if (/^\p{Lu}(?:\.|:\p{Ll}{1,4})?$/u.test(next.token.text)) {
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
