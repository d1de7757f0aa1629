import { UsageError } from './usage.js'

export async function redact(): Promise<number> {
  throw new UsageError('"palaute redact" is not there yet.')
}
