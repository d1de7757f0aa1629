import { UsageError } from './usage.js'

export async function lemmas(_args: string[]): Promise<number> {
  throw new UsageError('"palaute lemmas" is not there yet.')
}
