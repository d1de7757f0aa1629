import { ContextSpace, type ContextWord, contextFeatures } from '../../src/finnish/context.js'
import { partsOfSpeech } from '../../src/finnish/parts-of-speech.js'
import { comparable, type TreebankToken } from './conllu.js'
import { dot, type Example, type ExampleCandidate, type Preferences } from './finnish-training.js'

interface Scored {
  word: ContextWord
  candidate: ExampleCandidate
  score: number
}

/** A token of running text: candidates with the scores that they have without context. */
export interface ContextExample {
  token: TreebankToken
  candidates: { names: string[]; score: number; right: boolean; lemma: string }[]
}

const posNumber = new Map(partsOfSpeech.map((pos, index): [string, number] => [pos, index]))

function wordOf(space: ContextSpace, candidate: ExampleCandidate): ContextWord {
  const at = candidate.tag.indexOf(':')
  const pos = posNumber.get(candidate.tag.slice(0, at)) ?? 0
  return {
    pos,
    ...space.formOf(pos, candidate.tag.slice(at + 1)),
    telling: space.tellingOf(candidate.lemma),
  }
}

function namesOf(
  space: ContextSpace,
  ...[word, before, after, first]: [ContextWord, ContextWord | null, ContextWord | null, boolean]
): string[] {
  const names: string[] = []
  contextFeatures(word, before, after, first, {
    add: (kind, left, right) => names.push(space.nameOf(kind, left, right)),
  })
  return names
}

const word = /[\p{L}\p{N}]/u

/** Sentence by sentence, as `chooseInContext` sees it; `score` are weights that did not see the sentence. */
export function contextExamples(
  sentence: readonly { token: TreebankToken; example: Example | null }[],
  weights: Float64Array,
  preferences: Preferences,
): ContextExample[] {
  const space = new ContextSpace()
  const scored = sentence.map(({ token, example }): Scored[] => {
    if (!example) return []
    const extra = preferences.get(token.form.toLowerCase())
    return example.candidates
      .map((candidate) => ({
        word: wordOf(space, candidate),
        candidate,
        score: dot(weights, candidate.features) + (extra?.get(candidate.lemma) ?? 0),
      }))
      .sort((a, b) => b.score - a.score)
  })
  const out: ContextExample[] = []
  sentence.forEach(({ token, example }, index) => {
    if (!example || token.skip) return
    const first = index === 0
    const neighbor = (at: number) =>
      word.test(sentence[at]?.token.form ?? '') ? (scored[at]?.[0]?.word ?? null) : null
    const before = neighbor(index - 1)
    const after = neighbor(index + 1)
    out.push({
      token,
      candidates: (scored[index] ?? []).map((row) => ({
        names: namesOf(space, row.word, before, after, first),
        score: row.score,
        right: row.candidate.right,
        lemma: row.candidate.lemma,
      })),
    })
  })
  return out
}

/** Log-linear weights of context features on top of fixed scores; names met in few sentences stay out. */
export function trainContext(
  examples: readonly ContextExample[],
  epochs = 6,
  l2 = 0.01,
  rate = 0.1,
): Map<string, number> {
  const met = new Map<string, number>()
  const useful = examples.filter(
    (example) => example.candidates.some((c) => c.right) && example.candidates.some((c) => !c.right),
  )
  for (const example of useful)
    for (const name of new Set(example.candidates.flatMap((c) => c.names)))
      met.set(name, (met.get(name) ?? 0) + 1)
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const example of useful) {
      const scores = example.candidates.map(
        (c) => c.score + c.names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0),
      )
      const top = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - top))
      const total = exps.reduce((a, b) => a + b, 0)
      const rightTotal = example.candidates.reduce(
        (sum, c, index) => sum + (c.right ? (exps[index] ?? 0) : 0),
        0,
      )
      const gradient = new Map<string, number>()
      example.candidates.forEach((c, index) => {
        const step = (c.right ? (exps[index] ?? 0) / rightTotal : 0) - (exps[index] ?? 0) / total
        for (const name of c.names)
          if ((met.get(name) ?? 0) >= 3) gradient.set(name, (gradient.get(name) ?? 0) + step)
      })
      for (const [name, raw] of gradient) {
        if (Math.abs(raw) < 1e-6) continue
        const value = raw - l2 * (weights.get(name) ?? 0)
        const square = (squares.get(name) ?? 1) + value * value
        squares.set(name, square)
        weights.set(name, (weights.get(name) ?? 0) + (rate * value) / Math.sqrt(square))
      }
    }
  return weights
}

/** Share of tokens whose lemma is right, with and without the context's weights. */
export function contextAccuracy(examples: readonly ContextExample[], weights: ReadonlyMap<string, number>) {
  let plain = 0
  let inContext = 0
  for (const { token, candidates } of examples) {
    const gold = comparable(token.lemma)
    const best = (points: (c: ContextExample['candidates'][number]) => number) =>
      candidates.reduce((a, b) => (points(b) > points(a) ? b : a))
    if (best((c) => c.score).lemma === gold) plain++
    if (
      best((c) => c.score + c.names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)).lemma === gold
    )
      inContext++
  }
  return { tokens: examples.length, plain, inContext }
}
