import type { ClauseEvidence, WeighedHit } from './clausePolarity.js'
import { FINITE, GRADABLE, NOUN, PAST, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsLemma, listOf } from './wordLists.js'

const joining = listOf(
  'eikä ei eivät muttei mutta mut eivätkä olla olle se ne niin kovin oikein erityisen hirveän järin sinänsä myöskään edes kumminkaan kuitenkaan siis',
)
const changing = listOf(
  'parantua parata huonontua huonota pahentua paheta heikentyä heiketä kohentua muuttua lisääntyä vähentyä',
)
const no = listOf('ei eikä')
/** Who finds a fault or helps beside those whose work it is. */
const outsiders = listOf(
  'minä itse me äiti isä tytär poika vaimo mies puoliso sisko veli lapsi naapuri ystävä kaveri tuttava omainen potilas google netti internet tekoäly apteekki apteekkari farmaseutti yksityinen naapurikunta naapurikaupunki',
)
const CLEAR = 2

/** A denied hit in the comment, with what it comes to. */
interface Denied {
  found: ClauseEvidence
  hit: WeighedHit
  /** Of its word before the denial. */
  sign: number
}

/**
 * What clauses with a denial correct among them: "ei hyvä eikä huono" is neither, and of "ei hoputtanut, vaan kuunteli"
 * what is put in the place of the denied decides (VISK § 1106, § 1112).
 */
export function weighCorrections(view: View, clauses: readonly ClauseEvidence[]): void {
  let before: Denied | undefined
  for (let c = 0; c < clauses.length; c += 1) {
    const found = clauses[c] as ClauseEvidence
    for (const hit of found.hits) {
      const denied = deniedOf(view, found, hit)
      if (before && denied && isNeither(view, before, denied)) {
        takeBack(before)
        takeBack(denied)
        before = undefined
      } else before = denied
    }
    if (!found.negated && found.hits.length === 0) continue
    correct(view, found, clauses[c + 1])
    const next = clauses[c + 1]
    if (next !== undefined && found.negative > 0 && next.clause.sentence === found.clause.sentence)
      excuse(view, found, next)
  }
}

/** "Ei", and at most a copula and words of measure, before a graded word. */
function deniedOf({ seen }: View, found: ClauseEvidence, hit: WeighedHit): Denied | undefined {
  if (hit.grade === 0) return undefined
  for (let i = hit.first; i < hit.last; i += 1)
    if (no.has((seen[i] as Seen).lemma)) return { found, hit, sign: -Math.sign(hit.weight || hit.grade) }
  for (let i = hit.first - 1; i >= Math.max(found.clause.first - 1, 0) && i >= hit.first - 5; i -= 1) {
    const { lemma, form } = seen[i] as Seen
    if (no.has(lemma) || lemma === 'muttei') return { found, hit, sign: Math.sign(hit.grade) }
    if (!joining.has(form) && !joining.has(lemma)) return undefined
  }
  return undefined
}

function isNeither({ seen }: View, one: Denied, other: Denied): boolean {
  if (one.sign * other.sign >= 0) return false
  let contrast = false
  let again = false
  const from = (seen[other.hit.first] as Seen).lemma === 'ei' ? other.hit.first : one.hit.last
  for (let i = one.hit.last; i < other.hit.last; i += 1) {
    const { lemma, form, traits } = seen[i] as Seen
    if (no.has(lemma) || lemma === 'muttei') again = true
    if (form === 'mutta' || form === 'mut' || form === 'muttei') contrast = true
    if (i < other.hit.first && traits & WORD && !joining.has(form) && !joining.has(lemma)) return false
  }
  if (!again && from === one.hit.last) return false
  if ((seen[other.hit.last]?.traits ?? 0) & (FINITE | PAST)) return false
  const last = seen[other.hit.last - 1] as Seen
  const first = seen[one.hit.last - 1] as Seen
  if (contrast && !/k[aä]{2}n$/.test(last.form)) return false
  if ((last.traits | first.traits) & VERB) return changing.has(last.lemma) && changing.has(first.lemma)
  return (last.traits & NOUN) === (first.traits & NOUN) || (last.traits & first.traits & GRADABLE) !== 0
}

