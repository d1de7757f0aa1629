import { PalauteError } from '../errors.js'
import { type Calibration, calibrationResiduals, type Label } from './calibration.js'

/** What a stratum with a single sampling unit adds to a variance (R's survey.lonely.psu). */
export type LonelyUnit = 'adjust' | 'average' | 'certainty' | 'remove' | 'fail'

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

interface Prepared {
  size: number
  frequency: number[]
  /** Records of each stratum, with the sampled PSUs of the stratum and its correction. */
  strata: { label: Label; records: number[]; psus: number; left: number }[]
  psuOf: number[] | null
}

export function prepareDesign(design: SurveyDesign): Prepared {
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

/**
 * Covariance of totals Σ f u over the design, for several linearized variables at once: in each stratum
 * (1 - f) n / (n - 1) Σ (u - ū)(v - v̄) over its primary sampling units.
 */
export function linearizedCovariance(
  columns: readonly (readonly number[])[],
  design: SurveyDesign,
): number[][] | null {
  const prepared = prepareDesign(design)
  const { frequency, psuOf } = prepared
  const swept = columns.map((column) =>
    design.calibration === undefined ? column : calibrationResiduals(column, design.calibration, frequency),
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
