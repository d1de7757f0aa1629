import { PalauteError } from '../errors.js'
import type { Scale } from '../types.js'
import { isCounted, requireWholeCount } from './counts.js'
import type { MetricInput, NoValueReason, ScaleValue, ValueIssue } from './score.js'

/** Longest scale taken: 0-100 sliders fit, ids and years that were taken for scores do not. */
const mostPoints = 1001
const mostIssues = 20

/** Answers on a scale, counted. */
export interface ScaleAnswers {
  /** Points of the scale in rising order. */
  points: number[]
  /** Answers per point. */
  counts: number[]
  n: number
  missing: number
  invalid: number
  issues: ValueIssue[]
}

/** Reads one value: a number, null for missing, or undefined for what is neither. */
export type ReadValue = (value: ScaleValue, missing: ReadonlySet<string>) => number | null | undefined

export const missingTokens = (scale: Scale) =>
  new Set((scale.missing ?? []).map((token) => token.trim().toLowerCase()))

/** Numbers and text of numbers, with a decimal point or a decimal comma. */
export const readNumber: ReadValue = (value, missing) => {
  if (value === null || value === undefined) return null
  // Most answers by far are plain numbers: no text is made of them.
  if (typeof value === 'number' && missing.size === 0) return Number.isNaN(value) ? undefined : value
  const text = String(value).trim()
  if (text === '' || missing.has(text.toLowerCase())) return null
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value
  return typeof value === 'string' && /^[+-]?\d+(?:[.,]\d+)?$/.test(text)
    ? Number(text.replace(',', '.'))
    : undefined
}

/** A scale that can be counted: whole ends in order, not longer than a slider of 0-1000. */
export function requireScale(scale: Scale): Scale {
  const { min, max, best } = scale
  const whole = Number.isInteger(min) && Number.isInteger(max)
  if (!whole || min >= max || max - min + 1 > mostPoints)
    throw new PalauteError(
      'bad_option',
      `scale must have whole ends with min < max and at most ${mostPoints} points; got min ${min}, max ${max}.`,
      { path: 'scale' },
    )
  if (best !== 'high' && best !== 'low')
    throw new PalauteError('bad_option', `scale.best must be 'high' or 'low'.`, { path: 'scale.best' })
  return scale
}

/** Counts answers on a scale, point by point; what is off it becomes an issue, never data. */
export function countAnswers(
  input: MetricInput<ScaleValue>,
  scale: Scale,
  { step = 1, read = readNumber }: { step?: number; read?: ReadValue } = {},
): ScaleAnswers {
  requireScale(scale)
  const points = Array.from({ length: (scale.max - scale.min) / step + 1 }, (_, i) => scale.min + i * step)
  const answers: ScaleAnswers = {
    points,
    counts: points.map(() => 0),
    n: 0,
    missing: 0,
    invalid: 0,
    issues: [],
  }
  if (isCounted(input)) return takeCounts(answers, input, scale, step)
  const tokens = missingTokens(scale)
  let index = 0
  for (const value of input) {
    const number = read(value, tokens)
    if (number === null) answers.missing += 1
    else {
      const place = number === undefined ? Number.NaN : (number - scale.min) / step
      if (Number.isInteger(place) && place >= 0 && place < points.length) {
        answers.counts[place] = (answers.counts[place] ?? 0) + 1
        answers.n += 1
      } else noteInvalid(answers, index, number, scale)
    }
    index += 1
  }
  return answers
}

function noteInvalid(answers: ScaleAnswers, index: number, number: number | undefined, scale: Scale): void {
  answers.invalid += 1
  if (answers.issues.length >= mostIssues) return
  const within = number !== undefined && number >= scale.min && number <= scale.max
  const code = number === undefined ? 'not_a_number' : within ? 'between_points' : 'off_scale'
  answers.issues.push({ code, index, value: number ?? null })
}

function takeCounts(
  answers: ScaleAnswers,
  input: { counts: readonly number[] | Readonly<Record<string, number>>; missing?: number },
  scale: Scale,
  step: number,
): ScaleAnswers {
  const { counts, missing = 0 } = input
  answers.missing = requireWholeCount(missing, 'missing')
  if (Array.isArray(counts)) {
    const whole = scale.max - scale.min + 1
    if (counts.length !== whole)
      throw new PalauteError(
        'bad_option',
        `counts must have ${whole} places for the scale ${scale.min}..${scale.max}; got ${counts.length}.`,
        { path: 'counts' },
      )
    counts.forEach((count, i) => {
      answers.counts[i / step] = requireWholeCount(count, `counts[${i}]`)
    })
  } else
    for (const [key, count] of Object.entries(counts)) {
      const place = key.trim() === '' ? Number.NaN : (Number(key) - scale.min) / step
      if (!Number.isInteger(place) || place < 0 || place >= answers.points.length)
        throw new PalauteError(
          'bad_option',
          `counts.${key.slice(0, 20)} is not a point of the scale ${scale.min}..${scale.max}.`,
          { path: `counts.${key.slice(0, 20)}` },
        )
      answers.counts[place] = requireWholeCount(count, `counts.${key}`)
    }
  answers.n = answers.counts.reduce((sum, count) => sum + count, 0)
  return answers
}

export function reasonForNone(answers: { n: number; missing: number; invalid: number }): NoValueReason {
  if (answers.invalid > 0) return 'none_on_scale'
  return answers.missing > 0 ? 'all_missing' : 'no_answers'
}
