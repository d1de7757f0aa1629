import { PalauteError } from './errors.js'
import type { Analyzer } from './pipeline.js'
import { createCells, createPseudonyms, isSensitive, redact, withoutPraisedStaff } from './privacy/index.js'
import type { SurveyLayout } from './read/index.js'
import type { SurveyResult } from './report/index.js'
import type { Question } from './report/tallies.js'
import type { ReadComment } from './report/themes.js'
import type { Comment, Locale, Response, SupportedLanguage } from './types.js'

/** What happens to personal data before anything is shown or written. */
export type PrivacyPolicy = 'redact' | 'pseudonymize' | 'keep'

export interface PrivacyOptions {
  /** Language of placeholders, default Finnish. */
  locale?: Locale
  privacy?: PrivacyPolicy
  /** With `pseudonymize`: a key of at least 16 characters keeps marks alike between runs (`createPseudonyms`). */
  pseudonymKey?: string
  /** Whether first names stay in plain praise ("Kiitos Maija!"); default `redact`. Other names are always hidden. */
  staffNames?: 'redact' | 'keep'
}

/** Personal data found in what was read, and the policy that met it. A report shows comments only and counts theirs. */
export type PrivacyCounts = Pick<SurveyResult['privacy'], 'policy' | 'staffNames' | 'namesKept' | 'findings'>

/** Analyzes a comment, and redacts it with the offsets of its findings moved along; `cells` shows other cells. */
export function createRedaction(
  analyzer: Analyzer,
  options: PrivacyOptions,
  layout: SurveyLayout,
  questions: readonly Question[],
) {
  const { privacy = 'redact', locale = 'fi', staffNames = 'redact', pseudonymKey: key } = options
  if (privacy !== 'redact' && privacy !== 'pseudonymize' && privacy !== 'keep')
    throw new PalauteError('bad_option', 'privacy is redact, pseudonymize or keep.', { path: 'privacy' })
  if (staffNames !== 'redact' && staffNames !== 'keep')
    throw new PalauteError('bad_option', 'staffNames is redact or keep.', { path: 'staffNames' })
  const pseudonyms =
    privacy === 'pseudonymize' ? createPseudonyms(key === undefined ? {} : { key }) : undefined
  const marks = { locale, ...(pseudonyms ? { pseudonyms } : {}) }
  const findings = new Map<string, number>()
  let namesKept = 0
  const cells = createCells(analyzer.personalData, { ...marks, keep: privacy === 'keep' })
  const roles = new Map(layout.columns.map(({ name, role }) => [name, role]))
  const named = (column: string | undefined): boolean =>
    /^(?:unit|service|region)$/.test((column !== undefined && roles.get(column)) || '')
  /** Only a column that is no answer is judged by its header: "Nimi" may be asked of a unit. */
  const header = (column: string | undefined): string | undefined =>
    column !== undefined && /^(?:other|id)$/.test(roles.get(column) ?? 'other') ? column : undefined
  const shown = (text: string, column?: string): string =>
    named(column) ? cells.label(text) : cells.shown(text, header(column))
  const found = (type: string): void => {
    findings.set(type, (findings.get(type) ?? 0) + 1)
  }
  const count = (text: string, column: string): void => {
    if (!named(column)) for (const type of cells.types(text, header(column))) found(type)
  }
  const show = (response: Response, comment: Comment): ReadComment => {
    const language = (['fi', 'sv', 'en'] as const).find((code) => code === response.language)
    const analysis = analyzer.analyze(comment.text, {
      question: comment.question,
      language: trusted(comment, language),
      rating: ratingOf(response, questions),
    })
    for (const { type } of analysis.personalData) found(type)
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
  return { show, shown, cells, count, privacy: counts }
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