function takeBack({ found, hit }: Denied): void {
  if (hit.weight > 0) found.positive = Math.max(0, found.positive - hit.weight)
  else found.negative = Math.max(0, found.negative + hit.weight)
  hit.weight = 0
}

function correct(view: View, found: ClauseEvidence, next: ClauseEvidence | undefined): void {
  const { seen } = view
  const { first, last } = found.clause
  let denial = -1
  let turn = -1
  for (let i = first; i < last; i += 1) {
    const { lemma, form } = seen[i] as Seen
    if (lemma === 'ei') denial = i
    else if (form === 'vaan' && denial >= 0 && i > denial + 1) turn = i
  }
  if (denial < 0) return
  if (turn >= 0 && turn < last - 1) {
    if (found.positive > 0 && isOfOutsider(view, denial, turn, last)) {
      found.negative += found.positive
      found.positive = 0
    }
    return
  }
  if (next === undefined || next.clause.sentence !== found.clause.sentence) return
  if (turn < 0 && (seen[next.clause.first] as Seen).form !== 'vaan') return
  next.corrects = true
  const clear = next.hits.some(({ grade, weight }) => weight !== 0 && Math.abs(grade) >= CLEAR)
  if (clear && next.positive > next.negative) found.negative = 0
  else if (clear && next.negative > next.positive && !isOnly(view, next)) found.positive = 0
  else if (found.positive > found.negative && isOnly(view, next)) next.negative = 0
}

const firstPerson = listOf('en emme enkä emmekä emmä enmä')
const abilities = listOf(
  'osata tietää kuulla nähdä nukkua muistaa uskaltaa jaksaa pystyä kyetä pärjätä kävellä liikkua puhua syödä ymmärtää',
)
const askers = listOf('kuka kenen ketä kenelle miksi miten mitä mikä missä mihin mistä milloin kuinka onko')
const SAID = 1
const REACH = 4

/** "En osannut täyttää lomaketta, hoitaja auttoi": what the writer could not do is where the praise begins. */
function excuse({ seen }: View, found: ClauseEvidence, next: ClauseEvidence): void {
  if (next.positive < SAID || next.negative >= SAID || found.positive >= SAID) return
  // "En tiedä, kuka on omalääkärini" asks.
  if (askers.has((seen[next.clause.first] as Seen).form)) return
  const { first, last } = found.clause
  for (let i = first; i < last; i += 1) {
    if (!firstPerson.has((seen[i] as Seen).form)) continue
    for (let j = i + 1; j < Math.min(last, i + REACH); j += 1) {
      const { lemma, form } = seen[j] as Seen
      if (!abilities.has(lemma) && form !== 'muista') continue
      if (found.hits.some((hit) => hit.grade !== 0 && hit.first > j + 1)) return
      found.negative = 0
    }
    return
  }
}

/** "Vaan vasta kun": what only limits is no blame after a fault denied. */
const isOnly = ({ seen }: View, { hits }: ClauseEvidence): boolean =>
  hits.every(({ first, weight }) => weight >= 0 || (seen[first] as Seen).form === 'vasta')

/** "Ei lääkäri vaan minä itse huomasin": what others did is no praise of those who did not. */
function isOfOutsider({ seen }: View, denial: number, turn: number, last: number): boolean {
  let word = turn + 1
  while (word < last && ((seen[word] as Seen).traits & WORD) === 0) word += 1
  if (!outsiders.has(seen[word]?.lemma ?? '') && !outsiders.has(seen[word]?.form ?? '')) return false
  return !holdsLemma({ seen } as View, denial, turn, outsiders)
}
