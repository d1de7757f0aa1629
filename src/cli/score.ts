import { UsageError } from './usage.js'

export async function score(_args: string[]): Promise<number> {
  throw new UsageError('"palaute score" is not there yet.')
}
