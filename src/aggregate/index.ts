export { aggregate } from './aggregate.js'
export { postStratify, type RakeMargin, rake, trimWeights } from './calibrate.js'
export {
  type Calibration,
  type SurveyDesign,
  type SurveyMean,
  surveyBy,
  surveyContrast,
  surveyMean,
  surveyTotal,
} from './survey.js'
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
  NoValueReason,
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
