export { findPersonalData } from './find.js'
export { type Redacted, redact } from './redact.js'
