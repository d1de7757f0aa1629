import { randomFrom } from '../../src/categories/fit.js'
import type { Polarity } from '../../src/types.js'
import { shuffled } from './sentiment-learn.js'

/** A text-only peer: hashed TF-IDF of words, word pairs and letter 2-5-grams, class-weighted softmax regression. */
const SIZE = 1 << 18
const ROUNDS = 6
const RATE = 0.3

interface Row {
  text: string
  label: Polarity
}

function countsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (piece: string): void => {
    let h = 0x811c9dc5
    for (let i = 0; i < piece.length; i += 1) h = Math.imul(h ^ piece.charCodeAt(i), 0x01000193)
    const at = (h ^ (h >>> 15)) & (SIZE - 1)
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const lower = text.toLowerCase()
  const words = lower.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  words.forEach((word, i) => {
    add(`w ${word}`)
    if (i > 0) add(`p ${words[i - 1]} ${word}`)
  })
  for (let i = 0; i < lower.length; i += 1)
    for (let n = 2; n <= 5 && i + n <= lower.length; n += 1) add(lower.slice(i, i + n))
  return counts
}

interface Vector {
  at: Int32Array
  value: Float32Array
}

/** Trains on `train` and labels `test`. */
export function baseline(
  train: readonly Row[],
  test: readonly Row[],
  labels: readonly Polarity[],
): Polarity[] {
  const counts = train.map(({ text }) => countsOf(text))
  const frequency = new Float32Array(SIZE)
  for (const found of counts) for (const at of found.keys()) frequency[at] = (frequency[at] as number) + 1
  const vectorOf = (found: Map<number, number>): Vector => {
    const at = Int32Array.from(found.keys())
    const value = Float32Array.from(found, ([key, count]) => {
      const rarity = Math.log((1 + train.length) / (1 + (frequency[key] as number))) + 1
      return (1 + Math.log(count)) * rarity
    })
    const length = Math.hypot(...value) || 1
    for (let i = 0; i < value.length; i += 1) value[i] = (value[i] as number) / length
    return { at, value }
  }
  const vectors = counts.map(vectorOf)
  const width = labels.length
  const classes = train.map(({ label }) => labels.indexOf(label))
  const sizes = labels.map((_, k) => classes.filter((c) => c === k).length)
  const weights = new Float32Array(SIZE * width)
  const squares = new Float32Array(SIZE * width).fill(1e-3)
  const scoresOf = ({ at, value }: Vector): number[] => {
    const scores = new Array<number>(width).fill(0)
    for (let i = 0; i < at.length; i += 1)
      for (let k = 0; k < width; k += 1)
        scores[k] =
          (scores[k] as number) + (weights[(at[i] as number) * width + k] as number) * (value[i] as number)
    return scores
  }
  const random = randomFrom(5)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const index of shuffled(train.length, random)) {
      const vector = vectors[index] as Vector
      const truth = classes[index] as number
      const scores = scoresOf(vector)
      const top = Math.max(...scores)
      const powers = scores.map((score) => Math.exp(score - top))
      const sum = powers.reduce((x, y) => x + y, 0)
      const weight = train.length / (width * Math.max(1, sizes[truth] ?? 1))
      for (let k = 0; k < width; k += 1) {
        const error = ((powers[k] as number) / sum - (k === truth ? 1 : 0)) * weight
        for (let i = 0; i < vector.at.length; i += 1) {
          const place = (vector.at[i] as number) * width + k
          const slope = error * (vector.value[i] as number)
          squares[place] = (squares[place] as number) + slope * slope
          weights[place] = (weights[place] as number) - (RATE * slope) / Math.sqrt(squares[place] as number)
        }
      }
    }
  return test.map(({ text }) => {
    const scores = scoresOf(vectorOf(countsOf(text)))
    return labels[scores.indexOf(Math.max(...scores))] as Polarity
  })
}
