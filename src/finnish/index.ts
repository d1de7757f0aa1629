export { type Finnish, finnishFrom, loadFinnish } from './finnish.js'
export { functionWords } from './function-words.js'
export type { Gradation } from './gradation.js'
export { type InflectedForm, inflect } from './inflect.js'
