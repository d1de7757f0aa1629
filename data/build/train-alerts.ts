import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import {
  ALERT_HEADS,
  ALERT_KEYS,
  type AlertThresholds,
  type AlertWeights,
} from '../../src/sentiment/alertWeights.js'
import {
  type FeatureName,
  type PreparedAlert,
  prepareAlerts,
  readAlertCorpus,
  TUNED,
} from './alert-corpus.js'
import { learnAlerts, scoreAlerts } from './alert-learn.js'
import { packSections } from './sections.js'
import { foldOf } from './train-sentiment.js'

const FOLDS = 5

/** A comment with the log-odds that a model gave it which had not seen it. */
export interface JudgedAlert {
  example: PreparedAlert
  scores: readonly number[]
}

/** Judges every comment by the model of the other folds. */
export function crossJudgeAlerts(
  examples: readonly PreparedAlert[],
  names: ReadonlyMap<number, FeatureName>,
): JudgedAlert[] {
  const judged: JudgedAlert[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = learnAlerts(
      examples.filter(({ text }) => foldOf(text) !== fold),
      names,
    )
    for (const example of examples)
      if (foldOf(example.text) === fold) judged.push({ example, scores: scoreAlerts(weights, example) })
  }
  return judged
}

/** Judges the comments written for alerts by models that saw nothing of their writer. */
export function judgeByWriter(
  examples: readonly PreparedAlert[],
  names: ReadonlyMap<number, FeatureName>,
): JudgedAlert[] {
  const told = examples.filter(({ source, writer }) => source === 'told' && writer !== TUNED)
  return [...new Set(told.map(({ writer }) => writer))].flatMap((writer) => {
    const weights = learnAlerts(
      examples.filter((example) => example.writer !== writer),
      names,
    )
    return told
      .filter((example) => example.writer === writer)
      .map((example) => ({ example, scores: scoreAlerts(weights, example) }))
  })
}

/** Share of right ones among what is raised as likely. */
const LIKELY = 0.9
/** Most of our comments of no alert that may be flagged: people complain more in them than elsewhere. */
const FLAGGED = 0.043
/** A row of the table counts for so much, in log-odds, beyond what its weight says: people reviewed it. */
const MET = 2
const STEPS = 20

/** The lowest threshold from which on at least such a share is right. */
function lowest(found: readonly { score: number; right: boolean }[], share: number): number {
  const sorted = [...found].sort((x, y) => y.score - x.score)
  let right = 0
  let best = sorted[0]?.score ?? 0
  sorted.forEach((one, i) => {
    if (one.right) right += 1
    if (right / (i + 1) >= share) best = one.score
  })
  return Math.round(best * 100) / 100
}

/**
 * Thresholds from judgements by models that had not seen the comments: each key may flag the same share of our comments
 * without it, so many that of those without any alert `FLAGGED` are flagged in all.
 */
export function tuneAlerts(judged: readonly JudgedAlert[]): AlertThresholds[] {
  const ordinary = judged.filter(({ example }) => example.source === 'ordinary')
  const without = ordinary.filter(({ example }) => example.alerts === 0)
  const told = judged.filter(({ example }) => example.source === 'told' && example.writer !== TUNED)
  const sorted = ALERT_KEYS.map((_, head) =>
    ordinary
      .filter(({ example }) => ((example.alerts >> head) & 1) === 0)
      .map(({ example, scores }) => (scores[head] as number) + ((example.table >> head) & 1 ? MET : 0))
      .sort((x, y) => y - x),
  )
  const likely = ALERT_KEYS.map((_, head) =>
    lowest(
      told.map(({ example, scores }) => ({
        score: scores[head] as number,
        right: ((example.alerts >> head) & 1) === 1,
      })),
      LIKELY,
    ),
  )
  const allowing = (share: number): AlertThresholds[] =>
    sorted.map((scores, head) => {
      const learnt = Math.ceil((scores[Math.floor(scores.length * share)] ?? 0) * 100) / 100
      return { learnt, table: learnt - MET, likely: Math.max(learnt, likely[head] as number) }
    })
  let [low, high] = [0, FLAGGED]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    const thresholds = allowing(middle)
    const flagged = without.filter((one) => raisedBy(one, thresholds) !== 0).length
    if (flagged > FLAGGED * without.length) high = middle
    else low = middle
  }
  return allowing(low)
}

