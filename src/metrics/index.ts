export { type CesScore, ces, cesScale } from './ces.js'
export {
  type ChoiceInput,
  type ChoiceOptions,
  type ChoiceScore,
  type ChosenOption,
  choice,
} from './choice.js'
export { type CsatScore, csat, csatScale } from './csat.js'
export { type FcrAnswer, type FcrOptions, type FcrScore, fcr } from './fcr.js'
export { type GradeScore, grade, gradeScale } from './grade.js'
export { type LikertOptions, type LikertScore, likert, likertScale } from './likert.js'
export { type NpsClass, type NpsOptions, type NpsScore, nps, npsClasses, npsScale } from './nps.js'
export type { Box, BoxOptions, ScaleScore } from './scaleScore.js'
export type {
  Estimate,
  MetricInput,
  MetricOptions,
  NoValueReason,
  ScaleOptions,
  ScaleValue,
  Score,
  ScoreNote,
  ValueIssue,
} from './score.js'
