import { UsageError } from './usage.js'

export async function layout(_args: string[]): Promise<number> {
  throw new UsageError('"palaute layout" is not there yet.')
}
