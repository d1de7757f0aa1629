import type { QuestionKind } from '../types.js'
import type { Comprehension } from './comprehend.js'
import type { FeatureVector } from './features.js'
import { hashText } from './hash.js'
import { type LinearModel, probability } from './model.js'
import { Scorer } from './scorer.js'

const KIND = { category: 20, asked: 21 }
/** A category less likely than this says nothing of another framework's labels. */
const LEAST = 0.03

/** Hash of "the comment is about this category". */
export function categoryKey(category: string): number {
  return hashText(KIND.category, category)
}

const askedKey = (category: string, question: QuestionKind) => hashText(KIND.asked, `${category} ${question}`)

/**
 * The features of a crosswalk's own model: the comment's, and how likely each of our categories is, by itself and
 * under the kind of question. What comments of one language teach so holds in the others.
 */
export function withCategories(
  vector: FeatureVector,
  labels: readonly string[],
  probabilities: ArrayLike<number>,
  question: QuestionKind,
): FeatureVector {
  const keys = [...vector.keys]
  const values = [...vector.values]
  for (const [index, label] of labels.entries()) {
    const likely = probabilities[index] as number
    if (likely <= LEAST) continue
    const value = Math.sqrt(likely)
    keys.push(categoryKey(label), askedKey(label, question))
    values.push(value, value)
  }
  return { keys: Uint32Array.from(keys), values: Float32Array.from(values) }
}

/** Labels of another framework, likeliest first, for a comment whose scores for our categories are given. */
export type CrosswalkHead = (
  comprehension: Comprehension,
  question: QuestionKind,
  scores: Float32Array,
) => string[]

/**
 * A crosswalk by a model of its own (see `withCategories`).
 *
 * @param words whether the comment's words count; not where the model is shared by languages
 */
export function crosswalkHead(
  learnt: LinearModel,
  names: readonly string[],
  words: boolean,
  leaves: LinearModel,
): CrosswalkHead {
  const scorer = new Scorer(learnt, names, words)
  const keys = leaves.labels.map((label) => ({
    alone: categoryKey(label),
    good: askedKey(label, 'good'),
    improve: askedKey(label, 'improve'),
    general: askedKey(label, 'general'),
  }))
  return (comprehension, question, ours) => {
    scorer.score(comprehension, question)
    for (const [index, key] of keys.entries()) {
      const likely = probability(leaves, ours[index] as number)
      if (likely <= LEAST) continue
      const value = Math.sqrt(likely)
      scorer.add(key.alone, value)
      scorer.add(key[question], value)
    }
    const { scores, cuts } = scorer
    return learnt.labels
      .map((label, index) => ({ label, index, score: scores[index] as number }))
      .filter(({ index, score }) => score >= (cuts[index] as number))
      .sort((a, b) => b.score - a.score)
      .map(({ label }) => label)
  }
}
