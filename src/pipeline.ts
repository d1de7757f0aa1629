import {
  askedOf,
  type CategoryMention,
  type Classifier,
  isClassifier,
  loadCategories,
  type PredictTexts,
  type Taxonomy,
} from './categories/index.js'
import { checkComment } from './commentCheck.js'
import { PalauteError } from './errors.js'
import { createDocument, type Document, type LanguageReader, loadLanguageDetector } from './language/index.js'
import { findPersonalData, type NameLists, nameFilter } from './privacy/index.js'
import {
  type AnalysisExplanation,
  type AnalyzeOptions,
  type Later,
  type Read,
  ReadComment,
  type Told,
} from './readComment.js'
import { type Assessment, loadSentiment } from './sentiment/index.js'
import type { Analysis, PersonalDataFinding, Polarity, SupportedLanguage } from './types.js'

export interface AnalyzerOptions {
  /** Languages read in depth; default all three. English loads its own library only when asked for. */
  languages?: readonly SupportedLanguage[]
  /** A taxonomy of your own (`parseTaxonomy`); default the bundled one for health and social care. */
  taxonomy?: Taxonomy
  /** Another framework whose labels are added: `qdc`, `hcat`, `statistics`, `thl`. */
  crosswalk?: string
  /**
   * Categories by a model of your own: a function of texts (ask it with `analyzeAll`), a classifier of
   * `loadCategories`, or the JSON of `trainClassifier`. Default the bundled model.
   */
  classifier?: PredictTexts | Classifier | object
  /** Names of your own that are never, or always, personal data; by base form, meant in every case. */
  names?: NameLists
}

export interface Analyzer {
  /** The categories that it gives. */
  readonly taxonomy: Taxonomy
  /**
   * Reads one comment: language, polarity, categories with evidence, intents, alerts, personal data.
   * Synchronous and pure; offsets are UTF-16 in `text`. Nothing is redacted here: see `redact`. Alerts and personal
   * data are worked out when they are first read: who wants polarity and categories only does not wait for them.
   *
   * @throws {PalauteError} `bad_option` with the path of an option that is out of its range
   */
  analyze(text: string, options?: AnalyzeOptions): Analysis
  /**
   * Reads comments as they come and gives their analyses in order, some at a time; the way to a classifier that
   * answers in its own time.
   *
   * @throws what `signal` is aborted with
   */
  analyzeAll(
    comments: Iterable<CommentToAnalyze> | AsyncIterable<CommentToAnalyze>,
    options?: { signal?: AbortSignal },
  ): AsyncIterable<Analysis>
  /** Personal data in any text, for `redact`. */
  personalData(text: string): PersonalDataFinding[]
}

export interface CommentToAnalyze extends AnalyzeOptions {
  text: string
}

/** Comments that are asked of a classifier together. */
const BATCH = 64

/** Comments of these labels may hold praise and blame. */
const openLabels: ReadonlySet<Polarity> = new Set(['mixed', 'neutral'])

