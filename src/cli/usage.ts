import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The command line itself was wrong: exit 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * `parseArgs` of Node with our own error: an unknown or incomplete option is wrong usage (exit 2).
 * A lone `-` stays a positional, for standard input.
 */
export function parseUsage<O extends Options>(args: string[], options: O, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new UsageError(`${message.replace(/\. To specify.*$/, '.')}\n${usage}`)
  }
}
