import { PalauteError } from '../errors.js'
import { moments, type Statistic } from './statistic.js'
import type { LonelyUnit } from './types.js'

/** One stratum of a total: a unit with its weight and what is known of its answers. */
export interface Stratum {
  name: string
  weight: number
  counts: readonly number[]
  /** For the finite population correction; null corrects nothing. */
  population: number | null
}

/** A weighted total and everything its interval needs, on the scale of the scores (NPS on -1..1). */
export interface WeightedTotal {
  value: number
  /** Weighted share of each class of the histogram. */
  shares: number[]
  /** Σ shares (score - value)²: variance of one answer of the weighted population. */
  spread: number
  /** Design-based variance; null where it cannot be had (all units lonely under `average`). */
  variance: number | null
  /** The same with the finite population correction. */
  varianceFinite: number | null
  kish: number
  /** Effective size by the design: spread / variance. */
  design: number | null
  /** min(Kish, design), enlarged by the finite population correction where a stratum has a population. */
  nEff: number
  /** Satterthwaite. */
  df: number | null
  strata: number
}

/** Adds up what lonely strata are to contribute (survey's lonely.psu). */
function lonelyVariance(
  lonely: { name: string; squared: number }[],
  others: number,
  known: number,
  mode: LonelyUnit,
): number | null {
  if (lonely.length === 0 || mode === 'certainty' || mode === 'remove') return others
  if (mode === 'adjust') return lonely.reduce((sum, l) => sum + l.squared, others)
  if (mode === 'average') return known === 0 ? null : (others * (known + lonely.length)) / known
  throw new PalauteError(
    'bad_option',
    `Unit "${lonely[0]?.name}" has only one answer, from which no variance can be had; choose lonely: "adjust", "average", "certainty" or "remove".`,
    { path: 'lonely' },
  )
}

/**
 * Weighted total of strata: x = Σ W x_h, Var = Σ W² (1 - f_h) s_h² / n_h with s_h² = sample variance.
 * Equal to R's svymean with weights W_h / n_h and the units as strata.
 *
 * @param strata weights sum to 1; those of weight 0 or without answers add nothing
 * @param lonely what a stratum with one answer adds: `adjust` takes its distance from the total
 * Source: Lumley, survey 4.1 (svymean, lonely.psu); Kish 1965; Satterthwaite 1946.
 */
export function weightedTotal(
  strata: readonly Stratum[],
  statistic: Statistic,
  lonely: LonelyUnit = 'adjust',
): WeightedTotal | null {
  const parts = strata
    .map((stratum) => ({ ...stratum, ...moments(stratum.counts, statistic) }))
    .filter((part) => part.n > 0 && part.weight > 0)
  if (parts.length === 0) return null
  const value = clamp(
    parts.reduce((sum, part) => sum + part.weight * part.mean, 0),
    statistic,
  )
  const shares = statistic.scores.map((_, i) =>
    parts.reduce((sum, part) => sum + part.weight * ((part.counts[i] ?? 0) / part.n), 0),
  )
  const spread = shares.reduce((sum, share, i) => sum + share * ((statistic.scores[i] ?? 0) - value) ** 2, 0)
  const kish = 1 / parts.reduce((sum, part) => sum + part.weight ** 2 / part.n, 0)

  let variance = 0
  let finite = 0
  let fourth = 0
  let known = 0
  const alone: { name: string; squared: number }[] = []
  const aloneFinite: { name: string; squared: number }[] = []
  for (const part of parts) {
    const left = part.population === null ? 1 : Math.max(0, 1 - part.n / part.population)
    if (part.variance === null) {
      const squared = (part.weight * (part.mean - value)) ** 2
      alone.push({ name: part.name, squared })
      aloneFinite.push({ name: part.name, squared: squared * left })
      continue
    }
    const own = (part.weight ** 2 * part.variance) / part.n
    known += 1
    variance += own
    finite += own * left
    fourth += own ** 2 / (part.n - 1)
  }
  const df = fourth > 0 ? variance ** 2 / fourth : null
  const total = lonelyVariance(alone, variance, known, lonely)
  const totalFinite = lonelyVariance(aloneFinite, finite, known, lonely)
  const design = total !== null && total > 0 ? spread / total : null
  // One unit alone is a simple sample: n itself, as for a single score.
  const infinite = parts.length === 1 || design === null ? kish : Math.min(kish, design)
  return {
    value,
    shares,
    spread,
    variance: total,
    varianceFinite: totalFinite,
    kish,
    design,
    nEff: infinite / finiteRatio(parts, total, totalFinite),
    df,
    strata: parts.length,
  }
}

/** Var_fpc / Var; where all answers agree, that of answers with equal variances. */
function finiteRatio(
  parts: readonly { weight: number; n: number; population: number | null }[],
  variance: number | null,
  finite: number | null,
): number {
  if (parts.every((part) => part.population === null)) return 1
  if (variance !== null && finite !== null && variance > 0) return finite / variance
  const sum = (of: (part: { n: number; population: number | null }) => number) =>
    parts.reduce((total, part) => total + (part.weight ** 2 / part.n) * of(part), 0)
  return (
    sum((part) => (part.population === null ? 1 : Math.max(0, 1 - part.n / part.population))) / sum(() => 1)
  )
}

function clamp(value: number, statistic: Statistic): number {
  return Math.min(statistic.high, Math.max(statistic.low, value))
}
