import { PalauteError } from '../errors.js'
import type { Scale } from '../types.js'
import type { PeriodLength } from './period.js'
import { metricReading } from './statistic.js'
import type { ScoreMetric } from './types.js'

/** Answers to one question of one unit in one period. */
export interface StateAnswers {
  question: string
  counts: number[]
  /** Asked, not answered ("cannot say" or empty). */
  missing: number
  /** Not a point of the scale. */
  offScale: number
}

export interface StateCell {
  /** `2021-03`, or as coarse as the answers were; '' without a time. */
  period: string
  responses: number
  answers: StateAnswers[]
}

export interface StateUnit {
  region: string | null
  service: string | null
  unit: string | null
  name: string | null
  cells: StateCell[]
}

export interface StateQuestion {
  /** `nps`, `csat`, `ces`, `fcr`, `grade:COLUMN`, `likert:COLUMN`. */
  key: string
  metric: ScoreMetric
  /** step: 1, a quarter for school grades. */
  scale: { min: number; max: number; best: 'high' | 'low'; step: number }
}

/**
 * All that region figures need of any number of answers: whole-number histograms per unit, question and
 * period. JSON; lists are sorted, so equal contents are equal bytes. Raw counts: small groups are not hidden.
 */
export interface PartialState {
  schemaVersion: 1
  kind: 'palaute-partial'
  period: PeriodLength
  questions: StateQuestion[]
  units: StateUnit[]
}

/** Distance of the points that a state counts: grades are written in quarters (8+, 8½, 9-). */
export function stepOf(metric: ScoreMetric): number {
  return metric === 'grade' ? 0.25 : 1
}

function badState(path: string, message: string): PalauteError {
  return new PalauteError('bad_state', message, { path })
}

