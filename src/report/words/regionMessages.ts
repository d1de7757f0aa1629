import type { NoFigureReason, ScoreMetric, WarningCode } from '../../aggregate/index.js'

export type ByLevel = Record<'service' | 'unit', string>
export type ByNumber = Record<'one' | 'many', string>

export interface RegionMessages {
  metric: Record<ScoreMetric, string>
  headline: string
  headlineAlone: string
  none: Record<NoFigureReason, string>
  scheme: Record<
    | 'balanced'
    | 'pooled'
    | 'volume'
    | 'equal'
    | 'equalServices'
    | 'sqrt'
    | 'log'
    | 'power'
    | 'capped'
    | 'fixed'
    | 'hierarchical'
    | 'raked',
    ByLevel
  >
  /** Continues the sentence of a scheme. */
  cap: ByLevel
  largest: ByLevel
  alternatives: Record<'both' | 'pooled' | 'volume', string>
  effective: string
  answers: string
  coverage: string
  few: ByNumber
  complementary: ByNumber
  /** Words of small numbers from one up, in the form that the sentences need. */
  numbers: string[]
  warning: Record<WarningCode, ByNumber>
}

/** One sentence for services and units. */
export const same = (text: string): ByLevel => ({ service: text, unit: text })
/** One sentence whatever the number. */
export const always = (text: string): ByNumber => ({ one: text, many: text })
