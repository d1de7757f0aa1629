import { aggregate } from './aggregate.js'
import { badOption, requireSize } from './badOption.js'
import { daysOf } from './period.js'
import { order, type PartialState, type StateAnswers, type StateQuestion, type StateUnit } from './state.js'
import { sumOf } from './sumOf.js'
import type { AggregateOptions, RegionScore, UnitCounts } from './types.js'

export interface VolumeRow {
  /** Code or name of the unit. */
  unit: string
  visits: number
  /** Left out where it does not overlap `from`..`to`. */
  period?: string | null
}

/** What is known of units from elsewhere; wins over what the answers say. */
export interface UnitRow {
  unit: string
  name?: string | null
  service?: string | null
  region?: string | null
}

export interface FinishOptions extends Omit<AggregateOptions, 'metric' | 'scale'> {
  volumes?: readonly VolumeRow[]
  units?: readonly UnitRow[]
  /** First and last period or day, `2021-03`, `2021-Q1`, `2021-03-25`; answers without a time are left out. */
  from?: string
  to?: string
  /** Keys of questions; all unless given. */
  questions?: readonly string[]
}

export interface QuestionFigures {
  question: string
  missing: number
  offScale: number
  score: RegionScore
}

export interface RegionFigures {
  region: string | null
  responses: number
  /** Responses whose period is not wholly inside `from`..`to`. */
  leftOut: number
  questions: QuestionFigures[]
}

/** Figures of every region and question of a state. */
export interface StateFigures {
  schemaVersion: 1
  kind: 'palaute-figures'
  period: { from: string; to: string } | null
  regions: RegionFigures[]
}

/** Stands for answers that name no unit. */
const unnamed = '-'

interface Place {
  region: string | null
  service: string | null
  unit: string
  /** What a row of volumes or units may call it, besides `unit`. */
  code: string | null
  name: string | null
  responses: number
  leftOut: number
  visits: number | null
  answers: StateAnswers[]
}

/** Days asked for; `parts` says whether a time is wholly inside, partly, or not. */
function spanOf({ from, to }: FinishOptions) {
  const bound = (time: string | undefined, path: string) => {
    const days = time === undefined ? { first: -Infinity, last: Infinity } : daysOf(time)
    if (days === null)
      throw badOption(path, `${path} must be a date or a period such as 2021-03-25, 2021-03 or 2021-Q1.`)
    return days
  }
  const { first } = bound(from, 'from')
  const { last } = bound(to, 'to')
  const all = from === undefined && to === undefined
  return {
    holds(time: string): boolean {
      const days = daysOf(time)
      return all || (days !== null && days.first >= first && days.last <= last)
    },
    touches(time: string | null | undefined): boolean {
      const days = time ? daysOf(time) : null
      return days === null || (days.first <= last && days.last >= first)
    },
  }
}

/** The only value there is, else null. */
function only(values: Iterable<string | null>): string | null {
  const known = new Set([...values].filter((value) => value !== null))
  return known.size === 1 ? ([...known][0] ?? null) : null
}

/**
 * Units inside the time asked for, joined where only periods or known facts differ, with their visits. Rows
 * without a service or region belong to the only one there is. Units with visits alone are there for coverage.
 */
