import { type Taxonomy, loadSoteTaxonomy } from './categories/index.js'
import { PalauteError } from './errors.js'
import { type Analyzer, createAnalyzer } from './pipeline.js'
import { redact } from './privacy/index.js'
import {
  type ColumnLayout,
  type ReadOptions,
  type Row,
  readSurvey,
  type Survey,
  type SurveyLayout,
  type SurveySource,
} from './read/index.js'
import type { SurveyResult } from './report/index.js'
import { createTallies, type Question } from './report/tallies.js'
import { createThemeTallies, type ReadComment } from './report/themes.js'
import type { Analysis, Comment, Issue, Locale, Response, Scale, SupportedLanguage } from './types.js'
import { version } from './version.js'

/** What happens to personal data before anything is shown or written. */
export type PrivacyPolicy = 'redact' | 'keep'

export interface SurveyOptions extends ReadOptions {
  /** Language of placeholders, default Finnish. */
  locale?: Locale
  privacy?: PrivacyPolicy
  /** Confidence level, default 0.95. */
  level?: number
  /** Visits of each unit, for weighting. Without them services weigh the same, and the result says so. */
  volumes?: ReadonlyMap<string, number>
  /** Groups with fewer answers are hidden; default 10. */
  minimumGroup?: number
  /** Comments are quoted only from groups of at least so many respondents; default 20. */
  minimumQuoteGroup?: number
  taxonomy?: Taxonomy
  /** An analyzer made before, for many surveys in one process. */
  analyzer?: Analyzer
}

/** A comment with its findings. Text and offsets are those of the redacted text unless privacy is `keep`. */
export type ScoredComment = Comment & Analysis

/** A response as `palaute score` writes it. */
export interface ScoredResponse extends Omit<Response, 'comments' | 'nps' | 'csat' | 'ces' | 'fcr' | 'grade' | 'likert'> {
  scores: Record<string, number | string | null>
  comments: ScoredComment[]
}

/** A scored response beside the cells that it comes from. */
export interface ScoredRecord {
  row: Row
  response: ScoredResponse
}

/**
 * Reads a survey and scores it row by row, streaming.
 *
 * @throws {ReadError} when the file cannot be read as a survey
 * @example
 * const { responses } = await scoreSurvey('answers.csv')
 * for await (const { scores, comments } of responses) console.log(scores.nps, comments[0]?.sentiment.label)
 */
export async function scoreSurvey(
  source: SurveySource,
  options: SurveyOptions = {},
): Promise<
  Pick<Survey, 'table' | 'layout' | 'issues'> & {
    responses: AsyncIterable<ScoredResponse>
    /** The same with the cells of the input; walk either this or `responses`, once. */
    records(): AsyncIterable<ScoredRecord>
  }
> {
  const analyzer = options.analyzer ?? (await createAnalyzer({ taxonomy: options.taxonomy }))
  const survey = await readSurvey(source, options)
  const show = shower(analyzer, options)
  async function* records(): AsyncGenerator<ScoredRecord> {
    for await (const batch of survey.records())
      for (const { row, response } of batch) yield { row, response: scored(response, show) }
  }
  async function* responses(): AsyncGenerator<ScoredResponse> {
    for await (const { response } of records()) yield response
  }
  const { table, layout, issues } = survey
  return { table, layout, issues, responses: responses(), records }
}

function scored(response: Response, show: (response: Response, comment: Comment) => ReadComment): ScoredResponse {
  const { nps, csat, ces, fcr, grade, likert, comments, ...rest } = response
  const scores: Record<string, number | string | null> = {}
  for (const [key, value] of Object.entries({ nps, csat, ces, fcr, ...grade, ...likert }))
    if (value !== undefined) scores[key] = value
  return {
    ...rest,
    scores,
    comments: comments.map((comment) => {
      const { analysis, shown } = show(response, comment)
      return { ...comment, text: shown, ...analysis }
    }),
  }
}

