import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { BUCKETS } from '../../src/sentiment/features.js'
import type { Weights } from '../../src/sentiment/model.js'
import { packSections } from './sections.js'
import { type Prepared, prepare, readCorpus } from './sentiment-corpus.js'
import { FOUR, f1, type Judged, judgeAll, learn, THREE, three, tune } from './sentiment-learn.js'
import { decide } from '../../src/sentiment/model.js'

const FOLDS = 5

/** The fold of a text hangs on the text alone, so that a growing corpus keeps its folds. */
export const foldOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return ((h ^ (h >>> 13)) >>> 0) % FOLDS
}

/** Judgements of every example by a model that has not seen it. */
export function crossJudge(examples: readonly Prepared[]): Map<Prepared, Judged> {
  const judged = new Map<Prepared, Judged>()
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = examples.filter(({ text }) => foldOf(text) === fold)
    const weights = learn(examples.filter(({ text }) => foldOf(text) !== fold))
    judgeAll(weights, held).forEach((judgement, i) => {
      judged.set(held[i] as Prepared, judgement)
    })
  }
  return judged
}

/** Eight bits a weight: the largest are cut at the 99.97th percentile, the rest keep the steps. */
export function quantize(weights: Weights): Weights {
  const sizes = Float32Array.from(weights.values, Math.abs).sort()
  const top = sizes[Math.floor(sizes.length * 0.9997)] || 1
  const scale = top / 127
  const values = Int8Array.from(weights.values, (value) =>
    Math.max(-127, Math.min(127, Math.round(value / scale))),
  )
  return { ...weights, values, scale }
}

/** Trains the learnt part of polarity and writes data/models/sentiment.bin with its sources and figures. */
export async function trainSentiment(folders: readonly string[]): Promise<void> {
  const { examples, sources } = readCorpus(folders)
  process.stderr.write(`${examples.length} examples\n`)
  const all = await prepare(examples)
  const judged = crossJudge(all)
  const of = (keep: (example: Prepared) => boolean): Judged[] =>
    all.filter(keep).map((example) => judged.get(example) as Judged)
  const own = of(({ source }) => source === 'own')
  const forum = of(({ source }) => source === 'forum')
  const care = of(({ source }) => source === 'care')
  const feedback = tune(own, FOUR)
  const other = { ...tune(forum, THREE), mixedPositive: feedback.mixedPositive, mixedNegative: feedback.mixedNegative }
  const figures = {
    forum: f1(forum.map(({ label, p, n }) => [three(label), three(decide(p, n, other))]), THREE),
    care: f1(care.map(({ label, p, n }) => [three(label), three(decide(p, n, feedback))]), THREE),
    own: f1(own.map(({ label, p, n }) => [label, decide(p, n, feedback)]), FOUR),
  }
  const weights = quantize({ ...learn(all), feedback, other })
  const bytes = packSections(
    { weights: weights.values as Int8Array },
    { buckets: BUCKETS, scale: weights.scale, bias: weights.bias, feedback, other },
  )
  writeFileSync('data/models/sentiment.bin', bytes)
  writeFileSync('src/generated/sentiment.bin', bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const card = { sha256, bytes: bytes.length, folds: FOLDS, crossValidated: figures, thresholds: { feedback, other }, sources }
  writeFileSync('data/models/sentiment.json', `${JSON.stringify(card, undefined, 2)}\n`)
  process.stderr.write(`${JSON.stringify({ figures, feedback, other }, undefined, 1)}\n`)
}
