import { type ColumnLayout, type ColumnRole, singleRoles } from '../layout.js'
import type { Row } from '../table.js'
import type { ColumnEvidence } from './decide.js'
import { onlyYears } from './profile.js'
import { splitTime } from './splitTime.js'

export interface Found {
  column: ColumnLayout
  evidence: ColumnEvidence
}

/** Columns of one role weighed against each other: code and name, start and end, one question in two languages. */
export function resolveRoles(found: Found[], sample: readonly Row[]): void {
  const of = (role: ColumnRole): Found[] => found.filter(({ column }) => column.role === role)
  resolveIds(of('id'))
  resolveTimes(of('time'))
  splitTime(found)
  resolveUnits(of('unit'))
  for (const role of singleRoles)
    if (role !== 'id' && role !== 'time' && role !== 'unit') resolveRepeated(of(role), sample)
  resolveStatements(of('likert'), sample)
}

/** A national statement asked in two languages, each of its own respondents, is one question. */
function resolveStatements(likert: Found[], sample: readonly Row[]): void {
  const heads: Found[] = []
  for (const other of likert) {
    const { statement } = other.column
    if (!statement) continue
    const same = heads.find(
      ({ column }) =>
        column.statement?.theme === statement.theme &&
        column.statement.voice === statement.voice &&
        apart(column.index, other.column.index, sample),
    )
    if (same)
      other.column = {
        ...other.column,
        sameAs: same.column.name,
        reason: `${other.column.reason}; the same as "${same.column.name}": no respondent answered both`,
      }
    else heads.push(other)
  }
}

function demote(found: Found, reason: string): void {
  found.column = {
    name: found.column.name,
    index: found.column.index,
    role: 'other',
    confidence: 0.7,
    reason,
  }
}

function resolveIds(ids: Found[]): void {
  if (ids.length < 2) return
  const unique = ({ evidence: { profile: p } }: Found): number => (p.filled === 0 ? 0 : p.distinct / p.filled)
  const best = ids.reduce((a, b) =>
    unique(b) > unique(a) + 0.01 ||
    (Math.abs(unique(b) - unique(a)) <= 0.01 && b.column.confidence > a.column.confidence)
      ? b
      : a,
  )
  for (const id of ids) if (id !== best) demote(id, `an id too, but "${best.column.name}" is taken`)
}

function resolveTimes(times: Found[]): void {
  if (times.length === 0) return
  if (times.length === 1) return
  const rank = ({ column, evidence: { header, profile } }: Found): number =>
    (profile.filled === 0 ? -10 : 0) +
    // A year beside a date or a quarter tells less.
    (onlyYears(profile) ? -4 : column.timeUnit === undefined ? 0 : -3) +
    (header.part.late ? -3 : header.part.start ? -2 : header.part.end ? 2 : 0)
  const best = times.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  for (const time of times) {
    if (time === best)
      time.column = { ...time.column, part: 'end', reason: `${time.column.reason}; the time of the answer` }
    else
      time.column = {
        ...time.column,
        part: 'start',
        reason: `${time.column.reason}; "${best.column.name}" is the time of the answer`,
      }
  }
}

function resolveUnits(units: Found[]): void {
  if (units.length < 2) return
  const codeness = ({ evidence: { header, profile: p } }: Found): number =>
    (header.part.code ? 4 : 0) -
    (header.part.name ? 4 : 0) +
    (p.filled > 0 && p.leadingZeros > p.filled / 4 ? 2 : 0) -
    (p.words > 1.3 ? 1 : 0) -
    (p.longest > 15 ? 1 : 0)
  const ordered = [...units].sort((a, b) => codeness(b) - codeness(a))
  const [code, name, ...rest] = ordered
  if (!code || !name) return
  code.column = { ...code.column, part: 'code', reason: `${code.column.reason}; code of the unit` }
  name.column = { ...name.column, part: 'name', reason: `${name.column.reason}; name of the unit` }
  for (const other of rest)
    demote(other, `a unit too, but "${code.column.name}" and "${name.column.name}" are taken`)
}

/** Whether two columns answer for different respondents, as one question in two languages does. */
function apart(a: number, b: number, sample: readonly Row[]): boolean {
  let inA = 0
  let inB = 0
  let both = 0
  for (const row of sample) {
    const first = (row.cells[a] ?? '').trim() !== ''
    const second = (row.cells[b] ?? '').trim() !== ''
    if (first) inA += 1
    if (second) inB += 1
    if (first && second) both += 1
  }
  const fewer = Math.min(inA, inB)
  // One slip among a few answers does not make two questions of one.
  return both <= Math.max(fewer * 0.2, fewer >= 3 ? 1 : 0)
}

/** A region or a service by its code and by its name: the code is the value, as it is of a unit. */
function codeAndName(columns: readonly Found[]): boolean {
  if (columns.length !== 2 || !['region', 'service'].includes(columns[0]?.column.role ?? '')) return false
  const code = columns.find(({ evidence: { header } }) => header.part.code && !header.part.name)
  const name = columns.find((one) => one !== code && !one.evidence.header.part.code)
  if (!code || !name) return false
  for (const [one, part] of [
    [code, 'code'],
    [name, 'name'],
  ] as const)
    one.column = { ...one.column, part, reason: `${one.column.reason}; ${part} of the ${one.column.role}` }
  return true
}

function resolveRepeated(columns: Found[], sample: readonly Row[]): void {
  if (codeAndName(columns)) return
  const [first, ...others] = columns
  if (!first) return
  const heads: Found[] = [first]
  for (const other of others) {
    const same = heads.find((head) => apart(head.column.index, other.column.index, sample))
    if (same) {
      other.column = {
        ...other.column,
        sameAs: same.column.name,
        reason: `${other.column.reason}; the same as "${same.column.name}": no respondent answered both`,
      }
      continue
    }
    heads.push(other)
    second(first, other)
  }
}

/** A response holds one value of these roles; a second question of the same kind is kept beside it. */
function second(first: Found, other: Found): void {
  const reason = `${other.column.reason}; "${first.column.name}" is the ${first.column.role} of the response`
  switch (other.column.role) {
    case 'csat':
    case 'ces':
      other.column = { ...other.column, role: 'likert', reason }
      return
    case 'fcr':
    case 'channel':
      other.column = { ...other.column, role: 'choice', question: other.column.name, reason }
      return
    case 'nps':
      other.column = { ...other.column, role: 'grade', reason, needsReview: true }
      return
    default:
      demote(other, reason)
  }
}
