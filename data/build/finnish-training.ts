import { type Candidate, casingOf, compoundText } from '../../src/finnish/candidate.js'
import { CandidateFinder } from '../../src/finnish/candidates.js'
import { type FeatureSpace, featureSpace, ways } from '../../src/finnish/features.js'
import { Matcher } from '../../src/finnish/matcher.js'
import type { PackedFinnish } from '../../src/finnish/packed.js'
import { partsOfSpeech } from '../../src/finnish/parts-of-speech.js'
import { boundariesOf, comparable, type TreebankToken } from './conllu.js'
import { keyBeside } from './keyboard.js'

export interface ExampleCandidate {
  features: readonly number[]
  lemma: string
  compound: string
  /** `noun:sg.ine` */
  tag: string
  right: boolean
}

/** A token with its candidates; `right` marks those that a reader may choose. */
export interface Example {
  token: TreebankToken
  candidates: readonly ExampleCandidate[]
  anyRight: boolean
}

const posOf: Record<string, string> = {
  NOUN: 'noun',
  PROPN: 'name',
  ADJ: 'adjective',
  VERB: 'verb',
  AUX: 'verb',
  ADV: 'adverb',
  PRON: 'pronoun',
  DET: 'pronoun',
  NUM: 'numeral',
  ADP: 'adposition',
  CCONJ: 'conjunction',
  SCONJ: 'conjunction',
  INTJ: 'interjection',
  PART: 'particle',
}

/** Candidates of tokens over one packed table, as the reader itself finds them. */
export class ExampleMaker {
  readonly space: FeatureSpace
  private readonly finder: CandidateFinder

  constructor(private readonly packed: PackedFinnish) {
    this.space = featureSpace(packed)
    const matcher = new Matcher(packed)
    this.finder = new CandidateFinder(packed, matcher, this.space, new Int16Array(this.space.size), true)
  }

  /** `unknown`: hide the right lemma from the lexicon, to learn what to do with words that it lacks. */
  make(token: TreebankToken, unknown: Hiding): Example {
    const gold = comparable(token.lemma)
    const lemmaOf = (candidate: Candidate) => comparable(compoundText(this.packed, candidate))
    const found = this.finder.find(
      token.form,
      casingOf(token.form),
      unknown === 'none'
        ? undefined
        : (candidate) =>
            (unknown === 'all' || (candidate.value >= 0 && candidate.parts === null)) &&
            lemmaOf(candidate) === gold,
    )
    const rows = found.map((candidate) => {
      const compound = compoundText(this.packed, candidate)
      const lemma = comparable(compound)
      const pos = partsOfSpeech[candidate.pos] ?? 'unknown'
      let grade = 0
      if (lemma === gold) {
        grade = 4
        if (token.marked && boundariesOf(compound) === boundariesOf(token.lemma)) grade += 2
        if (pos === posOf[token.upos]) grade += 1
      }
      const makes = candidate.links.map((step) => this.packed.links[step.link]?.makes).at(-1)
      const tagName = this.packed.tags[candidate.tag] ?? ''
      const tag = `${pos}:${makes && makes !== 'own' ? `${makes}.` : ''}${tagName}`
      return { features: candidate.features, lemma, compound, tag, grade }
    })
    const best = Math.max(0, ...rows.map((row) => row.grade))
    return {
      token,
      anyRight: best > 0,
      candidates: rows.map(({ grade, ...row }) => ({ ...row, right: best > 0 && grade === best })),
    }
  }
}

/** What is hidden of the right answer: nothing, the lexicon's entry, or compounds of known parts too. */
export type Hiding = 'none' | 'entry' | 'all'

/** Whether a token is treated as unknown while training: a fixed share of those met once or twice. */
export function hidden(token: TreebankToken, count: number, index: number): Hiding {
  if (count > 2 || token.form.length <= 3) return 'none'
  return index % 6 === 0 ? 'entry' : index % 6 === 3 ? 'all' : 'none'
}

/**
 * A token as a hasty thumb writes it, for a fixed share of tokens: dots left out, a letter doubled, dropped from
 * a pair, left out or hit beside, or two swapped. Treebanks have too few of these to learn from. null where the token stays as it is.
 */
export function misspelt(token: TreebankToken, index: number): TreebankToken | null {
  const form = token.form
  if (form.length < 5 || form !== form.toLowerCase() || !/^[a-zäö]+$/.test(form)) return null
  const at = 1 + (index % (form.length - 2))
  let changed = form
  if (index % 20 === 3) changed = form.replace(/ä/g, 'a').replace(/ö/g, 'o')
  else if (index % 60 === 7) changed = form.slice(0, at) + form.slice(at - 1)
  else if (index % 60 === 27) changed = form.replace(/(.)\1/, '$1')
  else if (index % 60 === 17) changed = form.slice(0, at) + form.slice(at + 1)
  else if (index % 60 === 37) changed = form.slice(0, at) + keyBeside(form.charAt(at)) + form.slice(at + 1)
  else if (index % 60 === 47)
    changed = form.slice(0, at) + (form[at + 1] ?? '') + (form[at] ?? '') + form.slice(at + 2)
  return changed === form ? null : { ...token, form: changed }
}

export function dot(weights: Float64Array, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum
}

/**
 * Log-linear choice among candidates (conditional log-likelihood of the right ones), AdaGrad over the examples
 * in a fixed order, with an L2 pull to zero.
 */
