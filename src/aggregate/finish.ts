import { aggregate } from './aggregate.js'
import { badOption } from './badOption.js'
import { daysOf } from './period.js'
import { order, type PartialState, type StateAnswers, type StateUnit } from './state.js'
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
  /** Whatever a row of volumes or units may call it. */
  code: string | null
  name: string | null
  responses: number
  leftOut: number
  answers: StateAnswers[]
}

function span(options: FinishOptions): { first: number; last: number } | null {
  if (options.from === undefined && options.to === undefined) return null
  const bound = (time: string | undefined, path: 'from' | 'to') => {
    if (time === undefined) return null
    const days = daysOf(time)
    if (days === null)
      throw badOption(path, `${path} must be a date or a period such as 2021-03-25, 2021-03 or 2021-Q1.`)
    return days
  }
  return {
    first: bound(options.from, 'from')?.first ?? -Infinity,
    last: bound(options.to, 'to')?.last ?? Infinity,
  }
}

/** Services by unit where the answers themselves leave only one: rows without a service belong there. */
function onlyService(units: readonly StateUnit[]): Map<string, string> {
  const services = new Map<string, Set<string>>()
  for (const { unit, service, region } of units) {
    if (unit === null || service === null) continue
    const key = JSON.stringify([region, unit])
    services.set(key, (services.get(key) ?? new Set()).add(service))
  }
  return new Map(
    [...services].flatMap(([key, set]) => (set.size === 1 ? [[key, [...set][0] ?? ''] as const] : [])),
  )
}

/** Units of the state inside the time asked for, joined where only the periods or the known facts differ. */
function placesOf(state: PartialState, options: FinishOptions): Place[] {
  const within = span(options)
  const only = onlyService(state.units)
  const regions = new Set(state.units.map((unit) => unit.region).filter((region) => region !== null))
  const known = new Map((options.units ?? []).map((row) => [row.unit, row]))
  const places = new Map<string, Place>()
  for (const unit of state.units) {
    const told =
      (unit.unit === null ? undefined : known.get(unit.unit)) ??
      (unit.name === null ? undefined : known.get(unit.name))
    const region = told?.region ?? unit.region ?? (regions.size === 1 ? [...regions][0] : null) ?? null
    const service =
      told?.service ?? unit.service ?? only.get(JSON.stringify([unit.region, unit.unit])) ?? null
    const key = JSON.stringify([region, service, unit.unit])
    const place = places.get(key) ?? {
      region,
      service,
      unit: told?.name ?? unit.name ?? unit.unit ?? unnamed,
      code: unit.unit,
      name: unit.name,
      responses: 0,
      leftOut: 0,
      answers: [],
    }
    places.set(key, place)
    for (const cell of unit.cells) {
      const days = within === null ? null : daysOf(cell.period)
      if (within !== null && (days === null || days.first < within.first || days.last > within.last)) {
        place.leftOut += cell.responses
        continue
      }
      place.responses += cell.responses
      place.answers.push(...cell.answers)
    }
  }
  return [...places.values()]
}

/** Adds visits to places; units with visits and no answers are places too, for the coverage. */
function visitsOf(places: Place[], options: FinishOptions): Map<Place, number> {
  const within = span(options)
  const visits = new Map<Place, number>()
  const silent = new Map<string, Place>()
  const regions = new Set(places.map((place) => place.region))
  const known = new Map((options.units ?? []).map((row) => [row.unit, row]))
  ;(options.volumes ?? []).forEach((row, at) => {
    if (!(typeof row.visits === 'number' && row.visits >= 0 && row.visits < Infinity))
      throw badOption(
        `volumes[${at}].visits`,
        `Unit "${row.unit}": visits must be a number of 0 or more, got ${row.visits}.`,
      )
    const days = row.period ? daysOf(row.period) : null
    if (within !== null && days !== null && (days.last < within.first || days.first > within.last)) return
    let found = places.filter((place) => place.code === row.unit)
    if (found.length === 0)
      found = places.filter((place) => place.name === row.unit || place.unit === row.unit)
    if (found.length === 0) {
      const told = known.get(row.unit)
      const region = told?.region ?? (regions.size === 1 ? ([...regions][0] ?? null) : null)
      const place = silent.get(row.unit) ?? {
        region,
        service: told?.service ?? null,
        unit: told?.name ?? row.unit,
        code: row.unit,
        name: null,
        responses: 0,
        leftOut: 0,
        answers: [],
      }
      silent.set(row.unit, place)
      found = [place]
    }
    // One unit that answers under several services: its visits follow its answers.
    const total = found.reduce((sum, place) => sum + place.responses, 0)
    for (const place of found) {
      const part = found.length === 1 ? 1 : total > 0 ? place.responses / total : 1 / found.length
      visits.set(place, (visits.get(place) ?? 0) + row.visits * part)
    }
  })
  places.push(...silent.values())
  return visits
}

/** Names that two places of one service share are told apart by their codes. */
function distinctNames(places: readonly Place[]): Map<Place, string> {
  const seen = new Map<string, number>()
  const key = (place: Place) => JSON.stringify([place.service, place.unit])
  for (const place of places) seen.set(key(place), (seen.get(key(place)) ?? 0) + 1)
  return new Map(
    places.map((place) => [
      place,
      (seen.get(key(place)) ?? 0) > 1 ? `${place.unit} (${place.code ?? unnamed})` : place.unit,
    ]),
  )
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
  for (const key of wanted ?? [])
    if (!state.questions.some((question) => question.key === key))
      throw badOption(
        'questions',
        `The state has no question "${key}"; it has ${state.questions.map((q) => q.key).join(', ') || 'none'}.`,
      )
  const places = placesOf(state, options)
  const visits = visitsOf(places, options)
  const asked = state.questions.filter((question) => wanted === undefined || wanted.includes(question.key))
  const regions = [...new Set(places.map((place) => place.region))].sort(order)
  return {
    schemaVersion: 1,
    kind: 'palaute-figures',
    period: from === undefined && to === undefined ? null : { from: from ?? '', to: to ?? '' },
    regions: regions.map((region) => {
      const inside = places.filter((place) => place.region === region)
      const names = distinctNames(inside)
      return {
        region,
        responses: inside.reduce((sum, place) => sum + place.responses, 0),
        leftOut: inside.reduce((sum, place) => sum + place.leftOut, 0),
        questions: asked.map(({ key, metric, scale }): QuestionFigures => {
          const classes = (scale.max - scale.min) / scale.step + 1
          let [missing, offScale] = [0, 0]
          // A unit that answered, but was not asked this, is no gap in the coverage of it.
          const asking = inside.filter(
            (place) => place.responses === 0 || place.answers.some((answers) => answers.question === key),
          )
          const rows = asking.map((place): UnitCounts => {
            const counts = new Array<number>(classes).fill(0)
            for (const answers of place.answers) {
              if (answers.question !== key) continue
              answers.counts.forEach((count, i) => {
                counts[i] = (counts[i] ?? 0) + count
              })
              missing += answers.missing
              offScale += answers.offScale
            }
            return {
              unit: names.get(place) ?? place.unit,
              service: place.service,
              volume: visits.get(place) ?? null,
              counts,
            }
          })
          return {
            question: key,
            missing,
            offScale,
            score: aggregate(rows, {
              ...rest,
              metric,
              scale: { min: scale.min, max: scale.max, best: scale.best },
            }),
          }
        }),
      }
    }),
  }
}
