export {
  type CategoryMention,
  type CategoryOptions,
  type Classifier,
  type Likely,
  loadCategories,
} from './classifier.js'
export { type CorrectedShare, correctedShares, type ErrorRates, errorRates } from './correctedShares.js'
export {
  type ClassifierEvaluation,
  type EvaluateClassifierOptions,
  evaluateClassifier,
} from './evaluateClassifier.js'
export { type Evaluation, evaluateLabels, type Judged, type LabelScore } from './evaluation.js'
export type { Explanation } from './explanation.js'
export { type Correction, type LabelledComment, parseCorrections, parseLabelled } from './labelled.js'
export { type LearningPoint, learningCurve, worthLabelling } from './labellingPlan.js'
export type { ModelFile } from './modelFile.js'
export { askedOf, isClassifier, type Prediction, type PredictTexts } from './prediction.js'
export { loadDocumentReader } from './read.js'
export {
  bundledTaxonomies,
  type Category,
  loadSoteTaxonomy,
  loadTaxonomy,
  parseTaxonomy,
  type Taxonomy,
  type TaxonomyFinder,
} from './taxonomy.js'
export { LEAST_OF_LABEL, type TrainClassifierOptions, trainClassifier } from './trainClassifier.js'
