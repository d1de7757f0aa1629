import type { AlertScene } from './alertEvents.js'
import type { AlertScorer } from './alertScorer.js'

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

/** The words of a stretch that weighed most for a key, in the order of the text. */
export function learntEvidence(
  scorer: AlertScorer,
  scene: AlertScene,
  head: number,
  window: number,
): WeighedWord[] {
  const { tokens } = scene.document
  const words = Array.from(scorer.tokenWeights(scene, head, window), (weight, at) => ({ at, weight }))
    .filter(({ at, weight }) => weight > 0 && tokens[at]?.kind === 'word')
    .sort((x, y) => y.weight - x.weight || x.at - y.at)
  const most = words[0]?.weight ?? 0
  return words
    .slice(0, KEPT)
    .filter(({ weight }) => weight >= SHARE * most)
    .sort((x, y) => x.at - y.at)
}
