// By name, so that a bundle takes the figures and leaves the remarks.
import { nps as published } from '../../data/targets.json'
import { PalauteError } from '../errors.js'
import { betaTails, normalTails, npsPosterior } from '../statistics/index.js'
import type { Metric } from '../types.js'

/** weak < low <= fair < target <= good < top <= excellent; falling limits mean that low values are good. */
export interface Target {
  low: number
  target: number
  top: number
  /** Where the limits come from: shown to the reader. */
  basis: string
  year?: number
}

export type Band = 'weak' | 'fair' | 'good' | 'excellent'

/** Targets by metric and service. Null means that no published figure was found: ask, do not guess. */
export type Targets = Partial<Record<Metric, Readonly<Record<string, Target | null>>>>

/**
 * The targets that ship with the library: net promoter scores published by Finnish regions and THL, with the
 * source of each. Services without a published figure are null.
 *
 * @example defaultTargets().nps?.emergency?.target // 50
 */
export function defaultTargets(): Targets {
  const nps = Object.entries(published).map(([service, entry]) => {
    const [low, target, top] = entry?.bands ?? []
    const known = entry && low !== undefined && target !== undefined && top !== undefined
    return [service, known ? { low, target, top, basis: entry.basis, year: entry.year } : null] as const
  })
  return { nps: Object.fromEntries(nps) }
}

/**
 * The target of a service, or null where none is known.
 *
 * @param targets the region's own; those that ship with the library unless told
 * @throws PalauteError `bad_option` when the limits of the target are not in order
 * @example targetFor('nps', 'phone') // null: no source gives one
 */
export function targetFor(
  metric: Metric,
  service: string,
  targets: Targets = defaultTargets(),
): Target | null {
  const ofMetric = targets[metric]
  const target = ofMetric && Object.hasOwn(ofMetric, service) ? ofMetric[service] : null
  if (!target) return null
  requireTarget(target, `targets.${metric}.${service}`)
  return target
}

function requireTarget({ low, target, top }: Target, path: string): void {
  if (!((low < target && target < top) || (low > target && target > top)))
    throw new PalauteError(
      'bad_option',
      `${path} must have its limits in order (low, target, top); got ${low}, ${target}, ${top}.`,
      { path },
    )
}

/** A figure to hold against a target: a score of one unit, or an aggregate with its standard error. */
export interface TargetFigure {
  metric: Metric
  value: number | null
  n?: number
  counts?: Readonly<Record<string, number>> | readonly unknown[]
  topBox?: { count: number } | null
  standardError?: number | null
  /** The same under the name that aggregates give it. */
  se?: number | null
}

export interface TargetAssessment {
  target: Target
  /** Null without a value. */
  band: Band | null
  /** P(true level meets the target), 0..1; null where it cannot be said. */
  probability: number | null
  /** Posterior of one unit's counts, or normal with the standard error reported. */
  method: 'dirichlet' | 'beta' | 'normal' | null
  /** Below 30 answers a band is not to be shown as a color or used for ranks. */
  enoughToShow: boolean
}

const leastToShow = 30

/**
 * Holds a figure against a target: its band, and the probability that the true level meets the target.
 *
 * One unit: NPS by the Dirichlet(1/2, 1/2, 1/2) posterior of its classes, shares (csat, fcr) by beta(1/2, 1/2).
 * Means and aggregates: normal with the reported standard error.
 * @throws PalauteError `bad_option` when the limits of the target are not in order
 * Source: Jeffreys' prior; see {@link npsPosterior}.
 * @example assessTarget(nps({counts: {promoters: 70, passives: 20, detractors: 10}}), {low: 30, target: 50, top: 65,
 *   basis: 'own'}).band // 'good'
 */
export function assessTarget(figure: TargetFigure, target: Target): TargetAssessment {
  requireTarget(target, 'target')
  const up = target.top > target.low
  const { value } = figure
  const n = figure.n ?? 0
  const none = { target, band: null, probability: null, method: null, enoughToShow: false }
  if (value === null) return none
  const reaches = (limit: number) => (up ? value >= limit : value <= limit)
  const band: Band = reaches(target.top)
    ? 'excellent'
    : reaches(target.target)
      ? 'good'
      : reaches(target.low)
        ? 'fair'
        : 'weak'
  const { above, method } = aboveTarget(figure, value, n, target.target)
  return {
    target,
    band,
    probability: above === null ? null : up ? above : 1 - above,
    method,
    enoughToShow: n >= leastToShow,
  }
}

function aboveTarget(
  { metric, counts, topBox, standardError, se }: TargetFigure,
  value: number,
  n: number,
  target: number,
): { above: number | null; method: TargetAssessment['method'] } {
  const named = counts && !Array.isArray(counts) ? (counts as Readonly<Record<string, number>>) : null
  if (metric === 'nps' && named?.promoters !== undefined && named.detractors !== undefined && n > 0)
    return { above: npsPosterior(named.promoters, named.detractors, n, target / 100), method: 'dirichlet' }
  const hits = metric === 'csat' ? topBox?.count : metric === 'fcr' ? named?.yes : undefined
  if (hits !== undefined && n > 0)
    return { above: betaTails(target, hits + 0.5, n - hits + 0.5).upper, method: 'beta' }
  // A zero standard error says that nothing varied, not that everything is known.
  const error = standardError ?? se
  if (!error) return { above: null, method: null }
  return { above: normalTails((value - target) / error).lower, method: 'normal' }
}
