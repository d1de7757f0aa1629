import { PalauteError } from '../errors.js'
import { normalQuantile, sampleSizeForDifference, sampleSizeForMargin } from '../statistics/index.js'
import type { Interval, Metric, Scale } from '../types.js'
import { requireAboveZero, unitOf } from './spread.js'

/**
 * suppressed: below 10 answers, show nothing. interval_only: below 30, no color and no rank. indicative: margin
 * above 10 points; usable: at most 10; good: at most 5; saturated: a stop rule says that more adds nothing.
 */
export type Tier = 'suppressed' | 'interval_only' | 'indicative' | 'usable' | 'good' | 'saturated'

/** margin: half of the change that matters; population: nearly everybody answered; reliability: units told apart. */
export type StopRule = 'margin' | 'population' | 'reliability'

export interface AdequacyOptions {
  /** How many the answers are to speak for (visits of the period); at least n. */
  population?: number
  /** Margin of error wanted, on the scale of the value; 5 points unless told. */
  margin?: number
  /** Smallest change that matters, on the scale of the value; 5 points unless told. */
  change?: number
  /** How many were asked, for the response rate; `population` unless told. */
  invited?: number
  /** Standard deviation of true levels between units, for the reliability of comparing them. */
  betweenUnits?: number
}

/** A score, as far as its answers are judged. */
export interface JudgedScore {
  metric: Metric
  value: number | null
  n: number
  interval: Interval | null
  standardError?: number | null
  /** The same under the name that aggregates give it. */
  se?: number | null
  scale?: Scale | null
}

export interface Adequacy {
  tier: Tier
  /** Half the width of the interval, with the finite population correction where a population is given. */
  margin: number | null
  /** Answers needed in all for the margin wanted, and how many more that is. */
  needed: { margin: number; answers: number; more: number }
  /** Answers needed in each of two periods to see the change with 80 % power. */
  perPeriod: { change: number; answers: number }
  /** What the next 100 answers would make of the margin, and by how much they would narrow it. */
  next100: { margin: number; gain: number } | null
  /** The first stop rule that is met. */
  stopRule: StopRule | null
  /** tau² / (tau² + s²/n); null unless the spread between units is given. */
  reliability: number | null
  /** n / invited; null where neither is known. */
  responseRate: number | null
  /**
   * What the margin does not cover: how far the value would move if the silent were 20 points apart from those
   * who answered, (1 - response rate) x 20 points. Given where the rate is known; to be said when below 30 %.
   */
  nonResponse: { shift: number; mustBeSaid: boolean } | null
  /** Spread of one answer that was planned with; the largest possible one where none can be seen. */
  spread: number
}

const leastToShow = 10
const leastForColor = 30

/** More cannot have answered than there are, or than were asked. */
function requireAtLeast(value: number | undefined, name: string, n: number): void {
  if (value !== undefined && value < n)
    throw new PalauteError('bad_option', `${name} (${value}) must not be below the ${n} answers counted.`, {
      path: name,
    })
}

/**
 * Are there enough answers, and when do more stop mattering?
 *
 * Margin m = half the interval (z s / √n for large n), times √(1 - n/N) where N is given. Stop rules, the first met
 * wins: m <= change/2; 1 - n/N < 0.1; tau²/(tau² + s²/n) >= 0.9. The next 100 answers cut m by √(n / (n + 100)).
 * @param score of one unit or an aggregate with its standard error
 * @param options on the scale of the value: NPS points, shares 0..1, means on their own scale
 * @throws PalauteError `bad_option` when an option is not positive, or the population is smaller than the sample
 * Source: Cochran 1977; tiers after GPPS (10) and HCAHPS (reliability).
 * @example adequacy(nps({counts: {promoters: 70, passives: 20, detractors: 10}})).tier // 'indicative'
 */
export function adequacy(score: JudgedScore, options: AdequacyOptions = {}): Adequacy {
  const { metric, n, interval } = score
  const standardError = score.standardError ?? score.se ?? null
  const { point, worst } = unitOf(metric, score.scale ?? null)
  const { population, margin: wanted = 5 * point, change = 5 * point, betweenUnits } = options
  requireAboveZero({ population, invited: options.invited, margin: wanted, change, betweenUnits })
  requireAtLeast(population, 'population', n)
  requireAtLeast(options.invited, 'invited', n)
  const level = interval?.level ?? 0.95
  const z = normalQuantile((1 - level) / 2, 'upper')
  const correction = population === undefined ? 1 : Math.sqrt(Math.max(0, 1 - n / population))
  const half = interval ? (interval.high - interval.low) / 2 : null
  const margin = half === null ? null : half * correction
  const spread = spreadOf(n, standardError, half === null ? null : half / z) ?? worst
  const { answers } = sampleSizeForMargin(spread, wanted, population, level)
  const reliability =
    betweenUnits === undefined || n === 0 ? null : betweenUnits ** 2 / (betweenUnits ** 2 + spread ** 2 / n)
  const invited = options.invited ?? population
  const responseRate = invited === undefined ? null : n / invited
  const stopRule = stop(n, margin, change, population, reliability)
  return {
    tier: tierOf(n, margin, point, stopRule),
    margin,
    needed: { margin: wanted, answers, more: Math.max(0, answers - n) },
    perPeriod: {
      change,
      answers: Math.ceil(sampleSizeForDifference(spread, spread, change, 0.8, 1 - level)),
    },
    next100: nextHundred(n, half, margin, population),
    stopRule,
    reliability,
    responseRate,
    nonResponse:
      responseRate === null
        ? null
        : { shift: (1 - responseRate) * 20 * point, mustBeSaid: responseRate < 0.3 },
    spread,
  }
}

/**
 * Standard deviation of one answer, design effect included. Few answers that look alike show less spread than
 * there is: below 30 the interval is believed where it says more.
 */
function spreadOf(n: number, standardError: number | null, byInterval: number | null): number | null {
  if (byInterval === null || n === 0) return null
  const seen = standardError === null ? 0 : standardError * Math.sqrt(Math.max(1, n - 1))
  const wide = byInterval * Math.sqrt(n)
  return n >= leastForColor && seen > 0 ? seen : Math.max(seen, wide)
}

function stop(
  n: number,
  margin: number | null,
  change: number,
  population: number | undefined,
  reliability: number | null,
): StopRule | null {
  if (margin === null || n < leastForColor) return null
  if (margin <= change / 2) return 'margin'
  if (population !== undefined && 1 - n / population < 0.1) return 'population'
  return reliability !== null && reliability >= 0.9 ? 'reliability' : null
}

function tierOf(n: number, margin: number | null, point: number, stopRule: StopRule | null): Tier {
  if (n < leastToShow || margin === null) return 'suppressed'
  if (n < leastForColor) return 'interval_only'
  if (stopRule) return 'saturated'
  // A hair of slack: a margin of 5 points must not fail by rounding.
  const points = margin / point - 1e-9
  return points <= 5 ? 'good' : points <= 10 ? 'usable' : 'indicative'
}

function nextHundred(
  n: number,
  half: number | null,
  margin: number | null,
  population: number | undefined,
): Adequacy['next100'] {
  if (half === null || margin === null || n === 0) return null
  const more = Math.min(n + 100, population ?? Infinity)
  const correction = population === undefined ? 1 : Math.sqrt(Math.max(0, 1 - more / population))
  const after = half * Math.sqrt(n / more) * correction
  return { margin: after, gain: margin - after }
}
