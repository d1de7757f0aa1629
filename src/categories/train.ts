import { chooseThresholds, fitCalibration, type HeldOut } from './calibrate.js'
import { type Example, type FitOptions, fitLinear, quantize } from './fit.js'
import { type LinearModel, rowFinder, scoreLabels } from './model.js'

export interface TrainOptions extends FitOptions {
  /** Recall counts so many times as much as precision where thresholds are chosen; default 1.2. */
  beta?: number
  /** How much each comment counts where thresholds are chosen: to imitate another mix of labels. */
  thresholdWeights?: ArrayLike<number>
}

/** Scores of every comment by a model that has not seen its fold. */
export function scoreHeldOut(
  examples: readonly Example[],
  labels: readonly string[],
  folds: Int32Array,
  options: FitOptions = {},
): HeldOut {
  const width = labels.length
  const scores = new Float32Array(examples.length * width)
  const truths = new Uint8Array(examples.length * width)
  for (const fold of new Set(folds)) {
    if (fold < 0) continue
    const seen = examples.filter((_, index) => folds[index] !== fold)
    const model = quantize(fitLinear(seen, width, options), labels, options.rows)
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
    return { model: quantize(fitLinear(examples, labels.length, options), labels, options.rows), heldOut }
  }
  const calibration = fitCalibration(heldOut)
  const model = quantize(fitLinear(examples, labels.length, options), labels, options.rows)
  return {
    model: {
      ...model,
      ...calibration,
      thresholds: chooseThresholds(
        { ...heldOut, weights: options.thresholdWeights },
        calibration,
        options.beta ?? 1.2,
      ),
    },
    heldOut,
  }
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
