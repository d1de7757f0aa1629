import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { WordReading } from '../language/word.js'
import type { QuestionKind } from '../types.js'
import { chooseHits, type Hit } from './hits.js'
import type { Match } from './pattern.js'
import type { Rule } from './rules.js'
import type { View } from './view.js'

/** What the rules found in a clause: sums of graded words after negation, modifiers and wishes. */
export interface ClauseEvidence {
  clause: Clause
  positive: number
  negative: number
  /** Something is denied in it. */
  negated: boolean
  /** It wishes for something: conditional, "toivoisin", "should". */
  wish: boolean
  question: boolean
  /** Praise in quotation marks of one word. */
  scare: boolean
  hits: number
  /** Places of its negating words. */
  denials: readonly number[]
}

/** Denied praise is blame of nearly its weight; denied blame is weaker praise (litotes, VISK § 1639). */
const DENIED_PRAISE = 0.85
const DENIED_BLAME = 0.6
/** A clause that only denies something tells of a thing that did not happen. */
const BARE_DENIAL = 1
const WISH = 1.5
const QUESTION = 0.35
const CLEAR = 1.1
const EXCLAMATION = 1.15
const CAPITALS = 1.15
/** Words of others count less than the writer's own. */
const QUOTED = 0.8

/** Weighs one clause by the tables. Linear in its tokens and matches. */
export function weighClause(
  document: Document,
  view: View,
  clause: Clause,
  matches: readonly Match<Rule>[],
  used: Uint8Array,
  asked: QuestionKind,
): ClauseEvidence {
  const { words } = document
  const { first, last } = clause
  const hits = chooseHits(matches, view, first, last, used)
  const negators: { at: number; scope: string }[] = []
  const modifiers = new Map<number, Extract<Rule, { kind: 'modifier' }>>()
  const blocks: { at: number; sign: number }[] = []
  let wish = isWish(document, clause, used) || (asked === 'improve' && opensWithVerb(document, clause))
  const wished = hits.find((hit) => hit.grade < 0 && holdsConditional(document, hit))
  for (const match of matches) {
    const rule = match.value
    if (rule.kind === 'negator' && used[match.first] === 0 && negators.at(-1)?.at !== match.first)
      negators.push({ at: match.first, scope: rule.scope })
    else if (rule.kind === 'negator' && used[match.first] === 1) {
      const phrase = hits.find((hit) => hit.first <= match.first && match.first < hit.last)
      if (phrase && phrase.grade !== 0) blocks.push({ at: phrase.first, sign: Math.sign(phrase.grade) })
    } else if (rule.kind === 'modifier') {
      if (rule.modifier === 'wish') {
        if (asked === 'improve' && !hasVerbBefore(document, clause, match.first)) wish = true
      } else modifiers.set(match.last - 1, rule)
    }
  }
  addContractions(document, clause, used, negators)
  const result: ClauseEvidence = {
    clause,
    positive: 0,
    negative: 0,
    negated: negators.length > 0,
    wish: false,
    question: endsWith(document, clause, '?'),
    scare: false,
    hits: 0,
    denials: negators.map(({ at }) => at),
  }
  applyExcess(document, last, hits, modifiers)
  result.wish = wish || wished !== undefined
  let any = false
  let weakPositive = 0
  let weakNegative = 0
  for (const hit of hits) {
    const local = hit.first
    const reading = words[local] as WordReading
    // "Todella hyvin" praises; in "hyvin hidas" the word only strengthens the next.
    if (hit.at.length === 1 && modifiers.has(local) && hits.some((other) => other.first === local + 1))
      continue
    any = true
    // "Kukaan ei välittänyt" leaves no praise in the words that its denial governs, and the other way round.
    if (hit.at.length === 1 && blocks.some(({ at, sign }) => at < local && sign * hit.grade < 0)) continue
    let grade = hit.grade
    const before = modifiers.get(local - 1)
    if (before && before.modifier !== 'excess') grade *= before.factor
    if (isCapitals(document, local)) grade *= CAPITALS
    let turns = 0
    for (const negator of negators) if (governs(negator, hit, reading, hits, view)) turns += 1
    if (hit.at.length === 1 && turnsItself(reading, view.lemmas[local] as string)) turns += 1
    if (turns % 2 === 1) grade = grade > 0 ? -grade * DENIED_PRAISE : -grade * DENIED_BLAME
    else if (turns > 0) grade *= 0.8
    if (hit.at.length === 1 && isScareQuoted(document, local) && grade > 0) {
      grade = -grade
      result.scare = true
    }
    // What is wished for is not there.
    if ((wish || (wished !== undefined && wished !== hit)) && grade > 0) continue
    if (asked === 'improve' && grade > 0 && isComparative(reading) && !hasVerbBefore(document, clause, local))
      grade = -grade
    if (result.question) grade *= QUESTION
    if (clause.quoted) grade *= QUOTED
    if (hit.at.length === 1 && Math.abs(hit.grade) === 1) {
      if (grade > 0) weakPositive += grade
      else weakNegative -= grade
    } else if (grade > 0) result.positive += grade
    else result.negative -= grade
    result.hits += 1
  }
  // "Vastasi töykeästi": a word that hardly praises yields to one that clearly blames, and the other way round.
  if (result.negative < CLEAR) result.positive += weakPositive
  if (result.positive < CLEAR) result.negative += weakNegative
  if (!any && negators.length % 2 === 1 && last - first > 1)
    result.negative += result.question ? BARE_DENIAL * QUESTION : BARE_DENIAL
  if (wish) result.negative += result.question ? WISH * QUESTION : WISH
  if (endsWith(document, clause, '!')) {
    result.positive *= EXCLAMATION
    result.negative *= EXCLAMATION
  }
  return result
}

