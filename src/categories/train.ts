import { chooseThresholds, fitCalibration, type HeldOut } from './calibrate.js'
import type { FeatureVector } from './features.js'
import { type Example, type FitOptions, fitLinear, quantize } from './fit.js'
import { type LinearModel, probability, rowFinder, scoreLabels } from './model.js'

export interface TrainOptions extends FitOptions {
  /** Recall counts so many times as much as precision where thresholds are chosen; default 1.2. */
  beta?: number
  /** Added to the bias of each label once learning is over: for another mix of labels than that of the examples. */
  shift?: readonly number[]
  /** How much each comment counts where thresholds are chosen: to imitate another mix of labels. */
  thresholdWeights?: ArrayLike<number>
  /** Features that comments have whatever they say (question, length): alone they must not reach a threshold. */
  silent?: readonly FeatureVector[]
}

/** Scores of every comment by a model that has not seen its fold. */
export function scoreHeldOut(
  examples: readonly Example[],
  labels: readonly string[],
  folds: Int32Array,
  options: TrainOptions = {},
): HeldOut {
  const width = labels.length
  const scores = new Float32Array(examples.length * width)
  const truths = new Uint8Array(examples.length * width)
  for (const fold of new Set(folds)) {
    if (fold < 0) continue
    const seen = examples.filter((_, index) => folds[index] !== fold)
    const model = fitted(seen, labels, options)
    const find = rowFinder(model.hashes)
    for (const [index, example] of examples.entries())
      if (folds[index] === fold)
        scoreLabels(model, find, example.vector, scores.subarray(index * width, (index + 1) * width))
  }
  for (const [index, { labels: mine }] of examples.entries())
    for (const label of mine) truths[index * width + label] = 1
  return { scores, truths, width }
}

/** Trains on all the examples; probabilities and thresholds come from held-out folds. */
export function trainModel(
  examples: readonly Example[],
  labels: readonly string[],
  folds: Int32Array,
  options: TrainOptions = {},
): { model: LinearModel; heldOut: HeldOut } {
  const heldOut = scoredOnly(scoreHeldOut(examples, labels, folds, options), folds, options.thresholdWeights)
  if (new Set(folds).size < 2) {
    // Nothing could be held out (all comments are near-duplicates): the scores as they are.
    const model = fitted(examples, labels, options)
    return { model: { ...model, thresholds: aboveSilence(model, model.thresholds, options.silent) }, heldOut }
  }
  const calibration = fitCalibration(heldOut)
  const model = fitted(examples, labels, options)
  const thresholds = chooseThresholds(
    { ...heldOut, weights: options.thresholdWeights },
    calibration,
    options.beta ?? 1.2,
  )
  return {
    model: {
      ...model,
      ...calibration,
      thresholds: aboveSilence({ ...model, ...calibration }, thresholds, options.silent),
    },
    heldOut,
  }
}

/** Log-odds that words must add before a label is given; more costs findings where comments are few. */
const SAID = 0.2
/** A label that nearly every comment has is given by words, however few: no threshold is lifted over this. */
const LIFTED = 0.9

/** Where many comments have a label, bias and question alone would give it: a text of unknown words must not have it. */
function aboveSilence(
  model: LinearModel,
  thresholds: Float32Array,
  silent: readonly FeatureVector[] = [],
): Float32Array {
  const find = rowFinder(model.hashes)
  const highest = model.bias.slice()
  const scores = new Float32Array(highest.length)
  for (const vector of silent) {
    scoreLabels(model, find, vector, scores)
    for (const [label, score] of scores.entries()) highest[label] = Math.max(highest[label] as number, score)
  }
  return thresholds.map((threshold, label) =>
    Math.max(threshold, Math.min(LIFTED, probability(model, (highest[label] as number) + SAID))),
  )
}

function fitted(examples: readonly Example[], labels: readonly string[], options: TrainOptions): LinearModel {
  const model = quantize(fitLinear(examples, labels.length, options), labels, options.rows)
  const { shift } = options
  return shift === undefined
    ? model
    : { ...model, bias: model.bias.map((bias, label) => bias + (shift[label] as number)) }
}

/** Leaves out comments of no fold (below zero), which are always learnt from and never scored. */
function scoredOnly(heldOut: HeldOut, folds: Int32Array, weights: ArrayLike<number> | undefined): HeldOut {
  const { width } = heldOut
  const kept = [...folds.keys()].filter((index) => (folds[index] as number) >= 0)
  if (kept.length === folds.length) return { ...heldOut, ...(weights === undefined ? {} : { weights }) }
  const scores = new Float32Array(kept.length * width)
  const truths = new Uint8Array(kept.length * width)
  for (const [at, index] of kept.entries()) {
    scores.set(heldOut.scores.subarray(index * width, (index + 1) * width), at * width)
    truths.set(heldOut.truths.subarray(index * width, (index + 1) * width), at * width)
  }
  return {
    scores,
    truths,
    width,
    ...(weights === undefined ? {} : { weights: kept.map((index) => weights[index] as number) }),
  }
}
