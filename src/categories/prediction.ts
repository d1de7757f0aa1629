import { PalauteError } from '../errors.js'
import type { Span } from '../types.js'
import type { CategoryMention, Classifier } from './classifier.js'
import type { Taxonomy } from './taxonomy.js'

/** What a model of your own says of one text: keys of the taxonomy; sure (1) and the whole text where not told. */
export interface Prediction {
  categories: readonly { key: string; confidence?: number; evidence?: readonly Span[] }[]
}

/** A model of your own that answers in its own time: one prediction a text, in order. */
export type PredictTexts = (texts: readonly string[]) => Promise<readonly Prediction[]>

/** Whether a value is a classifier as `loadCategories` gives it. */
export function isClassifier(value: unknown): value is Classifier {
  const { classify, taxonomy } = (value ?? {}) as Partial<Classifier>
  return typeof classify === 'function' && typeof taxonomy === 'object'
}

/**
 * Asks a model of texts and checks its answers against the taxonomy.
 *
 * @throws {PalauteError} `bad_model` where the answers are not one a text, a key is not of the taxonomy, a
 *   confidence is outside 0..1 or evidence is outside its text; the texts are not repeated
 */
export async function askedOf(
  predict: PredictTexts,
  texts: readonly string[],
  taxonomy: Taxonomy,
): Promise<CategoryMention[][]> {
  const predictions = await predict(texts)
  const fault = (why: string, path: string) =>
    new PalauteError('bad_model', `The classifier given answered wrongly: ${why}.`, { path })
  if (!Array.isArray(predictions) || predictions.length !== texts.length)
    throw fault(`${texts.length} texts need as many predictions`, 'classifier')
  const known = new Set(taxonomy.categories.map(({ key }) => key))
  return texts.map((text, index) =>
    ((predictions[index] as Prediction | undefined)?.categories ?? []).map(
      ({ key, confidence = 1, evidence = [{ start: 0, end: text.length }] }, at) => {
        const path = `classifier.${index}.categories.${at}`
        if (!known.has(key)) throw fault('a key is not of the taxonomy', `${path}.key`)
        if (!(confidence >= 0 && confidence <= 1))
          throw fault('a confidence is between 0 and 1', `${path}.confidence`)
        if (!evidence.every(({ start, end }) => start >= 0 && start < end && end <= text.length))
          throw fault('evidence lies inside its text', `${path}.evidence`)
        return { key, confidence, evidence: evidence.map(({ start, end }) => ({ start, end })) }
      },
    ),
  )
}
