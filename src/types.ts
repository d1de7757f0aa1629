/** Shapes shared by several floors. Offsets are always UTF-16 code units, end exclusive. */

export interface Span {
  start: number
  end: number
}

/** Languages that are read in depth. */
export type SupportedLanguage = 'fi' | 'sv' | 'en'

/** Language of user-facing text. */
export type Locale = SupportedLanguage

/** What an open question asks for. "Ei mitään" means the opposite under `good` and under `improve`. */
export type QuestionKind = 'good' | 'improve' | 'general'

export type Polarity = 'positive' | 'negative' | 'neutral' | 'mixed'

export type Intent =
  | 'praise'
  | 'complaint'
  | 'suggestion'
  | 'question'
  | 'contact_request'
  | 'thanks_to_person'
  | 'survey_feedback'
  | 'expectation_gap'

export type AlertKey =
  | 'self_harm'
  | 'violence_or_threat'
  | 'child_protection'
  | 'patient_harm'
  | 'medication_error'
  | 'data_breach'
  | 'discrimination'

export type PersonalDataType =
  | 'identityCode'
  | 'phone'
  | 'email'
  | 'address'
  | 'name'
  | 'iban'
  | 'plate'
  | 'birthDate'

export type OwnerKey = 'unit' | 'phone' | 'digital' | 'lobby' | 'food' | 'cleaning' | 'transport' | 'billing'

export interface LanguageGuess {
  /** ISO 639-1 (639-3 where there is none), or `und` when nothing can be said. */
  code: string
  /** 0..1 */
  confidence: number
}

export interface CategoryFinding {
  /** Key of a leaf of the taxonomy, e.g. `channels.reachability`. */
  key: string
  polarity: Polarity
  /** Calibrated probability, 0..1. */
  confidence: number
  evidence: Span[]
}

export interface AlertFinding {
  key: AlertKey
  level: 'possible' | 'likely'
  evidence: Span[]
}

export interface PersonalDataFinding extends Span {
  type: PersonalDataType
}

/** What is known of one comment. The JSON contract of `palaute analyze`: fields are added, never renamed. */
export interface Analysis {
  language: LanguageGuess
  /** false where nothing was said ("-", "x", "Ei kommentoitavaa"). */
  substance: boolean
  sentiment: { label: Polarity; score: number; sarcasm?: true }
  categories: CategoryFinding[]
  /**
   * Why no category was given, where none was: nothing was said, in a language that is not read in depth, or nothing
   * that speaks clearly for any.
   */
  uncategorized?: 'nothing_said' | 'other_language' | 'unclear'
  owners: { key: OwnerKey; share: number }[]
  crosswalk?: Record<string, string[]>
  intents: Intent[]
  alerts: AlertFinding[]
  personalData: PersonalDataFinding[]
  sentences: Span[]
}

export type IssueSeverity = 'error' | 'warning' | 'info'

/**
 * Something about the input that a reader must know. `row` is the 1-based record after the header, 0 the file
 * or its header. `value` is given only for scores, dates and choices (at most 40 characters); of comments, ids
 * and names only kind and length are told, in `hint`.
 */
export interface Issue {
  code: string
  severity: IssueSeverity
  file: string
  row: number
  column: string | null
  value: string | null
  hint: string
}

/** A rating scale as declared or inferred. `missing`: tokens that mean "cannot say" on this scale. */
export interface Scale {
  min: number
  max: number
  best: 'high' | 'low'
  missing?: readonly string[]
}

export type Metric = 'nps' | 'csat' | 'ces' | 'fcr' | 'grade' | 'likert' | 'choice'

export interface Interval {
  low: number
  high: number
  /** Confidence level, e.g. 0.95. */
  level: number
  method: string
}

/** A comment of a response, under its column and the kind of its question. */
export interface Comment {
  column: string
  question: QuestionKind
  text: string
}

/**
 * One respondent's answers. A column that is there but empty or "cannot say" gives null, and
 * `missing[field]` holds the cell as written; a question that was not asked is absent from both.
 * nps, csat and ces are on the scale that the layout declares for their column.
 */
export interface Response {
  row: number
  file: string
  id?: string | null
  /** ISO with the offset of Helsinki, or as coarse as given: `2021-03-25`, `2023-Q2`, `2021-W12`. */
  time?: string | null
  unit?: string | null
  unitName?: string | null
  service?: string | null
  region?: string | null
  channel?: string | null
  language?: string | null
  role?: string | null
  weight?: number | null
  nps?: number | null
  csat?: number | null
  ces?: number | null
  fcr?: 'yes' | 'no' | 'partial' | null
  grade?: Record<string, number | null>
  likert?: Record<string, number | null>
  choices?: Record<string, string[] | null>
  missing?: Record<string, string>
  comments: Comment[]
}
