import { damaged, openPackedFile } from '../packedFile.js'
import type { AlertKey } from '../types.js'

/** The keys in the order of the heads. */
export const ALERT_KEYS: readonly AlertKey[] = [
  'self_harm',
  'violence_or_threat',
  'child_protection',
  'patient_harm',
  'medication_error',
  'data_breach',
  'discrimination',
]
export const ALERT_HEADS = ALERT_KEYS.length

/** Log-odds from which a key is raised. */
export interface AlertThresholds {
  /** By the learnt part alone. */
  learnt: number
  /** Where a row of the table is met: below this the learnt part speaks firmly against it. */
  table: number
  /** From here on it is likely. */
  likely: number
}

/** Seven logistic heads over hashed features. */
export interface AlertWeights {
  /** Row of a feature in `values`; undefined where it weighs nothing. */
  rowOf: ReadonlyMap<number, number>
  /** Seven weights a row. */
  values: Int8Array
  scale: number
  bias: readonly number[]
  thresholds: readonly AlertThresholds[]
  /** Pairs are looked at where some head comes so near its threshold, in log-odds, without them. */
  reach: number
}

type PackedHeader = Pick<AlertWeights, 'scale' | 'bias' | 'thresholds' | 'reach'>

/**
 * Reads packed weights. Of each feature there are its number, a bit for each head that it has a weight in, and these.
 *
 * @throws {PalauteError} `cannot_read` when the bytes are not weights of this version
 */
export function readAlertWeights(bytes: Uint8Array): AlertWeights {
  const { meta, section } = openPackedFile<PackedHeader>('alerts', bytes)
  const { scale, bias, thresholds, reach } = meta
  if (thresholds?.length !== ALERT_HEADS) throw damaged('alerts')
  const features = section('features', Int32Array)
  const heads = section('heads', Uint8Array)
  const weights = section('weights', Int8Array)
  const rowOf = new Map<number, number>()
  const values = new Int8Array(features.length * ALERT_HEADS)
  let weight = 0
  for (let row = 0; row < features.length; row += 1) {
    rowOf.set(features[row] as number, row)
    for (let head = 0; head < ALERT_HEADS; head += 1)
      if ((heads[row] as number) & (1 << head)) {
        values[row * ALERT_HEADS + head] = weights[weight] as number
        weight += 1
      }
  }
  return { rowOf, values, scale, bias, thresholds, reach }
}