function placesOf(state: PartialState, options: FinishOptions): Place[] {
  const span = spanOf(options)
  const told = new Map((options.units ?? []).map((row) => [row.unit, row]))
  const region = only(state.units.map((unit) => unit.region))
  const places = new Map<string, Place>()
  const placeOf = (row: Pick<StateUnit, 'region' | 'service' | 'unit' | 'name'>): Place => {
    const facts = told.get(row.unit ?? '') ?? told.get(row.name ?? '')
    const found = {
      region: facts?.region ?? row.region ?? region,
      service: facts?.service ?? row.service,
      unit: facts?.name ?? row.name ?? row.unit ?? unnamed,
      code: row.unit,
      name: row.name,
    }
    const key = JSON.stringify([found.region, found.service, found.code])
    const place = places.get(key) ?? { ...found, responses: 0, leftOut: 0, visits: null, answers: [] }
    places.set(key, place)
    return place
  }
  for (const row of state.units) {
    const siblings = () =>
      state.units.filter((other) => other.unit === row.unit && other.region === row.region)
    const place = placeOf({
      ...row,
      service: row.service ?? (row.unit === null ? null : only(siblings().map((other) => other.service))),
    })
    for (const { period, responses, answers } of row.cells) {
      if (!span.holds(period)) {
        place.leftOut += responses
        continue
      }
      place.responses += responses
      place.answers.push(...answers)
    }
  }
  const answering = [...places.values()]
  ;(options.volumes ?? []).forEach(({ unit, visits, period }, at) => {
    requireSize(visits, `volumes[${at}].visits`, `Unit "${unit}": visits`)
    if (!span.touches(period)) return
    let found = answering.filter((place) => place.code === unit)
    if (found.length === 0) found = answering.filter((place) => place.name === unit || place.unit === unit)
    if (found.length === 0) found = [placeOf({ region: null, service: null, unit, name: null })]
    // One unit that answers under several services: its visits follow its answers.
    const total = sumOf(found, (place) => place.responses)
    for (const place of found)
      place.visits = (place.visits ?? 0) + visits * (total > 0 ? place.responses / total : 1 / found.length)
  })
  return [...places.values()]
}

/**
 * Figures from a state: for each region and question what {@link aggregate} gives.
 *
 * @param options volumes (visits by unit), facts of units, `from` and `to`, and the options of aggregate
 * @throws PalauteError `bad_option` for a bad date, visits that are not a number, a question that is not there
 * @example finish(await partial(responses), { volumes: [{ unit: 'ward', visits: 900 }] }).regions[0].questions[0].score.value
 */
export function finish(state: PartialState, options: FinishOptions = {}): StateFigures {
  const { volumes: _volumes, units: _units, from, to, questions: wanted, ...rest } = options
  const known = state.questions.map((question) => question.key)
  for (const key of wanted ?? [])
    if (!known.includes(key))
      throw badOption(
        'questions',
        `The state has no question "${key}"; it has ${known.join(', ') || 'none'}.`,
      )
  const asked = state.questions.filter((question) => wanted === undefined || wanted.includes(question.key))
  const places = placesOf(state, options)
  return {
    schemaVersion: 1,
    kind: 'palaute-figures',
    period: from === undefined && to === undefined ? null : { from: from ?? '', to: to ?? '' },
    regions: [...new Set(places.map((place) => place.region))].sort(order).map((region) => {
      const inside = places.filter((place) => place.region === region)
      return {
        region,
        responses: sumOf(inside, (place) => place.responses),
        leftOut: sumOf(inside, (place) => place.leftOut),
        questions: asked.map((question) => figuresOf(question, inside, rest)),
      }
    }),
  }
}

function figuresOf(
  { key, metric, scale: { step, ...scale } }: StateQuestion,
  places: readonly Place[],
  options: Omit<AggregateOptions, 'metric' | 'scale'>,
): QuestionFigures {
  let [missing, offScale] = [0, 0]
  // A unit that answered, but was not asked this, is no gap in the coverage of it.
  const asking = places.filter(
    (place) => place.responses === 0 || place.answers.some((answers) => answers.question === key),
  )
  const nameOf = ({ service, unit }: Place) => JSON.stringify([service, unit])
  const names = new Map<string, number>()
  for (const place of asking) names.set(nameOf(place), (names.get(nameOf(place)) ?? 0) + 1)
  const rows = asking.map((place): UnitCounts => {
    const { unit, service, code, visits, answers } = place
    const counts = new Array<number>((scale.max - scale.min) / step + 1).fill(0)
    for (const given of answers) {
      if (given.question !== key) continue
      given.counts.forEach((count, i) => {
        counts[i] = (counts[i] ?? 0) + count
      })
      missing += given.missing
      offScale += given.offScale
    }
    // Names that two units of one service share are told apart by their codes.
    return {
      unit: (names.get(nameOf(place)) ?? 0) > 1 ? `${unit} (${code ?? unnamed})` : unit,
      service,
      volume: visits,
      counts,
    }
  })
  return { question: key, missing, offScale, score: aggregate(rows, { ...options, metric, scale }) }
}
