import { UsageError } from './usage.js'

export async function train(): Promise<number> {
  throw new UsageError('"palaute train" is not there yet.')
}
