import type { QuestionKind } from '../types.js'
import type { Comprehension } from './comprehend.js'
import {
  conceptKeys,
  LENGTHS,
  lemmasOf,
  lengthClass,
  questionKeys,
  SHORT,
  wholeKeys,
  wordStrength,
} from './features.js'
import type { ConceptHit } from './matcher.js'
import { type LinearModel, type RowFinder, rowFinder } from './model.js'
import { WORD, type WordTable } from './wordTable.js'

/** Features of a concept in order: plain, a hint, denied, then with each kind of question; and their bits. */
const OF_CONCEPT = 6
const PLAIN = 1
const HINT = 2
const DENIED = 4
const ASKED = 3
const questions: readonly QuestionKind[] = ['good', 'improve', 'general']

/**
 * Scores comments by a model of hashed features. What a word gives to the labels is added up once and kept with the
 * word, so that a comment costs one addition a word and label. The same features as `extractFeatures`.
 */
export class Scorer {
  /** Log-odds of the labels of the comment scored last, before calibration. */
  readonly scores: Float32Array
  /** Score from which a label is given: its threshold, seen through the calibration. */
  readonly cuts: Float32Array
  private readonly find: RowFinder
  private readonly concepts: Int32Array
  private readonly asked: Int32Array
  private readonly width: number
  /** In units of the labels' scales: from the words, and from everything else. */
  private readonly fromWords: Int32Array
  private readonly fromRest: Int32Array
  /** Features seen of each concept in the comment scored last, and the concepts that have some. */
  private readonly seen: Uint8Array
  private readonly found: number[] = []
  private strength = 0
  /** What the words of a table add to the labels; `known` tells which have been worked out. */
  private sums = new Int16Array(0)
  private known = new Uint8Array(0)
  private table: WordTable | undefined
  private epoch = -1

  /**
   * @param names the concepts by number
   * @param words whether the words count, or concepts and question only
   */
  constructor(
    readonly model: LinearModel,
    names: readonly string[],
    private readonly words = true,
  ) {
    this.find = rowFinder(model.hashes)
    this.width = model.labels.length
    this.scores = new Float32Array(this.width)
    this.fromWords = new Int32Array(this.width)
    this.fromRest = new Int32Array(this.width)
    this.seen = new Uint8Array(names.length)
    this.concepts = new Int32Array(names.length * OF_CONCEPT)
    for (const [concept, name] of names.entries()) {
      const { plain, hint, denied, asked } = conceptKeys(name)
      const keys = [plain, hint, denied, ...questions.map((question) => asked[question])]
      this.concepts.set(keys.map(this.find), concept * OF_CONCEPT)
    }
    this.asked = Int32Array.from(
      questions.flatMap((question) =>
        LENGTHS.flatMap((_, length) => questionKeys(question, length).map(this.find)),
      ),
    )
    this.cuts = model.thresholds.map(
      (threshold) => (Math.log(threshold / (1 - threshold)) - model.intercept) / model.slope,
    )
  }

  /** Scores a comment; the answer stands in `scores` until the next. */
  score(
    { hits, table, length, words, different, counted }: Comprehension,
    question: QuestionKind,
  ): Float32Array {
    const { fromWords, fromRest, scores, width, model } = this
    fromWords.fill(0)
    fromRest.fill(0)
    this.strength = wordStrength(length)
    if (this.words)
      for (let i = 0; i < different; i += 1) {
        const from = this.sumsOf(table, words[counted[i] as number] as number)
        const { sums } = this
        for (let label = 0; label < width; label += 1)
          fromWords[label] = (fromWords[label] as number) + (sums[from + label] as number)
      }
    const asked = questions.indexOf(question)
    this.addConcepts(hits, asked)
    const at = (asked * LENGTHS.length + lengthClass(length)) * 2
    this.addRow(this.asked[at] as number)
    this.addRow(this.asked[at + 1] as number)
    if (length > 0 && length <= SHORT)
      for (const key of wholeKeys(question, lemmasOf(table, words, length))) this.addRow(this.find(key))
    for (let label = 0; label < width; label += 1)
      scores[label] =
        ((fromRest[label] as number) + this.strength * (fromWords[label] as number)) *
          (model.scales[label] as number) +
        (model.bias[label] as number)
    return scores
  }

