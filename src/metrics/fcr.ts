import { requireLevel } from '../statistics/require.js'
import { isCounted, namedCounts, requireWholeCount, sharesOf } from './counts.js'
import { estimateShare, type ShareIntervalMethod } from './estimates.js'
import { reasonForNone } from './scaleAnswers.js'
import type { Estimate, MetricInput, MetricOptions, Score, ValueIssue } from './score.js'

const answers = ['yes', 'no', 'partial'] as const
export type FcrAnswer = (typeof answers)[number]

export interface FcrOptions extends MetricOptions {
  /** Answers that mean "cannot say". */
  missing?: readonly string[]
  method?: ShareIntervalMethod
}

export interface FcrScore extends Score {
  metric: 'fcr'
  counts: Record<FcrAnswer, number>
  shares: Record<FcrAnswer, number> | null
  /** Solved in part: in n, reported apart, not in the value. */
  partial: (Estimate & { count: number }) | null
}

/**
 * First contact resolution: yes / (yes + no + partial).
 *
 * @param input true, false, 'yes', 'no', 'partial' (null and empty text are missing), or `{counts: {yes, no, partial}}`
 * @returns value and interval on 0..1 (Wilson); `partial` apart with its own interval
 * @throws PalauteError `bad_option` when counts are negative, fractional or NaN, or a name is unknown
 * Source: Wilson 1927.
 * @example fcr([true, true, 'partial', false]).value // 0.5
 */
export function fcr(
  input: MetricInput<boolean | string | null | undefined>,
  options: FcrOptions = {},
): FcrScore {
  const level = requireLevel(options.level ?? 0.95)
  const { method } = options
  let counts: Record<FcrAnswer, number> = { yes: 0, no: 0, partial: 0 }
  let missing = 0
  let invalid = 0
  const issues: ValueIssue[] = []
  if (isCounted(input)) {
    counts = namedCounts(input.counts as Readonly<Record<string, number>>, answers)
    missing = requireWholeCount(input.missing ?? 0, 'missing')
  } else {
    const tokens = new Set((options.missing ?? []).map((token) => token.trim().toLowerCase()))
    let index = 0
    for (const value of input) {
      const text =
        value === true
          ? 'yes'
          : value === false
            ? 'no'
            : String(value ?? '')
                .trim()
                .toLowerCase()
      const answer = answers.find((name) => name === text)
      if (text === '' || tokens.has(text)) missing += 1
      else if (answer) counts[answer] += 1
      else {
        invalid += 1
        if (issues.length < 20) issues.push({ code: 'unknown_answer', index, value: null })
      }
      index += 1
    }
  }
  const n = counts.yes + counts.no + counts.partial
  const value = estimateShare(counts.yes, n, level, method)
  const partial = estimateShare(counts.partial, n, level, method)
  return {
    metric: 'fcr',
    value: value?.value ?? null,
    ...(value ? {} : { reason: reasonForNone({ n, missing, invalid }) }),
    n,
    missing,
    invalid,
    issues,
    scale: null,
    counts,
    shares: sharesOf(counts, n) as Record<FcrAnswer, number> | null,
    interval: value?.interval ?? null,
    standardError: value?.standardError ?? null,
    partial: partial && { ...partial, count: counts.partial },
    notes: n === 1 ? [{ code: 'one_answer' }] : [],
  }
}
