import { PalauteError } from '../errors.js'
import { loadResource } from '../resources.js'
import { classifierFrom } from './classifier.js'
import { comprehend } from './comprehend.js'
import { conceptKeys, extractFeatures, type FeatureVector, LENGTHS, questionKeys } from './features.js'
import type { Example } from './fit.js'
import { assignFolds, nearDuplicates } from './folds.js'
import { requireKnownLabels, taxonomyOfLabels } from './knownLabels.js'
import { applyCorrections, type Correction, commentsChecksum, type LabelledComment } from './labelled.js'
import type { LinearModel } from './model.js'
import { encodeModel, type ModelFile } from './modelFile.js'
import { modelFor, tableFor } from './modelOfTaxonomy.js'
import { openCategories, type PackedCategories } from './packed.js'
import { loadDocumentReader } from './read.js'
import { isOwn, type Taxonomy, taxonomyGiven } from './taxonomy.js'
import { type TrainOptions, trainModel } from './train.js'

export interface TrainClassifierOptions {
  /** The categories of the labels; default the bundled ones, or those that the labels name. */
  taxonomy?: Taxonomy
  /** What people changed in earlier findings; counts as labelled. */
  corrections?: readonly Correction[]
  /** Folds by which probabilities are calibrated; default 3. */
  folds?: number
  /** Above 1 favors recall over precision where thresholds are chosen; default 1.2. */
  beta?: number
}

/** Comments from which one held-out part is enough. */
const MANY = 900
/** Comments of a label below which what is learnt of it is a guess. */
export const LEAST_OF_LABEL = 10

/** What training starts from: the taxonomy of the labels, and the examples made ready. */
export interface Prepared {
  packed: PackedCategories
  taxonomy: Taxonomy
  labels: string[]
  comments: LabelledComment[]
  examples: Example[]
  folds: Int32Array
  options: TrainOptions
}

/**
 * Trains a classifier on your own labelled comments. A label needs some ten of them to be learnt; those with fewer
 * are listed in the model's `about.few`. Where the labels are those of the bundled taxonomy, learning
 * starts from the bundled model; else from what the taxonomy's own words say, or from nothing.
 *
 * @returns the model as JSON, for `loadCategories({ model })` and `palaute evaluate --model`
 * @throws {PalauteError} `no_answers` with fewer than two labelled comments; `bad_option` for a label that the
 *   taxonomy does not have (also one among many of the bundled taxonomy), or an option out of its range
 * @example
 * const model = await trainClassifier([
 *   { text: 'Kirjat olivat hukassa', labels: ['collection'] },
 *   { text: 'Ystävällinen palvelu', labels: ['service'] },
 * ])
 * model.labels // ['collection', 'service']
 */
export async function trainClassifier(
  comments: readonly LabelledComment[],
  options: TrainClassifierOptions = {},
): Promise<ModelFile> {
  const prepared = await prepareTraining(comments, options)
  // With many comments one part held out tells enough of probabilities, and training takes half the time.
  const folds =
    prepared.comments.length < MANY ? prepared.folds : prepared.folds.map((fold) => (fold === 0 ? 0 : -1))
  const { model } = trainModel(prepared.examples, prepared.labels, folds, prepared.options)
  return encodeModel(model, prepared.taxonomy, {
    comments: prepared.comments.length,
    checksum: commentsChecksum(comments),
    few: fewOf(prepared),
  })
}

/** Reads the comments and finds where learning starts from. Used by training and by its evaluation. */
export async function prepareTraining(
  given: readonly LabelledComment[],
  { taxonomy: own, corrections = [], folds = 3, beta = 1.2 }: TrainClassifierOptions,
): Promise<Prepared> {
  if (!Number.isInteger(folds) || folds < 2)
    throw new PalauteError('bad_option', 'Folds are a whole number from 2 up.', { path: 'folds' })
  if (!(beta > 0 && beta <= 10))
    throw new PalauteError(
      'bad_option',
      'Beta is above 0 and at most 10; 1 weighs recall and precision alike.',
      {
        path: 'beta',
      },
    )
  const [bytes, known, documentOf] = await Promise.all([
    loadResource('categories'),
    taxonomyGiven(own),
    loadDocumentReader(),
  ])
  const packed = openCategories(bytes)
  const taxonomy = own === undefined ? taxonomyOfLabels(known, given, corrections) : known
  requireKnownLabels(taxonomy, given, corrections)
  const table = tableFor(packed, taxonomy)
  // Of labels of one's own no classifier knows what a new comment has besides what a correction says.
  const before = isOwn(taxonomy) ? undefined : classifierFrom(packed, taxonomy)
  const comments = applyCorrections(
    given,
    corrections,
    before &&
      ((correction) =>
        before.classify(documentOf(correction), correction.question ?? 'general').map(({ key }) => key)),
  )
  if (comments.length < 2)
    throw new PalauteError('no_answers', 'Training needs at least two labelled comments.', {
      path: 'comments',
    })
  const labels = taxonomy.categories.map(({ key }) => key)
  const numbers = new Map(labels.map((label, index) => [label, index]))
  const read = comprehend(table)
  const keys = table.names.map(conceptKeys)
  const examples = comments.map(
    (comment): Example => ({
      vector: extractFeatures(
        read(documentOf(comment)),
        comment.question ?? 'general',
        (concept) => keys[concept] as (typeof keys)[number],
      ),
      labels: comment.labels.map((label) => numbers.get(label) as number),
    }),
  )
  const start = startFrom(modelFor(packed, taxonomy, table))
  return {
    packed,
    taxonomy,
    labels,
    comments,
    examples,
    folds: assignFolds(nearDuplicates(comments.map(({ text }) => text)), Math.min(folds, comments.length)),
    options: {
      ...start,
      rate: 0.12,
      decay: 0.02,
      epochs: 8,
      rows: 15_000,
      beta,
      silent: silentVectors(comments),
    },
  }
}

/** What comments have in common, whatever their words: question and length. */
function silentVectors(comments: readonly LabelledComment[]): FeatureVector[] {
  return [...new Set(comments.map(({ question = 'general' }) => question))].flatMap((question) =>
    LENGTHS.map((_, length) => {
      const keys = Uint32Array.from(questionKeys(question, length))
      return { keys, values: new Float32Array(keys.length).fill(1) }
    }),
  )
}

/** Labels that too few comments have to be learnt, of those that the bundled model does not know already. */
function fewOf({ packed, labels, comments }: Prepared): Record<string, number> {
  const counts = new Map<string, number>()
  for (const comment of comments)
    for (const label of comment.labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const known = new Set(packed.models.get('leaves')?.labels)
  return Object.fromEntries(
    labels
      .filter((label) => !known.has(label))
      .map((label) => [label, counts.get(label) ?? 0] as const)
      .filter(([, count]) => count > 0 && count < LEAST_OF_LABEL),
  )
}

function startFrom(model: LinearModel): Pick<TrainOptions, 'prior' | 'priorBias'> {
  const width = model.labels.length
  const prior = new Map<number, Float32Array>()
  for (let row = 0; row < model.hashes.length; row += 1)
    prior.set(
      model.hashes[row] as number,
      model.scales.map((scale, label) => scale * (model.weights[row * width + label] as number)),
    )
  return { prior, priorBias: [...model.bias] }
}
