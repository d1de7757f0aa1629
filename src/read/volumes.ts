import join from '../../data/columns/join.json'
import { PalauteError } from '../errors.js'
import { anyPhrase, plainWords } from './columns/text.js'
import { openTable } from './open.js'
import { dayRange, periodLimits } from './period.js'
import type { SurveySource } from './survey.js'
import type { Table } from './table.js'
import { readCount } from './values/number.js'
import { readTime } from './values/time.js'

export interface Volume {
  unit: string
  visits: number
  /** As coarse as given: `2024`, `2024-Q2`, `2024-03`. */
  period?: string
}

/**
 * Rows of a table `unit;visits[;period]`, headers in three languages; columns are taken in that order where
 * no header is known.
 *
 * @throws {PalauteError} `bad_option` where a number of visits or a period cannot be read, with its row
 */
export async function readVolumeRows(source: SurveySource): Promise<Volume[]> {
  const table = await openTable(source)
  if (table.columns.length < 2)
    throw new PalauteError('bad_option', `${table.file} needs two columns: unit;visits.`, { path: 'volumes' })
  const at = places(table)
  const quarterly = at.period >= 0 && /kvart|nelj|quart/iu.test(table.columns[at.period]?.name ?? '')
  const volumes: Volume[] = []
  for await (const { record, cells } of table.rows()) {
    const unit = (cells[at.unit] ?? '').trim()
    const visits = readCount(cells[at.visits] ?? '')
    const written = at.period < 0 ? '' : (cells[at.period] ?? '').trim()
    if (unit === '' || visits === undefined)
      throw bad(table, record, 'expected a unit and its number of visits (a whole number, 0 or more)')
    if (written === '') {
      volumes.push({ unit, visits })
      continue
    }
    const period = readTime(written, { order: 'dmy', unit: quarterly ? 'quarter' : 'date' })
    if ('problem' in period)
      throw bad(table, record, 'the period is not known; write 2024, 2024-Q2 or 2024-03')
    volumes.push({ unit, visits, period: period.time })
  }
  return volumes
}

function bad(table: Table, record: number, hint: string): PalauteError {
  return new PalauteError('bad_option', `${table.file}, row ${record}: ${hint}.`, { path: 'volumes' })
}

function places(table: Table): { unit: number; visits: number; period: number } {
  const find = (words: readonly string[], taken: readonly number[]): number => {
    const pattern = anyPhrase(words)
    return table.columns.findIndex(
      (column, index) => !taken.includes(index) && pattern.test(plainWords(column.name)),
    )
  }
  const unit = find(join.volumes.unit, [])
  const visits = find(join.volumes.visits, [unit])
  if (unit < 0 || visits < 0) return { unit: 0, visits: 1, period: table.columns.length > 2 ? 2 : -1 }
  return { unit, visits, period: find(join.volumes.period, [unit, visits]) }
}

/**
 * Visits of each unit from a table `unit;visits[;period]`; rows of several periods are added up, only those
 * within the given one.
 *
 * @throws {PalauteError} `bad_option` where a number of visits is not a number of 0 or more, with its row
 * @example
 * const volumes = await readVolumes('volumes.csv') // Map { 'T1' => 21400, ... }
 */
export async function readVolumes(
  source: SurveySource,
  period: { from?: string; to?: string } = {},
): Promise<Map<string, number>> {
  const limits = periodLimits(period.from, period.to)
  const volumes = new Map<string, number>()
  for (const { unit, visits, period: given } of await readVolumeRows(source)) {
    const range = given === undefined ? undefined : dayRange(given)
    if (range && (range.last < limits.first || range.first > limits.last)) continue
    volumes.set(unit, (volumes.get(unit) ?? 0) + visits)
  }
  return volumes
}
