import { PalauteError } from '../errors.js'
import type { Document } from '../language/document.js'
import type { Polarity, QuestionKind } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { BUCKETS, extractFeatures, type Features, isFeedback } from './features.js'
import type { View } from './view.js'
import type { Whole } from './whole.js'

/** Where a head must be for its sign to count, by what kind of text it is. */
export interface Thresholds {
  positive: number
  negative: number
  /** Both heads over these: mixed. */
  mixedPositive: number
  mixedNegative: number
}

/** Two logistic heads over one set of hashed features: something is praised; something is blamed. */
export interface Weights {
  /** Pairs (positive, negative) a bucket. */
  values: Int8Array | Float32Array
  scale: number
  bias: readonly [number, number]
  feedback: Thresholds
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
  judge(
    document: Document,
    view: View,
    clauses: readonly ClauseEvidence[],
    whole: Whole,
    question: QuestionKind,
  ): { label: Polarity; score: number; positive: number; negative: number }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export function predict(weights: Weights, features: Features): { positive: number; negative: number } {
  const { values, scale, bias } = weights
  const { buckets, values: strengths, count } = features
  let positive = 0
  let negative = 0
  for (let i = 0; i < count; i += 1) {
    const at = (buckets[i] as number) * 2
    const strength = strengths[i] as number
    positive += (values[at] as number) * strength
    negative += (values[at + 1] as number) * strength
  }
  return { positive: sigmoid(positive * scale + bias[0]), negative: sigmoid(negative * scale + bias[1]) }
}

/** The label of two probabilities: mixed where both are clear, else the one further over its threshold. */
export function decide(p: number, n: number, thresholds: Thresholds): Polarity {
  if (p >= thresholds.mixedPositive && n >= thresholds.mixedNegative) return 'mixed'
  const plus = p - thresholds.positive
  const minus = n - thresholds.negative
  if (plus < 0 && minus < 0) return 'neutral'
  return plus >= minus ? 'positive' : 'negative'
}

export function learntPart(weights: Weights): LearntPart {
  return {
    judge(document, view, clauses, whole, question) {
      const features = extractFeatures(document, view, clauses, whole, question)
      const { positive, negative } = predict(weights, features)
      const thresholds = isFeedback(document, question) ? weights.feedback : weights.other
      const label = decide(positive, negative, thresholds)
      const score = Math.round((positive - negative) * 1000) / 1000
      return { label, score, positive, negative }
    },
  }
}
