import { type Calibration, calibrationResiduals } from '../statistics/index.js'
import { badOption } from './badOption.js'
import type { Statistic } from './statistic.js'
import { sumOf } from './sumOf.js'
import type { LonelyUnit } from './types.js'

/** Equal answers of one unit: their point of the scale, how many, and their share of the total (all sum to 1). */
export interface WeightedAnswers {
  unit: number
  point: number
  count: number
  share: number
}

/** A unit as a stratum. */
export interface Stratum {
  name: string
  n: number
  counts: readonly number[]
  /** For the finite population correction; null corrects nothing. */
  population?: number | null
}

/** A weighted total and everything its interval needs, on the scale of the scores (NPS on -1..1). */
export interface WeightedTotal {
  value: number
  /** Weighted share of each class of the histogram. */
  shares: number[]
  /** Σ shares (score - value)²: variance of one answer of the weighted population. */
  spread: number
  /** Design-based variance with the finite population correction; null where all units are lonely (`average`). */
  variance: number | null
  kish: number
  /** Effective size by the design: spread / variance, without the correction. */
  design: number | null
  /** min(Kish, design), enlarged by the finite population correction where a stratum has a population. */
  nEff: number
  /** Satterthwaite. */
  df: number | null
}

/** Answers of strata that share the total by weights. */
export function weighAnswers(strata: readonly Stratum[], weights: readonly number[]): WeightedAnswers[] {
  return strata.flatMap(({ counts, n }, unit) =>
    (weights[unit] ?? 0) > 0
      ? counts.flatMap((count, point) =>
          count > 0 ? [{ unit, point, count, share: (weights[unit] ?? 0) * (count / n) }] : [],
        )
      : [],
  )
}

/**
 * Weighted total over strata by linearization: u = w (y - x), Var = Σ_h (1 - f_h) n_h / (n_h - 1) Σ (u - ū_h)².
 * With one weight a stratum this is Σ W² (1 - f_h) s_h² / n_h; equal to R's svymean with the units as strata.
 *
 * @param lonely what a stratum with one answer adds: `adjust` takes its distance from the total
 * @param calibration where weights were raked: the variance is that of the residuals
 * Source: Lumley, survey 4.1 (svymean, lonely.psu); Kish 1965; Satterthwaite 1946.
 */
export function weightedTotal(
  answers: readonly WeightedAnswers[],
  strata: readonly Stratum[],
  { scores, low, high }: Statistic,
  lonely: LonelyUnit,
  calibration?: Calibration,
): WeightedTotal | null {
  if (answers.length === 0) return null
  const sum = (of: (row: WeightedAnswers, score: number) => number) =>
    sumOf(answers, (row) => of(row, scores[row.point] ?? 0))
  const mean = sum((row, score) => row.share * score)
  const value = Math.min(high, Math.max(low, mean))
  const spread = sum((row, score) => row.share * (score - value) ** 2)
  const squares = sum((row) => row.share ** 2 / row.count)
  const shares = scores.map(() => 0)
  for (const { point, share } of answers) shares[point] = (shares[point] ?? 0) + share
  const plain = answers.map(({ point, count, share }) => (share / count) * ((scores[point] ?? 0) - value))
  const linear =
    calibration === undefined
      ? plain
      : calibrationResiduals(
          plain,
          calibration,
          answers.map((row) => row.count),
        )
  const byUnit = new Map<number, number[]>()
  answers.forEach(({ unit }, i) => {
    const rows = byUnit.get(unit)
    if (rows) rows.push(i)
    else byUnit.set(unit, [i])
  })
  // Without and with the finite population correction; the last is for answers of equal variances.
  let [infinite, finite, equal, within, fourth, known] = [0, 0, 0, 0, 0, 0]
  for (const [unit, rows] of byUnit) {
    const { name = '', n = 0, population } = strata[unit] ?? {}
    const left = population === undefined || population === null ? 1 : Math.max(0, 1 - n / population)
    const over = (of: (u: number, row: WeightedAnswers) => number) =>
      sumOf(rows, (i) => of(linear[i] ?? 0, answers[i] as WeightedAnswers))
    equal += left * over((_, row) => row.share ** 2 / row.count)
    if (n > 1) {
      const center = over((u, { count }) => count * u) / n
      const own = (n / (n - 1)) * over((u, { count }) => count * (u - center) ** 2)
      known += 1
      infinite += own
      finite += own * left
      within += own
      fourth += own ** 2 / (n - 1)
    } else if (lonely === 'adjust') {
      infinite += over((u) => u * u)
      finite += over((u) => u * u) * left
    } else if (lonely === 'fail')
      throw badOption(
        'lonely',
        `Unit "${name}" has a single answer, which has no variance; choose another lonely than "fail".`,
      )
  }
  if (lonely === 'average' && known > 0) {
    infinite *= byUnit.size / known
    finite *= byUnit.size / known
  }
  // What rounding leaves where all answers of every unit agree is no variance.
  if (infinite <= 1e-20 * squares * (high - low) ** 2) infinite = finite = fourth = 0
  const unknown = lonely === 'average' && known === 0
  const kish = 1 / squares
  const design = unknown || infinite === 0 ? null : spread / infinite
  // One unit alone is a simple sample: n itself, as for a single score.
  const simple = design === null || (byUnit.size === 1 && calibration === undefined)
  return {
    value,
    shares,
    spread,
    variance: unknown ? null : finite,
    kish,
    design,
    nEff: (simple ? kish : Math.min(kish, design)) / (infinite > 0 ? finite / infinite : equal / squares),
    df: fourth > 0 ? within ** 2 / fourth : null,
  }
}
