import type { Document } from '../language/document.js'
import { loadResource } from '../resources.js'
import type { AlertFinding, Intent, Polarity, QuestionKind, Span } from '../types.js'
import { type AlertReason, createAlertFinder } from './alerts.js'
import { type AlertWeights, readAlertWeights } from './alertWeights.js'
import { softenCircumstances } from './circumstances.js'
import { type ClauseEvidence, weighClause } from './clausePolarity.js'
import { weighCorrections } from './corrections.js'
import { followCourse } from './course.js'
import { gradedReasons, learntReasons, type SentimentExplanation } from './explain.js'
import { type IntentReason, intentReasons } from './explainIntents.js'
import { readIntentWords } from './intentClasses.js'
import { type IntentModel, type IntentRead, intentModel, readIntentWeights } from './intentModel.js'
import { findIntents, metRows } from './intents.js'
import { type Heard, mentionInputs, polarityOfClauses, readMention } from './mentions.js'
import { type LearntPart, learntPart, readWeights } from './model.js'
import { follow, NO_OPENING } from './openings.js'
import type { Match } from './pattern.js'
import { compileRules, type Rule } from './rules.js'
import { suspectsSarcasm } from './sarcasm.js'
import { compileShortAnswers, readShortAnswer, readTopic } from './shortAnswers.js'
import { readTables, type Tables } from './tables.js'
import { createViewer, languageOf, type Seen, type View } from './view.js'
import { clauseLabel, isPlainQuestion, isThrownAlone, sumsOf, type Whole, weighComment } from './whole.js'

/** What was felt in a stretch of a comment. */
export interface ClauseSentiment extends Span {
  label: Polarity
  score: number
}

export interface Assessment {
  /** false where nothing was said ("-", "x"). */
  substance: boolean
  label: Polarity
  /** [-1, 1] */
  score: number
  sarcasm?: true
  clauses: ClauseSentiment[]
  intents: Intent[]
}

/**
 * What an assessment was made of goes with it where nobody else looks, for the mentions in it: a weak map of them took
 * an eighth of the time of an analysis.
 */
class HeardAssessment implements Assessment {
  declare readonly substance: boolean
  declare readonly label: Polarity
  declare readonly score: number
  declare readonly sarcasm?: true
  declare readonly clauses: ClauseSentiment[]
  readonly #heard: Heard | undefined
  #find: (() => Intent[]) | undefined
  #intents: Intent[] | undefined

  constructor(told: Omit<Assessment, 'intents'>, heard: Heard | undefined, find: () => Intent[]) {
    this.substance = told.substance
    this.label = told.label
    this.score = told.score
    if (told.sarcasm) this.sarcasm = true
    this.clauses = told.clauses
    this.#heard = heard
    this.#find = find
  }

  /** Found when they are first asked for. */
  get intents(): Intent[] {
    this.#intents ??= this.#find?.() ?? []
    this.#find = undefined
    return this.#intents
  }

  static heardOf(assessment: Assessment): Heard | undefined {
    return #heard in assessment ? assessment.#heard : undefined
  }
}

const { heardOf } = HeardAssessment

export interface AssessOptions {
  /** The answer to the rating question of the same form, as a share of its scale: 0 worst, 1 best. */
  rating?: number
}

export interface Assessor {
  /** Pure. `question` decides short answers: "Ei mitään" praises under `improve`. */
  assess(document: Document, question: QuestionKind, options?: AssessOptions): Assessment
  /** What a person should look at, whatever the question: in a channel of its own. Pure. */
  alerts(document: Document): AlertFinding[]
  /**
   * How a finding with this evidence is spoken of; `category` is its key, for some are spoken of mostly one way. Of an
   * assessment of this assessor more is known than it tells.
   */
  polarityAt(assessment: Assessment, evidence: readonly Span[], category?: string): Polarity
  /** What is behind the polarity: graded words, and what each word gave to the learnt part. */
  explain(document: Document, question: QuestionKind): SentimentExplanation
  /** What is behind each alert: rows of the table, and what words gave to the learnt part. */
  explainAlerts(document: Document): AlertReason[]
}

/** What the rules say of a comment before the learnt part weighs it. */
export interface Reading {
  view: View
  clauses: ClauseEvidence[]
  whole: Whole
}

export interface RuleReader {
  reading(document: Document, question: QuestionKind): Reading
  /** What was found behind an assessment; undefined for short answers, and without a model. */
  heardOf(assessment: Assessment): Heard | undefined
}

