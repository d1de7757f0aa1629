import { randomFrom } from './fit.js'

export interface LabelScore {
  key: string
  precision: number
  recall: number
  f1: number
  /** Comments that have the label, and that were given it. */
  support: number
  predicted: number
}

export interface Evaluation {
  comments: number
  labels: LabelScore[]
  micro: {
    precision: number
    recall: number
    f1: number
    interval: { low: number; high: number; level: number }
  }
  /** Over labels that occur. */
  macro: { f1: number; interval: { low: number; high: number; level: number } }
  /** Labels weighted by how often they occur. */
  weighted: { f1: number }
  /** Share of comments whose labels are all right. */
  exactMatch: number
  /** Labels given in place of another, most frequent first. */
  confused: { missed: string; given: string; comments: number }[]
  /** Mean probability and share that was right, by tenths of probability; the mean gap over them. */
  calibration?: { bins: { mean: number; right: number; count: number }[]; error: number }
}

export interface Judged {
  truth: readonly string[]
  given: readonly string[]
}

const LEVEL = 0.95
const ROUNDS = 500

/**
 * Precision, recall and F1 of labels given against labels right: by label, micro, macro and weighted, with
 * percentile bootstrap intervals (500 resamples of the comments). Labels that do not occur count as false
 * positives only. Deterministic.
 */
export function evaluateLabels(
  rows: readonly Judged[],
  probabilities?: readonly { probability: number; right: boolean }[],
): Evaluation {
  const keys = [...new Set(rows.flatMap(({ truth, given }) => [...truth, ...given]))].sort()
  const numbers = new Map(keys.map((key, index) => [key, index]))
  const pairs = rows.map(({ truth, given }) => ({
    truth: [...new Set(truth)].map((key) => numbers.get(key) as number),
    given: [...new Set(given)].map((key) => numbers.get(key) as number),
  }))
  const whole = count(pairs, keys.length, (at) => at)
  const labels = keys.map((key, index): LabelScore => {
    const right = whole.right[index] as number
    const support = whole.truth[index] as number
    const predicted = whole.given[index] as number
    return {
      key,
      precision: predicted === 0 ? 0 : right / predicted,
      recall: support === 0 ? 0 : right / support,
      f1: support + predicted === 0 ? 0 : (2 * right) / (support + predicted),
      support,
      predicted,
    }
  })
  const random = randomFrom(17)
  const micros: number[] = []
  const macros: number[] = []
  if (rows.length > 0)
    for (let round = 0; round < ROUNDS; round += 1) {
      const drawn = count(pairs, keys.length, () => Math.floor(random() * pairs.length))
      micros.push(microOf(drawn).f1)
      macros.push(macroOf(drawn))
    }
  const support = labels.reduce((sum, label) => sum + label.support, 0)
  return {
    comments: rows.length,
    labels,
    micro: { ...microOf(whole), interval: limits(micros) },
    macro: { f1: macroOf(whole), interval: limits(macros) },
    weighted: {
      f1: support === 0 ? 0 : labels.reduce((sum, label) => sum + label.f1 * label.support, 0) / support,
    },
    exactMatch:
      rows.length === 0
        ? 0
        : pairs.filter(
            ({ truth, given }) => truth.length === given.length && truth.every((k) => given.includes(k)),
          ).length / rows.length,
    confused: confusions(rows),
    ...(probabilities === undefined ? {} : { calibration: calibrationOf(probabilities) }),
  }
}

interface Counts {
  right: Float64Array
  truth: Float64Array
  given: Float64Array
}

function count(
  pairs: readonly { truth: readonly number[]; given: readonly number[] }[],
  width: number,
  pick: (at: number) => number,
): Counts {
  const counts = {
    right: new Float64Array(width),
    truth: new Float64Array(width),
    given: new Float64Array(width),
  }
  const bump = (list: Float64Array, at: number) => {
    list[at] = (list[at] as number) + 1
  }
  for (let at = 0; at < pairs.length; at += 1) {
    const { truth, given } = pairs[pick(at)] as (typeof pairs)[number]
    for (const label of truth) bump(counts.truth, label)
    for (const label of given) {
      bump(counts.given, label)
      if (truth.includes(label)) bump(counts.right, label)
    }
  }
  return counts
}

function microOf({ right, truth, given }: Counts): { precision: number; recall: number; f1: number } {
  const sum = (list: Float64Array) => list.reduce((total, value) => total + value, 0)
  const [r, t, g] = [sum(right), sum(truth), sum(given)]
  return {
    precision: g === 0 ? 0 : r / g,
    recall: t === 0 ? 0 : r / t,
    f1: t + g === 0 ? 0 : (2 * r) / (t + g),
  }
}

function macroOf({ right, truth, given }: Counts): number {
  let sum = 0
  let occurring = 0
  for (let label = 0; label < truth.length; label += 1) {
    if (truth[label] === 0) continue
    occurring += 1
    sum += (2 * (right[label] as number)) / ((truth[label] as number) + (given[label] as number))
  }
  return occurring === 0 ? 0 : sum / occurring
}

function limits(values: number[]): { low: number; high: number; level: number } {
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0
  return { low: at((1 - LEVEL) / 2), high: at((1 + LEVEL) / 2), level: LEVEL }
}

function confusions(rows: readonly Judged[]): Evaluation['confused'] {
  const pairs = new Map<string, { missed: string; given: string; comments: number }>()
  for (const { truth, given } of rows) {
    const missed = truth.filter((label) => !given.includes(label))
    const wrong = given.filter((label) => !truth.includes(label))
    for (const a of missed)
      for (const b of wrong) {
        const key = `${a} ${b}`
        const pair = pairs.get(key) ?? { missed: a, given: b, comments: 0 }
        pair.comments += 1
        pairs.set(key, pair)
      }
  }
  return [...pairs.values()]
    .sort((a, b) => b.comments - a.comments || (a.missed < b.missed ? -1 : 1))
    .slice(0, 30)
}

function calibrationOf(
  probabilities: readonly { probability: number; right: boolean }[],
): NonNullable<Evaluation['calibration']> {
  const bins = Array.from({ length: 10 }, () => ({ sum: 0, right: 0, count: 0 }))
  for (const { probability, right } of probabilities) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))]
    if (bin === undefined) continue
    bin.sum += probability
    bin.right += right ? 1 : 0
    bin.count += 1
  }
  const filled = bins.filter((bin) => bin.count > 0)
  const error =
    filled.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / (probabilities.length || 1)
  return {
    bins: filled.map((bin) => ({
      mean: bin.sum / bin.count,
      right: bin.right / bin.count,
      count: bin.count,
    })),
    error,
  }
}
