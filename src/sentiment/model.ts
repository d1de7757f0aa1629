import { damaged, openPackedFile } from '../packedFile.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { briefly } from './brief.js'
import type { ClauseEvidence } from './clausePolarity.js'
import {
  deniedFrom,
  type FeatureSink,
  type Features,
  tellBeside,
  tellFeatures,
  tellSenses,
  WEIGHT,
} from './features.js'
import type { MentionModel, Scores } from './mentions.js'
import { COUNTED } from './traits.js'
import {
  addPrediction,
  decide,
  findInputs,
  type Judgement,
  type Network,
  type Offsets,
  scoreLabels,
  shareOf,
} from './verdict.js'
import type { Seen, View } from './view.js'
import type { Whole } from './whole.js'
import { ALL_BUCKETS } from './wordFeatures.js'
import { first, fourth, HEADS, lower, second, third, upper } from './wordSums.js'

/**
 * Logistic heads over one set of hashed features: whether something is praised or blamed, once as people say it to a
 * service and once as they say it elsewhere (one head for both knew each worse), and whether a service is spoken to.
 */
export interface Weights {
  /** The weights of the heads of a bucket lie side by side. */
  values: Int8Array | Float32Array
  scale: number
  bias: readonly number[]
  network: Network
  offsets: Offsets
  /** How mentions of categories are read; absent while it is learnt. */
  mentions?: MentionModel
}

interface PackedScores {
  inputs: number[]
  biases: number[]
}

interface PackedHeader {
  buckets: number
  heads: number
  scale: number
  bias: number[]
  network: PackedScores & { outputs: number[] }
  offsets: Offsets
  mentions: { priors: Record<string, number>; known: PackedScores; unknown: PackedScores }
}

/**
 * Views a packed model in place.
 *
 * @throws {PalauteError} `cannot_read` when the bytes are not a model of this version
 */
export function readWeights(bytes: Uint8Array): Weights {
  const { meta, section } = openPackedFile<PackedHeader>('sentiment', bytes)
  if (meta.buckets !== ALL_BUCKETS || meta.heads !== HEADS) throw damaged('sentiment')
  const { scale, bias, network, offsets, mentions } = meta
  return {
    values: section('weights', Int8Array),
    scale,
    bias,
    network: { ...scoresOf(network), outputs: Float32Array.from(network.outputs) },
    offsets,
    mentions: {
      priors: mentions.priors,
      known: scoresOf(mentions.known),
      unknown: scoresOf(mentions.unknown),
    },
  }
}

const scoresOf = ({ inputs, biases }: PackedScores): Scores => ({
  inputs: Float32Array.from(inputs),
  biases: Float32Array.from(biases),
})

export interface LearntPart {
  weights: Weights
  judge(
    view: View,
    clauses: readonly ClauseEvidence[],
    whole: Whole,
    question: QuestionKind,
    language: SupportedLanguage,
  ): Judged
}

/** A judgement with what the words of each clause lean to. */
export interface Judged extends Judgement {
  leans: readonly number[]
}

/** Log-odds of the heads. */
export interface Prediction {
  positive: number
  negative: number
  positiveElsewhere: number
  negativeElsewhere: number
  /** How surely the text is feedback on a service and not other talk. */
  feedback: number
}

const predictionOf = (sums: Float64Array): Prediction => ({
  positive: sums[0] as number,
  negative: sums[1] as number,
  positiveElsewhere: sums[2] as number,
  negativeElsewhere: sums[3] as number,
  feedback: sums[4] as number,
})

/** What a model says of listed features. */
export function predict(
  { values, scale, bias }: Pick<Weights, 'values' | 'scale' | 'bias'>,
  { buckets, values: strengths }: Features,
): Prediction {
  const sums = new Float64Array(HEADS)
  for (let i = 0; i < buckets.length; i += 1)
    for (let head = 0; head < HEADS; head += 1)
      sums[head] =
        (sums[head] as number) +
        (values[(buckets[i] as number) * HEADS + head] as number) * (strengths[i] as number)
  return predictionOf(sums.map((sum, head) => sum * scale + (bias[head] as number)))
}

/** What listed words of a clause give to praise beyond what they give to blame, in log-odds. */
export function leanOfListed(
  { values, scale }: Pick<Weights, 'values' | 'scale'>,
  { buckets, values: strengths }: Features,
): number {
  let sum = 0
  for (let i = 0; i < buckets.length; i += 1) {
    const at = (buckets[i] as number) * HEADS
    sum += ((values[at] as number) - (values[at + 1] as number)) * (strengths[i] as number)
  }
  return sum * scale
}

