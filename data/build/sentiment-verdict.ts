import { randomFrom } from '../../src/categories/fit.js'
import {
  addPrediction,
  decide,
  HIDDEN,
  INPUTS,
  LABELS,
  type Network,
  type Offsets,
  scoreLabels,
  shareOf,
  VERDICTS,
} from '../../src/sentiment/verdict.js'
import type { Polarity, SupportedLanguage } from '../../src/types.js'
import type { Prepared } from './sentiment-corpus.js'
import { FOUR, f1, type Judged, shuffled, THREE, three } from './sentiment-learn.js'

/** An example as the network meets it. */
interface Case {
  example: Prepared
  given: readonly number[]
  share: number
  weight: number
}

/** How much a kind of text counts: of the forum more, for the network trusted rules too far there with less. */
const KINDS: Record<string, number> = { forum: 6, own: 4, care: 4, pairs: 4 }
/** The power of its rarity that a label weighs. */
const RARE = 0.25
const EPOCHS = 15
const BATCH = 32
const RATE = 0.003
const DECAY = 1e-4

/** Inputs of the network for judged examples; rare labels of a kind weigh a little more. */
function casesOf(judged: readonly Judged[]): Case[] {
  const counts = new Map<string, number>()
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { example } of judged) {
    count(example.source)
    count(`${example.source} ${example.label}`)
  }
  return judged.map(({ example, prediction, leans }) => {
    const share = shareOf(prediction, example.question !== 'general', example.brief)
    const given = example.inputs.slice()
    addPrediction(given, prediction, share, leans)
    const labels = example.source === 'forum' || example.source === 'care' ? 3 : LABELS
    const rarity =
      (counts.get(example.source) as number) /
      ((counts.get(`${example.source} ${example.label}`) as number) * labels)
    return { example, given, share, weight: (KINDS[example.source] as number) * rarity ** RARE }
  })
}

/** Where people had three labels to choose from, neutral and mixed are one. */
const isEither = ({ source, label, middle }: Prepared): boolean =>
  middle || (source === 'forum' && label === 'neutral')

/** Fits the network to cross-fitted predictions by Adam (Kingma and Ba 2015), the rate falling to nothing. */
export function fitNetwork(judged: readonly Judged[]): Network {
  const cases = casesOf(judged.filter(({ example }) => example.source !== 'subtitles'))
  const random = randomFrom(11)
  const width = HIDDEN + LABELS
  const parts = [INPUTS * width, width, HIDDEN * LABELS] as const
  const size = parts[0] + parts[1] + parts[2]
  const buffer = new Float32Array(size)
  const network: Network = {
    inputs: buffer.subarray(0, parts[0]),
    biases: buffer.subarray(parts[0], parts[0] + parts[1]),
    outputs: buffer.subarray(parts[0] + parts[1]),
  }
  for (let i = 0; i < INPUTS; i += 1)
    for (let j = 0; j < HIDDEN; j += 1)
      network.inputs[i * width + j] = (random() - 0.5) * 2 * Math.sqrt(3 / INPUTS)
  for (let i = 0; i < parts[2]; i += 1) network.outputs[i] = (random() - 0.5) * Math.sqrt(3 / HIDDEN)
  const slopes = new Float32Array(size)
  const means = new Float32Array(size)
  const squares = new Float32Array(size)
  const steps = EPOCHS * Math.ceil(cases.length / BATCH)
  let step = 0
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const order = shuffled(cases.length, random)
    for (let start = 0; start < order.length; start += BATCH) {
      slopes.fill(0)
      const batch = order.subarray(start, start + BATCH)
      for (const index of batch) addSlopes(network, cases[index] as Case, slopes, 1 / batch.length)
      step += 1
      const rate = RATE * (1 - step / (steps + 1))
      const first = 1 - 0.9 ** step
      const second = 1 - 0.999 ** step
      for (let i = 0; i < size; i += 1) {
        const slope = (slopes[i] as number) + DECAY * (buffer[i] as number)
        const mean = 0.9 * (means[i] as number) + 0.1 * slope
        const square = 0.999 * (squares[i] as number) + 0.001 * slope * slope
        means[i] = mean
        squares[i] = square
        buffer[i] = (buffer[i] as number) - (rate * (mean / first)) / (Math.sqrt(square / second) + 1e-8)
      }
    }
  }
  return network
}

/** Adds the slope of the loss of one case, `share` of its batch. */
function addSlopes(
  network: Network,
  { example, given, weight }: Case,
  slopes: Float32Array,
  share: number,
): void {
  const width = HIDDEN + LABELS
  const biases = INPUTS * width
  const outputs = biases + width
  // Slopes at the hidden units, then at the labels.
  const errors = new Float32Array(width)
  const hidden = new Float32Array(HIDDEN)
  for (let j = 0; j < HIDDEN; j += 1) {
    let sum = network.biases[j] as number
    for (let i = 0; i < INPUTS; i += 1)
      sum += (given[i] as number) * (network.inputs[i * width + j] as number)
    hidden[j] = Math.max(0, sum)
  }
  const odds = scoreLabels(network, given)
  const top = Math.max(...odds)
  let total = 0
  for (let label = 0; label < LABELS; label += 1) total += Math.exp((odds[label] as number) - top)
  const chance = (label: number): number => Math.exp((odds[label] as number) - top) / total
  const truth = VERDICTS.indexOf(example.label)
  const either = isEither(example)
  const middle = chance(1) + chance(3)
  for (let label = 0; label < LABELS; label += 1) {
    const goal = either ? (label % 2 === 1 ? chance(label) / middle : 0) : label === truth ? 1 : 0
    const error = (chance(label) - goal) * weight * share
    errors[HIDDEN + label] = error
    for (let j = 0; j < HIDDEN; j += 1) {
      const unit = hidden[j] as number
      if (unit <= 0) continue
      const at = outputs + j * LABELS + label
      slopes[at] = (slopes[at] as number) + error * unit
      errors[j] = (errors[j] as number) + error * (network.outputs[j * LABELS + label] as number)
    }
  }
  for (let j = 0; j < width; j += 1)
    slopes[biases + j] = (slopes[biases + j] as number) + (errors[j] as number)
  for (let i = 0; i < INPUTS; i += 1) {
    const value = given[i] as number
    if (value === 0) continue
    for (let j = 0, at = i * width; j < width; j += 1, at += 1)
      slopes[at] = (slopes[at] as number) + value * (errors[j] as number)
  }
}

