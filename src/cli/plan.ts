import { UsageError } from './usage.js'

export async function plan(_args: string[]): Promise<number> {
  throw new UsageError('"palaute plan" is not there yet.')
}
