import { PalauteError } from '../errors.js'
import type { PeriodLength } from './period.js'
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

export function badState(path: string, message: string): PalauteError {
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
