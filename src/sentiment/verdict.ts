import type { Polarity, QuestionKind, SupportedLanguage } from '../types.js'
import type { Brief } from './brief.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { Prediction } from './model.js'
import { single } from './singlePrecision.js'
import type { View } from './view.js'
import { isTurn, NOTHING, type Whole } from './whole.js'

/** The order in which a verdict scores them. */
export const VERDICTS: readonly Polarity[] = ['positive', 'neutral', 'negative', 'mixed']

/**
 * A network of one hidden layer beside straight connections, that reads the label off the learnt log-odds and the
 * findings of the rules: how far to trust which of them hangs on the length, the question, the language and whether
 * a service is spoken of at all.
 */
export interface Network {
  /** For each input its weights to the hidden units, then to the four labels. */
  inputs: Float32Array
  /** Biases of the hidden units, then of the labels. */
  biases: Float32Array
  /** For each hidden unit its weights to the labels. */
  outputs: Float32Array
}

/** What is added to the score of each label, by what kind of text it is: for the best mean F1 of the four. */
export interface Offsets {
  /** For feedback, by language. */
  feedback: Record<SupportedLanguage, readonly number[]>
  other: readonly number[]
}

export const LABELS = 4
const SIGNS: readonly number[] = [1, 0, -1, 0]
const NEUTRAL = 1
const MIXED = 3
export const HIDDEN = 16
const PREDICTED = 9
const FACTS = 26
export const INPUTS = PREDICTED + FACTS

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Tokens at which a comment is half short, and how fast that changes. */
const SHORT = 11
const SOON = 2.5

/** Places of what was learnt, to be filled. */
const NOT_YET: readonly number[] = new Array(PREDICTED).fill(0)

/** What the rules found, as inputs of the network, after the places of what was learnt. */
export function findInputs(
  view: View,
  clauses: readonly ClauseEvidence[],
  whole: Whole,
  { clear, flat }: Brief,
  question: QuestionKind,
  language: SupportedLanguage,
): number[] {
  const size = view.seen.length
  let turn = 0
  let wish = 0
  let asks = 0
  let denies = 0
  let plus = 0
  let minus = 0
  let best = 0
  let worst = 0
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    if (isTurn(found)) turn = 1
    if (found.wish) wish = 1
    if (found.question && !found.settled) asks = 1
    if (found.negated) denies = 1
    const balance = found.positive - found.negative
    if (balance > 0 && found.positive >= 1) plus += 1
    if (balance < 0 && found.negative >= 1) minus += 1
    if (balance > best) best = balance
    if (-balance > worst) worst = -balance
  }
  const last = clauses[clauses.length - 1]
  const praise = Math.log1p(whole.positive)
  const blame = Math.log1p(whole.negative)
  return single([
    ...NOT_YET,
    praise,
    blame,
    Math.min(praise, blame),
    whole.label === 'positive' ? 1 : 0,
    whole.label === 'negative' ? 1 : 0,
    whole.label === 'mixed' ? 1 : 0,
    whole.positive + whole.negative < NOTHING ? 1 : 0,
    sigmoid((SHORT - size) / SOON),
    Math.log1p(size) / 4,
    Math.log1p(clauses.length) / 2,
    turn,
    wish,
    asks,
    denies,
    Math.min(plus, 3) / 2,
    Math.min(minus, 3) / 2,
    Math.log1p(best),
    Math.log1p(worst),
    last !== undefined && last.positive > last.negative ? 1 : 0,
    last !== undefined && last.negative > last.positive ? 1 : 0,
    language === 'sv' ? 1 : 0,
    language === 'en' ? 1 : 0,
    question === 'good' ? 1 : 0,
    question === 'improve' ? 1 : 0,
    clear ? 1 : 0,
    flat ? 1 : 0,
  ])
}

/** A brief answer shows little of what it is about, and who uses this reads feedback: what may be feedback is. */
const LEAN = 1
const STEEP = 3

/** How surely a brief comment that names care and is clear to the rules is feedback, at the least. */
const CLEARLY = 0.5

