import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { QuestionKind } from '../types.js'
import { isAside, isLittle } from './asides.js'
import { bareDenialAbroad, isAbroad } from './bareDenials.js'
import { isBelated, isStandard, latePlace, praisesElsewhere } from './comparison.js'
import { addReassurance, bareDenial, deniesApart, ownDenial } from './denials.js'
import { addExceptions } from './exceptions.js'
import { isSought, waitsForUs } from './expectations.js'
import { failuresOf, isHelpless } from './failing.js'
import { withoutDeniedBlame, withoutFrames } from './frames.js'
import { chooseHits, type Hit, namesForm } from './hits.js'
import { givesNegation, isMatrixVerb, matrixOf } from './matrix.js'
import { addOmissions, applyExcess, OMISSION } from './omissions.js'
import type { Match } from './pattern.js'
import { proposes } from './proposals.js'
import { asksWhy, endsWith, isQuestion, isRhetorical } from './questions.js'
import type { Rule } from './rules.js'
import { governs, type Negator } from './scope.js'
import { isCutOff } from './segments.js'
import { settingOf } from './setting.js'
import { settle } from './settling.js'
import { toppedAt, withoutDenials } from './topping.js'
import {
  CAPITALS,
  COMPARATIVE,
  CONDITIONAL,
  EXCLAIMS,
  holdsTrait,
  NOUN,
  OMITS,
  PARTITIVE,
  PAST,
  SELF_DENIED,
  SUCH,
} from './traits.js'
import {
  isCeased,
  isCircumstance,
  isCorrection,
  isDeniedSubject,
  isDespite,
  isDuty,
  isEscaped,
  isMockery,
  isPartOfNext,
  isPretended,
  isScareQuoted,
  isSubject,
} from './turns.js'
import type { Seen, View } from './view.js'
import { addWeak, isTopic } from './weakHits.js'
import {
  followsWish,
  hasVerbBefore,
  holdsConditional,
  isCondition,
  isHopedFor,
  isNamedWish,
  isPurpose,
} from './wishes.js'
import { wishOf } from './wishOf.js'

/** A graded stretch, by its tokens, and what is left of its grade. */
export interface WeighedHit {
  first: number
  last: number
  grade: number
  weight: number
}

/** What the rules found in a clause: sums of graded words after negation, modifiers and wishes. */
export interface ClauseEvidence {
  clause: Clause
  positive: number
  negative: number
  /** Something is denied in it. */
  negated: boolean
  /** It wishes for something: conditional, "toivoisin", "should". */
  wish: boolean
  /** It proposes a change. */
  proposal: boolean
  question: boolean
  /** The writer says nothing by it. */
  abstains?: true
  /** Praise in quotation marks of one word. */
  scare: boolean
  /** "Vaan kuunteli": it stands in the place of what was denied before it. */
  corrects?: true
  /** What it asks of nobody, wishes for or leaves decided over its words. */
  settled?: true
  /** Its only graded words are flat ("ihan ok", "menetteli"). */
  flat: boolean
  hits: WeighedHit[]
  /** Places of its negating words. */
  denials: readonly number[]
}

/** Denied praise is blame of nearly its weight; denied blame is weaker praise (litotes, VISK § 1639). */
const DENIED_PRAISE = 0.85
const DENIED_BLAME = 0.8
/** A clause that only denies something tells of a thing that did not happen. */
const BARE_DENIAL = 1
const WISH = 1.5
/** "Olisipa kaikilla tällainen lääkäri". */
const FOR_ALL = 2
/** Nothing should change. */
const CONTENT = 1
const QUESTION = 0.35
const EXCLAMATION = 1.15
const SHOUTED = 1.15
/** What came only after much else counts for little. */
const LATE = 0.3
/** Words of others are not the writer's own opinion. */
const QUOTED = 0.4
/** What the staff denied or refused in their own words is still told as blame. */
const QUOTED_BLAME = 0.8
/** "Vaikkei aikaa ollut varattu": what is granted is a circumstance. */
const GRANTED = 0.5
/** "Ei voisi parempaa olla". */
const TOPPED = 1.5
/** Praise that is told without belief; "ruoka ei ollut ok". */
const DOUBTED = 1.5

/** The row of the table for words that neither praise nor blame. */
const FLAT = '@lattea'
const isFlat = ({ entry, grade, at }: Hit): boolean => entry === FLAT || (grade === 0 && at.length > 1)

const NONE: readonly never[] = []

