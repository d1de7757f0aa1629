import type { Scale } from '../types.js'
import { type BoxOptions, type ScaleScore, scaleScore } from './scaleScore.js'
import type { MetricInput, ScaleValue } from './score.js'

/** Satisfaction on 1-5. */
export const csatScale: Scale = { min: 1, max: 5, best: 'high' }

export interface CsatScore extends ScaleScore {
  metric: 'csat'
}

/**
 * Customer satisfaction: the share of the two best points of 1-5, with the mean beside it.
 *
 * @param input answers on the scale (numbers or text of numbers; null and empty text are missing), or `{counts}`:
 * a list from the lowest point up, or an object by point
 * @returns value and interval on 0..1 (Wilson); `mean` on the question's own scale with its own interval
 * @throws PalauteError `bad_option` when counts, scale, topBox or level are not valid
 * Source: top-2-box convention; Wilson 1927.
 * @example csat([5, 4, 4, 2]).value // 0.75
 */
export function csat(input: MetricInput<ScaleValue>, options: BoxOptions = {}): CsatScore {
  return scaleScore('csat', 'topBox', csatScale, input, options)
}
