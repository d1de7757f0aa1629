import { PalauteError } from '../errors.js'
import type { LonelyUnit } from './types.js'

type Label = string | number

/** A one-stage sample: a record is a respondent, or `frequency` respondents who are alike in everything. */
export interface SurveyDesign {
  /** Inverse inclusion probability of each record, 0 or more. */
  weights: readonly number[]
  strata?: readonly Label[]
  /** Primary sampling units; labels are read inside strata. Each respondent by itself unless given. */
  clusters?: readonly Label[]
  /** Primary sampling units in the population of the record's stratum: finite population correction. */
  population?: readonly number[]
  frequency?: readonly number[]
  lonely?: LonelyUnit
  /** What calibration took out of the weights; the variance is that of the residuals. */
  calibration?: Calibration
}

/** Classes that weights were calibrated on, and the weights before. */
export interface Calibration {
  /** One labelling of the records per margin. */
  margins: readonly (readonly Label[])[]
  baseWeights: readonly number[]
  weights: readonly number[]
}

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

interface Prepared {
  size: number
  frequency: number[]
  /** Records of each stratum, with the sampled PSUs of the stratum and its correction. */
  strata: { label: Label; records: number[]; psus: number; left: number }[]
  psuOf: number[] | null
}

function prepare(design: SurveyDesign): Prepared {
  const size = design.weights.length
  const frequency = design.weights.map((_, i) => design.frequency?.[i] ?? 1)
  design.weights.forEach((weight, i) => {
    if (!(weight >= 0 && weight < Infinity))
      throw new PalauteError('bad_option', `weights must be 0 or more and finite, got ${weight}.`, {
        path: `weights[${i}]`,
      })
  })
  const byLabel = new Map<Label, { label: Label; records: number[]; psus: number; left: number }>()
  const psuOf = design.clusters === undefined ? null : design.weights.map(() => 0)
  const psuIds = new Map<string, number>()
  for (let i = 0; i < size; i += 1) {
    const label = design.strata?.[i] ?? 0
    const stratum = byLabel.get(label) ?? { label, records: [], psus: 0, left: 1 }
    byLabel.set(label, stratum)
    stratum.records.push(i)
    if (psuOf === null) {
      stratum.psus += frequency[i] ?? 1
      continue
    }
    const key = JSON.stringify([label, design.clusters?.[i]])
    const known = psuIds.get(key)
    if (known === undefined) stratum.psus += 1
    psuOf[i] = known ?? psuIds.size
    psuIds.set(key, psuOf[i] ?? 0)
  }
  for (const stratum of byLabel.values()) {
    const population = design.population?.[stratum.records[0] ?? 0]
    if (population === undefined) continue
    if (!(population >= stratum.psus))
      throw new PalauteError(
        'bad_option',
        `Stratum "${stratum.label}": population ${population} is smaller than its sample of ${stratum.psus}.`,
        { path: 'population' },
      )
    stratum.left = 1 - stratum.psus / population
  }
  return { size, frequency, strata: [...byLabel.values()], psuOf }
}

/** Residuals of the linearized values on the calibration classes, each margin swept in turn. */
function residuals(
  values: readonly number[],
  calibration: Calibration,
  frequency: readonly number[],
): number[] {
  const { margins, weights, baseWeights } = calibration
  let scaled = values.map((value, i) => ((weights[i] ?? 0) > 0 ? value / (weights[i] ?? 1) : 0))
  // One margin: post-stratification, base weights count, one sweep is exact. Several: R's svyrecvar sweeps
  // unweighted class means ten times over the margins, and so the variance here is the same figure.
  const rounds = margins.length > 1 ? 10 : 1
  for (let round = 0; round < rounds; round += 1)
    for (const margin of margins) {
      const sums = new Map<Label, { sum: number; size: number }>()
      scaled.forEach((value, i) => {
        const of = (frequency[i] ?? 1) * (margins.length > 1 ? 1 : (baseWeights[i] ?? 1))
        const cell = sums.get(margin[i] ?? '') ?? { sum: 0, size: 0 }
        sums.set(margin[i] ?? '', { sum: cell.sum + value * of, size: cell.size + of })
      })
      scaled = scaled.map((value, i) => {
        const cell = sums.get(margin[i] ?? '')
        return cell === undefined || cell.size === 0 ? value : value - cell.sum / cell.size
      })
    }
  return scaled.map((value, i) => value * (weights[i] ?? 0))
}

