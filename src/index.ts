export { aggregate } from './aggregate/index.js'
export { PalauteError, ReadError } from './errors.js'
export { adequacy, ces, choice, csat, fcr, grade, likert, nps, plan } from './metrics/index.js'
export {
  type Analyzer,
  type AnalyzerOptions,
  analyze,
  type CommentToAnalyze,
  createAnalyzer,
} from './pipeline.js'
export {
  createPseudonyms,
  findPersonalData,
  type NameLists,
  nameFilter,
  type Pseudonyms,
  publishableTerms,
  type Redacted,
  type RedactOptions,
  redact,
} from './privacy/index.js'
export { readSurvey } from './read/index.js'
export { type AnalysisExplanation, type AnalyzeOptions, explainAnalysis } from './readComment.js'
export { explainRegion, explainScore, report } from './report/index.js'
export type { ScoredComment, ScoredResponse } from './report/scored.js'
export {
  type PrivacyCounts,
  type PrivacyPolicy,
  type ScoredRecord,
  type SurveyOptions,
  scoreSurvey,
  summarizeSurvey,
} from './survey.js'
export type * from './types.js'
export { version } from './version.js'
