import type { Token } from '../language/tokens.js'
import type { Mask, Tally, WordConcepts } from './alertConcepts.js'
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

export type AlertScorer = (scene: AlertScene) => AlertScores

/**
 * Makes a scorer of texts: weights of words, concepts, pairs of concepts and frames add up by sentence, sentences by
 * stretches of three, and the highest stretch counts. What depends on a word alone was summed when it was first met.
 */
export function createAlertScorer(weights: AlertWeights, { concepts, frames }: EventReader): AlertScorer {
  const { rowOf, values, scale, bias, thresholds, reach } = weights
  const size = concepts.names.length
  const { rows: pairRows } = pairTable(concepts.names.map(conceptFeature), rowOf)
  const weigher = weigherFor(weights)(concepts.names)
  // The concepts that a phrase gives to a word are one object wherever it stands.
  const ofPhrase = new WeakMap<Mask, Tally | undefined>()
  const events = new Map(
    frames.map((frame) => [
      frame,
      [false, true].map((silenced) =>
        [frame.row.frame, frame.row.key].flatMap((name) => rowOf.get(eventFeature(name, silenced)) ?? []),
      ),
    ]),
  )
  return (scene) => {
    const { document, words, masks, denied, sentenceOf } = scene
    const { tokens, sentences } = document
    const sums: number[] = new Array(sentences.length * ALERT_HEADS).fill(0)
    const lengths: number[] = new Array(sentences.length).fill(0)
    for (let i = 0; i < tokens.length; i += 1) {
      const sentence = sentenceOf[i] as number
      if ((tokens[i] as Token).kind === 'word') lengths[sentence] = (lengths[sentence] as number) + 1
      const at = sentence * ALERT_HEADS
      const word = words[i] as WordConcepts
      const isDenied = denied[i] === 1
      if (word.own !== undefined) addTally(sums, at, word.own, isDenied)
      const tally = tallyAt(word, masks[i])
      if (tally !== undefined) addTally(sums, at, tally, isDenied)
    }
    for (const { frame, at, silenced } of scene.events)
      for (const row of events.get(frame)?.[silenced ? 1 : 0] ?? [])
        addRow(sums, row, (sentenceOf[at[0] as number] as number) * ALERT_HEADS)
    const scores = highest(sums, lengths)
    if (!isNear(scores, scene)) return scores
    addPairs(scene, sums)
    return highest(sums, lengths)
  }

  function tallyAt(word: WordConcepts, mask: Mask | undefined): Tally | undefined {
    if (mask === word.mask) return word.concepts
    if (mask === undefined) return undefined
    let tally = ofPhrase.get(mask)
    if (tally === undefined) {
      tally = weigher.ofConcepts(mask)
      ofPhrase.set(mask, tally)
    }
    return tally
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

  function addPairs({ words, masks, sentenceOf }: AlertScene, sums: number[]): void {
    for (let i = 0; i < masks.length; i += 1) {
      const own = tallyAt(words[i] as WordConcepts, masks[i])?.pairing
      if (own === undefined || own.length === 0) continue
      const sentence = sentenceOf[i] as number
      for (let j = i + 1; j <= i + PAIR_REACH && sentenceOf[j] === sentence; j += 1)
        for (const b of tallyAt(words[j] as WordConcepts, masks[j])?.pairing ?? [])
          for (const a of own) {
            const row = pairRows[a * size + b] as number
            if (row > 0) addRow(sums, row - 1, sentence * ALERT_HEADS)
          }
    }
  }

  function addRow(sums: number[], row: number, at: number): void {
    for (let head = 0; head < ALERT_HEADS; head += 1)
      sums[at + head] = (sums[at + head] as number) + (values[row * ALERT_HEADS + head] as number)
  }

  function highest(sums: readonly number[], lengths: readonly number[]): AlertScores {
    const logOdds: number[] = new Array(ALERT_HEADS).fill(Number.NEGATIVE_INFINITY)
    const window: number[] = new Array(ALERT_HEADS).fill(0)
    const count = lengths.length
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

function addTally(sums: number[], at: number, { plain, denied }: Tally, isDenied: boolean): void {
  for (let head = 0; head < ALERT_HEADS; head += 1)
    sums[at + head] = (sums[at + head] as number) + (plain[head] as number)
  if (isDenied && denied !== undefined)
    for (let head = 0; head < ALERT_HEADS; head += 1)
      sums[at + head] = (sums[at + head] as number) + (denied[head] as number)
}
