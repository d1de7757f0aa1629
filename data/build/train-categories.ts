import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { comprehend } from '../../src/categories/comprehend.js'
import { conceptTable } from '../../src/categories/conceptTable.js'
import { categoryKey, withCategories } from '../../src/categories/crosswalkHead.js'
import { conceptKeys, extractFeatures, type FeatureKind } from '../../src/categories/features.js'
import type { Example } from '../../src/categories/fit.js'
import { assignFolds, nearDuplicates } from '../../src/categories/folds.js'
import { type LinearModel, probability, rowFinder, scoreLabels } from '../../src/categories/model.js'
import { encodeModel } from '../../src/categories/modelFile.js'
import { PRIOR_BIAS, priorOf } from '../../src/categories/prior.js'
import { parseTaxonomy } from '../../src/categories/taxonomy.js'
import { type TrainOptions, trainModel } from '../../src/categories/train.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type Document } from '../../src/language/index.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'
import { readConcepts } from './categories.js'

/** A comment with its labels, of whichever scheme its file is in. */
export interface Labelled {
  /** Writer or batch. */
  file: string
  text: string
  question: QuestionKind
  language: SupportedLanguage
  labels: string[]
}

interface Source {
  file: string
  comments: number
  sha256: string
}

/** What was found best by cross-validation (benchmarks/quality/categories.mjs prints the figures). */
export const leafOptions: TrainOptions = { rate: 0.08, decay: 0.08, epochs: 12, rows: 14_000, beta: 0.9 }
export const crosswalkOptions: TrainOptions = {
  rate: 0.08,
  decay: 0.08,
  epochs: 10,
  positive: 1,
  rows: 9_000,
  beta: 1.1,
}
/** Share of comments that a label of another framework is expected in, and how far labels are drawn to it. */
const EXPECTED = 0.06
const DRAWN = { words: 0.5, concepts: 0.25 }
/** Log-odds that a category gives to the first label that it is mapped to. */
const MAPPED = 8

const asked: Readonly<Record<string, QuestionKind>> = {
  what_good: 'good',
  could_improve: 'improve',
  nonspecific: 'general',
  good: 'good',
  improve: 'improve',
  general: 'general',
}

/** Our own comments, and in the folders given `leaves_*.jsonl` and `care_comments_*.jsonl`. */
export function readLabelled(own: string, folders: readonly string[]) {
  const leaves: Labelled[] = []
  const other: Labelled[] = []
  const sources: Source[] = []
  for (const folder of [own, ...folders])
    for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
      const mine = folder === own && file.endsWith('.jsonl')
      const known = /^(leaves|care_comments)_(fi|sv|en)\..*jsonl$/.exec(file)
      if (!mine && !known) continue
      const bytes = readFileSync(join(folder, file))
      const rows = bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
      sources.push({ file, comments: rows.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      for (const line of rows) {
        const row = JSON.parse(line) as Record<string, unknown>
        const language = (row.language ?? known?.[2]) as SupportedLanguage
        const text = (row.text ?? row[`text_${language}`]) as string
        const question = asked[row.question as string] ?? 'general'
        if (known?.[1] === 'care_comments')
          other.push({ file, text, question, language, labels: row.labels_v7 as string[] })
        else {
          const aspects = row.aspects as { category: string }[]
          leaves.push({
            file,
            text,
            question,
            language,
            labels: [...new Set(aspects.map(({ category }) => category))],
          })
        }
      }
    }
  return { leaves, other, sources }
}

/** Reads texts with the readers of all three languages. */
export async function documentReader(): Promise<(row: Labelled) => Document> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  return ({ text, language }) => createDocument(text, { readers, language })
}

/** What training and evaluation start from: the tables read once, and how a comment becomes features. */
export async function categoryWorkshop(root: string, without: ReadonlySet<FeatureKind> = new Set()) {
  const taxonomy = parseTaxonomy(JSON.parse(readFileSync(join(root, 'data/taxonomies/sote.json'), 'utf8')))
  const labels = taxonomy.categories.map(({ key }) => key)
  const table = conceptTable(readConcepts(root))
  const keys = table.names.map(conceptKeys)
  const read = comprehend(table, without)
  const documentOf = await documentReader()
  const vectorOf = (row: Labelled, words = true) =>
    extractFeatures(
      read(documentOf(row)),
      row.question,
      (concept) => keys[concept] as (typeof keys)[number],
      {
        words,
        without,
      },
    )
  const exampleOf = (row: Labelled): Example => ({
    vector: vectorOf(row),
    labels: numbersOf(labels, row.labels),
  })
  return { taxonomy, labels, table, vectorOf, exampleOf }
}
export type CategoryWorkshop = Awaited<ReturnType<typeof categoryWorkshop>>

