import type { PeriodLength } from './period.js'
import {
  badState,
  order,
  type PartialState,
  type StateAnswers,
  type StateCell,
  type StateQuestion,
  type StateUnit,
  stepOf,
  unitOrder,
} from './state.js'
import { metricReading } from './statistic.js'
import type { ScoreMetric } from './types.js'

/** Takes a value of parsed JSON at a path, or throws `bad_state`. */
type Reader<T> = (value: unknown, path: string) => T

function must(holds: boolean, path: string, what: string): void {
  if (!holds) throw badState(path, `${path} must be ${what}.`)
}

const text: Reader<string> = (value, path) => {
  must(typeof value === 'string', path, 'text')
  return value as string
}

const textOrNull: Reader<string | null> = (value, path) => (value === null ? null : text(value, path))

const whole: Reader<number> = (value, path) => {
  must(Number.isSafeInteger(value) && (value as number) >= 0, path, 'a whole number of 0 or more')
  return value as number
}

const oneOf =
  <T extends string>(...names: readonly T[]): Reader<T> =>
  (value, path) => {
    must(names.includes(value as T), path, `one of ${names.join(', ')}`)
    return value as T
  }

/** An object of exactly these fields, in this order: others are dropped, so that equal states are equal bytes. */
const object =
  <T>(readers: { [Key in keyof T]: Reader<T[Key]> }): Reader<T> =>
  (value, path) => {
    must(typeof value === 'object' && value !== null && !Array.isArray(value), path || 'state', 'an object')
    return Object.fromEntries(
      Object.entries<Reader<unknown>>(readers).map(([key, read]) => [
        key,
        read((value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
      ]),
    ) as T
  }

const list =
  <T>(read: Reader<T>, compare?: (a: T, b: T) => number): Reader<T[]> =>
  (value, path) => {
    must(Array.isArray(value), path, 'a list')
    const items = (value as unknown[]).map((item, i) => read(item, `${path}[${i}]`))
    if (compare === undefined) return items
    items.sort(compare)
    must(
      items.every((item, i) => i === 0 || compare(items[i - 1] as T, item) < 0),
      path,
      'a list without repeated entries',
    )
    return items
  }

const readQuestion: Reader<StateQuestion> = (value, path) => {
  const question = object<StateQuestion>({
    key: text,
    metric: text as Reader<ScoreMetric>,
    scale: object<StateQuestion['scale']>({
      min: Number,
      max: Number,
      best: oneOf('high', 'low'),
      step: Number,
    }),
  })(value, path)
  try {
    metricReading(question.metric, question.scale)
  } catch (cause) {
    throw badState(path, `${path}: ${(cause as Error).message}`)
  }
  const step = stepOf(question.metric)
  must(question.scale.step === step, `${path}.scale.step`, String(step))
  return question
}

/**
 * A state from parsed JSON, checked and sorted.
 *
 * @throws PalauteError `bad_state` with the path of what is wrong, also for another version of the format
 * @example readState(JSON.parse(text))
 */
export function readState(value: unknown): PartialState {
  const { kind, schemaVersion } = (value ?? {}) as Record<string, unknown>
  must(kind === 'palaute-partial', 'kind', '"palaute-partial": this is not a partial state of palaute')
  must(schemaVersion === 1, 'schemaVersion', '1: this state was made by another version')
  const state = object<PartialState>({
    schemaVersion: () => 1,
    kind: () => 'palaute-partial',
    period: oneOf<PeriodLength>('none', 'year', 'quarter', 'month', 'week', 'day'),
    questions: list(readQuestion, (a, b) => order(a.key, b.key)),
    units: list(
      object<StateUnit>({
        region: textOrNull,
        service: textOrNull,
        unit: textOrNull,
        name: textOrNull,
        cells: list(
          object<StateCell>({
            period: text,
            responses: whole,
            answers: list(
              object<StateAnswers>({ question: text, counts: list(whole), missing: whole, offScale: whole }),
              (a, b) => order(a.question, b.question),
            ),
          }),
          (a, b) => order(a.period, b.period),
        ),
      }),
      unitOrder,
    ),
  })(value, '')
  const classes = new Map(
    state.questions.map(({ key, scale }) => [key, (scale.max - scale.min) / scale.step + 1]),
  )
  state.units.forEach(({ cells }, u) => {
    cells.forEach(({ answers }, c) => {
      answers.forEach(({ question, counts }, a) => {
        must(
          counts.length === classes.get(question),
          `units[${u}].cells[${c}].answers[${a}].counts`,
          'one number for each point of the scale of its question',
        )
      })
    })
  })
  return state
}
