import { UsageError } from './usage.js'

export async function merge(_args: string[]): Promise<number> {
  throw new UsageError('"palaute merge" is not there yet.')
}