function numbersOf(names: readonly string[], of: readonly string[]): number[] {
  return of.map((name) => names.indexOf(name)).filter((number) => number >= 0)
}

/** Five parts, near-duplicates on one side. */
export function foldsOf(rows: readonly Labelled[]): Int32Array {
  return assignFolds(nearDuplicates(rows.map(({ text }) => text)), 5)
}

/** How the leaves are learnt. */
export function leafTraining({ labels, table }: CategoryWorkshop): TrainOptions {
  return { ...leafOptions, prior: priorOf(labels, table), priorBias: labels.map(() => PRIOR_BIAS) }
}

/** Comments labelled in another framework as examples for its model, with what `leaves` says of them. */
export function crosswalkTraining(
  { taxonomy, labels, vectorOf }: CategoryWorkshop,
  leaves: LinearModel,
  rows: readonly Labelled[],
  words: boolean,
) {
  const names = [...new Set(rows.flatMap((row) => row.labels))].sort()
  const prior = new Map<number, Float32Array>()
  for (const { key, crosswalk } of taxonomy.categories) {
    const row = new Float32Array(names.length)
    for (const [rank, at] of numbersOf(names, crosswalk?.qdc ?? []).entries())
      row[at] = rank === 0 ? MAPPED : MAPPED / 2
    prior.set(categoryKey(key), row)
  }
  const frequency = new Map<string, number>()
  for (const row of rows)
    for (const label of row.labels) frequency.set(label, (frequency.get(label) ?? 0) + 1)
  const frequencies = (row: Labelled) => row.labels.map((label) => frequency.get(label) ?? 0)
  const find = rowFinder(leaves.hashes)
  const scores = new Float32Array(labels.length)
  const examples = rows.map((row): Example => {
    const vector = vectorOf(row)
    scoreLabels(leaves, find, vector, scores)
    const likely = scores.map((score) => probability(leaves, score))
    return {
      vector: withCategories(
        words && row.language === 'en' ? vector : vectorOf(row, false),
        labels,
        likely,
        row.question,
      ),
      labels: numbersOf(names, row.labels),
      weight: balance(frequencies(row), 0.5, 8),
    }
  })
  const options: TrainOptions = {
    ...crosswalkOptions,
    prior,
    priorBias: names.map(() => PRIOR_BIAS),
    // Odds of a label where it is as usual as the others (Saerens, Latinne & Decaestecker 2002), part of the way; less
    // of it where no words have taught how rare each is.
    shift: names.map(
      (name) =>
        (words ? DRAWN.words : DRAWN.concepts) *
        Math.log(EXPECTED / Math.max(0.0005, (frequency.get(name) ?? 0) / rows.length)),
    ),
    // Labels are wanted alike, rare ones too, whatever the mix of the comments that teach them.
    thresholdWeights: rows.map((row) => balance(frequencies(row), 0.8, 20)),
  }
  return { names, examples, options }
}

export async function trainCategories(folders: readonly string[], root = process.cwd()): Promise<void> {
  const workshop = await categoryWorkshop(root)
  const { taxonomy, labels, exampleOf } = workshop
  const { leaves, other, sources } = readLabelled(join(root, 'data/comments'), folders)
  const write = (name: string, model: LinearModel, about: Record<string, unknown>) =>
    writeFileSync(
      join(root, `data/models/categories-${name}.json`),
      `${JSON.stringify(encodeModel(model, taxonomy, { ...about, sources }), null, 1)}\n`,
    )
  const { model } = trainModel(leaves.map(exampleOf), labels, foldsOf(leaves), leafTraining(workshop))
  write('leaves', model, { comments: leaves.length, options: leafOptions })
  process.stderr.write(`leaves: ${leaves.length} comments, ${model.hashes.length} features\n`)
  if (other.length === 0) return
  for (const [name, words] of [
    ['qdc', false],
    ['qdc-en', true],
  ] as const) {
    const { names, examples, options } = crosswalkTraining(workshop, model, other, words)
    const { model: head } = trainModel(examples, names, foldsOf(other), options)
    write(name, head, { comments: other.length, options: crosswalkOptions })
    process.stderr.write(`${name}: ${other.length} comments, ${head.hashes.length} features\n`)
  }
}

/** Comments of rare labels count for more, so that the frequent ones do not crowd them out. */
export function balance(frequencies: readonly number[], power: number, most: number): number {
  const rarest = Math.min(2000, ...frequencies)
  return Math.min(most, Math.max(1 / most, (150 / rarest) ** power))
}
