export { escapeHtml } from './escape.js'
export { type ReportOptions, report } from './report.js'
export type {
  AlertResult,
  Comparison,
  GroupChange,
  MetricChange,
  MetricResult,
  Quote,
  StatementResult,
  SurveyResult,
  ThemeChange,
  ThemeResult,
} from './result.js'
export { explainAdvice } from './words/advice.js'
export { explainRegion } from './words/region.js'
export { type ExplainedScore, explainScore } from './words/score.js'
