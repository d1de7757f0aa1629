import type { Scale } from '../types.js'
import { isCounted, requireWholeCount } from './counts.js'
import { readNumber } from './scaleAnswers.js'
import { type BoxOptions, type ScaleScore, scaleScore } from './scaleScore.js'
import type { MetricInput, ScaleValue } from './score.js'

/** A statement on 1-5, from full disagreement to full agreement. */
export const likertScale: Scale = { min: 1, max: 5, best: 'high' }

export interface LikertOptions extends BoxOptions {
  /** Answers that mean "does not apply to me"; counted apart from those who did not answer. */
  notApplicable?: readonly (string | number)[]
}

export interface LikertScore extends ScaleScore {
  metric: 'likert'
  /** "Does not apply": not in n, not in missing. */
  notApplicable: number
}

/**
 * A statement answered on 1-5: the mean, with the share who agree (the two best points) beside it.
 *
 * @param input answers on the scale, or `{counts, missing?, notApplicable?}`
 * @returns value and interval on the question's own scale; `topBox` and `bottomBox` on 0..1
 * @throws PalauteError `bad_option` when counts, scale, topBox or level are not valid
 * Source: mean as in {@link ces}, shares as in {@link csat}.
 * @example likert([5, 4, 'does not apply'], {notApplicable: ['does not apply']}).notApplicable // 1
 */
export function likert(
  input: MetricInput<ScaleValue> & { notApplicable?: number },
  options: LikertOptions = {},
): LikertScore {
  const tokens = new Set((options.notApplicable ?? []).map((token) => String(token).trim().toLowerCase()))
  let notApplicable = isCounted(input) ? requireWholeCount(input.notApplicable ?? 0, 'notApplicable') : 0
  const score = scaleScore('likert', 'mean', likertScale, input, options, {
    read: (value, missing) => {
      const given = value === null || value === undefined ? '' : String(value).trim().toLowerCase()
      if (given === '' || !tokens.has(given)) return readNumber(value, missing)
      notApplicable += 1
      return null
    },
  })
  const missing = isCounted(input) ? score.missing : score.missing - notApplicable
  const nobody = score.value === null && score.reason === 'all_missing' && missing + notApplicable === 0
  return { ...score, ...(nobody ? { reason: 'no_answers' as const } : {}), missing, notApplicable }
}