  /** Adds a feature of a strength of its own to the scores of the comment scored last. */
  add(key: number, value: number): void {
    const row = this.find(key)
    if (row < 0) return
    const { weights, scales } = this.model
    for (let label = 0; label < this.width; label += 1)
      this.scores[label] =
        (this.scores[label] as number) +
        value * (weights[row * this.width + label] as number) * (scales[label] as number)
  }

  /** Log-odds that a word gives to a label in the comment scored last. */
  wordGain(table: WordTable, word: number, label: number): number {
    const at = this.sumsOf(table, word) + label
    return this.strength * (this.sums[at] as number) * (this.model.scales[label] as number)
  }

  /** Log-odds that a concept found in the comment scored last gives to a label. */
  conceptGain(concept: number, label: number): number {
    const seen = this.seen[concept] as number
    let sum = 0
    for (let feature = 0; feature < OF_CONCEPT; feature += 1) {
      const row = this.concepts[concept * OF_CONCEPT + feature] as number
      if ((seen & (1 << feature)) !== 0 && row >= 0)
        sum += this.model.weights[row * this.width + label] as number
    }
    return sum * (this.model.scales[label] as number)
  }

  /** Log-odds that the question, and the comment as a whole, give to a label in the comment scored last. */
  restGain(label: number): number {
    let rest = (this.fromRest[label] as number) * (this.model.scales[label] as number)
    for (const concept of this.found) rest -= this.conceptGain(concept, label)
    return rest
  }

  private addConcepts(hits: readonly ConceptHit[], asked: number): void {
    const { seen, found } = this
    for (let i = 0; i < found.length; i += 1) seen[found[i] as number] = 0
    found.length = 0
    const plain = PLAIN | (1 << (ASKED + asked))
    for (let i = 0; i < hits.length; i += 1) {
      const { concept, hint, negated } = hits[i] as ConceptHit
      const before = seen[concept] as number
      if (before === 0) found.push(concept)
      const now = before | (hint ? HINT : negated ? plain | DENIED : plain)
      if (now === before) continue
      seen[concept] = now
      for (let feature = 0; feature < OF_CONCEPT; feature += 1)
        if (((now ^ before) & (1 << feature)) !== 0)
          this.addRow(this.concepts[concept * OF_CONCEPT + feature] as number)
    }
  }

  private addRow(row: number): void {
    if (row < 0) return
    const { fromRest, width } = this
    const { weights } = this.model
    const start = row * width
    for (let label = 0; label < width; label += 1)
      fromRest[label] = (fromRest[label] as number) + (weights[start + label] as number)
  }

  /** Where in `sums` a word's stand, in units of the labels' scales. */
  private sumsOf(table: WordTable, word: number): number {
    if (table !== this.table || table.epoch !== this.epoch) {
      this.table = table
      this.epoch = table.epoch
      this.known.fill(0)
    }
    const { width } = this
    const from = word * width
    if (this.known[word] === 1) return from
    if (word >= this.known.length) {
      const known = new Uint8Array(Math.max(word + 1, this.known.length * 2))
      const sums = new Int16Array(known.length * width)
      known.set(this.known)
      sums.set(this.sums)
      this.known = known
      this.sums = sums
    }
    const { sums } = this
    const { weights } = this.model
    sums.fill(0, from, from + width)
    const record = word * WORD.size
    const end = table.records[record + WORD.features] as number
    for (let i = table.records[record + WORD.openings] as number; i < end; i += 1) {
      const row = this.find((table.pool[i] as number) >>> 0)
      if (row < 0) continue
      for (let label = 0; label < width; label += 1)
        sums[from + label] = (sums[from + label] as number) + (weights[row * width + label] as number)
    }
    this.known[word] = 1
    return from
  }
}
