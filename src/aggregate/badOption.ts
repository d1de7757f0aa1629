import { PalauteError } from '../errors.js'

/** The error of an input that cannot be counted, with the path of the offending field. */
export function badOption(path: string, message: string): PalauteError {
  return new PalauteError('bad_option', message, { path })
}
