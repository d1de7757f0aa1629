import { PalauteError } from '../errors.js'
import { loadResource } from '../resources.js'
import { chooseThresholds, fitCalibration, type HeldOut } from './calibrate.js'
import { classifierFrom } from './classifier.js'
import { type Evaluation, evaluateLabels, type Judged } from './evaluation.js'
import type { LabelledComment } from './labelled.js'
import { decodeModel } from './modelFile.js'
import { openCategories } from './packed.js'
import { loadDocumentReader } from './read.js'
import { loadSoteTaxonomy, type Taxonomy } from './taxonomy.js'
import { scoreHeldOut } from './train.js'
import { prepareTraining } from './trainClassifier.js'

export interface EvaluateClassifierOptions {
  /** A model of `trainClassifier`, as JSON; default the bundled one. */
  model?: unknown
  taxonomy?: Taxonomy
  /** Instead of a model: train and test by turns on so many parts of the comments. */
  folds?: number
}

/**
 * How well comments are classified that people have labelled: with the bundled model, with your own, or
 * (`folds`) with one trained on the other parts of the comments, near-duplicates on one side.
 *
 * @throws {PalauteError} `no_answers` without comments; `bad_model` for a model that is damaged, of another
 *   version or of another taxonomy
 * @example (await evaluateClassifier([{ text: 'Ruoka oli hyvää', labels: ['environment.food'] }])).comments // 1
 */
export async function evaluateClassifier(
  comments: readonly LabelledComment[],
  { model, taxonomy, folds }: EvaluateClassifierOptions = {},
): Promise<Evaluation> {
  if (comments.length === 0)
    throw new PalauteError('no_answers', 'There are no labelled comments to evaluate on.', {
      path: 'comments',
    })
  if (folds !== undefined) return crossValidate(comments, folds, taxonomy)
  const [packed, documentOf] = await Promise.all([
    loadResource('categories').then(openCategories),
    loadDocumentReader(),
  ])
  const classifier = classifierFrom(packed, taxonomy ?? (await loadSoteTaxonomy()), {
    ...(model === undefined ? {} : { model: decodeModel(model) }),
  })
  const probabilities: { probability: number; right: boolean }[] = []
  const judged = comments.map((comment): Judged => {
    const likely = classifier.probabilities(documentOf(comment), comment.question ?? 'general')
    for (const { key, probability } of likely)
      probabilities.push({ probability, right: comment.labels.includes(key) })
    return { truth: comment.labels, given: likely.filter(({ given }) => given).map(({ key }) => key) }
  })
  return evaluateLabels(judged, probabilities)
}

async function crossValidate(
  comments: readonly LabelledComment[],
  folds: number,
  taxonomy: Taxonomy | undefined,
): Promise<Evaluation> {
  if (!Number.isInteger(folds) || folds < 2)
    throw new PalauteError('bad_option', 'Folds are a whole number from 2 up.', { path: 'folds' })
  const prepared = await prepareTraining(comments, { ...(taxonomy ? { taxonomy } : {}), folds })
  const heldOut = scoreHeldOut(prepared.examples, prepared.labels, prepared.folds, prepared.options)
  return judge(heldOut, prepared.comments, prepared.labels)
}

/** Judges held-out scores with the calibration and thresholds that training would choose from them. */
export function judge(
  heldOut: HeldOut,
  comments: readonly LabelledComment[],
  labels: readonly string[],
): Evaluation {
  const calibration = fitCalibration(heldOut)
  const thresholds = chooseThresholds(heldOut, calibration, 1.2)
  const probabilities: { probability: number; right: boolean }[] = []
  const rows = comments.map((comment, row): Judged => {
    const given = labels.filter((label, at) => {
      const score = heldOut.scores[row * heldOut.width + at] as number
      const probability = 1 / (1 + Math.exp(-(calibration.slope * score + calibration.intercept)))
      probabilities.push({ probability, right: comment.labels.includes(label) })
      return probability >= (thresholds[at] as number)
    })
    return { truth: comment.labels, given }
  })
  return evaluateLabels(rows, probabilities)
}
