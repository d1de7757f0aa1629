export { PalauteError, ReadError } from './errors.js'
export type * from './types.js'
