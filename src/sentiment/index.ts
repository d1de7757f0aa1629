export { type Assessment, type Assessor, type ClauseSentiment, loadSentiment } from './assessor.js'
