import { PalauteError } from '../errors.js'
import type { Polarity, QuestionKind, SupportedLanguage } from '../types.js'
import { type Brief, briefly } from './brief.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { type FeatureSink, type Features, tellFeatures, WEIGHT } from './features.js'
import { COUNTED } from './traits.js'
import type { Seen, View } from './view.js'
import type { Whole } from './whole.js'
import { BUCKETS } from './wordFeatures.js'
import { first, HEADS, lower, second, third, upper } from './wordSums.js'

/** Where a head must be for its sign to count, by what kind of text it is. */
export interface Thresholds {
  positive: number
  negative: number
  /** Both heads over these: mixed. */
  mixedPositive: number
  mixedNegative: number
}

/** Logistic heads over one set of hashed features: something is praised; something is blamed; a service is spoken of. */
export interface Weights {
  /** Three weights a bucket, one for each head. */
  values: Int8Array | Float32Array
  scale: number
  bias: readonly [number, number, number]
  /** For feedback, by language. */
  feedback: Record<SupportedLanguage, Thresholds>
  other: Thresholds
}

const MAGIC = 0x54_4c_41_50

/**
 * Views a packed model in place.
 *
 * @throws {PalauteError} `cannot_read` when the bytes are not a model of this version
 */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw wrongModel()
  const length = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))
  if (header.buckets !== BUCKETS) throw wrongModel()
  const start = Math.ceil((8 + length) / 8) * 8
  const [, offset, count] = header.sections.weights as [string, number, number]
  const { scale, bias, feedback, other } = header
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + start + offset, count)
  return { values, scale, bias, feedback, other }
}

const wrongModel = (): PalauteError =>
  new PalauteError('cannot_read', 'The packed data "sentiment" is of another version; reinstall palaute.')

export interface LearntPart {
  weights: Weights
  judge(
    view: View,
    clauses: readonly ClauseEvidence[],
    whole: Whole,
    question: QuestionKind,
    language: SupportedLanguage,
  ): Judgement
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export interface Prediction {
  positive: number
  negative: number
  /** How surely the text is feedback on a service and not other talk. */
  feedback: number
}

/** What a model says of listed features. */
export function predict(weights: Weights, { buckets, values: strengths }: Features): Prediction {
  const { values, scale, bias } = weights
  let positive = 0
  let negative = 0
  let feedback = 0
  for (let i = 0; i < buckets.length; i += 1) {
    const at = (buckets[i] as number) * HEADS
    const strength = strengths[i] as number
    positive += (values[at] as number) * strength
    negative += (values[at + 1] as number) * strength
    feedback += (values[at + 2] as number) * strength
  }
  return {
    positive: positive * scale + bias[0],
    negative: negative * scale + bias[1],
    feedback: feedback * scale + bias[2],
  }
}

/** What the words of a clause give to praise beyond what they give to blame, in log-odds. */
export function leanOf({ scale }: Weights, { seen }: View, { clause, denials }: ClauseEvidence): number {
  const from = denials.length > 0 ? (denials[0] as number) : clause.last
  let words = 0
  let lemmas = 0
  let spelling = 0
  let letters = 0
  for (let i = clause.first; i < clause.last; i += 1) {
    const word = seen[i] as Seen
    if (word.traits & COUNTED) {
      const packed = i >= from ? word.denied : word.plain
      lemmas += first(packed) - second(packed)
      words += 1
    }
    spelling += upper(word.letters) - lower(word.letters)
    letters += lower(word.lettersToo)
  }
  const share = (sum: number, weight: number, count: number) => (weight * sum) / Math.sqrt(Math.max(1, count))
  return scale * (share(lemmas, WEIGHT.words, words) + share(spelling, WEIGHT.letters, letters))
}

/** Adds weights up as the features are told: the same as `predict` on the list of them. */
class Sum implements FeatureSink {
  private plus = 0
  private minus = 0
  private service = 0
  private count = 0
  private totalPlus = 0
  private totalMinus = 0
  private totalService = 0

  constructor(private readonly weights: Weights) {}

  word(word: Seen, denied: boolean): void {
    const packed = denied ? word.denied : word.plain
    this.plus += first(packed)
    this.minus += second(packed)
    this.service += third(packed)
    this.count += 1
  }

  pair(bucket: number): void {
    const { values } = this.weights
    const at = bucket * HEADS
    this.plus += values[at] as number
    this.minus += values[at + 1] as number
    this.service += values[at + 2] as number
    this.count += 1
  }

  letters({ letters, lettersToo }: Seen): void {
    this.plus += upper(letters)
    this.minus += lower(letters)
    this.service += upper(lettersToo)
    this.count += lower(lettersToo)
  }

  share(weight: number): void {
    const each = weight / Math.sqrt(Math.max(1, this.count))
    this.totalPlus += each * this.plus
    this.totalMinus += each * this.minus
    this.totalService += each * this.service
    this.plus = 0
    this.minus = 0
    this.service = 0
    this.count = 0
  }

