import join from '../../../data/columns/join.json'
import type { Response } from '../../types.js'
import { type OpenOptions, openTable } from '../open.js'
import type { IssueLog } from '../table.js'
import { joinColumns } from './columns.js'

export interface UnitRecord {
  unit: string
  name?: string
  service?: string
  region?: string
}

/** A list of units: code, name, service, region (headers in three languages). */
export interface UnitList {
  file: string
  units: ReadonlyMap<string, UnitRecord>
  issues: IssueLog
}

/** @throws ReadError when the file is no table with a column of unit codes */
export async function readUnits(
  source: string | Uint8Array | Blob,
  options: OpenOptions = {},
): Promise<UnitList> {
  const table = await openTable(source, options)
  const at = joinColumns(table, join.units, ['unit'], 'a list of units')
  const units = new Map<string, UnitRecord>()
  for await (const { record, cells } of table.rows()) {
    const cell = (index: number): string => (index < 0 ? '' : (cells[index] ?? '').trim())
    const unit = cell(at.unit)
    if (unit === '') continue
    if (units.has(unit)) {
      table.issues.add({
        code: 'duplicate_unit',
        severity: 'warning',
        file: table.file,
        row: record,
        column: null,
        value: null,
        hint: 'The unit stands in the list already; the first is used.',
      })
      continue
    }
    const [name, service, region] = [cell(at.name), cell(at.service), cell(at.region)]
    units.set(unit, {
      unit,
      ...(name ? { name } : {}),
      ...(service ? { service } : {}),
      ...(region ? { region } : {}),
    })
  }
  return { file: table.file, units, issues: table.issues }
}

/** Fills name, service and region of a response's unit from the list, where the export does not tell them. */
export function joinUnit(response: Response, list: UnitList): 'joined' | 'unknown' | 'no_unit' {
  if (response.unit === undefined || response.unit === null) return 'no_unit'
  const record = list.units.get(response.unit)
  if (!record) return 'unknown'
  if (record.name !== undefined) response.unitName ??= record.name
  if (record.service !== undefined) response.service ??= record.service
  if (record.region !== undefined) response.region ??= record.region
  return 'joined'
}
