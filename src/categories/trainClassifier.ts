import { PalauteError } from '../errors.js'
import { loadResource } from '../resources.js'
import { classifierFrom } from './classifier.js'
import { comprehend } from './comprehend.js'
import { conceptKeys, extractFeatures } from './features.js'
import type { Example } from './fit.js'
import { assignFolds, nearDuplicates } from './folds.js'
import { applyCorrections, type Correction, type LabelledComment } from './labelled.js'
import type { LinearModel } from './model.js'
import { encodeModel, type ModelFile } from './modelFile.js'
import { tableFor } from './modelOfTaxonomy.js'
import { openCategories, type PackedCategories } from './packed.js'
import { PRIOR_BIAS, priorOf } from './prior.js'
import { loadDocumentReader } from './read.js'
import { flatTaxonomy, loadSoteTaxonomy, type Taxonomy } from './taxonomy.js'
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
 * Trains a classifier on your own labelled comments. Where the labels are those of the bundled taxonomy, learning
 * starts from the bundled model; else from what the taxonomy's own words say, or from nothing.
 *
 * @returns the model as JSON, for `loadCategories({ model })` and `palaute evaluate --model`
 * @throws {PalauteError} `no_answers` with fewer than two labelled comments; `bad_option` for a label that the
 *   taxonomy does not have
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
  return encodeModel(model, prepared.taxonomy, { comments: prepared.comments.length })
}

/** Reads the comments and finds where learning starts from. Used by training and by its evaluation. */
export async function prepareTraining(
  given: readonly LabelledComment[],
  { taxonomy: own, corrections = [], folds = 3, beta = 1.2 }: TrainClassifierOptions,
): Promise<Prepared> {
  const [bytes, sote, documentOf] = await Promise.all([
    loadResource('categories'),
    loadSoteTaxonomy(),
    loadDocumentReader(),
  ])
  const packed = openCategories(bytes)
  const bundled = classifierFrom(packed, own ?? sote)
  const comments = applyCorrections(given, corrections, (correction) =>
    bundled.classify(documentOf(correction), correction.question ?? 'general').map(({ key }) => key),
  )
  if (comments.length < 2)
    throw new PalauteError('no_answers', 'Training needs at least two labelled comments.', {
      path: 'comments',
    })
  const taxonomy = own ?? taxonomyOf(comments, sote)
  const labels = taxonomy.categories.map(({ key }) => key)
  const numbers = new Map(labels.map((label, index) => [label, index]))
  const table = tableFor(packed, taxonomy)
  const read = comprehend(table)
  const keys = table.names.map(conceptKeys)
  const examples = comments.map((comment, index): Example => {
    const question = comment.question ?? 'general'
    return {
      vector: extractFeatures(
        read(documentOf(comment)),
        question,
        (concept) => keys[concept] as (typeof keys)[number],
      ),
      labels: comment.labels.map((label) => {
        const number = numbers.get(label)
        if (number === undefined)
          throw new PalauteError(
            'bad_option',
            `Comment ${index + 1} has a label that the taxonomy "${taxonomy.id}" does not have.`,
            { path: `${index}.labels` },
          )
        return number
      }),
    }
  })
  const learnt = packed.models.get('leaves')
  const start =
    learnt !== undefined && taxonomy.id === packed.taxonomy.id
      ? startFrom(learnt)
      : { prior: priorOf(labels, table), priorBias: labels.map(() => PRIOR_BIAS) }
  return {
    packed,
    taxonomy,
    labels,
    comments,
    examples,
    folds: assignFolds(nearDuplicates(comments.map(({ text }) => text)), Math.min(folds, comments.length)),
    options: { ...start, rate: 0.12, decay: 0.02, epochs: 8, rows: 15_000, beta },
  }
}

/** The bundled taxonomy where it knows every label, else a flat one of the labels as they are. */
function taxonomyOf(comments: readonly LabelledComment[], sote: Taxonomy): Taxonomy {
  const used = [...new Set(comments.flatMap(({ labels }) => labels))].sort()
  const known = new Set(sote.categories.map(({ key }) => key))
  if (used.every((label) => known.has(label))) return sote
  return flatTaxonomy(used)
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
