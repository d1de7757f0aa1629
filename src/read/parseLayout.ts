import type { SurveyLayout } from './layout.js'

/**
 * A saved layout, checked. The checker is loaded when there is a layout to check: it weighs 15 MB of memory.
 *
 * @throws {PalauteError} `bad_layout` with the path of the first fault and what would be valid
 * @example
 * const layout = await checkLayout({ schemaVersion: 1, columns: [] })
 */
export async function checkLayout(value: unknown): Promise<SurveyLayout> {
  const { checkLayout: check } = await import('./layoutCheck.js')
  return check(value)
}
