import { ReadError } from '../errors.js'

/** What a file may cost before reading stops with a clear error. All can be set in `openTable`. */
export interface ReadLimits {
  /** Bytes that the parts of one workbook (XLSX, ODS) may inflate to in one pass; counted while inflating. */
  inflatedBytes: number
  /** UTF-16 code units in one cell. */
  cellLength: number
  /** UTF-16 code units in one record of a text file, line breaks in quotes included. */
  recordLength: number
  /** Columns of a table; 16,384 is the last column of Excel (XFD). */
  columns: number
  /** Elements of one JSON file that cannot be streamed, and of the shared strings of a workbook. */
  items: number
}

const MB = 1024 * 1024

export const defaultLimits: Readonly<ReadLimits> = {
  inflatedBytes: 128 * MB,
  cellLength: 16 * MB,
  recordLength: 32 * MB,
  columns: 16_384,
  items: 4_000_000,
}

const names: Record<keyof ReadLimits, string> = {
  inflatedBytes: 'inflated size',
  cellLength: 'length of a cell',
  recordLength: 'length of a record',
  columns: 'number of columns',
  items: 'number of items',
}

/** The error of a passed limit: what was passed, where, and the option that raises it. */
export function limitError(
  limit: keyof ReadLimits,
  limits: ReadLimits,
  file: string,
  where: string,
): ReadError {
  return new ReadError(
    'limit_passed',
    `${file}: ${where} passes the limit of ${limits[limit].toLocaleString('en-US')} for ${names[limit]}. ` +
      `If the file is to be trusted, raise it with the option limits.${limit}.`,
    { path: `limits.${limit}` },
  )
}

/** Defaults with the caller's own limits over them; a limit that is not a positive number throws. */
export function resolveLimits(given: Partial<ReadLimits> | undefined): ReadLimits {
  const limits = { ...defaultLimits }
  for (const key of Object.keys(names) as (keyof ReadLimits)[]) {
    const value = given?.[key]
    if (value === undefined) continue
    if (!(value > 0))
      throw new ReadError('limit_passed', `limits.${key} must be a positive number.`, {
        path: `limits.${key}`,
      })
    limits[key] = value
  }
  return limits
}
