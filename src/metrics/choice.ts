import { PalauteError } from '../errors.js'
import { requireLevel } from '../statistics/require.js'
import { isCounted, requireWholeCount, sharesOf } from './counts.js'
import { estimateMean, estimateShare, type ShareIntervalMethod } from './estimates.js'
import { reasonForNone } from './scaleAnswers.js'
import type { Estimate, MetricOptions, Score, ValueIssue } from './score.js'

export interface ChoiceOptions extends MetricOptions {
  /** The options offered, in the order to show; whatever else is named becomes an issue. */
  options?: readonly string[]
  /** Options chosen by fewer than this share of respondents make the tail: 0.05 unless told. */
  tailBelow?: number
  method?: ShareIntervalMethod
}

/** What each respondent chose; null, undefined and an empty list are missing. */
export type ChoiceInput =
  | Iterable<readonly string[] | null | undefined>
  | { counts: Readonly<Record<string, number>>; respondents: number; missing?: number }

export interface ChosenOption {
  option: string
  count: number
  /** Of respondents, 0..1, with its interval. */
  ofRespondents: Estimate | null
  /** Of all mentions, 0..1: these sum to 1. */
  ofMentions: number | null
}

export interface ChoiceScore extends Score {
  metric: 'choice'
  /** All choices together; at least n, since every respondent chose something. */
  mentions: number
  /** One row per option, in the order declared, or as first met. */
  options: ChosenOption[]
  /** The options chosen most; several when they tie. */
  mode: string[]
  /** Options chosen by few, and the mentions that they gather together. */
  tail: { options: string[]; count: number; ofMentions: number | null }
}

/**
 * A question where several options may be chosen.
 *
 * @param input one list of options per respondent, or `{counts, respondents}`
 * @returns value = mean number chosen per respondent; `shares` are of respondents and may sum past 1, which
 * `notes` then says; `options[].ofMentions` sum to 1
 * @throws PalauteError `bad_option` when counts are negative, fractional or NaN, or an option has more choosers
 * than there are respondents
 * Source: shares by Wilson; the mean chosen by the ends-adjusted interval, Student's t from 200 respondents.
 * @example choice([['wait', 'staff'], ['staff']]).value // 1.5
 */
export function choice(input: ChoiceInput, options: ChoiceOptions = {}): ChoiceScore {
  const level = requireLevel(options.level ?? 0.95)
  const { tailBelow = 0.05, method } = options
  if (!(tailBelow >= 0 && tailBelow <= 1))
    throw new PalauteError('bad_option', `tailBelow must be between 0 and 1; got ${tailBelow}.`, {
      path: 'tailBelow',
    })
  const chosen = isCounted(input as Iterable<unknown>)
    ? takeCounts(input as Extract<ChoiceInput, { respondents: number }>, options.options)
    : countChoices(input as Iterable<readonly string[] | null | undefined>, options.options)
  const { counts, perRespondent, n, missing, invalid, issues } = chosen
  const mentions = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const rows = [...counts].map(([option, count]) => ({
    option,
    count,
    ofRespondents: estimateShare(count, n, level, method),
    ofMentions: mentions === 0 ? null : count / mentions,
  }))
  const most = Math.max(0, ...counts.values())
  const tail = n === 0 ? [] : rows.filter(({ count }) => count < tailBelow * n)
  const tailCount = tail.reduce((sum, { count }) => sum + count, 0)
  const mean = n === 0 ? null : meanChosen(perRespondent, counts.size, level)
  const sum = n === 0 ? 0 : mentions / n
  const byOption = Object.fromEntries(counts)
  return {
    metric: 'choice',
    value: n === 0 ? null : mentions / n,
    ...(n === 0 ? { reason: reasonForNone({ n, missing, invalid }) } : {}),
    n,
    missing,
    invalid,
    issues,
    scale: null,
    counts: byOption,
    shares: sharesOf(byOption, n),
    interval: mean?.interval ?? null,
    standardError: mean?.standardError ?? null,
    mentions,
    options: rows,
    mode: most === 0 ? [] : rows.filter(({ count }) => count === most).map(({ option }) => option),
    tail: {
      options: tail.map(({ option }) => option),
      count: tailCount,
      ofMentions: mentions === 0 ? null : tailCount / mentions,
    },
    notes: [
      ...(sum > 1 ? [{ code: 'shares_may_pass_one' as const, sum }] : []),
      ...(n === 1 ? [{ code: 'one_answer' as const }] : []),
    ],
  }
}

interface Chosen {
  counts: Map<string, number>
  /** Respondents by how many options they chose; null when only the counts per option are known. */
  perRespondent: Map<number, number> | null
  n: number
  missing: number
  invalid: number
  issues: ValueIssue[]
}

/** Without the respondents' own lists the spread of the number chosen is not known: no interval then. */
function meanChosen(
  perRespondent: Map<number, number> | null,
  offered: number,
  level: number,
): Estimate | null {
  // Where a single option was offered there is nothing to vary.
  if (!perRespondent || offered < 2) return null
  const scale = { min: 1, max: offered, best: 'high' } as const
  return estimateMean([...perRespondent.keys()], [...perRespondent.values()], scale, level)
}

function countChoices(
  values: Iterable<readonly string[] | null | undefined>,
  declared: readonly string[] | undefined,
): Chosen {
  const counts = new Map<string, number>((declared ?? []).map((option) => [option, 0]))
  const perRespondent = new Map<number, number>()
  const result: Chosen = { counts, perRespondent, n: 0, missing: 0, invalid: 0, issues: [] }
  const note = (code: ValueIssue['code'], index: number) => {
    result.invalid += 1
    if (result.issues.length < 20) result.issues.push({ code, index, value: null })
  }
  let index = 0
  for (const list of values) {
    if (list !== null && list !== undefined && !Array.isArray(list))
      throw new PalauteError('bad_option', `values[${index}] must be a list of options or null.`, {
        path: `values[${index}]`,
      })
    const own = new Set<string>()
    for (const option of list ?? []) {
      if (declared && !counts.has(option)) note('unknown_option', index)
      else if (own.has(option)) note('repeated_option', index)
      else own.add(option)
    }
    for (const option of own) counts.set(option, (counts.get(option) ?? 0) + 1)
    if (own.size > 0) {
      result.n += 1
      perRespondent.set(own.size, (perRespondent.get(own.size) ?? 0) + 1)
    } else if (!list?.length) result.missing += 1
    index += 1
  }
  return result
}

function takeCounts(
  input: { counts: Readonly<Record<string, number>>; respondents: number; missing?: number },
  declared: readonly string[] | undefined,
): Chosen {
  const n = requireWholeCount(input.respondents, 'respondents')
  const counts = new Map<string, number>((declared ?? []).map((option) => [option, 0]))
  for (const [option, count] of Object.entries(input.counts)) {
    if (declared && !counts.has(option))
      throw new PalauteError('bad_option', 'counts has an option that is not among options.', {
        path: 'counts',
      })
    const path = `counts.${option.slice(0, 40)}`
    counts.set(option, requireWholeCount(count, path))
    if (count > n)
      throw new PalauteError('bad_option', `${path} (${count}) is above respondents (${n}).`, { path })
  }
  return {
    counts,
    perRespondent: null,
    n,
    missing: requireWholeCount(input.missing ?? 0, 'missing'),
    invalid: 0,
    issues: [],
  }
}
