import { PalauteError } from '../errors.js'
import { sampleSizeForDifference, sampleSizeForMargin } from '../statistics/index.js'
import type { Metric, Scale } from '../types.js'
import { requireAboveZero, unitOf } from './spread.js'

export interface PlanOptions {
  /** NPS unless told; sets the defaults below. */
  metric?: Exclude<Metric, 'choice'>
  scale?: Scale
  /** Margin of error wanted, on the scale of the value (NPS points, shares 0..1); 5 points unless told. */
  margin?: number
  /** Standard deviation of one answer in the same unit (NPS: 66 at +60, 45 at +85, 82 at 0); the worst unless told. */
  spread?: number
  /** How many there are to answer for; without end unless told. */
  population?: number
  /** Smallest change to be seen between two periods, in the same unit; 5 points unless told. */
  change?: number
  /** Share of the invited who answer, 0..1: gives the invitations to send. */
  responseRate?: number
  level?: number
  /** Chance to see the change, 0.8 unless told. */
  power?: number
}

export interface Plan {
  metric: Metric
  margin: number
  spread: number
  population: number | null
  level: number
  /** Answers to collect for the margin. */
  answers: number
  /** The same if the population had no end. */
  answersWithoutEnd: number
  /** To send for those answers, at the response rate given; null without one. */
  invitations: number | null
  /** Answers in each of two periods to see the change. */
  perPeriod: { change: number; power: number; answers: number }
}

/**
 * How many answers to collect, before anything is collected.
 *
 * n0 = (z s / m)², n = n0 / (1 + (n0 - 1)/N); per period 2 s² (z(alpha/2) + z(power))² / d², without correction,
 * since a change is of the process and not of this month's visits.
 * @param options margin, spread and change in one unit
 * @throws PalauteError `bad_option` when a number is not positive or units are mixed
 * Source: Cochran 1977.
 * @example plan({margin: 5, spread: 67, population: 900}).answers // 391
 */
export function plan(options: PlanOptions = {}): Plan {
  const { metric = 'nps', scale, level = 0.95, power = 0.8 } = options
  const { point, worst } = unitOf(metric, scale ?? null)
  const { spread = worst, population } = options
  // Somebody who plans on -1..1 gives the spread in that unit too: take the unit from what is given.
  const unit = metric === 'nps' && spread <= 1 && options.spread !== undefined ? 0.01 : 1
  const { margin = 5 * point * unit, change = 5 * point * unit, responseRate } = options
  requireAboveZero({ margin, spread, change, population })
  if (spread > worst * (1 + 1e-9) || (unit === 0.01 && margin > 1))
    throw new PalauteError(
      'bad_option',
      `spread must be in the unit of the margin and at most ${worst} (${metric}); got spread ${spread}, margin ${margin}.`,
      { path: 'spread' },
    )
  if (responseRate !== undefined && !(responseRate > 0 && responseRate <= 1))
    throw new PalauteError('bad_option', `responseRate must be above 0 and at most 1; got ${responseRate}.`, {
      path: 'responseRate',
    })
  const size = sampleSizeForMargin(spread, margin, population, level)
  return {
    metric,
    margin,
    spread,
    population: population ?? null,
    level,
    answers: size.answers,
    answersWithoutEnd: Math.ceil(size.infinite - 1e-9),
    invitations: responseRate === undefined ? null : Math.ceil(size.answers / responseRate - 1e-9),
    perPeriod: {
      change,
      power,
      answers: Math.ceil(sampleSizeForDifference(spread, spread, change, power, 1 - level)),
    },
  }
}
