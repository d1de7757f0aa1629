import { PalauteError } from '../errors.js'
import { loadResource } from '../resources.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { chooseThresholds, fitCalibration, type HeldOut } from './calibrate.js'
import { classifierFrom } from './classifier.js'
import { type ErrorRates, errorRates } from './correctedShares.js'
import { type Evaluation, evaluateLabels, type Judged } from './evaluation.js'
import { requireKnownLabels } from './knownLabels.js'
import { commentsChecksum, type LabelledComment } from './labelled.js'
import { decodeModel } from './modelFile.js'
import { openCategories } from './packed.js'
import { loadDocumentReader } from './read.js'
import { isOwn, type Taxonomy, taxonomyGiven } from './taxonomy.js'
import { scoreHeldOut } from './train.js'
import { prepareTraining } from './trainClassifier.js'

export interface EvaluateClassifierOptions {
  /** A model of `trainClassifier`, as JSON; default the bundled one. */
  model?: unknown
  taxonomy?: Taxonomy
  /** Instead of a model: train and test by turns on so many parts of the comments. */
  folds?: number
  /**
   * What is judged, where it is more than the classifier alone: an analyzer leaves out what a short answer or its
   * tone speaks against. Ask it with the same model and taxonomy.
   */
  analyze?: (
    text: string,
    choices: { question?: QuestionKind; language?: SupportedLanguage },
  ) => { categories: readonly { key: string }[] }
}

/** How well a classifier does, and on whose behalf. */
export interface ClassifierEvaluation extends Evaluation {
  /**
   * What gave the labels: `analysis`, the `classifier` alone, or (`held-out`) the probabilities of models that have not
   * seen the comment.
   */
  judged: 'analysis' | 'classifier' | 'held-out'
  /** Whether the model has learnt these very comments: its figures then flatter. */
  learnt: boolean
  /** Labels of the comments that a model of free labels does not have, and so never gives. */
  unknownLabels: string[]
  /** How rightly each label is given, for `correctedShares`. */
  rates: ErrorRates[]
}

/**
 * How well comments are classified that people have labelled: with the bundled model, with your own, or
 * (`folds`) with one trained on the other parts of the comments, near-duplicates on one side.
 *
 * @throws {PalauteError} `no_answers` without comments; `bad_option` for a label that the taxonomy does not have;
 *   `bad_model` for a model that is damaged, of another version or taxonomy, or of other labels than the comments
 * @example (await evaluateClassifier([{ text: 'Ruoka oli hyvää', labels: ['environment.food'] }])).comments // 1
 */
export async function evaluateClassifier(
  comments: readonly LabelledComment[],
  { model, taxonomy, folds, analyze }: EvaluateClassifierOptions = {},
): Promise<ClassifierEvaluation> {
  if (comments.length === 0)
    throw new PalauteError('no_answers', 'There are no labelled comments to evaluate on.', {
      path: 'comments',
    })
  if (folds !== undefined) return crossValidate(comments, folds, taxonomy)
  const [packed, documentOf, given] = await Promise.all([
    loadResource('categories').then(openCategories),
    loadDocumentReader(),
    taxonomyGiven(taxonomy),
  ])
  const decoded = model === undefined ? undefined : decodeModel(model)
  const classifier = classifierFrom(packed, given, decoded === undefined ? {} : { model: decoded })
  const unknownLabels = isOwn(classifier.taxonomy) ? unknownOf(comments, classifier.taxonomy) : []
  if (!isOwn(classifier.taxonomy)) requireKnownLabels(classifier.taxonomy, comments)
  const probabilities: { probability: number; right: boolean }[] = []
  const judged = comments.map((comment): Judged => {
    const { text, question = 'general', language } = comment
    const document = documentOf(comment)
    for (const { key, probability } of classifier.probabilities(document, question))
      probabilities.push({ probability, right: comment.labels.includes(key) })
    const found = analyze
      ? analyze(text, { question, ...(language ? { language } : {}) }).categories
      : classifier.classify(document, question)
    return { truth: comment.labels, given: found.map(({ key }) => key) }
  })
  return {
    ...evaluateLabels(judged, probabilities),
    judged: analyze ? 'analysis' : 'classifier',
    learnt: decoded?.file.about?.checksum === commentsChecksum(comments),
    unknownLabels,
    rates: errorRates(judged),
  }
}

/** Labels that a model of free labels lacks: a few may be rare ones, but most tell of other data. */
function unknownOf(comments: readonly LabelledComment[], { categories }: Taxonomy): string[] {
  const keys = new Set(categories.map(({ key }) => key))
  const used = comments.flatMap(({ labels }) => labels)
  const unknown = used.filter((label) => !keys.has(label))
  if (unknown.length * 2 > used.length)
    throw new PalauteError(
      'bad_model',
      `The model was made for other labels than those of the comments: it has ${[...keys].slice(0, 5).join(', ')}${keys.size > 5 ? ' ...' : ''}.`,
      { path: 'labels' },
    )
  return [...new Set(unknown)].sort()
}

async function crossValidate(
  comments: readonly LabelledComment[],
  folds: number,
  taxonomy: Taxonomy | undefined,
): Promise<ClassifierEvaluation> {
  const prepared = await prepareTraining(comments, { ...(taxonomy ? { taxonomy } : {}), folds })
  const heldOut = scoreHeldOut(prepared.examples, prepared.labels, prepared.folds, prepared.options)
  const rows = judgedRows(heldOut, prepared.comments, prepared.labels)
  return {
    ...evaluateLabels(rows.judged, rows.probabilities),
    judged: 'held-out',
    learnt: false,
    unknownLabels: [],
    rates: errorRates(rows.judged),
  }
}

/** Held-out scores with the calibration and thresholds that training would choose from them. */
export function judgedRows(
  heldOut: HeldOut,
  comments: readonly LabelledComment[],
  labels: readonly string[],
): { judged: Judged[]; probabilities: { probability: number; right: boolean }[] } {
  const calibration = fitCalibration(heldOut)
  const thresholds = chooseThresholds(heldOut, calibration, 1.2)
  const probabilities: { probability: number; right: boolean }[] = []
  const judged = comments.map((comment, row): Judged => {
    const given = labels.filter((label, at) => {
      const score = heldOut.scores[row * heldOut.width + at] as number
      const probability = 1 / (1 + Math.exp(-(calibration.slope * score + calibration.intercept)))
      probabilities.push({ probability, right: comment.labels.includes(label) })
      return probability >= (thresholds[at] as number)
    })
    return { truth: comment.labels, given }
  })
  return { judged, probabilities }
}
