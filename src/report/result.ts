import type { RegionChange, RegionScore, ScoreMetric } from '../aggregate/index.js'
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

/** Tone and languages of the comments. */
export interface CommentFigures {
  total: number
  withSubstance: number
  respondents: number
  /** null where fewer than `privacy.minimumGroup` respondents wrote; themes, owners, intents are empty then. */
  sentiment: Record<Polarity, number> | null
  languages: { code: string; count: number }[]
  uncategorized: number | null
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

/** One metric in two periods. */
export interface MetricChange {
  metric: ScoreMetric
  question: string
  scale: Scale | null
  /** The region in both periods, the difference, and what it is made of. */
  change: RegionChange
  /** Services that are shown in both periods, and units that have none. */
  groups: GroupChange[]
}

/** A service in two periods; the difference is after less before. */
export interface GroupChange {
  group: string
  before: { n: number; value: number }
  after: { n: number; value: number }
  difference: number
  interval: Interval | null
}

/** Share of the respondents who spoke of a theme, in two periods. */
export interface ThemeChange {
  key: string
  names: Record<Locale, string>
  before: { respondents: number; share: number }
  after: { respondents: number; share: number }
  difference: number
  interval: Interval
  /** Adjusted for the number of themes (Benjamini-Hochberg); null where nothing can differ. */
  p: number | null
}

/** What changed since another period. */
export interface Comparison {
  /** First and last day with an answer in it. */
  period: { from: string; to: string }
  responses: number
  comments: CommentFigures
  metrics: MetricChange[]
  /** The largest differences first. */
  themes: ThemeChange[]
}

/** What `report` writes. Versioned JSON; no field carries the time of the run. */
export interface SurveyResult {
  schemaVersion: 1
  version: string
  files: string[]
  /** records = responses + left out, each of these with its issue; those of a compared period are among them. */
  rows: { records: number; responses: number; leftOut: number }
  period: { from: string; to: string } | null
  level: number
  /** Names of units by their code. */
  unitNames: Record<string, string>
  metrics: MetricResult[]
  statements: StatementResult[]
  comments: CommentFigures
  themes: ThemeResult[]
  owners: { key: OwnerKey; share: number }[]
  intents: { key: Intent; count: number }[]
  alerts: AlertResult[]
  quotes: Quote[]
  /** What changed since the period that `compare` asks for; null without one. */
  comparison: Comparison | null
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
