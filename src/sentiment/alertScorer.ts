import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { Tally, WordConcepts } from './alertConcepts.js'
import type { AlertScene, EventReader } from './alertEvents.js'
import { conceptFeature, eventFeature, PAIR_REACH } from './alertFeatures.js'
import { pairTable, weigherFor } from './alertTally.js'
import { ALERT_HEADS, ALERT_KEYS, type AlertWeights } from './alertWeights.js'

/** Sentences that are read together: what answers an event stands beside it. */
export const WINDOW = 3

/** Words of a comment of middling length: a longer stretch says more by chance. */
const MIDDLING = 12
const FEWEST = 4
export const lengthFactor = (words: number): number => Math.sqrt(MIDDLING / Math.max(FEWEST, words))

/** Log-odds of each key in the stretch where they are highest, and the first sentence of that stretch. */
export interface AlertScores {
  logOdds: readonly number[]
  window: readonly number[]
}

export interface AlertScorer {
  score(scene: AlertScene): AlertScores
  /** What each token of a stretch gives to a key, in log-odds; a pair of concepts counts half for each. */
  tokenWeights(scene: AlertScene, head: number, window: number): Float64Array
}

/**
 * Makes a scorer of texts: weights of words, concepts, pairs of concepts and frames add up by sentence, sentences by
 * stretches of three, and the highest stretch counts. What depends on a word alone was summed when it was first met.
 */