  rule(bucket: number, value: number): void {
    const { values } = this.weights
    const at = bucket * HEADS
    this.totalPlus += value * (values[at] as number)
    this.totalMinus += value * (values[at + 1] as number)
    this.totalService += value * (values[at + 2] as number)
  }

  prediction(): Prediction {
    const { scale, bias } = this.weights
    return {
      positive: this.totalPlus * scale + bias[0],
      negative: this.totalMinus * scale + bias[1],
      feedback: this.totalService * scale + bias[2],
    }
  }
}

/**
 * How much the rules count beside the weights where a service is spoken of, for which they were written: most in a
 * short comment, where they miss little. English has thousands of comments to learn from, so that there the weights
 * know better (cross-validated: .68 against .64).
 */
const RULES: Record<SupportedLanguage, { short: number; long: number }> = {
  fi: { short: 5, long: 1.5 },
  sv: { short: 2, long: 1 },
  en: { short: 0, long: 0 },
}
/** Tokens at which a comment is half short, and how fast that changes. */
const SHORT = 11
const SOON = 2.5

function trustIn(language: SupportedLanguage, size: number): number {
  const { short, long } = RULES[language]
  return long + (short - long) * sigmoid((SHORT - size) / SOON)
}

/** The learnt sense of feedback leans towards the talk of forums, of which it saw ten times as much. */
const LEAN = -0.5
const STEEP = 3
/** How surely a brief comment that names care and is clear to the rules is feedback, at the least. */
const CLEARLY = 0.5
/** A threshold that no probability reaches. */
const NEVER = 2

export interface Judgement {
  label: Polarity
  score: number
  positive: number
  negative: number
}

/**
 * Weighs learnt log-odds and rule sums into probabilities of praise and blame, and reads the label off thresholds
 * that lie between those of feedback and of other talk, by how surely it is feedback.
 */
export function judge(
  prediction: Prediction,
  rules: { positive: number; negative: number },
  asked: boolean,
  language: SupportedLanguage,
  size: number,
  weights: Pick<Weights, 'feedback' | 'other'>,
  brief?: Brief,
): Judgement {
  const learnt = asked ? 1 : sigmoid(STEEP * (prediction.feedback + LEAN))
  const share = brief?.clear ? Math.max(CLEARLY, learnt) : learnt
  const plus = Math.log1p(rules.positive)
  const minus = Math.log1p(rules.negative)
  const trust = trustIn(language, size) * share
  const positive = sigmoid(prediction.positive + trust * (plus - 0.5 * minus))
  const negative = sigmoid(prediction.negative + trust * (minus - 0.5 * plus))
  const between = (key: keyof Thresholds): number =>
    share * weights.feedback[language][key] + (1 - share) * weights.other[key]
  const label = brief?.flat
    ? 'neutral'
    : decide(positive, negative, {
        positive: between('positive'),
        negative: between('negative'),
        mixedPositive: brief?.one ? NEVER : between('mixedPositive'),
        mixedNegative: between('mixedNegative'),
      })
  return { label, score: scoreOf(label, positive - negative), positive, negative }
}

/** The label of two probabilities: mixed where both are clear, else that which reaches its threshold, or the higher. */
export function decide(p: number, n: number, thresholds: Thresholds): Polarity {
  if (p >= thresholds.mixedPositive && n >= thresholds.mixedNegative) return 'mixed'
  const praised = p >= thresholds.positive
  const blamed = n >= thresholds.negative
  if (praised && blamed) return p >= n ? 'positive' : 'negative'
  return praised ? 'positive' : blamed ? 'negative' : 'neutral'
}

/** Scores nearer to zero than this do not carry a sign; a mixed or neutral comment stays within the second. */
const SIGNED = 0.1
const MIDDLE = 0.45

/** A score that never contradicts its label. */
function scoreOf(label: Polarity, difference: number): number {
  const score =
    label === 'positive'
      ? Math.max(SIGNED, difference)
      : label === 'negative'
        ? Math.min(-SIGNED, difference)
        : Math.max(-MIDDLE, Math.min(MIDDLE, difference))
  return Math.round(score * 1000) / 1000
}

/** What a packed model says of a comment whose words were summed when first met: as `predict` on its features. */
export function sumUp(
  weights: Weights,
  view: View,
  clauses: readonly ClauseEvidence[],
  sums: { positive: number; negative: number },
  question: QuestionKind,
): Prediction {
  const sum = new Sum(weights)
  tellFeatures(sum, view, clauses, sums, question)
  return sum.prediction()
}

export function learntPart(weights: Weights): LearntPart {
  return {
    weights,
    judge(view, clauses, whole, question, language) {
      const prediction = sumUp(weights, view, clauses, whole, question)
      const brief = briefly(view, clauses, whole)
      return judge(prediction, whole, question !== 'general', language, view.seen.length, weights, brief)
    },
  }
}