/** Makes an assessor of parsed tables; `loadSentiment` gives the one with the tables of the package. */
export function createAssessor(
  tables: Tables,
  model?: LearntPart,
  intents?: IntentModel,
  alertWeights?: AlertWeights,
): Assessor & RuleReader {
  const { rules, atoms } = compileRules(tables)
  const viewOf = createViewer(rules, atoms, tables.senses, model?.weights, intents)
  const shortAnswers = compileShortAnswers(tables.shortAnswers)
  const alertFinder = createAlertFinder(tables.alerts, alertWeights)
  return {
    assess,
    polarityAt,
    alerts: alertFinder.find,
    explain,
    explainAlerts: alertFinder.explain,
    reading,
    heardOf,
  }

  function reading(document: Document, question: QuestionKind): Reading {
    const view = viewOf(document)
    const used = new Array<boolean>(document.tokens.length).fill(false)
    const clauses = document.clauses.map((clause) =>
      weighClause(document, view, clause, opened(view, 'rules', clause.first, clause.last), used, question),
    )
    weighCorrections(view, clauses)
    followCourse(view, clauses)
    softenCircumstances(view, clauses)
    return { view, clauses, whole: weighComment(view, clauses, question) }
  }

  function explain(document: Document, question: QuestionKind): SentimentExplanation {
    const named = intents && assess(document, question)
    const { view, clauses, whole } = reading(document, question)
    return {
      ...(intents && named && { intents: reasonsOf(intents, named, document, view, clauses, question) }),
      shortAnswer: readShortAnswer(shortAnswers, document, question) !== undefined,
      rules: { praise: whole.positive, blame: whole.negative, reasons: gradedReasons(document, clauses) },
      ...(model && {
        learnt: learntReasons(
          model.weights,
          document,
          view,
          clauses,
          whole,
          question,
          languageOf(document.language.code),
        ),
      }),
    }
  }

  function polarityAt(assessment: Assessment, evidence: readonly Span[], category = ''): Polarity {
    const found = heardOf(assessment)
    const mentions = found?.weights.mentions
    if (found === undefined || mentions === undefined) return polarityOfClauses(assessment, evidence)
    const prior = mentions.priors[category]
    return readMention(
      prior === undefined ? mentions.unknown : mentions.known,
      mentionInputs(found, assessment, evidence, prior ?? 0),
    )
  }

  function reasonsOf(
    model: IntentModel,
    { label, intents: named }: Assessment,
    document: Document,
    view: View,
    clauses: ClauseEvidence[],
    question: QuestionKind,
  ): IntentReason[] {
    const met = metRows(document, view, opened(view, 'themes', 0, document.tokens.length), clauses, label)
    const read: IntentRead = [document, view, clauses, met, { label, question }]
    const spoken = model.judge(...read).filter(({ intent }) => named.includes(intent))
    return intentReasons(model.weights, spoken, read)
  }

  function assess(document: Document, question: QuestionKind, options: AssessOptions = {}): Assessment {
    const { view, clauses, whole } = reading(document, question)
    const short =
      readShortAnswer(shortAnswers, document, question) ?? readTopic(document, sumsOf(clauses), question)
    const substance = short ? short.substance : document.tokens.length > 0
    const learnt =
      model && !short && !isPlainQuestion(clauses) && !isThrownAlone(clauses)
        ? model.judge(view, clauses, whole, question, languageOf(document.language.code))
        : undefined
    const { label, score } = short
      ? { label: short.label, score: scoreOf(short.label) }
      : withGravity(learnt ?? whole, document)
    const sarcasm = substance && suspectsSarcasm(view, clauses, label, options.rating)
    const told = agreeing(
      clauses.map((found) => ({
        start: found.clause.start,
        end: found.clause.end,
        ...clauseLabel(found),
      })),
      label,
      score,
      short !== undefined,
    )
    return new HeardAssessment(
      {
        substance,
        label,
        score,
        ...(sarcasm ? { sarcasm: true as const } : {}),
        clauses: told,
      },
      model && !short
        ? { document, view, clauses, question, weights: model.weights, leans: learnt?.leans }
        : undefined,
      () => {
        if (!substance) return []
        const themes = opened(view, 'themes', 0, document.tokens.length)
        return findIntents(document, view, themes, clauses, { label, question }, intents)
      },
    )
  }

  /** What calls for an alert is blame, also where no word blames ("The surgeon left a swab inside me"). */
  function withGravity(
    { label, score }: { label: Polarity; score: number },
    document: Document,
  ): { label: Polarity; score: number } {
    return label === 'neutral' && alertFinder.find(document).some(({ level }) => level === 'likely')
      ? { label: 'negative', score: scoreOf('negative') }
      : { label, score }
  }
}

const NOTHING: readonly never[] = []

/** Matches of the patterns that open at the words of a stretch. */
export function opened(
  view: View,
  kind: 'rules' | 'themes',
  first: number,
  last: number,
): readonly Match<Rule>[] {
  let found: Match<Rule>[] | undefined
  for (let i = first; i < last; i += 1) {
    const opening = (view.seen[i] as Seen)[kind]
    if (opening === NO_OPENING) continue
    found ??= []
    follow(view, view.patterns, opening, i, found)
  }
  return found ?? NOTHING
}

/**
 * A short answer and a comment of one clause are their clauses. Where the whole is plainly one sign and every clause
 * that says anything says the other, the rules were wrong: the clauses take the sign of the whole.
 */
function agreeing(
  clauses: ClauseSentiment[],
  label: Polarity,
  score: number,
  isShort: boolean,
): ClauseSentiment[] {
  if (isShort || clauses.length === 1) return clauses.map((clause) => ({ ...clause, label, score }))
  if (label !== 'positive' && label !== 'negative') return clauses
  if (clauses.some((clause) => clause.label === label || clause.label === 'mixed')) return clauses
  return clauses.map((clause) => (clause.label === 'neutral' ? clause : { ...clause, label, score }))
}

const scoreOf = (label: Polarity): number => (label === 'positive' ? 0.6 : label === 'negative' ? -0.6 : 0)

/** Loads the tables and the learnt weights of polarity, intents and alerts. */
export async function loadSentiment(): Promise<Assessor> {
  const { sentimentTables } = await import('../generated/sentiment.js')
  const { intentWeights, intentWords } = await import('../generated/intents.js')
  return createAssessor(
    readTables(sentimentTables),
    learntPart(readWeights(await loadResource('sentiment'))),
    intentModel(readIntentWeights(intentWeights), readIntentWords(intentWords)),
    readAlertWeights(await loadResource('alerts')),
  )
}
