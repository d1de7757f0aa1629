import type { Response } from '../../types.js'
import { scoreReader, yesNoReader } from '../cells/scores.js'
import { nameReader, weightReader } from '../cells/texts.js'
import { type ColumnLayout, singleRoles } from '../layout.js'
import { languageCode } from '../values/language.js'
import { type Compiler, type Fill, fillField, keyOf, questions } from './fill.js'
import { compileTime } from './time.js'

const SCORES = ['nps', 'csat', 'ces'] as const
const NAMES = ['service', 'region', 'channel', 'role'] as const

// A function of its own for each field: one that takes the field's name is several times slower.
const SET_SCORE: Record<(typeof SCORES)[number], (response: Response, value: number | null) => void> = {
  nps: (response, value) => {
    response.nps = value
  },
  csat: (response, value) => {
    response.csat = value
  },
  ces: (response, value) => {
    response.ces = value
  },
}
const SET_NAME: Record<(typeof NAMES)[number], (response: Response, value: string | null) => void> = {
  service: (response, value) => {
    response.service = value
  },
  region: (response, value) => {
    response.region = value
  },
  channel: (response, value) => {
    response.channel = value
  },
  role: (response, value) => {
    response.role = value
  },
}

const FIELDS: ReadonlySet<string> = new Set<string>(singleRoles)

/** Missing answers of grades and statements stand under the header, beside those of fields: one may be called "nps". */
const missingKey = (name: string): string => (FIELDS.has(name) ? `${name} (column)` : name)

export function compileScores(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const fills: Fill[] = []
  const of = (role: string): ColumnLayout[][] => questions(columns.filter((column) => column.role === role))
  for (const key of SCORES)
    for (const group of of(key).slice(0, 1))
      fills.push(fillField(compiler, group, scoreReader, key, SET_SCORE[key]))
  for (const group of of('fcr').slice(0, 1))
    fills.push(
      fillField(compiler, group, yesNoReader, 'fcr', (response, value) => {
        response.fcr = value
      }),
    )
  for (const key of ['grade', 'likert'] as const)
    for (const group of of(key)) {
      const name = keyOf(group[0]?.sameAs ?? group[0]?.name ?? '')
      fills.push(
        fillField(compiler, group, scoreReader, missingKey(name), (response, value) => {
          response[key] ??= {}
          response[key][name] = value
        }),
      )
    }
  return fills
}

export function compileNames(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const fills: Fill[] = []
  const of = (role: string): ColumnLayout[] => columns.filter((column) => column.role === role)
  const main = (role: string): ColumnLayout[] =>
    questions(of(role).filter(({ part }) => part !== 'name'))[0] ?? questions(of(role))[0] ?? []
  const ids = main('id')
  if (ids.length > 0)
    fills.push(
      fillField(compiler, ids, nameReader, 'id', (r, value) => {
        r.id = value
      }),
    )
  fills.push(...compileTime(compiler, columns))
  const units = of('unit')
  const unit = questions(units.filter(({ part }) => part !== 'name'))[0] ?? questions(units)[0] ?? []
  const unitName = units.filter((column) => column.part === 'name' && !unit.includes(column)).slice(0, 1)
  if (unit.length > 0)
    fills.push(
      fillField(compiler, unit, nameReader, 'unit', (r, value) => {
        r.unit = value
      }),
    )
  if (unitName.length > 0)
    fills.push(
      fillField(compiler, unitName, nameReader, 'unitName', (r, value) => {
        r.unitName = value
      }),
    )
  for (const key of NAMES) {
    const group = main(key)
    if (group.length > 0 && group[0]?.separator === undefined)
      fills.push(fillField(compiler, group, nameReader, key, SET_NAME[key]))
  }
  const languages = main('language')
  if (languages.length > 0)
    fills.push(
      fillField(compiler, languages, nameReader, 'language', (r, value) => {
        r.language = value === null ? null : languageCode(value)
      }),
    )
  const weights = main('weight')
  if (weights.length > 0)
    fills.push(
      fillField(compiler, weights, weightReader, 'weight', (r, value) => {
        r.weight = value
      }),
    )
  return fills
}
