import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Scores } from '../../src/sentiment/mentions.js'
import { leanOfListed, predict, type Weights } from '../../src/sentiment/model.js'
import type { Offsets } from '../../src/sentiment/verdict.js'
import { ALL_BUCKETS } from '../../src/sentiment/wordFeatures.js'
import { HEADS } from '../../src/sentiment/wordSums.js'
import type { Polarity } from '../../src/types.js'
import { packSections } from './sections.js'
import { type Prepared, prepare, readCorpus } from './sentiment-corpus.js'
import { FOUR, f1, type Heads, type Judged, learn } from './sentiment-learn.js'
import { crossMentions, gatherMentions, learnMentions } from './sentiment-mentions.js'
import { figuresOf, fitNetwork, labelBy, type Scored, scoreAll, tuneOffsets } from './sentiment-verdict.js'

const FOLDS = 5

/** The fold of a text hangs on the text alone, so that a growing corpus keeps its folds. */
export const foldOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return ((h ^ (h >>> 13)) >>> 0) % FOLDS
}

/** What heads that have not seen it say of every example, and the heads, by fold. */
function crossJudge(examples: readonly Prepared[]): { judged: Judged[]; folds: Heads[] } {
  const judged: Judged[] = []
  const folds: Heads[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const heads = learn(examples.filter(({ text }) => foldOf(text) !== fold))
    folds.push(heads)
    for (const example of examples)
      if (foldOf(example.text) === fold)
        judged.push({
          example,
          prediction: predict(heads, example.features),
          leans: example.clauses.map((one) => leanOfListed(heads, one)),
        })
  }
  return { judged, folds }
}

/** Eight bits a weight: the largest are cut at the 99.97th percentile, the rest keep the steps. */
export function quantize<Kind extends Heads>(weights: Kind): Kind {
  const sizes = Float32Array.from(weights.values, Math.abs).sort()
  const top = sizes[Math.floor(sizes.length * 0.9997)] || 1
  const scale = top / 127
  const values = Int8Array.from(weights.values, (value) =>
    Math.max(-127, Math.min(127, Math.round(value / scale))),
  )
  return { ...weights, values, scale }
}

/** Comments written for polarity alone: what it got wrong, by class of error. */
const isHard = ({ example }: Scored): boolean => example.kind?.startsWith('data/sentiment/') ?? false

/**
 * Offsets and figures from labels by models that had not seen the text: the heads of a fold from the other four, its
 * network from what such heads say of the other four.
 */
export function crossValidate(all: readonly Prepared[]): {
  offsets: Offsets
  figures: Record<string, Record<string, number>>
  labels: Map<Prepared, Polarity>
  judged: Judged[]
  folds: Weights[]
} {
  const { judged, folds } = crossJudge(all)
  const networks = folds.map((_, fold) =>
    fitNetwork(judged.filter(({ example }) => foldOf(example.text) !== fold)),
  )
  const scored = networks.flatMap((network, fold) =>
    scoreAll(
      network,
      judged.filter(({ example }) => foldOf(example.text) === fold),
    ),
  )
  const offsets = tuneOffsets(scored)
  const hard = scored.filter(isHard)
  const figures = {
    ...figuresOf(scored, offsets),
    hard: f1(
      hard.map((one) => [one.example.label, labelBy(one, offsets)] as const),
      FOUR,
    ),
  }
  return {
    offsets,
    figures,
    labels: new Map(scored.map((one) => [one.example, labelBy(one, offsets)])),
    judged,
    folds: folds.map((heads, fold) => ({ ...heads, network: networks[fold] as Weights['network'], offsets })),
  }
}

const plain = (numbers: Float32Array): number[] =>
  Array.from(numbers, (number) => Math.round(number * 1e4) / 1e4)

/** Trains the learnt part of polarity and writes data/models/sentiment.bin with its sources and figures. */
export async function trainSentiment(folders: readonly string[]): Promise<void> {
  const { examples, sources } = readCorpus(folders)
  process.stderr.write(`${examples.length} examples\n`)
  const all = await prepare(examples)
  const { offsets, figures, judged, folds } = crossValidate(all)
  const found = await gatherMentions(folds.map(quantize), foldOf)
  const right = Object.fromEntries(
    Object.entries(crossMentions(found, FOLDS, foldOf)).map(([language, { right, blind, n }]) => [
      language,
      { right: Math.round((1000 * right) / n) / 1000, blind: Math.round((1000 * blind) / n) / 1000 },
    ]),
  )
  const learnt = learnMentions(found)
  const scores = ({ inputs, biases }: Scores) => ({ inputs: plain(inputs), biases: plain(biases) })
  const mentions = { priors: learnt.priors, known: scores(learnt.known), unknown: scores(learnt.unknown) }
  const heads = quantize(learn(all))
  const { inputs, biases, outputs } = fitNetwork(judged)
  const network = { inputs: plain(inputs), biases: plain(biases), outputs: plain(outputs) }
  const bytes = packSections(
    { weights: heads.values as Int8Array },
    { buckets: ALL_BUCKETS, heads: HEADS, scale: heads.scale, bias: heads.bias, network, offsets, mentions },
  )
  writeFileSync('data/models/sentiment.bin', bytes)
  writeFileSync('src/generated/sentiment.bin', bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const card = {
    sha256,
    bytes: bytes.length,
    folds: FOLDS,
    crossValidated: { ...figures, mentions: right },
    offsets,
    sources,
  }
  writeFileSync('data/models/sentiment.json', `${JSON.stringify(card, undefined, 2)}\n`)
  process.stderr.write(`${JSON.stringify({ figures, mentions: right, offsets }, undefined, 1)}\n`)
}
