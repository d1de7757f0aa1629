import { UsageError } from './usage.js'

export async function report(_args: string[]): Promise<number> {
  throw new UsageError('"palaute report" is not there yet.')
}
