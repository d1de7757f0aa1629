import { PalauteError } from '../errors.js'

/** The error of an input that cannot be counted, with the path of the offending field. */
export function badOption(path: string, message: string): PalauteError {
  return new PalauteError('bad_option', message, { path })
}

/** A finite number of 0 or more, or the error that names whose it is. */
export function requireSize(value: unknown, path: string, what: string): number {
  if (!(typeof value === 'number' && value >= 0 && value < Infinity))
    throw badOption(path, `${what} must be a number of 0 or more, got ${value}.`)
  return value
}
