import type { AlertScene, EventReader } from './alertEvents.js'
import { conceptFeature, eventFeature, PAIR_REACH } from './alertFeatures.js'
import { conceptsAt, meets, sparse } from './alertMask.js'
import { pairTable } from './alertTally.js'
import { ALERT_HEADS, ALERT_KEYS, type AlertWeights } from './alertWeights.js'
import { FLAG } from './alertWords.js'

/** Sentences that are read together: what answers an event stands beside it. */
export const WINDOW = 3

/** Words of a comment of middling length: a longer stretch says more by chance, a shorter one no more for being short. */
const MIDDLING = 12
const FEWEST = 10
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
  const { size, width, sums: summed, flags } = concepts.places
  const count = concepts.names.length
  const { rows: pairRows, pairing } = pairTable(concepts.names.map(conceptFeature), rowOf)
  const inPairs = sparse(concepts.maskOf([...pairing].map((id) => concepts.names[id] as string)))
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
    const { tokens, sentences } = scene.document
    if (sentences.length > lengths.length) {
      sums = new Int32Array(sentences.length * 2 * ALERT_HEADS)
      lengths = new Int32Array(sentences.length * 2)
    }
    for (let s = 0; s < sentences.length; s += 1) addSentence(scene, s)
    for (const { frame, at, silenced } of scene.events)
      for (const row of events.get(frame)?.[silenced ? 1 : 0] ?? [])
        addRow(row, (scene.sentenceOf[at[0] as number] as number) * ALERT_HEADS)
    const scores = highest(sentences.length)
    if (!isNear(scores, scene)) return scores
    forPairs(scene, 0, tokens.length, (row, i) => addRow(row, (scene.sentenceOf[i] as number) * ALERT_HEADS))
    return highest(sentences.length)
  }

  /** Adds the words of a sentence up. Written out: this is what a text costs that calls for no alert. */
  function addSentence({ document, rows, words }: AlertScene, s: number): void {
    const { first, last } = document.sentences[s] as { first: number; last: number }
    let length = 0
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let s4 = 0
    let s5 = 0
    let s6 = 0
    const at = s * ALERT_HEADS
    sums.fill(0, at, at + ALERT_HEADS)
    for (let i = first, row = first * size + summed; i < last; i += 1, row += size) {
      const a = rows[row] as number
      const b = rows[row + 1] as number
      const c = rows[row + 2] as number
      const d = rows[row + 3] as number
      s0 += a >> 16
      s1 += (a << 16) >> 16
      s2 += b >> 16
      s3 += (b << 16) >> 16
      s4 += c >> 16
      s5 += (c << 16) >> 16
      s6 += d >> 16
      length += d & FLAG.word
      if ((d & DENIED) === DENIED) {
        const { denied } = words[i] as { denied: readonly number[] }
        for (let head = 0; head < ALERT_HEADS; head += 1)
          sums[at + head] = (sums[at + head] as number) + (denied[head] as number)
      }
    }
    ;[s0, s1, s2, s3, s4, s5, s6].forEach((sum, head) => {
      sums[at + head] = (sums[at + head] as number) + sum
    })
    lengths[s] = length
  }

  function tokenWeights(scene: AlertScene, head: number, window: number): Float64Array {
    const { rows, words, document } = scene
    const { tokens, sentences } = document
    const given = new Float64Array(tokens.length)
    const first = sentences[window]?.first ?? 0
    const last = sentences[Math.min(sentences.length, window + WINDOW) - 1]?.last ?? 0
    let length = 0
    for (let i = first; i < last; i += 1) {
      const at = i * size
      const flagged = rows[at + flags] as number
      length += flagged & FLAG.word
      const both = rows[at + summed + (head >> 1)] as number
      const denied = (flagged & DENIED) === DENIED ? (words[i]?.denied?.[head] as number) : 0
      given[i] = (head & 1 ? (both << 16) >> 16 : both >> 16) + denied
    }
    forPairs(scene, first, last, (row, i, j) => {
      const half = (values[row * ALERT_HEADS + head] as number) / 2
      given[i] = (given[i] as number) + half
      given[j] = (given[j] as number) + half
    })
    const factor = scale * lengthFactor(length)
    return given.map((sum) => sum * factor)
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

  /** Gives each pair of concepts that stand near each other and weigh to `take`: its row and its two tokens. A list of them all would be the longest thing that a long comment makes. */
  function forPairs(
    scene: AlertScene,
    first: number,
    last: number,
    take: (row: number, i: number, j: number) => void,
  ): void {
    const { rows, sentenceOf } = scene
    // Few words have a concept that weighs in pairs: only these are gone through.
    const places: number[] = []
    const own: number[] = []
    const ends: number[] = []
    for (let i = first; i < last; i += 1) {
      if (!meets(rows, i * size, inPairs)) continue
      for (const id of conceptsAt(rows, i * size, width)) if (pairing.has(id)) own.push(id)
      places.push(i)
      ends.push(own.length)
    }
    for (let x = 0, start = 0; x < places.length; start = ends[x] as number, x += 1) {
      const i = places[x] as number
      const middle = ends[x] as number
      for (let y = x + 1; y < places.length; y += 1) {
        const j = places[y] as number
        if (j - i > PAIR_REACH || sentenceOf[j] !== sentenceOf[i]) break
        const end = ends[y] as number
        for (let b = ends[y - 1] as number; b < end; b += 1) {
          const line = (own[b] as number) * count
          for (let a = start; a < middle; a += 1) {
            const row = pairRows[line + (own[a] as number)] as number
            if (row > 0) take(row - 1, i, j)
          }
        }
      }
    }
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

/** A word under a negation that adds to its sums. */
const DENIED = FLAG.denied | FLAG.denies
