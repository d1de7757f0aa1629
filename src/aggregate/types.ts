import type { LonelyUnit } from '../statistics/index.js'
import type { Interval, Metric, Scale } from '../types.js'

export type { LonelyUnit }

/** Metrics that a histogram can carry to a region; `choice` counts options, not a score. */
export type ScoreMetric = Exclude<Metric, 'choice'>

/** Answers of one unit. */
export interface UnitCounts {
  unit: string
  /** Units of one service answer for the same kind of visit; a unit without one stands alone. */
  service?: string | null
  /** Visits (any unit of measure, the same for all): what volume-based weights follow. */
  volume?: number | null
  /** How many visits the answers speak for, in visits: only for the finite population correction. */
  population?: number | null
  /** Histogram over the declared scale, index 0 = scale.min; fcr: no, partial, yes. */
  counts: readonly number[]
  /** Classes of these answers (`{age: '65+', sex: 'F'}`) for raking; a unit may then stand on many rows. */
  cell?: Readonly<Record<string, string>> | null
}

/** Population totals of the classes of a variable: `{age: {'18-39': 30000, '65+': 24900}}`. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>

export type NamedScheme = 'balanced' | 'pooled' | 'volume' | 'equal' | 'sqrt' | 'log'

/** How units (or services) share the total. See {@link schemeWeights}. */
export type Scheme =
  | NamedScheme
  | { kind: 'power'; exponent: number }
  /** min(cap, λ volume^exponent), water-filled. */
  | { kind: 'capped'; cap: number; exponent?: number }
  /** Weights of your own, e.g. those of a reference year. */
  | { kind: 'fixed'; weights: Readonly<Record<string, number>> }
  /** Units inside a service by `within`, services by `between`. */
  | { kind: 'hierarchical'; within: FlatScheme; between: FlatScheme }
  /** Respondents weighted so that every margin holds; one margin is post-stratification. */
  | { kind: 'raked'; margins: Margins; base?: 'volume' | 'pooled' }

export type FlatScheme = Exclude<Scheme, 'balanced' | { kind: 'hierarchical' } | { kind: 'raked' }>

export interface AggregateOptions {
  metric: ScoreMetric
  /** Default `balanced`. */
  scheme?: Scheme
  /** Declared scale, where it is not the metric's usual one. */
  scale?: Scale
  /** Confidence level, default 0.95. */
  level?: number
  /**
   * `auto` (default): score interval on the effective sample size, design-based t where every unit of
   * weight has 30 answers; `score` and `design` insist.
   */
  interval?: 'auto' | 'score' | 'design'
  lonely?: LonelyUnit
  /** Count the answers as a sample of `population` visits (else of `volume`): "what would all have said". */
  finitePopulation?: boolean
  /** Groups of fewer answers are hidden; default 10, 0 hides nothing. */
  suppressBelow?: number
}

/** A thing the reader must know; the words live in message tables. */
export interface Warning {
  code: WarningCode
  params: Readonly<Record<string, string | number>>
}

export type WarningCode =
  | 'no_volumes'
  | 'volume_missing'
  | 'coverage_low'
  | 'coverage_withheld'
  | 'schemes_disagree'
  | 'few_answers_much_weight'
  | 'one_answer'
  | 'one_unit_dominates'

export type NoFigureReason =
  | 'no_answers'
  | 'too_few_answers'
  | 'complementary'
  | 'no_volumes'
  | 'no_weight'
  | 'coverage_below_half'

/** A second statistic of the same answers, with its own interval. */
export interface Companion {
  value: number
  interval: Interval | null
}

export interface Estimate {
  /** NPS on -100..100, a share on 0..1, a mean on the question's own scale. */
  value: number | null
  reason?: NoFigureReason
  interval: Interval | null
  /** Design-based standard error, on the scale of the value. */
  se: number | null
  /** Effective sample size: min(Kish, design). */
  nEff: number | null
}

export interface Alternative extends Estimate {
  /** Service (unit, where no service is known) of the largest weight. */
  largest: { name: string; weight: number } | null
}

export interface GroupFigures {
  n: number
  volume: number | null
  /** Weight in the total; weights of units sum to 1, as do those of services. */
  weight: number
  shareOfAnswers: number
  value: number | null
  reason?: NoFigureReason
  interval: Interval | null
  /** weight × (value - total); sums to 0. */
  contribution: number | null
  /** Total less the total without this group: weight × (value - total) / (1 - weight). */
  influence: number | null
}

export interface ServiceFigures extends GroupFigures {
  service: string
  units: number
}

export interface UnitFigures extends GroupFigures {
  unit: string
  service: string | null
}

export interface Suppressed {
  level: 'unit' | 'service'
  unit?: string
  service: string | null
  n: number
  /** `few`: fewer answers than the limit; `complementary`: else a hidden one could be computed. */
  reason: 'few' | 'complementary'
}

export interface Largest {
  level: 'service' | 'unit'
  name: string
  weight: number
  shareOfAnswers: number
}

/** Figures of a region. JSON; versioned; every number of the reader's sentence is a field. */
export interface RegionScore extends Estimate {
  schemaVersion: 1
  metric: ScoreMetric
  scheme: Scheme
  /** Largest share that the scheme leaves any one service (without services: unit); null where it sets none. */
  cap: number | null
  n: number
  /** Kish's effective sample size, 1 / Σ W² / n. */
  kish: number | null
  /** v / design variance: effective size by the design. */
  design: number | null
  /** Design effect of weighting: n / nEff. */
  deff: number | null
  /** Satterthwaite's degrees of freedom of the standard error. */
  df: number | null
  /** Weighted shares of the classes: NPS detractors, passives, promoters; else the points of the scale. */
  shares: Record<string, number> | null
  /** Mean on the question's scale, where the value is a share. */
  mean: Companion | null
  /** Share of the top of the scale, where the value is a mean. */
  topBox: Companion | null
  services: ServiceFigures[]
  units: UnitFigures[]
  /** Hidden units together, so that the rows still add up. */
  hidden: { units: number; n: number; weight: number; contribution: number | null } | null
  /** The same answers under other schemes, side by side. Rounded where a group is hidden. */
  alternatives: Record<'pooled' | 'volume' | 'equal' | 'balanced', Alternative>
  coverage: {
    /** Share of the volume in units that answered; null without volumes. */
    volume: number | null
    /** Share of units that answered. */
    units: number
  }
  largest: { weight: Largest; answers: Largest } | null
  /** Σ W² over units, and its inverse. */
  concentration: { hhi: number; effectiveUnits: number } | null
  suppressed: Suppressed[]
  suppressBelow: number
  warnings: Warning[]
}
