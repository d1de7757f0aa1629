import type { Taxonomy } from './categories/index.js'
import { PalauteError } from './errors.js'
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from './pipeline.js'
import type { Cells, NameLists } from './privacy/index.js'
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
import { createRedaction, type PrivacyCounts, type PrivacyOptions } from './redaction.js'
import { comparePeriods } from './report/comparison.js'
import type { SurveyResult } from './report/index.js'
import { createPeriodTallies } from './report/periodTallies.js'
import type { ScoredResponse } from './report/scored.js'
import type { Question } from './report/tallies.js'
import type { ReadComment } from './report/themes.js'
import type { Comment, Response, Scale } from './types.js'
import { version } from './version.js'

export type { PrivacyCounts, PrivacyPolicy } from './redaction.js'

export interface SurveyOptions extends ReadOptions, PrivacyOptions {
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
  /** A cell of the input that is no comment, as it may be shown; `column` is the name of its column. */
  shown(text: string, column?: string): string
  /** The name of a column, unit or service as it may be shown. */
  label(name: string): string
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
  const { show, shown, cells, count, privacy } = createRedaction(
    analyzer,
    options,
    survey.layout,
    questionsOf(survey.layout),
  )
  async function* records(): AsyncGenerator<ScoredRecord> {
    for await (const batch of survey.records())
      for (const { row, response, table } of batch) {
        const written = new Set(response.comments.map(({ column }) => column))
        for (const [index, { name }] of table.columns.entries())
          if (!written.has(name)) count(row.cells[index] ?? '', name)
        yield { row, response: scored(response, show, cells), table }
      }
  }
  async function* responses(): AsyncGenerator<ScoredResponse> {
    for await (const { response } of records()) yield response
  }
  const { table, tables, layout, files, issues, counts } = survey
  return {
    table,
    tables,
    layout,
    files,
    issues,
    counts,
    responses: responses(),
    records,
    privacy,
    shown,
    label: cells.label,
  }
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
  { shown, label }: Cells,
): ScoredResponse {
  const { nps, csat, ces, fcr, grade, likert, comments, choices, missing, ...rest } = labeled(response, label)
  const scores: Record<string, number | string | null> = {}
  for (const [key, value] of Object.entries({ nps, csat, ces, fcr }))
    if (value !== undefined) scores[key] = value
  for (const [key, value] of Object.entries({ ...grade, ...likert })) scores[label(key)] = value
  // A code of a respondent may be an address, and "something else, what?" is free text.
  for (const key of ['id', 'channel', 'role', 'language'] as const) {
    const value = rest[key]
    if (typeof value === 'string') rest[key] = shown(value)
  }
  return {
    ...rest,
    ...(choices
      ? { choices: mapped(choices, label, (chosen) => chosen?.map((one) => shown(one)) ?? null) }
      : {}),
    ...(missing ? { missing: mapped(missing, label, (cell) => shown(cell)) } : {}),
    scores,
    comments: comments.map((comment) => {
      const { analysis, shown } = show(response, comment)
      return { ...comment, column: label(comment.column), text: shown, ...analysis }
    }),
  }
}

/** A response with the names of what it speaks of as they may be shown. */
function labeled(response: Response, label: (name: string) => string): Response {
  const out = { ...response, file: label(response.file) }
  for (const key of ['unit', 'unitName', 'service', 'region'] as const) {
    const name = out[key]
    if (typeof name === 'string') out[key] = label(name)
  }
  return out
}

function mapped<Value, Result>(
  record: Readonly<Record<string, Value>>,
  label: (key: string) => string,
  of: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [label(key), of(value)]))
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
  const survey = await readSurvey(sources, options)
  const questions = questionsOf(survey.layout)
  const scales = scalesOf(survey.layout)
  const now = createPeriodTallies(questions, scales)
  const before = survey.compared ? createPeriodTallies(questions, scales) : undefined
  const { show, cells, privacy } = createRedaction(analyzer, options, survey.layout, questions)
  const { label } = cells
  for await (const batch of survey.batches())
    for (const given of batch) {
      const response = labeled(given, label)
      const period = before && survey.isCompared(given) ? before : now
      period.add(
        response,
        response.comments.map((comment) => show(response, comment)),
      )
    }
  const rows = survey.counts()
  if (rows.responses === 0) {
    const { outside_period = 0, period_unknown = 0 } = survey.issues.counts()
    throw new PalauteError(
      'no_answers',
      outside_period + period_unknown > 0
        ? `There is not one answer from the period asked for: ${outside_period} are from outside it, of ${period_unknown} the time is missing or too coarse.`
        : 'There is not one answer in the input: the header was read, but no row after it gave a response.',
    )
  }
  if (before && now.responses() * before.responses() === 0)
    throw new PalauteError(
      'no_answers',
      `There is not one answer from the period ${before.responses() === 0 ? 'to compare with' : 'reported'}.`,
      { path: before.responses() === 0 ? 'compare' : 'from' },
    )
  const asked = { level, minimumGroup, minimumQuoteGroup, volumes: options.volumes ?? null }
  const comments = now.themes.finish(analyzer.taxonomy, asked)
  return {
    schemaVersion: 1,
    version,
    files: survey.tables.map((table) => label(table.file)),
    rows,
    period: now.days(),
    level,
    unitNames: { ...before?.tallies.unitNames(), ...now.tallies.unitNames() },
    metrics: now.tallies.metrics(asked).map((result) => ({ ...result, question: label(result.question) })),
    statements: now.tallies
      .statementResults(level)
      .map((result) => ({ ...result, question: label(result.question) })),
    ...comments,
    alerts: comments.alerts.map((alert) => ({ ...alert, column: label(alert.column) })),
    comparison: before ? comparePeriods(before, now, analyzer.taxonomy, asked, label) : null,
    privacy: { ...privacy(), minimumGroup, minimumQuoteGroup },
    issues: {
      counts: survey.issues.counts(),
      list: survey.issues
        .list()
        .slice(0, issuesKept)
        .map((issue) => ({
          ...issue,
          file: label(issue.file),
          column: issue.column === null ? null : label(issue.column),
        })),
    },
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
