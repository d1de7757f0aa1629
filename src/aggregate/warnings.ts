import type { SchemeTotal } from './schemeTotal.js'
import { sumOf } from './sumOf.js'
import type { RegionScore, Warning } from './types.js'
import type { CheckedUnit } from './validate.js'
import { needsVolume } from './weights.js'

/** What a reader of the total must be told. Names of units are parameters; words are not here. */
export function regionWarnings(
  score: RegionScore,
  scheme: SchemeTotal,
  units: readonly CheckedUnit[],
): Warning[] {
  const warnings: Warning[] = []
  const answered = units.filter((unit) => unit.n > 0)
  if (answered.length === 0) return warnings
  if (scheme.fellBack) warnings.push({ code: 'no_volumes', params: {} })
  else if (needsVolume(score.scheme)) {
    const without = answered.filter((unit) => !((unit.volume ?? 0) > 0))
    if (without.length > 0)
      warnings.push({
        code: 'volume_missing',
        params: {
          units: without.length,
          answers: sumOf(without, (unit) => unit.n),
          first: without[0]?.name ?? '',
        },
      })
  }
  const covered = score.coverage.volume ?? score.coverage.units
  if (scheme.reason === 'coverage_below_half')
    warnings.push({ code: 'coverage_withheld', params: { coverage: covered } })
  else if (covered < 0.8) warnings.push({ code: 'coverage_low', params: { coverage: covered } })
  warnings.push(...disagreement(score), ...thinWeights(scheme, units))
  const { largest } = score
  if (largest !== null && answered.length > 1 && largest.weight.weight > 0.5)
    warnings.push({
      code: 'one_unit_dominates',
      params: { name: largest.weight.name, weight: largest.weight.weight },
    })
  return warnings
}

/** The schemes differ by more than the half-width of the interval: the choice of weights decides the figure. */
function disagreement(score: RegionScore): Warning[] {
  if (score.value === null || score.interval === null) return []
  const { pooled, volume } = score.alternatives
  const values = [score.value, pooled.value, volume.value].filter((value) => value !== null)
  const halfWidth = (score.interval.high - score.interval.low) / 2
  const spread = Math.max(...values) - Math.min(...values)
  if (!(spread > halfWidth)) return []
  return [
    {
      code: 'schemes_disagree',
      params: {
        value: score.value,
        ...(pooled.value === null ? {} : { pooled: pooled.value }),
        ...(volume.value === null ? {} : { volume: volume.value }),
        halfWidth,
      },
    },
  ]
}

/** A unit with few answers and much weight makes the interval too narrow: the one failure known of all methods. */
function thinWeights(scheme: SchemeTotal, units: readonly CheckedUnit[]): Warning[] {
  const weighing = units
    .map((unit, i) => ({ unit, weight: scheme.weights[i] ?? 0 }))
    .filter(({ unit, weight }) => unit.n > 0 && weight > 0)
  const loads = weighing.map(({ unit, weight }) => weight / unit.n).sort((a, b) => a - b)
  const middle = loads.length / 2
  const median = ((loads[Math.ceil(middle) - 1] ?? 0) + (loads[Math.floor(middle)] ?? 0)) / 2
  const thin: Warning[] = weighing
    .filter(({ unit, weight }) => weight / unit.n > 10 * median)
    .map(({ unit, weight }) => ({
      code: 'few_answers_much_weight',
      params: { unit: unit.name, weight, n: unit.n },
    }))
  const alone = weighing.filter(({ unit }) => unit.n === 1)
  if (alone.length > 0 && weighing.length > 1)
    thin.push({ code: 'one_answer', params: { units: alone.length, first: alone[0]?.unit.name ?? '' } })
  return thin
}