/** What is raised, one bit a key. */
export const raisedBy = ({ example, scores }: JudgedAlert, thresholds: readonly AlertThresholds[]): number =>
  thresholds.reduce((bits, { learnt, table }, head) => {
    const score = scores[head] as number
    return score >= learnt || ((example.table >> head) & 1 && score >= table) ? bits | (1 << head) : bits
  }, 0)

export interface AlertFigures {
  comments: number
  recall: number
  precision: number
  /** Share of comments that anything is raised for. */
  flagged: number
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Labels pooled over comments; of one key where `head` is given. */
export function alertFigures(
  found: readonly { alerts: number; raised: number }[],
  head?: number,
): AlertFigures {
  const mask = head === undefined ? (1 << ALERT_HEADS) - 1 : 1 << head
  let right = 0
  let wanted = 0
  let given = 0
  let flagged = 0
  for (const { alerts, raised } of found) {
    right += ones(alerts & raised & mask)
    wanted += ones(alerts & mask)
    given += ones(raised & mask)
    if (raised & mask) flagged += 1
  }
  return {
    comments: found.length,
    recall: round(right / Math.max(1, wanted)),
    precision: round(right / Math.max(1, given)),
    flagged: round(flagged / Math.max(1, found.length)),
  }
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Pairs are left out where no head comes so near its threshold: they hardly ever add more. */
const REACH = 1.5

/** Weights with thresholds as they are packed. */
export function packAlerts({ rowOf, values, scale, bias, thresholds, reach }: AlertWeights): Uint8Array {
  const features = Int32Array.from(rowOf.keys())
  const heads = new Uint8Array(features.length)
  const weights: number[] = []
  for (let row = 0; row < features.length; row += 1)
    for (let head = 0; head < ALERT_HEADS; head += 1) {
      const value = values[row * ALERT_HEADS + head] as number
      if (value === 0) continue
      heads[row] = (heads[row] as number) | (1 << head)
      weights.push(value)
    }
  return packSections(
    { features, heads, weights: Int8Array.from(weights) },
    { scale, bias, thresholds, reach },
  )
}

/** Trains the learnt part of alerts and writes data/models/alerts.bin with its sources and figures. */
export async function trainAlerts(folders: readonly string[]): Promise<void> {
  const { examples, sources } = readAlertCorpus(folders)
  process.stderr.write(`${examples.length} comments\n`)
  const { prepared, names } = await prepareAlerts(examples)
  const judged = crossJudgeAlerts(prepared, names)
  const thresholds = tuneAlerts(judged)
  const of = (
    keep: (example: PreparedAlert) => boolean,
    among = judged,
  ): { alerts: number; raised: number }[] =>
    among
      .filter(({ example }) => keep(example))
      .map((one) => ({ alerts: one.example.alerts, raised: raisedBy(one, thresholds) }))
  const isTold = ({ source, writer }: PreparedAlert): boolean => source === 'told' && writer !== TUNED
  const byKey = Object.fromEntries(ALERT_KEYS.map((key, head) => [key, alertFigures(of(isTold), head)]))
  const figures = {
    folds: alertFigures(of(isTold)),
    writerLeftOut: alertFigures(of(isTold, judgeByWriter(prepared, names))),
    ordinaryWithout: alertFigures(of(({ source, alerts }) => source === 'ordinary' && alerts === 0)),
    unlabeledCare: alertFigures(of(({ source }) => source === 'care')),
    byKey,
  }
  const bytes = packAlerts({ ...learnAlerts(prepared, names), thresholds, reach: REACH })
  writeFileSync('data/models/alerts.bin', bytes)
  writeFileSync('src/generated/alerts.bin', bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const card = { sha256, bytes: bytes.length, crossValidated: figures, thresholds, sources }
  writeFileSync('data/models/alerts.json', `${JSON.stringify(card, undefined, 2)}\n`)
  process.stderr.write(`${JSON.stringify({ figures, thresholds }, undefined, 1)}\n`)
}
