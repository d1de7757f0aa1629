export type { AlertReason } from './alerts.js'
export {
  type Assessment,
  type AssessOptions,
  type Assessor,
  type ClauseSentiment,
  createAssessor,
  loadSentiment,
} from './assessor.js'
export type { GradedReason, LearntReason, SentimentExplanation } from './explain.js'
export type { IntentReason } from './explainIntents.js'
export { readTables, type Tables, type TableTexts } from './tables.js'
