import { PalauteError } from '../errors.js'
import type { Label } from './calibration.js'
import { linearizedCovariance, prepareDesign, type SurveyDesign } from './surveyVariance.js'

export interface SurveyMean {
  mean: number
  /** null where lonely strata leave no variance (`average` with nothing to average). */
  variance: number | null
  se: number | null
  /** Design effect against a simple random sample without replacement, as R's svymean(deff = TRUE). */
  deff: number | null
  /** Primary sampling units less strata. */
  df: number
  n: number
}

/** Degrees of freedom: primary sampling units less strata, among records of positive weight. */
function degreesOfFreedom(design: SurveyDesign): number {
  const { strata, frequency, psuOf } = prepareDesign(design)
  let psus = 0
  let used = 0
  for (const stratum of strata) {
    const records = stratum.records.filter((i) => (design.weights[i] ?? 0) > 0)
    if (records.length === 0) continue
    used += 1
    psus +=
      psuOf === null
        ? records.reduce((sum, i) => sum + (frequency[i] ?? 1), 0)
        : new Set(records.map((i) => psuOf[i])).size
  }
  return psus - used
}

/** Linearized values of a ratio mean over the records where `inside` holds: w (y - ȳ) / Σ w. */
function linearize(y: readonly (number | null)[], design: SurveyDesign, inside: (i: number) => boolean) {
  let total = 0
  let weighted = 0
  let n = 0
  y.forEach((value, i) => {
    if (value === null || !inside(i)) return
    const of = (design.weights[i] ?? 0) * (design.frequency?.[i] ?? 1)
    total += of
    weighted += of * value
    if (of > 0) n += design.frequency?.[i] ?? 1
  })
  const mean = weighted / total
  const values = y.map((value, i) =>
    value === null || !inside(i) ? 0 : ((design.weights[i] ?? 0) * (value - mean)) / total,
  )
  return { mean, values, total, n }
}

function requireTotal(total: number, what: string): void {
  if (!(total > 0))
    throw new PalauteError('no_answers', `${what} has no answers of positive weight.`, { path: 'weights' })
}

/**
 * Weighted mean with the variance of the design (Taylor linearization), as R's svymean.
 *
 * @param y null is missing: those present are a domain, weights inside strata are not renormalized
 * @throws PalauteError `bad_option` for bad weights, a population below the sample, a lonely stratum unless
 * `lonely` says what to do; `no_answers` when nothing weighs
 * Source: Lumley, survey 4.1; Särndal, Swensson & Wretman 1992, 5.5.
 * @example surveyMean([1, 0, 1, 1], {weights: [2, 2, 5, 5], strata: ['a', 'a', 'b', 'b']}).mean // 0.857143
 */
export function surveyMean(y: readonly (number | null)[], design: SurveyDesign): SurveyMean {
  const { mean, values, total, n } = linearize(y, design, () => true)
  requireTotal(total, 'The sample')
  const variance = linearizedCovariance([values], design)?.[0]?.[0] ?? null
  let squares = 0
  y.forEach((value, i) => {
    if (value !== null)
      squares += (design.weights[i] ?? 0) * (design.frequency?.[i] ?? 1) * (value - mean) ** 2
  })
  const simple = ((squares / total / (n - 1)) * (total - n)) / total
  return {
    mean,
    variance,
    se: variance === null ? null : Math.sqrt(variance),
    deff: variance === null || !(simple > 0) ? null : variance / simple,
    df: degreesOfFreedom(design),
    n,
  }
}

/** Weighted total Σ w y with its standard error, as R's svytotal. */
export function surveyTotal(
  y: readonly (number | null)[],
  design: SurveyDesign,
): { total: number; se: number | null } {
  const values = y.map((value, i) => (value ?? 0) * (design.weights[i] ?? 0))
  const total = values.reduce((sum, value, i) => sum + value * (design.frequency?.[i] ?? 1), 0)
  const variance = linearizedCovariance([values], design)?.[0]?.[0]
  return { total, se: variance === undefined ? null : Math.sqrt(variance) }
}

/**
 * Means of domains (ages, channels, services) with their covariance, as R's svyby(covmat = TRUE): a domain
 * that cuts across strata shares them with the others, so the covariance is not 0 and the whole sample counts.
 */
export function surveyBy(
  y: readonly (number | null)[],
  groups: readonly Label[],
  design: SurveyDesign,
): { groups: Label[]; means: number[]; covariance: number[][] | null; se: (number | null)[] } {
  const labels = [...new Set(groups)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const parts = labels.map((label) => {
    const part = linearize(y, design, (i) => groups[i] === label)
    requireTotal(part.total, `Group "${label}"`)
    return part
  })
  const covariance = linearizedCovariance(
    parts.map((part) => part.values),
    design,
  )
  return {
    groups: labels,
    means: parts.map((part) => part.mean),
    covariance,
    se: labels.map((_, i) => (covariance === null ? null : Math.sqrt(covariance[i]?.[i] ?? 0))),
  }
}

/** Linear combination of domain means, as R's svycontrast. */
export function surveyContrast(
  by: { means: readonly number[]; covariance: readonly (readonly number[])[] | null },
  coefficients: readonly number[],
): { value: number; se: number | null } {
  const value = coefficients.reduce((sum, c, i) => sum + c * (by.means[i] ?? 0), 0)
  if (by.covariance === null) return { value, se: null }
  let variance = 0
  coefficients.forEach((a, i) => {
    coefficients.forEach((b, k) => {
      variance += a * b * (by.covariance?.[i]?.[k] ?? 0)
    })
  })
  return { value, se: Math.sqrt(Math.max(0, variance)) }
}
