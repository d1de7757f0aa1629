import { conceptFeature, deniedFeature, pairFeature, tellWord } from './alertFeatures.js'
import { ALERT_HEADS, type AlertWeights } from './alertWeights.js'
import type { Weigher } from './alertWords.js'

/** Sums what depends on one word alone; for `createEventReader`. */
export const weigherFor =
  (weights: AlertWeights) =>
  (names: readonly string[]): Weigher => {
    const { rowOf } = weights
    const features = names.map(conceptFeature)
    const plainRows = features.map((feature) => rowOf.get(feature))
    const deniedRows = features.map((feature) => rowOf.get(deniedFeature(feature)))
    return (token, word, concepts) => {
      let plain: number[] | undefined
      let denied: number[] | undefined
      tellWord(token, word, (feature, kind) => {
        plain = added(plain, weights, rowOf.get(feature))
        if (kind === 'lemma') denied = added(denied, weights, rowOf.get(deniedFeature(feature)))
      })
      for (const id of concepts) {
        plain = added(plain, weights, plainRows[id])
        denied = added(denied, weights, deniedRows[id])
      }
      return plain === undefined && denied === undefined ? undefined : { plain: plain ?? NOTHING, denied }
    }
  }

const NOTHING: readonly number[] = new Array<number>(ALERT_HEADS).fill(0)

function added(
  sums: number[] | undefined,
  { values }: AlertWeights,
  row: number | undefined,
): number[] | undefined {
  if (row === undefined) return sums
  const to = sums ?? [0, 0, 0, 0, 0, 0, 0]
  for (let head = 0; head < ALERT_HEADS; head += 1)
    to[head] = (to[head] as number) + (values[row * ALERT_HEADS + head] as number)
  return to
}

/** Rows of the pairs of concepts, counted from one, and the concepts that have any. */
export function pairTable(
  features: readonly number[],
  rowOf: ReadonlyMap<number, number>,
): { rows: Uint16Array; pairing: ReadonlySet<number> } {
  const size = features.length
  const rows = new Uint16Array(size * size)
  const pairing = new Set<number>()
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1) {
      const row = rowOf.get(pairFeature(features[a] as number, features[b] as number))
      if (row === undefined) continue
      rows[a * size + b] = row + 1
      rows[b * size + a] = row + 1
      pairing.add(a).add(b)
    }
  return { rows, pairing }
}
