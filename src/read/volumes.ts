import { PalauteError } from '../errors.js'
import { openTable } from './open.js'
import type { SurveySource } from './survey.js'

/**
 * Visits of each unit from a table `unit;visits[;period]`; rows of several periods are added up.
 *
 * @throws {PalauteError} `bad_option` where a number of visits is not a number of 0 or more, with its row
 * @example
 * const volumes = await readVolumes('volumes.csv') // Map { 'T1' => 21400, ... }
 */
export async function readVolumes(source: SurveySource): Promise<Map<string, number>> {
  const table = await openTable(source)
  if (table.columns.length < 2)
    throw new PalauteError('bad_option', `${table.file} needs two columns: unit;visits.`, { path: 'volumes' })
  const volumes = new Map<string, number>()
  for await (const { record, cells } of table.rows()) {
    const unit = cells[0]?.trim() ?? ''
    const visits = Number((cells[1] ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
    if (unit === '' || (cells[1] ?? '').trim() === '' || !Number.isFinite(visits) || visits < 0)
      throw new PalauteError(
        'bad_option',
        `${table.file}, row ${record}: expected a unit and its number of visits (0 or more).`,
        { path: 'volumes' },
      )
    volumes.set(unit, (volumes.get(unit) ?? 0) + visits)
  }
  return volumes
}
