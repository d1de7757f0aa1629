import { UsageError } from './usage.js'

export async function aggregate(_args: string[]): Promise<number> {
  throw new UsageError('"palaute aggregate" is not there yet.')
}
