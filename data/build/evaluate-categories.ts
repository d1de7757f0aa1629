import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseThresholds, fitCalibration } from '../../src/categories/calibrate.js'
import { conceptTable } from '../../src/categories/conceptTable.js'
import { type Evaluation, evaluateLabels } from '../../src/categories/evaluation.js'
import { conceptKeys, extractFeatures, type FeatureKind, wordHasher } from '../../src/categories/features.js'
import type { Example } from '../../src/categories/fit.js'
import { assignFolds, nearDuplicates } from '../../src/categories/folds.js'
import { matchConcepts } from '../../src/categories/matcher.js'
import { PRIOR_BIAS, priorOf } from '../../src/categories/prior.js'
import { parseTaxonomy } from '../../src/categories/taxonomy.js'
import { scoreHeldOut } from '../../src/categories/train.js'
import { readConcepts } from './categories.js'
import { documentReader, leafOptions, readLabelled } from './train-categories.js'

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
  const taxonomy = parseTaxonomy(JSON.parse(readFileSync(join(root, 'data/taxonomies/sote.json'), 'utf8')))
  const labels = taxonomy.categories.map(({ key }) => key)
  const table = conceptTable(readConcepts(root))
  const keys = table.names.map(conceptKeys)
  const documentOf = await documentReader()
  const { leaves } = readLabelled(join(root, 'data/comments'), [])
  const read = leaves.map((row) => {
    const document = documentOf(row)
    return { row, document, hits: matchConcepts(document, table.patterns) }
  })
  const hash = wordHasher()
  const groups = nearDuplicates(leaves.map(({ text }) => text))
  const files = [...new Set(leaves.map(({ file }) => file))]
  return runs.map(({ split, without = [], links = true }) => {
    const left = new Set(without)
    const examples = read.map(
      ({ row, document, hits }): Example => ({
        vector: extractFeatures(
          document,
          hits,
          row.question,
          (concept) => keys[concept] as (typeof keys)[number],
          hash,
          left,
        ),
        labels: row.labels.map((label) => labels.indexOf(label)).filter((label) => label >= 0),
      }),
    )
    const folds =
      split === 'folds' ? assignFolds(groups, 5) : Int32Array.from(leaves, ({ file }) => files.indexOf(file))
    const heldOut = scoreHeldOut(examples, labels, folds, {
      ...leafOptions,
      priorBias: labels.map(() => PRIOR_BIAS),
      ...(links && !left.has('concepts') ? { prior: priorOf(labels, table) } : {}),
    })
    const calibration = fitCalibration(heldOut)
    const thresholds = chooseThresholds(heldOut, calibration, leafOptions.beta ?? 1)
    const probabilities: { probability: number; right: boolean }[] = []
    const rows = leaves.map((row, index) => ({
      truth: row.labels,
      given: labels.filter((label, at) => {
        const score = heldOut.scores[index * labels.length + at] as number
        const probability = 1 / (1 + Math.exp(-(calibration.slope * score + calibration.intercept)))
        probabilities.push({ probability, right: row.labels.includes(label) })
        return probability >= (thresholds[at] as number)
      }),
    }))
    const domainOf = (label: string) => label.split('.')[0] as string
    const domains = evaluateLabels(
      rows.map(({ truth, given }) => ({ truth: truth.map(domainOf), given: given.map(domainOf) })),
    ).micro.f1
    const byFile = files.map((file) => {
      const mine = rows.filter((_, index) => leaves[index]?.file === file)
      return { file, comments: mine.length, micro: evaluateLabels(mine).micro.f1 }
    })
    return { ...evaluateLabels(rows, probabilities), domains, files: byFile }
  })
}
