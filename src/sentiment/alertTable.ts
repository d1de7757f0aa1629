import type { AlertKey } from '../types.js'
import type { AlertRow } from './tables.js'

/** Key of the lines that name a piece of a pattern: `macro`, its name, a remark for people, its text. */
const MACRO = 'macro'

/**
 * Reads the table of alerts. A line `macro<TAB>name<TAB>fi<TAB>text` names a text; `{name}` in the patterns and
 * exclusions of the lines after it stands for that text, so that what many rows share is read and reviewed once.
 *
 * @throws {RangeError} for a name that no line above defines
 */
export function readAlertRows(rows: readonly (readonly string[])[]): AlertRow[] {
  const macros = new Map<string, string>()
  const expand = (text: string): string =>
    text.replace(/\{([^}]*)\}/g, (_, name: string) => {
      const found = macros.get(name)
      if (found === undefined)
        throw new RangeError(`The table of alerts names {${name}} before it says what it is.`)
      return found
    })
  const read: AlertRow[] = []
  for (const row of rows) {
    const [
      key = '',
      level = '',
      language = '',
      pattern = '',
      unless = '',
      example = '',
      counterexample = '',
    ] = row
    if (key === MACRO) {
      macros.set(level, expand(pattern))
      continue
    }
    read.push({
      key: key as AlertKey,
      level: level as AlertRow['level'],
      language,
      pattern: expand(pattern),
      unless: expand(unless),
      example,
      counterexample,
    })
  }
  return read
}
