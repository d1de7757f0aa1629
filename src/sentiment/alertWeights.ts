import { PalauteError } from '../errors.js'
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

const MAGIC = 0x54_4c_41_50

/**
 * Reads packed weights. Of each feature there are its number, a bit for each head that it has a weight in, and these.
 *
 * @throws {PalauteError} `cannot_read` when the bytes are not weights of this version
 */
export function readAlertWeights(bytes: Uint8Array): AlertWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw wrongVersion()
  const length = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))
  const start = Math.ceil((8 + length) / 8) * 8
  const { scale, bias, thresholds, reach, sections } = header
  if (thresholds?.length !== ALERT_HEADS || sections?.features === undefined) throw wrongVersion()
  const at = (name: string): [offset: number, count: number] => {
    const [, offset, count] = sections[name] as [string, number, number]
    return [start + offset, count]
  }
  const [features, count] = at('features')
  const [heads] = at('heads')
  let [weight] = at('weights')
  const rowOf = new Map<number, number>()
  const values = new Int8Array(count * ALERT_HEADS)
  for (let row = 0; row < count; row += 1) {
    rowOf.set(view.getInt32(features + row * 4, true), row)
    const held = view.getUint8(heads + row)
    for (let head = 0; head < ALERT_HEADS; head += 1)
      if (held & (1 << head)) {
        values[row * ALERT_HEADS + head] = view.getInt8(weight)
        weight += 1
      }
  }
  return { rowOf, values, scale, bias, thresholds, reach }
}

const wrongVersion = (): PalauteError =>
  new PalauteError('cannot_read', 'The packed data "alerts" is of another version; reinstall palaute.')