export function createAlertScorer(weights: AlertWeights, { concepts, frames }: EventReader): AlertScorer {
  const { rowOf, values, scale, bias, thresholds, reach } = weights
  const size = concepts.names.length
  const { rows: pairRows } = pairTable(concepts.names.map(conceptFeature), rowOf)
  const weigher = weigherFor(weights)(concepts.names)
  const events = new Map(
    frames.map((frame) => [
      frame,
      [false, true].map((silenced) =>
        [frame.row.frame, frame.row.key].flatMap((name) => rowOf.get(eventFeature(name, silenced)) ?? []),
      ),
    ]),
  )
  let sums = new Int32Array(64 * ALERT_HEADS)
  let lengths = new Int32Array(64)
  return { score, tokenWeights }

  function score(scene: AlertScene): AlertScores {
    const { document, denied } = scene
    const { tokens, sentences } = document
    const count = sentences.length
    if (count > lengths.length) {
      sums = new Int32Array(count * 2 * ALERT_HEADS)
      lengths = new Int32Array(count * 2)
    }
    for (let s = 0; s < count; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const at = s * ALERT_HEADS
      sums.fill(0, at, at + ALERT_HEADS)
      let length = 0
      for (let i = first; i < last; i += 1) {
        if ((tokens[i] as Token).kind === 'word') length += 1
        const tally = tallyAt(scene, i)
        if (tally === undefined) continue
        const { plain } = tally
        for (let head = 0; head < ALERT_HEADS; head += 1)
          sums[at + head] = (sums[at + head] as number) + (plain[head] as number)
        if (denied[i] === 1 && tally.denied !== undefined) addDenied(tally.denied, at)
      }
      lengths[s] = length
    }
    for (const { frame, at, silenced } of scene.events)
      for (const row of events.get(frame)?.[silenced ? 1 : 0] ?? [])
        addRow(row, (scene.sentenceOf[at[0] as number] as number) * ALERT_HEADS)
    const scores = highest(count)
    if (!isNear(scores, scene)) return scores
    forPairs(scene, 0, tokens.length, (row, i) => {
      addRow(row, (scene.sentenceOf[i] as number) * ALERT_HEADS)
    })
    return highest(count)
  }

  function tokenWeights(scene: AlertScene, head: number, window: number): Float64Array {
    const { tokens, sentences } = scene.document
    const given = new Float64Array(tokens.length)
    const first = sentences[window]?.first ?? 0
    const last = sentences[Math.min(sentences.length, window + WINDOW) - 1]?.last ?? 0
    let length = 0
    for (let i = first; i < last; i += 1) {
      if (tokens[i]?.kind === 'word') length += 1
      const tally = tallyAt(scene, i)
      if (tally === undefined) continue
      const denied = scene.denied[i] === 1 ? (tally.denied?.[head] ?? 0) : 0
      given[i] = (tally.plain[head] as number) + denied
    }
    forPairs(scene, first, last, (row, i, j) => {
      const half = (values[row * ALERT_HEADS + head] as number) / 2
      given[i] = (given[i] as number) + half
      given[j] = (given[j] as number) + half
    })
    const factor = scale * lengthFactor(length)
    return given.map((sum) => sum * factor)
  }

  /** A phrase or a figure of speech may have given a word other concepts than its own. */
  function tallyAt({ document, words, masks }: AlertScene, i: number): Tally | undefined {
    const word = words[i] as WordConcepts
    const mask = masks[i]
    return mask === word.mask
      ? word.tally
      : weigher(document.tokens[i] as Token, document.words[i] as WordReading, mask)
  }

  /** Whether pairs could raise anything: some head is near its threshold without them, or the table speaks. */
  function isNear({ logOdds }: AlertScores, { events: met }: AlertScene): boolean {
    for (let head = 0; head < ALERT_HEADS; head += 1)
      if ((logOdds[head] as number) > (thresholds[head]?.learnt as number) - reach) return true
    return met.some(
      ({ frame, silenced }) =>
        !silenced &&
        (logOdds[ALERT_KEYS.indexOf(frame.row.key)] as number) >
          (thresholds[ALERT_KEYS.indexOf(frame.row.key)]?.table as number) - reach,
    )
  }

  function forPairs(
    scene: AlertScene,
    first: number,
    last: number,
    tell: (row: number, i: number, j: number) => void,
  ): void {
    const { masks, sentenceOf } = scene
    // Few words have a concept that weighs in pairs: only these are gone through.
    const places: number[] = []
    const pairing: (readonly number[])[] = []
    for (let i = first; i < last; i += 1) {
      const own = masks[i] && tallyAt(scene, i)?.pairing
      if (own === undefined || own.length === 0) continue
      places.push(i)
      pairing.push(own)
    }
    for (let x = 0; x < places.length; x += 1) {
      const i = places[x] as number
      const own = pairing[x] as readonly number[]
      for (let y = x + 1; y < places.length; y += 1) {
        const j = places[y] as number
        if (j - i > PAIR_REACH || sentenceOf[j] !== sentenceOf[i]) break
        for (const b of pairing[y] as readonly number[])
          for (const a of own) {
            const row = pairRows[a * size + b] as number
            if (row > 0) tell(row - 1, i, j)
          }
      }
    }
  }

  function addDenied(given: readonly number[], at: number): void {
    for (let head = 0; head < ALERT_HEADS; head += 1)
      sums[at + head] = (sums[at + head] as number) + (given[head] as number)
  }

  function addRow(row: number, at: number): void {
    for (let head = 0; head < ALERT_HEADS; head += 1)
      sums[at + head] = (sums[at + head] as number) + (values[row * ALERT_HEADS + head] as number)
  }

  function highest(count: number): AlertScores {
    const logOdds: number[] = new Array(ALERT_HEADS).fill(Number.NEGATIVE_INFINITY)
    const window: number[] = new Array(ALERT_HEADS).fill(0)
    for (let first = 0; first === 0 || first + WINDOW <= count; first += 1) {
      const last = Math.min(count, first + WINDOW)
      let length = 0
      for (let s = first; s < last; s += 1) length += lengths[s] as number
      const factor = scale * lengthFactor(length)
      for (let head = 0; head < ALERT_HEADS; head += 1) {
        let sum = 0
        for (let s = first; s < last; s += 1) sum += sums[s * ALERT_HEADS + head] as number
        const value = (bias[head] as number) + factor * sum
        if (value > (logOdds[head] as number)) {
          logOdds[head] = value
          window[head] = first
        }
      }
    }
    return { logOdds, window }
  }
}
