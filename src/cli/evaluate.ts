import { UsageError } from './usage.js'

export async function evaluate(): Promise<number> {
  throw new UsageError('"palaute evaluate" is not there yet.')
}