const supported: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/**
 * Loads lexicons and models once and gives an analyzer of comments.
 *
 * @throws {PalauteError} `bad_option` for an unknown language or crosswalk, naming the option; `bad_taxonomy` and
 *   `bad_model` for a taxonomy or model that cannot be used
 * @example
 * const analyzer = await createAnalyzer()
 * analyzer.analyze('Jonotin tunnin, mutta hoitaja oli ihana').sentiment.label // 'mixed'
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const languages = options.languages ?? supported
  for (const language of languages)
    if (!supported.includes(language))
      throw new PalauteError('bad_option', 'Languages are fi, sv and en.', { path: 'languages' })
  const { classifier, crosswalk, taxonomy } = options
  const predict = typeof classifier === 'function' ? (classifier as PredictTexts) : undefined
  const [readers, detect, categories, sentiment] = await Promise.all([
    loadReaders(languages),
    loadLanguageDetector(),
    isClassifier(classifier)
      ? classifier
      : loadCategories({ taxonomy, ...(predict || classifier === undefined ? {} : { model: classifier }) }),
    loadSentiment(),
  ])
  if (crosswalk !== undefined && !hasCrosswalk(categories, crosswalk))
    throw new PalauteError(
      'bad_option',
      `The taxonomy has no crosswalk of this name; it has ${crosswalksOf(categories.taxonomy).join(', ') || 'none'}.`,
      { path: 'crosswalk' },
    )
  const filter = options.names ? nameFilter(options.names) : undefined
  const personalData = (document: Document): PersonalDataFinding[] => {
    const found = findPersonalData(document)
    return filter ? filter(document, found) : found
  }
  const later: Later = { alerts: sentiment.alerts, personalData, explain }
  const signs = new Map(categories.taxonomy.categories.map(({ key, sign }) => [key, sign]))
  return {
    taxonomy: categories.taxonomy,
    analyze(text, choices = {}) {
      if (predict !== undefined)
        throw new PalauteError(
          'bad_option',
          'The classifier given answers in its own time: use analyzeAll.',
          {
            path: 'classifier',
          },
        )
      return analyzeWith(text, choices)
    },
    analyzeAll: (comments, { signal } = {}) => analyzeAll(comments, signal),
    personalData: (text) => personalData(createDocument(text, { readers, detect })),
  }

  function analyzeWith(text: string, choices: AnalyzeOptions, asked?: CategoryMention[]): Analysis {
    checkComment(text, choices)
    const question = choices.question ?? 'general'
    const document = createDocument(text, { readers, language: choices.language, detect })
    const assessment = heard(document, sentiment.assess(document, question, { rating: choices.rating }))
    const mentions = !assessment.substance ? [] : (asked ?? categories.classify(document, question))
    const findings = mentions.flatMap(({ key, confidence, evidence }) => {
      const sign = signs.get(key)
      // "Ei mitään" cannot be dissatisfaction in a comment that praises: such a category needs its own sign.
      if (sign !== undefined && assessment.label !== sign && !openLabels.has(assessment.label)) return []
      return [
        { key, polarity: sign ?? sentiment.polarityAt(assessment, evidence, key), confidence, evidence },
      ]
    })
    const told: Told = {
      language: document.language,
      substance: assessment.substance,
      sentiment: {
        label: assessment.label,
        score: assessment.score,
        ...(assessment.sarcasm ? { sarcasm: true as const } : {}),
      },
      categories: findings,
      ...(findings.length > 0 ? {} : { uncategorized: reasonOf(document, assessment) }),
      owners: categories.owners(findings),
      ...(crosswalk === undefined
        ? {}
        : {
            crosswalk: {
              [crosswalk]:
                asked || !assessment.substance || isForeign(document)
                  ? categories.crosswalk(findings, crosswalk)
                  : categories.crosswalk(findings, crosswalk, document, question),
            },
          }),
      sentences: document.sentences.map(({ start, end }) => ({ start, end })),
    }
    return new ReadComment(told, assessment, document, later, { text, choices, asked })
  }

  function reasonOf(document: Document, { substance }: Assessment): Analysis['uncategorized'] {
    if (!substance || !document.tokens.some(({ kind }) => kind === 'word')) return 'nothing_said'
    return (supported as readonly string[]).includes(document.language.code) ? 'unclear' : 'other_language'
  }

  function explain({ text, choices, asked }: Read, findings: Analysis['categories']): AnalysisExplanation {
    const question = choices.question ?? 'general'
    const document = createDocument(text, { readers, language: choices.language, detect })
    const { clauses, substance } = sentiment.assess(document, question, { rating: choices.rating })
    const given = new Set(findings.map(({ key }) => key))
    return {
      // A model that is asked does not tell its reasons.
      categories: asked ? [] : categories.explain(document, question).filter(({ key }) => given.has(key)),
      polarity: sentiment.explain(document, question),
      alerts: substance ? sentiment.explainAlerts(document) : [],
      clauses: clauses.map(({ start, end, label, score }) => ({
        text: text.slice(start, end),
        label,
        score,
      })),
    }
  }

  async function* analyzeAll(
    comments: Iterable<CommentToAnalyze> | AsyncIterable<CommentToAnalyze>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Analysis> {
    let batch: CommentToAnalyze[] = []
    const analyses = async (): Promise<Analysis[]> => {
      const full = batch
      batch = []
      const texts = full.map(({ text }) => text)
      const asked = predict ? await askedOf(predict, texts, categories.taxonomy) : undefined
      signal?.throwIfAborted()
      return full.map(({ text, ...choices }, index) => analyzeWith(text, choices, asked?.[index]))
    }
    for await (const comment of comments) {
      signal?.throwIfAborted()
      batch.push(comment)
      if (batch.length === BATCH) yield* await analyses()
    }
    signal?.throwIfAborted()
    if (batch.length > 0) yield* await analyses()
  }
}

/** Several words in a language that is not read in depth. */
function isForeign({ language, tokens }: Document): boolean {
  if ((supported as readonly string[]).includes(language.code)) return false
  let words = 0
  for (const { kind } of tokens) if (kind === 'word') words += 1
  return words > 1
}

/** Of a language that is not read nothing is made out but alerts, which a person reads anyway. */
function heard(document: Document, assessment: Assessment): Assessment {
  if (!isForeign(document)) return assessment
  return {
    substance: assessment.substance,
    label: 'neutral',
    score: 0,
    clauses: [],
    intents: [],
  }
}

function hasCrosswalk(classifier: Classifier, name: string): boolean {
  return classifier.taxonomy.categories.some((category) => Object.hasOwn(category.crosswalk ?? {}, name))
}

function crosswalksOf({ categories }: Taxonomy): string[] {
  return [...new Set(categories.flatMap(({ crosswalk = {} }) => Object.keys(crosswalk)))]
}

async function loadReaders(
  languages: readonly SupportedLanguage[],
): Promise<Partial<Record<SupportedLanguage, LanguageReader>>> {
  const readers: Partial<Record<SupportedLanguage, LanguageReader>> = {}
  const load = {
    fi: async () => (await import('./finnish/index.js')).loadFinnish(),
    sv: async () => (await import('./swedish/index.js')).loadSwedish(),
    en: async () => (await import('./english/index.js')).loadEnglish(),
  }
  await Promise.all(
    languages.map(async (language) => {
      readers[language] = await load[language]()
    }),
  )
  return readers
}

let shared: Promise<Analyzer> | undefined

/**
 * Reads one comment with a shared analyzer that is loaded at the first call.
 *
 * @example
 * const { sentiment } = await analyze('Puhelimeen ei vastattu', { question: 'improve' })
 */
export async function analyze(text: string, options?: AnalyzeOptions): Promise<Analysis> {
  shared ??= createAnalyzer()
  return (await shared).analyze(text, options)
}
