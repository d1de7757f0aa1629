import * as z from 'zod/mini'
import { PalauteError } from '../errors.js'
import { columnRoles, type SurveyLayout } from './layout.js'
import { wordScaleNames } from './values/words.js'

const text = z.string().check(z.minLength(1))
const confidence = z.number().check(z.gte(0), z.lte(1))

const scaleSchema = z
  .strictObject({
    min: z.int(),
    max: z.int(),
    best: z.enum(['high', 'low']),
    missing: z.optional(z.array(z.string())),
  })
  .check(
    z.refine((scale) => scale.max > scale.min, { path: ['max'], error: 'max must be above min' }),
    z.refine((scale) => scale.max - scale.min <= 100, {
      path: ['max'],
      error: 'a scale has at most 101 places',
    }),
  )

const columnSchema = z.strictObject({
  name: z.string(),
  names: z.optional(z.array(text)),
  index: z.optional(z.int().check(z.gte(0))),
  role: z.enum(columnRoles),
  part: z.optional(z.enum(['code', 'name', 'start', 'end', 'clock', 'period'])),
  question: z.optional(text),
  option: z.optional(text),
  separator: z.optional(text),
  options: z.optional(z.array(text)),
  sameAs: z.optional(text),
  scale: z.optional(scaleSchema),
  words: z.optional(z.enum(wordScaleNames)),
  labels: z.optional(z.record(z.string(), z.number())),
  codes: z.optional(z.record(z.string(), z.string())),
  width: z.optional(z.int().check(z.gte(2))),
  missing: z.optional(z.array(z.string())),
  dateOrder: z.optional(z.enum(['dmy', 'mdy'])),
  timeUnit: z.optional(z.enum(['quarter', 'week', 'month', 'date'])),
  statement: z.optional(
    z.strictObject({ theme: text, voice: z.enum(['adult', 'child', 'guardian']), verified: z.boolean() }),
  ),
  askedIf: z.optional(z.strictObject({ question: text, anyOf: z.array(text).check(z.minLength(1)) })),
  confidence: z.optional(confidence),
  reason: z.optional(z.string()),
  needsReview: z.optional(z.boolean()),
})

const groupSchema = z.strictObject({
  name: text,
  question: text,
  anyOf: z.optional(z.array(text)),
  anyExcept: z.optional(z.array(text)),
})

const day = z.string().check(z.regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'a date as 2024-01-31'))

const layoutSchema = z.strictObject({
  schemaVersion: z.literal(1),
  columns: z.array(columnSchema).check(z.minLength(1)),
  groups: z.optional(z.array(groupSchema)),
  volumes: z.optional(text),
  units: z.optional(text),
  codebook: z.optional(text),
  sheet: z.optional(z.union([text, z.int()])),
  taxonomy: z.optional(text),
  locale: z.optional(z.enum(['fi', 'sv', 'en'])),
  privacy: z.optional(z.enum(['redact', 'pseudonymize', 'keep'])),
  level: z.optional(z.number().check(z.gt(0), z.lt(1))),
  from: z.optional(day),
  to: z.optional(day),
  strict: z.optional(z.boolean()),
})

type ZodIssue = z.core.$ZodIssue

function valid(issue: ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `it has no field ${issue.keys.map((key) => `"${key.slice(0, 40)}"`).join(', ')}`
    case 'invalid_value':
      return `valid are ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'invalid_type':
      return `it must be of type ${issue.expected}`
    case 'too_small':
      return `it must be at least ${issue.minimum}${issue.origin === 'array' || issue.origin === 'string' ? ' long' : ''}`
    case 'too_big':
      return `it must be at most ${issue.maximum}`
    default:
      return issue.message || 'it is not valid'
  }
}

function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (all, key) =>
      typeof key === 'number' ? `${all}[${key}]` : all === '' ? String(key) : `${all}.${String(key)}`,
    '',
  )
}

function bad(path: string, message: string): PalauteError {
  return new PalauteError(
    'bad_layout',
    `The layout is not valid${path === '' ? '' : ` at ${path}`}: ${message}.`,
    { path },
  )
}

/**
 * Checks a layout that was saved, edited or written by hand, and fills in what may be left out.
 *
 * @param value parsed JSON
 * @throws PalauteError `bad_layout` with the path of the first wrong field and what would be valid
 * @example
 * checkLayout({ schemaVersion: 1, columns: [{ name: 'NPS', role: 'nps' }] })
 */
export function checkLayout(value: unknown): SurveyLayout {
  const parsed = layoutSchema.safeParse(value)
  if (!parsed.success) {
    const [first] = parsed.error.issues
    throw first ? bad(dotted(first.path), valid(first)) : bad('', 'it is no layout')
  }
  const columns = parsed.data.columns.map((column, index) => ({
    ...column,
    index: column.index ?? index,
    confidence: column.confidence ?? 1,
    reason: column.reason ?? 'declared',
    needsReview: column.needsReview ? (true as const) : undefined,
  }))
  columns.forEach((column, at) => {
    checkColumn(column, `columns[${at}]`, columns)
  })
  const questions = new Set(
    columns.flatMap(({ role, question, name }) =>
      role === 'choice' || role === 'channel' || role === 'service' ? [question ?? name, name] : [name],
    ),
  )
  for (const [at, group] of (parsed.data.groups ?? []).entries()) {
    if (!questions.has(group.question))
      throw bad(`groups[${at}].question`, 'no column asks this; give the question of a choice')
    if ((group.anyOf === undefined) === (group.anyExcept === undefined))
      throw bad(`groups[${at}]`, 'give either "anyOf" or "anyExcept"')
  }
  return { ...parsed.data, columns }
}

function checkColumn(
  column: SurveyLayout['columns'][number],
  path: string,
  all: SurveyLayout['columns'],
): void {
  const { role, scale } = column
  if (role === 'nps' && scale && (scale.min !== 0 || scale.max !== 10 || scale.best !== 'high'))
    throw bad(
      `${path}.scale`,
      'the net promoter score is counted from 0-10, 10 best; for another scale use role "grade" or "likert"',
    )
  if (
    role === 'comment' &&
    column.question !== undefined &&
    !['good', 'improve', 'general'].includes(column.question)
  )
    throw bad(`${path}.question`, 'valid are "good", "improve", "general"')
  if (scale)
    for (const [word, value] of Object.entries(column.labels ?? {}))
      if (value < scale.min || value > scale.max)
        throw bad(
          `${path}.labels.${word.slice(0, 40)}`,
          `it must be within the scale ${scale.min}-${scale.max}`,
        )
  if (
    column.sameAs !== undefined &&
    !all.some((other) => other !== column && other.name === column.sameAs && other.role === role)
  )
    throw bad(`${path}.sameAs`, `there is no other ${role} column of that name`)
  if (
    column.askedIf !== undefined &&
    !all.some(
      (other) =>
        (other.question ?? other.name) === column.askedIf?.question ||
        other.name === column.askedIf?.question,
    )
  )
    throw bad(`${path}.askedIf.question`, 'no column asks this')
}