/** "Liian viileä", "too long": the excess itself is the blame, whatever the word. */
function applyExcess(
  document: Document,
  last: number,
  hits: Hit[],
  modifiers: ReadonlyMap<number, Extract<Rule, { kind: 'modifier' }>>,
): void {
  for (const [at, { modifier }] of modifiers) {
    if (modifier !== 'excess' || at + 1 >= last) continue
    const next = document.words[at + 1]
    if (next?.pos !== 'adjective' && next?.pos !== 'adverb') continue
    const held = hits.findIndex((hit) => hit.at.includes(at + 1))
    if (held >= 0) {
      const hit = hits[held] as Hit
      if (hit.at.length > 1) continue
      hits.splice(held, 1)
    }
    hits.push({ grade: -2, first: at + 1, last: at + 2, at: [at + 1] })
  }
}

function governs(
  negator: { at: number; scope: string },
  hit: Hit,
  reading: WordReading,
  hits: readonly Hit[],
  view: View,
): boolean {
  const { at, scope } = negator
  if (hit.at.includes(at)) return false
  if (scope === 'previous') return at > hit.first && at - hit.last < 2
  if (scope === 'next') return hit.first > at && hit.first - at <= 3
  // Swedish denies its verb after it ("lyssnade inte").
  if (hit.last === at && reading.pos === 'verb') return true
  if (hit.first > at) {
    // "Aldrig varit så nöjd", "en ole koskaan saanut näin hyvää hoitoa": what never was before is now.
    if (scope !== 'rare' && !hasEver(view, at, hit.first)) return true
    // "Harvoin saa näin hyvää": what is rare is the praise itself.
    for (let i = at + 1; i < hit.first; i += 1) if (soWords.has(view.forms[i] as string)) return false
    return true
  }
  // "Hyvää palvelua ei saanut": a fronted partitive is still under the negation (VISK § 1615).
  return (
    scope === 'clause' && reading.features.case === 'partitive' && !hits.some((other) => other.first > at)
  )
}

const everWords: ReadonlySet<string> = new Set(['aldrig', 'never', 'koskaan', 'ikinä', 'ever'])

function hasEver(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (everWords.has(view.forms[i] as string)) return true
  return false
}