/** A text with the scores that a network which has not seen it gives to its labels. */
export interface Scored {
  example: Prepared
  scores: readonly number[]
  share: number
}

export const scoreAll = (network: Network, judged: readonly Judged[]): Scored[] =>
  casesOf(judged).map(({ example, given, share }) => ({
    example,
    scores: scoreLabels(network, given),
    share,
  }))

export const labelBy = ({ scores, share, example }: Scored, offsets: Offsets): Polarity =>
  decide(scores, share, offsets, example.language, example.brief).label

/** Kinds of text, each with its labels. */
export const SETS: Record<string, { holds(example: Prepared): boolean; labels: readonly Polarity[] }> = {
  ownFinnish: { holds: ({ source, language }) => source === 'own' && language === 'fi', labels: FOUR },
  ownSwedish: { holds: ({ source, language }) => source === 'own' && language === 'sv', labels: FOUR },
  ownEnglish: { holds: ({ source, language }) => source === 'own' && language === 'en', labels: FOUR },
  pairs: { holds: ({ source }) => source === 'pairs', labels: FOUR },
  care: { holds: ({ source }) => source === 'care', labels: THREE },
  forum: { holds: ({ source }) => source === 'forum', labels: THREE },
}

export function figuresOf(
  scored: readonly Scored[],
  offsets: Offsets,
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(SETS).map(([name, { holds, labels }]) => {
      const shown = labels.length === 4 ? (label: Polarity) => label : three
      const pairs = scored
        .filter(({ example }) => holds(example))
        .map((one) => [shown(one.example.label), shown(labelBy(one, offsets))] as const)
      return [name, f1(pairs, labels)]
    }),
  )
}

/**
 * What the offsets are chosen by: mean F1 of these kinds, weighed; of our own as if their labels were as often as
 * in life. Minimal pairs stand beside the Finnish comments,
 * for too few of them are neutral to have a mean of their own; three labels that many people gave weigh more than
 * four of one writer.
 */
const AIMS: { language: SupportedLanguage; sources: string; labels: readonly Polarity[]; weight: number }[] =
  [
    { language: 'fi', sources: 'own pairs', labels: FOUR, weight: 1 },
    { language: 'fi', sources: 'forum', labels: THREE, weight: 1.5 },
    { language: 'sv', sources: 'own', labels: FOUR, weight: 1 },
    { language: 'en', sources: 'own', labels: FOUR, weight: 0.5 },
    { language: 'en', sources: 'care', labels: THREE, weight: 1.5 },
  ]

/**
 * How often the labels come in care feedback: an assumption. Our own texts to learn from are hard ones and hold
 * twice as many that are mixed, so that precision among them misleads.
 */
const LIFE: Record<Polarity, number> = { positive: 0.45, negative: 0.33, neutral: 0.1, mixed: 0.12 }

/** Weights by true label that give texts the shares of life. */
function weighLife(pairs: readonly (readonly [Polarity, Polarity])[]): (truth: Polarity) => number {
  const counts: Record<Polarity, number> = { positive: 0, negative: 0, neutral: 0, mixed: 0 }
  for (const [truth] of pairs) counts[truth] += 1
  return (truth) => (LIFE[truth] * pairs.length) / Math.max(1, counts[truth])
}

/** Offsets that serve the aims best, by steps along one label of one kind at a time. */
export function tuneOffsets(scored: readonly Scored[]): Offsets {
  const none = (): number[] => VERDICTS.map(() => 0)
  const offsets = { feedback: { fi: none(), sv: none(), en: none() }, other: none() }
  const kinds: [number[], SupportedLanguage][] = [
    [offsets.feedback.fi, 'fi'],
    [offsets.other, 'fi'],
    [offsets.feedback.sv, 'sv'],
    [offsets.feedback.en, 'en'],
  ]
  const aims = AIMS.map(({ sources, language, ...aim }) => ({
    ...aim,
    language,
    texts: scored.filter(
      ({ example }) => sources.split(' ').includes(example.source) && example.language === language,
    ),
  }))
  for (const [moved, language] of [...kinds, ...kinds]) {
    const total = (): number => {
      let sum = 0
      for (const aim of aims) {
        if (aim.language !== language) continue
        const shown = aim.labels.length === 4 ? (label: Polarity) => label : three
        const pairs = aim.texts.map(
          (one) => [shown(one.example.label), shown(labelBy(one, offsets))] as const,
        )
        const weigh = aim.labels === FOUR ? weighLife(pairs) : undefined
        sum += aim.weight * (f1(pairs, aim.labels, weigh).macro ?? 0)
      }
      return sum
    }
    let best = total()
    for (const step of [0.4, 0.2, 0.1])
      for (let label = 0; label < LABELS; label += 1)
        for (const change of [step, -step]) {
          const held = moved[label] as number
          moved[label] = Math.round((held + change) * 10) / 10
          const found = total()
          if (found > best + 1e-4) best = found
          else moved[label] = held
        }
  }
  return offsets
}
