import { defaultLimits, limitError, type ReadLimits } from './limits.js'
import type { RawRow, Report } from './table.js'

/** A number of JSON that a double cannot hold exactly: an id of 17 digits must not lose its end. */
const longNumber = /("(?:[^"\\]|\\.)*")|(-?\d{16,}(?:\.\d+)?(?:[eE][-+]?\d+)?|-?\d+\.\d{15,})/g

/** JSON as a value; long numbers become texts, with all their digits. Throws as JSON.parse does. */
export function parseJson(text: string): unknown {
  if (!/\d{15}/.test(text)) return JSON.parse(text)
  return JSON.parse(
    text.replace(longNumber, (whole, string) => (string === undefined ? `"${whole}"` : whole)),
  )
}

/**
 * A value of JSON as a cell; lists of texts are joined by `;` with one at the end, as Microsoft Forms does: so one
 * answer and none are told from a plain text.
 */
export function jsonCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null))
    return value.every((item) => typeof item === 'string')
      ? `${value.join(';')};`
      : value.map(jsonCell).join(';')
  return JSON.stringify(value)
}

const MOST_DEPTH = 4

function flatten(value: object, prefix: string, depth: number, into: Map<string, string>): void {
  for (const key of Object.keys(value)) {
    const inner: unknown = (value as Record<string, unknown>)[key]
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner) && depth < MOST_DEPTH)
      flatten(inner, name, depth + 1, into)
    else into.set(name, jsonCell(inner))
  }
}

/** Cells of an object by name, objects within it as `outer.inner`. Names are keys of a Map: `__proto__` is a name. */
export function objectCells(value: object): Map<string, string> {
  const cells = new Map<string, string>()
  flatten(value, '', 0, cells)
  return cells
}

/**
 * Turns values of JSON into raw records over columns that are known: an array is a record as it stands, an
 * object is laid out by name, a name that no column has is told of once.
 */
export class ObjectRows {
  record: number
  private readonly places = new Map<string, number>()
  private readonly unknown = new Set<string>()

  constructor(
    columns: readonly string[],
    private readonly report: Report,
  ) {
    this.record = 1
    columns.forEach((name, c) => void this.places.set(name, c))
  }

  row(value: unknown): RawRow {
    this.record += 1
    if (Array.isArray(value)) return { record: this.record, cells: value.map(jsonCell) }
    const cells: string[] = new Array(this.places.size).fill('')
    if (typeof value !== 'object' || value === null) {
      if (value !== null && value !== undefined) this.refuse('The element is no object; it was left out.')
      return { record: this.record, cells }
    }
    for (const [name, text] of objectCells(value)) {
      const place = this.places.get(name)
      if (place !== undefined) cells[place] = text
      else if (text !== '' && !this.unknown.has(name) && this.unknown.size < 1000) {
        this.unknown.add(name)
        this.report({
          code: 'late_field',
          severity: 'warning',
          record: this.record,
          hint: 'A field appears here that the first records do not have; it was left out.',
        })
      }
    }
    return { record: this.record, cells }
  }

  refuse(hint: string): void {
    this.report({ code: 'bad_json', severity: 'error', record: this.record, hint })
  }
}

/** Names of all fields of the first records, in order of appearance. */
export function fieldNames(
  values: Iterable<unknown>,
  limits: ReadLimits = defaultLimits,
  file = '',
): string[] {
  const names = new Set<string>()
  for (const value of values)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const name of objectCells(value).keys()) {
        names.add(name)
        if (names.size > limits.columns) throw limitError('columns', limits, file, 'the list of fields')
      }
  return [...names]
}
