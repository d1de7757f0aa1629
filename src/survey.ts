import type { Taxonomy } from './categories/index.js'
import { PalauteError } from './errors.js'
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from './pipeline.js'
import {
  createPseudonyms,
  isSensitive,
  type NameLists,
  redact,
  withoutPraisedStaff,
} from './privacy/index.js'
import {
  type ColumnLayout,
  type ReadOptions,
  type Row,
  readSurvey,
  type Survey,
  type SurveyLayout,
  type SurveySource,
  type Table,
} from './read/index.js'
import type { SurveyResult } from './report/index.js'
import type { ScoredResponse } from './report/scored.js'
import { createTallies, type Question } from './report/tallies.js'
import { createThemeTallies, type ReadComment } from './report/themes.js'
import type { Comment, Locale, Response, Scale, SupportedLanguage } from './types.js'
import { version } from './version.js'

/** What happens to personal data before anything is shown or written. */
export type PrivacyPolicy = 'redact' | 'pseudonymize' | 'keep'

export interface SurveyOptions extends ReadOptions {
  /** Language of placeholders, default Finnish. */
  locale?: Locale
  privacy?: PrivacyPolicy
  /** With `pseudonymize`: a key of at least 16 characters keeps marks alike between runs (`createPseudonyms`). */
  pseudonymKey?: string
  /** Whether first names stay in plain praise ("Kiitos Maija!"); default `redact`. Other names are always hidden. */
  staffNames?: 'redact' | 'keep'
  /** Names of your own that are never, or always, personal data; not with an `analyzer`, which has its own. */
  names?: NameLists
  /** Confidence level, default 0.95. */
  level?: number
  /** Visits of each unit, for weighting. Without them services weigh the same, and the result says so. */
  volumes?: ReadonlyMap<string, number>
  /** Groups with fewer answers are hidden; default 10. */
  minimumGroup?: number
  /** Comments are quoted only from groups of at least so many respondents; default 20. */
  minimumQuoteGroup?: number
  taxonomy?: Taxonomy
  /** A model of your own, as for `createAnalyzer`; one that answers in its own time cannot be used here. */
  classifier?: AnalyzerOptions['classifier']
  /** An analyzer made before, for many surveys in one process. */
  analyzer?: Analyzer
}

/** Personal data found in the comments read, and the policy that met them. */
export type PrivacyCounts = Pick<SurveyResult['privacy'], 'policy' | 'staffNames' | 'namesKept' | 'findings'>

/** A scored response beside the cells that it comes from, and the table that they stand in. */
export interface ScoredRecord {
  row: Row
  response: ScoredResponse
  table: Table
}

export interface ScoredSurvey
  extends Pick<Survey, 'table' | 'tables' | 'layout' | 'files' | 'issues' | 'counts'> {
  responses: AsyncIterable<ScoredResponse>
  /** The same with the cells of the input; walk either this or `responses`, once. */
  records(): AsyncIterable<ScoredRecord>
  /** What was done to personal data so far, for whoever gets the output. */
  privacy(): PrivacyCounts
  /** A cell of the input that is no comment, as it may be shown: free text may name people too. */
  shown(text: string): string
}

/**
 * Reads one survey, or several files of it, and scores it row by row, streaming.
 *
 * @throws {ReadError} when a file cannot be read as a survey
 * @example
 * const { responses } = await scoreSurvey('answers.csv')
 * for await (const { scores, comments } of responses) console.log(scores.nps, comments[0]?.sentiment.label)
 */
export async function scoreSurvey(
  source: SurveySource | readonly SurveySource[],
  options: SurveyOptions = {},
): Promise<ScoredSurvey> {
  const analyzer = await analyzerFor(options)
  const survey = await readSurvey(source, options)
  const { show, shown, privacy } = shower(analyzer, options, survey.layout)
  async function* records(): AsyncGenerator<ScoredRecord> {
    for await (const batch of survey.records())
      for (const { row, response, table } of batch)
        yield { row, response: scored(response, show, shown), table }
  }
  async function* responses(): AsyncGenerator<ScoredResponse> {
    for await (const { response } of records()) yield response
  }
  const { table, tables, layout, files, issues, counts } = survey
  return { table, tables, layout, files, issues, counts, responses: responses(), records, privacy, shown }
}