/** By code units, null first: the same order in every locale. */
export function order(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

export function unitOrder(a: StateUnit, b: StateUnit): number {
  return order(a.region, b.region) || order(a.service, b.service) || order(a.unit, b.unit)
}

/** Of two names of one unit the first in order, so that merging does not depend on what came first. */
function firstName(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function mergeSorted<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (x: T, y: T) => number,
  join: (x: T, y: T) => T,
): T[] {
  const merged: T[] = []
  let [i, k] = [0, 0]
  while (i < a.length || k < b.length) {
    const x = a[i]
    const y = b[k]
    const side = x === undefined ? 1 : y === undefined ? -1 : compare(x, y)
    if (side <= 0) i += 1
    if (side >= 0) k += 1
    if (side === 0 && x !== undefined && y !== undefined) merged.push(join(x, y))
    else merged.push((side < 0 ? x : y) as T)
  }
  return merged
}

function add(a: number, b: number, path: string): number {
  const sum = a + b
  if (!Number.isSafeInteger(sum))
    throw badState(path, `Counts add up to ${sum}, more than can be counted exactly.`)
  return sum
}

function mergeAnswers(a: StateAnswers, b: StateAnswers): StateAnswers {
  return {
    question: a.question,
    counts: a.counts.map((count, i) => add(count, b.counts[i] ?? 0, 'counts')),
    missing: add(a.missing, b.missing, 'missing'),
    offScale: add(a.offScale, b.offScale, 'offScale'),
  }
}

function mergeCells(a: StateCell, b: StateCell): StateCell {
  return {
    period: a.period,
    responses: add(a.responses, b.responses, 'responses'),
    answers: mergeSorted(a.answers, b.answers, (x, y) => order(x.question, y.question), mergeAnswers),
  }
}

function mergeUnits(a: StateUnit, b: StateUnit): StateUnit {
  return {
    region: a.region,
    service: a.service,
    unit: a.unit,
    name: firstName(a.name, b.name),
    cells: mergeSorted(a.cells, b.cells, (x, y) => order(x.period, y.period), mergeCells),
  }
}

function mergeQuestions(a: StateQuestion, b: StateQuestion): StateQuestion {
  const same =
    a.metric === b.metric &&
    (['min', 'max', 'best', 'step'] as const).every((key) => a.scale[key] === b.scale[key])
  if (!same)
    throw badState(
      `questions.${a.key}`,
      `The states count "${a.key}" on different scales (${a.scale.min}-${a.scale.max} and ${b.scale.min}-${b.scale.max}); count both with one layout.`,
    )
  return a
}

/**
 * Two states as one. Any order and grouping of merges gives the same bytes.
 *
 * @throws PalauteError `bad_state` when the states keep different periods or scales
 * @example JSON.stringify(merge(a, b)) === JSON.stringify(merge(b, a)) // true
 */
export function merge(a: PartialState, b: PartialState): PartialState {
  if (a.period !== b.period)
    throw badState(
      'period',
      `The states keep time by different periods, ${a.period} and ${b.period}; count both with one.`,
    )
  return {
    schemaVersion: 1,
    kind: 'palaute-partial',
    period: a.period,
    questions: mergeSorted(a.questions, b.questions, (x, y) => order(x.key, y.key), mergeQuestions),
    units: mergeSorted(a.units, b.units, unitOrder, mergeUnits),
  }
}

type Fields = Record<string, unknown>

function fields(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badState(path, `${path} must be an object.`)
  return value as Fields
}

function list(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw badState(path, `${path} must be a list.`)
  return value
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw badState(path, `${path} must be text.`)
  return value
}

const textOrNull = (value: unknown, path: string): string | null =>
  value === null ? null : text(value, path)

function whole(value: unknown, path: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw badState(path, `${path} must be a whole number of 0 or more.`)
  return value as number
}

function readQuestion(value: unknown, path: string): StateQuestion {
  const { key, metric, scale: declared } = fields(value, path)
  const { min, max, best, step } = fields(declared, `${path}.scale`)
  if (best !== 'high' && best !== 'low')
    throw badState(`${path}.scale.best`, `${path}.scale.best must be "high" or "low".`)
  if (step !== stepOf(metric as ScoreMetric))
    throw badState(`${path}.scale.step`, `${path}.scale.step must be ${stepOf(metric as ScoreMetric)}.`)
  const scale: Scale & StateQuestion['scale'] = { min: min as number, max: max as number, best, step }
  try {
    metricReading(metric as ScoreMetric, scale)
  } catch (cause) {
    throw badState(path, `${path}: ${cause instanceof Error ? cause.message : 'no such metric.'}`)
  }
  return { key: text(key, `${path}.key`), metric: metric as ScoreMetric, scale }
}

function sorted<T>(values: T[], compare: (a: T, b: T) => number, path: string): T[] {
  const copy = [...values].sort(compare)
  copy.forEach((value, i) => {
    const next = copy[i + 1]
    if (next !== undefined && compare(value, next) === 0)
      throw badState(path, `${path} lists an entry twice.`)
  })
  return copy
}

const periods: readonly string[] = [
  'none',
  'year',
  'quarter',
  'month',
  'week',
  'day',
] satisfies PeriodLength[]

/**
 * A state from parsed JSON, checked and sorted.
 *
 * @throws PalauteError `bad_state` with the path of what is wrong; another version of the format
 */
export function readState(value: unknown): PartialState {
  const state = fields(value, 'state')
  if (state.kind !== 'palaute-partial')
    throw badState('kind', 'This is not a partial state of palaute ("kind" must be "palaute-partial").')
  if (state.schemaVersion !== 1)
    throw badState(
      'schemaVersion',
      `This version reads states of schemaVersion 1, this one is ${JSON.stringify(state.schemaVersion)}.`,
    )
  if (!periods.includes(String(state.period)))
    throw badState('period', `period must be one of ${periods.join(', ')}.`)
  const questions = sorted(
    list(state.questions, 'questions').map((question, i) => readQuestion(question, `questions[${i}]`)),
    (a, b) => order(a.key, b.key),
    'questions',
  )
  const classes = new Map(questions.map(({ key, scale }) => [key, (scale.max - scale.min) / scale.step + 1]))
  const answers = (entry: unknown, path: string): StateAnswers => {
    const found = fields(entry, path)
    const question = text(found.question, `${path}.question`)
    const counts = list(found.counts, `${path}.counts`).map((count, i) =>
      whole(count, `${path}.counts[${i}]`),
    )
    if (counts.length !== classes.get(question))
      throw badState(
        `${path}.counts`,
        `${path}.counts must have one number for each point of the scale of its question.`,
      )
    return {
      question,
      counts,
      missing: whole(found.missing, `${path}.missing`),
      offScale: whole(found.offScale, `${path}.offScale`),
    }
  }
  const cell = (entry: unknown, path: string): StateCell => {
    const found = fields(entry, path)
    return {
      period: text(found.period, `${path}.period`),
      responses: whole(found.responses, `${path}.responses`),
      answers: sorted(
        list(found.answers, `${path}.answers`).map((each, i) => answers(each, `${path}.answers[${i}]`)),
        (a, b) => order(a.question, b.question),
        `${path}.answers`,
      ),
    }
  }
  const unit = (entry: unknown, path: string): StateUnit => {
    const found = fields(entry, path)
    return {
      region: textOrNull(found.region, `${path}.region`),
      service: textOrNull(found.service, `${path}.service`),
      unit: textOrNull(found.unit, `${path}.unit`),
      name: textOrNull(found.name, `${path}.name`),
      cells: sorted(
        list(found.cells, `${path}.cells`).map((each, i) => cell(each, `${path}.cells[${i}]`)),
        (a, b) => order(a.period, b.period),
        `${path}.cells`,
      ),
    }
  }
  return {
    schemaVersion: 1,
    kind: 'palaute-partial',
    period: state.period as PeriodLength,
    questions,
    units: sorted(
      list(state.units, 'units').map((each, i) => unit(each, `units[${i}]`)),
      unitOrder,
      'units',
    ),
  }
}
