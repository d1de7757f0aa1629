import { version as packageVersion } from '../package.json'

/** The version of this package, as reports print it. */
export const version: string = packageVersion
