import type { ColumnLayout } from '../layout.js'
import type { Row } from '../table.js'
import type { TimeUnit } from '../values/time.js'
import type { ColumnEvidence } from './decide.js'

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/u

/** Order of day and month in a column's slashed dates, from days above 12; undefined where none tells. */
function slashOrder(
  cells: Iterable<string>,
): { order: 'dmy' | 'mdy'; known: boolean; mixed: boolean; open: number } | undefined {
  let slashed = 0
  let first = 0
  let second = 0
  let open = 0
  let half = 0
  for (const cell of cells) {
    const m = SLASHED.exec(cell.trim())
    if (!m) continue
    slashed += 1
    if (/\d\s?[ap]\.?m\.?$/iu.test(cell)) half += 1
    if (Number(m[1]) > 12) first += 1
    else if (Number(m[2]) > 12) second += 1
    else if (m[1] !== m[2]) open += 1
  }
  if (slashed === 0) return undefined
  return {
    // Where the days tell neither, a clock of twelve hours is of those who put the month first.
    order: second > first || (second === first && half > slashed / 2) ? 'mdy' : 'dmy',
    known: (first === 0) !== (second === 0),
    mixed: first > 0 && second > 0,
    open,
  }
}

/** What a time column counts (dates, quarters, weeks, months) and in which order its dates are written. */
export function timeColumn(column: ColumnLayout, e: ColumnEvidence, sample: readonly Row[]): ColumnLayout {
  const cells = sample.map((row) => row.cells[column.index] ?? '').filter((cell) => cell.trim() !== '')
  const known = [...e.profile.values.keys()]
  let timeUnit: TimeUnit | undefined = e.header.unit
  // "kvartaali" in the header beside real dates: the cells win.
  if (timeUnit !== undefined && known.some((cell) => /^\d{1,2}\.\d{1,2}\.\d{4}|^\d{4}-\d\d-\d\d/u.test(cell)))
    timeUnit = undefined
  if (
    timeUnit === undefined &&
    known.length > 0 &&
    known.every((cell) => /^(?:19|20)\d\d[1-4]$|^[1-4]_(?:19|20)\d\d$/u.test(cell))
  )
    timeUnit = 'quarter'
  const result: ColumnLayout = { ...column }
  if (timeUnit !== undefined) {
    result.timeUnit = timeUnit
    result.reason += `; cells are read as ${timeUnit}s`
  }
  const slashes = slashOrder(cells)
  if (slashes) {
    result.dateOrder = slashes.order
    if (slashes.known)
      result.reason += `; ${slashes.order === 'dmy' ? 'day' : 'month'} first, since some are above 12`
    else if (slashes.mixed) {
      result.needsReview = true
      result.confidence = Math.min(result.confidence, 0.6)
      result.reason += `; dates of both orders, ${slashes.order === 'dmy' ? 'day' : 'month'} first more often: those that could be either (${slashes.open} of ${cells.length} looked at) are read so and may be wrong`
    } else {
      result.needsReview = true
      result.confidence = Math.min(result.confidence, 0.6)
      result.reason += `; no date tells whether the day or the month is first: read as ${slashes.order === 'dmy' ? 'day' : 'month'} first`
    }
  }
  return result
}
