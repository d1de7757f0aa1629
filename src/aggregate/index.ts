export { aggregate } from './aggregate.js'
export {
  type ChangeRow,
  type ChangeSplit,
  compareRegions,
  differenceInterval,
  type RegionChange,
} from './change.js'
export {
  type FinishOptions,
  finish,
  type QuestionFigures,
  type RegionFigures,
  type StateFigures,
  type UnitRow,
  type VolumeRow,
} from './finish.js'
export { type Funnel, type FunnelOptions, type FunnelUnit, funnel } from './funnel.js'
export { createHistograms, type Histograms } from './histogram.js'
export { type ChangeGroup, type Decomposition, kitagawa } from './kitagawa.js'
export { type Accumulator, createAccumulator, type PartialOptions, partial } from './partial.js'
export { type PeriodLength, periodOf } from './period.js'
export { type RankedUnit, type Ranking, type RankOptions, rankUnits } from './rank.js'
export { readState } from './readState.js'
export {
  merge,
  type PartialState,
  type StateAnswers,
  type StateCell,
  type StateQuestion,
  type StateUnit,
} from './state.js'
export type {
  AggregateOptions,
  Alternative,
  Companion,
  Estimate,
  FlatScheme,
  GroupFigures,
  Largest,
  LonelyUnit,
  Margins,
  NamedScheme,
  NoFigureReason,
  RegionScore,
  Scheme,
  ScoreMetric,
  ServiceFigures,
  Suppressed,
  UnitCounts,
  UnitFigures,
  Warning,
  WarningCode,
} from './types.js'
export { waterFill } from './waterFill.js'
export { balancedCap, schemeWeights, type Weighable } from './weights.js'
