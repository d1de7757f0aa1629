import type { Document } from '../language/document.js'
import { loadResource } from '../resources.js'
import type { CategoryFinding, OwnerKey, QuestionKind } from '../types.js'
import { type Comprehension, comprehend } from './comprehend.js'
import { type CrosswalkHead, crosswalkHead } from './crosswalkHead.js'
import { evidenceFor } from './evidence.js'
import { type Explanation, explanationOf } from './explanation.js'
import { probability } from './model.js'
import { decodeModel } from './modelFile.js'
import { modelFor, tableFor, taxonomyOfModel, withThresholds } from './modelOfTaxonomy.js'
import { openCategories, type PackedCategories } from './packed.js'
import { Scorer } from './scorer.js'
import { type Taxonomy, taxonomyGiven } from './taxonomy.js'

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

/** One category with its probability, and whether it reaches its threshold. */
export interface Likely {
  key: string
  probability: number
  given: boolean
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
 *   `bad_taxonomy` for a taxonomy that is none; `bad_option` for a threshold of no category or outside 0..1
 */
export async function loadCategories(options: CategoryOptions = {}): Promise<Classifier> {
  const { taxonomy, model, ...rest } = options
  const [packed, known] = await Promise.all([
    loadResource('categories').then(openCategories),
    taxonomyGiven(taxonomy),
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
  const model = withThresholds(options.model?.model ?? modelFor(packed, taxonomy, table), options.thresholds)
  const scorer = new Scorer(model, table.names)
  const read = comprehend(table)
  const byKey = new Map(taxonomy.categories.map((category) => [category.key, category]))
  const bundled = new Set(packed.models.get('leaves')?.labels)
  // Crosswalks are learnt of all the bundled categories: a taxonomy without some is mapped category by category.
  const whole = bundled.size > 0 && [...bundled].every((key) => byKey.has(key))
  const heads = new Map<string, CrosswalkHead>()
  // What was read and scored last: a crosswalk or an explanation is mostly asked of the document just classified.
  let last: { document: Document; question: QuestionKind; comprehension: Comprehension } | undefined
  const scored = (document: Document, question: QuestionKind): Comprehension => {
    if (last === undefined || last.document !== document || last.question !== question) {
      const comprehension = last?.document === document ? last.comprehension : read(document)
      last = { document, question, comprehension }
      scorer.score(comprehension, question)
    }
    return last.comprehension
  }
  const learntCrosswalk = (framework: string, language: string) => {
    if (!whole) return undefined
    const own = packed.models.get(`${framework}-${language}`)
    const learnt = own ?? packed.models.get(framework)
    if (learnt === undefined) return undefined
    const name = own === undefined ? framework : `${framework}-${language}`
    const head = heads.get(name) ?? crosswalkHead(learnt, table.names, own !== undefined, model)
    heads.set(name, head)
    return head
  }
  const classify = (document: Document, question: QuestionKind): CategoryMention[] => {
    const comprehension = scored(document, question)
    if (comprehension.length === 0) return []
    const { scores, cuts } = scorer
    const found: CategoryMention[] = []
    for (let label = 0; label < scores.length; label += 1) {
      if (!((scores[label] as number) >= (cuts[label] as number))) continue
      const evidence = evidenceFor(document, comprehension, scorer, label)
      if (evidence.length === 0) continue
      const confidence = Math.round(probability(model, scores[label] as number) * 1000) / 1000
      found.push({ key: model.labels[label] as string, confidence, evidence })
    }
    return found.length > 1 ? found.sort((a, b) => b.confidence - a.confidence) : found
  }
  return {
    taxonomy,
    classify,
    probabilities(document, question) {
      const { length } = scored(document, question)
      if (length === 0) return []
      return model.labels.map((key, label) => {
        const score = scorer.scores[label] as number
        return { key, probability: probability(model, score), given: score >= (scorer.cuts[label] as number) }
      })
    },
    explain(document, question) {
      const found = classify(document, question)
      const comprehension = scored(document, question)
      return found.map(({ key }) =>
        explanationOf(document, comprehension, scorer, model.labels.indexOf(key), table.names),
      )
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
      const mapped = (known: (key: string) => boolean) =>
        findings.flatMap(({ key }) => (known(key) ? (byKey.get(key)?.crosswalk?.[framework] ?? []) : []))
      const head = document === undefined ? undefined : learntCrosswalk(framework, document.language.code)
      if (head === undefined || document === undefined) return [...new Set(mapped(() => true))]
      const comprehension = scored(document, question)
      if (comprehension.length === 0) return []
      const learnt = head(comprehension, question, scorer.scores)
      // Categories that a taxonomy adds to the bundled ones have taught nothing: they are mapped.
      return [...new Set([...learnt, ...mapped((key) => !bundled.has(key))])]
    },
  }
}
