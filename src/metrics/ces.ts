import type { Scale } from '../types.js'
import { type BoxOptions, type ScaleScore, scaleScore } from './scaleScore.js'
import type { MetricInput, ScaleValue } from './score.js'

/** "They made it easy for me" on 1-7; where the question asks how hard it was, declare `best: 'low'`. */
export const cesScale: Scale = { min: 1, max: 7, best: 'high' }

export interface CesScore extends ScaleScore {
  metric: 'ces'
}

/**
 * Customer effort score: the mean on 1-7, with the share of the two easiest points beside it.
 *
 * @param input answers on the scale (numbers or text of numbers; null and empty text are missing), or `{counts}`:
 * a list from the lowest point up, or an object by point
 * @returns value and interval on the question's own scale; `topBox` on 0..1 with its own interval
 * @throws PalauteError `bad_option` when counts, scale, topBox or level are not valid
 * Source: CES 2.0 (Dixon, Toman & DeLisi 2013); ends-adjusted interval below 200 answers, Student's t above.
 * @example ces([7, 6, 5]).value // 6
 */
export function ces(input: MetricInput<ScaleValue>, options: BoxOptions = {}): CesScore {
  return scaleScore('ces', 'mean', cesScale, input, options)
}
