import { UsageError } from './usage.js'

export async function read(_args: string[]): Promise<number> {
  throw new UsageError('"palaute read" is not there yet.')
}
