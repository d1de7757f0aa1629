import { PalauteError } from '../errors.js'
import type { Document } from '../language/document.js'
import { loadResource } from '../resources.js'
import type { CategoryFinding, OwnerKey, QuestionKind } from '../types.js'
import { type ConceptTable, conceptTable, type OwnPattern } from './conceptTable.js'
import { withCategories } from './crosswalkHead.js'
import { contributionsTo, evidenceFor } from './evidence.js'
import { conceptKeys, extractFeatures, type FeatureVector, wordHasher } from './features.js'
import { quantize } from './fit.js'
import { type ConceptHit, matchConcepts } from './matcher.js'
import { type LinearModel, probability, rowFinder, scoreLabels } from './model.js'
import { decodeModel } from './modelFile.js'
import { openCategories, type PackedCategories } from './packed.js'
import { fittedPrior, priorOf } from './prior.js'
import { flatTaxonomy, loadSoteTaxonomy, type Taxonomy } from './taxonomy.js'

/** A category found in a comment; how it is spoken of is for sentiment to say. */
export type CategoryMention = Omit<CategoryFinding, 'polarity'>

export interface Classifier {
  readonly taxonomy: Taxonomy
  /** Categories of a document, surest first; empty where nothing speaks for any. Pure. */
  classify(document: Document, question: QuestionKind): CategoryMention[]
  /** Every category with its probability, in the taxonomy's order; empty where there is nothing to read. */
  probabilities(document: Document, question: QuestionKind): Likely[]
  /** The words and weights behind the categories found, strongest first; log-odds. */
  explain(document: Document, question: QuestionKind): Explanation[]
  /** Who can act on the findings; shares sum to 1, empty without findings. */
  owners(findings: readonly { key: string }[]): { key: OwnerKey; share: number }[]
  /**
   * Labels of another framework for the findings: learnt where comments labelled in it have taught a model and the
   * document is given, else mapped category by category, in the order found.
   */
  crosswalk(
    findings: readonly { key: string }[],
    framework: string,
    document?: Document,
    question?: QuestionKind,
  ): string[]
}

/** What spoke for a category: words and concepts with their log-odds. `bias` is where it starts from. */
export interface Explanation {
  key: string
  bias: number
  reasons: { text: string; concept?: string; weight: number }[]
}

/** One category with its probability, and whether it reaches its threshold. */
export interface Likely {
  key: string
  probability: number
  given: boolean
}

/** What a comment looks like to the model. */
export interface Reading {
  hits: ConceptHit[]
  vector: FeatureVector
}

/** Reads documents for a model: concepts first, then features. */
export function comprehend(table: ConceptTable): (document: Document, question: QuestionKind) => Reading {
  const keys = table.names.map(conceptKeys)
  const hash = wordHasher()
  return (document, question) => {
    const hits = matchConcepts(document, table.patterns)
    return {
      hits,
      vector: extractFeatures(
        document,
        hits,
        question,
        (concept) => keys[concept] as (typeof keys)[number],
        hash,
      ),
    }
  }
}

export interface CategoryOptions {
  /** A taxonomy of your own (see `parseTaxonomy`); default the bundled one. */
  taxonomy?: Taxonomy
  /** A model of your own (`trainClassifier`), as JSON. */
  model?: unknown
  /** Probability from which a category is given, by key; the others keep those that training chose. */
  thresholds?: Readonly<Record<string, number>>
}

/**
 * Loads the category classifier.
 *
 * @throws {PalauteError} `bad_model` for a model that is damaged, of another version or of another taxonomy;
 *   `bad_option` for a threshold of no category or outside 0..1
 */
export async function loadCategories(options: CategoryOptions = {}): Promise<Classifier> {
  const { taxonomy, model, ...rest } = options
  const [packed, known] = await Promise.all([
    loadResource('categories').then(openCategories),
    taxonomy ?? loadSoteTaxonomy(),
  ])
  return classifierFrom(packed, known, {
    ...rest,
    ...(model === undefined ? {} : { model: decodeModel(model) }),
  })
}