export function trainWeights(
  examples: readonly Example[],
  size: number,
  options: { epochs: number; l2: number; rate: number },
): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-6)
  const useful = examples.filter(
    (example) => example.anyRight && example.candidates.some((candidate) => !candidate.right),
  )
  const order = useful.map((_, index) => index)
  let state = 12345
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1))
      const a = order[index] ?? 0
      order[index] = order[other] ?? 0
      order[other] = a
    }
    for (const at of order) {
      const example = useful[at]
      if (!example) continue
      const scores = example.candidates.map((candidate) => dot(weights, candidate.features))
      const top = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - top))
      const total = exps.reduce((sum, value) => sum + value, 0)
      let rightTotal = 0
      example.candidates.forEach((candidate, index) => {
        if (candidate.right) rightTotal += exps[index] ?? 0
      })
      const gradient = new Map<number, number>()
      example.candidates.forEach((candidate, index) => {
        const p = (exps[index] ?? 0) / total
        const q = candidate.right ? (exps[index] ?? 0) / rightTotal : 0
        const step = q - p
        if (step === 0) return
        for (const feature of candidate.features) gradient.set(feature, (gradient.get(feature) ?? 0) + step)
      })
      for (const [feature, raw] of gradient) {
        if (raw === 0) continue
        const value = raw - options.l2 * (weights[feature] ?? 0)
        squares[feature] = (squares[feature] ?? 0) + value * value
        weights[feature] = (weights[feature] ?? 0) + (options.rate * value) / Math.sqrt(squares[feature] ?? 1)
      }
    }
  }
  return weights
}

export type Preferences = Map<string, Map<string, number>>

/** Points that a form adds to its lemmas, so that what it mostly is comes first; shrunk by counts (L2). */
export function trainPreferences(
  examples: readonly Example[],
  weights: Float64Array,
  shrink: number,
): Preferences {
  const byForm = new Map<string, { scores: Map<string, number>; gold: Map<string, number>; total: number }>()
  for (const example of examples) {
    if (!example.anyRight) continue
    const form = example.token.form.toLowerCase()
    let row = byForm.get(form)
    if (!row) {
      row = { scores: new Map(), gold: new Map(), total: 0 }
      byForm.set(form, row)
    }
    row.total++
    const gold = comparable(example.token.lemma)
    row.gold.set(gold, (row.gold.get(gold) ?? 0) + 1)
    for (const candidate of example.candidates) {
      const score = dot(weights, candidate.features)
      row.scores.set(candidate.lemma, Math.max(row.scores.get(candidate.lemma) ?? -1e9, score))
    }
  }
  const out: Preferences = new Map()
  for (const [form, row] of byForm) {
    if (row.scores.size < 2) continue
    const lemmas = [...row.scores.keys()]
    const bias = new Map(lemmas.map((lemma) => [lemma, 0]))
    for (let round = 0; round < 60; round++) {
      const exps = lemmas.map((lemma) => Math.exp((row.scores.get(lemma) ?? 0) + (bias.get(lemma) ?? 0)))
      const sum = exps.reduce((a, b) => a + b, 0)
      lemmas.forEach((lemma, index) => {
        const p = (exps[index] ?? 0) / sum
        const gradient = (row.gold.get(lemma) ?? 0) - row.total * p - shrink * (bias.get(lemma) ?? 0)
        bias.set(lemma, (bias.get(lemma) ?? 0) + gradient / (row.total + shrink + 1))
      })
    }
    const rounded = new Map([...bias].filter(([, value]) => Math.abs(value) >= 0.3))
    if (rounded.size > 0) out.set(form, rounded)
  }
  return out
}

export interface Accuracy {
  tokens: number
  right: number
  content: number
  contentRight: number
  possible: number
  ways: Map<string, { n: number; right: number }>
}

const contentPos = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN'])

export function choose(example: Example, weights: Float64Array, preferences?: Preferences) {
  const extra = preferences?.get(example.token.form.toLowerCase())
  let best = example.candidates[0]
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of example.candidates) {
    const score = dot(weights, candidate.features) + (extra?.get(candidate.lemma) ?? 0)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

export function emptyAccuracy(): Accuracy {
  return { tokens: 0, right: 0, content: 0, contentRight: 0, possible: 0, ways: new Map() }
}

export function count(
  accuracy: Accuracy,
  example: Example,
  weights: Float64Array,
  preferences?: Preferences,
): void {
  const best = choose(example, weights, preferences)
  const right = best?.lemma === comparable(example.token.lemma)
  accuracy.tokens++
  if (right) accuracy.right++
  if (example.anyRight) accuracy.possible++
  if (contentPos.has(example.token.upos)) {
    accuracy.content++
    if (right) accuracy.contentRight++
  }
  const way = ways[best?.features[0] ?? 0] ?? 'match'
  const row = accuracy.ways.get(way) ?? { n: 0, right: 0 }
  row.n++
  if (right) row.right++
  accuracy.ways.set(way, row)
}

export function show(name: string, a: Accuracy): string {
  const p = (x: number, y: number) => ((100 * x) / Math.max(1, y)).toFixed(2)
  return `${name}: all ${p(a.right, a.tokens)} content ${p(a.contentRight, a.content)} possible ${p(a.possible, a.tokens)} of ${a.tokens}`
}