/** Weighs one clause by the tables. Linear in its tokens and matches. */
export function weighClause(
  document: Document,
  view: View,
  clause: Clause,
  matches: readonly Match<Rule>[],
  used: boolean[],
  asked: QuestionKind,
): ClauseEvidence {
  const { seen } = view
  const { last } = clause
  const matrix = matrixOf(document, view, clause)
  const topped = toppedAt(view, clause, matches, matrix === 'denies')
  const kept = topped < 0 ? matches : withoutDenials(view, matches, topped)
  const chosen = kept.length > 0 ? chooseHits(kept, view, clause, used) : []
  const denies = kept.some(({ value }) => value.kind === 'negator')
  const hits =
    denies && chosen.length > 0
      ? withoutDeniedBlame(view, withoutFrames(view, clause, chosen, used), used)
      : chosen
  const setting = settingOf(view, clause, kept, hits, used, asked)
  const { negators, modifiers, blocks } = setting
  for (const negator of negators) addReassurance(view, negator, hits)
  const { wishful, forAll, wish } = wishOf(document, view, clause, {
    setting,
    matrix,
    topped,
    hits,
    used,
    asked,
  })
  const wished = hits.find((hit) => hit.grade < 0 && holdsConditional(view, hit))
  const result: ClauseEvidence = {
    clause,
    positive: 0,
    negative: 0,
    negated: negators.length > 0,
    wish: wish || wished !== undefined,
    proposal: proposes(document, view, clause, used, setting.bareWish, asked),
    question: isQuestion(document, view, clause, wishful),
    scare: false,
    flat: negators.length === 0 && hits.length > 0 && hits.every(isFlat),
    hits: [],
    denials: negators.length > 0 ? negators.map(({ at }) => at).sort((x, y) => x - y) : NONE,
  }
  applyExcess(view, last, hits, modifiers)
  addOmissions(view, clause, used, hits)
  const asks = result.question && !isRhetorical(document, view, clause)
  const alone = document.clauses.length === 1
  const supposed =
    (clause.link === 'condition' && holdsTrait(view, clause.first, last, CONDITIONAL)) ||
    (clause.link === 'relative' && followsWish(document, view, clause)) ||
    (clause.link === 'complement' && negators.length === 0 && isHopedFor(view, clause))
  const late = hits.length > 0 ? latePlace(view, clause) : 0
  const own = denies ? ownDenial(view, clause, negators, hits) : undefined
  const gives = denies && givesNegation(view, clause)
  let any = false
  let weak: { hit: Hit; grade: number }[] | undefined
  for (const hit of hits) {
    const local = hit.first
    const { traits } = seen[local] as Seen
    const single = hit.at.length === 1
    // "Todella hyvin" praises; in "hyvin hidas" the word only strengthens the next.
    if (
      modifiers.size > 0 &&
      hit.at.every((at) => modifiers.has(at)) &&
      hits.some((other) => other.first === hit.last)
    )
      continue
    any = true
    const weighed: WeighedHit = { first: local, last: hit.last, grade: hit.grade, weight: 0 }
    result.hits.push(weighed)
    if (isStandard(view, hit, clause.first) || isPartOfNext(view, hit, hits) || isSubject(view, hit, hits))
      continue
    if (result.question && single && (seen[local] as Seen).form === 'oikein') continue
    if (denies && isDeniedSubject(view, hit, hits)) continue
    if (isAside(view, hit, hits)) continue
    if (waitsForUs(view, hit)) continue
    if (matrix === 'omits' || isEscaped(view, hit) || isSought(view, hit)) continue
    if ((gives && isMatrixVerb(view, hit)) || isHelpless(view, hit.last + 1)) continue
    if (forAll && hit.grade < 0 && holdsConditional(view, hit)) continue
    if (isDuty(view, hit)) {
      result.negative += BARE_DENIAL
      continue
    }
    if (matrix === 'asks' && single && (traits & NOUN || hit.grade === 1)) continue
    if (own && (single || hit.at[0] === own.at)) continue
    // "Kukaan ei välittänyt" leaves no praise in the words that its denial governs, and the other way round.
    if (
      blocks.some(
        ({ at, sign }) =>
          sign * (single && traits & SELF_DENIED ? -hit.grade : hit.grade) < 0 &&
          !isCorrection(view, at, hit, hits) &&
          ((at < local && !isCutOff(view, at, hit, hits)) || (at === hit.last && traits & PARTITIVE)),
      )
    )
      continue
    let grade =
      matrix === 'grants' && !single && hit.grade < 0 && holdsConditional(view, hit) ? -hit.grade : hit.grade
    const before = modifiers.get(local - 1)
    if (before && before.modifier !== 'excess') grade *= before.factor
    if (traits & CAPITALS) grade *= SHOUTED
    let turns = 0
    if (local === topped) grade *= TOPPED
    else {
      for (const negator of negators)
        if (governs(negator, hit, hits, view) && !isCorrection(view, negator.at, hit, hits)) turns += 1
      if (topped >= 0 && turns > 0) continue
    }
    if (matrix === 'denies' && local !== topped) turns += 1
    turns += failuresOf(view, clause, hit)
    if (isCeased(view, hit) || isLittle(view, clause, hit)) turns += 1
    // "Katsomatta silmiin": what the first word denies.
    if (
      hit.grade !== OMISSION &&
      traits & SELF_DENIED &&
      (single || traits & OMITS) &&
      // "Riittämätön", "viiveettä" as entries of their own have the grade of the denied word.
      !(hit.entry !== undefined && namesForm(hit.entry, (seen[local] as Seen).form))
    )
      turns += 1
    if (praisesElsewhere(view, clause, hit)) turns += 1
    if (turns % 2 === 1 && hit.entry === FLAT) grade = -DOUBTED
    else if (turns % 2 === 1) grade = grade > 0 ? -grade * DENIED_PRAISE : -grade * DENIED_BLAME
    else if (turns > 0) grade *= 0.8
    if (grade > 0 && matrix === 'doubts') grade = -DOUBTED
    if (grade > 0 && isMockery(view, clause, hit, hits, negators.length > 0)) {
      result.scare = true
      continue
    }
    if (grade > 0 && (isPretended(view, hit) || hit.at.some((at) => isScareQuoted(view, at)))) {
      grade = -grade
      result.scare = true
    }
    // What is wished for, or only supposed, is not there.
    if ((wish || supposed || (wished !== undefined && wished !== hit)) && grade > 0) continue
    // "Soitin kymmenen kertaa ennen kuin asia hoitui": what came only in the end.
    if (grade > 0 && (local > late || isBelated(view, clause, hit))) grade *= LATE
    if (
      asked === 'improve' &&
      grade > 0 &&
      ((traits & COMPARATIVE && !hasVerbBefore(view, clause, local)) ||
        (single && isNamedWish(view, clause, hit)))
    )
      grade = -grade
    // "Missä on inhimillisyys?": a phrase of blame is no question.
    // "Kenelle kuuluu vastuu näin huonosta hoidosta?" takes it for granted.
    if (
      asks &&
      (single || grade > 0) &&
      !((seen[local - 1]?.traits ?? 0) & SUCH) &&
      !(grade < -1 && asksWhy(view, clause))
    )
      grade *= QUESTION
    if ((grade < 0 && isCircumstance(view, hit)) || isDespite(view, hit)) grade *= LATE
    if (clause.quoted && !alone) grade *= grade > 0 ? QUOTED : QUOTED_BLAME
    if (Math.abs(hit.grade) === 1 || (single && isTopic(hit.grade, traits))) {
      weak ??= []
      weak.push({ hit, grade })
    } else if (grade > 0) result.positive += grade
    else result.negative -= grade
    weighed.weight = grade
  }
  if (weak) addWeak(view, result, weak)
  const share =
    (asks ? QUESTION : 1) *
    (clause.quoted && !alone ? QUOTED_BLAME : 1) *
    (clause.link === 'concession' ? GRANTED : 1)
  if (
    (!any || deniesApart(view, clause, negators, hits)) &&
    negators.length % 2 === 1 &&
    last - clause.first > 1 &&
    !(isCondition(view, clause) && !any) &&
    !gives &&
    matrix !== 'omits'
  ) {
    const denial = negators[0] as Negator
    const blame =
      BARE_DENIAL *
      (isAbroad(view, denial.at)
        ? bareDenialAbroad(view, clause, denial, asked === 'improve')
        : bareDenial(view, clause, denial))
    // "Ei mennyt yötä, ettei joku olisi käynyt".
    if (matrix === 'denies') result.positive += BARE_DENIAL
    else if (blame > 0) result.negative += blame * share
    else result.positive -= blame
  }
  // "Ei voi sanoa, että kaikkea olisi yritetty".
  if (
    !any &&
    matrix === 'denies' &&
    negators.length === 0 &&
    wishful &&
    holdsTrait(view, clause.first, last, PAST)
  )
    result.negative += BARE_DENIAL
  if (!any && matrix === 'grants') result.positive += BARE_DENIAL
  addExceptions(view, result, hits, denies)
  if (wish) result.negative += WISH * share
  if (forAll) result.positive += FOR_ALL
  settle(view, result, hits, wishful)
  if (clause.link !== undefined && isPurpose(view, clause.first)) result.negative = 0
  if (setting.content) result.positive += CONTENT
  // "Kiitos "avusta"": who mocks means no thanks either.
  if (result.scare) result.positive = 0
  if (endsWith(document, view, clause, EXCLAIMS)) {
    result.positive *= EXCLAMATION
    result.negative *= EXCLAMATION
  }
  return result
}
