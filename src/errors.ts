/** Codes of errors that this library throws on purpose; the message says what, where and what to do. */
export type ErrorCode =
  | 'bad_option'
  | 'bad_layout'
  | 'bad_taxonomy'
  | 'bad_model'
  | 'bad_state'
  | 'cannot_read'
  | 'not_a_table'
  | 'limit_passed'
  | 'no_answers'
  | 'not_supported'

/**
 * A bad configuration or an input that cannot be used at all. Never carries comment text, ids or names:
 * error messages end up in logs.
 */
export class PalauteError extends Error {
  readonly code: ErrorCode
  /** Path of the offending option or field (`columns[3].scale.max`), where there is one. */
  readonly path: string | undefined

  constructor(code: ErrorCode, message: string, options?: { path?: string; cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PalauteError'
    this.code = code
    this.path = options?.path
  }
}

/** The file or stream could not be read as a survey export. */
export class ReadError extends PalauteError {
  constructor(
    code: 'cannot_read' | 'not_a_table' | 'limit_passed' | 'not_supported',
    message: string,
    options?: { path?: string; cause?: unknown },
  ) {
    super(code, message, options)
    this.name = 'ReadError'
  }
}
