import type { QuestionKind, Scale } from '../types.js'

/** Roles of which a response holds one value, whatever the header says. */
export const singleRoles = [
  'id',
  'time',
  'unit',
  'service',
  'region',
  'channel',
  'language',
  'role',
  'weight',
  'nps',
  'csat',
  'ces',
  'fcr',
] as const

/** Roles that several columns may have. */
const sharedRoles = ['grade', 'likert', 'choice', 'comment', 'other'] as const

export const columnRoles = [...singleRoles, ...sharedRoles] as const

/** What a column is. `other` is kept out of the responses. */
export type ColumnRole = (typeof singleRoles)[number] | (typeof sharedRoles)[number]

/** One column of a survey: its role, how its cells are read, and why. */
export interface ColumnLayout {
  /** Header as shown in the file. Columns are found by it. */
  name: string
  /** Other wordings of the same question, in other files or years. */
  names?: string[]
  /** 0-based place in the file that the layout was made from. */
  index: number
  role: ColumnRole
  /**
   * Which of two columns of one role: code or name of a unit, start or end of answering; of a time in two
   * columns, the clock beside a date, or the period (quarter, week, month) beside a year.
   */
  part?: 'code' | 'name' | 'start' | 'end' | 'clock' | 'period'
  /** Kind of an open question; the question of a choice. */
  question?: QuestionKind | (string & {})
  /** The option, where each option has its own column. */
  option?: string
  /** Several answers in one cell, joined by this text. */
  separator?: string
  /** Options of a choice as they may stand in a joined cell. */
  options?: string[]
  /** Name of the column that asks the same in another language; answers are read as one question. */
  sameAs?: string
  scale?: Scale
  /** Name of a known set of answer words (`agreement5`), worst = scale.min. */
  words?: string
  /** Answer words of this survey and their value on the scale. */
  labels?: Record<string, number>
  /** Codes and what they stand for (from a code book). */
  codes?: Record<string, string>
  /** Digits of the codes of a unit, where they have leading zeros; shorter ones are told. */
  width?: number
  /** Cells that mean "no answer" here, besides those known everywhere. */
  missing?: string[]
  /** Order of day and month in dates with slashes. */
  dateOrder?: 'dmy' | 'mdy'
  /** What the cells of a time column count, where the cell alone cannot tell. */
  timeUnit?: 'quarter' | 'week' | 'month' | 'date'
  /** Theme of the national statements, and whose voice it is asked in. */
  statement?: { theme: string; voice: 'adult' | 'child' | 'guardian'; verified: boolean }
  /** Asked only of those who chose one of these options in another question. */
  askedIf?: { question: string; anyOf: string[] }
  confidence: number
  reason: string
  /** What cannot be known from the file: confirm or edit. */
  needsReview?: true
}

/** Options of the command line that a layout may hold too; a flag wins. */
export interface LayoutOptions {
  volumes?: string
  units?: string
  codebook?: string
  sheet?: string | number
  taxonomy?: string
  locale?: 'fi' | 'sv' | 'en'
  privacy?: 'redact' | 'pseudonymize' | 'keep'
  level?: number
  from?: string
  to?: string
  strict?: boolean
}

/** How a survey's columns are read. Made by `detectColumns`, saved as JSON, edited, passed back. */
export interface SurveyLayout extends LayoutOptions {
  schemaVersion: 1
  columns: ColumnLayout[]
  /** Groups of respondents by rule over a choice. */
  groups?: GroupRule[]
}

/** A derived group: who is in it by the options chosen. */
export interface GroupRule {
  name: string
  question: string
  /** In the group when any of these is chosen. */
  anyOf?: string[]
  /** In the group when anything else than these is chosen. */
  anyExcept?: string[]
}