/** Analyzes a comment, and redacts it with the offsets of its findings moved along. */
function shower(analyzer: Analyzer, { privacy = 'redact', locale = 'fi' }: SurveyOptions) {
  if (privacy !== 'redact' && privacy !== 'keep')
    throw new PalauteError('bad_option', 'privacy is redact or keep.', { path: 'privacy' })
  return (response: Response, comment: Comment): ReadComment => {
    const language = (['fi', 'sv', 'en'] as const).find((code) => code === response.language)
    const analysis = analyzer.analyze(comment.text, { question: comment.question, language: trusted(comment, language) })
    if (privacy === 'keep' || analysis.personalData.length === 0)
      return { comment, analysis, shown: comment.text }
    const { text, move } = redact(comment.text, analysis.personalData, locale)
    return {
      comment,
      shown: text,
      analysis: {
        ...analysis,
        categories: analysis.categories.map((found) => ({ ...found, evidence: found.evidence.map(move) })),
        alerts: analysis.alerts.map((found) => ({ ...found, evidence: found.evidence.map(move) })),
        personalData: analysis.personalData.map((found) => ({ type: found.type, ...move(found) })),
        sentences: analysis.sentences.map(move),
      },
    }
  }
}

/** A form's language says little of a comment's; only a short comment, which cannot tell itself, takes it. */
function trusted(comment: Comment, language: SupportedLanguage | undefined): SupportedLanguage | undefined {
  return comment.text.length <= 12 ? language : undefined
}

/** Issue codes of records that gave no response. */
const refusedCodes = ['blank_row', 'totals_row', 'repeated_header'] as const
const issuesKept = 200

/**
 * Reads one or several survey exports and sums them up: figures of the region with services and units, themes,
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
  sources: readonly SurveySource[],
  options: SurveyOptions = {},
): Promise<SurveyResult> {
  const { level = 0.95, privacy = 'redact', minimumGroup = 10, minimumQuoteGroup = 20 } = options
  const taxonomy = options.taxonomy ?? (await loadSoteTaxonomy())
  const analyzer = options.analyzer ?? (await createAnalyzer({ taxonomy }))
  const themes = createThemeTallies()
  const files: SurveyResult['files'] = []
  const issueCounts: Record<string, number> = {}
  const issueList: Issue[] = []
  let tallies: ReturnType<typeof createTallies> | undefined
  let from: string | undefined
  let to: string | undefined
  for (const source of sources) {
    const survey = await readSurvey(source, options)
    tallies ??= createTallies(questionsOf(survey.layout), scalesOf(survey.layout))
    const show = shower(analyzer, options)
    let responses = 0
    for await (const batch of survey.batches())
      for (const response of batch) {
        responses += 1
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
    const counts = survey.issues.counts()
    const refused = refusedCodes.reduce((sum, code) => sum + (counts[code] ?? 0), 0)
    files.push({ file: survey.table.file, rows: responses + refused, responses, refused })
    for (const [code, count] of Object.entries(counts)) issueCounts[code] = (issueCounts[code] ?? 0) + count
    for (const issue of survey.issues.list()) if (issueList.length < issuesKept) issueList.push(issue)
  }
  if (tallies === undefined || files.every((file) => file.responses === 0))
    throw new PalauteError('no_answers', 'There is not one answer in the input: the header was read, but no row after it.')
  const { findings, ...comments } = themes.finish(taxonomy, { level, minimumGroup, minimumQuoteGroup })
  return {
    schemaVersion: 1,
    version,
    files,
    period: from === undefined || to === undefined ? null : { from, to },
    level,
    unitNames: tallies.unitNames(),
    metrics: tallies.metrics({ level, minimumGroup, volumes: options.volumes ?? null }),
    statements: tallies.statementResults(level),
    ...comments,
    privacy: { policy: privacy, findings, minimumGroup, minimumQuoteGroup },
    issues: { counts: issueCounts, list: issueList },
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
    layout.columns.flatMap(({ name, role, scale }) => (role === 'likert' && scale !== undefined ? [[name, scale]] : [])),
  )
}