/** The classifier over packed tables already in memory. */
export function classifierFrom(
  packed: PackedCategories,
  given: Taxonomy,
  options: Omit<CategoryOptions, 'taxonomy' | 'model'> & { model?: ReturnType<typeof decodeModel> } = {},
): Classifier {
  const taxonomy = options.model === undefined ? given : taxonomyOfModel(options.model, given)
  const table = tableFor(packed, taxonomy)
  const model = withThresholds(options.model?.model ?? modelFor(packed, taxonomy, table), options)
  const find = rowFinder(model.hashes)
  const read = comprehend(table)
  const scores = new Float32Array(model.labels.length)
  const byKey = new Map(taxonomy.categories.map((category) => [category.key, category]))
  const heads = new Map<string, (vector: FeatureVector) => string[]>()
  const learntCrosswalk = (framework: string, language: string) => {
    if (model.hashes !== packed.models.get('leaves')?.hashes) return undefined
    const name = packed.models.has(`${framework}-${language}`) ? `${framework}-${language}` : framework
    const learnt = packed.models.get(name)
    if (learnt !== undefined && !heads.has(name)) heads.set(name, labelsAbove(learnt))
    return heads.get(name)
  }
  return {
    taxonomy,
    classify(document, question) {
      if (!readable(document)) return []
      const reading = read(document, question)
      const rows = new Int32Array(reading.vector.keys.length)
      scoreLabels(model, find, reading.vector, scores, rows)
      return mentions(document, reading, model, rows, scores)
    },
    probabilities(document, question) {
      if (!readable(document)) return []
      scoreLabels(model, find, read(document, question).vector, scores)
      return model.labels.map((key, label) => {
        const likely = probability(model, scores[label] as number)
        return { key, probability: likely, given: likely >= (model.thresholds[label] as number) }
      })
    },
    explain(document, question) {
      if (!readable(document)) return []
      const reading = read(document, question)
      const rows = new Int32Array(reading.vector.keys.length)
      scoreLabels(model, find, reading.vector, scores, rows)
      return mentions(document, reading, model, rows, scores).map(({ key }) => {
        const label = model.labels.indexOf(key)
        const parts = contributionsTo(model, rows, reading.vector, label)
        return {
          key,
          bias: model.bias[label] as number,
          reasons: reasonsOf(document, reading, parts, table.names),
        }
      })
    },
    owners(findings) {
      const shares = new Map<OwnerKey, number>()
      for (const { key } of findings) {
        const category = byKey.get(key)
        for (const { key: owner, share } of category?.owners ?? [
          { key: category?.owner ?? 'unit', share: 1 },
        ])
          shares.set(owner, (shares.get(owner) ?? 0) + share / findings.length)
      }
      return [...shares].map(([key, share]) => ({ key, share }))
    },
    crosswalk(findings, framework, document, question = 'general') {
      const head = document === undefined ? undefined : learntCrosswalk(framework, document.language.code)
      if (head !== undefined && document !== undefined) {
        if (!readable(document)) return []
        const { vector } = read(document, question)
        scoreLabels(model, find, vector, scores)
        const likely = scores.map((score) => probability(model, score))
        return head(withCategories(vector, model.labels, likely, question, document.language.code === 'en'))
      }
      return [...new Set(findings.flatMap(({ key }) => byKey.get(key)?.crosswalk?.[framework] ?? []))]
    },
  }
}

/** Something was said, in a language that is read. */
function readable(document: Document): boolean {
  return document.tokens.some((token) => token.kind === 'word')
}

/** The labels of a model that reach their thresholds, likeliest first. */
function labelsAbove(model: LinearModel): (vector: FeatureVector) => string[] {
  const find = rowFinder(model.hashes)
  const scores = new Float32Array(model.labels.length)
  return (vector) => {
    scoreLabels(model, find, vector, scores)
    return model.labels
      .map((label, index) => ({ label, index, likely: probability(model, scores[index] as number) }))
      .filter(({ index, likely }) => likely >= (model.thresholds[index] as number))
      .sort((a, b) => b.likely - a.likely)
      .map(({ label }) => label)
  }
}

function mentions(
  document: Document,
  { hits, vector }: Reading,
  model: LinearModel,
  rows: Int32Array,
  scores: Float32Array,
): CategoryMention[] {
  const found: CategoryMention[] = []
  for (const [label, key] of model.labels.entries()) {
    const confidence = probability(model, scores[label] as number)
    if (confidence < (model.thresholds[label] as number)) continue
    const evidence = evidenceFor(document, hits, contributionsTo(model, rows, vector, label))
    if (evidence.length === 0) continue
    found.push({ key, confidence: Math.round(confidence * 1000) / 1000, evidence })
  }
  return found.sort((a, b) => b.confidence - a.confidence)
}

