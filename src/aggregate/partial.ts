import type { Response, Scale } from '../types.js'
import { createHistograms, type Histograms } from './histogram.js'
import { type PeriodLength, periodOf } from './period.js'
import {
  order,
  type PartialState,
  type StateCell,
  type StateQuestion,
  type StateUnit,
  stepOf,
  unitOrder,
} from './state.js'
import { metricReading } from './statistic.js'
import type { ScoreMetric } from './types.js'

export interface PartialOptions {
  /** How finely time is kept; default `month`. */
  period?: PeriodLength
  /** Declared scales by question (`csat`, `grade:COLUMN`, ...); the metric's usual one unless given. */
  scales?: Readonly<Record<string, Scale>>
}

interface Counted {
  question: StateQuestion
  histograms: Histograms
  missing: number[]
}

interface Place {
  id: number
  unit: Omit<StateUnit, 'cells'>
  period: string
  responses: number
}

export interface Accumulator {
  add(response: Response): void
  state(): PartialState
}

const firstCall = { no: 0, partial: 1, yes: 2 } as const

/**
 * Counts responses into a state, one by one; memory follows units, questions and periods, not responses.
 *
 * @throws PalauteError `bad_option` for a scale that its metric cannot have (NPS on another scale than 0-10)
 */
export function createAccumulator(options: PartialOptions = {}): Accumulator {
  const { period: length = 'month', scales = {} } = options
  const questions = new Map<string, Counted>()
  const places: Place[] = []
  const byUnit = new Map<string | null, Map<string, Place>>()
  let recent: Place | undefined

  function placeOf(response: Response): Place {
    const unit = response.unit ?? null
    const service = response.service ?? null
    const region = response.region ?? null
    const period = periodOf(response.time, length)
    const fits = (place: Place) =>
      place.unit.unit === unit &&
      place.period === period &&
      place.unit.service === service &&
      place.unit.region === region
    if (recent !== undefined && fits(recent)) return recent
    let known = byUnit.get(unit)
    if (known === undefined) {
      known = new Map()
      byUnit.set(unit, known)
    }
    // A null and a word "null" must not meet: the lengths tell them apart.
    const key = `${period}|${service?.length}|${service}|${region?.length}|${region}`
    let place = known.get(key)
    if (place === undefined) {
      place = { id: places.length, unit: { region, service, unit, name: null }, period, responses: 0 }
      places.push(place)
      known.set(key, place)
      // One row per place in every histogram: place ids and interned ids stay the same numbers.
      for (const { histograms } of questions.values()) histograms.intern(String(place.id))
    }
    recent = place
    return place
  }

  function questionOf(key: string, metric: ScoreMetric): Counted {
    let counted = questions.get(key)
    if (counted === undefined) {
      const { min, max, best } = metricReading(metric, scales[key]).scale
      const step = stepOf(metric)
      counted = {
        question: { key, metric, scale: { min, max, best, step } },
        histograms: createHistograms({ min, max, step }),
        missing: [],
      }
      for (const place of places) counted.histograms.intern(String(place.id))
      questions.set(key, counted)
    }
    return counted
  }

  function count(place: Place, key: string, metric: ScoreMetric, value: number | null | undefined): void {
    if (value === undefined) return
    const counted = questionOf(key, metric)
    if (value === null) counted.missing[place.id] = (counted.missing[place.id] ?? 0) + 1
    else counted.histograms.count(place.id, value)
  }

  function countEach(
    place: Place,
    metric: 'grade' | 'likert',
    values: Record<string, number | null> | undefined,
  ): void {
    if (values === undefined) return
    for (const [column, value] of Object.entries(values)) count(place, `${metric}:${column}`, metric, value)
  }

  return {
    add(response) {
      const place = placeOf(response)
      place.responses += 1
      const name = response.unitName ?? null
      if (name !== null && (place.unit.name === null || name < place.unit.name)) place.unit.name = name
      count(place, 'nps', 'nps', response.nps)
      count(place, 'csat', 'csat', response.csat)
      count(place, 'ces', 'ces', response.ces)
      count(place, 'fcr', 'fcr', typeof response.fcr === 'string' ? firstCall[response.fcr] : response.fcr)
      countEach(place, 'grade', response.grade)
      countEach(place, 'likert', response.likert)
    },
    state() {
      const sortedQuestions = [...questions.values()].sort((a, b) => order(a.question.key, b.question.key))
      const rows = sortedQuestions.map((counted) => ({ ...counted, rows: counted.histograms.units() }))
      const units = new Map<string, StateUnit>()
      for (const place of places) {
        const key = JSON.stringify([place.unit.region, place.unit.service, place.unit.unit])
        const unit = units.get(key) ?? { ...place.unit, cells: [] }
        units.set(key, unit)
        const { name } = place.unit
        if (name !== null && (unit.name === null || name < unit.name)) unit.name = name
        unit.cells.push(cellOf(place, rows))
      }
      for (const unit of units.values()) unit.cells.sort((a, b) => order(a.period, b.period))
      return {
        schemaVersion: 1,
        kind: 'palaute-partial',
        period: length,
        questions: sortedQuestions.map(({ question }) => question),
        units: [...units.values()].sort(unitOrder),
      }
    },
  }
}

function cellOf(
  place: Place,
  questions: readonly { question: StateQuestion; missing: number[]; rows: ReturnType<Histograms['units']> }[],
): StateCell {
  return {
    period: place.period,
    responses: place.responses,
    answers: questions.flatMap(({ question, missing, rows }) => {
      const row = rows[place.id]
      const absent = missing[place.id] ?? 0
      if (row === undefined || (absent === 0 && row.offScale === 0 && row.counts.every((c) => c === 0)))
        return []
      return [{ question: question.key, counts: row.counts, missing: absent, offScale: row.offScale }]
    }),
  }
}

/**
 * State of the responses of one file or batch, to be kept, sent and merged.
 *
 * @param responses any iterable, also asynchronous: they are counted one by one
 * @throws PalauteError `bad_option` for a scale that its metric cannot have
 * @example (await partial([{ row: 1, file: 'a.csv', unit: 'ward', nps: 9, comments: [] }])).units.length // 1
 */
export async function partial(
  responses: Iterable<Response> | AsyncIterable<Response>,
  options: PartialOptions = {},
): Promise<PartialState> {
  const accumulator = createAccumulator(options)
  for await (const response of responses) accumulator.add(response)
  return accumulator.state()
}
