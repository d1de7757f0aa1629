import type { Document } from '../language/document.js'
import type { Polarity, QuestionKind, Span } from '../types.js'
import type { Assessment } from './assessor.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { leanOf, type Weights } from './model.js'
import { single } from './singlePrecision.js'
import type { View } from './view.js'

/** Linear scores of praise, neither and blame. */
export interface Scores {
  /** For each input its weights to the three. */
  inputs: Float32Array
  biases: Float32Array
}

/** Weights by which a mention of a category is read. */
export interface MentionModel {
  /** Log-odds of praise by category: queues are blamed, manners are praised. */
  priors: Readonly<Record<string, number>>
  /** For categories with such odds. */
  known: Scores
  /** For those of a taxonomy of one's own. */
  unknown: Scores
}

/** What was found in a comment, for the mentions in it. */
export interface Heard {
  document: Document
  view: View
  clauses: readonly ClauseEvidence[]
  question: QuestionKind
  weights: Weights
  /** Learnt lean of each clause; worked out for the first mention where the label did not need it. */
  leans?: readonly number[] | undefined
}

export const MENTION_LABELS = ['positive', 'neutral', 'negative'] as const
export const MENTION_INPUTS = 31

const overlaps = (x: Span, y: Span): boolean => x.start < y.end && y.start < x.end

/** Characters at which a graded word counts half for a mention. */
const NEAR = 12

/** Sums of graded words in the clauses of a mention, by how near they are to its evidence. */
function nearby({ document }: Heard, { hits }: ClauseEvidence, evidence: readonly Span[]): [number, number] {
  let praise = 0
  let blame = 0
  for (const { first, last, weight } of hits) {
    const start = document.tokens[first]?.start ?? 0
    const end = document.tokens[last - 1]?.end ?? 0
    let distance = Number.POSITIVE_INFINITY
    for (const span of evidence)
      distance = Math.min(
        distance,
        start >= span.end ? start - span.end : span.start >= end ? span.start - end : 0,
      )
    const counted = weight / (1 + distance / NEAR)
    if (counted > 0) praise += counted
    else blame -= counted
  }
  return [praise, blame]
}

const signOf = ({ positive, negative }: ClauseEvidence): number => Math.log1p(positive) - Math.log1p(negative)

/** What speaks for how a mention is meant: the comment, the clauses of its evidence, their neighbors, its category. */
export function mentionInputs(
  heard: Heard,
  { label, score }: Pick<Assessment, 'label' | 'score'>,
  evidence: readonly Span[],
  prior: number,
): readonly number[] {
  const { view, clauses, question, weights } = heard
  heard.leans ??= clauses.map((found) => leanOf(weights, view, found))
  const { leans } = heard
  let first = -1
  let last = -1
  let own = { praise: 0, blame: 0, near: 0, against: 0, lean: 0, wish: 0 }
  const all = { praise: 0, blame: 0, lean: 0 }
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const lean = leans[i] as number
    all.praise += found.positive
    all.blame += found.negative
    all.lean += lean
    if (!evidence.some((span) => overlaps(span, found.clause))) continue
    if (first < 0) first = i
    last = i
    const [near, against] = nearby(heard, found, evidence)
    own = {
      praise: own.praise + found.positive,
      blame: own.blame + found.negative,
      near: own.near + near,
      against: own.against + against,
      lean: own.lean + lean,
      wish: found.wish ? 1 : own.wish,
    }
  }
  const here = clauses[first]
  const before = first > 0 ? clauses[first - 1] : undefined
  const after = first >= 0 ? clauses[last + 1] : undefined
  const sentence = { praise: 0, blame: 0 }
  for (const { clause, positive, negative } of clauses)
    if (clause.sentence === here?.clause.sentence) {
      sentence.praise += positive
      sentence.blame += negative
    }
  const mean = all.lean / Math.max(1, clauses.length)
  const bound = (neighbor: ClauseEvidence): number =>
    signOf(neighbor) * (neighbor.clause.sentence === here?.clause.sentence ? 1 : 0.5)
  const is = (holds: boolean): number => (holds ? 1 : 0)
  return single([
    is(label === 'positive'),
    is(label === 'negative'),
    is(label === 'mixed'),
    is(label === 'neutral'),
    score,
    Math.log1p(own.praise),
    Math.log1p(own.blame),
    own.lean / 3,
    mean / 3,
    (own.lean - mean) / 3,
    Math.log1p(own.near),
    Math.log1p(own.against),
    own.wish,
    after ? bound(after) : 0,
    before ? bound(before) : 0,
    (leans[last + 1] ?? 0) / 4,
    (leans[first - 1] ?? 0) / 4,
    is(after?.clause.link === 'contrast'),
    is(here?.clause.link === 'contrast'),
    is(here?.clause.link === 'concession'),
    Math.log1p(all.praise) / 2,
    Math.log1p(all.blame) / 2,
    Math.log1p(sentence.praise),
    Math.log1p(sentence.blame),
    is(first <= 0),
    (first + 0.5) / Math.max(1, clauses.length),
    Math.log(Math.max(1, clauses.length)) / 2,
    is(question === 'good'),
    is(question === 'improve'),
    prior / 2,
    label === 'mixed' ? prior / 2 : 0,
  ])
}

/** The polarity of a mention by its inputs. */
export function readMention({ inputs, biases }: Scores, given: readonly number[]): Polarity {
  let best = 0
  let highest = Number.NEGATIVE_INFINITY
  for (let label = 0; label < 3; label += 1) {
    let score = biases[label] as number
    for (let i = 0; i < MENTION_INPUTS; i += 1)
      score += (given[i] as number) * (inputs[i * 3 + label] as number)
    if (score > highest) {
      highest = score
      best = label
    }
  }
  return MENTION_LABELS[best] as Polarity
}

/**
 * The polarity of a mention where nothing was learnt, or the comment is a short answer: that of the strongest of the
 * clauses that hold its evidence, else that of the whole comment.
 */
export function polarityOfClauses({ clauses, label }: Assessment, evidence: readonly Span[]): Polarity {
  let best: Assessment['clauses'][number] | undefined
  for (const clause of clauses) {
    if (clause.label === 'neutral' || !evidence.some((span) => overlaps(span, clause))) continue
    if (best === undefined || Math.abs(clause.score) > Math.abs(best.score)) best = clause
  }
  return best?.label ?? label
}
