import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { WordReading } from '../language/word.js'
import type { QuestionKind } from '../types.js'
import { isStandard, latePlace, praisesElsewhere } from './comparison.js'
import { chooseHits, type Hit } from './hits.js'
import type { Match } from './pattern.js'
import { isRhetorical } from './questions.js'
import type { Rule } from './rules.js'
import { addContractions, governs, type Negator, turnsItself } from './scope.js'
import type { View } from './view.js'
import { hasVerbBefore, holdsConditional, holdsMood, isComparative, isWish, opensWithVerb } from './wishes.js'

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
/** What came only after much else counts for little. */
const LATE = 0.3
/** Words of others are not the writer's own opinion. */
const QUOTED = 0.4

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
  const negators: Negator[] = []
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
      // "Kivut eivät loppuneet": a denial within a phrase that does not name it turns the phrase.
      if (phrase && !phrase.at.includes(match.first)) negators.push({ at: match.first, scope: rule.scope })
      else if (phrase && phrase.grade !== 0) blocks.push({ at: phrase.first, sign: Math.sign(phrase.grade) })
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
  const asks = result.question && !isRhetorical(document, view, clause)
  const alone = document.clauses.length === 1
  const supposed = clause.link === 'condition' && holdsMood(document, clause, 'conditional')
  const late = latePlace(view, clause)
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
    if (isStandard(document, view, hit, first)) continue
    // "Kukaan ei välittänyt" leaves no praise in the words that its denial governs, and the other way round.
    if (hit.at.length === 1 && blocks.some(({ at, sign }) => at < local && sign * hit.grade < 0)) continue
    let grade = hit.grade
    const before = modifiers.get(local - 1)
    if (before && before.modifier !== 'excess') grade *= before.factor
    if (isCapitals(document, local)) grade *= CAPITALS
    let turns = 0
    for (const negator of negators) if (governs(negator, hit, reading, hits, view)) turns += 1
    if (hit.at.length === 1 && turnsItself(reading, view.lemmas[local] as string)) turns += 1
    if (praisesElsewhere(document, view, clause, hit)) turns += 1
    if (turns % 2 === 1) grade = grade > 0 ? -grade * DENIED_PRAISE : -grade * DENIED_BLAME
    else if (turns > 0) grade *= 0.8
    if (hit.at.length === 1 && isScareQuoted(document, local) && grade > 0) {
      grade = -grade
      result.scare = true
    }
    // What is wished for, or only supposed, is not there.
    if ((wish || supposed || (wished !== undefined && wished !== hit)) && grade > 0) continue
    // "Soitin kymmenen kertaa ennen kuin asia hoitui": what came only in the end.
    if (grade > 0 && local > late) grade *= LATE
    if (asked === 'improve' && grade > 0 && isComparative(reading) && !hasVerbBefore(document, clause, local))
      grade = -grade
    if (asks) grade *= QUESTION
    if (clause.quoted && !alone) grade *= QUOTED
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
  const share = (asks ? QUESTION : 1) * (clause.quoted && !alone ? QUOTED : 1)
  if (!any && negators.length % 2 === 1 && last - first > 1) result.negative += BARE_DENIAL * share
  if (wish) result.negative += WISH * share
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
