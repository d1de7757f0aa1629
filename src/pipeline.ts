import { type Classifier, loadCategories, type Taxonomy } from './categories/index.js'
import { PalauteError } from './errors.js'
import { createDocument, type Document, type LanguageReader, loadLanguageDetector } from './language/index.js'
import { findPersonalData, type NameLists, nameFilter } from './privacy/index.js'
import { loadSentiment } from './sentiment/index.js'
import type { Analysis, PersonalDataFinding, Polarity, QuestionKind, SupportedLanguage } from './types.js'

export interface AnalyzerOptions {
  /** Languages read in depth; default all three. English loads its own library only when asked for. */
  languages?: readonly SupportedLanguage[]
  /** A taxonomy of your own (`parseTaxonomy`); default the bundled one for health and social care. */
  taxonomy?: Taxonomy
  /** Another framework whose labels are added: `qdc`, `hcat`, `statistics`, `thl`. */
  crosswalk?: string
  /** Names of your own that are never, or always, personal data; by base form, meant in every case. */
  names?: NameLists
}

export interface AnalyzeOptions {
  /** What the open question asked for; default `general`. */
  question?: QuestionKind
  /** When the language is known; else it is recognized. */
  language?: SupportedLanguage
  /**
   * The answer to the rating question beside the comment, as a share of its scale: 0 worst, 1 best. Words that disagree
   * with it are suspected of sarcasm; the label stays that of the words.
   */
  rating?: number
}

export interface Analyzer {
  /**
   * Reads one comment: language, polarity, categories with evidence, intents, alerts, personal data.
   * Synchronous and pure; offsets are UTF-16 in `text`. Nothing is redacted here: see `redact`.
   */
  analyze(text: string, options?: AnalyzeOptions): Analysis
  /** Personal data in any text, for `redact`. */
  personalData(text: string): PersonalDataFinding[]
}

/** Comments of these labels may hold praise and blame. */
const openLabels: ReadonlySet<Polarity> = new Set(['mixed', 'neutral'])

const supported: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/**
 * Loads lexicons and models once and gives an analyzer of comments.
 *
 * @throws {PalauteError} `bad_option` for an unknown language or crosswalk, naming the option
 * @example
 * const analyzer = await createAnalyzer()
 * analyzer.analyze('Jonotin tunnin, mutta hoitaja oli ihana').sentiment.label // 'mixed'
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const languages = options.languages ?? supported
  for (const language of languages)
    if (!supported.includes(language))
      throw new PalauteError('bad_option', 'Languages are fi, sv and en.', { path: 'languages' })
  const [readers, detect, categories, sentiment] = await Promise.all([
    loadReaders(languages),
    loadLanguageDetector(),
    loadCategories({ taxonomy: options.taxonomy }),
    loadSentiment(),
  ])
  const { crosswalk } = options
  if (crosswalk !== undefined && !hasCrosswalk(categories, crosswalk))
    throw new PalauteError('bad_option', `The taxonomy has no crosswalk of this name.`, { path: 'crosswalk' })
  const filter = options.names ? nameFilter(options.names) : undefined
  const personalData = (document: Document): PersonalDataFinding[] => {
    const found = findPersonalData(document)
    return filter ? filter(document, found) : found
  }
  const signs = new Map(categories.taxonomy.categories.map(({ key, sign }) => [key, sign]))
  return {
    analyze: (text, choices) => analyzeWith(text, choices ?? {}),
    personalData: (text) => personalData(createDocument(text, { readers, detect })),
  }

  function analyzeWith(text: string, choices: AnalyzeOptions): Analysis {
    const question = choices.question ?? 'general'
    const document = createDocument(text, { readers, language: choices.language, detect })
    const assessment = sentiment.assess(document, question, { rating: choices.rating })
    const mentions = assessment.substance ? categories.classify(document, question) : []
    const findings = mentions.flatMap(({ key, confidence, evidence }) => {
      const sign = signs.get(key)
      // "Ei mitään" cannot be dissatisfaction in a comment that praises: such a category needs its own sign.
      if (sign !== undefined && assessment.label !== sign && !openLabels.has(assessment.label)) return []
      return [{ key, polarity: sign ?? sentiment.polarityAt(assessment, evidence), confidence, evidence }]
    })
    return {
      language: document.language,
      substance: assessment.substance,
      sentiment: {
        label: assessment.label,
        score: assessment.score,
        ...(assessment.sarcasm ? { sarcasm: true as const } : {}),
      },
      categories: findings,
      owners: categories.owners(findings),
      ...(crosswalk === undefined
        ? {}
        : { crosswalk: { [crosswalk]: categories.crosswalk(findings, crosswalk, document, question) } }),
      intents: assessment.intents,
      alerts: assessment.alerts,
      personalData: personalData(document),
      sentences: document.sentences.map(({ start, end }) => ({ start, end })),
    }
  }
}

function hasCrosswalk(classifier: Classifier, name: string): boolean {
  return classifier.taxonomy.categories.some((category) => Object.hasOwn(category.crosswalk ?? {}, name))
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
