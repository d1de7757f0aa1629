import type { Document } from '../language/document.js'
import { loadResource } from '../resources.js'
import type { CategoryFinding, OwnerKey, QuestionKind } from '../types.js'
import { type ConceptTable, conceptTable, type OwnPattern } from './conceptTable.js'
import { withCategories } from './crosswalkHead.js'
import { contributionsTo, evidenceFor } from './evidence.js'
import { conceptKeys, extractFeatures, type FeatureVector } from './features.js'
import { quantize } from './fit.js'
import { type ConceptHit, matchConcepts } from './matcher.js'
import { type LinearModel, probability, type RowFinder, rowFinder, scoreLabels } from './model.js'
import { openCategories, type PackedCategories } from './packed.js'
import { fittedPrior, priorOf } from './prior.js'
import { loadSoteTaxonomy, type Taxonomy } from './taxonomy.js'

/** A category found in a comment; how it is spoken of is for sentiment to say. */
export type CategoryMention = Omit<CategoryFinding, 'polarity'>

export interface Classifier {
  readonly taxonomy: Taxonomy
  /** Categories of a document, surest first; empty where nothing speaks for any. Pure. */
  classify(document: Document, question: QuestionKind): CategoryMention[]
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

/** What a comment looks like to the model. */
export interface Reading {
  hits: ConceptHit[]
  vector: FeatureVector
}

/** Reads documents for a model: concepts first, then features. */
export function comprehend(table: ConceptTable): (document: Document, question: QuestionKind) => Reading {
  const keys = table.names.map(conceptKeys)
  return (document, question) => {
    const hits = matchConcepts(document, table.patterns)
    return {
      hits,
      vector: extractFeatures(document, hits, question, (concept) => keys[concept] as (typeof keys)[number]),
    }
  }
}

/**
 * Loads the category classifier.
 *
 * @param options.taxonomy a taxonomy of your own (see `parseTaxonomy`); default the bundled one
 */
export async function loadCategories(options: { taxonomy?: Taxonomy } = {}): Promise<Classifier> {
  const [packed, taxonomy] = await Promise.all([
    loadResource('categories').then(openCategories),
    options.taxonomy ?? loadSoteTaxonomy(),
  ])
  return classifierFrom(packed, taxonomy)
}

/** The classifier over packed tables already in memory. */
export function classifierFrom(packed: PackedCategories, taxonomy: Taxonomy): Classifier {
  const table = tableFor(packed, taxonomy)
  const model = modelFor(packed, taxonomy, table)
  const find = rowFinder(model.hashes)
  const read = comprehend(table)
  const scores = new Float32Array(model.labels.length)
  const byKey = new Map(taxonomy.categories.map((category) => [category.key, category]))
  const heads = new Map<string, (vector: FeatureVector) => string[]>()
  const learntCrosswalk = (framework: string, language: string) => {
    if (model !== packed.models.get('leaves')) return undefined
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
      scoreLabels(model, find, reading.vector, scores)
      return mentions(document, reading, model, find, scores)
    },
    owners(findings) {
      const shares = new Map<OwnerKey, number>()
      for (const { key } of findings) {
        const owner = byKey.get(key)?.owner ?? 'unit'
        shares.set(owner, (shares.get(owner) ?? 0) + 1 / findings.length)
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
  find: RowFinder,
  scores: Float32Array,
): CategoryMention[] {
  const found: CategoryMention[] = []
  for (const [label, key] of model.labels.entries()) {
    const confidence = probability(model, scores[label] as number)
    if (confidence < (model.thresholds[label] as number)) continue
    const evidence = evidenceFor(document, hits, contributionsTo(model, find, vector, label))
    if (evidence.length === 0) continue
    found.push({ key, confidence: Math.round(confidence * 1000) / 1000, evidence })
  }
  return found.sort((a, b) => b.confidence - a.confidence)
}

/** The bundled concepts, and after them the taxonomy's own words: a concept for each category that has some. */
function tableFor(packed: PackedCategories, taxonomy: Taxonomy): ConceptTable {
  const names = [...packed.concepts.names]
  const links = packed.concepts.links.map((link) => link)
  const own: OwnPattern[] = []
  for (const [index, category] of taxonomy.categories.entries()) {
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

function modelFor(packed: PackedCategories, taxonomy: Taxonomy, table: ConceptTable): LinearModel {
  const learnt = packed.models.get('leaves')
  if (learnt !== undefined && packed.taxonomy.id === taxonomy.id) return learnt
  const labels = taxonomy.categories.map(({ key }) => key)
  const model = quantize(fittedPrior(labels, priorOf(labels, table)), labels)
  model.thresholds.fill(0.4)
  return model
}
