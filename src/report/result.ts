import type { RegionScore, ScoreMetric } from '../aggregate/index.js'
import type { Score } from '../metrics/index.js'
import type {
  AlertKey,
  Intent,
  Interval,
  Issue,
  Locale,
  OwnerKey,
  Polarity,
  QuestionKind,
  Scale,
} from '../types.js'

/** One metric of a survey. */
export interface MetricResult {
  metric: ScoreMetric
  question: string
  scale: Scale | null
  /** The region's figure, with its services and units; small groups are hidden in it. */
  region: RegionScore
}

/** A statement ("Sain apua, kun tarvitsin"): agreement over all answers. */
export interface StatementResult {
  question: string
  score: Score
}

/** How often a theme was spoken of, counted in respondents, and how. */
export interface ThemeResult {
  key: string
  names: Record<Locale, string>
  domain: string
  respondents: number
  positive: number
  negative: number
  neutral: number
  mixed: number
  /** Share of respondents with a comment of substance who spoke of it. */
  share: number
  interval: Interval
}

/** A comment as it may be shown: redacted, from a group large enough. */
export interface Quote {
  text: string
  language: string
  polarity: Polarity
  question: QuestionKind
  service: string | null
  themes: string[]
}

export interface AlertResult {
  key: AlertKey
  level: 'possible' | 'likely'
  file: string
  row: number
  column: string
}

/** What `report` writes. Versioned JSON; no field carries the time of the run. */
export interface SurveyResult {
  schemaVersion: 1
  version: string
  files: string[]
  /** records = responses + left out, each of these with its issue. */
  rows: { records: number; responses: number; leftOut: number }
  period: { from: string; to: string } | null
  level: number
  /** Names of units by their code. */
  unitNames: Record<string, string>
  metrics: MetricResult[]
  statements: StatementResult[]
  comments: {
    total: number
    withSubstance: number
    respondents: number
    /** null where fewer than `privacy.minimumGroup` respondents wrote; themes, owners, intents are empty then. */
    sentiment: Record<Polarity, number> | null
    languages: { code: string; count: number }[]
    uncategorized: number | null
  }
  themes: ThemeResult[]
  owners: { key: OwnerKey; share: number }[]
  intents: { key: Intent; count: number }[]
  alerts: AlertResult[]
  quotes: Quote[]
  privacy: {
    policy: 'redact' | 'pseudonymize' | 'keep'
    /** Whether first names of staff stay in plain praise, and how many did. */
    staffNames: 'redact' | 'keep'
    namesKept: number
    /** Personal data found in comments, by type, with the names that were kept. */
    findings: Record<string, number>
    minimumGroup: number
    minimumQuoteGroup: number
  }
  issues: { counts: Record<string, number>; list: Issue[] }
}
