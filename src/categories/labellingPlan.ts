import { PalauteError } from '../errors.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { type CategoryOptions, loadCategories } from './classifier.js'
import { judgedRows } from './evaluateClassifier.js'
import { evaluateLabels } from './evaluation.js'
import { nearDuplicates } from './folds.js'
import type { LabelledComment } from './labelled.js'
import { loadDocumentReader } from './read.js'
import { scoreHeldOut } from './train.js'
import { prepareTraining, type TrainClassifierOptions } from './trainClassifier.js'

export interface LearningPoint {
  /** Comments learnt from. */
  comments: number
  micro: number
  macro: number
}

/**
 * How F1 grows with comments: cross-validated on growing parts of the data. Where the curve still climbs, more
 * labelled comments pay.
 *
 * @param options.steps points of the curve, 1..20; default 4 (a quarter, a half, three quarters, all)
 * @throws {PalauteError} `bad_option` for other steps, and as `trainClassifier`
 */
export async function learningCurve(
  comments: readonly LabelledComment[],
  options: TrainClassifierOptions & { steps?: number } = {},
): Promise<LearningPoint[]> {
  const { steps = 4, ...rest } = options
  if (!Number.isInteger(steps) || steps < 1 || steps > 20)
    throw new PalauteError('bad_option', 'Steps are a whole number from 1 to 20.', { path: 'steps' })
  const prepared = await prepareTraining(comments, rest)
  const parts = Math.max(2, ...prepared.folds.map((fold) => fold + 1))
  const points: LearningPoint[] = []
  for (let step = 1; step <= steps; step += 1) {
    // Comments of a step are spread evenly, so that every part of the file is in each.
    const kept = prepared.examples
      .map((_, index) => index)
      .filter((index) => Math.floor(((index + 1) * step) / steps) > Math.floor((index * step) / steps))
    if (kept.length < 2) continue
    const heldOut = scoreHeldOut(
      kept.map((index) => prepared.examples[index] as (typeof prepared.examples)[number]),
      prepared.labels,
      Int32Array.from(kept, (index) => prepared.folds[index] as number),
      prepared.options,
    )
    const { judged } = judgedRows(
      heldOut,
      kept.map((index) => prepared.comments[index] as LabelledComment),
      prepared.labels,
    )
    const evaluation = evaluateLabels(judged)
    points.push({
      comments: Math.round((kept.length * (parts - 1)) / parts),
      micro: evaluation.micro.f1,
      macro: evaluation.macro.f1,
    })
  }
  return points
}

/**
 * The unlabelled comments that would teach the most: those whose categories are least certain, one of each group
 * of near-duplicates.
 *
 * @returns indices into `comments`, most worth first, at most `count` (default 50)
 * @throws {PalauteError} `bad_option` for a count that is not a whole number from 1 up, and as `loadCategories`
 */
export async function worthLabelling(
  comments: readonly { text: string; question?: QuestionKind; language?: SupportedLanguage }[],
  options: CategoryOptions & { count?: number } = {},
): Promise<{ index: number; uncertainty: number }[]> {
  const { count = 50, ...rest } = options
  if (!Number.isInteger(count) || count < 1)
    throw new PalauteError('bad_option', 'The count is a whole number from 1 up.', { path: 'count' })
  const [classifier, documentOf] = await Promise.all([loadCategories(rest), loadDocumentReader()])
  const groups = nearDuplicates(comments.map(({ text }) => text))
  const taken = new Set<number>()
  return comments
    .map((comment, index) => {
      const likely = classifier.probabilities(documentOf(comment), comment.question ?? 'general')
      // Entropy in bits: highest where a category is as likely as not, small where all are sure.
      const uncertainty = likely.reduce((sum, { probability: p }) => sum + entropy(p), 0)
      return { index, uncertainty }
    })
    .filter(({ uncertainty }) => uncertainty > 0)
    .sort((a, b) => b.uncertainty - a.uncertainty || a.index - b.index)
    .filter(({ index }) => {
      const group = groups[index] as number
      if (taken.has(group)) return false
      taken.add(group)
      return true
    })
    .slice(0, count)
}

function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p)
}