async function analyzerFor(options: SurveyOptions): Promise<Analyzer> {
  const { analyzer, taxonomy, classifier, names } = options
  if (analyzer === undefined) return createAnalyzer({ taxonomy, classifier, ...(names ? { names } : {}) })
  for (const name of ['names', 'classifier'] as const)
    if (options[name] !== undefined)
      throw new PalauteError('bad_option', `${name} goes to createAnalyzer when an analyzer is given.`, {
        path: name,
      })
  return analyzer
}

function scored(
  response: Response,
  show: (response: Response, comment: Comment) => ReadComment,
  shown: (text: string) => string,
): ScoredResponse {
  const { nps, csat, ces, fcr, grade, likert, comments, id, choices, missing, channel, role, ...rest } =
    response
  const scores: Record<string, number | string | null> = {}
  for (const [key, value] of Object.entries({ nps, csat, ces, fcr, ...grade, ...likert }))
    if (value !== undefined) scores[key] = value
  return {
    ...rest,
    // A code of a respondent may be an address, and "something else, what?" is free text.
    ...(typeof id === 'string' ? { id: shown(id) } : id === undefined ? {} : { id }),
    ...(typeof channel === 'string' ? { channel: shown(channel) } : channel === undefined ? {} : { channel }),
    ...(typeof role === 'string' ? { role: shown(role) } : role === undefined ? {} : { role }),
    ...(choices ? { choices: mapValues(choices, (chosen) => chosen?.map(shown) ?? null) } : {}),
    ...(missing ? { missing: mapValues(missing, shown) } : {}),
    scores,
    comments: comments.map((comment) => {
      const { analysis, shown } = show(response, comment)
      return { ...comment, text: shown, ...analysis }
    }),
  }
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  of: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))
}

/** Analyzes a comment, and redacts it with the offsets of its findings moved along; `shown` does other cells. */
function shower(analyzer: Analyzer, options: SurveyOptions, layout: SurveyLayout) {
  const { privacy = 'redact', locale = 'fi', staffNames = 'redact', pseudonymKey: key } = options
  if (privacy !== 'redact' && privacy !== 'pseudonymize' && privacy !== 'keep')
    throw new PalauteError('bad_option', 'privacy is redact, pseudonymize or keep.', { path: 'privacy' })
  if (staffNames !== 'redact' && staffNames !== 'keep')
    throw new PalauteError('bad_option', 'staffNames is redact or keep.', { path: 'staffNames' })
  const pseudonyms =
    privacy === 'pseudonymize' ? createPseudonyms(key === undefined ? {} : { key }) : undefined
  const marks = { locale, ...(pseudonyms ? { pseudonyms } : {}) }
  const questions = questionsOf(layout)
  const findings = new Map<string, number>()
  let namesKept = 0
  const shown = (text: string): string =>
    privacy === 'keep' || text === '' ? text : redact(text, analyzer.personalData(text), marks).text
  const show = (response: Response, comment: Comment): ReadComment => {
    const language = (['fi', 'sv', 'en'] as const).find((code) => code === response.language)
    const analysis = analyzer.analyze(comment.text, {
      question: comment.question,
      language: trusted(comment, language),
      rating: ratingOf(response, questions),
    })
    for (const { type } of analysis.personalData) findings.set(type, (findings.get(type) ?? 0) + 1)
    if (privacy === 'keep' || analysis.personalData.length === 0)
      return { comment, analysis, shown: comment.text }
    const hidden = staffNames === 'keep' ? withoutPraisedStaff(comment.text, analysis) : analysis.personalData
    namesKept += analysis.personalData.length - hidden.length
    const { text, move } = redact(comment.text, hidden, marks)
    return {
      comment,
      shown: text,
      ...(isSensitive(comment.text) ? { sensitive: true as const } : {}),
      analysis: {
        ...analysis,
        categories: analysis.categories.map((found) => ({ ...found, evidence: found.evidence.map(move) })),
        alerts: analysis.alerts.map((found) => ({ ...found, evidence: found.evidence.map(move) })),
        personalData: analysis.personalData.map((found) => ({ type: found.type, ...move(found) })),
        sentences: analysis.sentences.map(move),
      },
    }
  }
  const counts = (): PrivacyCounts => ({
    policy: privacy,
    staffNames,
    namesKept,
    findings: Object.fromEntries([...findings].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))),
  })
  return { show, shown, privacy: counts }
}