/** What the words of a clause give to praise beyond what they give to blame, in log-odds. */
export function leanOf({ scale, values }: Weights, { seen }: View, found: ClauseEvidence): number {
  const { clause } = found
  const from = deniedFrom(found)
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
  const senses = new Lean(values)
  tellSenses(senses, seen, found)
  const beside = new Lean(values)
  tellBeside(beside, seen, found)
  return (
    scale *
    (share(lemmas, WEIGHT.words, words) +
      share(spelling, WEIGHT.letters, letters) +
      share(senses.sum, WEIGHT.senses, senses.count) +
      share(beside.sum, WEIGHT.beside, beside.count))
  )
}

/** What buckets give to praise beyond what they give to blame. */
class Lean {
  sum = 0
  count = 0

  constructor(private readonly values: Weights['values']) {}

  pair(bucket: number): void {
    const at = bucket * HEADS
    this.sum += (this.values[at] as number) - (this.values[at + 1] as number)
    this.count += 1
  }
}

/** Adds weights up as the features are told: the same as `predict` on the list of them. */
class Sum implements FeatureSink {
  private plus = 0
  private minus = 0
  private plusElsewhere = 0
  private minusElsewhere = 0
  private service = 0
  private count = 0
  private readonly totals = new Float64Array(HEADS)

  constructor(private readonly weights: Weights) {}

  word(word: Seen, denied: boolean): void {
    const packed = denied ? word.denied : word.plain
    this.plus += first(packed)
    this.minus += second(packed)
    this.plusElsewhere += third(packed)
    this.minusElsewhere += fourth(packed)
    this.service += denied ? lower(word.service) : upper(word.service)
    this.count += 1
  }

  pair(bucket: number): void {
    const { values } = this.weights
    const at = bucket * HEADS
    this.plus += values[at] as number
    this.minus += values[at + 1] as number
    this.plusElsewhere += values[at + 2] as number
    this.minusElsewhere += values[at + 3] as number
    this.service += values[at + 4] as number
    this.count += 1
  }

  letters({ letters, lettersElsewhere, lettersToo }: Seen): void {
    this.plus += upper(letters)
    this.minus += lower(letters)
    this.plusElsewhere += upper(lettersElsewhere)
    this.minusElsewhere += lower(lettersElsewhere)
    this.service += upper(lettersToo)
    this.count += lower(lettersToo)
  }

  share(weight: number): void {
    const { totals } = this
    const each = weight / Math.sqrt(Math.max(1, this.count))
    totals[0] = (totals[0] as number) + each * this.plus
    totals[1] = (totals[1] as number) + each * this.minus
    totals[2] = (totals[2] as number) + each * this.plusElsewhere
    totals[3] = (totals[3] as number) + each * this.minusElsewhere
    totals[4] = (totals[4] as number) + each * this.service
    this.plus = 0
    this.minus = 0
    this.plusElsewhere = 0
    this.minusElsewhere = 0
    this.service = 0
    this.count = 0
  }

  rule(bucket: number, value: number): void {
    const { values } = this.weights
    const { totals } = this
    for (let head = 0, at = bucket * HEADS; head < HEADS; head += 1, at += 1)
      totals[head] = (totals[head] as number) + value * (values[at] as number)
  }

  prediction(): Prediction {
    const { totals, weights } = this
    const { scale, bias } = weights
    for (let head = 0; head < HEADS; head += 1)
      totals[head] = (totals[head] as number) * scale + (bias[head] as number)
    return predictionOf(totals)
  }
}

/** What a packed model says of a comment whose words were summed when first met: as `predict` on its features. */
export function sumUp(
  weights: Weights,
  view: View,
  clauses: readonly ClauseEvidence[],
  sums: { positive: number; negative: number },
  question: QuestionKind,
  language: SupportedLanguage,
): Prediction {
  const sum = new Sum(weights)
  tellFeatures(sum, view, clauses, sums, question, language)
  return sum.prediction()
}

export function learntPart(weights: Weights): LearntPart {
  return {
    weights,
    judge(view, clauses, whole, question, language) {
      const prediction = sumUp(weights, view, clauses, whole, question, language)
      const brief = briefly(view, clauses, whole)
      const share = shareOf(prediction, question !== 'general', brief)
      const inputs = findInputs(view, clauses, whole, brief, question, language)
      const leans = clauses.map((found) => leanOf(weights, view, found))
      addPrediction(inputs, prediction, share, leans)
      return {
        ...decide(scoreLabels(weights.network, inputs), share, weights.offsets, language, brief),
        leans,
      }
    },
  }
}