/** How surely a text is feedback: surely where it answers a question about the service. */
export function shareOf(prediction: Prediction, asked: boolean, { clear }: Brief): number {
  if (asked) return 1
  const learnt = sigmoid(STEEP * (prediction.feedback + LEAN))
  return clear ? Math.max(CLEARLY, learnt) : learnt
}

/** Puts what was learnt in its places: of the whole, and of the clauses the best, the worst and the last. */
export function addPrediction(
  inputs: number[],
  prediction: Prediction,
  share: number,
  leans: readonly number[],
): void {
  const { positive, negative, positiveElsewhere, negativeElsewhere } = prediction
  inputs[0] = Math.fround(positive / 3)
  inputs[1] = Math.fround(negative / 3)
  inputs[2] = Math.fround(Math.min(positive, negative) / 3)
  inputs[3] = Math.fround(positiveElsewhere / 3)
  inputs[4] = Math.fround(negativeElsewhere / 3)
  inputs[5] = Math.fround(share)
  let best = 0
  let worst = 0
  let last = 0
  for (let i = 0; i < leans.length; i += 1) {
    last = leans[i] as number
    if (last > best) best = last
    if (last < worst) worst = last
  }
  inputs[6] = Math.fround(best / 3)
  inputs[7] = Math.fround(worst / 3)
  inputs[8] = Math.fround(last / 3)
}

/** Scores of the labels, as log-odds. Most inputs are zero: those cost nothing. */
export function scoreLabels(
  { inputs, biases, outputs }: Network,
  given: ArrayLike<number>,
): readonly number[] {
  const width = HIDDEN + LABELS
  const sums: number[] = []
  for (let j = 0; j < width; j += 1) sums.push(biases[j] as number)
  for (let i = 0; i < INPUTS; i += 1) {
    const value = given[i] as number
    if (value === 0) continue
    for (let j = 0, at = i * width; j < width; j += 1, at += 1)
      sums[j] = Math.fround((sums[j] as number) + value * (inputs[at] as number))
  }
  for (let j = 0; j < HIDDEN; j += 1) {
    const value = sums[j] as number
    if (value <= 0) continue
    for (let label = 0; label < LABELS; label += 1)
      sums[HIDDEN + label] = Math.fround(
        (sums[HIDDEN + label] as number) + value * (outputs[j * LABELS + label] as number),
      )
  }
  return sums.slice(HIDDEN)
}

export interface Judgement {
  label: Polarity
  score: number
}

/**
 * The label of the highest score, each moved by its offset for this kind of text; a brief comment that says one thing
 * is not mixed, and one whose only graded words are flat is neutral.
 */
export function decide(
  scores: readonly number[],
  share: number,
  { feedback, other }: Offsets,
  language: SupportedLanguage,
  brief: Brief,
): Judgement {
  const own = feedback[language]
  let top = -1
  let highest = Number.NEGATIVE_INFINITY
  let total = 0
  let leaning = 0
  for (let label = 0; label < LABELS; label += 1) {
    const offset = share * (own[label] as number) + (1 - share) * (other[label] as number)
    const score = (scores[label] as number) + offset
    const allowed = brief.flat ? label === NEUTRAL : label !== MIXED || !brief.one
    if (allowed && score > highest) {
      highest = score
      top = label
    }
    const weight = Math.exp(score)
    total += weight
    leaning += (SIGNS[label] as number) * weight
  }
  const label = VERDICTS[top] as Polarity
  return { label, score: signed(label, leaning / total) }
}

/** Scores nearer to zero than this do not carry a sign; a mixed or neutral comment stays within the second. */
const SIGNED = 0.1
const MIDDLE = 0.45

/** A score that never contradicts its label. */
function signed(label: Polarity, difference: number): number {
  const score =
    label === 'positive'
      ? Math.max(SIGNED, difference)
      : label === 'negative'
        ? Math.min(-SIGNED, difference)
        : Math.max(-MIDDLE, Math.min(MIDDLE, difference))
  return Math.round(score * 1000) / 1000
}
