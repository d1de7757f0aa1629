import type { CategoryMention, Explanation } from './categories/index.js'
import { PalauteError } from './errors.js'
import type { Document } from './language/index.js'
import type { AlertReason, SentimentExplanation } from './sentiment/index.js'
import type { Analysis, PersonalDataFinding, Polarity, QuestionKind, SupportedLanguage } from './types.js'

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

/** Why an analysis says what it says. */
export interface AnalysisExplanation {
  /** For each category found: where it starts from (`bias`) and what words and concepts added, in log-odds. */
  categories: Explanation[]
  /** What spoke for praise and for blame: rules and learnt words with their weights. */
  polarity: SentimentExplanation
  /** For each alert: the rows of the table that were met, and what words gave to the learnt part. */
  alerts: AlertReason[]
  /** Stretches of the text with the polarity that was heard in each, -1..1. */
  clauses: { text: string; label: Polarity; score: number }[]
}

export type Told = Omit<Analysis, 'alerts' | 'intents' | 'personalData'>

/** What was read, for explaining. */
export interface Read {
  text: string
  choices: AnalyzeOptions
  asked: CategoryMention[] | undefined
}

/** What is worked out of a comment only when it is asked for. */
export interface Later {
  alerts(document: Document): Analysis['alerts']
  personalData(document: Document): PersonalDataFinding[]
  explain(read: Read, findings: Analysis['categories']): AnalysisExplanation
}

/**
 * An analysis that can tell its reasons, worked out anew from the text alone. Alerts and personal data each take as
 * long as the categories do, intents a fourth of it, and many a caller wants polarity and categories only: they are
 * found when they are first read. To `JSON.stringify`, spreading and comparing they are properties like the others.
 */
export class ReadComment implements Analysis {
  declare readonly language: Analysis['language']
  declare readonly substance: boolean
  declare readonly sentiment: Analysis['sentiment']
  declare readonly categories: Analysis['categories']
  declare readonly uncategorized?: Analysis['uncategorized']
  declare readonly owners: Analysis['owners']
  declare readonly crosswalk?: Analysis['crosswalk']
  declare readonly intents: Analysis['intents']
  declare readonly alerts: Analysis['alerts']
  declare readonly personalData: PersonalDataFinding[]
  declare readonly sentences: Analysis['sentences']
  readonly #later: Later
  readonly #read: Read
  /** Kept until alerts and personal data were both asked for. */
  #document: Document | undefined
  /** Kept until intents were asked for. */
  #heard: Pick<Analysis, 'intents'> | undefined
  #intents: Analysis['intents'] | undefined
  #alerts: Analysis['alerts'] | undefined
  #personalData: PersonalDataFinding[] | undefined

  constructor(told: Told, heard: Pick<Analysis, 'intents'>, document: Document, later: Later, read: Read) {
    // Written out: an analysis is made of every comment, and `Object.assign` takes five times as long.
    this.language = told.language
    this.substance = told.substance
    this.sentiment = told.sentiment
    this.categories = told.categories
    if (told.uncategorized !== undefined) this.uncategorized = told.uncategorized
    this.owners = told.owners
    if (told.crosswalk !== undefined) this.crosswalk = told.crosswalk
    Object.defineProperty(this, 'intents', ReadComment.#lazyIntents)
    if (told.substance) Object.defineProperty(this, 'alerts', ReadComment.#lazyAlerts)
    else this.alerts = []
    Object.defineProperty(this, 'personalData', ReadComment.#lazyPersonalData)
    this.sentences = told.sentences
    this.#heard = heard
    this.#document = document
    this.#later = later
    this.#read = read
  }

  static readonly #lazyIntents: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: ReadComment) {
      this.#intents ??= (this.#heard as Pick<Analysis, 'intents'>).intents
      this.#heard = undefined
      return this.#intents
    },
    set(this: ReadComment, intents: Analysis['intents']) {
      this.#intents = intents
    },
  }

  static readonly #lazyAlerts: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: ReadComment) {
      this.#alerts ??= this.#later.alerts(this.#document as Document)
      this.#release()
      return this.#alerts
    },
    set(this: ReadComment, alerts: Analysis['alerts']) {
      this.#alerts = alerts
    },
  }

  static readonly #lazyPersonalData: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: ReadComment) {
      this.#personalData ??= this.#later.personalData(this.#document as Document)
      this.#release()
      return this.#personalData
    },
    set(this: ReadComment, found: PersonalDataFinding[]) {
      this.#personalData = found
    },
  }

  #release(): void {
    if (this.#personalData !== undefined && (this.#alerts !== undefined || !this.substance))
      this.#document = undefined
  }

  static explain(analysis: Analysis): AnalysisExplanation | undefined {
    return #later in analysis ? analysis.#later.explain(analysis.#read, analysis.categories) : undefined
  }
}

/**
 * Lists what is behind an analysis: the words, concepts and weights of each category, what spoke for
 * praise and for blame, and the stretches of the text with the polarity heard in them.
 *
 * @param analysis as an analyzer gave it (not a copy, nor read back from JSON: these do not carry the text)
 * @throws {PalauteError} `bad_option` for anything else
 * @example
 * const { categories } = explainAnalysis(await analyze('Parkkipaikkaa ei löytynyt'))
 * categories[0].reasons[0] // { text: 'Parkkipaikkaa', concept: 'parking', weight: 5.2 }
 */
export function explainAnalysis(analysis: Analysis): AnalysisExplanation {
  const explanation =
    typeof analysis === 'object' && analysis !== null ? ReadComment.explain(analysis) : undefined
  if (explanation === undefined)
    throw new PalauteError(
      'bad_option',
      'Only an analysis as the analyzer gave it can be explained: a copy does not carry its text. Analyze the text again.',
      { path: 'analysis' },
    )
  return explanation
}