/** The first rating of a response as a share of its scale, 1 the best; undefined where nothing was rated. */
function ratingOf(response: Response, questions: readonly Question[]): number | undefined {
  for (const { metric, column, scale } of questions) {
    const value =
      metric === 'grade'
        ? response.grade?.[column]
        : metric === 'nps' || metric === 'csat' || metric === 'ces'
          ? response[metric]
          : undefined
    if (typeof value !== 'number' || scale === null || scale.max === scale.min) continue
    const share = (value - scale.min) / (scale.max - scale.min)
    if (share < 0 || share > 1) continue
    return scale.best === 'low' ? 1 - share : share
  }
  return undefined
}

/** A form's language says little of a comment's; only a short comment, which cannot tell itself, takes it. */
function trusted(comment: Comment, language: SupportedLanguage | undefined): SupportedLanguage | undefined {
  return comment.text.length <= 12 ? language : undefined
}

const issuesKept = 200

/**
 * Reads a survey export, or several files of one survey, and sums it up: figures of the region with services and units, themes,
 * tone, alerts, quotes, and what could not be read. What `report` writes. Memory does not grow with the rows.
 *
 * @throws {ReadError} when a file cannot be read as a survey
 * @throws {PalauteError} `no_answers` when no file holds a response
 * @example
 * import { report, summarizeSurvey } from 'palaute'
 * const result = await summarizeSurvey(['answers.csv'], { volumes: new Map([['T1', 21400]]) })
 * const page = report(result, { locale: 'fi' })
 */
export async function summarizeSurvey(
  sources: SurveySource | readonly SurveySource[],
  options: SurveyOptions = {},
): Promise<SurveyResult> {
  const { level = 0.95, minimumGroup = 10, minimumQuoteGroup = 20 } = options
  const analyzer = await analyzerFor(options)
  const themes = createThemeTallies()
  const survey = await readSurvey(sources, options)
  const tallies = createTallies(questionsOf(survey.layout), scalesOf(survey.layout))
  const { show, privacy } = shower(analyzer, options, survey.layout)
  let from: string | undefined
  let to: string | undefined
  for await (const batch of survey.batches())
    for (const response of batch) {
      tallies.add(response)
      themes.add(
        response,
        response.comments.map((comment) => show(response, comment)),
      )
      const { time } = response
      if (time === null || time === undefined) continue
      const day = time.slice(0, 10)
      if (from === undefined || day < from) from = day
      if (to === undefined || day > to) to = day
    }
  const rows = survey.counts()
  if (rows.responses === 0)
    throw new PalauteError(
      'no_answers',
      'There is not one answer in the input: the header was read, but no row after it gave a response.',
    )
  const comments = themes.finish(analyzer.taxonomy, { level, minimumGroup, minimumQuoteGroup })
  return {
    schemaVersion: 1,
    version,
    files: survey.tables.map((table) => table.file),
    rows,
    period: from === undefined || to === undefined ? null : { from, to },
    level,
    unitNames: tallies.unitNames(),
    metrics: tallies.metrics({ level, minimumGroup, volumes: options.volumes ?? null }),
    statements: tallies.statementResults(level),
    ...comments,
    privacy: { ...privacy(), minimumGroup, minimumQuoteGroup },
    issues: { counts: survey.issues.counts(), list: survey.issues.list().slice(0, issuesKept) },
  }
}

/** The questions that a layout declares as figures; of each metric but grades the first column. */
function questionsOf(layout: SurveyLayout): Question[] {
  const asked = (column: ColumnLayout, metric: Question['metric']): Question => ({
    metric,
    column: column.name,
    question: column.name,
    scale: metric === 'fcr' ? null : (column.scale ?? null),
  })
  const heads = layout.columns.filter((column) => column.sameAs === undefined)
  const single = (['nps', 'csat', 'ces', 'fcr'] as const).flatMap((metric) => {
    const column = heads.find(({ role }) => role === metric)
    return column === undefined ? [] : [asked(column, metric)]
  })
  return [...single, ...heads.filter(({ role }) => role === 'grade').map((column) => asked(column, 'grade'))]
}

function scalesOf(layout: SurveyLayout): Map<string, Scale> {
  return new Map(
    layout.columns.flatMap(({ name, role, scale }) =>
      role === 'likert' && scale !== undefined ? [[name, scale]] : [],
    ),
  )
}
