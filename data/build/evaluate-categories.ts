import { join } from 'node:path'
import { chooseThresholds, fitCalibration, type HeldOut } from '../../src/categories/calibrate.js'
import { type Evaluation, evaluateLabels } from '../../src/categories/evaluation.js'
import type { FeatureKind } from '../../src/categories/features.js'
import { type LinearModel, probability, rowFinder, scoreLabels } from '../../src/categories/model.js'
import { scoreHeldOut, trainModel } from '../../src/categories/train.js'
import {
  categoryWorkshop,
  crosswalkTraining,
  foldsOf,
  type Labelled,
  leafOptions,
  leafTraining,
  readLabelled,
} from './train-categories.js'

/** How the comments are split: five parts at random, or one writer's file against the rest. */
export type Split = 'folds' | 'writers'

/**
 * Cross-validated figures of our leaves on our own comments: near-duplicates on one side, thresholds chosen on
 * the held-out scores themselves (a common one, drawn towards each label's own). For benchmarks/quality.
 */
export async function evaluateCategories(
  root: string,
  runs: readonly { split: Split; without?: readonly FeatureKind[]; links?: boolean }[],
): Promise<
  (Evaluation & { domains: number; files?: { file: string; micro: number; comments: number }[] })[]
> {
  const { leaves } = readLabelled(join(root, 'data/comments'), [])
  const files = [...new Set(leaves.map(({ file }) => file))]
  const results = []
  for (const { split, without = [], links = true } of runs) {
    const workshop = await categoryWorkshop(root, new Set(without))
    const { labels, exampleOf } = workshop
    const { prior, ...options } = leafTraining(workshop)
    const folds =
      split === 'folds' ? foldsOf(leaves) : Int32Array.from(leaves, ({ file }) => files.indexOf(file))
    const heldOut = scoreHeldOut(leaves.map(exampleOf), labels, folds, {
      ...options,
      ...(links && !without.includes('concepts') ? { prior } : {}),
    })
    const { rows, probabilities } = judged(heldOut, labels, leaves, leafOptions.beta ?? 1)
    const byFile = files.map((file) => {
      const mine = rows.filter((_, index) => leaves[index]?.file === file)
      return { file, comments: mine.length, micro: evaluateLabels(mine).micro.f1 }
    })
    results.push({ ...evaluateLabels(rows, probabilities), domains: domainsOf(rows), files: byFile })
  }
  return results
}

interface Row {
  truth: string[]
  given: string[]
}

/** Labels given by held-out scores, with the calibration and thresholds that training would choose from them. */
function judged(heldOut: HeldOut, labels: readonly string[], comments: readonly Labelled[], beta: number) {
  const calibration = fitCalibration(heldOut)
  const thresholds = chooseThresholds(heldOut, calibration, beta)
  const probabilities: { probability: number; right: boolean }[] = []
  const rows = comments.map((row, index): Row => {
    const given = labels.filter((label, at) => {
      const score = heldOut.scores[index * labels.length + at] as number
      const likely = 1 / (1 + Math.exp(-(calibration.slope * score + calibration.intercept)))
      probabilities.push({ probability: likely, right: row.labels.includes(label) })
      return likely >= (thresholds[at] as number)
    })
    return { truth: row.labels, given }
  })
  return { rows, probabilities }
}

function domainsOf(rows: readonly Row[]): number {
  const domain = (label: string) => label.split('.')[0] as string
  return evaluateLabels(
    rows.map(({ truth, given }) => ({ truth: truth.map(domain), given: given.map(domain) })),
  ).micro.f1
}

/**
 * Figures on other people's comments that nothing was learnt from: leaves by a model of our own comments alone, QDC
 * labels of Finnish and Swedish by a crosswalk learnt from the English ones, of English by five folds.
 */
export async function evaluateUnseen(
  root: string,
  folder: string,
): Promise<(Evaluation & { name: string; comments: number; domains: number })[]> {
  const workshop = await categoryWorkshop(root)
  const { labels, exampleOf, vectorOf } = workshop
  const own = readLabelled(join(root, 'data/comments'), []).leaves
  const { leaves, other } = readLabelled('', [folder])
  const { model } = trainModel(own.map(exampleOf), labels, foldsOf(own), leafTraining(workshop))
  const results: (Evaluation & { name: string; comments: number; domains: number })[] = []
  const report = (name: string, rows: Row[]) => {
    if (rows.length > 0)
      results.push({
        ...evaluateLabels(rows),
        name: `${name} (${rows.length})`,
        comments: rows.length,
        domains: domainsOf(rows),
      })
  }
  const of = (rows: readonly Labelled[], language: string) => rows.filter((row) => row.language === language)
  for (const language of ['fi', 'sv', 'en'])
    report(
      `leaves ${language}`,
      of(leaves, language).map((row) => ({ truth: row.labels, given: labelsBy(model, vectorOf(row)) })),
    )
  const english = of(other, 'en')
  if (english.length === 0) return results
  const shared = crosswalkTraining(workshop, model, english, false)
  const head = trainModel(shared.examples, shared.names, foldsOf(english), shared.options).model
  for (const language of ['fi', 'sv']) {
    const theirs = of(other, language)
    const { examples } = crosswalkTraining(workshop, model, theirs, false)
    report(
      `qdc ${language}`,
      theirs.map((row, index) => ({
        truth: row.labels,
        given: labelsBy(head, (examples[index] as (typeof examples)[number]).vector),
      })),
    )
  }
  const { names, examples, options } = crosswalkTraining(workshop, model, english, true)
  const heldOut = scoreHeldOut(examples, names, foldsOf(english), options)
  const weights = options.thresholdWeights
  const { rows } = judged({ ...heldOut, ...(weights ? { weights } : {}) }, names, english, options.beta ?? 1)
  report('qdc en, five folds', rows)
  report('qdc en, labels alike', alike(rows))
  return results
}

/** Comments of a label that are drawn. */
const DRAWN = 20

/** Rows drawn so that each label is about as usual as the others: the rarest first, in the order of the file. */
function alike(rows: readonly Row[]): Row[] {
  const all = new Map<string, number>()
  for (const { truth } of rows) for (const label of truth) all.set(label, (all.get(label) ?? 0) + 1)
  const counts = new Map<string, number>()
  const drawn = new Set<Row>()
  for (const [label] of [...all].sort((a, b) => a[1] - b[1]))
    for (const row of rows) {
      if ((counts.get(label) ?? 0) >= DRAWN) break
      if (drawn.has(row) || !row.truth.includes(label)) continue
      drawn.add(row)
      for (const each of row.truth) counts.set(each, (counts.get(each) ?? 0) + 1)
    }
  return [...drawn]
}

function labelsBy(model: LinearModel, vector: Parameters<typeof scoreLabels>[2]): string[] {
  const scores = new Float32Array(model.labels.length)
  scoreLabels(model, rowFinder(model.hashes), vector, scores)
  return model.labels.filter(
    (_, at) => probability(model, scores[at] as number) >= (model.thresholds[at] as number),
  )
}
