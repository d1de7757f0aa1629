export { escapeHtml } from './escape.js'
export { type ReportOptions, report } from './report.js'
export type {
  AlertResult,
  MetricResult,
  Quote,
  StatementResult,
  SurveyResult,
  ThemeResult,
} from './result.js'
