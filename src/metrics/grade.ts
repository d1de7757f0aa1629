import type { Scale } from '../types.js'
import { type ReadValue, readNumber } from './scaleAnswers.js'
import { type BoxOptions, type ScaleScore, scaleScore } from './scaleScore.js'
import type { MetricInput, ScaleValue } from './score.js'

/** The Finnish school grade, 4-10. */
export const gradeScale: Scale = { min: 4, max: 10, best: 'high' }

export interface GradeScore extends ScaleScore {
  metric: 'grade'
}

/** Grades between whole ones as they are written in school: 8+ is 8.25, 8½ is 8.5, 9- is 8.75. */
const readGrade: ReadValue = (value, missing) => {
  const written = typeof value === 'string' ? /^(\d+)\s*(½|\+|[-–−])$/.exec(value.trim()) : null
  if (!written) return readNumber(value, missing)
  const whole = Number(written[1])
  return written[2] === '½' ? whole + 0.5 : written[2] === '+' ? whole + 0.25 : whole - 0.25
}

/**
 * A school grade on 4-10: the mean, with the share of 9 and 10 beside it.
 *
 * @param input grades (8, '8½', '9-', '8,5'; quarters are kept), or `{counts}`: a list of 7 counts from 4 up, or
 * an object by grade
 * @returns value and interval on 4..10; never read as NPS, though 9 and 10 look alike
 * @throws PalauteError `bad_option` when counts, scale, topBox or level are not valid
 * Source: mean as in {@link ces}, shares as in {@link csat}.
 * @example grade([8, '9-', '9½']).value // 8.75
 */
export function grade(input: MetricInput<ScaleValue>, options: BoxOptions = {}): GradeScore {
  return scaleScore('grade', 'mean', gradeScale, input, options, { step: 0.25, read: readGrade })
}
