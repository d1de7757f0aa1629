import type { Document } from '../language/document.js'
import type { CategoryFinding, OwnerKey, QuestionKind, Span, SupportedLanguage } from '../types.js'
import { loadSoteTaxonomy, type Taxonomy } from './taxonomy.js'

/** A category found in a comment; how it is spoken of is for sentiment to say. */
export type CategoryMention = Omit<CategoryFinding, 'polarity'>

export interface Classifier {
  readonly taxonomy: Taxonomy
  /** Categories of a document, surest first; empty where nothing speaks for any. Pure. */
  classify(document: Document, question: QuestionKind): CategoryMention[]
  /** Who can act on the findings; shares sum to 1, empty without findings. */
  owners(findings: readonly { key: string }[]): { key: OwnerKey; share: number }[]
  /** Labels of another framework for the findings, in the order found. */
  crosswalk(findings: readonly { key: string }[], framework: string): string[]
}

/** Triggers of one word by their lemma; of several by the lemma of their first. */
type TriggerTable = Map<string, { key: string; rest: readonly string[] }[]>

/**
 * Loads the category classifier.
 *
 * @param options.taxonomy a taxonomy of your own (see `parseTaxonomy`); default the bundled one
 */
export async function loadCategories(options: { taxonomy?: Taxonomy } = {}): Promise<Classifier> {
  const taxonomy = options.taxonomy ?? (await loadSoteTaxonomy())
  const tables = new Map<SupportedLanguage, TriggerTable>()
  for (const language of ['fi', 'sv', 'en'] as const) {
    const table: TriggerTable = new Map()
    for (const category of taxonomy.categories)
      for (const trigger of category.triggers?.[language] ?? []) {
        const [first = '', ...rest] = trigger.toLowerCase().split(' ')
        const entries = table.get(first) ?? []
        entries.push({ key: category.key, rest })
        table.set(first, entries)
      }
    tables.set(language, table)
  }
  const byKey = new Map(taxonomy.categories.map((category) => [category.key, category]))
  return {
    taxonomy,
    classify(document) {
      const table = tables.get(document.language.code as SupportedLanguage)
      if (table === undefined) return []
      const found = new Map<string, Span[]>()
      const add = (key: string, span: Span) => {
        const spans = found.get(key)
        if (spans === undefined) found.set(key, [span])
        else spans.push(span)
      }
      for (const [index, word] of document.words.entries()) {
        const token = document.tokens[index]
        if (token === undefined || token.kind !== 'word') continue
        // A compound speaks for what its parts name: hoitajapula, ajanvarauspuhelin.
        const keys = word.parts.length > 1 ? [word.lemma, ...word.parts] : [word.lemma]
        for (const lemma of keys)
          for (const { key, rest } of table.get(lemma) ?? []) {
            const matches = rest.every((expected, step) => {
              const next = document.words[index + 1 + step]
              const form = document.tokens[index + 1 + step]
              return next?.lemma === expected || form?.text.toLowerCase() === expected
            })
            if (!matches) continue
            const end = document.tokens[index + rest.length]?.end ?? token.end
            add(key, { start: token.start, end })
          }
      }
      return [...found]
        .map(([key, evidence]) => ({ key, confidence: 0.5, evidence: withoutRepeats(evidence) }))
        .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
    },
    owners(findings) {
      const shares = new Map<OwnerKey, number>()
      for (const { key } of findings) {
        const owner = byKey.get(key)?.owner ?? 'unit'
        shares.set(owner, (shares.get(owner) ?? 0) + 1 / findings.length)
      }
      return [...shares].map(([key, share]) => ({ key, share }))
    },
    crosswalk(findings, framework) {
      return [...new Set(findings.flatMap(({ key }) => byKey.get(key)?.crosswalk?.[framework] ?? []))]
    },
  }
}

function withoutRepeats(spans: readonly Span[]): Span[] {
  return spans.filter(
    (span, index) => spans.findIndex((other) => other.start === span.start && other.end === span.end) === index,
  )
}
