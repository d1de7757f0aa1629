import type { AlertScene, EventReader } from './alertEvents.js'
import { listAlertFeatures } from './alertFeatures.js'
import { lengthFactor, WINDOW } from './alertScorer.js'
import { ALERT_HEADS, type AlertWeights } from './alertWeights.js'

/** Words kept as the evidence of a learnt alert. */
const KEPT = 3
/** A word that weighs less than such a share of the heaviest is no evidence. */
const SHARE = 0.4

export interface WeighedWord {
  /** Its token. */
  at: number
  /** In log-odds. */
  weight: number
}

/** The words of a stretch that weighed most for a key, in the order of the text; a pair counts for both its words. */
export function learntEvidence(
  { rowOf, values, scale }: AlertWeights,
  reader: EventReader,
  scene: AlertScene,
  head: number,
  window: number,
): WeighedWord[] {
  const { tokens, sentences } = scene.document
  const given = new Float64Array(tokens.length)
  const last = Math.min(sentences.length, window + WINDOW)
  for (const { feature, sentence, at, other } of listAlertFeatures(reader, scene)) {
    const row = sentence >= window && sentence < last ? rowOf.get(feature) : undefined
    if (row === undefined) continue
    const weight = values[row * ALERT_HEADS + head] as number
    given[at] = (given[at] as number) + weight / 2
    given[other] = (given[other] as number) + weight / 2
  }
  let length = 0
  for (let i = sentences[window]?.first ?? 0; i < (sentences[last - 1]?.last ?? 0); i += 1)
    if (tokens[i]?.kind === 'word') length += 1
  const factor = scale * lengthFactor(length)
  const words = Array.from(given, (sum, at) => ({ at, weight: sum * factor }))
    .filter(({ at, weight }) => weight > 0 && tokens[at]?.kind === 'word')
    .sort((x, y) => y.weight - x.weight || x.at - y.at)
  const most = words[0]?.weight ?? 0
  return words
    .slice(0, KEPT)
    .filter(({ weight }) => weight >= SHARE * most)
    .sort((x, y) => x.at - y.at)
}
