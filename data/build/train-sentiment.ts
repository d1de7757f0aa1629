import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Weights } from '../../src/sentiment/model.js'
import { BUCKETS } from '../../src/sentiment/wordFeatures.js'
import { packSections } from './sections.js'
import { type Prepared, prepare, readCorpus } from './sentiment-corpus.js'
import { FOUR, f1, type Judged, judgeAll, labelBy, learn, THREE, three, tune } from './sentiment-learn.js'

const FOLDS = 5

/** The fold of a text hangs on the text alone, so that a growing corpus keeps its folds. */
export const foldOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return ((h ^ (h >>> 13)) >>> 0) % FOLDS
}

/** Judgements of every example by a model that has not seen it, and the models, by fold. */
export function crossJudge(examples: readonly Prepared[]): {
  judged: Map<Prepared, Judged>
  folds: Weights[]
} {
  const judged = new Map<Prepared, Judged>()
  const folds: Weights[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = examples.filter(({ text }) => foldOf(text) === fold)
    const weights = learn(examples.filter(({ text }) => foldOf(text) !== fold))
    folds.push(weights)
    judgeAll(weights, held).forEach((judgement, i) => {
      judged.set(held[i] as Prepared, judgement)
    })
  }
  return { judged, folds }
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

/** Thresholds and figures from judgements by models that had not seen the text. */
export function crossValidate(all: readonly Prepared[]): {
  thresholds: Pick<Weights, 'feedback' | 'other'>
  figures: Record<string, Record<string, number>>
  judged: Map<Prepared, Judged>
  folds: Weights[]
} {
  const { judged, folds } = crossJudge(all)
  const of = (keep: (example: Prepared) => boolean): Judged[] =>
    all.filter(keep).map((example) => judged.get(example) as Judged)
  const own = of(({ source }) => source === 'own')
  const forum = of(({ source }) => source === 'forum')
  const care = of(({ source }) => source === 'care')
  const pairs = of(({ source }) => source === 'pairs')
  const ownOf = (language: string): Judged[] => own.filter((one) => one.language === language)
  const mixed = tune(own, FOUR, 'feedback')
  const feedback = {
    fi: tune([...ownOf('fi'), ...pairs], FOUR, 'feedback'),
    sv: tune(ownOf('sv'), FOUR, 'feedback'),
    en: tune(care, THREE, 'feedback'),
  }
  const other = {
    ...tune(forum, THREE, 'other'),
    mixedPositive: mixed.mixedPositive + 0.2,
    mixedNegative: mixed.mixedNegative + 0.2,
  }
  const thresholds = { feedback, other }
  const inThree = (one: Judged) => [three(one.label), three(labelBy(one, thresholds))] as const
  const figures = {
    forum: f1(forum.map(inThree), THREE),
    care: f1(care.map(inThree), THREE),
    ownFinnish: f1(
      ownOf('fi').map((one) => [one.label, labelBy(one, thresholds)] as const),
      FOUR,
    ),
    own: f1(
      own.map((one) => [one.label, labelBy(one, thresholds)] as const),
      FOUR,
    ),
  }
  return { thresholds, figures, judged, folds }
}

/** Trains the learnt part of polarity and writes data/models/sentiment.bin with its sources and figures. */
export async function trainSentiment(folders: readonly string[]): Promise<void> {
  const { examples, sources } = readCorpus(folders)
  process.stderr.write(`${examples.length} examples\n`)
  const all = await prepare(examples)
  const { thresholds, figures } = crossValidate(all)
  const { feedback, other } = thresholds
  const weights = quantize({ ...learn(all), feedback, other })
  const bytes = packSections(
    { weights: weights.values as Int8Array },
    { buckets: BUCKETS, scale: weights.scale, bias: weights.bias, feedback, other },
  )
  writeFileSync('data/models/sentiment.bin', bytes)
  writeFileSync('src/generated/sentiment.bin', bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const card = {
    sha256,
    bytes: bytes.length,
    folds: FOLDS,
    crossValidated: figures,
    thresholds: { feedback, other },
    sources,
  }
  writeFileSync('data/models/sentiment.json', `${JSON.stringify(card, undefined, 2)}\n`)
  process.stderr.write(`${JSON.stringify({ figures, feedback, other }, undefined, 1)}\n`)
}
