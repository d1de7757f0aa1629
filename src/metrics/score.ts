import type { Interval, Metric, Scale } from '../types.js'

/** Why there is no value: nothing came, everything was "cannot say", or nothing that came was on the scale. */
export type NoValueReason = 'no_answers' | 'all_missing' | 'none_on_scale'

/**
 * A value that could not be counted. It is kept out of the figures and told of here. `value` is the number
 * as given; of text only that it was text is told, since a stray comment may sit in a score column.
 */
export interface ValueIssue {
  code:
    | 'off_scale'
    | 'between_points'
    | 'not_a_number'
    | 'unknown_answer'
    | 'unknown_option'
    | 'repeated_option'
  /** 0-based place among the values given. */
  index: number
  value: number | null
}

/** Something a reader of the figure must know; the words live in the message tables. */
export type ScoreNote =
  | { code: 'best_is_low' }
  | { code: 'not_standard_scale'; min: number; max: number }
  | { code: 'own_cuts'; detractorsTo: number; promotersFrom: number }
  | { code: 'shares_may_pass_one'; sum: number }
  | { code: 'one_answer' }

/** A figure with what carries it: its own interval and standard error, on its own scale. */
export interface Estimate {
  value: number
  interval: Interval
  /** s / √n on the scale of the value; null for a single answer, where no spread can be seen. */
  standardError: number | null
}

/** What every metric gives. `value`, `interval`, `shares` and `standardError` are null, never 0 or NaN, without answers. */
export interface Score {
  metric: Metric
  value: number | null
  /** Only where `value` is null. */
  reason?: NoValueReason
  /** Answers counted. */
  n: number
  /** Empty cells and "cannot say". */
  missing: number
  /** Values off the scale, counted in full; `issues` lists the first of them. */
  invalid: number
  issues: ValueIssue[]
  /** The scale that was counted; null where the answers are words. */
  scale: Scale | null
  counts: Record<string, number>
  /** Of the answers counted, 0..1. */
  shares: Record<string, number> | null
  interval: Interval | null
  standardError: number | null
  notes: ScoreNote[]
}

/** Answers as they come, or counted already. Counts by scale point: index 0 is the scale's lowest point. */
export type MetricInput<Value> =
  | Iterable<Value>
  | { counts: readonly number[] | Readonly<Record<string, number>>; missing?: number }

/** A score as a number, as text ("8", "4,5"), or missing (null, undefined, empty text). */
export type ScaleValue = number | string | null | undefined

export interface MetricOptions {
  /** Confidence level, 0.95 unless told. */
  level?: number
}

export interface ScaleOptions extends MetricOptions {
  scale?: Scale
}
