import type { QuestionKind } from '../types.js'
import type { FeatureVector } from './features.js'
import { hashText } from './hash.js'

const KIND = { category: 20, asked: 21 }
/** A category less likely than this says nothing of another framework's labels. */
const LEAST = 0.03

/** Hash of "the comment is about this category". */
export function categoryKey(category: string): number {
  return hashText(KIND.category, category)
}

/**
 * The features of a crosswalk's own model: the comment's, and how likely each of our categories is, by itself and
 * under the kind of question. What comments of one language teach so holds in the others.
 */
export function withCategories(
  vector: FeatureVector,
  labels: readonly string[],
  probabilities: ArrayLike<number>,
  question: QuestionKind,
  words: boolean,
): FeatureVector {
  const keys: number[] = []
  const values: number[] = []
  for (let at = 0; at < vector.keys.length; at += 1) {
    // Words of the comment itself are left out where the model is shared by languages.
    const word = (vector.concepts[at] as number) < 0 && (vector.tokens[at] as number) >= 0
    if (word && !words) continue
    keys.push(vector.keys[at] as number)
    values.push(vector.values[at] as number)
  }
  for (const [index, label] of labels.entries()) {
    const probability = probabilities[index] as number
    if (probability <= LEAST) continue
    const value = Math.sqrt(probability)
    keys.push(categoryKey(label), hashText(KIND.asked, `${label} ${question}`))
    values.push(value, value)
  }
  return {
    keys: Uint32Array.from(keys),
    values: Float32Array.from(values),
    tokens: new Int32Array(keys.length).fill(-1),
    concepts: new Int32Array(keys.length).fill(-1),
  }
}