/** The bundled concepts, and after them the taxonomy's own words: a concept for each category that has some. */
export function tableFor(packed: PackedCategories, taxonomy: Taxonomy): ConceptTable {
  const names = [...packed.concepts.names]
  const links = packed.concepts.links.map((link) => link)
  const own: OwnPattern[] = []
  for (const [index, category] of taxonomy.categories.entries()) {
    for (const [name, weight] of Object.entries(category.concepts ?? {})) {
      const concept = packed.concepts.names.indexOf(name)
      if (concept < 0)
        throw new PalauteError('bad_taxonomy', `There is no concept of the name "${name}".`, {
          path: `categories.${index}.concepts`,
        })
      links.push([concept, category.key, weight])
    }
    if (category.triggers === undefined) continue
    const concept = names.length
    names.push(`own ${category.key}`)
    links.push([concept, category.key, 2])
    for (const language of ['fi', 'sv', 'en'] as const)
      for (const [at, text] of (category.triggers[language] ?? []).entries())
        own.push({ language, concept, text, path: `categories.${index}.triggers.${language}.${at}` })
  }
  return conceptTable({ names, links, texts: packed.concepts.texts }, own)
}

/** A model's own labels must be those of the taxonomy given; a model of free labels brings its own. */
function taxonomyOfModel({ file }: ReturnType<typeof decodeModel>, given: Taxonomy): Taxonomy {
  const keys = new Set(given.categories.map(({ key }) => key))
  if (file.taxonomy.id === given.id) {
    if (file.taxonomy.version === given.version && file.labels.every((label) => keys.has(label))) return given
    throw new PalauteError(
      'bad_model',
      'The model was made for another version of the taxonomy; train it again.',
      {
        path: 'taxonomy.version',
      },
    )
  }
  if (file.taxonomy.id !== 'own')
    throw new PalauteError('bad_model', 'The model was made for another taxonomy; give that one with it.', {
      path: 'taxonomy.id',
    })
  return flatTaxonomy(file.labels)
}

function withThresholds(
  model: LinearModel,
  { thresholds }: Pick<CategoryOptions, 'thresholds'>,
): LinearModel {
  if (thresholds === undefined) return model
  const own = model.thresholds.slice()
  for (const [key, threshold] of Object.entries(thresholds)) {
    const label = model.labels.indexOf(key)
    if (label < 0 || !(threshold >= 0 && threshold <= 1))
      throw new PalauteError('bad_option', 'A threshold names a category and is between 0 and 1.', {
        path: `thresholds.${key}`,
      })
    own[label] = threshold
  }
  return { ...model, thresholds: own }
}

/** Words and concepts by what they gave, strongest first; a concept is shown with the words that held it. */
function reasonsOf(
  document: Document,
  { hits }: Reading,
  { tokens, concepts }: ReturnType<typeof contributionsTo>,
  names: readonly string[],
): Explanation['reasons'] {
  const reasons: Explanation['reasons'] = []
  for (const [concept, weight] of concepts) {
    const hit = hits.find((found) => found.concept === concept)
    const start = document.tokens[hit?.first ?? 0]?.start ?? 0
    const end = document.tokens[hit?.last ?? 0]?.end ?? 0
    reasons.push({ text: document.text.slice(start, end), concept: names[concept] ?? '', weight })
  }
  for (const [token, weight] of tokens) reasons.push({ text: document.tokens[token]?.text ?? '', weight })
  return reasons
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 20)
}

function modelFor(packed: PackedCategories, taxonomy: Taxonomy, table: ConceptTable): LinearModel {
  const learnt = packed.models.get('leaves')
  const labels = taxonomy.categories.map(({ key }) => key)
  const same = learnt !== undefined && labels.join('\n') === learnt.labels.join('\n')
  if (
    same &&
    packed.taxonomy.id === taxonomy.id &&
    taxonomy.categories.every(({ triggers }) => triggers === undefined)
  )
    return learnt
  const prior = priorOf(labels, table)
  // A taxonomy that extends the bundled one keeps what was learnt of the categories that they share.
  const columns = labels.map((label) => learnt?.labels.indexOf(label) ?? -1)
  if (learnt !== undefined && columns.some((column) => column >= 0)) {
    const width = learnt.labels.length
    for (const [row, hash] of learnt.hashes.entries()) {
      const mine = prior.get(hash) ?? new Float32Array(labels.length)
      for (const [label, column] of columns.entries())
        if (column >= 0)
          mine[label] = (learnt.weights[row * width + column] as number) * (learnt.scales[column] as number)
      prior.set(hash, mine)
    }
  }
  const fitted = fittedPrior(labels, prior)
  const model = quantize(fitted, labels)
  model.thresholds.fill(0.4)
  for (const [label, column] of columns.entries())
    if (learnt !== undefined && column >= 0) {
      model.thresholds[label] = learnt.thresholds[column] as number
      model.bias[label] = learnt.bias[column] as number
    }
  return model
}
