import * as z from 'zod/mini'
import { PalauteError } from '../errors.js'
import { checksumOf } from './checksum.js'
import type { LinearModel } from './model.js'

/** Log-odds that no training reaches: outside, a figure was changed by hand or by a fault. */
const MOST = 100
const between = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most))
const schema = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal('palaute-categories'),
  /** The taxonomy that the labels belong to. */
  taxonomy: z.object({ id: z.string(), version: z.string() }),
  labels: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  scales: z.array(z.number().check(z.gt(0), z.lte(MOST))),
  bias: z.array(between(-MOST, MOST)),
  thresholds: z.array(between(0, 1)),
  slope: z.number().check(z.gt(0), z.lte(MOST)),
  intercept: between(-MOST, MOST),
  checksum: z.number(),
  hashes: z.string(),
  weights: z.string(),
  about: z.optional(z.record(z.string(), z.unknown())),
})

/** A trained model as JSON: weights in base64, with a checksum and the taxonomy it was made for. */
export type ModelFile = z.infer<typeof schema>

export function encodeModel(
  model: LinearModel,
  taxonomy: { id: string; version: string },
  about?: Record<string, unknown>,
): ModelFile {
  const hashes = new Uint8Array(model.hashes.slice().buffer)
  const weights = new Uint8Array(model.weights.slice().buffer)
  const round = (values: Float32Array) => Array.from(values, (value) => Number(value.toPrecision(7)))
  const head: Omit<ModelFile, 'checksum' | 'hashes' | 'weights'> = {
    schemaVersion: 1,
    kind: 'palaute-categories',
    taxonomy: { id: taxonomy.id, version: taxonomy.version },
    labels: [...model.labels],
    scales: round(model.scales),
    bias: round(model.bias),
    thresholds: round(model.thresholds),
    slope: model.slope,
    intercept: model.intercept,
    ...(about === undefined ? {} : { about }),
  }
  return {
    ...head,
    checksum: checksumOfModel(head, hashes, weights),
    hashes: toBase64(hashes),
    weights: toBase64(weights),
  }
}

/** Of all that a model says: its weights, and labels, bias, thresholds and calibration as well. */
function checksumOfModel(
  file: Omit<ModelFile, 'checksum' | 'hashes' | 'weights'>,
  hashes: Uint8Array,
  weights: Uint8Array,
): number {
  const { taxonomy, labels, scales, bias, thresholds, slope, intercept, about } = file
  const { id, version } = taxonomy
  const head = [id, version, labels, scales, bias, thresholds, slope, intercept, about ?? null]
  const bytes = new TextEncoder().encode(JSON.stringify(head))
  return (checksumOf(bytes) ^ checksumOf(hashes) ^ checksumOf(weights)) >>> 0
}

/**
 * Checks a model read from JSON.
 *
 * @throws {PalauteError} `bad_model` where it is no model of this library, of another version, or damaged
 */
export function decodeModel(value: unknown): { model: LinearModel; file: ModelFile } {
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new PalauteError(
      'bad_model',
      'This is not a whole model of categories made by this version of palaute; train it again with "palaute train".',
      { path: issue?.path.map(String).join('.') ?? '' },
    )
  }
  const file = parsed.data
  const hashBytes = fromBase64(file.hashes)
  const weightBytes = fromBase64(file.weights)
  const width = file.labels.length
  const whole =
    hashBytes !== undefined &&
    weightBytes !== undefined &&
    hashBytes.length % 4 === 0 &&
    (hashBytes.length / 4) * width === weightBytes.length &&
    [file.scales, file.bias, file.thresholds].every((list) => list.length === width) &&
    new Set(file.labels).size === width &&
    checksumOfModel(file, hashBytes, weightBytes) === file.checksum
  if (!whole)
    throw new PalauteError('bad_model', 'The model is damaged: its checksum or its size does not hold.', {
      path: 'checksum',
    })
  return {
    file,
    model: {
      labels: file.labels,
      hashes: new Uint32Array(hashBytes.buffer),
      weights: new Int8Array(weightBytes.buffer),
      scales: Float32Array.from(file.scales),
      bias: Float32Array.from(file.bias),
      thresholds: Float32Array.from(file.thresholds),
      slope: file.slope,
      intercept: file.intercept,
    },
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}