/**
 * Covariance of totals Σ f u over the design, for several linearized variables at once: in each stratum
 * (1 - f) n / (n - 1) Σ (u - ū)(v - v̄) over its primary sampling units.
 */
export function linearizedCovariance(
  columns: readonly (readonly number[])[],
  design: SurveyDesign,
): number[][] | null {
  const prepared = prepare(design)
  const { frequency, psuOf } = prepared
  const swept = columns.map((column) =>
    design.calibration === undefined ? column : residuals(column, design.calibration, frequency),
  )
  const zero = () => columns.map(() => columns.map(() => 0))
  const sum = zero()
  let lonely = 0
  let known = 0
  const mode = design.lonely ?? 'fail'
  for (const stratum of prepared.strata) {
    const { points, counts } = psuTotals(stratum.records, swept, frequency, psuOf)
    const single = stratum.psus === 1
    if (single && mode === 'fail')
      throw new PalauteError(
        'bad_option',
        `Stratum "${stratum.label}" has only one primary sampling unit, from which no variance can be had; choose lonely: "adjust", "average", "certainty" or "remove".`,
        { path: 'lonely' },
      )
    if (single) lonely += 1
    else known += 1
    if (single && mode !== 'adjust') continue
    // A lonely stratum under `adjust` is measured from the total, which linearization has put at 0.
    const means = columns.map((_, a) =>
      single
        ? 0
        : points.reduce((total, point, k) => total + (point[a] ?? 0) * (counts[k] ?? 1), 0) / stratum.psus,
    )
    const scale = single ? stratum.left : (stratum.left * stratum.psus) / (stratum.psus - 1)
    points.forEach((point, k) => {
      columns.forEach((_, a) => {
        columns.forEach((_, b) => {
          const row = sum[a]
          if (row)
            row[b] =
              (row[b] ?? 0) +
              scale *
                (counts[k] ?? 1) *
                ((point[a] ?? 0) - (means[a] ?? 0)) *
                ((point[b] ?? 0) - (means[b] ?? 0))
        })
      })
    })
  }
  if (mode === 'average' && lonely > 0) {
    if (known === 0) return null
    return sum.map((row) => row.map((value) => (value * (known + lonely)) / known))
  }
  return sum
}

function psuTotals(
  records: readonly number[],
  columns: readonly (readonly number[])[],
  frequency: readonly number[],
  psuOf: readonly number[] | null,
): { points: number[][]; counts: number[] } {
  if (psuOf === null)
    return {
      points: records.map((i) => columns.map((column) => column[i] ?? 0)),
      counts: records.map((i) => frequency[i] ?? 1),
    }
  const totals = new Map<number, number[]>()
  for (const i of records) {
    const total = totals.get(psuOf[i] ?? 0) ?? columns.map(() => 0)
    totals.set(psuOf[i] ?? 0, total)
    columns.forEach((column, a) => {
      total[a] = (total[a] ?? 0) + (column[i] ?? 0) * (frequency[i] ?? 1)
    })
  }
  return { points: [...totals.values()], counts: [...totals.values()].map(() => 1) }
}

/** Degrees of freedom: primary sampling units less strata, among records of positive weight. */
function degreesOfFreedom(design: SurveyDesign): number {
  const { strata, frequency, psuOf } = prepare(design)
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
 * @example surveyMean([1, 0, 1, 1], {weights: [2, 2, 5, 5], strata: ['a', 'a', 'b', 'b']}).mean // 0.857142...
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
