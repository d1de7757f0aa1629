import { UsageError } from './usage.js'

export async function analyze(_args: string[]): Promise<number> {
  throw new UsageError('"palaute analyze" is not there yet.')
}