const soWords: ReadonlySet<string> = new Set([
  'näin',
  'noin',
  'yhtä',
  'så',
  'here',
  'such',
  'so',
  'this',
  'lika',
])

/** Abessive and -matta deny their own base ("ongelmitta"); an adjective in -ton has its own entry. */
const turnsItself = (reading: WordReading, lemma: string): boolean =>
  reading.features.negative === true &&
  !/(?:t[oö]n|m[aä]t[oö]n|tta|ttä|tt[aä])$/.test(lemma) &&
  lemma !== 'ei'

const wishVerbs: ReadonlySet<string> = new Set([
  'borde',
  'skulle',
  'should',
  'could',
  'ought',
  'wish',
  'önskar',
])

/** A conditional that no entry of the table has used up, outside an if-clause. */
function isWish(document: Document, clause: Clause, used: Uint8Array): boolean {
  if (clause.link === 'condition') return false
  for (let i = clause.first; i < clause.last; i += 1) {
    if (used[i] === 1) continue
    const word = document.words[i]
    if (word?.features.mood === 'conditional') return true
    // "Tulkaa nopeammin" asks for it too (VISK § 1659).
    if (word?.features.mood === 'imperative' && word.features.number === 'plural' && !word.features.negative)
      return true
    if (word && wishVerbs.has((document.tokens[i]?.text ?? '').toLowerCase())) return true
  }
  return false
}

/** "Weren't", "won't": the reader says that the verb denies. */
function addContractions(
  document: Document,
  { first, last, sentence }: Clause,
  used: Uint8Array,
  negators: { at: number; scope: string }[],
): void {
  if (document.sentenceLanguages[sentence]?.code !== 'en') return
  for (let i = first; i < last; i += 1) {
    const word = document.words[i]
    if (word?.features.negative !== true || word.pos !== 'verb' || word.features.form !== undefined) continue
    if (used[i] === 0 && !negators.some(({ at }) => at === i)) negators.push({ at: i, scope: 'clause' })
  }
}

/** "Svara i telefonen", "Listen to the patient": a bare verb first, in answer to what should improve. */
function opensWithVerb(document: Document, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  const code = document.sentenceLanguages[clause.sentence]?.code
  if (sentence?.first !== clause.first || (code !== 'sv' && code !== 'en')) return false
  const word = document.words[clause.first]
  return word?.pos === 'verb' && word.features.tense === undefined && word.features.form === undefined
}

const holdsConditional = (document: Document, hit: Hit): boolean =>
  hit.at.some((i) => document.words[i]?.features.mood === 'conditional')

/** A finite verb before the place: the clause tells of something, it is not a bare wish ("Paremmat tuolit"). */
function hasVerbBefore(document: Document, clause: Clause, place: number): boolean {
  for (let i = clause.first; i < place; i += 1) {
    const word = document.words[i]
    if (word?.pos === 'verb' && word.features.form === undefined && word.features.mood !== 'imperative')
      return true
  }
  return false
}

const isComparative = ({ features, lemma }: WordReading): boolean =>
  features.degree === 'comparative' || /mmin$/.test(lemma) || comparatives.has(lemma)

const comparatives: ReadonlySet<string> = new Set(['bättre', 'better', 'snabbare', 'quicker', 'faster'])

function endsWith(document: Document, clause: Clause, mark: string): boolean {
  const sentence = document.sentences[clause.sentence]
  if (sentence === undefined) return false
  for (let i = sentence.last - 1; i >= Math.max(sentence.first, sentence.last - 3); i -= 1)
    if (document.tokens[i]?.text.startsWith(mark)) return true
  return false
}

function isCapitals(document: Document, i: number): boolean {
  const text = document.tokens[i]?.text ?? ''
  return text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase()
}

const quoteMarks: ReadonlySet<string> = new Set(['"', '”', '“', "'", '’', '«', '»'])

const isScareQuoted = (document: Document, i: number): boolean =>
  quoteMarks.has(document.tokens[i - 1]?.text ?? '') && quoteMarks.has(document.tokens[i + 1]?.text ?? '')
