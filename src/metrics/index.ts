export {
  type Adequacy,
  type AdequacyOptions,
  adequacy,
  type JudgedScore,
  type StopRule,
  type Tier,
} from './adequacy.js'
export { type Advice, type AdvisedGoal, type AdvisedQuestion, metricAdvisor } from './advisor.js'
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
export { type Plan, type PlanOptions, plan } from './plan.js'
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
export {
  assessTarget,
  type Band,
  defaultTargets,
  type Target,
  type TargetAssessment,
  type TargetFigure,
  type Targets,
  targetFor,
} from './targets.js'
